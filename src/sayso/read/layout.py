"""Pieces -> a report's text, its blocks and captions, and what was left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from sayso.read.captions import credit_of, is_file_picture
from sayso.read.furniture import Sorted, Why, sort_pieces
from sayso.read.kinds import kinds_of
from sayso.read.pieces import Piece
from sayso.records import Block, Caption, Report

_PARTING = "\n\n"


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the input that is not in the report's text. `at`: the offset in `report.text` before which it
    stood."""

    text: str
    why: Why
    at: int


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """A report and what was dropped while it was read, for whoever wants to see the whole page."""

    report: Report
    dropped: tuple[Dropped, ...] = ()


class LaidOut(msgspec.Struct, frozen=True, kw_only=True):
    """Text, blocks and captions of a report, and what was dropped. Blocks are parted by a blank line (and their
    bullet)."""

    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    captions: tuple[Caption, ...]
    dropped: tuple[Dropped, ...]


def lay_out(pieces: Sequence[Piece]) -> LaidOut:
    """Pieces in, the laid-out text out."""
    sorted_pieces = sort_pieces(pieces)
    repeated = frozenset(text for text, times in Counter(piece.text for piece in pieces).items() if times > 1)
    kept = sorted_pieces.kept
    starts = _starts(kept)
    kinds = kinds_of(kept, repeated=repeated)
    blocks = tuple(
        Block(kind=kind, start=start, end=start + len(piece.text))
        for piece, start, kind in zip(kept, starts, kinds, strict=True)
    )
    return LaidOut(
        text=_PARTING.join(piece.bullet + piece.text for piece in kept),
        pieces=kept,
        blocks=blocks,
        captions=tuple(_caption(p, b) for p, b in zip(kept, blocks, strict=True) if b.kind == "caption"),
        dropped=_dropped(sorted_pieces, starts),
    )


def _starts(kept: Sequence[Piece]) -> list[int]:
    starts, at = [], 0
    for piece in kept:
        starts.append(at + len(piece.bullet))
        at += len(piece.bullet) + len(piece.text) + len(_PARTING)
    return starts


def _caption(piece: Piece, block: Block) -> Caption:
    credit = piece.credit or credit_of(piece.text)
    return Caption(start=block.start, end=block.end, credit=credit, file_picture=is_file_picture(piece.text))


def _dropped(sorted_pieces: Sorted, starts: Sequence[int]) -> tuple[Dropped, ...]:
    kept = sorted_pieces.kept
    end = starts[-1] + len(kept[-1].text) if kept else 0
    places = [start - len(piece.bullet) for start, piece in zip(starts, kept, strict=True)] + [end]
    return tuple(
        Dropped(text=p.bullet + p.text, why=why, at=places[number]) for number, p, why in sorted_pieces.dropped
    )
