"""Acronyms in brackets ("the Rapid Support Forces (RSF)") and bare dates: kept from the model, whose tree they would
break, and hung on the word before them, or on the verb behind them, afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z0-9’'&./-]{1,11}")
Row = tuple[str, str, int, bool]
ASIDE = (("-LRB-", "punct"), ("NNP", "appos"), ("-RRB-", "punct"))
"""Tag and dependency of the three tokens of an aside."""
NEXT_VERB = 6
"""Tokens behind a bare date in which its verb stands."""


def find_asides(words: Sequence[str]) -> frozenset[int]:
    """The numbers of the tokens that open, make and close an acronym in brackets behind another word."""
    found: set[int] = set()
    for at in range(1, len(words) - 2):
        if words[at] == "(" and words[at + 2] == ")" and ACRONYM.fullmatch(words[at + 1]) and words[at - 1].isalnum():
            found.update((at, at + 1, at + 2))
    return frozenset(found)


def with_asides(
    rows: Sequence[Row], places: Sequence[int], size: int, dates: frozenset[int] = frozenset()
) -> list[Row]:
    """What the model made of the words that it was given, and the asides again among them.

    rows: per word given: tag, dependency, head (the number of a row), whether it opens a sentence; places: its number
    among all words; size: how many these are; dates: the numbers of words of bare dates that were kept from it.
    """
    full: list[Row | None] = [None] * size
    for (tag, dep, head, opens), place in zip(rows, places, strict=True):
        full[place] = (tag, dep, places[head], opens)
    for first, after in _runs(dates):
        _hang_date(full, first, after)
    for at, row in enumerate(full):
        if row is None:
            full[at : at + len(ASIDE)] = [(tag, dep, at - 1, False) for tag, dep in ASIDE]
    return [row for row in full if row is not None]


def _runs(numbers: frozenset[int]) -> Iterator[tuple[int, int]]:
    """(First, last + 1) of each run of numbers that follow upon one another."""
    for first in sorted(number for number in numbers if number - 1 not in numbers):
        after = first
        while after in numbers:
            after += 1
        yield first, after


def _hang_date(full: list[Row | None], first: int, after: int) -> None:
    """The date on the next verb behind it, its words on its last one."""
    month = after - 1
    behind = range(after, min(after + NEXT_VERB, len(full)))
    verb = next((at for at in behind if (row := full[at]) is not None and row[0][0] == "V"), first - 1)
    full[first:month] = [("CD", "nummod", month, False)] * (month - first)
    full[month] = ("NNP", "npadvmod", verb, False)
