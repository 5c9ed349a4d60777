"""The parties and people of one report while it is being read: who is known under which key, and where each is
named."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from sayso.records import Party, Person, Span, content_id, tidy
from sayso.records.mentions import PartyKind

IDS_KEPT = 4096


@lru_cache(maxsize=IDS_KEPT)
def _id(prefix: str, key: str) -> str:
    return content_id(prefix, key)


@dataclass(slots=True)
class PartyDraft:
    """A party in the making. `country` is ISO 3166-1 alpha-2; `hints`: adjectives that are all that may name it."""

    key: str
    name: str
    kind: PartyKind
    country: str | None = None
    wikidata: str | None = None
    stands_for: frozenset[str] = frozenset()
    spans: set[Span] = field(default_factory=set)
    hints: set[Span] = field(default_factory=set)
    wanted: bool = False

    @property
    def named(self) -> set[Span]:
        """What names the party; without any it is no party of the record."""
        return self.spans or self.hints

    @property
    def id(self) -> str:
        """The id that the party has in the record."""
        return _id("party", self.key)


@dataclass(slots=True)
class PersonDraft:
    """A person in the making; `party` is a party's key."""

    key: str
    name: str | None = None
    title: str | None = None
    role: str | None = None
    party: str | None = None
    spans: set[Span] = field(default_factory=set)
    wanted: bool = False

    @property
    def named(self) -> set[Span]:
        """What names the person; without any it is nobody of the record."""
        return self.spans

    @property
    def id(self) -> str:
        """The id that the person has in the record."""
        return _id("person", self.key)


class Roster:
    """Everybody who can be named in the record. Who is never wanted by name or by a claim stays out of it."""

    def __init__(self) -> None:
        self.parties: dict[str, PartyDraft] = {}
        self.people: dict[str, PersonDraft] = {}

    def party(self, draft: PartyDraft) -> PartyDraft:
        """The party of that key, the one already known first."""
        return self.parties.setdefault(draft.key, draft)

    def person(self, draft: PersonDraft) -> PersonDraft:
        """The person of that key; what was unknown of them is filled in."""
        known = self.people.setdefault(draft.key, draft)
        known.title, known.role = known.title or draft.title, known.role or draft.role
        known.party = known.party or draft.party
        return known

    def party_records(self) -> tuple[Party, ...]:
        """The wanted parties, in the order of their first mention."""
        wanted = [p for p in self.parties.values() if p.wanted and p.named]
        return tuple(
            Party(id=p.id, name=p.name, kind=p.kind, country=p.country, wikidata=p.wikidata, evidence=tidy(p.named))
            for p in sorted(wanted, key=lambda p: (min(p.named), p.key))
        )

    def person_records(self) -> tuple[Person, ...]:
        """The wanted people, in the order of their first mention."""
        wanted = [p for p in self.people.values() if p.wanted and p.named]
        return tuple(
            Person(
                id=p.id, name=p.name, title=p.title, role=p.role, evidence=tidy(p.named), party=self._party_id(p.party),
            )
            for p in sorted(wanted, key=lambda p: (min(p.named), p.key))
        )  # fmt: skip

    def _party_id(self, key: str | None) -> str | None:
        party = self.parties.get(key or "")
        return party.id if party is not None and party.wanted and party.named else None
