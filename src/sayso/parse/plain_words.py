"""Words that the model has not met, given to it as words that it has: names of accounts ("@GomaLive"), "9 am"."""

from __future__ import annotations

import re

STRANGE = re.compile(r"(?<!\w)@\w|\d\s?[ap]m\b")
"""What a text holds where any of its words may be one of these."""
HALVES_OF_DAY = {"am": "a.m.", "pm": "p.m."}


def in_plain_words(words: list[str]) -> list[str]:
    """The words of a block, with a name for each account and "a.m." for the "am" of a clock."""
    return [_name(word) if word[0] == "@" else _half_of_day(words, at) for at, word in enumerate(words)]


def _name(account: str) -> str:
    letters = "".join(filter(str.isalnum, account))
    return letters[:1].upper() + letters[1:] if letters else account


def _half_of_day(words: list[str], at: int) -> str:
    word = words[at]
    return HALVES_OF_DAY.get(word, word) if at and words[at - 1][-1].isdigit() else word
