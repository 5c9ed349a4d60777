"""Clauses: predicates with their arguments put right, and what they stand under. Syntax is dealt with here and
nowhere else."""

from __future__ import annotations

from typing import Literal

import msgspec

ClauseKind = Literal["verbal", "adjectival", "nominal", "participle"]
How = Literal["content", "infinitive", "relative", "purpose", "condition", "time", "cause", "manner", "prep", "main"]
Tense = Literal["past", "present", "future"]


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A predicate and who is who in it. All numbers are tokens of the grammar.

    predicate: the word that carries the meaning; verb: the word that carries tense (they differ in "was dead");
    lemma: with its particle ("take over"). slots: subject and object as deep roles (a passive is turned round),
    indirect, complement, and each preposition by its own word; each slot holds the heads of its fillers, conjoined
    ones spread out. borrowed: the slots whose filler stands in another clause (shared subject, relative pronoun,
    control). negated: by its own words or by an argument; nobody: that argument ("reported no attacks"). governor: the
    token that the clause stands under, and how; marker: the word that says so ("if", "after").
    """

    predicate: int
    verb: int
    lemma: str
    kind: ClauseKind
    slots: dict[str, tuple[int, ...]]
    borrowed: frozenset[str] = frozenset()
    negated: bool = False
    nobody: int | None = None
    modal: str | None = None
    tense: Tense | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    governor: int | None = None
    how: How = "main"
    marker: str | None = None

    def fillers(self, *slots: str) -> tuple[int, ...]:
        """The fillers of the first of these slots that is filled."""
        for slot in slots:
            if found := self.slots.get(slot):
                return found
        return ()

    @property
    def denies_object(self) -> bool:
        """Whether it is negated by its object alone: "reported no attacks" reports all the same."""
        return self.nobody is not None and self.nobody in self.slots.get("object", ())
