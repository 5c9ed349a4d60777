"""Two tellings in, named features out: what they agree and differ in, each with its weight in bits."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date

from sayso.codebook import FeatureWeights, JoiningWeights, Level
from sayso.reconcile.distances import kilometres_between
from sayso.reconcile.tellings import Spot, Telling
from sayso.reconcile.vocabulary import Weighed
from sayso.records import ScoredFeature

UNKNOWN = -1.0
DAYS_APART, KILOMETRES_APART = 1, 30.0
"""What neither a slip of a day nor a suburb for its city explains."""
ONE_PLACE_KM = 10.0
"""What two gazetteers, or a town and its centre, may differ by."""
ONE_PLACE_DEGREES = 0.1
"""More than that in latitude: a degree is 111 km."""
HEADLINE = 20.0
"""What the words of two headlines weigh at the least: one word that both have is no headline shared."""
MANY, NEAR, MASS = 4, 1.5, 30
"""From how many on a number is hardly the same by chance; up to what ratio two numbers may be one that moved; from how
many on they are hardly near by chance."""
BLAST = frozenset(("explosives",))
"""Means by which an attack goes that is only known by its explosion: a shell, a bomb from a plane, a suicide."""
SHOT = frozenset(("firearms",))
SOME_DAYS = 1
"""Days by which two happenings may well lie apart where one of them has no day of its own."""
PUBLISHED_AFTER = 7
"""Days before a report's day in which what it does not date is taken to have happened."""


def is_of_one_outlet(one: Weighed, other: Weighed) -> bool:
    """Whether one outlet prints both: such reports are alike in much that they say of anything."""
    return one.telling.outlet is not None and one.telling.outlet == other.telling.outlet


def words(one: Weighed, other: Weighed) -> float:
    """How alike the words of two outlets' tellings are; UNKNOWN for one outlet's."""
    return UNKNOWN if is_of_one_outlet(one, other) else cosine(one, other)


def own_words(one: Weighed, other: Weighed) -> float:
    """How alike the words of one outlet's tellings are; UNKNOWN for two outlets'."""
    return cosine(one, other) if is_of_one_outlet(one, other) else UNKNOWN


def cosine(one: Weighed, other: Weighed) -> float:
    """How alike two tellings are in their words, each weighed by its rarity; 0 to 1."""
    few, many = sorted((one.vector, other.vector), key=len)
    return math.fsum(weight * many[term] for term, weight in few.items() if term in many)


def headlines(one: Weighed, other: Weighed) -> float:
    """What the words that both headlines have weigh, as a share of all their words' weight; 0 to 1, UNKNOWN without."""
    if not one.headline or not other.headline:
        return UNKNOWN
    shared = math.fsum(one.headline[term] for term in one.headline.keys() & other.headline.keys())
    everything = math.fsum((*one.headline.values(), *other.headline.values())) - shared
    return shared / max(everything, HEADLINE)


def kilometres(one: Sequence[Spot], other: Sequence[Spot]) -> float:
    """Between the nearest spots, on a sphere; UNKNOWN where either has none. A flat map tells which they are."""
    if not one or not other:
        return UNKNOWN
    _, first, second = min((_on_map(a, b), (a.lat, a.lon), (b.lat, b.lon)) for a in one for b in other)
    return kilometres_between(first, second)


def _on_map(one: Spot, other: Spot) -> float:
    """A measure by which distances are compared, and nothing else: degrees, squared."""
    north, east = one.lat - other.lat, abs(one.lon - other.lon)
    east = (360 - east if east > 180 else east) * (90 - abs(one.lat)) / 90
    return north * north + east * east


def setting_bits(one: Weighed, other: Weighed) -> float:
    """How rarely tellings name the place in which both are set, in bits, by the rarest such place; UNKNOWN where no two
    settlements of theirs are one."""
    best = UNKNOWN
    for a in one.telling.spots:
        for b in other.telling.spots:
            if _may_be_one(a, b) and kilometres_between((a.lat, a.lon), (b.lat, b.lon)) <= ONE_PLACE_KM:
                best = max(best, min(one.spot_bits(a), other.spot_bits(b)))
    return best


