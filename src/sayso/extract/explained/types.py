"""How a value of the record was made, as values themselves: words with their spans, steps, rivals."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.records import Span


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the report, where they stand."""

    text: str
    span: Span


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What words are in the explanation: trigger, a slot, a number, a reporting word."""

    role: str
    span: Span


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the report with what matters in it; spans count from the report's first code point."""

    block: str
    text: str
    span: Span
    marks: tuple[Mark, ...] = ()


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a clause and who or what stands there; borrowed: the words stand in another clause."""

    name: str
    words: tuple[Word, ...]
    borrowed: bool = False


class ClauseSeen(msgspec.Struct, frozen=True, kw_only=True):
    """The grammar of a clause. traits: past, passive, negated ...; under, how, marker: what it stands under."""

    predicate: Word
    lemma: str
    kind: str
    traits: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    under: Word | None = None
    how: str = "main"
    marker: str | None = None


class FrameTried(msgspec.Struct, frozen=True, kw_only=True):
    """A frame that knows the clause's word. against: what kept it from the clause; chosen: the first that fits."""

    frame: str
    type: str
    mode: str | None = None
    chosen: bool = False
    against: str | None = None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One rule that was asked: the words that it looked at, and what it gave (None: nothing)."""

    rule: str
    words: Word | None = None
    gives: str | None = None


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate with its score; features: what gave or took points, by name, where the score is a sum."""

    name: str
    score: float
    id: str | None = None
    words: Word | None = None
    features: dict[str, float] = {}


class Identified(msgspec.Struct, frozen=True, kw_only=True):
    """Who the words of a slot are. id, name: the party or person, null where they name nobody; rule: how found."""

    slot: str
    words: Word
    rule: str
    id: str | None = None
    name: str | None = None
    rivals: tuple[Rival, ...] = ()


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """How one value of the record was made, or why words gave none.

    about: the kind of the value (event, figure, control, condition, relation, utterance, party, person, place, time,
    report), or clause, number or cue for words that gave none; value: the item of the record as it stands there.
    fate: what became of the words. Sections that do not apply are empty.
    """

    about: str
    id: str | None = None
    method: str | None = None
    value: dict[str, Any] | None = None
    passages: tuple[Passage, ...] = ()
    clause: ClauseSeen | None = None
    frames: tuple[FrameTried, ...] = ()
    fate: tuple[str, ...] = ()
    status: tuple[Step, ...] = ()
    said: tuple[Step, ...] = ()
    who: tuple[Identified, ...] = ()
    where: tuple[Step, ...] = ()
    when: tuple[Step, ...] = ()
    number: tuple[Step, ...] = ()
    confidence: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = ()
    rivals: tuple[Rival, ...] = ()


class ClaimLine(msgspec.Struct, frozen=True, kw_only=True):
    """One claim in a list to choose from."""

    id: str
    kind: str
    what: str
    words: str
    method: str
    confidence: float
