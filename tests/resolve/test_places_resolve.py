"""Mentions -> places: the sense, where it is, how exactly, and in what it lies."""

from __future__ import annotations

import pytest

from sayso.records import Place
from sayso.resolve.places import resolve_places
from sayso.resolve.places_context import outlet_home
from sayso.resolve.places_score import kilometres
from sayso.resolve.places_types import PlaceMention


def said(*names: str, **facts: object) -> list[PlaceMention]:
    """Mentions of these names, one behind the other; the facts go to the first."""
    mentions, at = [], 0
    for number, name in enumerate(names):
        more = facts if number == 0 else {}
        mentions.append(PlaceMention(**{"span": (at, at + len(name)), "name": name, "stem": name, **more}))
        at += len(name) + 1
    return mentions


def one(places: tuple[Place, ...], name: str) -> Place:
    (place,) = [place for place in places if place.name == name]
    return place


SENSES = [
    ("fame", ["Paris"], "Paris", "FR", (48.85, 2.35)),
    ("a state around", ["Paris", "Texas", "Dallas", "Bonham", "Greenville", "Texas"], "Paris", "US", (33.66, -95.56)),
    ("a country nearby", ["Tripoli", "Lebanon", "Beirut"], "Tripoli", "LB", (34.43, 35.85)),
    ("a capital", ["Washington", "Iran"], "Washington", "US", (38.9, -77.04)),
    ("another spelling", ["Raqa"], "Raqa", "SY", (35.95, 39.01)),
    ("a former name", ["Stalingrad"], "Stalingrad", "RU", (48.7, 44.5)),
    ("a region", ["Darfur"], "Darfur", "SD", (13.0, 24.5)),
    ("what news means", ["Gaza"], "Gaza", "PS", (31.42, 34.38)),
    ("a town and the area around it", ["Kidal", "Bamako"], "Kidal", "ML", (18.44, 1.41)),
    ("the country and not the state", ["Georgia", "Tbilisi", "Abkhazia"], "Georgia", "GE", (42.0, 43.5)),
    ("the province and not its seat", ["Quebec", "Ontario", "Ottawa", "Montreal"], "Quebec", "CA", (52.0, -72.0)),
    ("the province and no village", ["Hunan", "Changsha", "Beijing"], "Hunan", "CN", (27.9, 111.3)),
    ("the state and not the country", ["Georgia", "Atlanta", "Macon", "Alabama"], "Georgia", "US", (32.75, -83.5)),
]


@pytest.mark.parametrize(
    ("names", "name", "country", "point"), [case[1:] for case in SENSES], ids=[c[0] for c in SENSES]
)
def test_senses(names: list[str], name: str, country: str, point: tuple[float, float]) -> None:
    place = one(resolve_places(said(*names)), name)
    assert place.country == country and place.lat is not None and place.lon is not None
    assert kilometres((place.lat, place.lon), point) < 30


def test_what_holds_a_place_is_said_behind_a_comma() -> None:
    place = one(resolve_places(said("Cambridge", "Maryland", qualifiers=("Maryland",))), "Cambridge")
    assert (place.country, place.admin1) == ("US", "Maryland")


def test_peoples_are_context_and_no_places() -> None:
    mentions = [*said("Tripoli"), PlaceMention(span=(20, 28), name="Lebanese", stem="Lebanese", role="people")]
    (place,) = resolve_places([*mentions, *mentions[1:] * 4])
    assert place.country == "LB"


def test_of_those_who_fight_abroad_no_village_is_named() -> None:
    drones = [PlaceMention(span=(at, at + 7), name="Turkish", stem="Turkish", role="people") for at in (90, 120, 150)]
    place = one(resolve_places([*said("Syria", "Al-Qamishly"), *drones]), "Al-Qamishly")
    assert place.country == "SY"


def test_the_outlets_town_is_near() -> None:
    assert one(resolve_places(said("Clovis"), outlet="www.thefresnoherald.com"), "Clovis").admin1 == "California"


@pytest.mark.parametrize(
    ("outlet", "country"),
    [("www.dailytrust.com.ng", "NG"), ("www.example.co.uk", "GB"), ("www.example.com", None), ("medium.co", None)],
)
def test_outlet_country(outlet: str, country: str | None) -> None:
    assert outlet_home(outlet)[1] == country


AWAY = [
    ("a namesake that few know", ["Homs", "Syria", "Hama", "Damascus", "El Jadida"], "El Jadida", None),
    ("a village's namesake", ["Bamako", "Mali", "Gao", "Kidal", "Springfield"], "Springfield", None),
    ("a great city by a name that few know", ["Goma", "Bukavu", "Congo", "Beni", "Mambasa"], "Mambasa", None),
    ("a city that all know", ["Homs", "Syria", "Hama", "Damascus", "London"], "London", "GB"),
    ("in a country that is named", ["Homs", "Syria", "Hama", "Damascus", "Morocco", "El Jadida"], "El Jadida", "MA"),
    ("across the border", ["Homs", "Syria", "Hama", "Damascus", "Zahle"], "Zahle", "LB"),
    ("in a report on no country", ["El Jadida"], "El Jadida", "MA"),
]


