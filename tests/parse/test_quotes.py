"""Quotation marks: a machine that forgives."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import read_quotes
from sayso.records import Block


def paragraphs(text: str) -> tuple[Block, ...]:
    """Blocks of kind paragraph, parted by blank lines."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(kind="paragraph", start=at, end=at + len(part)))
        at += len(part) + 2
    return tuple(blocks)


def inner(text: str) -> list[str]:
    return [text[slice(*quote.inner)] for quote in read_quotes(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We will stay," he said.', ["We will stay,"]),
        ("“We will stay,” he said.", ["We will stay,"]),
        ("«We will stay», he said.", ["We will stay"]),
        ("``We will stay,'' he said.", ["We will stay,"]),
        ("‘We will stay,’ he said.", ["We will stay,"]),
        ('"We will stay," he said, "until dawn."', ["We will stay,", "until dawn."]),
        ('He called it "a massacre" and left.', ["a massacre"]),
        ("“He said ‘go’ and left,” she said.", ["He said ‘go’ and left,"]),
        ('"We will stay, he said.', ["We will stay, he said."]),
        ("“We will stay, he said. “We are many.”", ["We will stay, he said.", "We are many."]),
        ("The rebels' camp and the army's post burned.", []),
        ("The soldiers’ families don’t know.", []),
        ("Nothing is quoted here.", []),
        ("", []),
        ('""', []),
        ("He was 6' 2\" tall.", []),
    ],
    ids=[
        "straight", "curly", "guillemets", "backticks", "single", "split", "inside a sentence", "nested",
        "unclosed", "reopened before it is closed", "plural possessive", "curly apostrophes", "none", "empty text",
        "empty quotation", "inches",
    ],
)  # fmt: skip
def test_what_is_quoted(text: str, wanted: list[str]) -> None:
    assert inner(text) == wanted


def test_an_unclosed_quotation_says_so() -> None:
    (quote,) = read_quotes('"We will stay.', paragraphs('"We will stay.'))
    assert not quote.closed


def test_a_quotation_is_carried_over_paragraphs() -> None:
    text = '"We will stay.\n\n"We are many," he said.\n\nThe town is calm.'
    first, second = read_quotes(text, paragraphs(text))
    assert (first.closed, first.carries_on) == (False, False)
    assert (second.closed, second.carries_on) == (True, True)


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = 'He said: "We will stay.\n\nThe town is calm.'
    assert inner(text) == ["We will stay."]


def test_outer_takes_the_marks_along() -> None:
    text = 'He said: "Go."'
    (quote,) = read_quotes(text, paragraphs(text))
    assert text[slice(*quote.outer)] == '"Go."'


MARKED = st.text(alphabet="ab .,\n\"'“”‘’«»„`—(", max_size=80)


@given(MARKED)
def test_quotations_lie_in_their_block_and_do_not_cross(text: str) -> None:
    blocks = paragraphs(text)
    quotes = read_quotes(text, blocks)
    for quote in quotes:
        (outer_start, outer_end), (start, end) = quote.outer, quote.inner
        assert outer_start <= start < end <= outer_end
        assert any(block.start <= outer_start and outer_end <= block.end for block in blocks)
    for one, two in pairwise(quotes):
        assert one.outer[1] <= two.outer[0]
