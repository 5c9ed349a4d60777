"""The words by which a text says how sure it is."""

from __future__ import annotations

import re
from functools import cache

from sayso.codebook import load_codebook
from sayso.extract.reading import Reading
from sayso.records import Span

BOUNDS = frozenset(
    "some about around roughly approximately more than or more at least at most up to as many as nearly almost close to".split()
)


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load_codebook().hedges.words, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")\b", re.IGNORECASE)


def find_hedges(reading: Reading) -> tuple[Span, ...]:
    """Every hedge of the report, in order."""
    return tuple(match.span() for match in _pattern().finditer(reading.text))
