"""How many: quantities in, figures out, each with what it counts, whose people, killed by whom, in which happening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.extract.counted.doers import Doers, Perpetrators
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.listed import count_listed, places_listed
from sayso.extract.counted.measure import Counter
from sayso.extract.counted.named import count_named
from sayso.extract.counted.nature import is_risen, is_superseded
from sayso.extract.counted.neither import with_neither
from sayso.extract.counted.once import told_once
from sayso.extract.counted.parts import Parts, carry_bounds
from sayso.extract.counted.quantities import Quantity
from sayso.extract.counted.shares import with_natures
from sayso.extract.counted.some_of_them import hang_on_those_before
from sayso.extract.counted.spread import Spread, hang_on_wholes, setting_of, setting_of_part
from sayso.extract.counted.sums import count_sums
from sayso.extract.counted.who import group_of, heads_of, party_of, unit_of
from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene
from sayso.extract.setting.setting import FAR
from sayso.parse import Clause
from sayso.records import Event, Figure, Span

METHOD = "counted"
CONFIDENCE = {
    "frame": 0.85, "words": 0.8, "toll": 0.8, "state": 0.75, "noun": 0.75, "part": 0.7, "again": 0.65,
    "present": 0.65, "named": 0.6, "sum": 0.6, "listed": 0.6, "other": 0.5,
    "spread": 0.65, "compared": 0.6, "elided": 0.65,
}  # fmt: skip
HARMED = frozenset(("killed", "injured"))
BASES = {"named": "best: by the names", "sum": "best: by adding up", "listed": "measure: from the list",
         "spread": "measure: from the number before", "compared": "measure: from the number before",
         "elided": "measure: from the number before"}  # fmt: skip
"""Sources of a figure that are a step of inference of their own."""
MILLION = 1_000_000
LONGEST_PHRASE = 14
"""Tokens from a number to the last noun that it holds for."""


def find_figures(
    scene: Scene, framed: Sequence[Framed], quantities: Sequence[Quantity], events: dict[int, Event]
) -> tuple[Figure, ...]:
    """Quantities in, figures out. `events`: predicate token -> the event claim that was made of it."""
    doers = Perpetrators(scene, framed)
    counted = count_all(scene, framed, carry_bounds(scene, quantities))
    return told_once(scene, [_figure(scene, item, events, doers.of(item)) for item in counted])


def count_all(scene: Scene, framed: Sequence[Framed], quantities: Sequence[Quantity]) -> list[Counted]:
    """Quantities in, those that count somebody or something out, with what they count."""
    counter = Counter(scene, framed)
    drafts = [counter.count(quantity) for quantity in quantities]
    spread = Spread(scene, framed, [draft for draft in drafts if draft is not None]).of(quantities)
    drafts = [spread.get(quantity.number) or draft for quantity, draft in zip(quantities, drafts, strict=True)]
    parts = Parts(scene, [draft for draft in drafts if draft is not None], quantities)
    pairs = zip(quantities, drafts, strict=True)
    found = (draft or parts.part(quantity) or counter.other(quantity) for quantity, draft in pairs)
    known = [item for item in found if item is not None]
    listed = count_listed(scene, quantities, known)
    hang_on_wholes(scene, known)
    hang_on_those_before(scene, known)
    again = {item.quantity.number for item in listed}
    counted = with_natures(scene, framed, [*(item for item in known if item.quantity.number not in again), *listed])
    counted += count_sums(scene, framed, counted)
    return [*with_neither(scene.reading, counted), *count_named(scene, framed, counted)]


def _figure(scene: Scene, item: Counted, events: dict[int, Event], doers: Doers) -> Figure:
    quantity, heads, unit = item.quantity, heads_of(scene, item), unit_of(scene, item)
    token = item.framed.clause.predicate if item.framed is not None else item.head
    told = item.head if item.source == "part" else token
    group, stated = group_of(scene, item, heads, unit)
    event, span = events.get(token), _span(scene, item, heads)
    return Figure(
        **_common(scene, item, told, span, doers), measure=item.measure, low=quantity.low, best=quantity.best,
        high=quantity.high, modifier=quantity.modifier, unit=unit, group=group, party=party_of(scene, item, heads),
        perpetrator=doers.ids, event=event.id if event is not None else None, nature=item.nature,
        what=_what(scene, item, heads), composition_stated=stated, span=span,
    )  # fmt: skip


def _common(scene: Scene, item: Counted, token: int, span: Span, doers: Doers) -> dict[str, Any]:
    known: dict[str, Any] = {"basis": tuple(step for step in (doers.how, BASES.get(item.source)) if step)}
    known["harmed"] = item.measure in HARMED
    if item.quantity.best == 0 or _is_not_seen_again(scene, item) or _is_of_those_without(scene, item):
        known["realis"] = "happened"
    elif _is_refused(scene, item):
        known["realis"] = "negated"
    if is_superseded(scene, item):
        known["background"] = True
    elif is_risen(scene, item):
        known["background"] = False
    if _is_of_a_country(item) and scene.where(token).how in FAR:
        known["where"] = ()
    if item.source == "listed":
        known["where"] = places_listed(scene, item)
    elif item.source in ("spread", "compared", "elided") or item.until is not None:
        known |= setting_of(scene, item)
    else:
        known |= setting_of_part(scene, item)
    utterance = scene.utterance_at(item.quantity.number)
    if utterance is not None:
        known["utterance"] = utterance.id
    evidence, method = (_evidence(scene, item, span),), f"{METHOD}/{item.source}"
    return scene.common(token, evidence=evidence, confidence=CONFIDENCE[item.source], method=method, **known)


def _is_not_seen_again(scene: Scene, item: Counted) -> bool:
    """ "Have not been seen since": what is denied is what they are missing by."""
    return item.measure == "missing" and item.source == "state" and scene.status(item.head).realis == "negated"


def _is_of_those_without(scene: Scene, item: Counted) -> bool:
    """ "40 people have not eaten", "two in five have no water": so many there are to whom it did not happen."""
    clause = scene.clause(item.quantity.number) if item.measure in ("other", "in_need") else None
    without = clause is not None and scene.status(clause.predicate).realis == "negated"
    return without and clause is not None and _is_subject(scene, item.head, clause)


def _is_subject(scene: Scene, head: int, clause: Clause) -> bool:
    """Whether it is the clause's subject, or what is said of it: "half of them, 5 million people, have no water"."""
    subjects = clause.slots.get("subject", ())
    return head in subjects or (scene.grammar.deps[head] == "appos" and scene.grammar.heads[head] in subjects)