@pytest.mark.parametrize(("names", "name", "country"), [case[1:] for case in AWAY], ids=[c[0] for c in AWAY])
def test_a_small_town_in_a_country_of_which_nothing_is_told_is_not_meant(
    names: list[str], name: str, country: str | None
) -> None:
    place = one(resolve_places(said(*names)), name)
    assert (place.country if place.lat is not None else None) == country


@pytest.mark.parametrize(("stem", "noun"), [("China", "neighborhood"), ("Kabul", "village")])
def test_no_quarter_is_a_country_and_no_village_a_great_city(stem: str, noun: str) -> None:
    name = f"{stem} {noun}"
    (place,) = resolve_places([PlaceMention(span=(0, len(name)), name=name, stem=stem, kind="town")])
    assert place.kind != "country" and place.geonames != 1138958


def test_a_tie_stays_open() -> None:
    (place,) = resolve_places(said("Marion County", kind="region"))
    assert (place.lat, place.lon, place.country, place.precision) == (None, None, "US", "unknown")
    assert len(place.candidates) == 3 and all(0 <= candidate.score <= 1 for candidate in place.candidates)


def test_a_town_and_the_region_of_its_name_are_two_places() -> None:
    town, region = said("Kharkiv", "Kharkiv region")
    places = resolve_places(
        [town, PlaceMention(span=region.span, name="Kharkiv region", stem="Kharkiv", kind="region")]
    )
    assert [place.precision for place in places] == ["settlement", "admin1"]
    assert places[0].within == places[1].id


def test_outlet_homes() -> None:
    assert outlet_home("onlineathens.com")[0][0].name == "Athens"
    assert outlet_home("chronicle.augusta.com")[0][0].name == "Augusta"
    assert not outlet_home("weekly.ahram.org.eg")[0] and not outlet_home("dailysabah.com")[0]


def test_a_place_that_no_gazetteer_knows_lies_in_the_country_of_the_report() -> None:
    at_home = resolve_places(said("Zorvaro", "Bangui", "Bambari", "Ippy", "Bria"))
    assert (one(at_home, "Zorvaro").country, one(at_home, "Zorvaro").lat) == ("CF", None)
    assert one(resolve_places(said("Zorvaro", "Bangui", "Paris", "Rome", "Cairo")), "Zorvaro").country is None


def test_one_place_however_often_and_however_named() -> None:
    (place,) = resolve_places(said("Kyiv", "Kiev", "Kyiv"))
    assert place.evidence == ((0, 4), (5, 9), (10, 14)) and place.name == "Kyiv"


def test_within_is_the_smallest_that_is_named() -> None:
    places = resolve_places(said("Goma", "North Kivu", "Africa"))
    assert one(places, "Goma").within == one(places, "North Kivu").id
    assert one(places, "Africa").within is None


def test_a_point_at_a_distance() -> None:
    (place,) = resolve_places(said("Raqqa", direction=(1, 0), distance_m=50_000))
    (raqqa,) = resolve_places(said("Raqqa"))
    assert place.precision == "near_settlement" and place.id != raqqa.id
    assert kilometres((place.lat, place.lon), (raqqa.lat, raqqa.lon)) == pytest.approx(50, abs=0.5)
    assert place.lat > raqqa.lat and place.uncertainty_m > raqqa.uncertainty_m


def test_a_part_of_a_country_lies_in_it() -> None:
    mentions = [*said("northern Syria", stem="Syria", direction=(1, 0), part=True), *said("Syria")]
    part, whole = sorted(resolve_places(mentions), key=lambda place: place.name, reverse=True)
    assert (part.precision, part.kind, part.within, part.country) == ("region", "region", whole.id, "SY")
    assert part.lat > whole.lat


def test_a_site_is_where_its_town_is() -> None:
    mentions = [*said("Raqqa"), PlaceMention(span=(20, 28), name="a mosque", stem="mosque", role="site", anchor=0)]
    town, site = resolve_places(mentions)
    assert (site.kind, site.precision, site.within, site.country, site.lat) == ("site", "site", town.id, "SY", town.lat)
    assert site.geonames is None


def test_the_city_adds_evidence_and_no_place() -> None:
    mentions = [*said("Goma"), PlaceMention(span=(30, 34), name="city", stem="city", role="back", anchor=0)]
    (place,) = resolve_places(mentions)
    assert place.evidence == ((0, 4), (30, 34))


def test_an_unknown_village_lies_where_the_text_says() -> None:
    places = resolve_places(said("Gidan Dawa", "Zamfara", qualifiers=("Zamfara",)))
    village, state = one(places, "Gidan Dawa"), one(places, "Zamfara")
    assert (village.lat, village.country, village.within, village.admin1) == (None, "NG", state.id, "Zamfara")


def test_the_same_mentions_give_the_same_places() -> None:
    mentions = said("Paris", "Texas", "Dallas")
    assert resolve_places(mentions) == resolve_places(mentions)


def test_no_mentions_no_places() -> None:
    assert resolve_places(()) == ()
