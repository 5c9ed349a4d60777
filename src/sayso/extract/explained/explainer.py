"""Every value of a record asked how it was made, and words that gave none asked why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

import msgspec

from sayso.extract.explained.clauses import fate_of, framed_at, frames_tried, see_clause, status_steps
from sayso.extract.explained.mentions import explain_place, explain_report, explain_somebody, explain_time
from sayso.extract.explained.numbers import Numbers
from sayso.extract.explained.sayings import Sayings
from sayso.extract.explained.scene import Note, Seen
from sayso.extract.explained.setting import confidence_steps, when_steps, where_steps
from sayso.extract.explained.types import ClaimLine, Explanation, Identified, Mark, Slot
from sayso.extract.explained.who import identify_all
from sayso.parse import Clause, Grammar
from sayso.records import (
    AnyClaim,
    Control,
    Event,
    Figure,
    Party,
    Person,
    Place,
    Record,
    Report,
    Span,
    Time,
    Utterance,
    overlaps,
)  # fmt: skip

CLAIM_KINDS = ("event", "figure", "control", "condition", "relation")
KINDS = (*CLAIM_KINDS, "utterance", "party", "person", "place", "time", "report")
"""What `Explainer.of_kind` knows."""


class Explainer:
    """One report, read once more with somebody looking on. Ask by id, by offset, by words or by kind.

    record: the record as `extract_record` gives it.
    """

    def __init__(self, report: Report, grammar: Grammar) -> None:
        self.seen = Seen(report, grammar)
        self.record: Record = self.seen.record
        self.sayings = Sayings(self.seen)

    @cached_property
    def numbers(self) -> Numbers:
        return Numbers(self.seen)

    def name(self, id: str) -> str:
        """The name of a party, person or place of the record; anything else as it is."""
        return self.seen.name(id) or id

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.seen.words(span).text

    # -- doors ----------------------------------------------------------------------------------------------------
    def claims(self) -> tuple[ClaimLine, ...]:
        """One line for each claim, in the order of their words."""
        return tuple(self._line(claim) for claim in sorted(self.record.claims, key=lambda claim: claim.evidence[0]))

    def by_id(self, id: str) -> Explanation | None:
        """The item with that id, or the only one whose id begins so; None where there is none or several."""
        found = [known for known in self.seen.items if known == id] or [
            known for known in self.seen.items if known.startswith(id) or known.partition(":")[2].startswith(id)
        ]
        return self.explain(self.seen.items[found[0]]) if len(found) == 1 else None

    def of_kind(self, kind: str) -> tuple[Explanation, ...]:
        """Every item of one of the KINDS."""
        if kind == "report":
            return (self._with_words(explain_report(self.seen), self.record.report.published.evidence),)
        return tuple(self.explain(item) for item in self.seen.items.values() if _kind_of(item) == kind)

    def at(self, offset: int) -> tuple[Explanation, ...]:
        """All that the record has at a code point of the report's text, and the clause there where it gave no claim."""
        return self._around([(offset, offset + 1)])

    def words(self, words: str) -> tuple[Explanation, ...]:
        """All that the record has where these words stand, each time they do; case and white space do not matter."""
        pattern = r"\s+".join(re.escape(part) for part in words.split())
        found = re.finditer(pattern, self.seen.reading.text, re.IGNORECASE) if pattern else ()
        return self._around([match.span() for match in found])

    def explain(self, item: Any) -> Explanation:
        """One item of the record."""
        if isinstance(item, Utterance):
            return self._utterance(item)
        if isinstance(item, Party | Person):
            made = explain_somebody(self.seen, item)
        elif isinstance(item, Place):
            made = explain_place(self.seen, item)
        elif isinstance(item, Time):
            made = explain_time(self.seen, item)
        else:
            return self._claim(item)
        made = msgspec.structs.replace(made, value=msgspec.to_builtins(item))
        return self._with_words(made, item.evidence)

    # -- claims ---------------------------------------------------------------------------------------------------
    def _line(self, claim: AnyClaim) -> ClaimLine:
        return ClaimLine(
            id=claim.id, kind=_kind_of(claim), what=_what(claim), words=self.seen.words(claim.evidence[0]).text,
            method=claim.method, confidence=claim.confidence,
        )  # fmt: skip

    def _claim(self, claim: AnyClaim) -> Explanation:
        notes = self.seen.notes_of(claim)
        token = notes[0].token if notes else self.seen.tokens_in(claim.evidence[0])[0]
        clause = self.seen.scene.clause(token)
        who, counted = self._who(claim, clause), self.numbers.of_figure(claim) if isinstance(claim, Figure) else []
        marks = (*self._marks(claim, who), *self._clause_marks(clause))
        made = Explanation(
            about=_kind_of(claim), id=claim.id, method=claim.method, value=msgspec.to_builtins(claim),
            passages=self.seen.passages(claim.evidence, marks), fate=tuple(self._merged(claim, notes)), who=who,
            said=self.sayings.chain(claim.utterance), number=self.numbers.steps(counted[0]) if counted else (),
            confidence=confidence_steps(self.seen, claim, notes[0] if notes else None),
        )  # fmt: skip
        return made if clause is None else self._with_clause(made, clause, claim)

    def _with_clause(self, made: Explanation, clause: Clause, claim: AnyClaim | None) -> Explanation:
        return msgspec.structs.replace(
            made, clause=see_clause(self.seen, clause), status=status_steps(self.seen, clause),
            frames=frames_tried(self.seen, clause, of_control=isinstance(claim, Control)),
            where=where_steps(self.seen, clause, claim), when=when_steps(self.seen, clause, claim),
        )  # fmt: skip

    def _merged(self, claim: AnyClaim, notes: list[Note]) -> Iterator[str]:
        """The other tellings that became evidence of this claim, and the claims of the record that hang on it."""
        for note in notes[1:]:
            yield f"took in another telling: '{self.seen.words(note.evidence[0]).text}'"
        for dispute in self.record.disputes:
            if claim.id in dispute.claims:
                yield f"disputed: {dispute.why} ({dispute.about})"

    def _who(self, claim: AnyClaim, clause: Clause | None) -> tuple[Identified, ...]:
        if isinstance(claim, Figure):
            counted = self.numbers.of_figure(claim)
            return self.numbers.people(counted[0]) if counted else ()
        if clause is None:
            return ()
        framed = framed_at(self.seen, clause.predicate) if isinstance(claim, Event) else None
        if framed is not None:
            rows = (("actor", framed.actors), ("recipient", framed.recipients), ("ground", framed.grounds))
            return tuple(one for slot, tokens in rows for one in identify_all(self.seen, slot, tokens))
        rows = tuple((name, fillers) for name, fillers in clause.slots.items())
        return tuple(one for slot, tokens in rows for one in identify_all(self.seen, slot, tokens))

    def _marks(self, claim: AnyClaim, who: Iterable[Identified]) -> Iterator[Mark]:
        if isinstance(claim, Event):
            yield Mark(role="trigger", span=claim.trigger)
        if isinstance(claim, Figure):
            yield Mark(role="number", span=claim.span)
        yield from (Mark(role=one.slot, span=one.words.span) for one in who)
        yield from (Mark(role="hedge", span=span) for span in claim.hedges)
        utterance = self.seen.items.get(claim.utterance or "")
        if utterance is not None and utterance.cue is not None:
            yield Mark(role="cue", span=utterance.cue)

    def _clause_marks(self, clause: Clause | None) -> Iterator[Mark]:
        if clause is not None:
            yield Mark(role="predicate", span=self.seen.token(clause.predicate).span)

    # -- utterances -----------------------------------------------------------------------------------------------
    def _utterance(self, utterance: Utterance) -> Explanation:
        who = self.sayings.speakers(utterance.id)
        marks = [Mark(role=one.slot, span=one.words.span) for one in who]
        marks += [Mark(role="cue", span=utterance.cue)] if utterance.cue is not None else []
        made = Explanation(
            about="utterance", id=utterance.id, value=msgspec.to_builtins(utterance), who=who,
            passages=self.seen.passages(utterance.evidence, tuple(marks)), said=self.sayings.chain(utterance.id),
        )  # fmt: skip
        token = self.sayings.by_id[utterance.id][1].cue_token
        clause = self.seen.reading.clause_at.get(token) if token is not None else None
        if clause is None:
            return made
        return msgspec.structs.replace(
            made, clause=see_clause(self.seen, clause), when=when_steps(self.seen, clause, None)
        )

    # -- words that gave none -------------------------------------------------------------------------------------
    def _around(self, spans: list[Span]) -> tuple[Explanation, ...]:
        touched = [item for item in self.seen.items.values() if any(_touches(item, span) for span in spans)]
        made = [self.explain(item) for item in sorted(touched, key=_rank)]
        return (*made, *(one for span in spans for one in self._silent(span, made)))

    def _silent(self, span: Span, made: list[Explanation]) -> Iterator[Explanation]:
        """The clauses, numbers and reporting words in a stretch of text that gave nothing of their own."""
        told = {one.clause.predicate.span for one in made if one.clause is not None and one.about in CLAIM_KINDS}
        for clause in self._clauses_in(span):
            if self.seen.token(clause.predicate).span not in told:
                yield self._silent_clause(clause, span)
        for quantity in self.numbers.silent_in(span):
            mark = Mark(role="number", span=quantity.span)
            passages = self.seen.passages((quantity.span,), (mark,))
            yield Explanation(about="number", passages=passages, number=self.numbers.silent_steps(quantity))
        if cues := self.sayings.silent_in(span):
            yield Explanation(about="cue", passages=self.seen.passages((span,), ()), said=cues)

    def _clauses_in(self, span: Span) -> list[Clause]:
        """The clauses whose predicate stands in the span; where none does, the one around its first words."""
        inside = self.seen.tokens_in(span)
        own = [c for c in self.seen.reading.clauses if c.predicate in inside or c.verb in inside]
        around = self.seen.scene.clause(inside[0]) if inside else None
        return own or ([around] if around is not None else [])

    def _silent_clause(self, clause: Clause, span: Span) -> Explanation:
        seen = self.seen
        slots = see_clause(seen, clause).slots
        marks = (*self._clause_marks(clause), *(mark for slot in slots for mark in _slot_marks(slot)))
        made = Explanation(
            about="clause", passages=seen.passages((span,), tuple(marks)), fate=fate_of(seen, clause),
            who=tuple(one for name, fillers in clause.slots.items() for one in identify_all(seen, name, fillers)),
            said=self.sayings.chain(self._utterance_of(clause)),
        )  # fmt: skip
        return self._with_clause(made, clause, None)

    def _utterance_of(self, clause: Clause) -> str | None:
        utterance = self.seen.scene.utterance_at(clause.predicate)
        return utterance.id if utterance is not None else None

    def _with_words(self, made: Explanation, spans: tuple[Span, ...]) -> Explanation:
        marks = tuple(Mark(role=made.about, span=span) for span in spans)
        return msgspec.structs.replace(made, passages=self.seen.passages(spans, marks))


