"""Dates without a preposition between a subject and its verb ("militants 7 Jan ambushed a convoy"), as trackers write
them: kept from the model, which takes the month for the doer, and hung on the verb afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.codebook import MONTHS, SHORT_MONTHS

ANY_MONTH = SHORT_MONTHS.union(MONTHS)
DAY = re.compile(r"(?:[12]?\d|3[01])(?:[-–](?:[12]?\d|3[01]))?")
OPENINGS = frozenset(("early", "late", "mid", "overnight", "around", "about"))
RELATIVE, RELATED = frozenset(("next", "same", "following", "previous")), frozenset(("day", "night", "week", "month"))
RANGES = frozenset(("-", "–", "and"))
STARTS = frozenset(form for word in OPENINGS | RELATIVE for form in (word, word.capitalize(), word.upper())) | {"-"}
NO_SUBJECTS = frozenset(
    ("on", "in", "at", "by", "of", "from", "to", "until", "till", "since", "between", "before", "after", "around",
     "the", "a", "an", "this", "that", "and", "or", "but", "dated", "during", "for", "about", "through", "over", "as",
     "when", "while", "where", "than", "not", "is", "was", "are", "were")
)  # fmt: skip
"""Words behind which a date stands as it should."""
LONGEST = 6
"""Tokens of a date."""
IRREGULAR = frozenset(
    ("arose", "beat", "became", "began", "blew", "bore", "bought", "broke", "brought", "built", "burnt", "burst",
     "came", "cast", "caught", "chose", "cut", "dealt", "drank", "drew", "drove", "dug", "fed", "fell", "fled",
     "flew", "forbade", "forgave", "fought", "found", "froze", "gave", "got", "grew", "held", "hid", "hit", "kept",
     "knew", "laid", "led", "left", "lent", "let", "lit", "lost", "made", "meant", "met", "overran", "overthrew",
     "paid", "put", "quit", "ran", "read", "rebuilt", "retook", "rode", "rose", "said", "sang", "sank", "sat", "saw",
     "sent", "set", "shook", "shot", "shut", "slept", "slew", "sold", "sought", "spent", "split", "spoke", "stole",
     "stood", "strove", "struck", "stuck", "swam", "swept", "swore", "taught", "thought", "threw", "told", "took",
     "tore", "understood", "undertook", "upheld", "went", "wept", "withdrew", "woke", "won", "wore", "wrote")
)  # fmt: skip


def find_bare_dates(words: Sequence[str]) -> frozenset[int]:
    """The numbers of the tokens of dates that stand between a noun, or a comma, and a verb in the past tense."""
    found: set[int] = set()
    behind = 1
    for at in (at for at, word in enumerate(words[:-1]) if word[0].isdigit() or word in STARTS):
        after = _end(words, at) if at >= behind else None
        if after is not None and _is_between(words, at, after):
            found.update(range(at, after))
        behind = after or behind
    return frozenset(found)


def _end(words: Sequence[str], first: int) -> int | None:
    """The token behind a date that begins here; None where none does."""
    at = first
    if words[at].lower() in RELATIVE:
        return at + 2 if words[at + 1].lower() in RELATED else None
    opened = words[at].lower() in OPENINGS
    at += opened and 1
    at += at < len(words) and words[at] == "-"
    numbered = at
    while at < min(len(words), first + LONGEST) and (
        DAY.fullmatch(words[at]) or (at > numbered and words[at] in RANGES)
    ):
        at += 1
    if at == numbered and not opened:
        return None
    return at + 1 if at < len(words) and words[at].strip(".").lower() in ANY_MONTH else None


def _is_between(words: Sequence[str], first: int, after: int) -> bool:
    before = words[first - 1]
    if after >= len(words):
        return False
    if before in (",", ";"):
        return _is_past(words[after])
    known = (before.isalnum() or before == ")") and before.lower() not in NO_SUBJECTS and not before.isdigit()
    verb = after
    while verb < len(words) - 1 and (words[verb] == "also" or words[verb].endswith("ly")):
        verb += 1
    return known and _is_past(words[verb])


def _is_past(word: str) -> bool:
    return word.islower() and (word in IRREGULAR or (word.endswith("ed") and len(word) > 3))
