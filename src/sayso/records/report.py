"""The report: what was read, where it came from, and how its text is laid out."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records.spans import Span

BlockKind = Literal["headline", "byline", "dateline", "timestamp", "paragraph", "caption", "heading", "list"]
PublishedBasis = Literal["given", "metadata", "url", "dateline", "inferred", "unknown"]


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """Two ISO dates (YYYY-MM-DD), both inclusive; null is an open end."""

    start: str | None = None
    end: str | None = None


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The day of the report, and how it is known."""

    start: str | None = None
    end: str | None = None
    basis: PublishedBasis = "unknown"
    evidence: tuple[Span, ...] = ()


class Relevance(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the report is about armed conflict or its people, and why."""

    conflict: bool
    basis: str


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of the text that stands by itself."""

    kind: BlockKind
    start: int
    end: int


class Caption(msgspec.Struct, frozen=True, kw_only=True):
    """A picture's caption, kept once. `taken`: the day of the picture; `credit`: whose picture it is."""

    start: int
    end: int
    taken: Interval | None = None
    credit: str | None = None
    file_picture: bool = False


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it was read. `id` is `sha256:` and the hash of the bytes; every offset counts code points of
    `text`."""

    id: str
    uri: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    published: Published = Published()
    relevance: Relevance | None = None
    dateline: str | None = None
    text: str
    blocks: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()
