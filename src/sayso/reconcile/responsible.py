"""Who is said to have done it: known, suspected, contested, conceded or denied, and on whose word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from sayso.reconcile.voices import (
    ORGANISED,
    Voiced,
    accusations,
    accusers,
    bare_denials,
    is_foe,
    party_key,
    side_key,
    violent_events,
)
from sayso.records import Event, IncidentParty, Party, Responsibility, ResponsibilityClaim

MOST_PARTIES = 12


class _Charge(msgspec.Struct, kw_only=True):
    """What is said of one party, by whatever names."""

    names: Counter[str]
    said_by: set[str]
    denied_by: set[str]
    doubted: bool = True
    claims: list[str]


def judge_responsibility(voiced: Sequence[Voiced]) -> tuple[ResponsibilityClaim, ...]:
    """The claims of an incident in, every party that is accused of its violence out, the most accused first."""
    charges: dict[str, _Charge] = {}
    for each, event in _one_sided(list(violent_events(voiced))):
        for party in each.parties(event.actor):
            if party.kind in ORGANISED and not is_foe(party):
                _take(charges.setdefault(side_key(party), _new()), party, each, event)
    for each, event in accusations(voiced):
        for party in each.parties(event.recipient):
            if party.kind in ORGANISED:
                _accuse(charges.setdefault(side_key(party), _new()), party, each, event)
    _deny(charges, voiced)
    rivals = len([charge for charge in charges.values() if charge.said_by]) > 1
    sides = {name for charge in charges.values() for name in _folded(charge.names)}
    found = [_judge(charge, contested=rivals and _is_partial(charge, sides)) for charge in charges.values()]
    return tuple(sorted(found, key=lambda each: (-len(each.claims), each.party))[:MOST_PARTIES])


def _one_sided(events: Sequence[tuple[Voiced, Event]]) -> Sequence[tuple[Voiced, Event]]:
    """The events of the news, without the fighting in which both sides do it to each other, where there are others."""
    news = [row for row in events if not row[1].background] or events
    kept = [row for row in news if not set(row[1].actor) & set(row[1].recipient)]
    return kept or news


def _deny(charges: dict[str, _Charge], voiced: Sequence[Voiced]) -> None:
    """Takes note of those who deny in so many words what they are charged with just before."""
    charged = [each for each in voiced if each.claim.id in {claim for one in charges.values() for claim in one.claims}]
    for each, said, parties in bare_denials(charged):
        for party in parties:
            charge = charges.get(side_key(party))
            if charge is not None and each.claim.id in charge.claims:
                charge.denied_by.update(each.account.speakers_of(said))


def _is_partial(charge: _Charge, sides: set[str]) -> bool:
    """Whether a charge is doubted, or on the word of those only who are charged themselves."""
    return charge.doubted or _folded(charge.said_by) <= sides


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}


def _accuse(charge: _Charge, party: Party, voiced: Voiced, event: Event) -> None:
    charge.names[party.name] += 1
    charge.said_by.update(accusers(voiced, event))
    charge.claims.append(event.id)


def _new() -> _Charge:
    return _Charge(names=Counter(), said_by=set(), denied_by=set(), claims=[])


def _take(charge: _Charge, party: Party, voiced: Voiced, event: Event) -> None:
    charge.names[party.name] += 1
    if voiced.denied or event.actor_status == "denied":
        charge.denied_by.update(voiced.speakers)
    else:
        charge.said_by.update(voiced.speakers)
        charge.doubted = charge.doubted and event.actor_status in ("suspected", "contested")
    charge.claims.append(event.id)


def _judge(charge: _Charge, *, contested: bool) -> ResponsibilityClaim:
    return ResponsibilityClaim(
        party=min(charge.names, key=lambda name: (-charge.names[name], name)),
        status=_status(charge, contested=contested),
        said_by=tuple(sorted(charge.said_by)),
        denied_by=tuple(sorted(charge.denied_by)),
        claims=tuple(dict.fromkeys(charge.claims)),
    )


def _status(charge: _Charge, *, contested: bool) -> Responsibility:
    """Own word counts most, then a denial, then doubt; what nobody doubts is known. Who owns one deed and denies
    another has conceded nothing."""
    names = _folded(charge.names)
    if names & _folded(charge.said_by) and not names & _folded(charge.denied_by):
        return "conceded"
    if charge.denied_by:
        return "contested" if charge.said_by else "denied"
    return "contested" if contested else "suspected" if charge.doubted else "known"


def name_parties(voiced: Iterable[Voiced]) -> tuple[IncidentParty, ...]:
    """The parties to an incident's violence, those that most claims name first."""
    sides: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"actor": [], "recipient": []})
    known: dict[str, Party] = {}
    for each, event in violent_events(voiced):
        for role, ids in (("actor", event.actor), ("recipient", event.recipient)):
            for party in each.parties(ids):
                known.setdefault(party_key(party), party)
                sides[party_key(party)][role].append(event.id)
    found = [_party(known[key], roles) for key, roles in sides.items()]
    return tuple(sorted(found, key=lambda party: (-len(party.claims), party.name))[:MOST_PARTIES])


def _party(party: Party, roles: dict[str, list[str]]) -> IncidentParty:
    role = "both" if all(roles.values()) else "actor" if roles["actor"] else "recipient"
    claims = tuple(dict.fromkeys([*roles["actor"], *roles["recipient"]]))
    return IncidentParty(name=party.name, kind=party.kind, role=role, wikidata=party.wikidata, claims=claims)
