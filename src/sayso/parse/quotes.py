"""Quotation marks, read by a small machine per block that forgives: unclosed, nested, straight or curly, single or
double."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from sayso.records import Block, Span, trim

DOUBLE = re.compile("[\"“”„«»]|``|''")
SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w$“\"])|(?<=[\w.,!?…)])[’'](?![\w’'])")
OPENERS = frozenset(("“", "„", "«", "``", "‘"))
CLOSERS = frozenset(("”", "»", "’"))
"""Two straight apostrophes open as well as close: their neighbours tell."""
LONGEST_SINGLE = 400
"""Code points between two single marks: past this they are apostrophes of two words."""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between two marks. `inner` leaves the marks out, `outer` takes them along.

    closed: whether the text closes it. carries_on: it opens a block although the block before it left one open.
    """

    inner: Span
    outer: Span
    closed: bool
    carries_on: bool = False


def read_quotes(text: str, blocks: tuple[Block, ...]) -> tuple[Quote, ...]:
    """The quotations of a text, in order; those of single marks only where no double ones cover them."""
    quotes: list[Quote] = []
    left_open = False
    for block in blocks:
        found = _doubles(text, block, carries_on=left_open)
        found += _singles(text, block, found)
        left_open = any(not quote.closed for quote in found)
        quotes += _apart(found)
    return tuple(quotes)


def _apart(found: list[Quote]) -> list[Quote]:
    """The quotations in order; of two that share a mark or a word the one that begins first."""
    kept: list[Quote] = []
    for quote in sorted(found, key=lambda quote: (quote.outer[0], -quote.outer[1])):
        if not kept or quote.outer[0] >= kept[-1].outer[1]:
            kept.append(quote)
    return kept


def _opens(text: str, at: int, mark: str, block: Block) -> bool | None:
    """True for an opening mark, False for a closing one, None where its neighbours do not tell."""
    if mark in OPENERS or mark in CLOSERS:
        return mark in OPENERS
    before = text[at - 1] if at > block.start else " "
    after = text[at + len(mark)] if at + len(mark) < block.end else " "
    if before in " \t\n([—–-\u00a0" and not after.isspace():
        return True
    if after.isspace() or after in ".,;:!?)]—–-" or at + len(mark) == block.end:
        return False if not before.isspace() else None
    return None


def _doubles(text: str, block: Block, *, carries_on: bool) -> list[Quote]:
    quotes: list[Quote] = []
    open_at: int | None = None
    start = 0
    for match in DOUBLE.finditer(text, block.start, block.end):
        opens = _opens(text, match.start(), match.group(), block)
        if open_at is None:
            if opens is not False:
                open_at, start = match.start(), match.end()
        elif opens is True:
            quotes.append(_quote(text, open_at, start, match.start(), match.start(), closed=False))
            open_at, start = match.start(), match.end()
        else:
            quotes.append(_quote(text, open_at, start, match.start(), match.end(), closed=True))
            open_at = None
    if open_at is not None:
        quotes.append(_quote(text, open_at, start, block.end, block.end, closed=False))
    if quotes and carries_on and quotes[0].outer[0] == block.start:
        quotes[0] = msgspec.structs.replace(quotes[0], carries_on=True)
    return [quote for quote in quotes if quote.inner[0] < quote.inner[1]]


def _singles(text: str, block: Block, doubles: list[Quote]) -> list[Quote]:
    quotes: list[Quote] = []
    open_at: int | None = None
    starts = [quote.outer[0] for quote in doubles]
    for match in SINGLE.finditer(text, block.start, block.end):
        at = match.start()
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < doubles[before].outer[1]:
            continue
        opening = at == block.start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?…)")
        if opening:
            open_at = at
        elif open_at is not None and at - open_at <= LONGEST_SINGLE:
            quotes.append(_quote(text, open_at, open_at + 1, at, at + 1, closed=True))
            open_at = None
    return [quote for quote in quotes if quote.inner[0] < quote.inner[1]]


def _quote(text: str, outer_start: int, start: int, end: int, outer_end: int, *, closed: bool) -> Quote:
    inner = trim(text, (start, end))
    return Quote(inner=inner, outer=(outer_start, max(outer_end, inner[1])), closed=closed)
