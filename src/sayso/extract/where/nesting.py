"""Which of a report's places lies in which: a claim is set in the finest of those that hold one another."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Sequence

from sayso.codebook.places import load_place_words
from sayso.extract.where.place_ranks import SECTORS
from sayso.records import Place
from sayso.resolve.places_score import METRES_PER_DEGREE, PART_RADIUS, PART_SHIFT, kilometres

EDGE = 1.3
"""So many of its radii from its middle a part of a country may reach, wherever it lies."""
WIDE = frozenset(("country", "region", "admin1", "admin2"))
ACROSS = 0.1
"""So many radii of the country its northern part reaches across the middle to the south."""


class Nesting:
    """The places of one report by what they lie in. common: ids of sites without a name of their own ("the market");
    home: the country in which most of its places lie."""

    def __init__(
        self, places: Sequence[Place], *, common: frozenset[str] = frozenset(), home: str | None = None
    ) -> None:
        self.places, self.common, self.home = {place.id: place for place in places}, common, home

    def holds(self, outer: str, inner: str) -> bool:
        """Whether one place lies in the other, by what the report says or by the country that both are in."""
        return outer != inner and (
            outer in self._above(inner)
            or self._is_country_of(outer, inner)
            or self._is_area_of(outer, inner)
            or self._is_part_around(outer, inner)
        )

    def finest(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The places, those left out in which another one of them lies."""
        ids = tuple(dict.fromkeys(ids))
        return tuple(one for one in ids if not any(self.holds(one, other) for other in ids))

    def are_common(self, ids: Sequence[str]) -> bool:
        """Whether all of them are sites without a name, which say nothing of the town that they stand in."""
        return bool(ids) and all(one in self.common for one in ids)

    def named(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The places, those left out that are sites without a name."""
        return tuple(one for one in ids if one not in self.common)

    def lie_in(self, sites: Iterable[str], places: Container[str]) -> bool:
        """Whether one of the sites is said to lie in one of the places."""
        return any(self.holder(site) in places for site in sites)

    def holders_told(self, sites: Iterable[str], *, before: int) -> tuple[str, ...]:
        """Where the sites lie that the text told of before an offset: "a clinic in X ... at the clinic"."""
        told = (site for site in sites if self.places[site].evidence[0][0] < before)
        return tuple(holder for site in told if (holder := self.holder(site)) is not None)

    def is_wide(self, place: str) -> bool:
        """Whether it is larger than a district, or a stretch of a front."""
        known = self.places.get(place)
        return known is not None and (known.precision in WIDE or self.is_sector(place))

    def is_water(self, place: str) -> bool:
        """Whether it is a river or a sea, beside which something happens in a town."""
        known = self.places.get(place)
        return known is not None and known.kind == "water"

    def is_sector(self, place: str) -> bool:
        """Whether it is a stretch of a front ("the Lyman sector"), which says little of where something happens."""
        known = self.places.get(place)
        return known is not None and known.name.rpartition(" ")[2] in SECTORS

    def are_abroad(self, ids: Sequence[str]) -> bool:
        """Whether all lie in another country than the report is about: where talks are held, where refugees are."""
        countries = {self.places[place].country for place in ids}
        return self.home is not None and bool(ids) and countries.isdisjoint((self.home, None))

    def is_unknown(self, place: str) -> bool:
        """Whether it is a name that no list has, of which the report does not say where it lies."""
        known = self.places.get(place)
        return known is not None and known.lat is None and known.within is None and place not in self.common

    def finer(self, grounds: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
        """Of the places that are acted on and those that the same words tell of the finest: what lies in the ones, or
        is no wide one as they are."""
        finest = self.finest(grounds)
        holders = {self.holder(one) for one in finest}
        towns = tuple(one for one in grounds if one in finest or one in holders or not self.is_wide(one))
        grounds = towns if self.are_common(finest) else finest
        if told and all(map(self.is_wide, grounds)) and not any(map(self.is_wide, told)):
            return told
        return self.within(grounds, [place for place in told if place not in grounds]) or grounds

    def within(self, wide: Sequence[str], ids: Sequence[str]) -> tuple[str, ...]:
        """Of the places those that lie in one of the wide ones."""
        return tuple(one for one in ids if any(self.holds(outer, one) for outer in wide))

    def _above(self, place: str) -> Iterator[str]:
        at, passed = self.holder(place), {place}
        while at is not None and at not in passed:
            yield at
            passed.add(at)
            at = self.holder(at)

    def holder(self, place: str) -> str | None:
        """The place that it is said to lie in."""
        known = self.places.get(place)
        return known.within if known is not None else None

    def _is_part_around(self, outer: str, inner: str) -> bool:
        """Whether a part of a country ("northern Ethiopia") is where the other place, a smaller one, lies."""
        part, place = self.places.get(outer), self.places.get(inner)
        if part is None or place is None or part.precision != "region" or place.precision in ("region", "country"):
            return False
        if part.country is None or part.country != place.country or part.lat is None or place.lat is None:
            return False
        if any(side := _side_of(part.name)) and all(reach >= -ACROSS for reach in _reaches(part, place, side)):
            return True
        away = kilometres((part.lat, part.lon or 0.0), (place.lat, place.lon or 0.0)) * 1000
        return away <= EDGE * (part.uncertainty_m or 0)

    def _is_country_of(self, outer: str, inner: str) -> bool:
        lord, place = self.places.get(outer), self.places.get(inner)
        if lord is None or place is None or lord.kind != "country" or place.kind == "country":
            return False
        return lord.country is not None and lord.country == place.country

    def _is_area_of(self, outer: str, inner: str) -> bool:
        lord, place = self.places.get(outer), self.places.get(inner)
        if lord is None or place is None or lord.precision != "admin1" or place.precision == "admin1":
            return False
        return lord.admin1 is not None and (lord.country, lord.admin1) == (place.country, place.admin1)


def _side_of(name: str) -> tuple[int, int]:
    """North and east, each -1, 0 or 1, by the word that a part's name begins with; both 0 where it tells none."""
    directions = load_place_words().directions
    sides = [directions.get(word, (0, 0)) for word in name.split()[0].lower().split("-")]
    return sum(side[0] for side in sides), sum(side[1] for side in sides)


def _reaches(part: Place, place: Place, side: tuple[int, int]) -> Iterator[float]:
    """How far a place lies beyond the middle of the country to each side that its part is named by, in radii of the
    country."""
    radius = (part.uncertainty_m or 0) / PART_RADIUS / METRES_PER_DEGREE or 1.0
    shift = PART_SHIFT / (math.hypot(*side) or 1.0)
    narrowing = math.cos(math.radians(part.lat or 0.0))
    away = (place.lat or 0.0) - (part.lat or 0.0), ((place.lon or 0.0) - (part.lon or 0.0)) * narrowing
    return (way * go / radius + shift for way, go in zip(away, side, strict=True) if go)
