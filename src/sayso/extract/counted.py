"""How many: quantities in, figures out, each with what it counts, whose people, killed by whom, in which happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sayso.codebook import load_codebook
from sayso.extract.counted_draft import Counted
from sayso.extract.counted_measure import Counter
from sayso.extract.counted_nouns import chain
from sayso.extract.counted_once import told_once
from sayso.extract.counted_parts import Parts, carry_bounds
from sayso.extract.counted_who import group_of, heads_of, party_of, perpetrators, unit_of
from sayso.extract.framing import Framed
from sayso.extract.quantities import Quantity
from sayso.extract.scene import Scene
from sayso.parse import Clause
from sayso.records import Event, Figure, Span
from sayso.records.claims import Nature

METHOD = "counted"
CONFIDENCE = {
    "frame": 0.85,
    "words": 0.8,
    "state": 0.75,
    "toll": 0.8,
    "noun": 0.75,
    "present": 0.65,
    "part": 0.7,
    "other": 0.5,
}
STOCKS = frozenset(("fighters_present", "civilians_present", "in_need", "trapped", "area_controlled"))
LONGEST_PHRASE = 14
LONG_LINKS = frozenset(("in", "during", "of", "throughout", "since", "from", "over", "into"))
EARLIER_CLIMB = 3
LONG_TIMES = frozenset(("month", "year", "decade"))


def find_figures(
    scene: Scene, framed: Sequence[Framed], quantities: Sequence[Quantity], events: dict[int, Event]
) -> tuple[Figure, ...]:
    """Quantities in, figures out. `events`: predicate token -> the event claim that was made of it."""
    by_predicate = {item.clause.predicate: item for item in framed}
    counted = _counted(scene, framed, carry_bounds(scene, quantities))
    return told_once(scene, [_figure(scene, item, events, by_predicate) for item in counted])


def _counted(scene: Scene, framed: Sequence[Framed], quantities: Sequence[Quantity]) -> list[Counted]:
    counter = Counter(scene, framed)
    drafts = [counter.count(quantity) for quantity in quantities]
    parts = Parts(scene, [draft for draft in drafts if draft is not None])
    pairs = zip(quantities, drafts, strict=True)
    found = (draft or parts.part(quantity) or counter.other(quantity) for quantity, draft in pairs)
    return [item for item in found if item is not None]


def _figure(scene: Scene, item: Counted, events: dict[int, Event], by_predicate: dict[int, Framed]) -> Figure:
    quantity, heads, unit = item.quantity, heads_of(scene, item), unit_of(scene, item)
    token = item.framed.clause.predicate if item.framed is not None else item.head
    group, stated = group_of(scene, item, heads, unit)
    event = events.get(token)
    span = _span(scene, item, heads)
    return Figure(
        **_common(scene, item, token, span), measure=item.measure, low=quantity.low, best=quantity.best, high=quantity.high,
        modifier=quantity.modifier, unit=unit, group=group, party=party_of(scene, item, heads),
        perpetrator=perpetrators(scene, item, by_predicate), event=event.id if event is not None else None,
        nature=_nature(scene, item, token), what=_what(scene, item, heads), composition_stated=stated, span=span,
    )  # fmt: skip


def _common(scene: Scene, item: Counted, token: int, span: Span) -> dict[str, Any]:
    known: dict[str, Any] = {"realis": "happened"} if item.quantity.best == 0 else {}
    if _is_superseded(scene, item):
        known["background"] = True
    utterance = scene.utterance_at(scene.grammar.span(item.quantity.number, item.quantity.number))
    if utterance is not None:
        known["utterance"] = utterance.id
    return scene.common(
        token,
        evidence=(_evidence(scene, item, span),),
        confidence=CONFIDENCE[item.source],
        method=f"{METHOD}/{item.source}",
        **known,
    )


def _is_superseded(scene: Scene, item: Counted) -> bool:
    """Whether it is told as an earlier count: "initially reported", "had earlier put it at 14"."""
    grammar, words = scene.grammar, load_codebook().measures.earlier
    clause = scene.clause(item.quantity.number)
    for _ in range(EARLIER_CLIMB):
        if clause is None:
            return False
        if any(grammar.lowers[child] in words for child in _around(scene, clause)):
            return True
        clause = scene.clause(clause.governor) if clause.governor is not None else None
    return False


def _around(scene: Scene, clause: Clause) -> Iterator[int]:
    """The words on a verb and on its subject."""
    children = scene.grammar.children
    yield from children[clause.verb]
    for subject in clause.slots.get("subject", ()):
        yield from children[subject]


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
    near = [t for t in (item.head, *heads) if grammar.sentence_of[t] == here and t - quantity.last <= LONGEST_PHRASE]
    last = max(quantity.last, *(near[:1] if quantity.single else near)) if near else quantity.last
    first = min(quantity.first, item.head) if quantity.first - item.head < LONGEST_PHRASE else quantity.first
    return grammar.span(first, last)


def _what(scene: Scene, item: Counted, heads: list[int]) -> str:
    if heads[0] == item.quantity.number or scene.grammar.tags[heads[0]] == "CD":
        return "percent" if item.quantity.percent else "people"
    return scene.grammar.words[heads[0]]


# -- one event or a sum ------------------------------------------------------------------------------------------------
def _nature(scene: Scene, item: Counted, token: int) -> Nature:
    if item.quantity.percent:
        return "rate"
    if item.measure in STOCKS or (item.source == "present" and item.measure == "displaced"):
        return "stock"
    first, after = scene.grammar.sentences[scene.grammar.sentence_of[item.quantity.number]]
    text = f" {scene.reading.text[scene.grammar.starts[first] : scene.grammar.ends[after - 1]].lower()} "
    words = load_codebook().measures
    if any(f" {word} " in text for word in words.flow):
        return "rate"
    if any(f" {word} " in text for word in words.cumulative) or any(_over_time(scene, first, after)):
        return "cumulative"
    if any(scene.grammar.lemmas[t] in words.lists for t in chain(scene.reading, item.head)):
        return "cumulative"
    return "event_count"


@cache
def _long() -> frozenset[str]:
    return frozenset(load_codebook().measures.long)


def _over_time(scene: Scene, first: int, after: int) -> Iterator[bool]:
    """ "Since March 2011", "in the conflict": words of the sentence that make its numbers sums over time."""
    grammar, since = scene.grammar, load_codebook().measures.since
    for token in range(first, after):
        if grammar.lowers[token] in since:
            yield True
        elif grammar.lemmas[token] in _long():
            yield grammar.deps[token] == "nsubj" or grammar.lowers[grammar.heads[token]] in LONG_LINKS
        elif grammar.lemmas[token] in LONG_TIMES:
            yield any(grammar.lowers[child] in ("past", "last") for child in grammar.children[token])
