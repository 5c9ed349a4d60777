"""Deeds that days are counted from: "the day after the bombing", where an earlier sentence told when that was."""

from __future__ import annotations

import re
from functools import cache

from sayso.codebook.times import load_times

BEHIND = re.compile(r"\s+[\w’']+\s+([a-z]+)\b(?:\s+([a-z]+)\b)?")
BOUND = re.compile(r"[.!?][\"”’]?\s|\n")


@cache
def _telling() -> dict[str, re.Pattern[str]]:
    """Nouns of deeds -> the beginnings of words that tell of them."""
    return {
        noun: re.compile(rf"\b(?:{'|'.join(deed.told_by)})", re.IGNORECASE)
        for deed in load_times().deeds
        for noun in deed.nouns
    }


def deed_behind(text: str, at: int) -> str | None:
    """The noun of the deed that stands behind an offset, an article or owner before it ("after the deadly bombing")."""
    found = BEHIND.match(text, at)
    return next((noun for noun in found.groups() if noun in _telling()), None) if found else None


def tells_of(text: str, day: tuple[int, int], deed: str) -> bool:
    """Whether the sentence around the span of a day tells of a deed."""
    starts = [found.end() for found in BOUND.finditer(text, 0, day[0])]
    end = BOUND.search(text, day[1])
    return _telling()[deed].search(text, starts[-1] if starts else 0, end.start() if end else len(text)) is not None
