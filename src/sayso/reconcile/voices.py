"""Claims of several reports with names in place of ids: who did what to whom, on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from sayso.codebook import load_codebook
from sayso.reconcile.accounts import TOLD, Account
from sayso.reconcile.terms import skeleton
from sayso.records import AnyClaim, Control, Event, Party, Utterance

ORGANISED = frozenset(("state", "state_force", "armed_group", "coalition", "political", "other"))
"""Kinds of parties that can be held to account; a class of people cannot."""
SOON = 400
"""Code points behind a charge in which the charged may deny it with a word."""
UNKNOWN = frozenset(
    ("unknown", "unidentified", "unnamed", "masked", "nameless", "other", "opposing", "warring", "some")
)
FOES = frozenset(("enemy", "enemies", "adversary", "adversaries", "opponent", "opponents", "other side"))
"""What a party calls whom it fights, which names nobody."""
FACELESS = frozenset(
    ("forces", "force", "troops", "units", "fighters", "soldiers", "gunmen", "attackers", "assailants", "perpetrators")
)
"""What somebody is called whom the words do not tell from anybody else."""
MOST_STEPS = 4
"""Parties in which a party may lie, one within the other."""
ALLEGING = frozenset((None, "allege"))
"""Modes of accusing by which somebody is said to have done it; to condemn or to investigate says less."""


class Voiced(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, with its report's account and the names of those whose word it is."""

    claim: AnyClaim
    account: Account
    speakers: tuple[str, ...]

    @property
    def denied(self) -> bool:
        """Whether its speaker says that it is not so."""
        return self.claim.realis == "negated"

    @property
    def told(self) -> bool:
        """Whether its speaker says that it took place."""
        return self.claim.realis in TOLD

    def parties(self, ids: tuple[str, ...]) -> list[Party]:
        """The parties with the ids."""
        return self.account.parties_of(ids)

    def places(self, ids: tuple[str, ...]) -> frozenset[str]:
        """The places with the ids, by skeleton."""
        return frozenset(skeleton(self.account.places[each].name) for each in ids if each in self.account.places)


def voice_claims(tellings: Iterable[tuple[Account, Sequence[AnyClaim]]]) -> Iterator[Voiced]:
    """Accounts and their claims in, the claims with their speakers out."""
    for account, claims in tellings:
        for claim in claims:
            yield Voiced(claim=claim, account=account, speakers=account.speakers(claim))


def party_key(party: Party) -> str:
    """What makes one party of its mentions in several reports: its entry in Wikidata, else that in the codebook of
    which it has a name ("Ukrainian armed forces", "Armed Forces of Ukraine"), else its name."""
    name = party.name.casefold()
    return party.wikidata or _entries().get(name, name)


