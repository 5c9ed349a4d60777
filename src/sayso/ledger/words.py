"""Words as the full-text index has them: the same on every database, for what is indexed and for what is asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

BREAK = ":"
"""Stands between what does not stand side by side, so that no phrase runs across."""
LONGEST = 80
"""Letters of a word that count."""
FIELDS = {"speaker": "s", "place": "p", "kind": "k", "type": "t", "publisher": "o", "day": "d"}
"""Field -> the letter before its words."""
MOST_MONTHS = 24
"""Months above which a stretch of days is not told month by month."""
FIRST_DAY, LAST_DAY = "1900-01-01", "2099-12-31"
LONG = f"d{BREAK}long"
"""The word of a stretch that is longer, that is open at one end, or that leaves these two centuries."""

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c-\u200f]")


def words_of(text: str) -> list[str]:
    """A text in, its words out: letters and digits, without case, accents and marks of vowels."""
    return [fold(word) for word in _WORD.findall(_MARKS.sub("", text))]


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """One word as the index has it."""
    if word.isascii():
        return word.lower()[:LONGEST]
    parted = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parted if letter.isalnum())[:LONGEST] or "x"


def words_of_field(field: str, values: Iterable[str]) -> Iterator[str]:
    """The words of a field's values, each with the field's letter before it."""
    for value in values:
        yield from (f"{FIELDS[field]}{BREAK}{word}" for word in words_of(value))
        yield BREAK


def words_of_days(start: str | None, end: str | None) -> list[str]:
    """ISO dates in, the words of the stretch between them out, its months and years; none for two nulls."""
    if not start or not end:
        return [LONG] if start or end else []
    months = _months(start, end)
    if len(months) > MOST_MONTHS or start < FIRST_DAY or end > LAST_DAY:
        return [LONG]
    return [f"d{BREAK}{each}" for each in (*_years(months), *months)]


def words_of_range(start: str, end: str) -> list[str]:
    """Any of these words stands in every entry whose days touch the range."""
    months = _months(max(start, FIRST_DAY), min(end, LAST_DAY))
    each = months if len(months) <= MOST_MONTHS else _years(months)
    return [*(f"d{BREAK}{word}" for word in each), LONG]


def _months(start: str, end: str) -> list[str]:
    """ISO dates in, the months that they span as `201710`."""
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (start, end))
    return [f"{month // 12:04d}{month % 12 + 1:02d}" for month in range(first, last + 1)]


def _years(months: list[str]) -> list[str]:
    return list(dict.fromkeys(month[:4] for month in months))
