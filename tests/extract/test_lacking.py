"""How people are off, in short reports."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import find_inputs, read_report
from sayso.records import Condition, Record


def read(text: str, tmp_path) -> Record:
    """A short text in, its record out."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    report = read_report(next(iter(find_inputs([str(path)]))), any_language=True)
    return extract_record(report, next(parse_grammars([report])))


def conditions(record: Record) -> list[Condition]:
    """The conditions of a record."""
    return [claim for claim in record.claims if isinstance(claim, Condition)]


LACKING = {
    "scarce": ("Flour, fuel and insulin are scarce in the town.", {"food", "electricity", "health"}),
    "shortage": ("Doctors warn of a shortage of clean water.", {"water"}),
    "fewer than half": ("Fewer than half of the clinics are working.", {"health"}),
    "none is open": ("None of the schools in the district is open.", {"education"}),
    "no toilets": ("The new arrivals have no toilets.", {"sanitation"}),
    "no convoy": ("No relief convoy has reached the camp since March.", {"access"}),
    "without": ("Whole districts have been without electricity for weeks.", {"electricity"}),
    "neither nor": ("Families sleep in the open with neither food nor blankets.", {"shelter", "food"}),
    "live on": ("Residents have lived on bread and tea for a month.", {"food"}),
    "eat leaves": ("People are eating leaves and animal feed.", {"food"}),
    "run out": ("The ward has run out of oxygen.", {"health"}),
    "price": ("The price of a sack of rice has tripled.", {"food"}),
    "malnourished": ("The team treated 300 acutely malnourished children.", {"nutrition"}),
    "crammed": ("More than a million people are crammed into the city.", {"shelter"}),
    "disease": ("Cholera has claimed the lives of ten children.", {"health"}),
    "stock": ("We have diesel for the generators for three days.", {"electricity"}),
    "suspended": ("Oxfam suspended its work in the region.", {"access"}),
    "shared": ("Some 1,200 people share nine latrines.", {"sanitation"}),
}


@pytest.mark.parametrize(("text", "themes"), LACKING.values(), ids=LACKING.keys())
def test_reads_want(text: str, themes: set[str], tmp_path) -> None:
    assert [set(claim.themes) for claim in conditions(read(text, tmp_path))] == [themes]


NOT_LACKING = {
    "closed by an army": "The army closed the corridor and cut the road.",
    "ordered": "The governor ordered the closure of all markets.",
    "trapped": "Dozens of guests were trapped in the hotel.",
    "looting": "Gunmen looted houses in the village.",
    "critical condition": "Six of the wounded are in critical condition.",
    "school hit": "No school was hit in the raid.",
    "price of oil": "The company sold water to the city.",
}


@pytest.mark.parametrize("text", NOT_LACKING.values(), ids=NOT_LACKING.keys())
def test_leaves_out_what_is_no_want(text: str, tmp_path) -> None:
    assert conditions(read(text, tmp_path)) == []


def test_want_that_will_come_is_expected(tmp_path) -> None:
    (claim,) = conditions(read("Rice will run out within two weeks.", tmp_path))
    assert claim.realis == "expected"


def test_a_sentence_gives_one_claim_with_its_people_and_its_words(tmp_path) -> None:
    (claim,) = conditions(read("Many residents were severely malnourished and had no water.", tmp_path))
    assert set(claim.themes) == {"nutrition", "water"}
    assert (claim.group, claim.severity) == ("residents", "severely malnourished")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Electricity and telephones remain cut.", "cut"),
        ("No fuel has come in since July.", "No fuel"),
        ("Families have no access to clean water.", "have no access"),
        ("There is no running water in the camp.", "no running water"),
        ("Three clinics in Gao have been shut.", "have been shut"),
        ("Some 40,000 people in Malakal are in need of shelter.", "are in need"),
        ("The ward has run out of oxygen.", "run out"),
        ("The most urgent needs are food and shelter.", "urgent needs"),
        ("Partners have been unable to reach the camp.", "have been unable"),
        ("Schools in Djibo remain closed.", "remain closed"),
    ],
)
def test_severity_is_in_words_that_say_it(text: str, severity: str, tmp_path) -> None:
    assert [claim.severity for claim in conditions(read(text, tmp_path))] == [severity]
