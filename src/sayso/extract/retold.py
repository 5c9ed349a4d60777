"""A happening told again in the same report is one claim with more evidence, unless another speaker tells it or a
value differs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.extract.framing import Framed
from sayso.extract.scene import Scene
from sayso.records import Event, tidy

REFERRING = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
SET_APART = frozenset(
    (
        "another",
        "other",
        "second",
        "third",
        "new",
        "separate",
        "previous",
        "earlier",
        "further",
        "more",
        "latest",
        "next",
    )
)
MOST_EVIDENCE = 12
REACH = 200
"""Events back that a bare noun can mean."""


def merge_retold(scene: Scene, told: Sequence[Framed], events: Sequence[Event]) -> tuple[tuple[Framed, Event], ...]:
    """Framed clauses and their events in, pairs out; a noun that points back ("the attack") joins the event that it
    means."""
    kept: list[tuple[Framed, Event]] = []
    titles: list[int] = []
    for item, event in zip(told, events, strict=True):
        if (at := _pointed_at(scene, item, event, kept)) is not None:
            kept[at] = (kept[at][0], _with_evidence(kept[at][1], event))
            continue
        if (at := next((t for t in titles if _fits_closely(event, kept[t][1], item, kept[t][0])), None)) is not None:
            event = _with_evidence(event, kept.pop(at)[1])
            titles = [t - (t > at) for t in titles if t != at]
        if _is_headline(scene, item):
            titles.append(len(kept))
        kept.append((item, event))
    return tuple(kept)


def _with_evidence(event: Event, other: Event) -> Event:
    """The event with the other's evidence, and with whom only the other names."""
    actor, recipient = event.actor or other.actor, event.recipient or other.recipient
    status = event.actor_status if event.actor or not other.actor else other.actor_status
    evidence = tidy((*event.evidence, *other.evidence))[:MOST_EVIDENCE]
    return msgspec.structs.replace(event, evidence=evidence, actor=actor, recipient=recipient, actor_status=status)


def contested(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those whose actor denies them in the same report marked as contested."""
    denials = [event for event in events if event.actor_status == "denied"]
    return tuple(_contested(event, denials) for event in events)


def _contested(event: Event, denials: Sequence[Event]) -> Event:
    if event.actor_status not in ("stated", "suspected") or event.realis == "negated":
        return event
    denied = any(
        denial.type == event.type and set(denial.actor) & set(event.actor) and _agree(denial.recipient, event.recipient)
        for denial in denials
    )
    return msgspec.structs.replace(event, actor_status="contested") if denied else event


def _pointed_at(scene: Scene, item: Framed, event: Event, kept: Sequence[tuple[Framed, Event]]) -> int | None:
    """The earlier event, the last one first, that a noun such as "the attack" means."""
    if not _points_back(scene, item):
        return None
    latest = range(len(kept) - 1, max(-1, len(kept) - 1 - REACH), -1)
    return next((at for at in latest if _same_kind(item, kept[at][0]) and _fits(event, kept[at][1])), None)


def _points_back(scene: Scene, item: Framed) -> bool:
    """A bare noun behind "the" or "their" that names nobody, brings no number and nothing that sets it apart."""
    grammar, token = scene.grammar, item.clause.predicate
    names_somebody = bool(item.actors or item.recipients) and item.light is None
    if item.clause.kind != "nominal" or item.grounds or names_somebody or not item.clause.slots.keys() <= {"modifier"}:
        return False
    before = [grammar.lowers[c] for c in grammar.children[token] if c < token]
    return (
        any(w in REFERRING for w in before)
        and not any(w in SET_APART for w in before)
        and not any(grammar.deps[c] == "nummod" for c in grammar.children[token])
    )


def _same_kind(item: Framed, other: Framed) -> bool:
    return item.frame.type == other.frame.type and (
        item.frame.mode in (None, other.frame.mode) or other.frame.mode is None
    )


def _fits(event: Event, known: Event) -> bool:
    """Nothing that the two say of who, where, when and whether can't both hold."""
    if event.realis != known.realis and "happened" not in (event.realis, known.realis):
        return False
    return all(_agree(one, other) for one, other in ((event.actor, known.actor), (event.recipient, known.recipient)))


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _is_headline(scene: Scene, item: Framed) -> bool:
    return scene.reading.block_kind(item.clause.predicate) == "headline"


def _fits_closely(event: Event, known: Event, item: Framed, other: Framed) -> bool:
    """What a headline tells in its own words the body tells again: same kind, and somebody in common."""
    same = item.frame.type == other.frame.type and event.utterance == known.utterance
    return (
        same
        and _fits(event, known)
        and (bool(set(event.actor) & set(known.actor)) or bool(set(event.recipient) & set(known.recipient)))
    )
