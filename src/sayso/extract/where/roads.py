"""Streets and numbered roads: "Haifa Street", "42nd Street", "Highway 4", "the M5 motorway"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extract.where.words import Run, Words

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
NUMBER = re.compile(r"[A-Z]{0,3}-?\d{1,4}[A-Z]?")
SMALL = frozenset({"street", "avenue", "boulevard"})
CODE = re.compile(r"[A-Z]{1,3}-?\d{1,4}")


def named_roads(words: Words, runs: Sequence[Run]) -> list[tuple[int, int]]:
    """First and last token of every street with a name and every road with a number, wherever it stands."""
    found = [street for run in runs if (street := _street(words, run)) is not None]
    taken = {token for first, last in found for token in range(first, last + 1)}
    return sorted([*found, *(road for road in _numbered(words) if road[0] not in taken)])


def _street(words: Words, run: Run) -> tuple[int, int] | None:
    """The part of a run up to its first street noun, with an ordinal before it ("42nd Street")."""
    end = next((i for i in range(run[0], run[1] + 2) if _ends_street(words, i, after=run[1])), None)
    if end is None or (words.lower(end) in words.book.numbered_roads and _is_number(words, end + 1)):
        return None
    start = run[0]
    while start <= end and words.lower(start) in ("the", "at", "on"):
        start += 1
    if start == end and start and ORDINAL.fullmatch(words.grammar.words[start - 1]):
        start -= 1
    return (start, end) if start < end else None


def _ends_street(words: Words, token: int, *, after: int) -> bool:
    """A street's noun in capitals, or "street" behind a name; "St." before another name is a saint."""
    if words.lower(token) not in words.book.street_nouns or words.masked[token]:
        return False
    if token > after:
        return words.lower(token) in SMALL and words.follows_closely(token) and words.grammar.tags[after][:3] == "NNP"
    beyond = token + 1
    return words.lower(token) != "st." or beyond == len(words.capital) or not words.capital[beyond]


def _is_number(words: Words, token: int) -> bool:
    tokens = words.grammar.words
    return token < len(tokens) and NUMBER.fullmatch(tokens[token]) is not None


def _numbered(words: Words) -> Iterator[tuple[int, int]]:
    tokens, book = words.grammar.words, words.book
    for noun in words.grammar.tokens_of(book.numbered_roads):
        if words.capital[noun] and _is_number(words, noun + 1):
            yield _with_owner(words, noun), noun + 1
    for noun in words.grammar.tokens_of(book.road_nouns):
        if noun and CODE.fullmatch(tokens[noun - 1]):
            yield noun - 1, noun


def _with_owner(words: Words, token: int) -> int:
    """Back over "County", "State", "Provincial" before "Road" and the like."""
    first = token
    while first and words.capital[first - 1] and words.lower(first - 1) in words.book.road_owners:
        first -= 1
    return first
