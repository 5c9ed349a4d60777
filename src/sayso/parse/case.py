"""Text in capitals or in no case, put into ordinary case for the grammar; lengths stay the same, so spans do too."""

from __future__ import annotations

MOSTLY = 0.7
"""From this share of letters in one case on, a block's case tells nothing."""
FEWEST_LETTERS = 20
SHOUTED_SHORT = 3


def in_ordinary_case(words: list[str]) -> list[str] | None:
    """The words of a block written all in capitals in a case that the grammar knows; None where the case is ordinary."""
    letters = sum(len(word) for word in words if word.isalpha())
    capitals = sum(len(word) for word in words if word.isupper() and len(word) > 1)
    if letters < FEWEST_LETTERS or capitals < MOSTLY * letters:
        return None
    return [_lowered(word) for word in words]


def _lowered(word: str) -> str:
    lower = word.lower()
    return lower if len(lower) == len(word) else word