@cache
def _entries() -> dict[str, str]:
    """Every name of the codebook's that only one of its parties has -> the first name of that party."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in load_codebook().parties:
        for name in (party.name, *party.names):
            found[name.casefold()].add(party.name.casefold())
    return {name: next(iter(owners)) for name, owners in found.items() if len(owners) == 1}


def side_key(party: Party) -> str:
    """On which side of a fight a party is, as far as its name says it: a state and its forces are one, and so are armed
    groups without a name ("rebels", "militants"), who may be the same, and what is called a coalition."""
    if not party.country and "coalition" in party.name.casefold():
        return "coalition"
    if party.kind in ("state", "state_force"):
        found = _sides().get(party.name.casefold()) or (party.country and _states().get(party.country))
        return found or _by_country_of_name(party.name) or party_key(party)
    return "nameless" if party.kind == "armed_group" and _is_nameless(party) else party_key(party)


@cache
def _sides() -> dict[str, str]:
    """Name of a force or a state -> the id of what it lastingly belongs to, at the top."""
    known = {party.id: party for party in load_codebook().parties}
    found: dict[str, str] = {}
    for party in known.values():
        if party.kind in ("state", "state_force"):
            top = party
            for _ in range(MOST_STEPS):
                top = known.get(top.part_of or "", top)
            found.update((name.casefold(), top.id) for name in (party.name, *party.names))
    return found


def _by_country_of_name(name: str) -> str | None:
    """ "Congolese gunners": the side of all forces of the codebook whose names begin so, where it is one."""
    first = name.split()[0]
    return _side_of_first_words().get(first.casefold()) if first[0].isupper() else None


@cache
def _side_of_first_words() -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, side in _sides().items():
        first, *others = name.split()
        if others:
            found[first].add(side)
    return {word: next(iter(sides)) for word, sides in found.items() if len(sides) == 1}


@cache
def _states() -> dict[str, str]:
    """Country -> the id of its state."""
    states = (party for party in load_codebook().parties if party.kind == "state" and party.country)
    return {party.country: party.id for party in states if party.country}


def _is_nameless(party: Party) -> bool:
    return not (party.wikidata or party.country) and party.name[1:] == party.name[1:].lower()


def is_foe(party: Party) -> bool:
    """Whether it is only said to be whom somebody fights."""
    return party.name.casefold().removeprefix("the ") in FOES


def is_anybody(party: Party) -> bool:
    """Whether the words leave open who it is: "unidentified forces", "forces", "the enemy"."""
    words = party.name.casefold().removeprefix("the ").split()
    return is_foe(party) or words[0] in UNKNOWN or (len(words) == 1 and words[0] in FACELESS)


def violent_events(voiced: Iterable[Voiced]) -> Iterator[tuple[Voiced, Event]]:
    """The claims that tell of violence, denied ones among them."""
    for each in voiced:
        if isinstance(each.claim, Event) and each.claim.type == "ASSAULT" and (each.told or each.denied):
            yield each, each.claim


def accusations(voiced: Iterable[Voiced]) -> Iterator[tuple[Voiced, Event]]:
    """The claims by which somebody lays a deed to somebody: "the army blamed the rebels"."""
    for each in voiced:
        if isinstance(each.claim, Event) and each.told and _is_accusation(each.claim):
            yield each, each.claim


def _is_accusation(event: Event) -> bool:
    return event.type == "ACCUSE" and event.mode in ALLEGING and bool(event.recipient) and not event.background


def accusers(voiced: Voiced, event: Event) -> frozenset[str]:
    """Who accuses: the actor of an accusation, else whose word it is."""
    return frozenset(party.name for party in voiced.parties(event.actor)) or frozenset(voiced.speakers)


def speaking(voiced: Voiced) -> list[Party]:
    """The parties whose word a claim is, or for whom the people speak whose word it is."""
    utterance = voiced.account.utterances.get(voiced.claim.utterance or "")
    speakers = utterance.speakers if utterance else ()
    return voiced.parties(tuple(each for speaker in speakers for each in (speaker.party, speaker.person) if each))


def bare_denials(voiced: Sequence[Voiced]) -> Iterator[tuple[Voiced, Utterance, list[Party]]]:
    """Who denies a charge in so many words ("the rebels denied it", "denied any role in the attack"): the claim by
    which it is brought, what is said just behind it that holds no claim of its own, and who says it."""
    holding = {each.claim.utterance for each in voiced}
    for each in voiced:
        end = each.claim.evidence[0][1]
        for said in each.account.record.utterances:
            if said.act == "deny" and said.id not in holding and 0 <= said.evidence[0][0] - end < SOON:
                ids = (key for speaker in said.speakers for key in (speaker.party, speaker.person) if key)
                yield each, said, each.parties(tuple(ids))


def holdings(voiced: Iterable[Voiced]) -> Iterator[tuple[Voiced, Control]]:
    """The claims that tell who holds what."""
    for each in voiced:
        if isinstance(each.claim, Control) and each.claim.holder and each.claim.area and not each.claim.background:
            yield each, each.claim