def _slot_marks(slot: Slot) -> Iterator[Mark]:
    return (Mark(role=slot.name, span=word.span) for word in slot.words)


def _touches(item: Any, span: Span) -> bool:
    """Whether an item stands at a span: an utterance by its reporting word, all others by their evidence."""
    if isinstance(item, Utterance) and item.cue is not None:
        return overlaps(item.cue, span)
    return any(overlaps(evidence, span) for evidence in item.evidence)


def _rank(item: Any) -> tuple[int, int]:
    """Claims first, of one kind those with the fewest words first."""
    start, end = item.evidence[0]
    return KINDS.index(_kind_of(item)), end - start


def _kind_of(item: Any) -> str:
    return type(item).__name__.lower()


WHAT: dict[str, Callable[[Any], str]] = {
    "event": lambda claim: " ".join(filter(None, (claim.type, claim.mode))),
    "figure": lambda claim: f"{claim.measure} {_bounds(claim)}",
    "control": lambda claim: claim.state,
    "condition": lambda claim: ", ".join(claim.themes),
    "relation": lambda claim: claim.type,
}


def _what(claim: AnyClaim) -> str:
    what = WHAT[_kind_of(claim)](claim)
    return what if claim.realis == "happened" else f"{what} ({claim.realis})"


def _bounds(claim: Figure) -> str:
    if claim.best is not None:
        return f"{claim.best:g}"
    if claim.low is not None and claim.high is not None:
        return f"{claim.low:g} to {claim.high:g}"
    return f"{claim.low:g} or more" if claim.low is not None else f"up to {claim.high or 0:g}"
