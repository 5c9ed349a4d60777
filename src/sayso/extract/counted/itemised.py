"""Tolls told again by their parts, behind a colon or a dash: "75 died: 40 rebels, 25 soldiers and ten civilians"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.extract.counted.draft import Counted
from sayso.extract.counted.quantities import Quantity
from sayso.parse import FINITE_TAGS, Grammar

SIGNS = frozenset((":", "-", "–", "—", "--", "("))
OF_PEOPLE = frozenset(("killed", "injured", "missing", "detained", "abducted", "captured", "displaced", "other"))


def whole_before_sign(
    grammar: Grammar, quantity: Quantity, *, counted: Sequence[Counted], numbers: Sequence[int]
) -> Counted | None:
    """The number of the same sentence that the quantity is an item of: a sign stands between the two, no verb stands
    behind the sign, and the part is no more than the whole. numbers: those of `counted`, in order."""
    at = bisect_left(numbers, quantity.number) - 1
    first, after = grammar.sentences[grammar.sentence_of[quantity.number]]
    whole = next((item for item in reversed(counted[: at + 1]) if item.whole is None), None) if at >= 0 else None
    if whole is None or whole.quantity.number < first or whole.measure not in OF_PEOPLE or whole.quantity.percent:
        return None
    between = range(whole.quantity.last + 1, quantity.first)
    sign = next((t for t in between if grammar.words[t] in SIGNS and _stands_apart(grammar, t)), None)
    if sign is None or any(grammar.tags[t] in FINITE_TAGS for t in range(sign + 1, min(after, quantity.last + 3))):
        return None
    return whole if _value(quantity) <= _value(whole.quantity) else None


def _stands_apart(grammar: Grammar, sign: int) -> bool:
    """Whether a dash is none within a word: "two-day"."""
    alone = grammar.starts[sign] > grammar.ends[sign - 1]
    return grammar.words[sign] != "-" or alone


def _value(quantity: Quantity) -> float:
    return quantity.best or quantity.low or quantity.high or 0.0
