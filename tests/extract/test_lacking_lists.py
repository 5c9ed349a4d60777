"""Want of several things, and whose word it is."""

from __future__ import annotations

import pytest

from sayso.records import Condition
from tests.extract.counted_table import read_text, said_by, shown

LISTS = {
    "need of three": ("Families are in urgent need of food, shelter and medicine.", {("food", "shelter", "health")}),
    "shortages of four": (
        "There are shortages of food, clean water, medicines and blankets in Bor.",
        {("food", "water", "health", "shelter")},
    ),
    "a lack of troops": ("A lack of soldiers, guns and luck cost the army the town.", set()),
    "two speakers": (
        "The camp has no water, and residents said they lacked food.",
        {("water",), ("food",)},
    ),
}


@pytest.mark.parametrize(("text", "themes"), LISTS.values(), ids=LISTS.keys())
def test_what_is_lacked(text: str, themes: set[tuple[str, ...]]) -> None:
    assert {claim.themes for claim in read_text(text).claims if isinstance(claim, Condition)} == themes


def test_those_who_are_spoken_of_share_the_lot_of_those_before() -> None:
    text = "The group reported the deaths of 300 soldiers and speaks of more than 1,800 civilians."
    assert shown(text, "killed", "other") == ["killed 300 soldiers", "killed >1800 civilians"]
    assert said_by(text, "killed") == [("300", "group"), (">1800", "group")]


def test_those_who_came_do_not() -> None:
    text = "Rebels killed 12 soldiers in Kona. Residents spoke of 40 armed men who came at dawn."
    assert shown(text, "killed") == ["killed 12 soldiers"]


def test_names_without_their_accents() -> None:
    record = read_text("Medecins Sans Frontieres said 12 people died.")
    assert "Médecins Sans Frontières" in {party.name for party in record.parties}


def test_a_council_by_its_last_word() -> None:
    record = read_text("The National Transitional Council met. Ali Tarhouni, the council spokesman, said 12 men died.")
    named = {party.id: party.name for party in record.parties}
    assert [named.get(person.party or "") for person in record.people] == ["National Transitional Council"]
