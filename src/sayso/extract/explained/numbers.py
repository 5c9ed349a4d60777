"""How a number became a figure: its words, its bounds, what it counts and by which rule, or why it counts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso.codebook import load_codebook
from sayso.extract.counted.doers import Perpetrators
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.figures import count_all
from sayso.extract.counted.nouns import counts_nothing, head_of, noun_of
from sayso.extract.counted.parts import carry_bounds
from sayso.extract.counted.quantities import Quantity, find_quantities
from sayso.extract.counted.quantities_pattern import quantity_pattern
from sayso.extract.counted.who import group_of, heads_of, unit_of
from sayso.extract.explained.scene import Seen
from sayso.extract.explained.types import Identified, Step
from sayso.extract.explained.who import identify_all
from sayso.records import Figure, Span, inside, overlaps

SOURCES = {
    "frame": "the slot of the frame in which the number stands counts it",
    "words": "a word of harm or leaving beside the number",
    "state": "the state that the people are said to be in",
    "toll": "a running toll",
    "noun": "the noun itself says it",
    "part": "part of another number",
    "again": "another's number of those counted before",
    "sum": "those told of one by one in its clause, added up where the report gives no number as great",
    "named": "people who are killed by name, where the report counts none",
    "present": "people who are there, sheltered or in need",
    "other": "no words tell what became of them",
}


class Numbers:
    """The numbers of one report, with what each was found to count."""

    def __init__(self, seen: Seen) -> None:
        self.seen, self.scene = seen, seen.scene

    @cached_property
    def found(self) -> tuple[Quantity, ...]:
        """Every quantity as its own words have it."""
        return find_quantities(self.seen.reading, taken=self.seen.work.stage.timed)

    @cached_property
    def counted(self) -> list[Counted]:
        """Those that count somebody or something."""
        return count_all(self.scene, self.seen.work.framed, carry_bounds(self.scene, self.found))

    @cached_property
    def perpetrators(self) -> Perpetrators:
        return Perpetrators(self.scene, self.seen.work.framed)

    def of_figure(self, figure: Figure) -> list[Counted]:
        """What a figure was made of: its own number first, then those that tell it again."""
        spans = (figure.span, *figure.evidence)
        rows = [item for item in self.counted if any(inside(item.quantity.span, span) for span in spans)]
        same = [item for item in rows if item.measure == figure.measure and _value(item.quantity) == _value(figure)]
        return sorted(same, key=lambda item: not inside(item.quantity.span, figure.span))

    def silent_in(self, span: Span) -> list[Quantity]:
        """The quantities in a stretch of text that count nothing."""
        counting = {item.quantity.number for item in self.counted}
        return [q for q in self.found if overlaps(q.span, span) and q.number not in counting and not q.single]

    # -- steps ----------------------------------------------------------------------------------------------------
    def steps(self, item: Counted) -> tuple[Step, ...]:
        """How a number was read, and what it counts."""
        return (*self._value_steps(item.quantity), *self._measure_steps(item), *self._who_steps(item))

    def silent_steps(self, quantity: Quantity) -> tuple[Step, ...]:
        """How a number was read that counts nothing, and why it does not."""
        seen = self.seen
        head = head_of(seen.reading, quantity)
        noun = noun_of(seen.reading, head)
        why = counts_nothing(seen.reading, quantity, head, noun) or "no words around it tell what it counts"
        return (
            *self._value_steps(quantity), Step(rule="stands with", words=seen.token(head)),
            Step(rule="no figure", words=seen.token(noun), gives=why),
        )  # fmt: skip

    def _value_steps(self, quantity: Quantity) -> Iterator[Step]:
        words = self.seen.words(quantity.span)
        yield Step(rule="number as written", words=words, gives=self._pattern(quantity.span))
        own = next((q for q in self.found if q.number == quantity.number), quantity)
        if own.modifier != quantity.modifier:
            yield Step(rule="bound carried over from the number before", words=words, gives=quantity.modifier)
        convention = load_codebook().numbers.convention
        yield Step(rule=f"convention {convention}, modifier {quantity.modifier}", gives=_bounds(quantity))

    def _pattern(self, span: Span) -> str | None:
        """The parts of the pattern of numbers that matched; none for words such as "nobody"."""
        match = quantity_pattern().match(self.seen.reading.text, *span)
        parts = match.groupdict() if match is not None else {}
        return ", ".join(f"{name} '{part}'" for name, part in parts.items() if part) or None

    def _measure_steps(self, item: Counted) -> Iterator[Step]:
        seen = self.seen
        yield Step(rule="stands with", words=seen.token(item.head))
        frame = f", frame {item.framed.frame.name}" if item.framed is not None else ""
        trigger = seen.grammar.span(item.framed.first, item.framed.last) if item.framed is not None else None
        words = seen.words(trigger) if trigger is not None else None
        yield Step(rule=f"measure by {item.source}: {SOURCES[item.source]}{frame}", words=words, gives=item.measure)
        if item.whole is not None:
            rule = "part of" if item.source == "part" else "counts those of"
            yield Step(rule=rule, words=seen.words(item.whole.quantity.span), gives=item.whole.measure)
        yield Step(rule="nature by the words of its sentence", gives=item.nature)

    def _who_steps(self, item: Counted) -> Iterator[Step]:
        heads, unit = heads_of(self.scene, item), unit_of(self.scene, item)
        group, stated = group_of(self.scene, item, heads, unit)
        for head in heads:
            names = ", ".join(entry.name for entry in self.seen.reading.classes(head)) or "no class"
            yield Step(rule=f"counts ({names})", words=self.seen.phrase(head))
        told = f"{group or 'none'}{'' if stated else ', shares not told'}"
        yield Step(rule="unit and group by these nouns", gives=f"{unit}, {told}")
        doers = self.perpetrators.of(item)
        yield Step(rule=doers.how or "perpetrator: from the clause itself", gives=self.seen.list_names(doers.ids))

    def people(self, item: Counted) -> tuple[Identified, ...]:
        """Whose people are counted, and who did it in the clause itself."""
        actors = item.framed.actors if item.framed is not None else ()
        counted = heads_of(self.scene, item)
        doers = [token for token in actors if token not in counted]
        return (*identify_all(self.seen, "counted", counted), *identify_all(self.seen, "actor", doers))


def _value(item: Quantity | Figure) -> tuple[float | None, ...]:
    return item.low, item.best, item.high


def _bounds(quantity: Quantity) -> str:
    named = (("low", quantity.low), ("best", quantity.best), ("high", quantity.high))
    return ", ".join(f"{name} {value:g}" if value is not None else f"{name} open" for name, value in named)
