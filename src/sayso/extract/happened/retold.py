"""A happening told again in the same report is one claim with more evidence, unless another speaker tells it or a
value differs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene
from sayso.records import Event, Figure, tidy

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
RETOLD = "from where it is told again"
WHEN_RETOLD = f"when: {RETOLD}"
ABOVE = "from the clause above"
NEAR = 3
"""Events back among which none has another doer than the noun that points back."""
REACH = 200
"""Events back that a bare noun can mean."""


def merge_retold(scene: Scene, told: Sequence[Framed], events: Sequence[Event]) -> tuple[tuple[Framed, Event], ...]:
    """Framed clauses and their events in, pairs out; a noun that points back ("the attack") joins the event that it
    means."""
    kept: list[tuple[Framed, Event]] = []
    titles: list[int] = []
    for item, event in zip(told, events, strict=True):
        if (at := _pointed_at(scene, item, event, kept)) is not None:
            kept[at] = (kept[at][0], _with_evidence(scene, kept[at][1], event))
            continue
        if (at := next((t for t in titles if _fits_closely(event, kept[t][1], item, kept[t][0])), None)) is not None:
            event = _with_evidence(scene, event, kept.pop(at)[1])
            titles = [t - (t > at) for t in titles if t != at]
        if _is_headline(scene, item):
            titles.append(len(kept))
        kept.append((item, event))
    return tuple((item, _dated_beside(scene, item, event, kept)) for item, event in kept)


def _dated_beside(scene: Scene, item: Framed, event: Event, kept: Sequence[tuple[Framed, Event]]) -> Event:
    """ "Gunmen stormed a church, killing 12": what is told in one sentence with a deed that is dated later on, and has
    no day of its own, was on that day too."""
    if event.when is not None or event.type != "ASSAULT":
        return event
    sentence = scene.grammar.sentence_of[item.clause.predicate]
    beside = (known for other, known in kept if scene.grammar.sentence_of[other.clause.predicate] == sentence)
    dated = next((known for known in beside if WHEN_RETOLD in known.basis and known.realis == event.realis), None)
    if dated is None:
        return event
    return msgspec.structs.replace(event, when=dated.when, basis=(*event.basis, WHEN_RETOLD))


def date_figures(figures: Sequence[Figure], events: Sequence[Event]) -> tuple[Figure, ...]:
    """Figures in, those without a day with that of their happening where it is dated by its retelling."""
    dated = {event.id: event for event in events if WHEN_RETOLD in event.basis}
    return tuple(_dated_as(figure, dated[figure.event]) if figure.event in dated else figure for figure in figures)


def _dated_as(figure: Figure, event: Event) -> Figure:
    """The figure on the day of its happening, where it has no day of its own words."""
    if figure.when is not None and not any(step.startswith("when:") for step in figure.basis):
        return figure
    basis = (*(step for step in figure.basis if not step.startswith("when:")), WHEN_RETOLD)
    background = figure.background or event.background
    return msgspec.structs.replace(figure, when=event.when, basis=basis, background=background)


def _with_evidence(scene: Scene, event: Event, other: Event) -> Event:
    """The event with the other's evidence, and with whom, where and when only the other names."""
    actor, recipient = event.actor or other.actor, event.recipient or other.recipient
    status = event.actor_status if event.actor or not other.actor else other.actor_status
    evidence = tidy((*event.evidence, *other.evidence))[:MOST_EVIDENCE]
    event = msgspec.structs.replace(event, evidence=evidence, actor=actor, recipient=recipient, actor_status=status)
    return _set_as(scene, event, other)


def _set_as(scene: Scene, event: Event, other: Event) -> Event:
    """ "The raid took place on Monday in Kona": where the event's own words say neither where nor when, the other's
    do."""
    undated = event.when is None or any(step.startswith("when:") for step in event.basis)
    if event.realis != other.realis or (event.background != other.background and not undated):
        return event
    for field in ("when", "where"):
        told, told_again = getattr(event, field), getattr(other, field)
        borrowed = [step for step in event.basis if step.startswith(f"{field}:")]
        site = field == "where" and scene.setting.nesting.are_common(event.where)
        if told_again and _is_own(other, field) and (borrowed or not told or site):
            value = tuple(dict.fromkeys((*told, *told_again))) if site else told_again
            basis = (*(step for step in event.basis if step not in borrowed), f"{field}: {RETOLD}")
            event = msgspec.structs.replace(event, basis=basis, **{field: value})
            if field == "when":
                event = msgspec.structs.replace(event, background=other.background)
    return event


def _is_own(event: Event, field: str) -> bool:
    """Whether the noun's own words or those of its verb ("took place") say it."""
    return all(step.endswith(ABOVE) for step in event.basis if step.startswith(f"{field}:"))


def contested(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those whose actor denies them in the same report marked as contested."""
    denials = [event for event in events if event.actor_status == "denied"]
    return tuple(_contested(event, denials) for event in events)


def _contested(event: Event, denials: Sequence[Event]) -> Event:
    if event.actor_status not in ("stated", "suspected") or event.realis == "negated":
        return event
    denied = any(
        denial.type == event.type and set(denial.actor) & set(event.actor) and _is_the_denied(denial, event)
        for denial in denials
    )
    return msgspec.structs.replace(event, actor_status="contested") if denied else event


def _is_the_denied(denial: Event, event: Event) -> bool:
    """ "Denied targeting civilians": what was done to nobody who is named is that only where it is set there, too."""
    if denial.recipient and not event.recipient:
        return bool(set(denial.where) & set(event.where)) and not event.background
    return _agree(denial.recipient, event.recipient)


def _pointed_at(scene: Scene, item: Framed, event: Event, kept: Sequence[tuple[Framed, Event]]) -> int | None:
    """The earlier event, the last one first, that a noun such as "the attack" means."""
    if not _points_back(scene, item):
        return None
    latest = range(len(kept) - 1, max(-1, len(kept) - 1 - REACH), -1)
    same = [at for at in latest if _same_kind(item, kept[at][0])]
    if event.actor and any(not _agree(event.actor, kept[at][1].actor) for at in same[:NEAR]):
        return None
    return next((at for at in same if _fits(event, kept[at][1])), None)


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
    same = item.frame.type == other.frame.type and event.utterance == known.utterance and not event.background
    return (
        same
        and _same_kind(item, other)
        and _fits(event, known)
        and (bool(set(event.actor) & set(known.actor)) or bool(set(event.recipient) & set(known.recipient)))
    )
