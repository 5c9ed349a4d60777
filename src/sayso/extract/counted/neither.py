"""A zero that holds for two kinds of harm: "no deaths or injuries were reported"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.counted.draft import Counted
from sayso.extract.counted.nouns import noun_measure
from sayso.extract.reading import Reading
from sayso.parse import conjuncts


def with_neither(reading: Reading, counted: Sequence[Counted]) -> Iterator[Counted]:
    """What is counted, and behind a zero the same of each noun of another harm that is joined to its own."""
    for item in counted:
        yield item
        if item.quantity.best == 0 and not item.quantity.percent:
            yield from _others(reading, item)


def _others(reading: Reading, item: Counted) -> Iterator[Counted]:
    grammar = reading.grammar
    joined = any(grammar.lowers[child] in ("or", "nor") for child in grammar.children[item.noun])
    for noun in conjuncts(grammar, item.noun) if joined else ():
        measure = noun_measure(reading, noun)
        if noun > item.noun and measure is not None and measure != item.measure:
            yield replace(item, head=noun, noun=noun, measure=measure, source="noun")
