"""bytes -> Report: decoded, freed of furniture, laid out in blocks; refused in one sentence where that can't be
done."""

from __future__ import annotations

import msgspec

from sayso.read.decode import clean_line, clean_text, decode_text
from sayso.read.furniture import is_prose
from sayso.read.language import language_of
from sayso.read.layout import LaidOut, Layout, lay_out
from sayso.read.metadata import PageFacts
from sayso.read.page import read_page
from sayso.read.pieces import Piece, split_text
from sayso.read.posts import own_words
from sayso.read.raw import RawInput
from sayso.read.refusals import refused
from sayso.read.relevance import judge_relevance
from sayso.read.titles import bare_title, with_title, without_clocks, without_stamp
from sayso.read.wording import BYLINE_OPENER
from sayso.records import Interval, Published, Report

_ENGLISH = ("en", "eng", "english")


def read_report(raw: RawInput, *, published: Interval | None = None, any_language: bool = False) -> Report:
    """An input in, its report out. `published`: the day of the report, where the caller knows it better than the input.

    any_language: lay out a text in another language too, instead of refusing it (nothing after this can read it).

    Raises InputRefused: empty, binary, encoding, no_article, language, too_large.
    """
    return read_layout(raw, published=published, any_language=any_language).report


def read_layout(raw: RawInput, *, published: Interval | None = None, any_language: bool = False) -> Layout:
    """As `read_report`, with what was dropped on the way."""
    language = _given_language(raw)
    if language not in (None, "en") and not any_language:
        raise refused("language", raw.uri, f'it is given as "{raw.language}", and only English is read')
    pieces, facts = _page(raw) if raw.kind == "html" else _text(raw)
    title = _given_title(raw) or facts.title
    laid_out = lay_out(without_clocks(without_stamp(with_title(pieces, title))))
    language = language or language_of(laid_out.pieces)
    if language != "en" and not any_language:
        raise refused("language", raw.uri, f'it seems to be in the language "{language}", and only English is read')
    if language == "en":
        _refuse_bare(raw, laid_out)
    report = _report(raw, laid_out, facts, title, language, published)
    return Layout(report=_judged(report), dropped=laid_out.dropped)


def _judged(report: Report) -> Report:
    """The words that tell war are English: of another language nobody can tell."""
    if report.language != "en":
        return report
    return msgspec.structs.replace(report, relevance=judge_relevance(report))


def _given_language(raw: RawInput) -> str | None:
    """ISO 639-1 of the language as given ("en-GB", "English"), or None."""
    given = (raw.language or "").strip().lower().replace("_", "-").split("-")[0]
    return "en" if given in _ENGLISH else given or None


def _text(raw: RawInput) -> tuple[list[Piece], PageFacts]:
    pieces = own_words(split_text(clean_text(decode_text(raw), raw.uri)))
    if not pieces:
        raise refused("empty", raw.uri)
    return pieces, PageFacts()


def _page(raw: RawInput) -> tuple[list[Piece], PageFacts]:
    page = read_page(decode_text(raw), raw.uri)
    return list(page.pieces), page.facts


def _given_title(raw: RawInput) -> str | None:
    title = clean_line(raw.title)
    return bare_title(title, [name for name in (raw.outlet, raw.uri) if name]) if title else None


def _refuse_bare(raw: RawInput, laid_out: LaidOut) -> None:
    texts = [
        piece.text for piece, block in zip(laid_out.pieces, laid_out.blocks, strict=True) if block.kind != "headline"
    ]
    if not laid_out.text or (raw.kind == "html" and not any(map(is_prose, texts))):
        raise refused("no_article", raw.uri)


def _report(
    raw: RawInput, laid_out: LaidOut, facts: PageFacts, title: str | None, language: str, published: Interval | None
) -> Report:
    return Report(
        id=raw.id,
        uri=raw.uri,
        outlet=raw.outlet or facts.outlet,
        title=title or _first(laid_out, "headline"),
        byline=facts.byline or _byline(laid_out),
        language=language,
        published=_published(published or raw.published, facts.published),
        text=laid_out.text,
        blocks=laid_out.blocks,
        captions=laid_out.captions,
    )


def _first(laid_out: LaidOut, kind: str) -> str | None:
    return next((laid_out.text[block.start : block.end] for block in laid_out.blocks if block.kind == kind), None)


def _byline(laid_out: LaidOut) -> str | None:
    """Who wrote it, without "By"; a line of editors at the end does not count."""
    line = _first(laid_out, "byline")
    return None if not line or line.startswith("(") else BYLINE_OPENER.sub("", line, count=1)


def _published(given: Interval | None, found: Published) -> Published:
    return msgspec.structs.replace(Published(basis="given"), start=given.start, end=given.end) if given else found
