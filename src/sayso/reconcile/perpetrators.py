"""Who is said to have done it, by whom: one dispute of those who are charged on different words, allies together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sayso.reconcile.rivals import Fight, Row, find_fights, is_rival
from sayso.reconcile.sets import join_sets
from sayso.reconcile.voices import ORGANISED, Voiced, accusations, is_anybody, side_key, violent_events
from sayso.records import Party

Charges = Mapping[str, Sequence[tuple[str, Row]]]
"""Side -> by what name it is charged in which row."""
Alliance = frozenset[str]
"""Sides that somebody charges together."""


def rival_doers(voiced: Sequence[Voiced]) -> Iterator[list[tuple[str, list[Row]]]]:
    """Claims in; for each deed that is laid to different doers by different speakers, who each name one of them, the
    doers by name with the rows that charge them out."""
    charges = _charges(voiced)
    allied = join_sets([*({side} for side in charges), *_charged_together(voiced)])
    fights = find_fights(list(violent_events(voiced)))
    pairs = combinations(sorted(allied, key=sorted), 2)
    rivals = [{_key(one), _key(other)} for one, other in pairs if _same_deed(one, other, charges, fights)]
    by_key = {_key(alliance): alliance for alliance in allied}
    for deed in sorted(join_sets(rivals), key=sorted):
        yield [(_name(by_key[key], charges), _rows(by_key[key], charges)) for key in sorted(deed)]


def _charges(voiced: Sequence[Voiced]) -> Charges:
    found: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for each, event in violent_events(voiced):
        doers = [party for party in each.parties(event.actor) if _may_be_charged(party)]
        if (
            each.told
            and not event.background
            and len({side_key(party) for party in doers}) == 1
            and event.recipient != event.actor
        ):
            found[side_key(doers[0])].append((doers[0].name, (each, event)))
    for each, event in accusations(voiced):
        for party in filter(_may_be_charged, each.parties(event.recipient)):
            found[side_key(party)].append((party.name, (each, event)))
    return found


def _may_be_charged(party: Party) -> bool:
    return party.kind in ORGANISED and not is_anybody(party)


def _charged_together(voiced: Sequence[Voiced]) -> Iterator[set[str]]:
    """ "The army blamed the rebels and their foreign backers": who lays one deed to both tells no two of them."""
    told = [
        (each, event.actor) for each, event in violent_events(voiced) if each.told and event.actor != event.recipient
    ]
    blamed = [(each, event.recipient) for each, event in accusations(voiced)]
    for each, ids in (*told, *blamed):
        yield {side_key(party) for party in each.parties(ids) if _may_be_charged(party)}


def _same_deed(one: Alliance, other: Alliance, charges: Charges, fights: frozenset[Fight]) -> bool:
    """Whether any two rows tell of one deed and nobody says both."""
    return any(is_rival(first, second, fights) for first in _rows(one, charges) for second in _rows(other, charges))


def _rows(alliance: Alliance, charges: Charges) -> list[Row]:
    return [row for side in sorted(alliance) for _, row in charges.get(side, ())]


def _key(alliance: Alliance) -> str:
    return min(alliance, default="")


def _name(alliance: Alliance, charges: Charges) -> str:
    """The names of an alliance's sides, each by what it is called most."""
    called = [Counter(name for name, _ in charges[side]) for side in sorted(alliance) if charges.get(side)]
    return " and ".join(sorted(min(names, key=lambda name: (-names[name], name)) for names in called))
