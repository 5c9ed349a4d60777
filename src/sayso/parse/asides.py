"""Acronyms in brackets ("the Rapid Support Forces (RSF)"): kept from the model, whose tree they would break, and hung
on the word before them afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence

ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z0-9’'&./-]{1,11}")
Row = tuple[str, str, int, bool]
ASIDE = (("-LRB-", "punct"), ("NNP", "appos"), ("-RRB-", "punct"))
"""Tag and dependency of the three tokens of an aside."""


def find_asides(words: Sequence[str]) -> frozenset[int]:
    """The numbers of the tokens that open, make and close an acronym in brackets behind another word."""
    found: set[int] = set()
    for at in range(1, len(words) - 2):
        if words[at] == "(" and words[at + 2] == ")" and ACRONYM.fullmatch(words[at + 1]) and words[at - 1].isalnum():
            found.update((at, at + 1, at + 2))
    return frozenset(found)


def with_asides(rows: Sequence[Row], places: Sequence[int], size: int) -> list[Row]:
    """What the model made of the words that it was given, and the asides again among them.

    rows: per word given: tag, dependency, head (the number of a row), whether it opens a sentence; places: its number
    among all words; size: how many these are.
    """
    full: list[Row | None] = [None] * size
    for (tag, dep, head, opens), place in zip(rows, places, strict=True):
        full[place] = (tag, dep, places[head], opens)
    for at, row in enumerate(full):
        if row is None:
            full[at : at + len(ASIDE)] = [(tag, dep, at - 1, False) for tag, dep in ASIDE]
    return [row for row in full if row is not None]
