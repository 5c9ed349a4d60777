"""A quantity with what it was found to count, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.extract.counted.quantities import Quantity
from sayso.extract.framing.framer import Framed
from sayso.records.claims import Measure, Nature

Source = Literal[
    "frame",
    "words",
    "state",
    "toll",
    "noun",
    "present",
    "part",
    "again",
    "named",
    "sum",
    "listed",
    "other",
    "spread",
    "compared",
    "elided",
]


@dataclass(slots=True)
class Counted:
    """head: the token that the number stands with; noun: who or what is counted; whole: the number it is a part of.

    source: what told the measure; framed: the framed clause that it came about in; nature, and alone (the report has
    no other number of its measure): set once all are counted; parts: the heads of those who are added up;
    replaced: whether a count behind it has risen above it; until: where a number begins that leaves out its verb.
    """

    quantity: Quantity
    head: int
    noun: int
    measure: Measure
    source: Source
    framed: Framed | None = None
    whole: Counted | None = None
    nature: Nature = "event_count"
    alone: bool = False
    parts: tuple[int, ...] = ()
    replaced: bool = False
    until: int | None = None
