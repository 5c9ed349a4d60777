"""Figures as news agencies give them: tolls put at a number, running numbers, and whose losses they are."""

from __future__ import annotations

import pytest

from sayso.records import Figure
from tests.extract.counted_table import read_text, shown

RECKONED = [
    ("rebel dead", "The army put rebel dead at more than 120.", ["killed >120 people"]),
    ("dead and wounded", "The ministry put the dead at 14 and the wounded at 30.",
     ["killed 14 people", "injured 30 people"]),
    ("number of dead and injured", "The ministry put the number of dead at 14 and the injured at 30.",
     ["killed 14 people", "injured 30 people"]),
    ("losses", "The rebels put their own losses at four dead and nine wounded.",
     ["killed 4 fighters", "injured 9 fighters"]),
]  # fmt: skip
RUNNING = [
    ("number of soldiers killed", "The latest deaths bring the number of soldiers killed this year to 120.",
     ["killed 120 soldiers"]),
    ("number detained", "The arrests took to 40 the number of activists detained this month.",
     ["detained 40 civilians cumulative"]),
    ("number killed so far", "The raid brought to seven the number of nurses killed since May.", ["killed 7 medics cumulative"]),
    ("killed this year", "Twelve nurses have been killed this year.", ["killed 12 medics cumulative"]),
    ("earlier this month", "The army killed 12 rebels in a raid earlier this month.", ["killed 12 fighters"]),
    ("the third this year", "Nine people died on Monday in the third such attack this year.", ["killed 9 people"]),
    ("number who have fled", "More than 600 people crossed into Chad, bringing to 178,000 the number who have fled there since May.",
     ["displaced >600 people", "displaced 178000 people cumulative"]),
]  # fmt: skip
WITHOUT = [
    ("are without", "Some 35,000 people in the city are without running water.", ["in_need 35000 people stock"]),
    ("left without", "Fighting left two million people without power.", ["in_need 2e+06 people stock"]),
]  # fmt: skip
GOT_BACK = [("got back", "Kyiv got back 116 of its soldiers.", ["released 116 soldiers"])]
ROWS = RECKONED + RUNNING + WITHOUT + GOT_BACK


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_counts_what_agencies_reckon(text: str, wanted: list[str]) -> None:
    assert shown(text, "killed", "injured", "detained", "displaced", "in_need", "released") == wanted


LOSERS = {
    "rebel dead": ("The army put rebel dead at more than 120.", "rebel"),
    "own losses": ("The rebels put their own losses at four dead.", "rebels"),
}


@pytest.mark.parametrize(("text", "whose"), LOSERS.values(), ids=LOSERS.keys())
def test_says_whose_the_dead_are(text: str, whose: str) -> None:
    record = read_text(text)
    (figure,) = [claim for claim in record.claims if isinstance(claim, Figure)]
    (party,) = [party for party in record.parties if party.id in figure.party]
    assert party.name == whose
