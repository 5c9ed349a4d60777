"""Where a place's name may end: its capitalised words, a noun for what it is, "capital" behind a state's."""

from __future__ import annotations

from functools import cache

from sayso.codebook.places import PlaceWords
from sayso.extract.where.words import BRIDGES, Words, noun_at

LONGEST_NAME = 6
NO_SEATS = frozenset({"facto", "former", "old", "ancient", "declared", "proclaimed", "styled", "onetime", "time"})
"""Words before "Syrian capital" that make it another town."""


def ends_of(words: Words, first: int) -> list[int]:
    """The tokens at which a name that begins at `first` may end, the farthest first."""
    grammar = words.grammar
    end = grammar.sentences[grammar.sentence_of[first]][1]
    ends, i = [first], first
    while len(ends) < LONGEST_NAME and not words.masked[i]:
        after = words.next_in_name(i, end)
        after = _over_bridge(words, i, end) if after is None else after
        if after is None or words.masked[after]:
            break
        ends.append(after)
        i = after
    noun = noun_at(words, ends[-1] + 1, _closing_nouns(words.book))
    if noun is not None and noun < end and not words.capital[noun] and not words.masked[noun]:
        ends.append(noun)
    elif (capital := _capital_behind(words, ends[-1])) is not None and capital < end:
        ends.append(capital)
    return ends[::-1]


@cache
def _closing_nouns(book: PlaceWords) -> frozenset[str]:
    return book.site_nouns | book.region_nouns | book.water_nouns


def _capital_behind(words: Words, token: int) -> int | None:
    """ "The Syrian capital", "Syria's capital": the token of the noun, where it is no capital city of something else or
    capital that is invested."""
    noun = token + 2 if words.lower(token + 1) in ("'s", "’s") else token + 1
    behind = words.lower(noun + 1)
    if words.lower(noun) != "capital" or behind in ("of", "city", "region") or words.lower(token - 1) in NO_SEATS:
        return None
    return noun if words.grammar.tags[min(noun + 1, len(words.capital) - 1)] != "NNS" else None


def _over_bridge(words: Words, token: int, end: int) -> int | None:
    i = token + 1
    while i < end and i < token + 3 and words.grammar.lowers[i] in BRIDGES:
        i += 1
    return i if token + 1 < i < end and words.capital[i] else None
