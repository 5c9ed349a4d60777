"""What is not in a report's text though it stood in the input, and why; and the captions, which are in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sayso.desk.sitrep_words import days_words, shorten, visible
from sayso.ledger import LeftOut
from sayso.records import Caption, Report

WHY = {
    "furniture": "part of the page around the report",
    "repeat": "stood there already",
    "caption": "the words of a picture; they stay in the text",
}
NEXT = 60
"""Characters of the text before which it stood."""


class LeftOutPiece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the input. kind: furniture, repeat, or caption, which stays in the text; why: that in words; before:
    the beginning of the text before which it stood, empty at the end."""

    kind: str
    why: str
    text: str
    before: str


class LeftOutView(msgspec.Struct, frozen=True, kw_only=True):
    """What was left out, in its order. known: whether it was noted when the report was read."""

    known: bool
    pieces: tuple[LeftOutPiece, ...]


def view_left_out(report: Report, noted: Sequence[LeftOut] | None) -> LeftOutView:
    """A report and what was noted of it in, what was left out and its captions out, in the order of the input."""
    placed = [*((each.at, _piece(report, each)) for each in noted or ()), *_captions(report)]
    return LeftOutView(
        known=noted is not None, pieces=tuple(piece for _, piece in sorted(placed, key=lambda each: each[0]))
    )


def _piece(report: Report, each: LeftOut) -> LeftOutPiece:
    return LeftOutPiece(
        kind=each.why,
        why=WHY.get(each.why, each.why),
        text=visible(each.text),
        before=shorten(visible(report.text[each.at : each.at + 2 * NEXT]), NEXT),
    )


def _captions(report: Report) -> Iterator[tuple[int, LeftOutPiece]]:
    for each in report.captions:
        words = visible(report.text[each.start : each.end])
        before = shorten(visible(report.text[each.end : each.end + 2 * NEXT]), NEXT)
        yield each.start, LeftOutPiece(kind="caption", why=_why(each), text=words, before=before)


def _why(caption: Caption) -> str:
    """Why a caption is no paragraph, and what is known of its picture."""
    taken = f"taken {days_words(caption.taken.start, caption.taken.end)}" if caption.taken else ""
    credit = f"by {visible(caption.credit)}" if caption.credit else ""
    return ", ".join(filter(None, (WHY["caption"], taken, credit, "a file picture" if caption.file_picture else "")))
