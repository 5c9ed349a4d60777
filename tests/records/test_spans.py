"""Spans: half open, in code points."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Span, inside, overlaps, tidy, trim

any_spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((0, 5), (4, 9), True),
        ((0, 5), (5, 9), False),
        ((2, 3), (0, 9), True),
        ((0, 0), (0, 9), False),
    ],
    ids=["shared", "touching", "inside", "empty at the edge"],
)
def test_overlaps(one: Span, other: Span, wanted: bool) -> None:
    assert overlaps(one, other) is wanted
    assert overlaps(other, one) is wanted


@pytest.mark.parametrize(
    ("inner", "outer", "wanted"),
    [((2, 4), (0, 9), True), ((0, 9), (0, 9), True), ((0, 9), (2, 4), False), ((0, 5), (4, 9), False)],
    ids=["inside", "same", "around", "crossing"],
)
def test_inside(inner: Span, outer: Span, wanted: bool) -> None:
    assert inside(inner, outer) is wanted


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        ([(4, 9), (0, 2)], ((0, 2), (4, 9))),
        ([(0, 9), (2, 4), (0, 9)], ((0, 9),)),
        ([(0, 5), (3, 8)], ((0, 5), (3, 8))),
        ([(3, 3), (5, 2)], ()),
        ([], ()),
    ],
    ids=["sorted", "inner and double ones dropped", "crossing ones kept", "empty ones dropped", "none"],
)
def test_tidy(spans: list[Span], wanted: tuple[Span, ...]) -> None:
    assert tidy(spans) == wanted


@given(any_spans)
def test_tidy_once_is_tidy(spans: list[Span]) -> None:
    kept = tidy(spans)
    assert tidy(kept) == kept
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(kept))


@given(any_spans)
def test_tidy_covers_what_was_covered(spans: list[Span]) -> None:
    assert covered(tidy(spans)) == covered(spans)


@given(st.text(alphabet="ab \n\u00a0"), st.data())
def test_trim_leaves_no_white_space_at_the_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inner = trim(text, (start, end))
    assert start <= inner[0] <= inner[1] <= end
    assert text[slice(*inner)] == text[start:end].strip(" \n\u00a0")


def covered(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}
