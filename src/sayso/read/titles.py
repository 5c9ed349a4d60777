"""The title a report was given, and the words in which the text repeats it, made one headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.read.pieces import Piece
from sayso.read.wording import LEADING_DATE, NAVIGATION, OPENING_CLOCK, OPENING_STAMP

_WORD = re.compile(r"\w+")
_SITE = re.compile(r"\s+(?:[-–—|•·]|::|\|\|)\s+(?=\S[^|]{1,40}$)")
_SEAM = re.compile(r"[.!?:]*\s*")
_LOOKED_AT = 6
_ALIKE = 0.8
_FEWEST_ENTRIES = 3


def bare_title(title: str, names: Sequence[str]) -> str:
    """A title without the site's name behind it ("... - Harbour Courier"), where the name is one of `names` or
    their hosts."""
    title = _without_sections(" ".join(title.split()))
    parts = list(_SITE.finditer(title))
    if not parts:
        return title
    site = "".join(_words(title[parts[-1].end() :]))
    known = [
        host
        for name in names
        for host in [*re.split(r"[/.:@]+", name.casefold()), "".join(_words(name))]
        if len(host) > 2
    ]
    return title[: parts[-1].start()] if any(host in site or site in host for host in known) else title


def _without_sections(title: str) -> str:
    """As in "... - Region - World": entries of the site's menu behind a title."""
    while (parts := list(_SITE.finditer(title))) and title[parts[-1].end() :].casefold() in NAVIGATION:
        title = title[: parts[-1].start()]
    return title


def with_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Pieces and the given title in; pieces with exactly one headline of those words out, in front where the text
    lacks it."""
    words = _words(title or "")
    if not words or not pieces:
        return list(pieces)
    longest = 2 * len(title or "") + 20
    for number, piece in enumerate(pieces[:_LOOKED_AT]):
        if len(piece.text) < longest and _same(_words(piece.text), words):
            headline = msgspec.structs.replace(piece, kind="headline", text=piece.bullet + piece.text, bullet="")
            return [*pieces[:number], headline, *pieces[number + 1 :]]
    return [*_parted(pieces[0], title or "", words), *pieces[1:]]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _same(words: Sequence[str], others: Sequence[str]) -> bool:
    if words == others:
        return True
    one, other = set(words), set(others)
    return len(one & other) >= _ALIKE * len(one | other) and len(other) > 3


def _parted(first: Piece, title: str, words: Sequence[str]) -> list[Piece]:
    """A first piece that runs on from date and title to text, cut at its seams; else the title in front of it."""
    date = OPENING_STAMP.match(first.text) or LEADING_DATE.match(first.text)
    found = _WORD.finditer(first.text, date.end() if date else 0)
    end = _end_of(found, words)
    if end is None or first.bullet:
        return [Piece(text=title, kind="headline"), first]
    end = _SEAM.match(first.text, end).end()  # type: ignore[union-attr]
    start = date.end() if date else 0
    parts = [(first.text[:start], "timestamp"), (first.text[start:end], "headline"), (first.text[end:], first.kind)]
    return [Piece(text=text.strip(), kind=kind) for text, kind in parts if text.strip()]  # type: ignore[arg-type]


def without_stamp(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in; the same out, with agency and date apart where one piece near the top alone runs on from them to
    its text."""
    opening = [number for number, piece in enumerate(pieces) if OPENING_STAMP.match(piece.text)]
    if len(opening) != 1 or opening[0] >= _LOOKED_AT or pieces[opening[0]].kind not in (None, "paragraph"):
        return list(pieces)
    number, first = opening[0], pieces[opening[0]]
    end = OPENING_STAMP.match(first.text).end()  # type: ignore[union-attr]
    stamp = Piece(text=first.text[:end].strip(), kind="timestamp")
    rest = msgspec.structs.replace(first, text=first.text[end:].strip())
    return [*pieces[:number], stamp, rest, *pieces[number + 1 :]]


def without_clocks(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in; the same out, with the hours apart that open the entries of a live report, where several do."""
    found = [OPENING_CLOCK.match(piece.text) if piece.kind in (None, "paragraph") else None for piece in pieces]
    if sum(hour is not None for hour in found) < _FEWEST_ENTRIES:
        return list(pieces)
    parted: list[Piece] = []
    for piece, hour in zip(pieces, found, strict=True):
        if hour is not None:
            parted.append(Piece(text=hour[0].strip(" \t-–—|"), bullet=piece.bullet, kind="timestamp"))
        end = hour.end() if hour is not None else 0
        parted.append(msgspec.structs.replace(piece, text=piece.text[end:], bullet="" if end else piece.bullet))
    return parted


def _end_of(found: Iterator[re.Match[str]], words: Sequence[str]) -> int | None:
    """Where the last of `words` ends, if they stand there one after the other."""
    end = None
    for word in words:
        here = next(found, None)
        if here is None or here[0].casefold() != word:
            return None
        end = here.end()
    return end
