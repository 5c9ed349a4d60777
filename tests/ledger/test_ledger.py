"""What goes into a ledger comes out as it was, once, and whole or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event, func, select, text
from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError
from sayso.ledger import (
    append_harvest,
    append_refusal,
    append_sighting,
    find_harvest,
    load_harvests,
    open_ledger,
    reports_of_claim,
    tally_ledger,
    verify_ledger,
)
from sayso.ledger.dialects import WORDS, allow_changes, writing
from sayso.ledger.rows import refusal_row
from sayso.ledger.tables import APPEND_ONLY, claim, metadata, refusal
from sayso.records import Published, Record, Refusal, RefusedInput

METHOD = "by hand"
REFUSED = RefusedInput(
    uri="a.txt", refused=Refusal(code="empty", why="there is nothing in it", what_to_do="look again")
)


def append_all(engine: Engine, records: list[Record]) -> list[bool]:
    return [append_harvest(engine, record, method=METHOD) for record in records]


def count_rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        tables = metadata.sorted_tables
        return {each.name: connection.execute(select(func.count()).select_from(each)).scalar_one() for each in tables}


def test_records_come_back_as_they_went_in(engine: Engine, records: list[Record]) -> None:
    append_all(engine, records)
    assert [each.record for each in load_harvests(engine)] == records


def test_a_second_run_adds_nothing(engine: Engine, records: list[Record]) -> None:
    assert append_all(engine, records) == [True] * len(records)
    before = count_rows(engine)
    assert append_all(engine, records) == [False] * len(records)
    assert count_rows(engine) == before


def test_every_query_of_the_hot_path_has_an_index(engine: Engine) -> None:
    wanted = select(claim.c.key).where(claim.c.measure == "killed", claim.c.group == "civilians")
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.connect() as connection:
        plan = connection.execute(
            text(f"{explain} {wanted.compile(engine, compile_kwargs={'literal_binds': True})}")
        ).all()
    assert "ix_claim_measure" in str(plan)


def test_the_same_bytes_elsewhere_are_a_sighting(engine: Engine, records: list[Record]) -> None:
    append_all(engine, records)
    elsewhere = msgspec.structs.replace(records[0].report, uri="https://mirror.example/1")
    known = find_harvest(engine, elsewhere, method=METHOD, was_read=True)
    assert known
    assert append_sighting(engine, known, elsewhere.uri)
    assert not append_sighting(engine, known, elsewhere.uri)
    first = next(load_harvests(engine))
    assert first.uris == (records[0].report.uri, "https://mirror.example/1")


def test_a_report_is_known_by_what_it_was_before_it_was_read(engine: Engine, records: list[Record]) -> None:
    before = msgspec.structs.replace(records[0].report, published=Published(), dateline=None)
    assert append_harvest(engine, records[0], method=METHOD, reading=before)
    assert find_harvest(engine, before, method=METHOD, was_read=True)
    assert not find_harvest(engine, records[0].report, method=METHOD, was_read=True)
    assert not list(verify_ledger(engine))


def test_a_report_left_unread_is_read_when_asked_for(engine: Engine, records: list[Record]) -> None:
    sport = records[-1]
    append_harvest(engine, sport, method=METHOD, was_read=False)
    assert find_harvest(engine, sport.report, method=METHOD, was_read=False)
    assert not find_harvest(engine, sport.report, method=METHOD, was_read=True)
    append_harvest(engine, sport, method=METHOD, was_read=True)
    assert [each.was_read for each in load_harvests(engine)] == [True]


def test_the_latest_pass_of_a_report_counts(engine: Engine, records: list[Record]) -> None:
    append_all(engine, records)
    better = msgspec.structs.replace(records[0], claims=records[0].claims[:1], disputes=())
    assert append_harvest(engine, better, method="by a better hand")
    assert next(load_harvests(engine)).record == better
    assert not list(verify_ledger(engine))


def test_a_failing_write_leaves_nothing_of_its_harvest(engine: Engine, records: list[Record]) -> None:
    append_harvest(engine, records[0], method=METHOD)
    before = count_rows(engine)

    def fail_on_evidence(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO evidence"):
            raise OSError("the disk is full")

    event.listen(engine, "before_cursor_execute", fail_on_evidence)
    with pytest.raises(OSError, match="the disk is full"):
        append_harvest(engine, records[1], method=METHOD)
    event.remove(engine, "before_cursor_execute", fail_on_evidence)
    assert count_rows(engine) == before
    assert append_harvest(engine, records[1], method=METHOD)


def test_refusals_are_kept_once_and_counted(engine: Engine) -> None:
    assert append_refusal(engine, REFUSED)
    assert not append_refusal(engine, REFUSED)
    assert tally_ledger(engine).refused == {"empty": 1}


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        pytest.param("UPDATE claim SET low = 400 WHERE low = 14", "claim", id="a column"),
        pytest.param("UPDATE claim SET item = replace(item, '14', '41') WHERE low = 14", "claim", id="the item"),
        pytest.param(
            "UPDATE evidence SET quote = 'peace' WHERE number = 0 AND quote LIKE 'killing%'", "evidence", id="a quote"
        ),
        pytest.param("UPDATE evidence SET start = start + 1 WHERE quote LIKE 'killing%'", "evidence", id="a span"),
        pytest.param("DELETE FROM evidence WHERE quote LIKE 'killing%'", "evidence", id="a span gone"),
        pytest.param("DELETE FROM dispute", "pass", id="a last row gone"),
        pytest.param("UPDATE report SET text = replace(text, 'Shells', 'Snails')", "report", id="the text"),
        pytest.param("UPDATE sighting SET uri = 'https://other.example'", "sighting", id="where it was found"),
        pytest.param("UPDATE refusal SET why = 'it is fine'", "refusal", id="a refusal"),
        pytest.param("UPDATE pass SET method = 'better'", "pass", id="the method"),
        pytest.param("UPDATE utterance SET item = '{'", "pass", id="no JSON"),
    ],
)
def test_verify_sees_what_was_changed(engine: Engine, records: list[Record], statement: str, table: str) -> None:
    append_all(engine, records)
    append_refusal(engine, REFUSED)
    assert not list(verify_ledger(engine))
    with writing(engine) as connection:
        allow_changes(connection, APPEND_ONLY)
        connection.execute(text(statement))
    assert table in {fault.table for fault in verify_ledger(engine)}


def test_the_database_itself_refuses_to_change_a_row(engine: Engine, records: list[Record]) -> None:
    append_all(engine, records)
    append_refusal(engine, REFUSED)
    for table in (name for name, rows in count_rows(engine).items() if rows and name in APPEND_ONLY):
        column = metadata.tables[table].columns[0].name
        for statement in (f'UPDATE "{table}" SET "{column}" = "{column}"', f'DELETE FROM "{table}"'):
            with pytest.raises(DBAPIError, match="never changed"), writing(engine) as connection:
                connection.execute(text(statement))


def test_migrations_make_the_tables_that_the_code_knows(engine: Engine) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith(WORDS)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, metadata) == []


def test_a_missing_ledger_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no such ledger"), open_ledger(str(tmp_path / "none.sqlite")):
        pass
    assert not list(tmp_path.iterdir())


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a database, " * 100)
    with pytest.raises(LedgerError, match="not a database"), open_ledger(str(other)):
        pass
    assert other.read_text() == "not a database, " * 100


def test_a_ledger_from_the_future_is_refused(ledger: str) -> None:
    with open_ledger(ledger, make=True) as engine, writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="newer Sayso"), open_ledger(ledger):
        pass


@pytest.mark.parametrize(
    ("ledger", "why"),
    [
        ("no/such/folder/l.sqlite", "the database says"),
        ("nosuchbase://somewhere/db", "no such address|by such an address"),
        ("mysql://somewhere/db", "by such an address"),
        ("postgresql://u:secret@/none?host=/no/such/folder", "the database says"),
        ("postgresql://u:secret@h:port/none", "by such an address"),
    ],
)
def test_what_cannot_be_opened_is_refused(ledger: str, why: str) -> None:
    with pytest.raises(LedgerError, match=why) as refused, open_ledger(ledger, make=True):
        pass
    assert "secret" not in str(refused.value)


def test_an_empty_database_is_no_ledger_yet(ledger: str) -> None:
    with pytest.raises(LedgerError, match="there is no such ledger"), open_ledger(ledger):
        pass


def test_a_reader_does_not_wait_for_a_writer(engine: Engine, ledger: str, records: list[Record]) -> None:
    append_harvest(engine, records[0], method=METHOD)
    with writing(engine) as writer:
        writer.execute(refusal.insert(), refusal_row(REFUSED) | {"recorded_at": "now"})
        with open_ledger(ledger) as reader:
            assert [each.record for each in load_harvests(reader)] == records[:1]
            assert tally_ledger(reader).refused == {}
        writer.rollback()


def test_a_claim_is_found_by_its_id_or_locus_through_an_index(tmp_path: Path, records: list[Record]) -> None:
    asked: list[tuple[str, object]] = []
    with open_ledger(str(tmp_path / "l.sqlite"), make=True) as engine:
        append_all(engine, records)
        event.listen(engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
        known = next(each for each in records if each.claims)
        assert known.report.id in reports_of_claim(engine, known.claims[0].id)
        (found,) = [(said, given) for said, given in asked if "locus" in said]
        with engine.connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {found[0]}", found[1]).all()
    assert not [step for *_, step in plan if step.startswith("SCAN claim")]
