"""Bylines: lines that say who wrote a report, and hold no more than names, places and what reporters are called."""

from __future__ import annotations

import re

from sayso.read.wording import BYLINE_JOINTS, BYLINE_OPENER, BYLINE_PLACE, BYLINE_ROLE, BYLINE_WORDS

_LONGEST_NAMES, _LONGEST_SHOUTED = 30, 5
_LONGEST_UNOPENED = 110
_FREE_WORDS = 2
_TOKEN = re.compile(r"[^\s,;()]+")


def is_byline(text: str) -> bool:
    """Whether a line is "By X", "From X, Gusau", "(Reporting by X; editing by Y)"; a sentence that opens so has
    other words in it."""
    opener = BYLINE_OPENER.match(text)
    if not opener:
        return False
    tokens = _TOKEN.findall(text, opener.end())
    shouted = text.isupper() and len(tokens) > _LONGEST_SHOUTED
    return (
        0 < len(tokens) <= _LONGEST_NAMES
        and not shouted
        and _is_named(tokens[0])
        and _free_words(tokens) <= _FREE_WORDS
    )


def _is_named(token: str) -> bool:
    return (
        token[0].isupper()
        or token.split("-")[-1][:1].isupper()
        or token.strip(".").lower() in BYLINE_WORDS
        or token in ("the", "our", "a")
    )


def _free_words(tokens: list[str]) -> int:
    """Words that are no name; two may stand before what a reporter is called ("senior defence correspondent"), else
    none."""
    free = sum(not _is_named(token) and token not in BYLINE_JOINTS for token in tokens)
    has_role = any(token.strip(".").islower() and token.strip(".") in BYLINE_WORDS for token in tokens)
    return free if has_role or not free else _FREE_WORDS + 1


def names_reporter(text: str, *, placed: bool) -> bool:
    """Whether a line without an opener names a reporter by role; or, where it is `placed` under a headline, by
    place ("X in Y")."""
    if len(text) > _LONGEST_UNOPENED:
        return False
    return BYLINE_ROLE.match(text) is not None or (placed and BYLINE_PLACE.match(text) is not None)
