"""The days that time expressions mean, seen from a Sunday, 15 October 2017, unless said otherwise."""

from __future__ import annotations

import pytest

from sayso.records import Interval
from sayso.resolve.times import resolve_times, resolve_values, resolved_value, scan_times

SUNDAY = Interval(start="2017-10-15", end="2017-10-15")

DAYS = [
    ("It fell on 12 October 2017.", "2017-10-12", "2017-10-12", "day", "stated"),
    ("Taken on 2017-10-12T08:00:00Z", "2017-10-12", "2017-10-12", "day", "stated"),
    ("Taken 28/02/2016", "2016-02-28", "2016-02-28", "day", "stated"),
    ("The army said Sunday that it won.", "2017-10-15", "2017-10-15", "day", "inferred"),
    ("On Friday, scores fled.", "2017-10-13", "2017-10-13", "day", "inferred"),
    ("last Sunday", "2017-10-08", "2017-10-08", "day", "inferred"),
    ("next Friday", "2017-10-20", "2017-10-20", "day", "inferred"),
    ("Tuesday last week", "2017-10-03", "2017-10-03", "day", "inferred"),
    ("yesterday", "2017-10-14", "2017-10-14", "day", "inferred"),
    ("overnight", "2017-10-14", "2017-10-15", "day", "inferred"),
    ("overnight into Friday", "2017-10-12", "2017-10-13", "day", "inferred"),
    ("overnight on Thursday", "2017-10-12", "2017-10-13", "day", "inferred"),
    ("overnight from Thursday to Friday", "2017-10-12", "2017-10-13", "day", "inferred"),
    ("late Thursday into Friday", "2017-10-12", "2017-10-13", "day", "inferred"),
    ("in the past day", "2017-10-14", "2017-10-15", "day", "inferred"),
    ("over the past 48 hours", "2017-10-13", "2017-10-15", "day", "inferred"),
    ("last night", "2017-10-14", "2017-10-14", "day", "inferred"),
    ("three years ago", "2014-01-01", "2014-12-31", "year", "inferred"),
    ("a month ago", "2017-09-01", "2017-09-30", "month", "inferred"),
    ("10 days ago", "2017-10-05", "2017-10-05", "day", "inferred"),
    ("in the last two years", "2015-10-15", "2017-10-15", "year", "inferred"),
    ("over the past two weeks", "2017-10-01", "2017-10-15", "week", "inferred"),
    ("last week", "2017-10-02", "2017-10-08", "week", "inferred"),
    ("this month", "2017-10-01", "2017-10-31", "month", "inferred"),
    ("late last month", "2017-09-21", "2017-09-30", "month", "inferred"),
    ("early next year", "2018-01-01", "2018-04-30", "month", "inferred"),
    ("last April", "2017-04-01", "2017-04-30", "month", "inferred"),
    ("in mid-March 2016", "2016-03-11", "2016-03-20", "month", "stated"),
    ("in early 2014", "2014-01-01", "2014-04-30", "month", "stated"),
    ("in 2014", "2014-01-01", "2014-12-31", "year", "stated"),
    ("in the 1990s", "1990-01-01", "1999-12-31", "decade", "stated"),
    ("in the 19th century", "1801-01-01", "1900-12-31", "vague", "stated"),
    ("since June 6", "2017-06-06", "2017-10-15", "day", "inferred"),
    ("since April", "2017-04-01", "2017-10-15", "month", "inferred"),
    ("by Wednesday", None, "2017-10-18", "day", "inferred"),
    ("until May 2018", "2018-05-01", "2018-05-31", "month", "stated"),
    ("through next year, he", "2018-01-01", "2018-12-31", "year", "inferred"),
    ("from 1996 on, they", "1996-01-01", "1996-12-31", "year", "stated"),
    ("killed last Nov. 3 at home", "2016-11-03", "2016-11-03", "day", "inferred"),
    ("as Easter week began", "2017-04-10", "2017-04-16", "week", "inferred"),
    ("over Memorial Day weekend", "2017-05-27", "2017-05-28", "week", "inferred"),
    ("before 12 May 2016, they", None, "2016-05-11", "day", "stated"),
    ("after 12 May 2016, they", "2016-05-13", None, "day", "stated"),
    ("shortly after midnight on 12 May 2016, they", "2016-05-12", "2016-05-12", "day", "stated"),
    ("just before 2 a.m. on Friday", "2017-10-13", "2017-10-13", "day", "inferred"),
    ("after dark on Friday", "2017-10-13", "2017-10-13", "day", "inferred"),
    ("since dawn on Friday", "2017-10-13", "2017-10-15", "day", "inferred"),
    ("until midnight on 12 May 2016, they", "2016-05-12", "2016-05-12", "day", "stated"),
    ("from 2012 to 2016", "2012-01-01", "2016-12-31", "year", "stated"),
    ("from 28 December to 3 January 2014", "2013-12-28", "2014-01-03", "day", "stated"),
    ("between January and March", "2017-01-01", "2017-03-31", "month", "inferred"),
    ("in recent weeks", None, "2017-10-15", "vague", "inferred"),
    ("several years ago", None, None, "vague", "unresolved"),
    ("in the summer of 2015", "2015-06-01", "2015-08-31", "season", "stated"),
    ("last winter", "2016-12-01", "2017-02-28", "season", "inferred"),
    ("on Christmas Eve 1991", "1991-12-24", "1991-12-24", "day", "stated"),
    ("on Easter Sunday 2016", "2016-03-27", "2016-03-27", "day", "stated"),
    ("on Orthodox Easter 2016", "2016-05-01", "2016-05-01", "day", "stated"),
    ("on Orthodox Christmas 2023", "2023-01-07", "2023-01-07", "day", "stated"),
    ("on Eid al-Fitr 2016", "2016-07-06", "2016-07-06", "day", "stated"),
    ("during Ramadan 2016", "2016-06-06", "2016-07-05", "month", "stated"),
    ("on Thanksgiving 2016", "2016-11-24", "2016-11-24", "day", "stated"),
    ("in the third quarter of 2016", "2016-07-01", "2016-09-30", "season", "stated"),
    ("in the first half of June", "2017-06-01", "2017-06-15", "week", "inferred"),
    ("at the weekend", "2017-10-14", "2017-10-15", "week", "inferred"),
    ("two days before Christmas 2016", "2016-12-23", "2016-12-23", "day", "inferred"),
    ("a week after the attack", None, None, "week", "unresolved"),
    ("31 February 2016", None, None, "vague", "unresolved"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision", "basis"), DAYS, ids=[row[0] for row in DAYS])
def test_days(text: str, start: str | None, end: str | None, precision: str, basis: str) -> None:
    if start is end is None and not scan_times(text):
        return
    (time,) = resolve_times(scan_times(text), text=text, day=SUNDAY)
    assert (time.start, time.end, time.precision, time.basis) == (start, end, precision, basis)
    assert text[slice(*time.evidence[0])] == time.text


TENSES = [
    ("They meet on Monday.", "past", "2017-10-09"),
    ("They meet on Monday.", "future", "2017-10-16"),
    ("They meet on Sunday.", "past", "2017-10-15"),
    ("It begins on November 20.", "past", "2017-11-20"),
    ("It begins on January 5.", "past", "2017-01-05"),
    ("It burned on December 12.", "past", "2016-12-12"),
    ("They have fled since December 12.", None, "2016-12-12"),
    ("They want to stay, as they have since November.", "future", "2016-11-01"),
    ("It begins on January 5.", "future", "2018-01-05"),
    ("A rally is planned for Tuesday.", "past", "2017-10-17"),
    ("It had been due to end on Tuesday.", None, "2017-10-10"),
    ("He announced the plan Monday.", None, "2017-10-09"),
    ("Losses were lower-than-expected after it closed Tuesday.", "past", "2017-10-10"),
    ("The council is to meet on Tuesday.", None, "2017-10-17"),
    ("They extended the truce until 9:30 a.m. GMT Tuesday.", "past", "2017-10-17"),
    ("They moved the talks, scheduled for 9 a.m. Tuesday.", "past", "2017-10-17"),
    ("She plans to resign Tuesday.", None, "2017-10-17"),
    ("The raid began as previously planned Saturday.", None, "2017-10-14"),
    ("They will appeal Tuesday's ruling.", "future", "2017-10-10"),
    ("They will watch Tuesday's vote.", "future", "2017-10-17"),
]


@pytest.mark.parametrize(("text", "tense", "start"), TENSES, ids=[f"{row[0]} {row[1]}" for row in TENSES])
def test_the_tense_gives_the_direction(text: str, tense: str | None, start: str) -> None:
    (time,) = resolve_times(scan_times(text), text=text, day=SUNDAY, tense_at=lambda _: tense)  # type: ignore[arg-type]
    assert time.start == start


TOLD = [
    ("On 12 June they came. Two days later they left.", "2017-06-14"),
    ("On 12 June they came. The next day they left.", "2017-06-13"),
    ("On 12 June they came. The same day they left.", "2017-06-12"),
    ("He was killed on 12 June. The day before, he had called.", "2017-06-11"),
    (
        "They burned the town on 12 June, the monitors said on 1 July. The previous day a base had been hit.",
        "2017-06-11",
    ),
    ("A bomb killed six on 12 June. The day after the bombing they fled.", "2017-06-13"),
    ("They shot a judge on 12 June. On 1 July a law was passed. Two days after his death they fled.", "2017-06-14"),
    ("The war began in February 2012. That September the town fell.", "2012-09-01"),
    ("The war began in May 2012. The following year the town fell.", "2013-01-01"),
]


@pytest.mark.parametrize(("text", "start"), TOLD, ids=[row[0] for row in TOLD])
def test_what_follows_counts_from_the_date_told(text: str, start: str) -> None:
    first, *_, then = resolve_times(scan_times(text), text=text, day=SUNDAY)
    assert then.start == start
    assert first.evidence[0] in then.evidence


UNTOLD = [
    "They came back on 12 June. Two days after the attack they fled.",
    "They raided it on 12 June and shelled it on 14 June. Two days after the attack they fled.",
    "On 12 June they held a man, two days after the attack.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_days_are_not_counted_from_a_deed_whose_day_is_not_told(text: str) -> None:
    last = resolve_times(scan_times(text), text=text, day=SUNDAY)[-1]
    assert (last.start, last.basis) == (None, "unresolved")


def test_the_day_of_a_saying_is_counted_from_in_its_own_sentence() -> None:
    text = "On 12 June they came. The army said on 1 July that it had lost a post the previous day."
    assert resolve_times(scan_times(text), text=text, day=SUNDAY)[-1].start == "2017-06-30"


def test_the_week_is_the_period_that_the_report_covers() -> None:
    text = "It covers 2-8 October 2017.\n\nSome 400 people fled during the week."
    assert resolve_times(scan_times(text), text=text, day=SUNDAY)[1].start == "2017-10-02"


NO_DAY = [
    ("The army said Sunday it won.", None, None, "unresolved"),
    ("three years ago", None, None, "unresolved"),
    ("since 6 June 2017", "2017-06-06", None, "stated"),
    ("in 2014", "2014-01-01", "2014-12-31", "stated"),
    ("since June 6", None, None, "unresolved"),
]


@pytest.mark.parametrize(("text", "start", "end", "basis"), NO_DAY, ids=[row[0] for row in NO_DAY])
def test_without_the_report_s_day_what_is_relative_stays_open(
    text: str, start: str | None, end: str | None, basis: str
) -> None:
    (time,) = resolve_times(scan_times(text), text=text)
    assert (time.start, time.end, time.basis) == (start, end, basis)


def test_without_the_report_s_day_a_date_borrows_the_year_of_another() -> None:
    text = "Fighting raged on June 6. A picture of 11 August 2017 shows it."
    borrowed, stated = resolve_times(scan_times(text), text=text)
    assert (borrowed.start, borrowed.basis) == ("2017-06-06", "inferred")
    assert stated.evidence[0] in borrowed.evidence


def test_day_and_month_that_may_be_swapped_go_by_the_report_s_day() -> None:
    text = "Filed 10/05/2017 in Kabul."
    assert resolve_times(scan_times(text), text=text, day=SUNDAY)[0].start == "2017-10-05"
    assert resolve_times(scan_times(text), text=text)[0].start == "2017-05-10"


def test_seasons_of_the_south() -> None:
    text = "in the summer of 2015"
    assert resolve_times(scan_times(text), text=text, hemisphere="south")[0].start == "2015-12-01"


def test_the_time_at_a_span_is_found() -> None:
    text = "It fell on Friday and rose in 2014, since April."
    times = resolve_values(scan_times(text), text=text, day=SUNDAY)
    at = text.index("2014")
    found = resolved_value(times, (at, at + 4))
    assert found is not None
    assert found.bare == Interval(start="2014-01-01", end="2014-12-31")
    assert resolved_value(times, (0, 3)) is None


WITHIN = [
    ("They must leave by Wednesday.", None, "2017-10-18", None, "2017-10-18"),
    ("The truce holds until Wednesday.", "2017-10-18", "2017-10-18", None, "2017-10-18"),
    ("It has been banned from 4 May 2016, he said.", "2016-05-04", "2016-05-04", "2016-05-04", None),
    ("It has been banned since 4 May 2016.", "2016-05-04", "2017-10-15", "2016-05-04", "2017-10-15"),
]


@pytest.mark.parametrize(("text", "start", "end", "first", "last"), WITHIN, ids=[row[0] for row in WITHIN])
def test_until_and_from_name_a_day_and_leave_what_is_told_open(
    text: str, start: str | None, end: str | None, first: str | None, last: str | None
) -> None:
    (found,) = resolve_values(scan_times(text), text=text, day=SUNDAY)
    assert (found.time.start, found.time.end) == (start, end)
    assert found.within == Interval(start=first, end=last)
