"""Clauses beside a clause that tell of it too: the happening in its slots, and what is joined to it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.reading import Reading
from sayso.extract.setting.timed import makes_do
from sayso.parse import Clause, prepositional


def happenings_of(reading: Reading, filler: int) -> Iterator[Clause]:
    """The happening that a filler names, or of which it is the result, a series or a part."""
    for token in (filler, *prepositional(reading.grammar, filler, "of")):
        below = reading.clause_at.get(token)
        if below is not None and below.kind == "nominal":
            yield below


def is_of_what_it_led_to(reading: Reading, token: int) -> bool:
    """ "Clashes swept X, prompting Israel to bomb Y": where that was done to which it moved somebody else."""
    owner, grammar = reading.owner(token), reading.grammar
    above = owner.governor if owner is not None and owner.how == "infinitive" else None
    if above is None or grammar.tags[above] != "VBG" or grammar.deps[above] != "advcl":
        return False
    return makes_do(reading, above) and owner is not None and owner.kind != "nominal"


def joined_to(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """The clauses joined to this one by "and": what stands behind the last one may be told of all."""
    grammar, verb = reading.grammar, clause.verb
    joined = [child for child in grammar.children[verb] if grammar.deps[child] == "conj"]
    if grammar.deps[verb] == "conj":
        joined.append(grammar.heads[verb])
    for token in joined:
        beside = reading.clause_at.get(token)
        if beside is not None and beside.kind == "verbal" and not _tells_of_another(clause, beside):
            yield beside


def _tells_of_another(clause: Clause, beside: Clause) -> bool:
    """ "A rebel who left the talks and whose men hold routes in X": relative clauses with subjects of their own."""
    apart = not set(clause.slots.get("subject", ())) & set(beside.slots.get("subject", ()))
    return apart and "relative" in (clause.how, beside.how) and not (clause.passive or beside.passive)
