"""Runs of capitalised words that are people, and those that only look like them."""

from __future__ import annotations

import pytest

from sayso.codebook import codebook_index
from sayso.extract.names.names import find_names
from sayso.extract.names.people import find_people
from sayso.extract.reading import Reading
from sayso.parse import parse_grammars
from sayso.records import Report, report_id


def people_of(text: str) -> list[str]:
    report = Report(id=report_id(text.encode()), text=text)
    reading = Reading(report, next(parse_grammars([report])), index=codebook_index())
    return [person.name for person in find_people(reading, find_names(reading))]


SOMEBODY = {
    "a surname that is a thing": ("Denise Okafor-Lane, a farmer, fled.", ["Denise Okafor-Lane"]),
    "behind a place and an office": ("Ohio Gov. Marta Oduya spoke on Monday.", ["Marta Oduya"]),
    "behind a county and an office": ("Walton County Sheriff Abel Korhan said he ran.", ["Abel Korhan"]),
    "a sheikh in the middle": ("Hassan Sheikh Ibrahim said he would go.", ["Hassan Sheikh Ibrahim"]),
    "elected to an office": ("President-elect Dorka Feld spoke on Monday.", ["Dorka Feld"]),
    "an age": ("Dorka Feld, 34, was not hurt.", ["Dorka Feld"]),
}
NOBODY = {
    "a province that labels its news": "Al-Kerim province: Activists spoke of four dead in Al-Kerim province.",
    "a village": "Shells fell on the village of Sheikh Daoud.",
    "a lake": "They fled over Lake Zorvaro at night.",
    "a county": "Brindle County Environmental Health posted signs.",
    "an island": "Shells fell on Obrisk Island.",
    "an owner's county": "Ducks died in Queen Anne's County.",
    "a direction": "Southern Sudan is rich in oil.",
    "a number of something": "In the city of Yueyang, 47 reservoirs burst.",
    "a region in brackets": "Inspector General of Police (Kashmir) Earl Pomeroy spoke.",
    "an operation": "The army launched Operation Zorvaro Kai in Borno.",
    "a seat": "Earl Pomeroy, D-N.D., asked why.",
}


@pytest.mark.parametrize(("text", "names"), SOMEBODY.values(), ids=SOMEBODY)
def test_somebody(text: str, names: list[str]) -> None:
    assert people_of(text) == names


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody(text: str) -> None:
    assert not [name for name in people_of(text) if name != "Earl Pomeroy"]


def test_a_place_of_the_report_is_no_later_mention_of_somebody() -> None:
    text = "Rodeo Tulsa opens today. Visitors come from all over. The riders meet in Tulsa."
    assert people_of(text) == []
