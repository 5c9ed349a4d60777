"""Where the name of a country or a capital stands for those who act, and so is no place."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.parse import Grammar

ACTING_DEPS = frozenset(("nsubj", "agent", "poss"))
JOINING_DEPS = frozenset(("compound", "conj", "nmod"))
STILL_VERBS = frozenset(
    (
        "be",
        "become",
        "remain",
        "lie",
        "fall",
        "see",
        "border",
        "witness",
        "stand",
        "sit",
        "have",
        "suffer",
        "burn",
        "descend",
    )
)
"""Verbs of which a place may be the subject as a place: "the country has seen fighting"."""


def top_of(grammar: Grammar, token: int) -> int:
    """The head of the list or compound that the token stands in."""
    for _ in range(len(grammar)):
        if grammar.deps[token] not in JOINING_DEPS or grammar.heads[token] == token:
            break
        token = grammar.heads[token]
    return token


def acts(grammar: Grammar, token: int) -> bool:
    """Whether a place's name stands where somebody acts or speaks: subject, agent or owner of a deed."""
    at = top_of(grammar, token)
    if grammar.deps[at] == "pobj" and grammar.lowers[grammar.heads[at]] == "by":
        return True
    return grammar.deps[at] in ACTING_DEPS


def is_no_place(reading: Reading, token: int) -> bool:
    """Whether a state's name only acts: the subject of a verb of doing, or the agent of a passive."""
    grammar = reading.grammar
    at = top_of(grammar, token)
    dep, head = grammar.deps[at], grammar.heads[at]
    if dep == "pobj" and grammar.lowers[head] == "by":
        return grammar.tags[grammar.heads[head]][0] == "V"
    if dep != "nsubj" or grammar.tags[head][0] != "V" or grammar.lemmas[head] in STILL_VERBS:
        return False
    return not any(grammar.deps[c] == "auxpass" for c in grammar.children[head])
