"""Those whom a clause tells of one by one are added up, where the report gives no number of them."""

from __future__ import annotations

import pytest

from sayso.records import Figure
from tests.extract.counted_table import read_text, shown

ADDED = [
    ("mother and sons", "A woman and her two sons were killed when a shell hit their house in Kherson.",
     ["killed 1 women", "killed 3 people", "killed 2 children"]),
    ("couple", "A husband and wife were killed in the raid.", ["killed 1 men part", "killed 2 people"]),
    ("named, alongside", "A strike killed the engineer Omar Shawish alongside his wife and three children.",
     ["killed 5 people", "killed 3 children"]),
    ("along with", "The mayor, along with 15 relatives, was killed in the bombing of his house.",
     ["killed 16 people", "killed 15 people part"]),
    ("of one group", "Two doctors and two nurses were killed in the strike.",
     ["killed 2 medics part", "killed 4 medics", "killed 2 medics part"]),
    ("a bound", "At least two women and a child were wounded in the shelling.",
     ["injured >=2 women", "injured >=3 people", "injured 1 children"]),
    ("of one side", "A militant leader as well as five of his men were killed.",
     ["killed 1 fighters part", "killed 6 fighters", "killed 5 fighters part"]),
    ("him", "The raid hit the house of Omar Idris and killed him alongside his wife and three daughters.",
     ["killed 5 people", "killed 3 children"]),
]  # fmt: skip
LEFT = [
    ("two sides", "Two soldiers and three civilians were killed.", ["killed 2 soldiers", "killed 3 civilians"]),
    ("some uncounted", "A woman and her children were killed.", ["killed 1 women"]),
    ("parts of a number", "Twelve people, including a woman and her two sons, were killed.",
     ["killed 12 people", "killed 1 women", "killed 2 children"]),
    ("parts without a comma", "Raids killed 34 villagers among them 15 children in Bor.",
     ["killed 34 civilians", "killed 15 children"]),
    ("a greater number", "A woman and her two sons were killed. Hospital officials put the toll at five.",
     ["killed 1 women", "killed 2 children", "killed 5 people"]),
    ("who the six were", "Six members of the Omar family, four children and two women, were killed in Bor.",
     ["killed 6 people", "killed 4 children", "killed 2 women"]),
    ("names of the two", "A shell killed two men, Omar Idris and Basil Saleh.", ["killed 2 men"]),
    ("told elsewhere", "A shell killed Omar Idris alongside 11 members of his family. A video showed the 12 victims.",
     ["killed 11 people part", "killed 12 people"]),
    ("not done", "The militia threatened to kill a judge and her two daughters.",
     ["killed 1 people", "killed 2 children"]),
]  # fmt: skip
ROWS = ADDED + LEFT


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_is_added_up(text: str, wanted: list[str]) -> None:
    assert shown(text, "killed", "injured") == wanted


def test_a_sum_says_that_it_was_worked_out() -> None:
    figures = [c for c in read_text("A woman and her two sons were killed in Bor.").claims if isinstance(c, Figure)]
    assert [figure.best for figure in figures if "best: by adding up" in figure.basis] == [3]