def _is_of_a_country(item: Counted) -> bool:
    """Whether there are more of them than live in a town: those told of before are not where they are."""
    quantity = item.quantity
    return not quantity.percent and (quantity.low or quantity.best or quantity.high or 0) >= MILLION


def _is_refused(scene: Scene, item: Counted) -> bool:
    """Tells whether the number itself is denied, as in "killed six civilians, not 16"."""
    first, lowers = item.quantity.first, scene.grammar.lowers
    return first > 1 and lowers[first - 1] == "not" and lowers[first - 2] in (",", "and", "but", "-", "–", "—", "(")


def _evidence(scene: Scene, item: Counted, span: Span) -> Span:
    """From the word that says what became of them to the number, where they share a sentence."""
    grammar = scene.grammar
    if item.framed is None or grammar.sentence_of[item.framed.first] != grammar.sentence_of[item.quantity.number]:
        return span
    return min(span[0], grammar.starts[item.framed.first]), max(span[1], grammar.ends[item.framed.last])


def _span(scene: Scene, item: Counted, heads: list[int]) -> Span:
    """From the bound to the noun that is counted, with what is conjoined to it when the number holds for both."""
    grammar, quantity = scene.grammar, item.quantity
    here = grammar.sentence_of[quantity.number]
    heads = heads if heads[0] > quantity.last else [item.noun, *heads]
    near = [t for t in (item.head, *heads) if grammar.sentence_of[t] == here and t - quantity.last <= LONGEST_PHRASE]
    last = max(quantity.last, *(near[:1] if quantity.single else near)) if near else quantity.last
    first = min(quantity.first, item.head) if quantity.first - item.head < LONGEST_PHRASE else quantity.first
    return grammar.span(first, last)


def _what(scene: Scene, item: Counted, heads: list[int]) -> str:
    if heads[0] == item.quantity.number or scene.grammar.tags[heads[0]] == "CD":
        return "percent" if item.quantity.percent else "people"
    return scene.grammar.words[heads[0]]
