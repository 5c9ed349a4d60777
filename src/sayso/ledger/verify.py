"""Check a ledger against itself: every hash-named row still hashes right, every quote still stands in its report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, select

from sayso.ledger.rows import (
    Gave,
    Row,
    harvest_rows,
    item_of,
    pass_row,
    refusal_row,
    report_of,
    report_row,
    sighting_row,
)
from sayso.ledger.tables import HARVESTED, evidence, harvest, refusal, report, sighting
from sayso.records import Record, Refusal, RefusedInput

CHANGED = "it does not say what it said when it was written"
UNREADABLE = "it can't be read"
MISQUOTED = "the quote does not stand there in its report"


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One row that is not what it should be."""

    table: str
    key: str
    why: str


def verify_ledger(engine: Engine) -> Iterator[Fault]:
    """A ledger in, its faults out, none where all is well. One pass at a time; memory stays flat."""
    with engine.connect() as connection:
        for row in _rows(connection, refusal):
            yield from _compare(refusal, row, lambda row: refusal_row(_refused(row)))
        for row in _rows(connection, report):
            yield from _compare(report, row, lambda row: report_row(report_of(row)))
        for row in _rows(connection, sighting):
            yield from _compare(sighting, row, lambda row: sighting_row(row["report"], row["uri"]))
        for row in connection.execute(_passes()).mappings().all():
            yield from _verify_pass(connection, row)


def _passes() -> Any:
    return select(harvest, report.c.text, report.c.item).join(report, harvest.c.report == report.c.key)


def _refused(row: Mapping[str, Any]) -> RefusedInput:
    return RefusedInput(uri=row["uri"], refused=Refusal(code=row["code"], why=row["why"], what_to_do=row["what_to_do"]))


def _rows(connection: Connection, table: Table) -> Iterator[Mapping[str, Any]]:
    yield from connection.execution_options(yield_per=500).execute(select(table)).mappings()


def _compare(table: Table, row: Mapping[str, Any], again: Any) -> Iterator[Fault]:
    """A fault where the row differs from the row that its own content gives."""
    try:
        made = again(row)
    except (msgspec.MsgspecError, ValueError, LookupError, AttributeError) as error:
        yield Fault(table=table.name, key=row["key"], why=f"{UNREADABLE} ({error})")
        return
    if any(row[column] != value for column, value in made.items()):
        yield Fault(table=table.name, key=row["key"], why=CHANGED)


def _verify_pass(connection: Connection, row: Mapping[str, Any]) -> Iterator[Fault]:
    try:
        stored = {name: list(_harvested(connection, name, row["key"])) for name in HARVESTED}
        items = {name: tuple(item_of(name, each["item"]) for each in rows) for name, rows in stored.items()}
        record = Record(report=report_of(row), **items)
    except (msgspec.MsgspecError, ValueError) as error:
        yield Fault(table="pass", key=row["key"], why=f"a row of it can't be read ({error})")
        return
    made = list(harvest_rows(record, row["key"]))
    yield from _compare(harvest, row, lambda row: _pass_again(record, made, row))
    for name, rows, _ in made:
        yield from _compare_rows(HARVESTED[name], stored[name], rows)
    quotes = connection.execute(select(evidence).where(evidence.c["pass"] == row["key"])).mappings()
    yield from _compare_quotes(list(quotes), [span for _, _, spans in made for span in spans])


def _pass_again(record: Record, made: list[Gave], row: Mapping[str, Any]) -> Row:
    return pass_row(record, made, row["method"], was_read=row["was_read"], reading=row["reading"])


def _harvested(connection: Connection, name: str, pass_: str) -> Iterator[Mapping[str, Any]]:
    table = HARVESTED[name]
    wanted = select(table).where(table.c["pass"] == pass_).order_by(table.c.position)
    yield from connection.execute(wanted).mappings()


def _compare_rows(table: Table, stored: list[Mapping[str, Any]], made: list[Row]) -> Iterator[Fault]:
    for row, again in zip(stored, made, strict=True):
        if dict(row) != again:
            yield Fault(table=table.name, key=row["key"], why=CHANGED)


def _compare_quotes(stored: list[Mapping[str, Any]], made: list[Row]) -> Iterator[Fault]:
    there = {_place_of(row): dict(row) for row in stored}
    due = {_place_of(row): row for row in made}
    for place in sorted(there.keys() | due.keys()):
        if there.get(place) != due.get(place):
            yield Fault(table="evidence", key="/".join(map(str, place)), why=MISQUOTED)


def _place_of(row: Mapping[str, Any]) -> tuple[str, str, int, int]:
    return row["pass"], row["of"], row["position"], row["number"]
