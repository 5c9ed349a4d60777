"""What passes tell of happenings, kept as they are compared: made of the harvests, and made anew with them.

What a telling is, the ledger does not know: it keeps its name, the id of the incident that it founds, and its body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, select, update

from sayso.ledger.load import latest_passes, load_passes
from sayso.ledger.rows import portions
from sayso.ledger.tables import generation, harvest, telling, untold
from sayso.records import Record

STALE = ""
"""The method of a generation that has to be made anew: something that it was made of was read again."""


class KeptTelling(msgspec.Struct, frozen=True, kw_only=True):
    """One telling: its key, the id of the incident that it founds, the report that it stands in, and its body."""

    key: str
    incident: str
    report: str
    body: bytes
    number: int = 0


def waiting_passes(engine: Engine) -> list[str]:
    """The keys of the passes that came since the newest generation began and that nobody has told yet, in the order of
    reading."""
    wanted = select(harvest.c.key).join_from(untold, harvest, untold.c["pass"] == harvest.c.key)
    with engine.connect() as connection:
        return list(connection.execute(wanted.order_by(harvest.c.recorded_at, harvest.c.key)).scalars())


def wait_no_more(connection: Connection, method: str, passes: Sequence[str] | None = None) -> None:
    """What this method, which counts, has told of these passes, or of all, waits no more."""
    told = select(telling.c.number).where(telling.c["pass"] == untold.c["pass"], telling.c.method == method).exists()
    gone = delete(untold).where(told)
    connection.execute(gone if passes is None else gone.where(untold.c["pass"].in_(passes)))


def untold_passes(engine: Engine, method: str) -> list[str]:
    """The keys of all passes that were read and that nothing by this method is kept of, in the order of reading."""
    wanted = select(harvest.c.key).where(~_is_told(method), harvest.c.was_read)
    with engine.connect() as connection:
        return list(connection.execute(wanted.order_by(harvest.c.recorded_at, harvest.c.key)).scalars())


def still_untold(connection: Connection, passes: Sequence[str], method: str) -> list[str]:
    """Those of these passes that nobody has told by this method meanwhile."""
    left = connection.execute(select(harvest.c.key).where(harvest.c.key.in_(passes), ~_is_told(method))).scalars()
    return sorted(left, key=passes.index)


def _is_told(method: str) -> Any:
    return select(telling.c.number).where(telling.c["pass"] == harvest.c.key, telling.c.method == method).exists()


def load_untold(connection: Connection, passes: Sequence[str], method: str) -> Iterator[tuple[str, Record]]:
    """Those of these passes that are the latest of their report, with their records; the others are marked as done."""
    wanted = select(harvest.c.key, harvest.c.report_id).where(harvest.c.key.in_(passes))
    reports = dict(connection.execute(wanted).all())
    latest = latest_passes(connection, [*reports.values()])
    for key in passes:
        if key not in latest:
            append_tellings(connection, key, reports[key], method, ())
    for key, _, record in load_passes(connection, [key for key in passes if key in latest]):
        _put_aside(connection, record.report.id)
        yield key, record


def _put_aside(connection: Connection, report: str) -> None:
    """What an earlier pass of a report told does not count any more; nor do the groups in which it stands."""
    earlier = telling.c.report_id == report, telling.c.body.is_not(None)
    if connection.execute(update(telling).where(*earlier).values(body=None)).rowcount:
        connection.execute(update(generation).values(method=STALE))


def append_tellings(connection: Connection, pass_: str, report: str, method: str, kept: Iterable[KeptTelling]) -> None:
    """What a pass tells, in order; that it tells nothing is kept as well."""
    shared = {"method": method, "pass": pass_, "report_id": report}
    rows = [{**shared, "key": each.key, "incident": each.incident, "body": each.body} for each in kept]
    connection.execute(insert(telling), rows or [{**shared, "key": None, "incident": None, "body": None}])


def load_tellings(connection: Connection, method: str, *, after: int, most: int) -> list[KeptTelling]:
    """What is kept, in the order in which it was, from behind a number on."""
    wanted = _kept().where(telling.c.number > after, telling.c.method == method).order_by(telling.c.number).limit(most)
    return [_telling(row) for row in connection.execute(wanted)]


def find_tellings(connection: Connection, keys: Sequence[str]) -> dict[str, KeptTelling]:
    """Tellings by their keys."""
    return {row.key: _telling(row) for row in connection.execute(_kept().where(telling.c.key.in_(keys)))}


def name_tellings(connection: Connection, method: str, keys: Sequence[str] | None = None) -> dict[str, tuple[str, str]]:
    """All tellings that count, or those of these keys: key -> the id of the incident that it founds, and the report
    that it stands in."""
    wanted = select(telling.c.key, telling.c.incident, telling.c.report_id, telling.c.method)
    wanted = wanted.where(telling.c.body.is_not(None))
    if keys is None:
        portioned = [wanted.where(telling.c.method == method)]
    else:  # without the method, by which SQLite would go through all that are of it
        portioned = [wanted.where(telling.c.key.in_(some)) for some in portions(keys, 1_000)]
    rows = (row for each in portioned for row in connection.execute(each))
    return {row.key: (row.incident, row.report_id) for row in rows if row.method == method}


def tellings_named(connection: Connection, incidents: Iterable[str]) -> dict[str, str]:
    """Ids of incidents in, each with the telling that it is named after, where that counts, out."""
    wanted = select(telling.c.incident, telling.c.key).where(telling.c.body.is_not(None))
    some = (wanted.where(telling.c.incident.in_(each)) for each in portions(incidents, 1_000))
    return {row.incident: row.key for each in some for row in connection.execute(each)}


def tellings_of_reports(connection: Connection, reports: Iterable[str]) -> list[str]:
    """Ids of reports in, the keys of the tellings of theirs that count out."""
    wanted = select(telling.c.key).where(telling.c.body.is_not(None)).order_by(telling.c.number)
    some = (wanted.where(telling.c.report_id.in_(each)) for each in portions(reports, 1_000))
    return [key for each in some for key in connection.execute(each).scalars()]


def count_tellings(connection: Connection, method: str) -> tuple[int, int]:
    """How many there are, and the last one's number."""
    wanted = select(func.count(), func.max(telling.c.number))
    number, last = connection.execute(wanted.where(telling.c.method == method, telling.c.body.is_not(None))).one()
    return number, last or 0


def passes_of(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """Keys of tellings in, the pass that each comes from out."""
    wanted = select(telling.c.key, telling.c["pass"]).where(telling.c.key.in_(keys), telling.c.body.is_not(None))
    return {row.key: row[1] for row in connection.execute(wanted)}


def tellings_of_incident(connection: Connection, incident: str) -> list[str]:
    """An id that an incident has or had in; the telling that it is named after, and the others of its report, out."""
    named = select(telling.c.report_id).where(telling.c.incident == incident)
    wanted = select(telling.c.key).where(telling.c.report_id.in_(named), telling.c.body.is_not(None))
    first = telling.c.incident != incident
    return list(connection.execute(wanted.order_by(first, telling.c.number)).scalars())


def _kept() -> Select[Any]:
    columns = (telling.c.key, telling.c.incident, telling.c.report_id, telling.c.body, telling.c.number)
    return select(*columns).where(telling.c.body.is_not(None))


def _telling(row: Row[Any]) -> KeptTelling:
    return KeptTelling(key=row.key, incident=row.incident, report=row.report_id, body=row.body, number=row.number)
