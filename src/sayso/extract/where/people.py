"""Capitalised runs that name people, so that no town is made of a surname."""

from __future__ import annotations

from sayso.extract.where.words import Run, Words

SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


class People:
    """Who is named in a text. `tokens`: those inside people's names; `surnames`: lower-case last names, first names
    too.
    """

    def __init__(self, words: Words, runs: list[Run]) -> None:
        self.tokens = bytearray(len(words.grammar.words))
        self.surnames: set[str] = set()
        for run in runs:
            start = _name_start(words, run)
            if start is not None:
                self._learn(words, start, run[1])

    def _learn(self, words: Words, first: int, last: int) -> None:
        lowers = words.grammar.lowers
        while last > first and lowers[last] in SUFFIXES:
            last -= 1
        for i in range(first, last + 1):
            self.tokens[i] = 1
        self.surnames.add(lowers[last])
        if last > first:
            self.surnames.add(lowers[first])


def _name_start(words: Words, run: Run) -> int | None:
    """Where a person's name begins in a run: behind its last title, or at a given name that another name follows."""
    first, last = run
    book, lowers = words.book, words.grammar.lowers
    for i in range(last, first - 1, -1):
        low = lowers[i].rstrip(".")
        if (low in book.abbreviated_titles and (lowers[i][-1] == "." or i < last)) or low in book.titles:
            return i + 1 if i < last else None
    if _is_titled(words, first):
        return first
    for i in range(first, last):
        if lowers[i] in book.given_names and _is_last_name(words, i, last):
            return i
        if i + 1 < last and _is_initial(lowers[i + 1]):
            return i
    return None


def _is_titled(words: Words, first: int) -> bool:
    if not words.follows_closely(first):
        return False
    low = words.lower(first - 1)
    return (
        low in words.book.titles
        or low in words.book.kin
        or (low.rstrip(".") in words.book.abbreviated_titles and low[-1] == ".")
    )


def _is_last_name(words: Words, first: int, last: int) -> bool:
    """Whether what follows a given name can be a surname: no verb, and nothing of an institution ("Georgia State
    University").
    """
    lowers, book = words.grammar.lowers, words.book
    if words.grammar.tags[first + 1].startswith("V") or lowers[first + 1] in book.titles:
        return False
    return not any(lowers[i] in book.institutions or lowers[i] in book.region_nouns for i in range(first + 1, last + 1))


def _is_initial(low: str) -> bool:
    return low.rstrip(".").isalpha() and len(low.rstrip(".")) == 1
