"""A short message as its page was saved, run together in one line with its author, its clock and how often it was
seen: pieces in, the message's own pieces out."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from sayso.read.pieces import Piece

_AUTHOR = re.compile(r"(?:Conversation|Post|Thread)?\S[^@\n]{0,49}@(\w{2,40})(?=(.?))")
_WORD_STARTS = re.compile(r"(?<=[a-z0-9_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_CLOCK = re.compile(r"\d{1,2}:\d\d\s?[AP]M\s·\s[A-Z][a-z]{2}\s\d{1,2},\s(?:19|20)\d\d")


def own_words(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a short message without its author's name before them, and without what stands behind its clock:
    counts of readers, and their answers. Other pieces as they are."""
    ends = [number for number, piece in enumerate(pieces) if _CLOCK.search(piece.text)]
    author = _AUTHOR.match(pieces[0].text) if ends else None
    if not author:
        return list(pieces)
    first = pieces[0].text[_message_at(author) :].lstrip()
    message = [msgspec.structs.replace(pieces[0], text=first), *pieces[1 : ends[0] + 1]]
    return [each for piece in message for each in _parted(piece) if each.text]


def _message_at(author: re.Match[str]) -> int:
    """Where the message begins: amid what follows the sign of the name, whose last word is the message's first."""
    handle, behind = author.group(1, 2)
    starts = [found.start() for found in _WORD_STARTS.finditer(handle)] if behind.isspace() else []
    return author.start(1) + (starts[-1] if starts else len(handle))


def _parted(piece: Piece) -> list[Piece]:
    """A piece, its clock on a line of its own."""
    found = _CLOCK.search(piece.text)
    if not found:
        return [piece]
    said = msgspec.structs.replace(piece, text=piece.text[: found.start()].rstrip())
    return [said, Piece(text=found[0], kind="timestamp")]
