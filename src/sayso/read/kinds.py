"""Pieces -> what each of them is: headline, byline, dateline, timestamp, paragraph, caption, heading or list."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.read.bylines import is_byline, names_reporter
from sayso.read.captions import is_caption
from sayso.read.furniture import ends_sentence, is_prose
from sayso.read.pieces import Piece
from sayso.read.wording import BYLINE_OPENER, DATELINE, RELEASE, TIMED, TIMESTAMP
from sayso.records.report import BlockKind

_LONGEST_LINE = 220
_LONGEST_MOMENT = 90
_LONGEST_HEADING, _LONGEST_HEADLINE = 14, 28
_BYLINE_BY = 5
_LONG_WORD, _SHARE_CAPITAL = 4, 0.7


def kinds_of(pieces: Sequence[Piece], *, repeated: frozenset[str]) -> list[BlockKind]:
    """Pieces in, one kind each out. `repeated`: texts that the page had more than once."""
    kinds: list[BlockKind | None] = [_sure_kind(piece, repeated, last=piece is pieces[-1]) for piece in pieces]
    head = _head(pieces, kinds)
    _name_headline(pieces, kinds, head)
    return [kind or _line_kind(pieces, number, kinds) for number, kind in enumerate(kinds)]


def _sure_kind(piece: Piece, repeated: frozenset[str], *, last: bool) -> BlockKind | None:
    """The kind that the words alone settle, or None for a line that its place must settle."""
    if piece.kind:
        return _kind_in_list(piece) if piece.kind == "list" else piece.kind
    text = piece.text
    if len(text) <= _LONGEST_LINE and (kind := _furnishing_kind(text)):
        return kind
    if is_caption(text, repeated=text in repeated, last=last):
        return "caption"
    return "paragraph" if is_prose(text) else None


def _kind_in_list(piece: Piece) -> BlockKind:
    return "caption" if is_caption(piece.text, repeated=False, last=True) else "list"


def _furnishing_kind(text: str) -> BlockKind | None:
    if len(text) < _LONGEST_MOMENT and TIMED.search(text):
        if TIMESTAMP.match(text):
            return "timestamp"
        if DATELINE.match(text) and not BYLINE_OPENER.match(text):
            return "dateline"
    if is_byline(text):
        return "byline"
    return "dateline" if text[-1] in "-–—_" and DATELINE.match(text) else None


def _head(pieces: Sequence[Piece], kinds: Sequence[BlockKind | None]) -> int:
    """How many pieces stand before the running text."""
    starts = (n for n, kind in enumerate(kinds) if kind in ("paragraph", "list"))
    return next(starts, len(pieces) if len(pieces) > 1 else 0)


def _name_headline(pieces: Sequence[Piece], kinds: list[BlockKind | None], head: int) -> None:
    """The headline is the one the page names, else the longest line of the head that is no standing line of a
    release."""
    if "headline" in kinds or not pieces:
        return
    lines = [n for n in range(head) if kinds[n] is None and _is_headline(pieces[n].text)]
    if lines:
        kinds[max(lines, key=lambda n: (not RELEASE.match(pieces[n].text), pieces[n].text.count(" "), -n))] = "headline"
    elif head < len(pieces) - 1 and kinds[head] == "paragraph" and _is_titled(pieces[head].text):
        kinds[head] = "headline"


def _is_headline(text: str) -> bool:
    closed = ends_sentence(text) and text[-1] not in "?!\"'”’)"
    return not closed and text[0] not in "([" and text.count(" ") < _LONGEST_HEADLINE and any(map(str.isalpha, text))


def _is_titled(text: str) -> bool:
    """A first line in title case, even with a full stop behind it."""
    words = [word for word in text.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    short = text.count(" ") < _LONGEST_HEADLINE and ". " not in text and not text.isupper()
    return short and len(words) > 3 and capital >= _SHARE_CAPITAL * len(words)


def _line_kind(pieces: Sequence[Piece], number: int, kinds: Sequence[BlockKind | None]) -> BlockKind:
    text = pieces[number].text
    if names_reporter(text, placed=number < _BYLINE_BY and "headline" in kinds[:number]):
        return "byline"
    heads = number + 1 < len(pieces) and text.count(" ") < _LONGEST_HEADING and any(map(str.isalpha, text))
    closed = ends_sentence(text) and not (text.endswith(":") and text.count(" ") < _LONGEST_HEADING // 3)
    return "heading" if heads and not closed else "paragraph"
