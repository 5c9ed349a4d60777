"""One input before it is read: its bytes, and what the giver knows about it."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records import Interval, report_id

RawKind = Literal["text", "html"]


class RawInput(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one report, not yet decoded. `id` hashes the bytes that were given; the rest is as given, or
    null."""

    id: str
    uri: str
    data: bytes
    kind: RawKind = "text"
    title: str | None = None
    published: Interval | None = None
    outlet: str | None = None
    language: str | None = None


def raw_text(text: str, *, uri: str = "text") -> RawInput:
    """A string in, an input out: for whoever has the text at hand already. Lone surrogates are left out."""
    data = text.encode("utf-8", "ignore")
    return RawInput(id=report_id(data), uri=uri, data=data)