def _may_be_one(one: Spot, other: Spot) -> bool:
    """Whether two settlements may be one, as far as that costs nothing to say."""
    return abs(one.lat - other.lat) <= ONE_PLACE_DEGREES and not (one.rough or other.rough)


def days_apart(one: Telling, other: Telling) -> float:
    """Between the days told, or the days before the report where it tells none: then never one day; UNKNOWN where
    neither is known."""
    first, second = _span(one), _span(other)
    if not first or not second:
        return UNKNOWN
    least = 0 if one.days and other.days else SOME_DAYS
    return max(least, first[0] - second[1], second[0] - first[1])


def dates_told(one: Telling, other: Telling) -> float:
    """Where both tell their day as a date, days between these; UNKNOWN else."""
    return float(abs(one.days[0] - other.days[0])) if one.dated and other.dated else UNKNOWN


def days_told(one: Telling, other: Telling) -> float:
    """Days between what is told, where not both tell it as a date."""
    return UNKNOWN if one.dated and other.dated else days_apart(one, other)


def _span(telling: Telling) -> tuple[int, int] | None:
    if telling.days:
        return telling.days[0], telling.days[0]
    return (telling.published[0] - PUBLISHED_AFTER, telling.published[1]) if telling.published else None


def published_apart(one: Telling, other: Telling) -> float:
    """Days between two reports; UNKNOWN where either has no day."""
    if not one.published or not other.published:
        return UNKNOWN
    return abs(one.published[0] - other.published[0])


def place_bits(one: Weighed, other: Weighed) -> float:
    """How rare the rarest place is that both name, in bits; 0 where they share none, UNKNOWN where either has none."""
    if not one.places or not other.places:
        return UNKNOWN
    first, second = one.telling, other.telling
    ours = (bits for name, bits in one.places.items() if name in second.place_names or name in second.terms)
    theirs = (bits for name, bits in other.places.items() if name in first.terms)
    return max((*ours, *theirs), default=0.0)


def sites_shared(one: Telling, other: Telling) -> float:
    """Whether both are set in one village, quarter or site: 3 if so, on one day and without a position, 2 if so, 1
    where the other only names one, 0 where each has its own; UNKNOWN where either has none."""
    if not one.sites or not other.sites:
        return UNKNOWN
    if both := one.sites & other.sites:
        located = {spot.name for spot in (*one.spots, *other.spots)}
        return 3.0 if both - located and _are_of_a_day(one, other, slip=DAYS_APART) else 2.0
    return float(any(_has(first, name) for first, second in ((one, other), (other, one)) for name in second.sites))


def _has(telling: Telling, name: str) -> bool:
    return name in telling.place_names or name in telling.terms


def people_bits(one: Weighed, other: Weighed) -> float:
    """How rare the surnames are that both have, in bits, added up; 0 where they share none."""
    both = one.people.keys() & other.people.keys()
    return math.fsum(min(one.people[name], other.people[name]) for name in both)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How many both have; UNKNOWN where either has none."""
    return len(one & other) if one and other else UNKNOWN


def means_shared(one: Telling, other: Telling) -> float:
    """How many means both have, or 0.5 where they have none in common but one tells only of an explosion, which the
    other's may be; UNKNOWN where either has none."""
    if not one.means or not other.means:
        return UNKNOWN
    both = (one.means, other.means)
    exploding = any(means <= BLAST for means in both) and not any(means <= SHOT for means in both)
    return len(one.means & other.means) or 0.5 * exploding


def weekdays_apart(one: Telling, other: Telling) -> float:
    """Where one is known by its weekday only: 0 if the other's is the same, 1 if not; UNKNOWN where either has none."""
    first, second = _weekday(one), _weekday(other)
    if first is None or second is None or (one.days and other.days):
        return UNKNOWN
    return float(first != second)


def _weekday(telling: Telling) -> int | None:
    return date.fromordinal(telling.days[0]).weekday() if telling.days else telling.weekday


def dates_apart(one: Telling, other: Telling) -> float:
    """Where one is known by month and day only: days between these in a year; UNKNOWN where either has none."""
    first, second = _date(one), _date(other)
    if first is None or second is None or (one.days and other.days):
        return UNKNOWN
    apart = abs(first - second)
    return min(apart, 365 - apart)


