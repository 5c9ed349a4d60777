"""Chosen senses -> Place records: ids, precision, uncertainty, what lies within what."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from sayso.records.ids import content_id
from sayso.records.mentions import Candidate, Place, PlaceKind, PlacePrecision
from sayso.records.spans import Span, tidy
from sayso.resolve.gazetteer import GazetteerEntry, open_gazetteer
from sayso.resolve.gazetteer_fold import fold
from sayso.resolve.places_score import Scored, lies_in, rank
from sayso.resolve.places_types import PlaceMention

RUNNERS_UP = 3
PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "admin1": "admin1", "admin2": "admin2", "region": "region", "settlement": "settlement",
    "site": "site", "water": "region",
}  # fmt: skip
KINDS: dict[str, PlaceKind] = {"town": "town", "region": "region", "district": "district", "water": "water"}


class Sense(msgspec.Struct, frozen=True):
    """What one name of a report means: its mentions, the candidates best first, and the chosen one, if any."""

    mentions: list[PlaceMention]
    ranked: list[Scored]
    entry: GazetteerEntry | None


def to_places(mentions: Sequence[PlaceMention], senses: dict[str, Sense]) -> tuple[Place, ...]:
    return tuple(_named(sense) for sense in senses.values())


def _named(sense: Sense) -> Place:
    entry = sense.entry
    spans = tidy([m.span for m in sense.mentions])
    cands = tuple(Candidate(name=s.entry.name, country=s.entry.country, geonames=s.entry.geonames, lat=s.entry.lat, lon=s.entry.lon, score=0.5) for s in sense.ranked[:3])
    if entry is None:
        return Place(id=content_id("place", sense.mentions[0].name), name=sense.mentions[0].name, kind="other", evidence=spans, candidates=cands)
    return Place(id=content_id("place", entry.name, entry.id), name=sense.mentions[0].name, kind=entry.kind, country=entry.country, lat=entry.lat, lon=entry.lon, geonames=entry.geonames, precision=PRECISION[entry.level], evidence=spans, candidates=cands)
