"""Append: one harvest a transaction, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine, select

from sayso.ledger.dialects import insert_once, insert_rows, writing
from sayso.ledger.entries import append_entries
from sayso.ledger.left_out import LeftOut, note_left_out
from sayso.ledger.rows import Row, harvest_rows, pass_key, pass_row, refusal_row, report_key, report_row, sighting_row
from sayso.ledger.tables import HARVESTED, evidence, harvest, refusal, report, sighting, untold
from sayso.records import Record, RefusedInput, Report


def append_harvest(
    engine: Engine,
    record: Record,
    *,
    method: str,
    was_read: bool = True,
    reading: Report | None = None,
    left_out: Sequence[LeftOut] | None = None,
) -> bool:
    """Record in, whether it was new out.

    reading: the report as it was before the method looked at it, where that settled more of it (its day, its dateline).
    was_read: false where the report was left unread past its text. left_out: what is not in its text, where that is
    known.
    """
    before = report_key(reading or record.report)
    gave = list(harvest_rows(record, pass_key(before, method, was_read=was_read)))
    done = pass_row(record, gave, method, was_read=was_read, reading=before)
    with writing(engine) as connection:
        insert_once(connection, report, report_row(record.report))
        insert_once(connection, sighting, now(sighting_row(done["report"], record.report.uri)))
        if left_out is not None:
            note_left_out(connection, done["report"], left_out)
        if not insert_once(connection, harvest, now(done)):
            return False
        for name, rows, _ in gave:
            insert_rows(connection, HARVESTED[name], rows)
        insert_rows(connection, evidence, [span for _, _, some in gave for span in some])
        append_entries(connection, record, gave, done)
        if was_read:
            insert_rows(connection, untold, [{"pass": done["key"]}])
    return True


def append_sighting(engine: Engine, known: str, uri: str | None) -> bool:
    """The key of a report that the ledger has in, whether it was not yet known to be found at `uri` out."""
    row = sighting_row(known, uri)
    with engine.connect() as connection:
        if connection.execute(select(sighting.c.key).where(sighting.c.key == row["key"])).first():
            return False
    with writing(engine) as connection:
        return insert_once(connection, sighting, now(row))


def append_refusal(engine: Engine, refused: RefusedInput) -> bool:
    """A refused input in, whether its refusal was new out."""
    with writing(engine) as connection:
        return insert_once(connection, refusal, now(refusal_row(refused)))


def now(row: Row) -> Row:
    """The row with the moment, in UTC, to the microsecond: later passes sort after earlier ones."""
    return row | {"recorded_at": datetime.now(UTC).isoformat(timespec="microseconds")}
