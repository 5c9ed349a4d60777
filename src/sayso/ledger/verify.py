"""Check a ledger against itself: every hash-named row still hashes right, every quote still stands in its report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, select

from sayso.ledger.decisions import decision_key
from sayso.ledger.resolutions import resolution_of, resolution_row
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
from sayso.ledger.tables import (
    HARVESTED,
    decided_on,
    decision,
    entry,
    evidence,
    harvest,
    refusal,
    report,
    resolution,
    sighting,
)
from sayso.records import Record, Refusal, RefusedInput

CHANGED = "it does not say what it said when it was written"
UNREADABLE = "it can't be read"
MISQUOTED = "the quote does not stand there in its report"
BROKEN = "it does not follow from the decision before it"
UNFOUND = "it is not found by what it is about"
UNINDEXED = "the full-text index does not know all of it"


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
        for row in _rows(connection, resolution):
            yield from _compare(resolution, row, lambda row: resolution_row(resolution_of(row)))
        yield from _verify_decisions(connection)
        for key in connection.execute(select(harvest.c.key)).scalars().all():
            yield from _verify_pass(connection, connection.execute(_pass(key)).mappings().one())


def decision_log_head(engine: Engine, *, known: str | None = None) -> tuple[int, str | None, bool]:
    """How many decisions there are, the key of the last one, and whether the key known from earlier is among them."""
    with engine.connect() as connection:
        keys = list(connection.execute(select(decision.c.key).order_by(decision.c.number)).scalars())
    return len(keys), keys[-1] if keys else None, known is None or known in keys


def _verify_decisions(connection: Connection) -> Iterator[Fault]:
    """Walk the chain: each row says what its key says, follows the one before it, and is found by its targets."""
    previous = None
    found = {(row.target, row.number) for row in connection.execute(select(decided_on))}
    rows = connection.execute(select(decision).order_by(decision.c.number)).mappings().all()
    for number, row in enumerate(rows, start=1):
        if row["key"] != decision_key(row):
            yield Fault(table="decision", key=row["key"], why=CHANGED)
        if (row["number"], row["previous"]) != (number, previous):
            yield Fault(table="decision", key=row["key"], why=BROKEN)
        if not found.issuperset((target, row["number"]) for target in _targets(row)):
            yield Fault(table="decided_on", key=row["key"], why=UNFOUND)
        previous = row["key"]


def _targets(row: Mapping[str, Any]) -> list[str]:
    try:
        return msgspec.json.decode(row["targets"], type=list[str])
    except msgspec.MsgspecError:
        return []


def _pass(key: str) -> Any:
    joined = select(harvest, report.c.text, report.c.item).join(report, harvest.c.report == report.c.key)
    return joined.where(harvest.c.key == key)


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
    if sorted(_entries(connection, row["key"])) != sorted([row["report"], *(each["key"] for each in stored["claims"])]):
        yield Fault(table="entry", key=row["key"], why=UNINDEXED)
    quotes = connection.execute(select(evidence).where(evidence.c["pass"] == row["key"])).mappings()
    yield from _compare_quotes(list(quotes), [span for _, _, spans in made for span in spans])


def _entries(connection: Connection, pass_: str) -> list[str]:
    return list(connection.execute(select(entry.c.key).where(entry.c["pass"] == pass_)).scalars())


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
