"""Deeds that somebody says were theirs: "claimed responsibility for the bombing", "admitted responsibility"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.framing.framed import Framed
from sayso.extract.phrase import POINTERS
from sayso.extract.reading import Reading
from sayso.parse import Clause, prepositional

OWNING_UP = frozenset(("claim", "take", "assume", "accept", "admit", "acknowledge", "declare", "assert"))
"""Verbs with "responsibility" or "credit" by which somebody says that a deed was theirs."""
OWNED_UP = frozenset(("responsibility", "credit"))
NOBODY = frozenset(("no", "none", "nobody", "neither"))
SENTENCES_BACK = 4
POINTING = POINTERS | {"both"}


def give_to_claimants(reading: Reading, found: Sequence[Framed]) -> None:
    """Sets, in place, as the actors of deeds that nobody named does those who claim them."""
    for clause in reading.clauses:
        claimants = _claimants(reading, clause)
        for item in _claimed(reading, clause, found) if claimants else ():
            item.actors = tuple(dict.fromkeys((*item.actors, *claimants)))


def _claimants(reading: Reading, clause: Clause) -> tuple[int, ...]:
    """Who owns up in the clause; nobody where it is denied or where it is about none."""
    grammar, objects = reading.grammar, clause.slots.get("object", ())
    if clause.kind != "verbal" or clause.negated or clause.lemma.split()[0] not in OWNING_UP:
        return ()
    if not any(grammar.lemmas[token] in OWNED_UP for token in objects):
        return ()
    subjects = clause.slots.get("subject", ())
    none = any(grammar.lowers[c] in NOBODY for token in subjects for c in (token, *grammar.children[token]))
    return () if none else subjects


def _claimed(reading: Reading, clause: Clause, found: Sequence[Framed]) -> Iterator[Framed]:
    """The deeds: the one that stands behind "for", or, where that only points back, the last ones told before."""
    grammar, objects = reading.grammar, clause.slots.get("object", ())
    named = (*clause.slots.get("for", ()), *(t for thing in objects for t in prepositional(grammar, thing, "for")))
    stated = [item for item in found if item.clause.predicate in named and item.frame.type == "ASSAULT"]
    yield from (item for item in stated if _is_unowned(reading, item))
    if all(_points_back(reading, item) for item in stated):
        yield from last_violence(reading, clause.predicate, found)


def _points_back(reading: Reading, item: Framed) -> bool:
    grammar, token = reading.grammar, item.clause.predicate
    return any(grammar.lowers[child] in POINTING for child in grammar.children[token])


def last_violence(reading: Reading, token: int, found: Sequence[Framed]) -> Iterator[Framed]:
    """The violent deeds whose doer has no name, of the last sentence before the token's that tells of violence."""
    sentence_of = reading.grammar.sentence_of
    here = sentence_of[token]
    before = [
        item for item in found
        if item.frame.type == "ASSAULT" and here - SENTENCES_BACK <= sentence_of[item.clause.predicate] < here
    ]  # fmt: skip
    if before:
        last = max(sentence_of[item.clause.predicate] for item in before)
        told = [item for item in before if sentence_of[item.clause.predicate] == last]
        yield from (item for item in told if _is_unowned(reading, item))


def _is_unowned(reading: Reading, item: Framed) -> bool:
    """Whether nobody did it, or somebody of whom only a common noun is told ("gunmen", "a suicide bomber")."""
    tags = reading.grammar.tags
    return all(tags[actor] in ("NN", "NNS") and bool(reading.classes(actor)) for actor in item.actors)
