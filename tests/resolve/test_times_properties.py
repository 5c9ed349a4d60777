"""What holds for every text: spans inside it, in order, days in order, the same result twice."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sayso.codebook.times import load_holidays, load_times
from sayso.records import Interval
from sayso.resolve.published import infer_published
from sayso.resolve.time_calendar import days_of_holiday, easter, orthodox_easter
from sayso.resolve.times import resolve_times, scan_times

EXAMPLES = " ".join(text for form in load_times().forms for text in form.reads)
ODDITIES = {"\n\n", "31", "2016", "Feb. 30,", "İstanbul", "\u00a0", "people", "99", "0000", "1st"}
NAMES = {name for entry in load_holidays() for name in entry.names}
WORDS = sorted({*EXAMPLES.replace("[", "").replace("]", "").split(), *NAMES, *ODDITIES})
TEXTS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.text(max_size=60))
DATES = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2060, 12, 31))
TENSES = st.sampled_from(["past", "present", "future", None])


@given(TEXTS)
def test_spans_lie_in_the_text_and_follow_one_another(text: str) -> None:
    last = 0
    for mention in scan_times(text):
        assert last <= mention.full[0] <= mention.span[0] < mention.span[1] <= mention.full[1] <= len(text)
        assert text[slice(*mention.full)].strip() == text[slice(*mention.full)]
        last = mention.full[1]


@given(TEXTS, st.none() | DATES, TENSES)
def test_days_are_in_order_and_the_same_twice(text: str, day: dt.date | None, tense: str | None) -> None:
    published = Interval(start=day.isoformat(), end=day.isoformat()) if day else None
    times = resolve_times(scan_times(text), text=text, day=published, tense_at=lambda _: tense)  # type: ignore[arg-type, return-value]
    assert times == resolve_times(scan_times(text), text=text, day=published, tense_at=lambda _: tense)  # type: ignore[arg-type, return-value]
    assert len({time.id for time in times}) == len(times)
    for time in times:
        assert time.start is None or time.end is None or time.start <= time.end
        assert (time.basis == "unresolved") == (time.start is None and time.end is None)
        assert all(0 <= start < end <= len(text) for start, end in time.evidence)


@given(TEXTS)
def test_the_day_of_a_report_has_evidence(text: str) -> None:
    published = infer_published(text, scan_times(text))
    assert (published.start is None) == (published.basis == "unknown") == (not published.evidence)


@given(DATES)
def test_an_iso_date_is_that_day(day: dt.date) -> None:
    text = f"On {day.isoformat()} it began."
    (time,) = resolve_times(scan_times(text), text=text)
    assert (time.start, time.end) == (day.isoformat(), day.isoformat())


@given(DATES)
def test_a_date_in_words_is_that_day(day: dt.date) -> None:
    for written in (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%A}, {day.day} {day:%b} {day.year}",
    ):
        (time,) = resolve_times(scan_times(written), text=written)
        assert (time.start, time.end) == (day.isoformat(), day.isoformat())


@given(st.integers(min_value=1900, max_value=2099))
def test_both_easters_are_sundays_and_the_orthodox_one_is_never_first(year: int) -> None:
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert 0 <= (orthodox_easter(year) - easter(year)).days <= 35


def test_every_holiday_has_days_in_every_year_of_its_table() -> None:
    for entry in load_holidays():
        years = {day.year for year in range(1980, 2036) for day, _ in days_of_holiday(entry.names[0], year)}
        assert len(years) >= 54, entry.names[0]
        assert list(entry.table) == sorted(entry.table)
