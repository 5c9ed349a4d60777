"""Who holds what, told in many ways: how it is compared, and how much of it has to be read."""

from __future__ import annotations

from bench.holdings import DATA, holdings, read_holdings
from bench.relatings import load_relatings, share_of, show_relatings
from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Record, Report, report_id

LEAST = 0.87
"""The share of all claims of control, wanted or made up, that has to be found; 0.88 when it was written."""


def read(text: str) -> Record:
    """A sentence in, its record out."""
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def test_each_holder_and_place_is_a_row() -> None:
    rows = holdings(read("The Houthis hold Sanaa and Hodeidah."))
    assert [(row[0][:6], row[1], row[2][:5]) for row in rows] == [
        ("houthi", "held", "sanaa"),
        ("houthi", "held", "hodei"),
    ]


def test_a_siege_that_was_lifted_is_none() -> None:
    assert holdings(read("The army broke the siege of Dilling on Monday.")) == []


def test_control_is_read_however_it_is_told() -> None:
    outcomes = list(read_holdings(load_relatings(DATA)))
    assert share_of(outcomes) >= LEAST, "\n".join(show_relatings(outcomes))
