"""Numbers and their bounds: the counting conventions, on short phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.codebook import load_codebook
from sayso.extract.counted.quantities_pattern import quantity_pattern
from sayso.extract.counted.quantities_values import number_of, value_of

PHRASES = [
    ("275 people", (None, 275, None), "exactly"),
    ("about 275 people", (None, 275, None), "about"),
    ("at least 40 people", (40, None, None), "at_least"),
    ("upwards of 30 people", (30, None, None), "at_least"),
    ("more than 1,000 people", (1000, None, None), "more_than"),
    ("well over a thousand people", (1000, None, None), "more_than"),
    ("nearly 270,000 people", (None, 270000, 270000), "nearly"),
    ("up to 500 people", (None, None, 500), "up_to"),
    ("as many as 15 people", (None, None, 15), "up_to"),
    ("no more than 11 people", (None, None, 11), "at_most"),
    ("fewer than 20 people", (None, None, 20), "fewer_than"),
    ("200 to 300 people", (200, None, 300), "about"),
    ("between 20 and 40 people", (20, None, 40), "about"),
    ("6-7 people", (6, None, 7), "about"),
    ("no more than 200 to 300 people", (200, None, 300), "at_most"),
    ("two to three hundred people", (200, None, 300), "about"),
    ("1 to 2 million people", (1000000, None, 2000000), "about"),
    ("tens of people", (10, None, None), "vague"),
    ("dozens of people", (12, None, None), "vague"),
    ("scores of people", (20, None, None), "vague"),
    ("several hundred people", (100, None, None), "vague"),
    ("thousands of people", (1000, None, None), "vague"),
    ("tens of thousands of people", (10000, None, None), "vague"),
    ("a dozen or so people", (None, 12, None), "about"),
    ("300-odd people", (None, 300, None), "about"),
    ("half a dozen people", (None, 6, None), "exactly"),
    ("half a million people", (None, 500000, None), "exactly"),
    ("half of the 2,000 people", (None, 1000, None), "about"),
    ("most of 200,000 people", (100000, None, 200000), "vague"),
    ("twenty-three people", (None, 23, None), "exactly"),
    ("a hundred and ten people", (None, 110, None), "exactly"),
    ("2.5 million people", (None, 2500000, None), "exactly"),
    ("two in ten days", (None, 2, None), "exactly"),
    ("three in four separate raids", (None, 3, None), "exactly"),
]


@pytest.mark.parametrize(("phrase", "bounds", "modifier"), PHRASES, ids=[row[0] for row in PHRASES])
def test_value(phrase: str, bounds: tuple, modifier: str) -> None:
    match = quantity_pattern().search(phrase)
    assert match is not None
    value = value_of(match)
    assert value is not None
    assert (tuple(value.bounds), value.modifier, value.percent) == (bounds, modifier, False)


SHARES = [
    ("70 per cent of them", (None, 70, None), "exactly"),
    ("nearly 85% of them", (None, 85, 85), "nearly"),
    ("fewer than half are working", (None, None, 50), "fewer_than"),
    ("around a third of the town", (None, 33, None), "about"),
    ("two-thirds of the houses", (None, 67, None), "about"),
    ("one in ten residents", (None, 10, None), "about"),
    ("nearly three in every four children", (None, 75, 75), "nearly"),
    ("more than 6 in 10 families", (60, None, None), "more_than"),
]


@pytest.mark.parametrize(("phrase", "bounds", "modifier"), SHARES, ids=[row[0] for row in SHARES])
def test_share_without_its_whole(phrase: str, bounds: tuple, modifier: str) -> None:
    match = quantity_pattern().search(phrase)
    assert match is not None
    value = value_of(match)
    assert value is not None
    assert (tuple(value.bounds), value.modifier, value.percent) == (bounds, modifier, True)


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_and_without_commas(number: int) -> None:
    words = load_codebook().numbers
    assert number_of(str(number), words) == number
    assert number_of(f"{number:,}", words) == number


@given(st.text(max_size=200))
def test_pattern_stays_within_the_text(text: str) -> None:
    for match in quantity_pattern().finditer(text):
        assert 0 <= match.start() < match.end() <= len(text)
