"""Which of the places of one name is meant: named features with weights, over what the rest of the report says.

The weights were chosen by hand on news of several kinds; the features are those of the toponym resolution literature:
fame (population, capital, level), containment ("Elkton, Maryland"), the countries and areas that the report is about,
and nearness.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from sayso.resolve.gazetteer import GazetteerEntry
from sayso.resolve.gazetteer_fold import fold

LEVEL = {"country": 5.0, "admin1": 3.4, "region": 3.9, "water": 3.0, "site": 2.6, "admin2": 1.2}
NAME = {"main": 0.8, "short": 0.8, "other": 0.0, "people": 0.0, "sound": -1.0}
PER_TENFOLD_PEOPLE, CAPITAL, IN_NEWS = 0.42, 1.2, 0.6
QUALIFIED, KIND_FITS, KIND_FAILS = 6.0, 3.0, -2.0
COUNTRY, AREA, NEAR, HOME = 2.0, 2.5, 2.0, 2.0
MOST_CONTEXT, SURPLUS = 4.0, 0.3
FEATURES = ("fame", "name", "kind", "qualifier", "context", "home", "seat")
WIDEST_HOLDER_M = 500_000
"""Wider regions (continents) are no discs: what lies in them can't be told from their radius."""
NEAR_KM, CELL_DEGREES, KM_PER_DEGREE = 150.0, 4.0, 111.2
METRES_PER_DEGREE = KM_PER_DEGREE * 1000
PART_SHIFT, PART_RADIUS = 0.42, 0.7
"""The middle of "northern Syria" lies so much of the radius north of the middle; and its own radius. A disc's half:
4/(3 pi).
"""
NEIGHBOURS = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1))
OF_THE_WORLD = 1.5
"""Continents and regions of several countries are hardly ever meant otherwise."""
SEAT_OF_AREA = -1.5
"""An area that bears the name of its seat is meant less often than the seat, unless the text says "province"."""


class Scored(msgspec.Struct, frozen=True, gc=False):
    """A candidate and its points. shares: what each feature gave, in the order of FEATURES."""

    entry: GazetteerEntry
    points: float
    shares: tuple[float, ...]

    @property
    def features(self) -> dict[str, float]:
        """The features that gave or took points, by name."""
        return {name: share for name, share in zip(FEATURES, self.shares, strict=True) if share}


