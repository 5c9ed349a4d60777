"""Drafts of sayings made into sayings: contents cut, quotations told apart, what stands in what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import heappop, heappush

from sayso.extract.phrase import POINTERS
from sayso.extract.reading import Reading
from sayso.extract.said.draft import Draft, Saying
from sayso.parse import Quote
from sayso.records import Span, overlaps, tidy, trim
from sayso.records.claims import Realis, UtteranceMode

OF_DEEDS = frozenset(("claim", "condemn", "accuse", "describe"))
"""Acts that may speak of a deed by its noun, which was done whether they are or not ("nobody claimed responsibility for
the bombing")."""
DEFINITE = re.compile(rf"(?:{'|'.join(sorted(POINTERS))})\b", re.IGNORECASE)
GOING_ON = frozenset(("VBG", "VBN", "IN", "WDT", "WP"))
"""Tags of words that go on with a statement and open none."""
LONGEST_NAME = 4
SHORTEST_CLAUSE = 3
"""Words of a statement before a quotation in small letters that goes on with it."""
QUOTED_SHARE = 0.9
"""From this share of a content's code points between marks on it is quoted."""


def finish_sayings(reading: Reading, drafts: list[Draft]) -> tuple[Saying, ...]:
    """Drafts in, sayings out, in the same order, without those that have no content or only colour another's."""
    rows = [(draft, content) for draft in drafts if (content := _content(reading, draft))]
    rows = [row for row in rows if not _is_only_named(reading, *row)]
    kept = [
        row
        for row, outer in zip(rows, _outers(reading, rows), strict=True)
        if outer is None or _told_by_another(reading, row[0])
    ]
    return tuple(
        _saying(reading, draft, content, outer)
        for (draft, content), outer in zip(kept, _outers(reading, kept), strict=True)
    )


def _is_only_named(reading: Reading, draft: Draft, content: Sequence[Span]) -> bool:
    """ "A man, identified only as "Comandante Rojo"": a name is nobody's statement."""
    if draft.cue.act != "describe" or draft.speakers or len(content) != 1:
        return False
    words = reading.text[slice(*content[0])].rstrip(",.").split()
    return len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)


def _told_by_another(reading: Reading, draft: Draft) -> bool:
    """Within another's saying only a named one's speech is a saying of its own."""
    if draft.hit is None or draft.full:
        return True
    if draft.cue.act == "deny" and reading.grammar.deps[draft.hit.head] in ("relcl", "parataxis"):
        return bool(draft.speakers)
    if draft.cue.kind != "speech" or draft.hit.form != "verb" or draft.form not in ("clause", "linked"):
        return False
    return bool(draft.speakers) and all(reading.grammar.tags[t][:2] == "NN" for t in draft.speakers)


def _content(reading: Reading, draft: Draft) -> tuple[Span, ...]:
    spans = [full for full in draft.full if not any(_runs_on(reading, span, full) for span in draft.spans)]
    for span in draft.spans:
        if not any(overlaps(span, full) for full in spans):
            spans.append(_whole(reading, draft, _bare(reading, span)))
    found = tidy(trim(reading.text, span) for span in spans)
    return tuple(span for span in found if any(c.isalnum() for c in reading.text[span[0] : span[1]]))


def _runs_on(reading: Reading, span: Span, full: Span) -> bool:
    """`Reported that three people, "two women and a girl," were killed`, `said it had left, "taking the guns"`: the
    quotation is a part of what is said."""
    if not (span[0] < full[0] < span[1]):
        return False
    before, behind = reading.text[span[0] : full[0]], reading.text[full[1] : span[1]]
    first = reading.token_starting.get(full[0])
    goes_on = first is not None and reading.grammar.tags[first] in GOING_ON and reading.text[full[0]].islower()
    if goes_on and before.rstrip("\"“'‘ ").endswith(",") and len(before.split()) >= SHORTEST_CLAUSE:
        return True
    return full[1] < span[1] and len(before.split()) > 1 and any(c.isalnum() for c in behind)


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
    return [quote for quote in reading.quotes_near(span) if overlaps(quote.outer, span)]


def _outers(reading: Reading, rows: Sequence[tuple[Draft, tuple[Span, ...]]]) -> list[int | None]:
    """Per draft the number of the one with the shortest content around its reporting word.

    A single walk through the text: contents are taken up where they begin, and are let go where they have ended.
    """
    sizes = [sum(b - a for a, b in content) for _, content in rows]
    begun = sorted((a, b, sizes[number], number) for number, (_, content) in enumerate(rows) for a, b in content)
    begun.reverse()
    found: list[int | None] = [None] * len(rows)
    around: list[tuple[int, int, int]] = []
    for at, number in sorted((reading.grammar.starts[draft.at], number) for number, (draft, _) in enumerate(rows)):
        while begun and begun[-1][0] <= at:
            _, end, size, other = begun.pop()
            heappush(around, (size, other, end))
        found[number] = _shortest(around, at, but=number)
    return _without_rings(found, sizes)


def _shortest(around: list[tuple[int, int, int]], at: int, *, but: int) -> int | None:
    """The draft on top of the heap of (size, draft, end) that has not ended and is not `but`."""
    own = []
    while around and (around[0][2] <= at or around[0][1] == but):
        row = heappop(around)
        if row[2] > at:
            own.append(row)
    found = around[0][1] if around else None
    for row in own:
        heappush(around, row)
    return found


def _without_rings(outers: list[int | None], sizes: Sequence[int]) -> list[int | None]:
    """Sayings that stand in each other's contents, as bad parses have them: the longest content stands in none."""
    seen: dict[int, int] = {}
    for number in range(len(outers)):
        path, at = [], number
        while at is not None and at not in seen:
            seen[at] = number
            path.append(at)
            at = outers[at]
        if at is not None and seen[at] == number:
            outers[max(path[path.index(at) :], key=sizes.__getitem__)] = None
    return outers


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
    """How the content is to be taken: what was not said is denied or open; what was not denied, condemned or laid to
    anybody is as told."""
    clause = reading.clause_at.get(draft.at) if draft.hit is not None else None
    if clause is None or not clause.negated or clause.denies_object or draft.hit.form != "verb":
        return draft.cue.realis
    if draft.cue.realis == "negated" or _speaks_of_a_deed(reading, draft):
        return None
    return "possible" if draft.cue.kind == "speech" else "negated"


def _speaks_of_a_deed(reading: Reading, draft: Draft) -> bool:
    """Whether a noun is spoken of that was done all the same: "has not commented on the strike"."""
    if draft.form not in ("object", "linked"):
        return False
    known = any(DEFINITE.match(reading.text, start) for start, _ in draft.spans)
    return known or (draft.cue.object_is_content and draft.cue.act in OF_DEEDS)


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
