"""Codes and numbers in words."""

from __future__ import annotations

import pytest

from sayso.desk.sitrep_lines import source_name
from sayso.desk.sitrep_words import bounds_words, count_words, days_words, shorten, visible
from sayso.records import Figure


def figure(modifier: str, low: float | None, best: float | None, high: float | None, unit: str = "people") -> Figure:
    bounds = {"low": low, "best": best, "high": high}
    common = {
        "id": "c",
        "confidence": 1.0,
        "method": "by hand",
        "evidence": ((0, 1),),
        "span": (0, 1),
        "what": "people",
    }
    return Figure(measure="killed", modifier=modifier, unit=unit, **bounds, **common)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(figure("exactly", None, 17, None), "17", id="bare"),
        pytest.param(figure("about", None, 275, None), "about 275", id="about"),
        pytest.param(figure("at_least", 40, None, None), "at least 40", id="at least"),
        pytest.param(figure("more_than", 1000, None, None), "more than 1,000", id="more than"),
        pytest.param(figure("nearly", None, 270000, 270000), "nearly 270,000", id="nearly"),
        pytest.param(figure("up_to", None, None, 500), "up to 500", id="up to"),
        pytest.param(figure("fewer_than", None, None, 9), "fewer than 9", id="fewer than"),
        pytest.param(figure("exactly", 200, None, 300), "200 to 300", id="range"),
        pytest.param(figure("about", 20000, None, 30000), "about 20,000 to 30,000", id="about a range"),
        pytest.param(figure("vague", 12, None, None), "12 or more", id="dozens"),
        pytest.param(figure("exactly", None, 0, None), "0", id="none hurt"),
        pytest.param(figure("about", None, 62.5, None, "percent"), "about 62.5%", id="percent"),
        pytest.param(figure("vague", None, None, None), "no number", id="nothing"),
    ],
)
def test_bounds(given: Figure, words: str) -> None:
    assert bounds_words(given) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, "no date"),
        ("2017-10-15", "2017-10-15", "15 Oct 2017"),
        ("2017-10-13", "2017-10-15", "13–15 Oct 2017"),
        ("2017-06-06", "2017-10-15", "6 Jun – 15 Oct 2017"),
        ("2017-10-01", "2017-10-31", "Oct 2017"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2024-02-01", "2024-02-28", "1–28 Feb 2024"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2016-12-30", "2017-01-02", "30 Dec 2016 – 2 Jan 2017"),
        (None, "2017-10-15", "until 15 Oct 2017"),
        ("2017-10-15", None, "from 15 Oct 2017"),
    ],
)
def test_days(start: str | None, end: str | None, words: str) -> None:
    assert days_words(start, end) == words


def test_what_steers_a_terminal_or_turns_the_writing_is_left_out() -> None:
    assert visible("a\x1b[31mred\x07 \u202eback\u2066 line\nnext") == "a[31mred back line\nnext"


def test_shorten_cuts_at_a_word_and_bears_one_word_without_end() -> None:
    assert shorten("one  two\nthree", 100) == "one two three"
    assert shorten("one two three", 9) == "one two …"
    assert shorten("x" * 1000, 10) == "x" * 10 + " …"


def test_counts_agree_with_their_noun() -> None:
    assert [count_words(each, "report") for each in (0, 1, 1200)] == ["0 reports", "1 report", "1,200 reports"]


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("https://wire.example/a/b?c=1", "wire.example"),
        ("/home/me/a report.txt", "a report.txt"),
        ("corpus.jsonl:7", "corpus.jsonl:7"),
        ("-", "-"),
        (None, None),
    ],
)
def test_a_report_without_an_outlet_goes_by_its_host_or_file(uri: str | None, name: str | None) -> None:
    assert source_name(uri) == name
