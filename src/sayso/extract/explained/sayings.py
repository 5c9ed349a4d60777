"""Whose word it is: the reporting word, its entry in the codebook, who speaks, what was said, and within what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso.extract.explained.scene import Seen
from sayso.extract.explained.types import Identified, Step
from sayso.extract.explained.who import identify_all
from sayso.extract.said.cues import find_hits
from sayso.extract.said.hit import Hit
from sayso.extract.said.sayings import Saying
from sayso.records import Span, Utterance, overlaps


class Sayings:
    """The utterances of one report with the sayings behind them."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        pairs = zip(seen.record.utterances, seen.work.sayings, strict=True)
        self.by_id: dict[str, tuple[Utterance, Saying]] = {u.id: (u, saying) for u, saying in pairs}

    @cached_property
    def hits(self) -> dict[int, Hit]:
        """Token -> the reporting word there, whether or not anything is said by it."""
        return find_hits(self.seen.reading)

    def chain(self, id: str | None) -> tuple[Step, ...]:
        """The utterance and those that it stands in, the innermost first; for none the outlet's own voice."""
        if id is None:
            return (Step(rule="in no utterance", gives=f"the outlet's own voice ({self._outlet()})"),)
        steps, at, met = [], id, set()
        while at is not None and at not in met:
            met.add(at)
            steps += self.steps(at)
            at = self.by_id[at][0].outer
        return tuple(steps)

    def _outlet(self) -> str:
        return self.seen.record.report.outlet or "no outlet known"

    def steps(self, id: str) -> tuple[Step, ...]:
        """How one utterance was read."""
        return tuple(self._steps(*self.by_id[id]))

    def _steps(self, utterance: Utterance, saying: Saying) -> Iterator[Step]:
        seen = self.seen
        cue = seen.words(utterance.cue) if utterance.cue is not None else None
        yield Step(
            rule=f"reporting word ({self._entry(saying)})", words=cue, gives=f"{utterance.act}, {utterance.mode}"
        )
        names = [seen.name(speaker.person) or seen.name(speaker.party) or "unknown" for speaker in utterance.speakers]
        yield Step(rule="speakers", gives=", ".join(names) or "nobody is named")
        for span in utterance.content:
            quoted = any(overlaps(span, part) for part in utterance.verbatim)
            yield Step(rule="content, quoted" if quoted else "content", words=seen.words(span))
        for step in saying.basis:
            yield Step(rule="by inference", gives=step)
        if saying.realis is not None:
            yield Step(rule="what it makes of its content", gives=saying.realis)
        if utterance.outer is not None:
            yield Step(rule="stands in the content of", gives=utterance.outer)

    def _entry(self, saying: Saying) -> str:
        hit = self.hits.get(saying.cue_token) if saying.cue_token is not None else None
        if hit is None:
            return f"{saying.kind}, no entry of cues.yaml" if saying.cue is not None else "none: the quotation goes on"
        return f"{hit.form}, {hit.cue.kind}, act {hit.cue.act} in cues.yaml"

    def speakers(self, id: str) -> tuple[Identified, ...]:
        """Who speaks and who is spoken to."""
        seen, saying = self.seen, self.by_id[id][1]
        told = identify_all(seen, "addressee", saying.addressees)
        return (*identify_all(seen, "speaker", saying.speakers), *told)

    def silent_in(self, span: Span) -> tuple[Step, ...]:
        """The reporting words in a stretch of text by which nothing is said."""
        cues = {saying.cue_token for saying in self.seen.work.sayings}
        inside = [t for t in self.seen.tokens_in(span) if t in self.hits and t not in cues]
        return tuple(self._silent(self.hits[token]) for token in inside)

    def _silent(self, hit: Hit) -> Step:
        words = self.seen.words(self.seen.grammar.span(hit.words[0], hit.tail))
        rule = f"reporting word ({hit.form}, {hit.cue.kind}, act {hit.cue.act} in cues.yaml)"
        why = (
            "it reports only beside quotation marks" if hit.cue.quote_only else "no content, no speaker, or not its own"
        )
        return Step(rule=rule, words=words, gives=f"no utterance: {why}")
