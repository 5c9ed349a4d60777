"""Claims of several reports with names in place of ids: who did what to whom, on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.reconcile.accounts import TOLD, Account
from sayso.reconcile.terms import skeleton
from sayso.records import AnyClaim, Control, Event, Party

ORGANISED = frozenset(("state", "state_force", "armed_group", "coalition", "political", "other"))
"""Kinds of parties that can be held to account; a class of people cannot."""
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
    """What makes one party of its mentions in several reports: its entry in Wikidata, else its name."""
    return party.wikidata or party.name.casefold()


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


def holdings(voiced: Iterable[Voiced]) -> Iterator[tuple[Voiced, Control]]:
    """The claims that tell who holds what."""
    for each in voiced:
        if isinstance(each.claim, Control) and each.claim.holder and each.claim.area and not each.claim.background:
            yield each, each.claim
