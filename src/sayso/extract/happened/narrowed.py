"""Where exactly: a claim that is told for a whole country or region is set in the one place of it that attacks are told
of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import msgspec

from sayso.extract.scene import Scene, cost_of
from sayso.extract.setting.timed import is_apart
from sayso.records import Event, Figure, Place

WIDE = frozenset(("country", "region"))
"""Precisions of places that say little of where something happened."""
HARM = frozenset(("killed", "injured", "executed"))
SOON = 500
"""Code points behind the beginning of one of a claim's tellings within which the text goes on telling of the same."""
ALL_OVER = frozenset(("across", "throughout"))
ABOVE = "where: from the clause above"
STEP = "where: from the place in it that the attacks are told of"
C = TypeVar("C", Event, Figure)


class Told(NamedTuple):
    """A place that an attack is said to have been at, and the offset of the words that tell of the attack."""

    at: int
    place: str


def narrow_events(scene: Scene, events: Sequence[Event], told: Sequence[Told]) -> tuple[Event, ...]:
    """Events in, the attacks among them with a finer place where the report leaves only one."""
    return tuple(_narrowed(scene, event, told) if event.type == "ASSAULT" else event for event in events)


def narrow_figures(
    scene: Scene, figures: Sequence[Figure], told: Sequence[Told], events: Sequence[Event]
) -> tuple[Figure, ...]:
    """Figures in, tolls of attacks among them with a finer place where the report leaves only one; a toll of an event
    that has one is set there too."""
    finer = {event.id: event for event in events if STEP in event.basis}
    return tuple(_narrowed_toll(scene, figure, told, finer.get(figure.event or "")) for figure in figures)


def _narrowed_toll(scene: Scene, figure: Figure, told: Sequence[Told], event: Event | None) -> Figure:
    if not _is_toll(figure):
        return figure
    wide = [place.id for place in _around(scene, figure.where) if place.precision in WIDE]
    inside = event is not None and scene.setting.nesting.within(wide, event.where[:1])
    if event is None or not inside or figure.background or len(wide) != len(figure.where):
        return _narrowed(scene, figure, told)
    return _set_in(figure, event.where[0])


def _is_toll(figure: Figure) -> bool:
    return figure.measure in HARM and figure.nature == "event_count"


def places_told(events: Sequence[Event]) -> tuple[Told, ...]:
    """The places of the news's attacks that stand in the clauses that tell of them, or in the ones above; what points
    back ("the strikes hit the port") is to be among the events."""
    stated = [event for event in events if event.type == "ASSAULT" and not event.background and _is_stated(event)]
    return tuple(Told(event.trigger[0], place) for event in stated for place in event.where)


def _is_stated(event: Event) -> bool:
    near = all(step == ABOVE for step in event.basis if step.startswith("where:"))
    return near and event.realis in ("happened", "ongoing")


def _narrowed(scene: Scene, claim: C, told: Sequence[Told]) -> C:
    around = _around(scene, claim.where)
    if (
        claim.background
        or is_apart(claim.when, scene.day)
        or not around
        or _is_all_over(scene, claim)
        or any(place.precision not in WIDE for place in around)
    ):
        return claim
    wide = [place.id for place in around]
    finer = _the_one(scene, wide, told) or _told_soon(scene, wide, claim, told)
    if finer is None:
        return claim
    return _set_in(claim, finer.id)


def _is_all_over(scene: Scene, claim: Event | Figure) -> bool:
    """ "In four attacks across the south": what is told of many places is not of the one that is told of next."""
    grammar = scene.grammar
    told = (grammar.sentence_of[bisect_left(grammar.starts, start)] for start, _ in claim.evidence)
    return any(not ALL_OVER.isdisjoint(grammar.lowers[slice(*grammar.sentences[sentence])]) for sentence in told)


def _set_in(claim: C, place: str) -> C:
    confidence = round(max(0.05, claim.confidence - cost_of(STEP)), 2)
    return msgspec.structs.replace(
        claim, where=(place, *claim.where), basis=(*claim.basis, STEP), confidence=confidence
    )


def _told_soon(scene: Scene, wide: Sequence[str], claim: Event | Figure, told: Sequence[Told]) -> Place | None:
    """The one that is told of soon behind a telling of the claim, the first such telling first."""
    near = ([one for one in told if start <= one.at <= start + SOON] for start, _ in claim.evidence)
    return next((place for around in near if (place := _the_one(scene, wide, around)) is not None), None)


def _around(scene: Scene, where: Sequence[str]) -> list[Place]:
    """The places, and instead of a site without a name ("a market") the one in which it lies."""
    nesting = scene.setting.nesting
    places = (nesting.places[one] for one in where if one in nesting.places)
    around = (nesting.places.get(p.within or "") if p.id in nesting.common else p for p in places)
    return [place for place in around if place is not None]


def _the_one(scene: Scene, wide: Sequence[str], told: Sequence[Told]) -> Place | None:
    """The finest place within the wide ones that attacks are told of, where all of these lie together."""
    nesting = scene.setting.nesting
    named = [one for one in told if one.place not in nesting.common]
    inner = [nesting.places[one] for one in nesting.within(wide, [one.place for one in named])]
    inner = [place for place in inner if place.precision not in WIDE]
    areas = {place.admin1 or place.id for place in inner}
    if len(areas) != 1:
        return None
    finest = nesting.finest(place.id for place in inner)
    return nesting.places[finest[0]]
