"""Text -> pieces: the stretches that stand by themselves, each on one line, before anything is said of what they
are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from sayso.read.wording import TIMESTAMP
from sayso.records.report import BlockKind


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of text without line breaks. `bullet` stood in front of it; `kind`, `credit` where the page's
    markup tells."""

    text: str
    bullet: str = ""
    kind: BlockKind | None = None
    credit: str | None = None


_WIDEST_WRAP, _NARROWEST_WRAP, _SHARE_WRAPPED = 160, 40, 0.5
_STOPS = '.!?"”:'
_BULLET = re.compile(r"(?:[-–—*](?=\s)|[•·‣▪▫◦●○■□►▶➢✓✔])\s*(?=\S)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_FIRST_NUMBER = re.compile(r"\(?[1aAi][.)]")


def split_text(text: str) -> list[Piece]:
    """Cleaned text in, pieces out: parted by blank lines, or one a line; lines that were wrapped at a width are
    joined."""
    lines = text.split("\n")
    lines = [" ".join(line.split()) for line in lines] if "  " in text else [line.strip() for line in lines]
    width = _wrap_width(lines)
    return _with_bullets(_stretches(lines, width))


def _wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which the text was wrapped, or None: most lines end amid a sentence, where the next word no
    longer fitted."""
    ends = [(line, _first_word(after)) for line, after in pairwise(lines) if line and after]
    short = [(len(line), word, line[-1] in _STOPS) for line, word in ends if len(line) <= _WIDEST_WRAP]
    if len(short) < 2 or len(short) < 0.9 * len(ends):
        return None
    width = max(end for end, _, _ in short)
    full = sum(end + 1 + word > width and not stops for end, word, stops in short)
    return width if width >= _NARROWEST_WRAP and full >= _SHARE_WRAPPED * len(short) else None


def _first_word(line: str) -> int:
    space = line.find(" ")
    return len(line) if space < 0 else space


def _stretches(lines: Sequence[str], width: int | None) -> Iterator[str]:
    open_line = ""
    last = ""
    for line in lines:
        if open_line and line and width and _goes_on(last, line, width):
            open_line = _glued(open_line, line)
        else:
            if open_line:
                yield open_line
            open_line = line
        last = line
    if open_line:
        yield open_line


def _goes_on(line: str, after: str, width: int) -> bool:
    full = len(line) + 1 + _first_word(after) > width
    return (full or (after[0].islower() and line[-1] not in _STOPS)) and not _stands_alone(after)


def _stands_alone(line: str) -> bool:
    """An entry of a list or a date on a line of its own."""
    return _BULLET.match(line) is not None or (len(line) < _NARROWEST_WRAP and TIMESTAMP.match(line) is not None)


def _glued(line: str, after: str) -> str:
    hyphened = line.endswith("-") and line[-2:-1].isalpha() and after[0].isalpha()
    return line + after if hyphened else f"{line} {after}"


def _with_bullets(stretches: Iterator[str]) -> list[Piece]:
    """A number is a bullet only where the counting begins at one."""
    pieces, counting = [], False
    for stretch in stretches:
        found = _BULLET.match(stretch)
        counting = counting or bool(found and _FIRST_NUMBER.match(found[0]))
        if found and (counting or found[0][-2:].strip(" ") not in (".", ")")) and not stretch[found.end() :].isupper():
            pieces.append(Piece(text=stretch[found.end() :], bullet=found[0], kind="list"))
        else:
            pieces.append(Piece(text=stretch))
    return pieces
