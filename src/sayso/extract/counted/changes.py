"""Shares that are by how much something has changed: "rose 40 percent", "a 25 per cent increase", "up 12% on 2023"."""

from __future__ import annotations

from sayso.codebook import load_codebook
from sayso.extract.counted.quantities import Quantity
from sayso.extract.reading import Reading
from sayso.parse import Grammar, prepositional

BEFORE = frozenset(("up", "down", "by"))
BEHIND = frozenset(("than", "on", "from", "over"))
FEW = 5
"""Tokens behind a share in which the money stands that it is of."""
NEAR = 3
"""Tokens behind the share in which the word of change stands."""


def is_change(reading: Reading, quantity: Quantity, head: int) -> bool:
    """Whether a share tells a change: by the word before it, the noun or the degree behind it, or the verb that it is
    the measure of; "rose to 40 percent" and "by 40 percent of voters" tell none. Or it is of money: "28 percent of the
    $3 million"."""
    if not quantity.percent:
        return False
    grammar, before = reading.grammar, quantity.first - 1
    behind = grammar.lemmas[quantity.last + 1 : quantity.last + 1 + NEAR]
    if before >= 0 and grammar.lowers[before] in BEFORE and "of" not in behind[:1]:
        return True
    words, after = load_codebook().measures, quantity.last + 1
    if grammar.lowers[after : after + 1] == ["funded"] or "$" in grammar.tags[after : after + FEW]:
        return True
    if before > 0 and grammar.lowers[before] == "of" and grammar.lemmas[before - 1] in words.changes:
        return True
    degree = any(word in words.degrees for word in behind[:1]) and not BEHIND.isdisjoint(behind)
    if degree or (behind and behind[0] in words.changes) or grammar.lemmas[head] in words.changes:
        return True
    measured = grammar.deps[head] in ("npadvmod", "dobj", "advmod") and "of" not in behind[:1]
    return measured and grammar.lemmas[grammar.heads[head]] in words.changes


def in_so_many(grammar: Grammar, head: int) -> tuple[int, ...]:
    """Of whom "four in five of the men" are so many."""
    wholes = (t for t in prepositional(grammar, head, "in") if grammar.tags[t] == "CD")
    return tuple(inner for whole in wholes for inner in prepositional(grammar, whole, "of"))
