"""Places that a pronoun means: "captured the town on Monday but the army retook it"."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.parse import Clause, prepositional

UNDERGOING = frozenset(("dobj", "nsubjpass"))
PLACE_SLOTS = ("object", "into", "of", "over", "on", "in", "subject")
LEAVING = frozenset(("leave", "quit", "enter"))
SENTENCES_BACK = 1


def places_of_pronouns(reading: Reading, places_at: dict[int, str]) -> dict[int, str]:
    """Token of "it" -> the id of the place that it means: where the verb is one of taking, holding or losing, the place
    of which such a verb told last, in the same sentence or in the one before."""
    grammar, found = reading.grammar, {}
    for token in grammar.tokens_of({"it"}):
        if grammar.deps[token] not in UNDERGOING:
            continue
        clause = reading.clause_at.get(grammar.heads[token])
        place = _told_before(reading, places_at, clause.predicate) if _is_of_holding(reading, clause) else None
        if place is not None:
            found[token] = place
    return found


def _is_of_holding(reading: Reading, clause: Clause | None) -> bool:
    """Whether the verb, with its particles alone, tells who holds a place; one also leaves a group."""
    if clause is None or clause.lemma in LEAVING:
        return False
    verb, *particles = clause.lemma.split()
    rows = reading.index.holdings.verbs.get(verb)
    return rows is not None and any(further.words <= set(particles) for further, _ in rows.rows)


def _told_before(reading: Reading, places_at: dict[int, str], verb: int) -> str | None:
    grammar = reading.grammar
    first, _ = grammar.sentences[max(0, grammar.sentence_of[verb] - SENTENCES_BACK)]
    for at in range(verb - 1, first - 1, -1):
        clause = reading.clause_at.get(at)
        if clause is None or clause.predicate != at or not _is_of_holding(reading, clause):
            continue
        told = (t for slot in PLACE_SLOTS for head in clause.slots.get(slot, ()) for t in _named(reading, head))
        if (token := next((t for t in told if t in places_at), None)) is not None:
            return places_at[token]
    return None


def _named(reading: Reading, head: int) -> tuple[int, ...]:
    """The place itself, or what names it: "the town of X"."""
    return (head, *prepositional(reading.grammar, head, "of"))
