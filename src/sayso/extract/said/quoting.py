"""Quotations given to the sayings that they belong to; a quotation without a reporting word goes to who spoke last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate

from sayso.extract.reading import Reading
from sayso.extract.said.draft import Draft
from sayso.extract.said.hit import Hit
from sayso.extract.said.nearby import (
    NO_WORD,
    cue_after,
    cue_before,
    cue_of_sentence_before,
    speaker_before_colon,
    speaker_behind_dash,
    speaker_by_position,
    speaker_in_capitals,
    speaker_to_the_left,
)
from sayso.extract.said.quotes import Marked, outside_before, same_block
from sayso.extract.said.speakers import phrase_speakers, verb_addressees, verb_speakers
from sayso.records import Span, overlaps

SPOKE_LAST, CARRIED_ON = "speaker: the one who spoke last", "content: quotation carried on"
BY_POSITION, BEFORE_COLON = "speaker: by position", "speaker: before the colon"
BEHIND_DASH, IN_CAPITALS = "speaker: behind the dash", "speaker: in capitals before a colon"
MAIN = frozenset(("ROOT", "conj", "ccomp", "parataxis"))
ARGUED = frozenset(("describe", "condemn", "demand"))
MOST_HEADLINES = 20
"""Quotations in headlines that are looked up in the body."""
SHORTEST_TAKEN_UP = 3
"""Tokens between marks that are speech although no clause holds them; fewer are a name or a doubt."""
REACH = 100
"""Sayings back that are looked at for the one who spoke last."""


def place_quotations(reading: Reading, marked: list[Marked], hits: dict[int, Hit], drafts: dict[int, Draft]) -> None:
    """Give each quotation to a saying in `drafts` (token -> draft), adding sayings where none is there yet."""
    _Placing(reading, marked, hits, drafts).place()


class _Placing:
    def __init__(self, reading: Reading, marked: list[Marked], hits: dict[int, Hit], drafts: dict[int, Draft]) -> None:
        self.reading, self.grammar, self.marked, self.drafts = reading, reading.grammar, marked, drafts
        self.taken = {t for m in marked if m.full for t in range(m.first, m.last + 1)}
        self.inside = {t for m in marked for t in range(m.first, m.last + 1)}
        self.hits = {token: hit for token, hit in hits.items() if token not in self.inside}
        self.last: Draft | None = None
        self.latest: Span = (0, 0)
        self.order = sorted(drafts)
        self.spans = sorted((span, token) for token, draft in drafts.items() for span in draft.spans)
        self.ends = list(accumulate((span[1] for span, _ in self.spans), max))

    def place(self) -> None:
        foretold = self._foretold()
        for marked in self.marked:
            if marked in foretold:
                continue
            if marked.full:
                self.last = self._attributed(marked) or self._by_name(marked) or self._carried(marked)
            elif not self._covered(marked):
                self.last = self._taken_up(marked) or self.last
        for marked in foretold:
            self._add_foretold(marked)

    def _foretold(self) -> list[Marked]:
        """The quotations of headlines whose words a paragraph quotes as well, with their speaker."""
        heads = [m for m in self.marked if m.full and self.reading.block_kind(m.first) in ("headline", "heading")]
        body = [m.quote.inner for m in self.marked if m not in heads] if heads else []
        return [m for m in heads[:MOST_HEADLINES] if any(self._repeats(span, m) for span in body)]

    def _repeats(self, span: Span, marked: Marked) -> bool:
        words = self.reading.text[slice(*marked.quote.inner)].rstrip(".,!?")
        return words in self.reading.text[slice(*span)]

    def _add_foretold(self, marked: Marked) -> None:
        """The body's saying has the headline's words as further evidence."""
        for draft in self.drafts.values():
            if draft.at > marked.last and any(self._repeats(span, marked) for span in draft.full):
                draft.full.insert(0, marked.quote.inner)
                return

    def _covered(self, marked: Marked) -> bool:
        start, end = marked.quote.inner
        near = self.spans[bisect_right(self.ends, start) : bisect_left(self.spans, ((end, 0), 0))]
        covered = any(overlaps(span, (start, end)) and span in self.drafts[token].spans for span, token in near)
        return covered or overlaps(self.latest, (start, end))

    def _add(self, draft: Draft) -> Draft:
        if draft.at not in self.drafts:
            insort(self.order, draft.at)
        self.drafts[draft.at] = draft
        return draft

    def _attributed(self, marked: Marked) -> Draft | None:
        after = cue_after(self.reading, marked, self.hits, self.taken)
        hit = after or cue_before(self.reading, marked, self.hits, self.taken)
        if hit is None:
            return None
        hit = self._speech_above(hit)
        draft = self.drafts.get(hit.head) or self._of_quotation(hit)
        if self._misled(draft):
            self._mend_speaker(draft, marked, hit, behind=after is not None)
        if after is not None and draft.form == "linked" and len(hit.words) > 1:
            draft.spans.clear()
        draft.full.append(marked.quote.inner)
        return draft

    def _speech_above(self, hit: Hit) -> Hit:
        """ "Said the allies did not agree with the plan, "but we respect it"": whose word the whole is, not what others
        think."""
        above = self.hits.get(self.grammar.heads[hit.head]) if self.grammar.deps[hit.head] == "ccomp" else None
        told = hit.form == "verb" and hit.cue.kind == "belief" and above is not None and above.cue.kind == "speech"
        return above if told and above is not None else hit

    def _mend_speaker(self, draft: Draft, marked: Marked, hit: Hit, *, behind: bool) -> None:
        found = speaker_by_position(self.reading, marked, hit) if behind else ()
        found = found or (speaker_to_the_left(self.reading, hit.head, self.inside) if hit.form == "verb" else ())
        if found:
            draft.speakers = found
            draft.basis.append(BY_POSITION)

    def _misled(self, draft: Draft) -> bool:
        """Whether the parser found the speaker inside a quotation, or none."""
        return not draft.speakers or any(t in self.taken for t in draft.speakers)

    def _of_quotation(self, hit: Hit) -> Draft:
        if hit.form == "phrase":
            draft = Draft(hit=hit, at=hit.head, speakers=phrase_speakers(self.reading, hit), cue=hit.cue)
        else:
            speakers = verb_speakers(self.reading, hit, raised=False)
            to = verb_addressees(self.reading, hit)
            draft = Draft(hit=hit, at=hit.head, speakers=speakers, addressees=to, cue=hit.cue)
        return self._add(draft)

    def _by_name(self, marked: Marked) -> Draft | None:
        speakers = speaker_in_capitals(self.reading, marked)
        if speakers:
            return self._wordless(marked, speakers, IN_CAPITALS)
        speakers = speaker_before_colon(self.reading, marked)
        if speakers:
            return self._wordless(marked, speakers, BEFORE_COLON)
        speakers = speaker_behind_dash(self.reading, marked)
        return self._wordless(marked, speakers, BEHIND_DASH) if speakers else None

    def _wordless(self, marked: Marked, speakers: tuple[int, ...], step: str) -> Draft:
        full = [marked.quote.inner]
        return self._add(Draft(hit=None, at=marked.first, speakers=speakers, basis=[step], full=full, cue=NO_WORD))

    def _carried(self, marked: Marked) -> Draft | None:
        """A quotation without a reporting word: the same speaker goes on."""
        hit = cue_of_sentence_before(self.reading, marked, self.hits)
        if hit is not None and hit.head not in self.drafts:
            draft = self._of_quotation(hit)
            draft.basis.append(CARRIED_ON)
            draft.full.append(marked.quote.inner)
            return draft
        before = self._draft_before(marked)
        if before is None or self.reading.block_kind(marked.first) == "heading":
            return None
        if before.full and same_block(self.reading, before.at, marked.first):
            before.full.append(marked.quote.inner)
            return before
        return self._wordless(marked, before.speakers, CARRIED_ON if marked.quote.carries_on else SPOKE_LAST)

    def _draft_before(self, marked: Marked) -> Draft | None:
        """The one left open, the last one quoted in this paragraph, the last main saying of the paragraph or before."""
        last = self.last
        if last is not None and marked.quote.carries_on:
            return last
        before = bisect_left(self.order, marked.first)
        nearest = (self.drafts[at] for at in reversed(self.order[max(0, before - REACH) : before]))
        latest = next((draft for draft in nearest if self._goes_on(draft)), None)
        if last is None or latest is None:
            return latest or last
        return latest if self._latest_end(latest) > self._latest_end(last) else last

    def _latest_end(self, draft: Draft) -> int:
        return max(self.grammar.ends[draft.at], draft.full[-1][1] if draft.full else 0)

    def _goes_on(self, draft: Draft) -> bool:
        if draft.hit is None:
            return bool(draft.speakers)
        if draft.hit.form != "verb" or draft.cue.kind != "speech" or draft.at in self.taken:
            return False
        adding = self.grammar.deps[draft.at] == "advcl" and self.grammar.tags[draft.at] == "VBG"
        return bool(draft.speakers) and (adding or self.grammar.deps[draft.at] in MAIN)

    def _taken_up(self, marked: Marked) -> Draft | None:
        """Words in marks that no content holds, behind a reporting verb: `said that "..."`, `wrote "..."`."""
        before = outside_before(self.reading, marked.first)
        if before is None or marked.last - marked.first + 1 < SHORTEST_TAKEN_UP:
            return None
        led = self.grammar.lowers[before] in ("that", "to") or before in self.hits or before - 1 in self.hits
        hit = cue_before(self.reading, marked, self.hits, self.taken) if led else None
        if (
            hit is None
            or hit.form != "verb"
            or hit.head in self.drafts
            or hit.cue.kind != "speech"
            or hit.cue.act in ARGUED
        ):
            return None
        draft = self._of_quotation(hit)
        around = [t for t in self.grammar.children[hit.head] if self.grammar.deps[t] == "dobj"]
        span = self.grammar.subtree(around[0]) if around else marked.quote.inner
        self.latest = span if overlaps(span, marked.quote.inner) else marked.quote.inner
        draft.spans.append(self.latest)
        return draft
