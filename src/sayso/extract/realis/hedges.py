"""The words by which a text says how sure it is."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from sayso.codebook import load_codebook
from sayso.extract.reading import Reading
from sayso.records import Span


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick([word.lower() for word in load_codebook().hedges.words], matchkind=MatchKind.LeftmostLongest)


def find_hedges(reading: Reading) -> tuple[Span, ...]:
    """Every hedge of the report, in order."""
    lower = reading.text.lower()
    text = lower if len(lower) == len(reading.text) else reading.text
    return tuple(
        (start, end)
        for _, start, end in _automaton().find_matches_as_indexes(text)
        if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
    )
