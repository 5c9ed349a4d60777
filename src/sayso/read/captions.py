"""Captions: how they are told from paragraphs, and whose picture they are of."""

from __future__ import annotations

from sayso.read.wording import (
    BARE_AGENCY,
    CAPTION_OPENER,
    CREDIT_BRACKET,
    CREDIT_LABEL,
    CREDIT_PREFIX,
    CREDIT_PROVIDED,
    DATED_END,
    FILE_PICTURE,
)

_LONGEST, _LONGEST_DATED, _TAIL = 700, 400, 130
_QUOTES = ('"', "“", "”")


def is_caption(text: str, *, repeated: bool, last: bool) -> bool:
    """Whether a block is a picture's caption. `repeated`: the page had it twice; `last`: nothing comes after it.

    It opens like one ("FILE -"), closes with a picture's credit, or closes with place and date in the manner of the agencies.
    """
    if len(text) > _LONGEST:
        return False
    if CAPTION_OPENER.match(text):
        return True
    tail = text[-_TAIL:]
    if _has_credit(tail, last=last):
        return True
    return len(text) <= _LONGEST_DATED and tail.rstrip(".")[-1:].isdigit() and _ends_dated(text, tail, repeated=repeated)


def _has_credit(tail: str, *, last: bool) -> bool:
    if tail.rstrip(".")[-1:] in (")", "]") and (found := CREDIT_BRACKET.search(tail)):
        return not (last and BARE_AGENCY.fullmatch(found["credit"]))
    return CREDIT_LABEL.search(tail) is not None


def _ends_dated(text: str, tail: str, *, repeated: bool) -> bool:
    """One sentence without a quotation whose last words are ", 12 October 2017"; with "on" before it only where the page repeats it."""
    found = DATED_END.search(tail)
    if not found or any(mark in text for mark in _QUOTES) or ". " in text[: -len(found[0])].replace("U.S. ", ""):
        return False
    return repeated or (not found["on"] and found["before"][0].isupper())


def credit_of(text: str) -> str | None:
    """Whose picture a caption says it is: "provided by X", "(AP Photo/X)", "Photo: X"; else None."""
    tail = text[-_TAIL:]
    for pattern in (CREDIT_BRACKET, CREDIT_LABEL):
        if found := pattern.search(tail):
            return found["credit"].strip() or None
    found = CREDIT_PROVIDED.search(text)
    return found["credit"].strip() if found else None


def bare_credit(text: str) -> str | None:
    """A credit that stands by itself ("Image copyright Reuters") without its label."""
    return CREDIT_PREFIX.sub("", text, count=1).strip(" ()[]|.") or None


def is_file_picture(text: str) -> bool:
    """Whether a caption says that its picture is from the archive."""
    return FILE_PICTURE.search(text) is not None
