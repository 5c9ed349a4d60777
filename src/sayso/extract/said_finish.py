"""Drafts of sayings made into sayings: contents cut, quotations told apart, what stands in what."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said_draft import Draft, Saying
from sayso.parse import Quote
from sayso.records import Span, overlaps, tidy, trim
from sayso.records.claims import Realis, UtteranceMode

QUOTED_SHARE = 0.9
"""From this share of a content's code points between marks on it is quoted."""


def finish_sayings(reading: Reading, drafts: list[Draft]) -> tuple[Saying, ...]:
    """Drafts in, sayings out, in the same order, without those that have no content or only colour another's."""
    rows = [(draft, content) for draft in drafts if (content := _content(reading, draft))]
    contents = [content for _, content in rows]
    kept = [
        (draft, content)
        for number, (draft, content) in enumerate(rows)
        if _outer(reading, draft, contents, number) is None or _told_by_another(reading, draft)
    ]
    contents = [content for _, content in kept]
    return tuple(
        _saying(reading, draft, content, _outer(reading, draft, contents, number))
        for number, (draft, content) in enumerate(kept)
    )


def _told_by_another(reading: Reading, draft: Draft) -> bool:
    """Within another's saying only a named one's speech is a saying of its own."""
    if draft.hit is None or draft.full:
        return True
    if draft.cue.kind != "speech" or draft.hit.form != "verb" or draft.form not in ("clause", "linked"):
        return False
    return bool(draft.speakers) and all(reading.grammar.tags[t][:2] == "NN" for t in draft.speakers)


def _content(reading: Reading, draft: Draft) -> tuple[Span, ...]:
    spans = list(draft.full)
    for span in draft.spans:
        if not any(overlaps(span, full) for full in draft.full):
            spans.append(_whole(reading, draft, _bare(reading, span)))
    found = tidy(trim(reading.text, span) for span in spans)
    return tuple(span for span in found if any(c.isalnum() for c in reading.text[span[0] : span[1]]))


def _bare(reading: Reading, span: Span) -> Span:
    """Without the marks at its ends where the span is one quotation."""
    for quote in _touching(reading, span):
        if quote.outer[0] <= span[0] and span[1] <= quote.outer[1]:
            return max(span[0], quote.inner[0]), min(span[1], quote.inner[1])
    return span


def _whole(reading: Reading, draft: Draft, span: Span) -> Span:
    """To the end of a quotation that the span runs into: the parser ends sentences inside of marks."""
    at = reading.grammar.starts[draft.at]
    for quote in _touching(reading, span):
        if span[0] <= quote.inner[0] < span[1] < quote.inner[1] and not quote.inner[0] <= at < quote.inner[1]:
            return span[0], quote.inner[1]
    return span


def _touching(reading: Reading, span: Span) -> list[Quote]:
    return [quote for quote in reading.quotes if overlaps(quote.outer, span)]


def _outer(reading: Reading, draft: Draft, contents: list[tuple[Span, ...]], number: int) -> int | None:
    """The saying with the shortest content around the reporting word."""
    at = reading.grammar.starts[draft.at]
    around = [
        (sum(b - a for a, b in content), other)
        for other, content in enumerate(contents)
        if other != number and any(a <= at < b for a, b in content)
    ]
    return min(around)[1] if around else None


def _saying(reading: Reading, draft: Draft, content: tuple[Span, ...], outer: int | None) -> Saying:
    verbatim = _verbatim(reading, content)
    cue = _cue_span(reading, draft)
    return Saying(
        cue=cue, cue_token=draft.hit.head if draft.hit else None, speakers=draft.speakers, content=content,
        verbatim=verbatim, mode=_mode(content, verbatim), act=draft.cue.act, kind=draft.cue.kind,
        addressees=draft.addressees, realis=_realis(reading, draft), hedge=draft.cue.hedge, outer=outer,
        stand_ins=_stand_ins(reading, draft), basis=tuple(draft.basis),
        evidence=tidy([*content, *([cue] if cue else [])]),
    )  # fmt: skip


def _stand_ins(reading: Reading, draft: Draft) -> tuple[Span, ...]:
    """The "who" of "the colonel, who said": the text's own word for the speaker at this place."""
    grammar = reading.grammar
    if draft.hit is None or grammar.deps[draft.at] != "relcl":
        return ()
    return tuple(
        grammar.span(t, t)
        for t in grammar.children[draft.at]
        if grammar.deps[t] == "nsubj" and grammar.tags[t] in ("WP", "WDT")
    )


def _realis(reading: Reading, draft: Draft) -> Realis | None:
    """How the content is to be taken: what was not said is denied or open, what was not denied is as told."""
    clause = reading.clause_at.get(draft.at) if draft.hit is not None else None
    if clause is None or not clause.negated or draft.hit.form != "verb":
        return draft.cue.realis
    if draft.cue.realis == "negated":
        return None
    return "possible" if draft.cue.kind == "speech" else "negated"


def _verbatim(reading: Reading, content: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(
        (max(a, quote.inner[0]), min(b, quote.inner[1]))
        for a, b in content
        for quote in _touching(reading, (a, b))
        if max(a, quote.inner[0]) < min(b, quote.inner[1])
    )


def _mode(content: tuple[Span, ...], verbatim: tuple[Span, ...]) -> UtteranceMode:
    quoted, whole = sum(b - a for a, b in verbatim), sum(b - a for a, b in content)
    if quoted >= QUOTED_SHARE * whole:
        return "quoted"
    return "mixed" if quoted else "reported"


def _cue_span(reading: Reading, draft: Draft) -> Span | None:
    """The reporting words as far as they stand together."""
    if draft.hit is None:
        return None
    last = draft.hit.words[0]
    for token in draft.hit.words[1:]:
        if token - last > 1:
            break
        last = token
    return reading.grammar.span(draft.hit.words[0], last)
