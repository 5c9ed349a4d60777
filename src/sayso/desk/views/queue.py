"""The queue: incidents that wait for somebody, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
from sqlalchemy import Engine

from sayso.codebook import load_states
from sayso.desk.views.rows import Row, rows_seen
from sayso.ledger import Browsed, Decided, browse_incidents, cursor_of
from sayso.review import (
    ReviewedIncident,
    Wanted,
    Withheld,
    answers_to,
    ids_decided_on,
    load_docket_of,
    review_browsed,
    those_below,
)

ROWS = 100
LOOKED_AT = 2_000
"""Incidents, the newest first, that are looked at for what is asked; what people decided on is looked at always."""
STATES = tuple(state.name for state in load_states().states)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the queue is asked for; what is left out is not asked. below: 0 to 1."""

    state: str = ""
    assignee: str = ""
    changed: bool = False
    rivals: bool = False
    one_source: bool = False
    below: float | None = None


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What waits. more: whether there is more than is shown."""

    rows: tuple[Row, ...]
    more: bool
    states: tuple[str, ...] = STATES


def view_queue(engine: Engine, log: Sequence[Decided], asked: Asked, withheld: Withheld) -> Queue:
    """A ledger, its log of decisions, what is asked, and what whoever asks may not see, in; the queue out."""
    wanted = Wanted(
        state=asked.state or None,
        assignee=asked.assignee or None,
        changed=asked.changed,
        rivals=asked.rivals,
        one_source=asked.one_source,
        below=asked.below,
    )
    found = (each for each in _candidates(engine, log, only_marked=_needs_mark(asked)) if answers_to(each, wanted))
    sure = found if asked.below is None else _less_sure(engine, found, asked.below)
    open_to = (each for each in sure if not withheld.hides(each.incident))
    rows = tuple(rows_seen(engine, islice(open_to, ROWS + 1), withheld))
    return Queue(rows=rows[:ROWS], more=len(rows) > ROWS)


def _needs_mark(asked: Asked) -> bool:
    """Whether only incidents on which somebody decided can answer."""
    return bool(asked.changed or asked.assignee or asked.state not in ("", STATES[0]))


def _candidates(engine: Engine, log: Sequence[Decided], *, only_marked: bool) -> Iterator[ReviewedIncident]:
    """What people decided on, then the newest, each once."""
    marked = load_docket_of(engine, sorted(ids_decided_on(log))).incidents()
    yield from marked
    seen = {each.incident.id for each in marked}
    for each in () if only_marked else _newest(engine, log):
        if each.incident.id not in seen:
            seen.add(each.incident.id)
            yield each


def _newest(engine: Engine, log: Sequence[Decided]) -> Iterator[ReviewedIncident]:
    """The newest incidents, a page after the other, as far as somebody looks."""
    after = None
    for _ in range(LOOKED_AT // ROWS):
        if not (page := browse_incidents(engine, Browsed(), most=ROWS, after=after)):
            return
        yield from review_browsed(engine, page, log)
        after = cursor_of(page[-1])


def _less_sure(engine: Engine, found: Iterator[ReviewedIncident], share: float) -> Iterator[ReviewedIncident]:
    """Those that count on a claim less sure than this."""
    while some := list(islice(found, ROWS)):
        yield from those_below(engine, some, share)
