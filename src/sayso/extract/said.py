"""Who is on record: every saying of a report with its reporting words, its speakers and what was said."""

from __future__ import annotations

from bisect import bisect_right

from sayso.codebook import Cue
from sayso.extract.reading import Reading
from sayso.extract.said_content import (
    Found,
    Range,
    adjective_content,
    noun_content,
    phrase_content,
    phrase_extent,
    verb_content,
)
from sayso.extract.said_cues import Hit, find_hits
from sayso.extract.said_draft import Draft, Saying
from sayso.extract.said_quotes import (
    Marked,
    cue_after,
    cue_before,
    lone_speaker,
    marked_quotes,
    outside_after,
    same_block,
)
from sayso.extract.said_speakers import (
    adjective_speakers,
    noun_speakers,
    phrase_speakers,
    verb_addressees,
    verb_speakers,
)
from sayso.parse import Quote
from sayso.records import Span, overlaps, tidy, trim

FIRST_SECOND = frozenset(("i", "we", "you", "me", "us"))
SPOKE_LAST, CARRIED_ON = "speaker: the one who spoke last", "content: quotation carried on"
BY_POSITION = "speaker: by position"
QUOTED_SHARE = 0.9
NO_WORD = Cue(act="say")
"""A quotation with no reporting word is taken as said."""


def find_sayings(reading: Reading) -> tuple[Saying, ...]:
    """A reading in, its sayings out, in the order of their reporting words (of their content where there is none)."""
    return _Finder(reading).sayings()


class _Finder:
    """One report's sayings in the making."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.grammar = reading, reading.grammar
        self.hits = find_hits(reading)
        self.marked = marked_quotes(reading, self.hits)
        self.in_full = {t for m in self.marked if m.full for t in range(m.first, m.last + 1)}
        self.in_quotes = {t for m in self.marked for t in range(m.first, m.last + 1)}
        self.drafts: dict[int, Draft] = {}

    def sayings(self) -> tuple[Saying, ...]:
        for token, hit in self.hits.items():
            draft = self._by_grammar(hit)
            if draft is not None and self._may_stand(draft, token):
                self.drafts[token] = draft
        self._quotations()
        return _finished(self.reading, sorted(self.drafts.values(), key=lambda draft: draft.at))

    # -- by grammar ----------------------------------------------------------------------------------------------
    def _by_grammar(self, hit: Hit) -> Draft | None:
        reading = self.reading
        if hit.form == "verb":
            found = verb_content(reading, hit)
            speakers = verb_speakers(reading, hit, raised=found is not None and found.raised)
        elif hit.form == "noun":
            found, speakers = noun_content(reading, hit), noun_speakers(reading, hit)
        elif hit.form == "adjective":
            found, speakers = adjective_content(reading, hit), adjective_speakers(reading, hit)
        else:
            found, speakers = phrase_content(reading, hit), phrase_speakers(reading, hit)
        if found is None or not found.ranges:
            return None
        return self._draft(hit, found, speakers)

    def _draft(self, hit: Hit, found: Found, speakers: tuple[int, ...]) -> Draft:
        addressees = verb_addressees(self.reading, hit) if hit.form == "verb" else ()
        spans = [self._span(piece) for piece in found.ranges]
        return Draft(
            hit=hit, at=hit.head, speakers=speakers, spans=spans, addressees=addressees, cue=hit.cue, form=found.form
        )

    def _span(self, piece: Range) -> Span:
        return self.grammar.span(*piece)

    def _may_stand(self, draft: Draft, token: int) -> bool:
        """Inside a quotation only what a third one said counts; "I think" and "they say" are how its speaker talks."""
        if token not in self.in_quotes:
            return bool(draft.speakers) or draft.hit.form == "verb"
        clause = self.reading.clause_at.get(token)
        told = draft.hit.form == "verb" and draft.form == "clause" and draft.cue.kind == "speech"
        return told and clause is not None and clause.tense is not None and clause.modal is None and self._named(draft)

    def _named(self, draft: Draft) -> bool:
        return bool(draft.speakers) and all(self.grammar.tags[t][:2] == "NN" for t in draft.speakers)

    # -- quotations ----------------------------------------------------------------------------------------------
    def _quotations(self) -> None:
        last: Draft | None = None
        outside = {t: h for t, h in self.hits.items() if t not in self.in_full}
        for marked in self.marked:
            if marked.full:
                last = self._attributed(marked, outside) or self._carried(marked, last)
            elif not self._covered(marked):
                last = self._taken_up(marked, outside) or last

    def _covered(self, marked: Marked) -> bool:
        return any(overlaps(span, marked.quote.inner) for draft in self.drafts.values() for span in draft.spans)

    def _attributed(self, marked: Marked, hits: dict[int, Hit]) -> Draft | None:
        after = cue_after(self.reading, marked, hits, self.in_full)
        hit = after or cue_before(self.reading, marked, hits, self.in_full)
        if hit is None:
            return None
        draft = self.drafts.get(hit.head) or self._of_quotation(hit)
        if after is not None and self._misled(draft, marked):
            self._speaker_by_position(draft, marked, hit)
        draft.full.append(marked.quote.inner)
        return draft

    def _of_quotation(self, hit: Hit) -> Draft:
        speakers = verb_speakers(self.reading, hit, raised=False)
        draft = Draft(
            hit=hit, at=hit.head, speakers=speakers, addressees=verb_addressees(self.reading, hit), cue=hit.cue
        )
        self.drafts[hit.head] = draft
        return draft

    def _misled(self, draft: Draft, marked: Marked) -> bool:
        return not draft.speakers or any(t in self.in_full for t in draft.speakers)

    def _speaker_by_position(self, draft: Draft, marked: Marked, hit: Hit) -> None:
        first = outside_after(self.reading, marked.last)
        found = lone_speaker(self.reading, first, hit.head - 1) or lone_speaker(
            self.reading, hit.head + 1, hit.head + 6
        )
        if found:
            draft.speakers = found
            draft.basis.append(BY_POSITION)

    def _carried(self, marked: Marked, last: Draft | None) -> Draft | None:
        """A quotation without a reporting word: the same speaker goes on."""
        before = self._draft_before(marked, last)
        if before is None:
            return None
        if before.full and same_block(self.reading, before.at, marked.first):
            before.full.append(marked.quote.inner)
            return before
        step = CARRIED_ON if marked.quote.carries_on else SPOKE_LAST
        draft = Draft(
            hit=None, at=marked.first, speakers=before.speakers, basis=[step], full=[marked.quote.inner], cue=NO_WORD
        )
        self.drafts[marked.first] = draft
        return draft

    def _draft_before(self, marked: Marked, last: Draft | None) -> Draft | None:
        """The saying that the quotation carries on: the one left open, the last of its paragraph, the last quoted one."""
        if marked.quote.carries_on and last is not None:
            return last
        spoken = [d for d in self.drafts.values() if self._goes_on(d) and d.at < marked.first]
        here = [d for d in spoken if same_block(self.reading, d.at, marked.first)]
        if here:
            return max(here, key=lambda d: d.at)
        return max(spoken, key=lambda d: d.at, default=last)

    def _goes_on(self, draft: Draft) -> bool:
        outside = draft.at not in self.in_quotes or draft.hit is None
        return (
            bool(draft.speakers)
            and outside
            and (draft.hit is None or draft.hit.form == "verb")
            and draft.cue.kind == "speech"
        )

    def _taken_up(self, marked: Marked, hits: dict[int, Hit]) -> Draft | None:
        """Words in marks that no content holds, right behind a reporting verb."""
        hit = hits.get(marked.first - 2) or hits.get(marked.first - 3)
        if hit is None or hit.form != "verb" or hit.head in self.drafts:
            return None
        draft = self._of_quotation(hit)
        draft.full.append(marked.quote.inner)
        return draft


# -- finishing ------------------------------------------------------------------------------------------------------
def _finished(reading: Reading, drafts: list[Draft]) -> tuple[Saying, ...]:
    drafts = _outermost(reading, [draft for draft in drafts if _content(reading, draft)])
    contents = [_content(reading, draft) for draft in drafts]
    return tuple(
        _saying(reading, draft, content, _outer(reading, draft, contents, number))
        for number, (draft, content) in enumerate(zip(drafts, contents, strict=True))
    )


def _outermost(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Without what only colours another's saying: within it, a saying of its own is a named one's speech."""
    contents = [_content(reading, draft) for draft in drafts]
    return [
        draft
        for number, draft in enumerate(drafts)
        if _outer(reading, draft, contents, number) is None or _told_by_another(reading, draft)
    ]


