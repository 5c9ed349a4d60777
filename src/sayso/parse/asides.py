"""Acronyms in brackets ("the Rapid Support Forces (RSF)"), full names behind theirs ("the RSF [Rapid Support Forces]")
and bare dates: kept from the model, whose tree they would break, and hung on the word before them, or on the verb
behind them, afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z0-9’'&./-]{1,11}")
Row = tuple[str, str, int, bool]
BRACKETS = {"(": ")", "[": "]"}
LONGEST_NAME = 9
"""Tokens of a full name in brackets behind its acronym."""
NEXT_VERB = 6
"""Tokens behind a bare date in which its verb stands."""


def find_asides(words: Sequence[str]) -> frozenset[int]:
    """The numbers of the tokens that open, make and close an acronym in brackets behind another word, or the full name
    in brackets behind its acronym."""
    found: set[int] = set()
    for at in range(1, len(words) - 2):
        if words[at] in BRACKETS and words[at - 1].isalnum() and (close := _closing(words, at)) is not None:
            found.update(range(at, close + 1))
    return frozenset(found)


def _closing(words: Sequence[str], opening: int) -> int | None:
    """The number of the bracket that closes an aside; None where what stands in it is none."""
    last = min(len(words), opening + LONGEST_NAME + 2)
    close = next((at for at in range(opening + 2, last) if words[at] == BRACKETS[words[opening]]), None)
    if close == opening + 2:
        return close if ACRONYM.fullmatch(words[opening + 1]) else None
    if close is None:
        return None
    return close if _spells(words[opening + 1 : close], words[opening - 1]) else None


def _spells(name: Sequence[str], acronym: str) -> bool:
    """Whether the capitals of a name are the letters of the acronym, but for one."""
    initials = "".join(word[0] for word in name if word[:1].isupper())
    if not ACRONYM.fullmatch(acronym) or not acronym.isupper() or initials[:1] != acronym[0]:
        return False
    missing = sum(letter not in initials for letter in acronym)
    return missing == 0 and abs(len(initials) - len(acronym)) <= 2


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
    for first, after in _runs(frozenset(at for at, row in enumerate(full) if row is None)):
        _hang_name(full, first, after)
    return [row for row in full if row is not None]


def _runs(numbers: frozenset[int]) -> Iterator[tuple[int, int]]:
    """(First, last + 1) of each run of numbers that follow upon one another."""
    for first in sorted(number for number in numbers if number - 1 not in numbers):
        after = first
        while after in numbers:
            after += 1
        yield first, after


def _hang_name(full: list[Row | None], first: int, after: int) -> None:
    """What stands in brackets, as another name of the word before them."""
    last = max(first, after - 2)
    full[first:after] = [("NNP", "compound", last, False)] * (after - first)
    full[last] = ("NNP", "appos", first - 1, False)
    full[first], full[after - 1] = ("-LRB-", "punct", first - 1, False), ("-RRB-", "punct", first - 1, False)


def _hang_date(full: list[Row | None], first: int, after: int) -> None:
    """The date on the next verb behind it, its words on its last one."""
    month = after - 1
    behind = range(after, min(after + NEXT_VERB, len(full)))
    verb = next((at for at in behind if (row := full[at]) is not None and row[0][0] == "V"), first - 1)
    full[first:month] = [("CD", "nummod", month, False)] * (month - first)
    full[month] = ("NNP", "npadvmod", verb, False)