class Anchors:
    """Places that others may be near to, each with a weight and the name that it was found by; in cells of 4 by 4
    degrees.
    """

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, str, float, int]]] = {}

    def add(self, entry: GazetteerEntry, name: str, weight: float) -> None:
        cell = int(entry.lat // CELL_DEGREES), int(entry.lon // CELL_DEGREES)
        self._cells.setdefault(cell, []).append((entry.lat, entry.lon, name, weight, entry.id))

    def nearness(self, entry: GazetteerEntry, *, but: str) -> float:
        """The largest weight times exp(-distance / 150 km) of other places of other names; 0 where none is near."""
        lat, lon = entry.lat, entry.lon
        within = _reach_km(entry)
        row, column, best = int(lat // CELL_DEGREES), int(lon // CELL_DEGREES), 0.0
        narrowing = math.cos(math.radians(lat))
        for i, j in NEIGHBOURS:
            for there_lat, there_lon, name, weight, place in self._cells.get((row + i, column + j), ()):
                if name != but and weight > best and place != entry.id:
                    degrees = math.hypot(there_lat - lat, (there_lon - lon) * narrowing)
                    away = max(0.0, degrees * KM_PER_DEGREE - within)
                    best = max(best, weight * math.exp(-away / NEAR_KM))
        return best


class Context(msgspec.Struct):
    """What the report is about: weights of countries and first order areas (largest 1), anchors, the outlet's own
    places; the countries that it names, or an area or a people of, or two places of.
    """

    countries: dict[str, float]
    areas: dict[str, float]
    anchors: Anchors
    homes: tuple[GazetteerEntry, ...] = ()
    home_country: str | None = None
    spoken_of: frozenset[str] = frozenset()


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great circle distance of two points in degrees, on a sphere of radius 6371 km (haversine)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def fame(entry: GazetteerEntry) -> float:
    """How well known a place is, whatever the report is about."""
    if entry.level == "settlement":
        return PER_TENFOLD_PEOPLE * math.log10(entry.population + 10) + CAPITAL * entry.capital
    return (
        LEVEL[entry.level]
        + OF_THE_WORLD * (entry.level == "region" and entry.country is None)
        + IN_NEWS * entry.capital
    )


def score(
    entry: GazetteerEntry,
    context: Context,
    *,
    name: str,
    group: Sequence[GazetteerEntry],
    kinds: Sequence[str],
    lords: Sequence[Sequence[GazetteerEntry]],
) -> Scored:
    """One candidate's points. group: all that bear the name; kinds: what the text calls it; lords: who is said to
    hold it.
    """
    shares = (
        fame(entry),
        NAME["main" if _bears(entry, name) else entry.how],
        sum(_kind(entry, kind) for kind in kinds),
        QUALIFIED * any(within(entry, lord) for lord in lords),
        _bounded(_about(entry, context, name)),
        HOME * _home(entry, context),
        SEAT_OF_AREA
        * (entry.level in ("admin1", "admin2") and not entry.capital and not kinds and _has_seat(entry, group)),
    )
    return Scored(entry, sum(shares), shares)


def _bears(entry: GazetteerEntry, name: str) -> bool:
    """Whether an area bears a name but for the word that says what it is: "Hunan" of "Hunan Sheng"."""
    return entry.level == "admin1" and entry.how == "other" and fold(entry.name).startswith(f"{name} ")


def _bounded(points: float) -> float:
    """What the context gives, its surplus over `MOST_CONTEXT` for less."""
    return min(points, MOST_CONTEXT) + SURPLUS * max(0.0, points - MOST_CONTEXT)


def _about(entry: GazetteerEntry, context: Context, name: str) -> float:
    """How well a place fits the countries, areas and other places of the report."""
    points = COUNTRY * context.countries.get(entry.country or "", 0.0)
    if entry.level == "country":
        return points
    area = AREA * context.areas.get(entry.admin1 or "", 0.0)
    return points + area + NEAR * context.anchors.nearness(entry, but=name)


def _kind(entry: GazetteerEntry, kind: str) -> float:
    if kind == "region":
        return KIND_FITS if entry.level in ("admin1", "admin2", "region") else KIND_FAILS
    if kind == "district":
        return KIND_FITS if entry.level in ("admin2", "region") else 0.0
    if kind == "town":
        return KIND_FITS if entry.level == "settlement" else KIND_FAILS
    return KIND_FITS if entry.level == kind else 0.0


def within(entry: GazetteerEntry, lord: Sequence[GazetteerEntry]) -> bool:
    """Whether a place lies in one of the places of another name."""
    return any(lies_in(entry, holder) for holder in lord)


def lies_in(entry: GazetteerEntry, holder: GazetteerEntry) -> bool:
    """Whether a place lies in another one: by its codes, or within the other's radius where that has no codes."""
    if entry.id == holder.id or rank(entry) <= rank(holder):
        return False
    if holder.level == "country":
        return entry.country == holder.country
    if holder.level == "admin1":
        return entry.admin1 == holder.admin1
    if holder.level == "water" or holder.radius_m > WIDEST_HOLDER_M or holder.country not in (None, entry.country):
        return False
    return kilometres((entry.lat, entry.lon), (holder.lat, holder.lon)) * 1000 <= max(holder.radius_m, 5_000)


def rank(entry: GazetteerEntry) -> int:
    """0 for countries up to 5 for sites: a place lies in places of a lower rank."""
    if entry.level == "region":
        return 0 if entry.country is None else 1 if entry.radius_m > 60_000 else 2
    return {"country": 0, "water": 1, "admin1": 1, "admin2": 2, "settlement": 3, "site": 4}[entry.level]


def _reach_km(entry: GazetteerEntry) -> float:
    """How far from its middle an area still is what it is; towns are points."""
    return entry.radius_m / 1000 if entry.level == "admin1" else 0.0


def _home(entry: GazetteerEntry, context: Context) -> float:
    if entry.level == "country" or not (context.homes or context.home_country):
        return 0.0
    here = (entry.lat, entry.lon)
    away = min((kilometres(here, (home.lat, home.lon)) for home in context.homes), default=math.inf)
    near = math.exp(-max(0.0, away - _reach_km(entry)) / NEAR_KM)
    return max(near, 0.5 * (context.home_country is not None and entry.country == context.home_country))


def _has_seat(entry: GazetteerEntry, group: Sequence[GazetteerEntry]) -> bool:
    """Whether a town of the name lies in the area, or in the middle of one around it that is an area of its own."""
    towns = [other for other in group if other.level == "settlement" and other.how != "sound"]
    return any(town.admin1 == entry.admin1 or _is_central(town, entry) for town in towns)


def _is_central(town: GazetteerEntry, area: GazetteerEntry) -> bool:
    if town.country != area.country or area.level != "admin1":
        return False
    return kilometres((town.lat, town.lon), (area.lat, area.lon)) * 1000 <= area.radius_m