def _told_by_another(reading: Reading, draft: Draft) -> bool:
    if draft.hit is None or draft.full:
        return True
    if draft.cue.kind != "speech":
        return False
    named = bool(draft.speakers) and all(reading.grammar.tags[t][:2] == "NN" for t in draft.speakers)
    return named and draft.form in ("clause", "linked") and draft.hit.form == "verb"


def _content(reading: Reading, draft: Draft) -> tuple[Span, ...]:
    spans = [*draft.full]
    for span in draft.spans:
        if not any(overlaps(span, full) for full in draft.full):
            spans.append(span)
    return _joined(reading.text, [_bare(reading, span) for span in spans])


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    return tidy(trim(text, span) for span in spans)


def _bare(reading: Reading, span: Span) -> Span:
    """Without the marks at its ends where the span is one quotation."""
    for quote in _touching(reading, span):
        if quote.outer[0] <= span[0] and span[1] <= quote.outer[1]:
            return max(span[0], quote.inner[0]), min(span[1], quote.inner[1])
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
    verbatim = tuple(
        (max(a, q.inner[0]), min(b, q.inner[1]))
        for a, b in content
        for q in _touching(reading, (a, b))
        if max(a, q.inner[0]) < min(b, q.inner[1])
    )
    cue = _cue_span(reading, draft)
    return Saying(
        cue=cue, cue_token=draft.hit.head if draft.hit else None, speakers=draft.speakers, content=content, verbatim=verbatim,
        mode=_mode(content, verbatim), act=draft.cue.act, kind=draft.cue.kind, addressees=draft.addressees,
        realis=draft.cue.realis, hedge=draft.cue.hedge, outer=outer, basis=tuple(draft.basis),
        evidence=tidy([*content, *([cue] if cue else [])]),
    )  # fmt: skip


def _mode(content: tuple[Span, ...], verbatim: tuple[Span, ...]) -> str:
    quoted, whole = sum(b - a for a, b in verbatim), sum(b - a for a, b in content)
    if quoted >= QUOTED_SHARE * whole:
        return "quoted"
    return "mixed" if quoted else "reported"


def _cue_span(reading: Reading, draft: Draft) -> Span | None:
    """The reporting words as far as they stand together."""
    if draft.hit is None:
        return None
    words = draft.hit.words
    last = words[0]
    for token in words[1:]:
        if token - last > 1:
            break
        last = token
    return reading.grammar.span(words[0], last)
