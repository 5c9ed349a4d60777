"""Quotations: which stand by themselves, and which are words taken up by the sentence around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container
from itertools import zip_longest
from typing import NamedTuple

import msgspec

from sayso.extract.reading import Reading
from sayso.parse import Quote

TERMINALS = frozenset((".", "?", "!"))
MARKS = frozenset(('"', "“", "”", "''", "``", "'", "‘", "’", "«", "»"))
LEADS = frozenset((",", ":", ";", "—", "–", "-", "--"))
SHORTEST = 3
"""Tokens of a quotation that stands by itself, where no punctuation at its end says so."""
TITLE = 6
"""Up to so many words, all with a capital, are the name of a book, a film, a campaign."""


class Marked(NamedTuple):
    """A quotation with its first and last token; full: it stands by itself and is no word taken up by the sentence."""

    quote: Quote
    first: int
    last: int
    full: bool


def marked_quotes(reading: Reading, cues: Container[int]) -> list[Marked]:
    """The report's quotations that hold a token, in order. cues: the tokens of reporting words."""
    grammar = reading.grammar
    found: list[Marked] = []
    for quote, after in zip_longest(reading.quotes, reading.quotes[1:]):
        if not quote.closed and not (after is not None and after.carries_on):
            quote = _closed_by_cue(reading, quote, cues)
        first = bisect_left(grammar.starts, quote.inner[0])
        last = bisect_right(grammar.ends, quote.inner[1]) - 1
        if first <= last:
            full = _stands_alone(reading, quote, first, last, cues) or _joined(reading, first, found)
            found.append(Marked(quote, first, last, full))
    return found


def _closed_by_cue(reading: Reading, quote: Quote, cues: Container[int]) -> Quote:
    """`"We are hungry, said the teacher.`: marks never closed end at the comma before a cue."""
    grammar = reading.grammar
    first = bisect_left(grammar.starts, quote.inner[0])
    if first >= len(grammar) or outside_before(reading, first) is not None:
        return quote
    for token in range(first, bisect_right(grammar.ends, quote.inner[1]) - 1):
        if grammar.words[token] == "," and token + 1 in cues:
            end = grammar.ends[token]
            return msgspec.structs.replace(quote, inner=(quote.inner[0], end), outer=(quote.outer[0], end))
    return quote


def _joined(reading: Reading, first: int, before: list[Marked]) -> bool:
    """`"..." and "..."`: the second of two quotations stands like the first."""
    lead = outside_before(reading, first)
    if lead is None or not before or not before[-1].full:
        return False
    return reading.grammar.lowers[lead] in ("and", "but", "or") and lead - before[-1].last <= 3


def _stands_alone(reading: Reading, quote: Quote, first: int, last: int, cues: Container[int]) -> bool:
    text, before = reading.text, outside_before(reading, first)
    if quote.carries_on:
        return True
    size = last - first + 1
    if size < SHORTEST and text[quote.inner[1] - 1] not in ",.?!":
        return False
    if before is None:
        return True
    lead = reading.grammar.words[before]
    if lead not in TERMINALS and lead not in LEADS and before not in cues:
        return False
    if text[quote.inner[0]].islower():
        return lead in (",", ":") and size >= SHORTEST
    return lead == ":" or lead in TERMINALS or before in cues or not _title(reading, first, last)


def _title(reading: Reading, first: int, last: int) -> bool:
    words = [word for word in reading.grammar.words[first : last + 1] if len(word) > 3]
    return 0 < last - first < TITLE and len(words) > 0 and all(word[0].isupper() for word in words)


def outside_before(reading: Reading, first: int) -> int | None:
    """The token before the opening mark, in the same block."""
    grammar, at = reading.grammar, first - 1
    while at >= 0 and grammar.words[at] in MARKS:
        at -= 1
    return at if at >= 0 and same_block(reading, at, first) else None


def outside_after(reading: Reading, last: int) -> int | None:
    """The token behind the closing mark, in the same block."""
    grammar, at = reading.grammar, last + 1
    while at < len(grammar) and grammar.words[at] in MARKS:
        at += 1
    return at if at < len(grammar) and same_block(reading, at, last) else None


def led_by_block_before(reading: Reading, first: int) -> int | None:
    """The colon at the end of the block before, for a quotation that opens its block."""
    grammar, at = reading.grammar, first - 1
    while at >= 0 and grammar.words[at] in MARKS:
        at -= 1
    return at if at >= 0 and grammar.words[at] == ":" else None


def same_block(reading: Reading, one: int, other: int) -> bool:
    """Whether two tokens stand in one block."""
    grammar = reading.grammar
    return grammar.block_of[grammar.sentence_of[one]] == grammar.block_of[grammar.sentence_of[other]]


def ends_sentence(reading: Reading, token: int) -> bool:
    """Whether the token is a full stop, and not that of an abbreviation."""
    words = reading.grammar.words
    if words[token] not in TERMINALS:
        return False
    return token + 1 >= len(words) or not (words[token + 1][0].islower() or words[token + 1] in (")", ",", "]"))
