"""Captions: how they are told from paragraphs, and whose picture they are of."""

from __future__ import annotations

import re

from sayso.read.wording import (
    CAPTION_OPENER,
    CREDIT_BRACKET,
    CREDIT_LABEL,
    CREDIT_PREFIX,
    CREDIT_PROVIDED,
    DATED_END,
    FILE_PICTURE,
)

_LONGEST, _LONGEST_PLAIN, _LONGEST_LABELLED, _TAIL = 700, 350, 250, 130
_TOLD = re.compile(r"[\"“”]|\b(?:said|was|were|had|been|reportedly|according|killed)\b", re.IGNORECASE)


def is_caption(text: str, *, repeated: bool, last: bool) -> bool:
    """Whether a block is a picture's caption. `repeated`: the page had it twice; `last`: nothing comes after it.

    It opens like one ("FILE -"), closes with a picture's credit, or closes with place and date in the manner of the
    agencies.
    """
    if len(text) > _LONGEST:
        return False
    if found := CAPTION_OPENER.match(text):
        return found[0][-1] != ":" or len(text) <= _LONGEST_LABELLED
    if len(text) > _LONGEST_PLAIN:
        return False
    tail = text[-_TAIL:]
    if _has_credit(tail, last=last):
        return True
    return tail.rstrip(".")[-1:].isdigit() and _ends_dated(text, tail, repeated=repeated)


def _has_credit(tail: str, *, last: bool) -> bool:
    """An agency alone in brackets at the very end signs the story and no picture."""
    if tail.rstrip(".")[-1:] in (")", "]") and (found := CREDIT_BRACKET.search(tail)):
        return found["agency"] is None or not last
    return (":" in tail or "©" in tail or " by " in tail) and CREDIT_LABEL.search(tail) is not None


def _ends_dated(text: str, tail: str, *, repeated: bool) -> bool:
    """One sentence of the present whose last words are place and date ("in Raqqa, Syria, Oct. 12, 2017."); with
    "on" before the date only where the page repeats it."""
    found = DATED_END.search(tail)
    if not found or _TOLD.search(text) or text[0] == "[" or ". " in text[: -len(found[0])].replace("U.S. ", ""):
        return False
    return repeated or (not found["on"] and found["before"][0].isupper())


def credit_of(text: str) -> str | None:
    """Whose picture a caption says it is: "provided by X", "(AP Photo/X)", "Photo: X"; else None."""
    tail = text[-_TAIL:]
    for pattern in (CREDIT_BRACKET, CREDIT_LABEL):
        if found := pattern.search(tail):
            return next(group for group in found.groups() if group).strip()
    found = CREDIT_PROVIDED.search(text)
    return found["credit"].strip() if found else None


def bare_credit(text: str) -> str | None:
    """A credit that stands by itself ("Image copyright Reuters") without its label."""
    return CREDIT_PREFIX.sub("", text, count=1).strip(" ()[]|.") or None


def is_file_picture(text: str) -> bool:
    """Whether a caption says that its picture is from the archive."""
    return FILE_PICTURE.search(text) is not None