def _date(telling: Telling) -> int | None:
    """The day of the year, roughly."""
    if telling.days:
        day = date.fromordinal(telling.days[0])
        return 30 * day.month + day.day
    return 30 * telling.month_day[0] + telling.month_day[1] if telling.month_day else None


def tolls_agree(one: Telling, other: Telling) -> float:
    """How far the dead and the hurt agree: 0 no number in common, 1 one number apart, 2 near, 2.5 near and of a mass
    on one day, 3 the same few, 4 the same many or the same twice; UNKNOWN where either counts none."""
    both = [(one.toll[key], other.toll[key]) for key in one.toll.keys() & other.toll.keys()]
    if not both:
        return UNKNOWN
    same = [a for a, b in both if a == b]
    if len(same) > 1 or any(number >= MANY for number in same):
        return 4.0 if max(same) > 1 else 3.0
    if same and len(both) == 1:
        return 3.0
    if same or any(max(a, b) > NEAR * min(a, b) + 1 for a, b in both):
        return 1.0 if same else 0.0
    return 2.5 if _are_of_a_day(one, other) and any(min(a, b) >= MASS for a, b in both) else 2.0


def _are_of_a_day(one: Telling, other: Telling, *, slip: int = 0) -> bool:
    return bool(one.days and other.days) and abs(one.days[0] - other.days[0]) <= slip


def cannot_be_one(one: Telling, other: Telling) -> bool:
    """Two happenings of one report; or two days and two places, both told, and nobody and no place in common."""
    if one.report == other.report:
        return True
    if not one.days or not other.days or one.people & other.people or one.place_names & other.place_names:
        return False
    apart = min(abs(a - b) for a in one.days for b in other.days) > DAYS_APART
    return apart and kilometres(one.spots, other.spots) > KILOMETRES_APART


Measure = Callable[[Weighed, Weighed], float]
Scale = tuple[Measure, list[float], list[float]]
Measured = tuple[Measure, str]

FEATURES: dict[str, Measured] = {
    "words": (words, "{:.2f}"),
    "own words": (own_words, "{:.2f}"),
    "headline": (headlines, "{:.2f}"),
    "distance": (lambda one, other: kilometres(one.telling.spots, other.telling.spots), "{:.0f} km"),
    "setting": (setting_bits, "{:.1f} bits rare"),
    "places": (place_bits, "{:.1f} bits rare"),
    "parties": (lambda one, other: shared(one.telling.parties, other.telling.parties), "{:.0f}"),
    "site": (lambda one, other: sites_shared(one.telling, other.telling), "{:.0f}"),
    "matter": (lambda one, other: shared(one.telling.matters, other.telling.matters), "{:.0f}"),
    "means": (lambda one, other: means_shared(one.telling, other.telling), "{:.0f}"),
    "weekday": (lambda one, other: weekdays_apart(one.telling, other.telling), "{:.0f}"),
    "date": (lambda one, other: dates_apart(one.telling, other.telling), "{:.0f} days"),
    "toll": (lambda one, other: tolls_agree(one.telling, other.telling), "{:.0f}"),
    "days": (lambda one, other: days_told(one.telling, other.telling), "{:.0f} days"),
    "dates": (lambda one, other: dates_told(one.telling, other.telling), "{:.0f} days"),
    "published": (lambda one, other: published_apart(one.telling, other.telling), "{:.0f} days"),
    "people": (people_bits, "{:.1f} bits rare"),
}
"""Feature -> how it is measured on two tellings, and how the measure is written."""


def scales_of(weights: JoiningWeights) -> list[Scale]:
    """Each feature's measure, the tops of its levels in rising order, and their bits."""
    return [
        (
            FEATURES[each.name][0],
            [level.to for level in each.levels if level.to is not None],
            [x.bits for x in each.levels],
        )
        for each in weights.features
    ]


def score(one: Weighed, other: Weighed, scales: Sequence[Scale]) -> float:
    """The bits of a pair."""
    return math.fsum(bits[bisect_left(tops, measure(one, other))] for measure, tops, bits in scales)


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
