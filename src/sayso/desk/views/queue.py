"""The queue: incidents that wait for somebody, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Engine

from sayso.codebook import load_states
from sayso.desk.views.rows import Row, row_of
from sayso.ledger import Browsed, browse_incidents
from sayso.review import DecidedGroup, Docket, Wanted, answers_to

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


def view_queue(engine: Engine, docket: Docket, asked: Asked) -> Queue:
    """A ledger, its docket and what is asked in, the queue out."""
    wanted = Wanted(
        state=asked.state or None,
        assignee=asked.assignee or None,
        changed=asked.changed,
        rivals=asked.rivals,
        one_source=asked.one_source,
        below=asked.below,
    )
    rows = []
    for group in _candidates(engine, docket, only_marked=_needs_mark(asked)):
        if answers_to(docket, group, wanted):
            rows.append(row_of(docket.review(group)))
        if len(rows) > ROWS:
            break
    return Queue(rows=tuple(rows[:ROWS]), more=len(rows) > ROWS)


def _needs_mark(asked: Asked) -> bool:
    """Whether only incidents on which somebody decided can answer."""
    return bool(asked.changed or asked.assignee or asked.state not in ("", STATES[0]))


def _candidates(engine: Engine, docket: Docket, *, only_marked: bool) -> Iterator[DecidedGroup]:
    marked = [group for group in docket.regrouped.groups if group.marks or group.formed_by]
    newest = [] if only_marked else browse_incidents(engine, Browsed(), most=LOOKED_AT)
    yield from _once([*marked, *(docket.find(each.id) for each in newest)])


def _once(groups: Iterable[DecidedGroup]) -> Iterable[DecidedGroup]:
    return {id(group): group for group in groups}.values()
