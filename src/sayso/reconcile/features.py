"""Two tellings in, named features out: what they agree and differ in, each with its weight in bits."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from sayso.codebook import FeatureWeights, JoiningWeights, Level
from sayso.reconcile.tellings import Spot, Telling
from sayso.reconcile.vocabulary import Weighed
from sayso.records import ScoredFeature

EARTH_KM = 6_371.0
UNKNOWN = -1.0
PUBLISHED_AFTER = 7
"""Days before a report's day in which what it does not date is taken to have happened."""


def cosine(one: Weighed, other: Weighed) -> float:
    """How alike two tellings are in their words, each weighed by its rarity; 0 to 1."""
    few, many = sorted((one.vector, other.vector), key=len)
    return math.fsum(weight * many[term] for term, weight in few.items() if term in many)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared members, as a share of all."""
    return len(one & other) / max(1, len(one | other))


def kilometres(one: Sequence[Spot], other: Sequence[Spot]) -> float:
    """Between the nearest spots, on a sphere; UNKNOWN where either has none."""
    return min((_distance(a, b) for a in one for b in other), default=UNKNOWN)


def _distance(one: Spot, other: Spot) -> float:
    first, second = math.radians(one.lat), math.radians(other.lat)
    turn = math.sin((second - first) / 2) ** 2
    turn += math.cos(first) * math.cos(second) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(turn)))


def days_apart(one: Telling, other: Telling) -> float:
    """Between the days told, or the days before the report where it tells none; UNKNOWN where neither is known."""
    first, second = _span(one), _span(other)
    if not first or not second:
        return UNKNOWN
    return max(0, first[0] - second[1], second[0] - first[1])


def _span(telling: Telling) -> tuple[int, int] | None:
    if telling.days:
        return telling.days[0], telling.days[0]
    return (telling.published[0] - PUBLISHED_AFTER, telling.published[1]) if telling.published else None


def published_apart(one: Telling, other: Telling) -> float:
    """Days between two reports; UNKNOWN where either has no day."""
    if not one.published or not other.published:
        return UNKNOWN
    return abs(one.published[0] - other.published[0])


Measured = tuple[Callable[[Weighed, Weighed], float], str]

FEATURES: dict[str, Measured] = {
    "words": (cosine, "{:.2f}"),
    "headline": (lambda one, other: overlap(one.telling.headline, other.telling.headline), "{:.2f}"),
    "distance": (lambda one, other: kilometres(one.telling.spots, other.telling.spots), "{:.0f} km"),
    "place names": (lambda one, other: len(one.telling.place_names & other.telling.place_names), "{:.0f}"),
    "days": (lambda one, other: days_apart(one.telling, other.telling), "{:.0f} days"),
    "published": (lambda one, other: published_apart(one.telling, other.telling), "{:.0f} days"),
    "people": (lambda one, other: len(one.telling.people & other.telling.people), "{:.0f}"),
}
"""Feature -> how it is measured on two tellings, and how the measure is written."""


def score(one: Weighed, other: Weighed, weights: JoiningWeights) -> float:
    """The bits of a pair."""
    return math.fsum(level_of(feature, FEATURES[feature.name][0](one, other)).bits for feature in weights.features)


def explain(one: Weighed, other: Weighed, weights: JoiningWeights) -> tuple[ScoredFeature, ...]:
    """The same by name, the weightiest first; what weighs nothing is left out."""
    scored = [_explain(feature, one, other) for feature in weights.features]
    return tuple(sorted((each for each in scored if each.bits), key=lambda each: (-abs(each.bits), each.name)))


def _explain(feature: FeatureWeights, one: Weighed, other: Weighed) -> ScoredFeature:
    measure, words = FEATURES[feature.name]
    value = measure(one, other)
    level = level_of(feature, value)
    return ScoredFeature(name=feature.name, value=f"{level.name} ({words.format(value)})", bits=level.bits)


def level_of(feature: FeatureWeights, value: float) -> Level:
    """The level that a value falls in."""
    return next((level for level in feature.levels if level.to is None or value <= level.to), feature.levels[-1])
