"""Browse incidents by day: a page of them, the newest day first, and how many there are in all."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Engine, Select, func, literal, or_, select, tuple_

from sayso.ledger.dialects import match_words
from sayso.ledger.incidents import stands_now
from sayso.ledger.query import AllOf, Node, Term, parse_query
from sayso.ledger.tables import change, decision, entry, incident, report, told
from sayso.ledger.words import words_of, words_of_field
from sayso.records import Incident

MOST = 200
BY_DAY = (incident.c.day, incident.c.id)
"""As an index has them, so that a page is read off it from where it begins. What has no day comes last."""


LAST = (entry.c.number, decision.c.number, change.c.number)


class Cursor(NamedTuple):
    """Where a page ended: the day and the id of its last incident."""

    day: str
    id: str


class Browsed(msgspec.Struct, frozen=True, kw_only=True):
    """What is browsed for; what is left out is not asked.

    start, end: ISO dates, inclusive, that an incident's days must touch. place: a name that one of its places, or an
    area around it, has. party: a name of a party to it. words: a query as the search takes it. changed_since: a moment
    (UTC, ISO 8601) at which, or after which, a change of it was noted.
    """

    start: str | None = None
    end: str | None = None
    place: str | None = None
    party: str | None = None
    words: str | None = None
    changed_since: str | None = None


class Mark(NamedTuple):
    """How far a ledger has come: the last entry of its index, decision and change. Equal marks, equal pages."""

    entry: int
    decision: int
    change: int


def ledger_mark(engine: Engine) -> Mark:
    """A ledger in, how far it has come out."""
    with engine.connect() as connection:
        last = [connection.execute(select(func.max(each))).scalar() for each in LAST]
    return Mark(*(number or 0 for number in last))


def newest_day(engine: Engine) -> str | None:
    """The last day on which a report of the ledger was published; None where no report has one."""
    with engine.connect() as connection:
        return connection.execute(select(func.max(report.c.published_start))).scalar()


def browse_incidents(
    engine: Engine, wanted: Browsed, *, most: int = MOST, after: Cursor | None = None
) -> tuple[Incident, ...]:
    """What is wanted in, its incidents out, the newest day first. Raises QueryError.

    after: the end of the page before.
    """
    with engine.connect() as connection:
        found = _wanted(connection, wanted, incident.c.body)
        if after:
            found = found.where(tuple_(*BY_DAY) < tuple_(*map(literal, after)))
        rows = connection.execute(found.order_by(*(each.desc() for each in BY_DAY)).limit(most)).scalars()
        return tuple(msgspec.json.decode(body, type=Incident) for body in rows)


def count_incidents(engine: Engine, wanted: Browsed) -> int:
    """How many incidents answer to what is wanted. Raises QueryError."""
    with engine.connect() as connection:
        return connection.execute(_wanted(connection, wanted, func.count())).scalar_one()


def cursor_of(last: Incident) -> Cursor:
    """The end of a page that ends with this incident."""
    return Cursor(last.when.start or "", last.id)


def _wanted(connection: Connection, wanted: Browsed, column: Any) -> Select[Any]:
    found = select(column).select_from(incident).where(stands_now())
    if wanted.start:
        found = found.where(or_(incident.c.day_end >= wanted.start, incident.c.day_end.is_(None)))
    if wanted.end:
        found = found.where(incident.c.day <= wanted.end)
    if wanted.start or wanted.end:
        found = found.where(or_(incident.c.day_start.is_not(None), incident.c.day_end.is_not(None)))
    if wanted.changed_since:
        since = select(told.c.target).join(change, change.c.number == told.c.number)
        found = found.where(incident.c.key.in_(since.where(change.c.at >= wanted.changed_since)))
    if (tree := _tree(wanted)) is None:
        return found
    matched = match_words(connection, tree)
    return found.where(incident.c.entry.in_(select(matched.c.number)))


def _tree(wanted: Browsed) -> Node | None:
    """The words that an incident must be found by."""
    parts: list[Node] = []
    if wanted.place and (words := tuple(words_of_field("place", [wanted.place]))[:-1]):
        parts.append(Term(words))
    if wanted.party and (words := tuple(words_of(wanted.party))):
        parts.append(Term(words))
    if wanted.words and (tree := parse_query(wanted.words).tree):
        parts.append(tree)
    return AllOf((*parts, _INCIDENT)) if parts else None


_INCIDENT = Term(tuple(words_of_field("kind", ["incident"]))[:-1])
