"""Which of the places of one name is meant: named features with weights, over what the rest of the report says.

The weights were chosen by hand on news of several kinds; the features are those of the toponym resolution literature: fame
(population, capital, level), containment ("Oxford, Ohio"), the countries and areas that the report is about, and nearness.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

from sayso.resolve.gazetteer import GazetteerEntry

LEVEL = {"country": 5.0, "admin1": 3.4, "region": 3.4, "water": 3.0, "site": 2.6, "admin2": 1.2}
NAME = {"main": 0.8, "short": 0.8, "other": 0.0, "people": 0.0, "sound": -1.0}
PER_TENFOLD_PEOPLE, CAPITAL = 0.5, 1.2
QUALIFIED, KIND_FITS, KIND_FAILS = 6.0, 3.0, -2.0
COUNTRY, AREA, NEAR, HOME = 2.0, 2.5, 2.0, 1.5
NEAR_KM = 150.0
SEAT_OF_AREA = -1.0
"""An area that bears the name of its seat is meant less often than the seat, unless the text says "province"."""


class Scored(msgspec.Struct, frozen=True, gc=False):
    """A candidate and its points, with each feature's share."""

    entry: GazetteerEntry
    points: float
    features: dict[str, float]


class Context(msgspec.Struct):
    """What the report is about: weights of countries and first order areas (largest 1), anchors, the outlet's own places."""

    countries: dict[str, float]
    areas: dict[str, float]
    anchors: list[tuple[float, float, int]]
    homes: tuple[GazetteerEntry, ...] = ()
    home_country: str | None = None


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great circle distance of two points in degrees, on a sphere of radius 6371 km (haversine)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def fame(entry: GazetteerEntry) -> float:
    """How well known a place is, whatever the report is about."""
    if entry.level == "settlement":
        return PER_TENFOLD_PEOPLE * math.log10(entry.population + 10) + CAPITAL * entry.capital
    return LEVEL[entry.level]


def score(entry: GazetteerEntry, context: Context, *, group: Sequence[GazetteerEntry], kinds: Iterable[str],
          lords: Sequence[Sequence[GazetteerEntry]]) -> Scored:  # fmt: skip
    """One candidate's points. group: all that bear the name; kinds: what the text calls it; lords: who is said to hold it."""
    features = {
        "fame": fame(entry),
        "name": NAME[entry.how],
        "kind": sum(_kind(entry, kind) for kind in set(kinds)),
        "qualifier": QUALIFIED * any(within(entry, lord) for lord in lords),
        "country": COUNTRY * context.countries.get(entry.country or "", 0.0),
        "area": AREA * context.areas.get(entry.admin1 or "", 0.0) if entry.level != "country" else 0.0,
        "near": NEAR * _near(entry, context.anchors),
        "home": HOME * _home(entry, context),
        "seat": SEAT_OF_AREA * (entry.level in ("admin1", "admin2") and _has_seat(entry, group)),
    }
    return Scored(entry, sum(features.values()), {name: value for name, value in features.items() if value})


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
    distance = kilometres((entry.lat, entry.lon), (holder.lat, holder.lon))
    return distance * 1000 <= max(holder.radius_m, 5_000) and holder.level != "water"


def rank(entry: GazetteerEntry) -> int:
    """0 for countries up to 5 for sites: a place lies in places of a lower rank."""
    if entry.level == "region":
        return 0 if entry.country is None else 1 if entry.radius_m > 60_000 else 2
    return {"country": 0, "water": 1, "admin1": 1, "admin2": 2, "settlement": 3, "site": 4}[entry.level]


def _near(entry: GazetteerEntry, anchors: list[tuple[float, float, int]]) -> float:
    if entry.level == "country":
        return 0.0
    here = (entry.lat, entry.lon)
    return max(
        (math.exp(-kilometres(here, (lat, lon)) / NEAR_KM) for lat, lon, number in anchors if number != entry.id),
        default=0.0,
    )


def _home(entry: GazetteerEntry, context: Context) -> float:
    if entry.level == "country":
        return 0.0
    here = (entry.lat, entry.lon)
    near = max((math.exp(-kilometres(here, (home.lat, home.lon)) / NEAR_KM) for home in context.homes), default=0.0)
    return max(near, 0.5 * (context.home_country is not None and entry.country == context.home_country))


def _has_seat(entry: GazetteerEntry, group: Sequence[GazetteerEntry]) -> bool:
    return any(other.level == "settlement" and other.admin1 == entry.admin1 and other.how != "sound" for other in group)
