"""A happening told again in the same report is one claim with more evidence, unless another speaker tells it or a value differs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.extract.framing import Framed
from sayso.extract.scene import Scene
from sayso.records import Event, tidy

REFERRING = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
SET_APART = frozenset(("another", "other", "second", "third", "new", "separate", "previous", "earlier", "further", "more", "latest", "next"))
MOST_EVIDENCE = 12


def merge_retold(scene: Scene, told: Sequence[Framed], events: Sequence[Event]) -> tuple[tuple[Framed, Event], ...]:
    """Framed clauses and their events in, pairs out; a noun that points back ("the attack") joins the event that it means."""
    kept: list[tuple[Framed, Event]] = []
    for item, event in zip(told, events, strict=True):
        at = _meant(scene, item, event, kept)
        if at is None:
            kept.append((item, event))
        else:
            first, known = kept[at]
            kept[at] = (first, msgspec.structs.replace(known, evidence=tidy((*known.evidence, *event.evidence))[:MOST_EVIDENCE]))
    return tuple(kept)


def _meant(scene: Scene, item: Framed, event: Event, kept: Sequence[tuple[Framed, Event]]) -> int | None:
    in_headline = None
    for at in range(len(kept) - 1, -1, -1):
        other, known = kept[at]
        if _points_back(scene, item) and _same_kind(item, other) and _fits(event, known):
            return at
        if in_headline is None and _is_headline(scene, other) and _fits_closely(event, known, item, other):
            in_headline = at
    return in_headline


def _points_back(scene: Scene, item: Framed) -> bool:
    """A bare noun behind "the" or "their" that brings no number and nothing that sets it apart."""
    grammar, token = scene.grammar, item.clause.predicate
    if item.clause.kind != "nominal":
        return False
    before = [grammar.lowers[c] for c in grammar.children[token] if c < token]
    return any(w in REFERRING for w in before) and not any(w in SET_APART for w in before) and not any(
        grammar.deps[c] == "nummod" for c in grammar.children[token]
    )


def _same_kind(item: Framed, other: Framed) -> bool:
    return item.frame.type == other.frame.type and (item.frame.mode in (None, other.frame.mode) or other.frame.mode is None)


def _fits(event: Event, known: Event) -> bool:
    """Nothing that the two say of who, where, when and whether can't both hold."""
    if event.realis != known.realis and "happened" not in (event.realis, known.realis):
        return False
    return all(_agree(one, other) for one, other in ((event.actor, known.actor), (event.recipient, known.recipient)))


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _is_headline(scene: Scene, item: Framed) -> bool:
    return scene.reading.block_kind(item.clause.predicate) in ("headline", "caption")


def _fits_closely(event: Event, known: Event, item: Framed, other: Framed) -> bool:
    """What a headline tells in its own words the body tells again: same kind, and somebody in common."""
    same = item.frame.type == other.frame.type and event.utterance == known.utterance
    return same and _fits(event, known) and (bool(set(event.actor) & set(known.actor)) or bool(set(event.recipient) & set(known.recipient)))
