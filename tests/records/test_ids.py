"""Names that are hashes of content."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Interval, content_id, report_id

parts = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.text(), st.lists(st.text(max_size=4), max_size=3)
)


@given(st.lists(parts, max_size=4), st.lists(parts, max_size=4))
def test_the_same_content_has_the_same_name_and_no_other(one: list[object], two: list[object]) -> None:
    assert content_id("claim", *one) == content_id("claim", *one)
    assert (content_id("claim", *one) == content_id("claim", *two)) == (repr(one) == repr(two))


def test_a_name_tells_what_it_names() -> None:
    prefix, _, digits = content_id("place", "Beni", "CD").partition(":")
    assert prefix == "place"
    assert len(digits) == 16 and int(digits, 16) >= 0


def test_the_order_of_keys_does_not_matter() -> None:
    assert content_id("claim", {"a": 1, "b": 2}) == content_id("claim", {"b": 2, "a": 1})


def test_records_are_content() -> None:
    assert content_id("x", Interval(start="2024-03-05")) == content_id("x", Interval(start="2024-03-05"))
    assert content_id("x", Interval(start="2024-03-05")) != content_id("x", Interval(start="2024-03-06"))


@pytest.mark.parametrize("data", [b"", b"abc", "Ngũgĩ".encode()], ids=["empty", "ASCII", "UTF-8"])
def test_a_report_is_named_by_its_bytes(data: bytes) -> None:
    assert report_id(data) == f"sha256:{hashlib.sha256(data).hexdigest()}"
