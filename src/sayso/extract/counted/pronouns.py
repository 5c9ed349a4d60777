"""Whose lot a pronoun tells: "dragged out two youths and shot them", "nine women said that soldiers had raped them"."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.parse import Clause

THEY = frozenset(("them", "they"))
SUBJECTS = ("nsubj", "nsubjpass")
TAKING = frozenset(("kidnap", "abduct", "capture", "detain", "seize", "hold", "take", "arrest"))


def whom_they_are(reading: Reading, clause: Clause, token: int) -> int | None:
    """The noun, in the same sentence, that a pronoun stands for in a slot of a clause: the object of the verb that the
    clause's verb is joined to, or who says it; None where it may be anybody."""
    grammar, verb = reading.grammar, clause.verb
    above = grammar.heads[verb]
    if grammar.lowers[token] not in THEY or above == verb:
        return None
    if grammar.deps[verb] == "conj" and grammar.lowers[token] == "them":
        wanted = ("dobj",)
    elif grammar.deps[verb] == "ccomp" and grammar.lemmas[above] in reading.index.cue_verbs:
        wanted = SUBJECTS
    else:
        return None
    found = [c for c in grammar.children[above] if grammar.deps[c] in wanted and c < token]
    several = len(found) == 1 and grammar.tags[found[0]] in ("NNS", "CD")
    return found[0] if several else None


def captives_before(reading: Reading, clause: Clause) -> bool:
    """ "Kidnapped six workers; two escaped": from those who had taken them."""
    grammar = reading.grammar
    first, _ = grammar.sentences[grammar.sentence_of[clause.predicate]]
    return any(grammar.lemmas[token] in TAKING for token in range(first, clause.predicate))
