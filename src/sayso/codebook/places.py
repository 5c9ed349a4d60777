"""What Sayso knows about places beside the gazetteer. Data: `data/places_*.yaml`; coordinates are degrees (WGS 84),
distances km.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from sayso.codebook.frames import Checked
from sayso.codebook.load import DATA, read_data
from sayso.records.mentions import PlaceKind

LISTS_OF_PLACES = ("places_regions", "places_waters", "places_sites", "places_islands", "places_former")


class CountryEntry(Checked, frozen=True, kw_only=True):
    """A country: ISO 3166-1 alpha-2 code, rough centre, further names, and adjectives and names of its people
    ("Syrian").
    """

    iso: str
    name: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    plain: bool = False


class AreaEntry(Checked, frozen=True, kw_only=True):
    """A first order area of `places_admin.yaml` (`code`: GeoNames', "US.OH"): a better centre and further names."""

    code: str
    name: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()


class CityEntry(Checked, frozen=True, kw_only=True):
    """A city of the gazetteer and what else news and history call it: the largest of its country by any name."""

    name: str
    country: str
    names: tuple[str, ...] = ()


class PlaceEntry(Checked, frozen=True, kw_only=True):
    """A place that the gazetteer lacks: the countries it lies in (the main one first), rough centre, radius in km."""

    name: str
    kind: PlaceKind
    countries: tuple[str, ...] = ()
    lat: float
    lon: float
    km: float
    names: tuple[str, ...] = ()


class PlaceWords(Checked, frozen=True, kw_only=True, eq=False):
    """Words by whose company one can tell a place name from another name; all in lower case. Data: `places_words.yaml`.

    *_nouns: what a place can be ("town", "province"); common_sites: nouns of which one can say that something
    happened there; city_parts: those district nouns that mean a part of a town; directions: word -> (north, east),
    each -1, 0 or 1; strong_prepositions stand before places only,
    weak ones before other things too; never: what no place is meant by (a party, a title); ordinary, surnames,
    given_names: words and names of people that are villages somewhere; acting_verbs: lemmas of what a government does
    when its capital is named for it ("Moscow said"); taking_verbs: forms of verbs whose object, in news of war, is a
    place ("captured", "shelling"); function_words: no name begins or goes on with them; inner_words: small words
    inside names ("Deir ez-Zor"); home_nouns: who or what stands behind the name of its town ("an Elkton man");
    area_nouns: those region and district nouns that make a place of a name which no gazetteer has ("Masisi
    territory"); illness_nouns stand behind the place that an illness is named for ("Lassa fever"); street_nouns end a
    street's name, in capitals; numbered_roads stand before a road's number, road_nouns behind its code ("the M5
    motorway"), road_owners before "Road" and its number ("County Road 4").
    """

    settlement_nouns: frozenset[str]
    region_nouns: frozenset[str]
    district_nouns: frozenset[str]
    city_parts: frozenset[str]
    water_nouns: frozenset[str]
    site_nouns: frozenset[str]
    common_sites: frozenset[str]
    directions: dict[str, tuple[int, int]]
    outskirts: frozenset[str]
    strong_prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    abbreviated_titles: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    institutions: frozenset[str]
    months_and_days: frozenset[str]
    never: frozenset[str]
    ordinary: frozenset[str]
    surnames: frozenset[str]
    given_names: frozenset[str]
    acting_verbs: frozenset[str]
    taking_verbs: frozenset[str]
    motion_verbs: frozenset[str]
    motion_nouns: frozenset[str]
    function_words: frozenset[str]
    inner_words: frozenset[str]
    home_nouns: frozenset[str]
    area_nouns: frozenset[str]
    illness_nouns: frozenset[str]
    street_nouns: frozenset[str]
    numbered_roads: frozenset[str]
    road_nouns: frozenset[str]
    road_owners: frozenset[str]
    placed_nouns: frozenset[str]
    site_prepositions: frozenset[str]
    paper_words: frozenset[str]


class PlaceBook(msgspec.Struct, frozen=True, kw_only=True):
    """All of the places' data but the words. `admin`: country code -> lines of `code|geonames|name|lat|lon|km|names
    with ;`.
    """

    countries: tuple[CountryEntry, ...]
    admin: dict[str, str]
    areas: tuple[AreaEntry, ...]
    cities: tuple[CityEntry, ...]
    places: tuple[PlaceEntry, ...]


@cache
def load_place_words() -> PlaceWords:
    """The words that ship with Sayso, read once a process."""
    return read_data(DATA / "places_words.yaml", PlaceWords)


def place_files() -> tuple[Path, ...]:
    """The files that `load_place_book` reads, sorted: they decide whether a gazetteer is up to date."""
    names = ("places_countries", "places_admin", "places_areas", "places_cities", *LISTS_OF_PLACES)
    return tuple(DATA / f"{name}.yaml" for name in sorted(names))


def load_place_book() -> PlaceBook:
    """The places that ship with Sayso. Not kept: only the building of a gazetteer needs them. Raises CodebookError."""
    return PlaceBook(
        countries=read_data(DATA / "places_countries.yaml", tuple[CountryEntry, ...]),
        admin=read_data(DATA / "places_admin.yaml", dict[str, str]),
        areas=read_data(DATA / "places_areas.yaml", tuple[AreaEntry, ...]),
        cities=read_data(DATA / "places_cities.yaml", tuple[CityEntry, ...]),
        places=tuple(
            entry for name in LISTS_OF_PLACES for entry in read_data(DATA / f"{name}.yaml", tuple[PlaceEntry, ...])
        ),
    )
