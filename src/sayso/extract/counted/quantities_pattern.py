"""How a number looks in running text: one expression for bound, number, range, share, percent sign and bound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sayso.codebook import load_codebook

DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
GAP = r"[\s\u00a0]+[\"“'‘]?"
NOT_BEFORE = r"(?<![\w.,:$€£¥/#№-])"
NOT_AFTER = r"(?![\w/]|[.,:]\d)"
OWNER = r"(?:(?:the|its|his|her|their|our|those|these|some)\s+)?"
NO_SPELLED_NUMBER = frozenset(("a", "an", "no", "none", "nobody", "no one", "single", "both"))
ONLY_OF_A_WHOLE = frozenset(("quarter", "most", "most of"))
"""Shares that are no share by themselves: a quarter of a town, most people."""


@cache
def quantity_pattern() -> re.Pattern[str]:
    """Groups: before, share, vague, between, one, dash, to, two, whole, alone, percent, after."""
    words = load_codebook().numbers
    vague, shares = _any_of(words.vague), _any_of(words.fractions)
    before = _any_of(w for w in words.before if w[0].isalpha())
    after = _any_of(w for w in words.after if w[0].isalpha())
    alone = _any_of(w for w in words.fractions if w not in ONLY_OF_A_WHOLE)
    number = _number()
    wholes, lengths = _any_of(words.out_of), _any_of(words.no_shares)
    return re.compile(
        rf"(?:\b(?P<before>(?:{before})(?:\s+(?:{before}))?)[\"”'’]?{GAP})?"
        rf"(?:(?P<alone>\b(?:{alone})\b)(?=\s+(?:of|are|were|is|was|have|has|had)\b)(?!\s+of\s+{OWNER}(?:{number}|{vague})\b)"
        rf"|(?:\b(?P<share>{shares})\s+(?:of\s+)?{OWNER})?"
        rf"(?:(?P<vague>\b(?:{vague})\b)|(?P<between>\bbetween{GAP})?{NOT_BEFORE}(?P<one>{number})"
        rf"(?:(?:\s*(?P<dash>[-–—])\s*|{GAP}(?P<to>to|and|or){GAP}(?:(?:{before}){GAP})?)(?P<two>{number})"
        rf"|[\s\u00a0]+in(?:[\s\u00a0]+every)?[\s\u00a0]+(?P<whole>{wholes})\b(?![,.]?\d|[\s-]+(?:{lengths})(?:e?s)?\b))?))"
        rf"(?P<percent>[\s\u00a0]?(?:%|per[\s-]?cent\b))?(?:[\s-]+(?P<after>{after})\b)?{NOT_AFTER}",
        re.IGNORECASE,
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in sorted(words, key=len, reverse=True))


def _number() -> str:
    words = load_codebook().numbers
    count = _any_of(word for word in words.units if word not in NO_SPELLED_NUMBER)
    scale = _any_of(word for word in words.scales if len(word) > 2)
    large = rf"(?:{scale})(?:[\s-]+and[\s-]+(?:{count})(?![\s-]+(?:{scale})\b))?"
    spelled = rf"(?:(?:{count}|an?[\s-]+{large})(?:(?:-|[\s\u00a0]+)(?:{count}|{large}))*)"
    return rf"(?:{DIGITS})(?:[\s\u00a0]?(?:{scale}|k|m|bn|mn)\b)?|\b{spelled}\b"
