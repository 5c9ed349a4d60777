"""Numbers that are left out of another: "all but three of the state's 17 townships" are fourteen."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from sayso.extract.counted.quantities import Quantity
from sayso.extract.reading import Reading

EXCEPT = frozenset(("but", "except", "save"))
LONGEST_OWNER = 7
"""Tokens from the number that is left out to the number that it is left out of."""


def without_exceptions(reading: Reading, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Quantities in; those told as "all but X of the Y" are one, of what is left."""
    kept: list[Quantity] = []
    for quantity in quantities:
        before = kept[-1] if kept else None
        if before is not None and _is_left_out_of(reading, before, quantity):
            kept[-1] = _rest(reading, before, quantity)
        else:
            kept.append(quantity)
    return tuple(kept)


def _is_left_out_of(reading: Reading, part: Quantity, whole: Quantity) -> bool:
    lowers, tags = reading.grammar.lowers, reading.grammar.tags
    between = range(part.last + 1, whole.first)
    if part.first < 2 or lowers[part.first - 2] != "all" or lowers[part.first - 1] not in EXCEPT:
        return False
    if not 2 <= len(between) <= LONGEST_OWNER or lowers[between[0]] != "of" or part.best is None or whole.best is None:
        return False
    return part.best < whole.best and not any(tags[t][0] == "V" or lowers[t] == "," for t in between)


def _rest(reading: Reading, part: Quantity, whole: Quantity) -> Quantity:
    first = part.first - 2
    start = reading.grammar.starts[first]
    best = (whole.best or 0) - (part.best or 0)
    return structs.replace(whole, first=first, span=(start, whole.span[1]), best=best)
