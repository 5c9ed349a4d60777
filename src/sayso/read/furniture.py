"""Pieces -> pieces without the furniture of their page, and each repeated piece once. A real sentence is never
dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from sayso.read.pieces import Piece
from sayso.read.wording import (
    CAPTION_LABEL,
    CLOSING_MARK,
    COPYRIGHT,
    FURNITURE,
    FURNITURE_ENDINGS,
    FURNITURE_OPENERS,
    NAVIGATION,
    NEIGHBOURS,
    OPENER_KEY,
    READERS,
    SECTIONS,
    TIMED,
    TIMESTAMP,
)

Why = Literal["furniture", "repeat"]

_LONGEST = 300
_LONGEST_LINK = 20
_MOST_LINKS = 12
_LONGEST_ENTRY = 5
_FEWEST_BEFORE_READERS, _LONGEST_LABEL = 3, 40
_PLAIN = (None, "list", "heading")
_BAR_SIGNS = "|·•/»>"
_BARS = re.compile(rf"\s*[{_BAR_SIGNS}]\s*")
_LONGEST_OPENER = 48
_EDGES = " .:;,!?…*-–—_#\"'“”‘’()[]»>|"
_CUT = ("…", "...")
_STOPS = frozenset(".!?…:;")
_CLOSERS = "\"'”’)]"


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """The pieces that stay; and those that go, each with the number of kept pieces before it and the reason."""

    kept: tuple[Piece, ...]
    dropped: tuple[tuple[int, Piece, Why], ...]


def ends_sentence(text: str) -> bool:
    """Whether the text closes with a mark that ends a sentence or announces more."""
    return text[-1:] in _STOPS or (text[-1:] in _CLOSERS and text.rstrip(_CLOSERS)[-1:] in _STOPS)


def is_prose(text: str) -> bool:
    """Whether the text is running text: long, or a middling line that closes like a sentence."""
    return len(text) > 200 or (len(text) > 60 and ends_sentence(text))


def sort_pieces(pieces: Sequence[Piece]) -> Sorted:
    """Pieces in, what stays and what goes out. Captions lose the label that their page puts in front of them."""
    reasons = _reasons([_unlabelled(piece) for piece in pieces])
    kept: list[Piece] = []
    dropped: list[tuple[int, Piece, Why]] = []
    for piece, why in reasons:
        if why:
            dropped.append((len(kept), piece, why))
        else:
            kept.append(piece)
    return Sorted(kept=tuple(kept), dropped=tuple(dropped))


def _unlabelled(piece: Piece) -> Piece:
    found = CAPTION_LABEL.match(piece.text)
    return msgspec.structs.replace(piece, text=piece.text[found.end() :], kind="caption") if found else piece


def _reasons(pieces: Sequence[Piece]) -> list[tuple[Piece, Why | None]]:
    lines = [_line(piece) for piece in pieces]
    furniture = [_is_furniture(piece, line) for piece, line in zip(pieces, lines, strict=True)]
    _mark_links(pieces, lines, furniture)
    _mark_navigation(pieces, furniture)
    _mark_readers(pieces, furniture)
    seen: set[str] = set()
    reasons: list[tuple[Piece, Why | None]] = []
    for piece, is_furniture in zip(pieces, furniture, strict=True):
        why: Why | None = "furniture" if is_furniture else "repeat" if piece.text in seen else None
        if not why and not _may_recur(piece):
            seen.add(piece.text)
        reasons.append((piece, why))
    return reasons


def _may_recur(piece: Piece) -> bool:
    """Entries of lists and clock times may well come twice and mean something each time."""
    return _is_moment(piece) or (piece.kind == "list" and not is_prose(piece.text))


def _is_moment(piece: Piece) -> bool:
    return piece.kind == "timestamp" or (len(piece.text) < 40 and TIMESTAMP.match(piece.text) is not None)


def _line(piece: Piece) -> str:
    """What a short piece is compared by: small letters, no marks at its edges; empty for a long one."""
    return piece.text.strip(_EDGES).casefold() if len(piece.text) <= _LONGEST and piece.kind != "headline" else ""


def _is_furniture(piece: Piece, line: str) -> bool:
    if len(piece.text) > _LONGEST or piece.kind == "headline":
        return False
    return (
        line in FURNITURE
        or line in SECTIONS
        or line in NEIGHBOURS
        or not any(map(str.isalnum, line))
        or _opens_furniture(piece.text)
        or line.endswith(FURNITURE_ENDINGS)
        or COPYRIGHT.match(piece.text) is not None
        or CLOSING_MARK.match(piece.text) is not None
        or _is_menu(piece.text)
    )


def _opens_furniture(text: str) -> bool:
    """A label before a small letter is none: there the words belong together ("Read: the way we read")."""
    start = text[:_LONGEST_OPENER].casefold()
    for opener in FURNITURE_OPENERS.get(start[:OPENER_KEY], ()):
        if start.startswith(opener):
            rest = text[len(opener) :]
            return not (rest.lstrip()[:1].islower() if opener[-1] == ":" else rest[:1].isalnum())
    return False


def _is_menu(text: str) -> bool:
    """A menu on one line: "Home | World | Sport"."""
    if not any(bar in text for bar in _BAR_SIGNS):
        return False
    entries = _BARS.split(text)
    return len(entries) > 2 and sum(entry.casefold() in NAVIGATION for entry in entries) >= max(2, len(entries) // 2)


def _mark_links(pieces: Sequence[Piece], lines: Sequence[str], furniture: list[bool]) -> None:
    """Under "Related stories" short lines without a full stop are links to other pages, each with its date; so are
    the headlines under "Next post", behind the report."""
    under, told, is_of_links = 0, False, _is_link
    for number, piece in enumerate(pieces):
        if lines[number] in SECTIONS:
            under, is_of_links = _MOST_LINKS, _is_link
        elif told and lines[number] in NEIGHBOURS:
            under, is_of_links = _MOST_LINKS, _is_teaser
        elif under and (is_of_links(piece) or (under < _MOST_LINKS and furniture[number - 1] and _is_moment(piece))):
            under -= not _is_moment(piece)
            furniture[number] = True
        elif not furniture[number]:
            under, told = 0, told or is_prose(piece.text)


def _mark_readers(pieces: Sequence[Piece], furniture: list[bool]) -> None:
    """Behind the report, under "Readers' comments (3)", is what its readers say."""
    prose = 0
    for number, piece in enumerate(pieces):
        prose += is_prose(piece.text)
        if prose >= _FEWEST_BEFORE_READERS and len(piece.text) <= _LONGEST_LABEL and READERS.match(piece.text):
            furniture[number:] = [True] * (len(pieces) - number)
            return


def _is_link(piece: Piece) -> bool:
    words = piece.text.count(" ") + 1
    ends = ends_sentence(piece.text) and not piece.text.endswith("?")
    return words <= _LONGEST_LINK and not ends and piece.kind in (None, "list") and not _is_moment(piece)


def _is_teaser(piece: Piece) -> bool:
    """A headline of another report, which may be cut short ("Residents from…")."""
    whole = ends_sentence(piece.text) and not piece.text.endswith(_CUT)
    return len(piece.text) <= _LONGEST and not whole and piece.kind in (None, "list") and not _is_moment(piece)


def _mark_navigation(pieces: Sequence[Piece], furniture: list[bool]) -> None:
    """Above and under the running text, runs of short lines that hold entries of a site's menu."""
    prose = [number for number, piece in enumerate(pieces) if is_prose(piece.text)]
    first, last = (prose[0], prose[-1]) if prose else (len(pieces), -1)
    run: list[int] = []
    for number, piece in enumerate(pieces):
        if (number < first or number > last) and _is_entry(piece):
            run.append(number)
        elif run:
            _mark_run(pieces, run, furniture)
            run = []
    _mark_run(pieces, run, furniture)


def _is_entry(piece: Piece) -> bool:
    short = len(piece.text) < 40 and piece.text.count(" ") < _LONGEST_ENTRY
    return short and not ends_sentence(piece.text) and piece.kind in _PLAIN and not TIMED.search(piece.text)


def _mark_run(pieces: Sequence[Piece], run: Sequence[int], furniture: list[bool]) -> None:
    entries = sum(pieces[number].text.casefold() in NAVIGATION for number in run)
    if run and entries >= max(min(2, len(run)), len(run) / 2):
        for number in run:
            furniture[number] = True
