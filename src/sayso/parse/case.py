"""Text in capitals, in title case or in no case, put into ordinary case for the grammar; lengths stay, so spans do
too."""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

MOSTLY = 0.7
"""From this share of letters in one case on, a block's case tells nothing."""
FEWEST_LETTERS = 20
FEWEST_WORDS = 4
LONG_WORD = 4
"""Words of fewer letters ("on", "and") keep their small letters in titles, so they don't count."""
WORDS_KEPT = 20_000
MID_SENTENCE_NAME = re.compile(r"(?<=[\w,;:)] )[A-Z][\w'’-]+")


def proper_words(text: str) -> frozenset[str]:
    """The words that the text writes with a capital within sentences: names, for all that titles can tell."""
    return frozenset(MID_SENTENCE_NAME.findall(text))


def in_ordinary_case(words: list[str], *, proper: frozenset[str] = frozenset()) -> list[str] | None:
    """The words of a block written in capitals or as a title, in a case that the grammar knows; None where it is
    ordinary."""
    letters = sum(map(len, filter(str.isalpha, words)))
    if letters < FEWEST_LETTERS:
        return None
    if sum([len(word) for word in words if word.isupper() and len(word) > 1]) >= MOSTLY * letters:
        return [_lowered(word) if _is_english(word.lower()) else _capitalised(word) for word in words]
    if is_title(words):
        return [word if at == 0 or _is_name(word, proper) else _lowered(word) for at, word in enumerate(words)]
    return None


def is_title(words: list[str]) -> bool:
    """Whether most of the longer words begin with a capital, as in a title."""
    long = [word for word in words if len(word) >= LONG_WORD and word.isalpha()]
    raised = sum(word[0].isupper() for word in long)
    return raised >= FEWEST_WORDS and words[-1] != "." and raised >= MOSTLY * len(long)


def _is_name(word: str, proper: frozenset[str]) -> bool:
    return word in proper or word.isupper() or not _is_english(word.lower())


@lru_cache(maxsize=WORDS_KEPT)
def _is_english(lower: str) -> bool:
    return simplemma.is_known(lower, lang="en")


def _capitalised(word: str) -> str:
    """What no word list knows is a name; months and days are put right by the tagger's context."""
    rest = word[1:].lower()
    return word[:1] + rest if len(rest) == len(word) - 1 and word.isalpha() else word


def _lowered(word: str) -> str:
    lower = word.lower()
    return lower if len(lower) == len(word) else word
