"""Who, where and when: the parties, people, places and times that a report names."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records.spans import Span

PartyKind = Literal[
    "state",
    "state_force",
    "armed_group",
    "coalition",
    "intergovernmental",
    "ngo",
    "media",
    "political",
    "religious",
    "ethnic",
    "civilians",
    "people",
    "other",
]
PlaceKind = Literal["country", "region", "city", "town", "village", "district", "site", "water", "other"]
PlacePrecision = Literal[
    "site", "district", "settlement", "near_settlement", "admin2", "admin1", "region", "country", "unknown"
]
TimePrecision = Literal["day", "week", "month", "season", "year", "decade", "vague"]
TimeBasis = Literal["stated", "inferred", "unresolved"]


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """An organised actor or a class of people; one party, however it is named."""

    id: str
    name: str
    kind: PartyKind
    country: str | None = None
    wikidata: str | None = None
    evidence: tuple[Span, ...]


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody by name or by role. `party`: the id of the party for whom they speak or act."""

    id: str
    name: str | None = None
    title: str | None = None
    role: str | None = None
    party: str | None = None
    evidence: tuple[Span, ...]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A runner-up for a place: GeoNames id where it has one, and its score from 0 to 1."""

    name: str
    country: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    score: float


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Somewhere. `country` is ISO 3166-1 alpha-2; `uncertainty_m` metres around lat, lon; `within` a place id."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    precision: PlacePrecision = "unknown"
    uncertainty_m: int | None = None
    within: str | None = None
    candidates: tuple[Candidate, ...] = ()
    evidence: tuple[Span, ...]


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression and the days that it means: ISO dates, inclusive, null for an open end."""

    id: str
    text: str
    start: str | None = None
    end: str | None = None
    precision: TimePrecision
    basis: TimeBasis
    evidence: tuple[Span, ...]
