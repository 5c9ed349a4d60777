"""Quotations: which stand by themselves, and which reporting word each belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sayso.extract.reading import Reading
from sayso.extract.said_cues import Hit
from sayso.parse import Quote

TERMINALS = frozenset((".", "?", "!"))
MARKS = frozenset(('"', "“", "”", "''", "``", "'", "‘", "’", "«", "»"))
LEADS = frozenset((",", ":", ";", "—", "–", "-", "--"))
REACH = 28
"""Tokens between a quotation and its reporting verb: past this another sentence is read."""
SHORTEST = 3


class Marked(NamedTuple):
    """A quotation with its first and last token; full: it stands by itself and is no word taken up by the sentence."""

    quote: Quote
    first: int
    last: int
    full: bool


def marked_quotes(reading: Reading, hits: dict[int, Hit]) -> list[Marked]:
    """The report's quotations that hold a token, in order."""
    grammar = reading.grammar
    found = []
    for quote in reading.quotes:
        first = bisect_left(grammar.starts, quote.inner[0])
        last = bisect_right(grammar.ends, quote.inner[1]) - 1
        if first <= last:
            found.append(Marked(quote, first, last, _stands_alone(reading, quote, first, last, hits)))
    return found


def _stands_alone(reading: Reading, quote: Quote, first: int, last: int, hits: dict[int, Hit]) -> bool:
    text, before = reading.text, outside_before(reading, first)
    if quote.carries_on:
        return True
    opening = text[quote.inner[0]]
    if last - first + 1 < SHORTEST and text[quote.inner[1] - 1] not in ",.?!":
        return False
    led = (
        before is None
        or reading.grammar.lowers[before] in TERMINALS
        or reading.grammar.lowers[before] in LEADS
        or before in hits
    )
    if not led:
        return False
    if opening.islower():
        return before is not None and reading.grammar.lowers[before] in (",", ":") and last - first + 1 >= SHORTEST
    return True


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


def same_block(reading: Reading, one: int, other: int) -> bool:
    grammar = reading.grammar
    return grammar.block_of[grammar.sentence_of[one]] == grammar.block_of[grammar.sentence_of[other]]


def speaking(hit: Hit) -> bool:
    """Whether the reporting word can carry a quotation."""
    return hit.form == "verb" and hit.cue.kind != "perception"


def cue_after(reading: Reading, marked: Marked, hits: dict[int, Hit], taken: set[int]) -> Hit | None:
    """The verb behind the quotation: `"...", he said`, `"..." said the mayor`."""
    grammar, at = reading.grammar, outside_after(reading, marked.last)
    if at is None:
        return None
    ending = reading.text[marked.quote.inner[1] - 1]
    if ending in ".…" and grammar.words[at][0].isupper() or grammar.words[at] in (".", "?", "!", ";"):
        return None
    for token in range(at, min(at + REACH, len(grammar))):
        if token in taken or grammar.words[token] in TERMINALS or not same_block(reading, token, marked.last):
            return None
        hit = hits.get(token)
        if hit is not None and speaking(hit):
            return hit
    return None


def cue_before(reading: Reading, marked: Marked, hits: dict[int, Hit], taken: set[int]) -> Hit | None:
    """The verb before the quotation: `he said: "..."`, `"...," he said, "..."`."""
    grammar, at = reading.grammar, outside_before(reading, marked.first)
    if at is None or grammar.words[at] in TERMINALS:
        return None
    for token in range(at, max(at - REACH, -1), -1):
        if token in taken or grammar.words[token] in TERMINALS or not same_block(reading, token, marked.first):
            return None
        hit = hits.get(token)
        if hit is not None and speaking(hit):
            return hit
    return None


def lone_speaker(reading: Reading, first: int, last: int) -> tuple[int, ...]:
    """The head of the noun phrase in a stretch of tokens: the one noun that hangs on nothing inside it."""
    grammar = reading.grammar
    nouns = [t for t in range(first, last + 1) if grammar.tags[t][:2] == "NN" or grammar.tags[t] == "PRP"]
    for token in nouns:
        if grammar.deps[token] in ("nsubj", "dobj", "nsubjpass") or not first <= grammar.heads[token] <= last:
            return (token,)
    return ()
