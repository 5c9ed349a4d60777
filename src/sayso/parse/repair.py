"""What the parser is known to get wrong, put right in the columns before anything is asked of them."""

from __future__ import annotations

from sayso.parse.grammar import Grammar

FINITE = frozenset(("VBD", "VBN"))


def repair(grammar: Grammar) -> None:
    """Mends, in place, coordination that joins a noun to a verb: the noun is the subject or the object of a conjoined clause."""
    for token, dep in enumerate(grammar.deps):
        head = grammar.heads[token]
        if dep == "conj" and grammar.tags[token][:2] == "NN" and grammar.tags[head][0] == "V" and head < token:
            _noun_beside_verb(grammar, token, head)


def _noun_beside_verb(grammar: Grammar, token: int, verb: int) -> None:
    below = [t for t in range(token + 1, min(token + 12, len(grammar))) if grammar.heads[t] == token]
    predicate = next((t for t in below if grammar.deps[t] == "acl" and grammar.tags[t] in FINITE), None)
    if predicate is not None and not any(grammar.heads[t] == predicate and grammar.deps[t] == "agent" for t in range(predicate, min(predicate + 12, len(grammar)))):
        grammar.heads[predicate], grammar.deps[predicate], grammar.tags[predicate] = verb, "conj", "VBD"
        grammar.heads[token], grammar.deps[token] = predicate, "nsubj"
        return
    if any(grammar.heads[t] == token and grammar.deps[t] in ("nsubj", "aux") for t in range(verb, token)):
        return
    objects = [t for t in range(verb + 1, token) if grammar.heads[t] == verb and grammar.deps[t] in ("dobj", "attr")]
    if objects:
        grammar.heads[token] = objects[-1]
