"""The days that times mean in their clauses, and the days of what is told with them."""

from __future__ import annotations

import pytest

from sayso.codebook import codebook_index
from sayso.extract import extract_record
from sayso.extract.reading import Reading
from sayso.extract.stage import tense_at
from sayso.parse import parse_grammars
from sayso.records import Event, Interval, Published, Record, Report, report_id

FRIDAY = Published(start="2017-10-13", end="2017-10-13", basis="given", evidence=())


def report_of(text: str) -> Report:
    return Report(id=report_id(text.encode()), text=text, published=FRIDAY)


def record_of(text: str) -> Record:
    report = report_of(text)
    return extract_record(report, next(iter(parse_grammars([report]))))


TENSES = [
    ("The envoys met on Monday.", "past"),
    ("The envoys will meet on Monday.", "future"),
    ("The envoys would meet on Monday, he said.", "future"),
    ("The envoys would have met on Monday, he said.", "present"),
    ("On Monday, the council is expected to vote.", "future"),
    ("On Monday, the union plans to hold a rally.", "future"),
    ("Talks begin in Oslo on Monday.", "future"),
    ("The truce takes effect at noon on Monday.", "future"),
    ("Gunmen open the door on Monday.", "present"),
    ("Flights would leave on Sunday, a third following on Monday.", "future"),
]


@pytest.mark.parametrize(("text", "tense"), TENSES, ids=[row[0] for row in TENSES])
def test_the_tense_of_a_clause(text: str, tense: str) -> None:
    report = report_of(text)
    reading = Reading(report, next(parse_grammars([report])), index=codebook_index())
    assert tense_at(reading, text.index("Monday")) == tense


NAMED = {
    "a month": ("In March Human Rights Watch reported killings.", "Human Rights Watch"),
    "a weekday": ("By Monday Zorvaro Front had taken the town.", "Zorvaro Front"),
    "a day of a month": ("From 3 to 15 October EWG has recorded the use of rockets.", None),
}


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED)
def test_no_name_begins_inside_a_date(text: str, name: str | None) -> None:
    record = record_of(text)
    assert not [party.name for party in record.parties if party.name.startswith(("March", "Monday", "October"))]
    assert name is None or name in [party.name for party in record.parties]


@pytest.mark.parametrize(
    "text",
    ["The March 23 Movement took Masisi.", "Police shot a member of the April 6 Youth Movement."],
    ids=["known", "by its last word"],
)
def test_a_day_in_a_name_is_none(text: str) -> None:
    assert record_of(text).times == ()


def test_a_day_before_a_name_is_one() -> None:
    assert [time.text for time in record_of("On Monday Army units entered Goma.").times] == ["On Monday"]


def test_an_institution_is_no_site() -> None:
    assert not record_of("Lawmakers in the House passed the bill.").places


def test_what_refers_back_is_no_name_of_a_place() -> None:
    text = "Shells fell on Goma at dawn. Residents of the city fled."
    (place,) = record_of(text).places
    assert [text[slice(*span)] for span in place.evidence] == ["Goma"]


def test_until_names_a_day_and_dates_what_is_told_before_it() -> None:
    record = record_of("Rebels shelled the town of Sarmin until Tuesday.")
    assert [(time.start, time.end) for time in record.times] == [("2017-10-10", "2017-10-10")]
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    assert event.when is not None
    assert Interval(start=event.when.start, end=event.when.end) == Interval(start=None, end="2017-10-10")
