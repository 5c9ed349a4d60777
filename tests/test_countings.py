"""Numbers told in many ways: how they are told, compared and counted, and how many of them have to be read."""

from __future__ import annotations

import pytest

from bench.countings import fill, load_countings, nearest, read_countings, share_of, show_countings, tell_countings

EVERY = 6
"""Of the tellings one in so many is read here."""
LEAST = 0.97
"""The share of all checks that has to hold; 0.99 when it was written."""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{Number} {noun} died in {town}.", "At least 24 civilians died in Bunia."),
        ("killed {value} {group} {nature}", "killed >=24 civilians "),
    ],
)
def test_parts_are_filled_in(text: str, told: str) -> None:
    parts = {"number": "at least 24", "noun": "civilians", "town": "Bunia", "value": ">=24", "group": "civilians"}
    assert fill(text, {**parts, "nature": ""}) == told


def test_a_figure_is_held_against_the_line_that_fits_best() -> None:
    lines = ["killed 12 people part", "killed 12 people", "injured 12 people"]
    assert nearest(["killed", "12", "people"], lines) == ["killed", "12", "people"]
    assert nearest(["killed", "13", "people"], lines) == []


def test_numbers_are_read_however_they_are_told() -> None:
    outcomes = list(read_countings(tell_countings(load_countings())[::EVERY]))
    assert share_of(outcomes) >= LEAST, "\n".join(show_countings(outcomes))
