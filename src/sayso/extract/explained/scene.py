"""A report read with somebody looking on: the workings, the claims in the making, the names of those in it."""

from __future__ import annotations

from typing import Any, NamedTuple

from sayso.extract.explained.types import Mark, Passage, Word
from sayso.extract.reading import Reading
from sayso.extract.record import Workings, work_out
from sayso.extract.scene import Scene
from sayso.parse import Clause, Grammar
from sayso.records import AnyClaim, Event, Figure, Report, Span, inside, overlaps


class Note(NamedTuple):
    """A claim in the making. token: what it was asked of; start: its confidence before steps of inference cost some."""

    token: int
    method: str
    evidence: tuple[Span, ...]
    start: float
    basis: tuple[str, ...]
    confidence: float


class NotedScene(Scene):
    """A scene that keeps a note of every claim that is set in it, those too that are merged or dropped later on."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.notes: list[Note] = []

    def common(
        self, token: int, *, evidence: tuple[Span, ...], confidence: float, method: str, **known: Any
    ) -> dict[str, Any]:
        fields = super().common(token, evidence=evidence, confidence=confidence, method=method, **known)
        self.notes.append(Note(token, method, fields["evidence"], confidence, fields["basis"], fields["confidence"]))
        return fields


class Seen:
    """One report with its workings, and the look-ups that every explanation needs."""

    def __init__(self, report: Report, grammar: Grammar) -> None:
        self.work: Workings = work_out(report, grammar, scene_type=NotedScene)
        self.record, self.scene, self.grammar = self.work.record, self.work.scene, grammar
        self.reading: Reading = self.work.reading
        self.notes: list[Note] = self.scene.notes  # type: ignore[attr-defined]
        named = (*self.record.parties, *self.record.places)
        self.names: dict[str, str] = {item.id: item.name for item in named}
        self.names |= {time.id: f"'{time.text}'" for time in self.record.times}
        self.names |= {person.id: person.name or f"a {person.role}" for person in self.record.people}
        self.items: dict[str, Any] = {
            item.id: item
            for items in (
                self.record.claims, self.record.utterances, self.record.parties, self.record.people, self.record.places,
                self.record.times,
            )
            for item in items
        }  # fmt: skip

    # -- words ----------------------------------------------------------------------------------------------------
    def words(self, span: Span) -> Word:
        """The words of a span, white space folded."""
        return Word(text=" ".join(self.reading.text[span[0] : span[1]].split()), span=span)

    def token(self, token: int) -> Word:
        """A token as words."""
        return self.words(self.grammar.span(token, token))

    def phrase(self, token: int) -> Word:
        """A noun with what stands before it in its phrase."""
        return self.words(self.scene.phrase(token))

    def name(self, id: str | None) -> str | None:
        """The name of a party, person or place of the record; its id where it has none there."""
        return self.names.get(id, id) if id is not None else None

    def list_names(self, ids: tuple[str, ...]) -> str | None:
        """The names of several, or None."""
        return ", ".join(self.name(id) or id for id in ids) or None

    # -- where in the text ----------------------------------------------------------------------------------------
    def tokens_in(self, span: Span) -> list[int]:
        """The tokens that share a code point with a span."""
        grammar = self.grammar
        return [t for t in range(len(grammar)) if overlaps((grammar.starts[t], grammar.ends[t]), span)]

    def passages(self, spans: tuple[Span, ...], marks: tuple[Mark, ...]) -> tuple[Passage, ...]:
        """The sentences that the spans or marks touch, with the marks in them."""
        sentences = sorted({self.grammar.sentence_of[t] for span in spans for t in self.tokens_in(span)})
        return tuple(self._passage(sentence, marks) for sentence in sentences)

    def _passage(self, sentence: int, marks: tuple[Mark, ...]) -> Passage:
        first, after = self.grammar.sentences[sentence]
        span = self.grammar.span(first, after - 1)
        within = tuple(mark for mark in dict.fromkeys(marks) if inside(mark.span, span))
        return Passage(
            block=self.reading.block_kind(first), text=self.reading.text[span[0] : span[1]], span=span, marks=within
        )

    # -- claims and what they were made of ------------------------------------------------------------------------
    def notes_of(self, claim: AnyClaim) -> list[Note]:
        """The notes of a claim, its own first, then those of what was merged into it."""
        own = [note for note in self.notes if note.method == claim.method and _holds(claim, note)]
        return sorted(own, key=lambda note: not self._is_own(claim, note))

    def _is_own(self, claim: AnyClaim, note: Note) -> bool:
        if isinstance(claim, Event):
            return inside(self.grammar.span(note.token, note.token), claim.trigger)
        if isinstance(claim, Figure):
            return any(inside(claim.span, span) for span in note.evidence)
        return note.evidence[0] in claim.evidence

    def claims_from(self, clause: Clause) -> list[AnyClaim]:
        """The claims that were made of a clause or that took its words in."""
        tokens = {clause.predicate, clause.verb}
        return [claim for claim in self.record.claims if any(note.token in tokens for note in self.notes_of(claim))]


def _holds(claim: AnyClaim, note: Note) -> bool:
    return all(any(inside(span, kept) for kept in claim.evidence) for span in note.evidence)
