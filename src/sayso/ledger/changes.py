"""What was told of incidents, one change after the other: rows that are only added, each naming the one it replaces.

What an incident is, the ledger does not know: it keeps what was told, and under which change each id and each group of
tellings was told last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Engine, Select, delete, func, insert, select

from sayso.ledger.decisions import newest_decision
from sayso.ledger.generations import newest_generation
from sayso.ledger.incidents import stands_now
from sayso.ledger.rows import portions
from sayso.ledger.tables import change, incident, telling, told, told_up_to

KEYS_AT_ONCE = 1_000
LATE = "9999"
"""Where a day is not known: behind all others."""
ChangeKind = Literal["new", "update", "correction", "cancel"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change: its number, when it was noted (UTC), of which incident, by its id then, what is known now.

    replaces: the number of the change that said so before, null where nothing was said; into: of a cancelled incident
    the id of the one in which its reports stand now, null where there is none; reviewed: whether a person has found
    right what it says; body: what is told, as JSON.
    """

    number: int
    at: str
    kind: ChangeKind
    incident: str
    replaces: int | None = None
    into: str | None = None
    reviewed: bool = False
    body: Any = None


class ToldUpTo(msgspec.Struct, frozen=True, kw_only=True):
    """How far the changes have come: all is told of the generation's incidents up to that entry, and of the decisions
    up to that number."""

    generation: int
    entry: int
    decision: int


class ToldBefore(msgspec.Struct, frozen=True, kw_only=True):
    """That an id was told under a change, and the report of the telling that the id is named after."""

    id: str
    number: int
    report: str


# -- to read ------------------------------------------------------------------------------------------------------
def load_changes(
    engine: Engine, *, after: int = 0, most: int = 100, incident: str | None = None, since: str | None = None
) -> list[Change]:
    """The changes behind a number, in order, so many at most.

    incident: those noted under this id only; since: those noted at this moment (UTC, ISO 8601) or later.
    """
    wanted = select(change).where(change.c.number > after).order_by(change.c.number).limit(most)
    if incident is not None:
        wanted = wanted.where(change.c.incident == incident)
    if since is not None:
        wanted = wanted.where(change.c.at >= since)
    with engine.connect() as connection:
        return _changes(connection, wanted)


def newest_change(engine: Engine) -> Change | None:
    """The last one; None where nothing was told yet."""
    with engine.connect() as connection:
        return next(iter(_changes(connection, select(change).order_by(change.c.number.desc()).limit(1))), None)


def cancelled_since(engine: Engine, since: str) -> list[Change]:
    """The incidents that are no more, by the changes that say so, noted at this moment (UTC, ISO 8601) or later."""
    later = change.alias()
    again = select(later.c.number).where(later.c.incident == change.c.incident, later.c.number > change.c.number)
    gone = select(change).where(change.c.at >= since, change.c.kind == "cancel", ~again.exists())
    with engine.connect() as connection:
        return _changes(connection, gone.order_by(change.c.number))


def find_changes(connection: Connection, numbers: Iterable[int]) -> dict[int, Change]:
    """Changes by their numbers."""
    some = select(change).where(change.c.number.in_(sorted(numbers)))
    return {each.number: each for each in _changes(connection, some)}


def last_change_of(connection: Connection, incident: str) -> Change | None:
    """The last change that was noted under an id."""
    wanted = select(change).where(change.c.incident == incident).order_by(change.c.number.desc()).limit(1)
    return next(iter(_changes(connection, wanted)), None)


# -- to note ------------------------------------------------------------------------------------------------------
def append_change(connection: Connection, said: Change, targets: Sequence[str]) -> Change:
    """A change in, out with its number and its moment. targets: the ids and groups that it speaks for from now on,
    instead of what the change that it replaces spoke for."""
    number = (connection.execute(select(func.max(change.c.number))).scalar() or 0) + 1
    noted = msgspec.structs.replace(said, number=number, at=datetime.now(UTC).isoformat(timespec="microseconds"))
    body = msgspec.json.encode(said.body, order="sorted").decode()
    connection.execute(insert(change), msgspec.structs.asdict(noted) | {"body": body})
    note_told(connection, number, targets, instead_of=said.replaces)
    return noted


def note_told(connection: Connection, number: int, targets: Sequence[str], *, instead_of: int | None) -> None:
    """From now on a change speaks for these ids and groups. instead_of: the change that does so no more."""
    connection.execute(delete(told).where(told.c.number == instead_of))
    for some in portions(dict.fromkeys(targets), KEYS_AT_ONCE):
        connection.execute(delete(told).where(told.c.target.in_(some)))
        connection.execute(insert(told), [{"target": each, "number": number} for each in some])


def told_of_reports(connection: Connection, reports: Iterable[str]) -> list[ToldBefore]:
    """Ids of reports in; what was told last under an id that any telling of theirs ever founded, out."""
    wanted = select(telling.c.incident, telling.c.report_id, told.c.number).join(
        told, told.c.target == telling.c.incident
    )
    found: set[tuple[str, int, str]] = set()
    for some in portions(reports, KEYS_AT_ONCE):
        rows = connection.execute(wanted.where(telling.c.report_id.in_(some)))
        found |= {(row.incident, row.number, row.report_id) for row in rows}
    return [ToldBefore(id=id, number=number, report=report) for id, number, report in sorted(found)]


# -- how far it has come ------------------------------------------------------------------------------------------
def told_up_to_now(connection: Connection) -> ToldUpTo | None:
    """How far the changes have come; None where there are none yet."""
    row = connection.execute(select(told_up_to)).mappings().first()
    return ToldUpTo(**row) if row else None


def up_to_now(connection: Connection) -> ToldUpTo | None:
    """How far they could come; None where there are no incidents yet."""
    newest = newest_generation(connection, complete=True)
    if newest is None:
        return None
    entry = connection.execute(select(func.max(incident.c.entry))).scalar() or 0
    return ToldUpTo(generation=newest.number, entry=entry, decision=newest_decision(connection))


def note_told_up_to(connection: Connection, reached: ToldUpTo) -> None:
    """Notes how far they have come."""
    connection.execute(delete(told_up_to))
    connection.execute(insert(told_up_to), msgspec.structs.asdict(reached))


def groups_by_day(connection: Connection, *, after: int = 0, of: Collection[str] | None = None) -> list[str]:
    """The keys of the groups that stand now, by the day of their incident, then by its id.

    after: those made behind this entry only; of: of these only.
    """
    rows = select(incident.c.key, incident.c.day_start, incident.c.id).where(stands_now(), incident.c.entry > after)
    if of is None:
        found = list(connection.execute(rows))
    else:
        found = [
            row
            for some in portions(of, KEYS_AT_ONCE)
            for row in connection.execute(rows.where(incident.c.key.in_(some)))
        ]
    return [row.key for row in sorted(found, key=lambda row: (row.day_start or LATE, row.id))]


def all_told(connection: Connection) -> dict[str, int]:
    """Every id and every group that was told -> the number of the change that speaks for it."""
    return dict(connection.execute(select(told.c.target, told.c.number)).all())


def _changes(connection: Connection, wanted: Select[Any]) -> list[Change]:
    rows = connection.execute(wanted).mappings()
    return [Change(**{**row, "body": msgspec.json.decode(row["body"])}) for row in rows]
