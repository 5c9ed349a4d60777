"""Who lacks what, told in many ways: how it is compared, and how much of it has to be read."""

from __future__ import annotations

import pytest

from bench.lackings import DATA, lackings, read_lackings
from bench.relatings import load_relatings, share_of, show_relatings
from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Record, Report, report_id

LEAST = 0.86
"""The share of all themes, wanted or made up, that has to be found; 0.88 when it was written."""


def read(text: str) -> Record:
    """A sentence in, its record out."""
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def test_further_themes_of_a_claim_are_no_fault() -> None:
    record = read("The camp has no water and no food.")
    assert lackings(record, {"water"}) == [("water",)]
    assert sorted(lackings(record, set())) == [("food",), ("water",)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said there was no shortage of bread.",
        "The militia is supplied only by Iran.",
        "Rebels cut the road to the airport.",
        "The militia said its fighters would not come to the rebels' aid.",
    ],
)
def test_what_is_no_want(text: str) -> None:
    assert lackings(read(text), set()) == []


def test_want_is_read_however_it_is_told() -> None:
    outcomes = list(read_lackings(load_relatings(DATA)))
    assert share_of(outcomes) >= LEAST, "\n".join(show_relatings(outcomes))
