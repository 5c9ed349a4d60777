"""What goes to the model by itself: the label of a digest's entry in front of its first sentence ("Homs: ...", "Monguno
LGA – 8 Jan: ..."), and each of the statements that a semicolon parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.codebook import load_layout

_DAY = r"\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]+\.?(?: \d{4})?|[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?"
_NAME = r"(?:(?:al|an|ar|as|ash|at|az|el|ad)-)?[A-Z][\w.'’]*(?:[-/][\w'’]+)*"
_BETWEEN = r"(?:al|as|ash|el|de|del|da|do|du|la|of|the|and|&)"
_NAMES = rf"{_NAME}(?: (?:{_BETWEEN} )?{_NAME}){{0,3}}"
LABEL = re.compile(
    rf"(?P<name>{_NAMES}(?:, {_NAMES}){{0,2}})(?: \([A-Z][^)\n]{{1,30}}\))?(?P<day>,? ?[-–—(,] ?(?:{_DAY})\)?)?"
    r"(?P<sign>: | ?[–—] | -{1,2} )(?=[\w(])(?!(?:who|what|why|how|where|when)\b)"
)
DASHED = re.compile(r"[A-Z0-9]")
ASIDE = re.compile(r"[^.\n]{0,200}? [-–—]{1,2} ")
PARTED = re.compile(r"; (?!(?:and|or|including|among|with|which|who|whose|plus|as well)\b)")
SHORTEST_PART = 25
"""Code points of a statement that stands by itself beside a semicolon; shorter is an item of a list."""
MOST_DASHED = 3
"""Words of a label that ends in a dash: what is longer is a sentence with an aside."""


@cache
def _speaking() -> frozenset[str]:
    return frozenset(load_layout().speakers)


def label_end(text: str, start: int, end: int) -> int:
    """Where the label at the start of a block ends; the start where there is none."""
    match = LABEL.match(text, start, end)
    if match is None or match.end() >= end or not _names_a_subject(text, match):
        return start
    if match["sign"].strip() != ":" and not _parts(text, match, end):
        return start
    return match.end()


def _names_a_subject(text: str, match: re.Match[str]) -> bool:
    words = match["name"].replace(",", " ").split()
    acronym = len(words) == 1 and words[0].isupper() and f"({words[0]})" in text
    return not acronym and _speaking().isdisjoint(word.lower().strip(".") for word in words)


def _parts(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the dash ends a label, and opens no aside."""
    short = len(match["name"].split()) <= MOST_DASHED
    return short and DASHED.match(text, match.end()) is not None and ASIDE.match(text, match.end(), end) is None


def statements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons that are statements; within brackets and quotation marks nothing is parted."""
    at = start
    for match in PARTED.finditer(text, start + SHORTEST_PART, max(start, end - SHORTEST_PART)):
        before = text[at : match.end()]
        if match.end() - at >= SHORTEST_PART and _is_closed(before):
            yield at, match.end()
            at = match.end()
    yield at, end


def _is_closed(text: str) -> bool:
    pairs = ("()", "[]", "“”")
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)
