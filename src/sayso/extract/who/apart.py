"""Whom a common noun can't mean, though it would fit them: its own speaker, or whoever does something to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from sayso.extract.reading import Reading
from sayso.parse import Grammar

DENYING = frozenset(("deny", "reject", "dispute", "dismiss", "refute"))
UNDER_A_VERB = frozenset(("pobj", "prep", "dobj", "conj", "dative"))


def told_apart(
    grammar: Grammar, token: int, told_by: Mapping[int, Sequence[int]], *, hostile: Set[str]
) -> Iterator[int]:
    """The head tokens of those whom the noun can't mean. told_by: who says a token; hostile: nouns that a speaker has
    for the other side only ("the invaders")."""
    if grammar.lemmas[token] in hostile:
        yield from told_by.get(token, ())
    if grammar.tags[token] == "NNS" and not any(grammar.deps[c] in ("det", "poss") for c in grammar.children[token]):
        yield from _doers(grammar, token)


def _doers(grammar: Grammar, token: int) -> Iterator[int]:
    """ "The ELN attacked rebels": who acts on those whom a bare plural tells of."""
    verb = token
    while grammar.deps[verb] in UNDER_A_VERB and grammar.tags[verb][0] != "V":
        verb = grammar.heads[verb]
    if verb != token and grammar.tags[verb][0] == "V":
        yield from (child for child in grammar.children[verb] if grammar.deps[child] == "nsubj")


def accusers(reading: Reading, token: int) -> frozenset[int]:
    """ "The UN says the RSF killed 12 people, an accusation it denies": who says it does not deny it."""
    grammar, at = reading.grammar, reading.grammar.heads[token]
    if grammar.deps[token] != "nsubj" or grammar.lemmas[at] not in DENYING:
        return frozenset()
    found: list[int] = []
    while grammar.heads[at] != at:
        at = grammar.heads[at]
        cues = reading.index.cue_verbs.get(grammar.lemmas[at], ())
        if any(not further and cue.kind == "speech" for further, cue in cues):
            found += [child for child in grammar.children[at] if grammar.deps[child] == "nsubj"]
    return frozenset(found)
