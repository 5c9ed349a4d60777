"""Shares that are by how much something has changed: "rose 40 percent", "a 25 per cent increase", "up 12% on 2023"."""

from __future__ import annotations

from sayso.codebook import load_codebook
from sayso.extract.counted.quantities import Quantity
from sayso.extract.reading import Reading

BEFORE = frozenset(("up", "down", "by"))
BEHIND = frozenset(("than", "on", "from", "over"))
NEAR = 3
"""Tokens behind the share in which the word of change stands."""


def is_change(reading: Reading, quantity: Quantity, head: int) -> bool:
    """Whether a share tells a change: by the word before it, the noun or the degree behind it, or the verb that it is
    the measure of; "rose to 40 percent" and "by 40 percent of voters" tell none."""
    if not quantity.percent:
        return False
    grammar, before = reading.grammar, quantity.first - 1
    behind = grammar.lemmas[quantity.last + 1 : quantity.last + 1 + NEAR]
    if before >= 0 and grammar.lowers[before] in BEFORE and "of" not in behind[:1]:
        return True
    words = load_codebook().measures
    degree = any(word in words.degrees for word in behind[:1]) and not BEHIND.isdisjoint(behind)
    if degree or (behind and behind[0] in words.changes) or grammar.lemmas[head] in words.changes:
        return True
    measured = grammar.deps[head] in ("npadvmod", "dobj", "advmod") and "of" not in behind[:1]
    return measured and grammar.lemmas[grammar.heads[head]] in words.changes
