"""Ledgers of every earlier revision, with rows in them, are opened, brought up to date, and say what they said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, inspect

from sayso.ledger import (
    append_harvest,
    load_harvests,
    load_hooks,
    open_ledger,
    saved_searches,
    search_ledger,
    tally_ledger,
    verify_ledger,
    waiting_passes,
)
from sayso.ledger.dialects import make_engine, writing
from sayso.ledger.open import migrations
from sayso.records import Record

RELEASED = Path(__file__).parent / "released"
"""A file for each revision: the rows of the hand-made records, as that revision wrote them. Made once, never again."""
SCRIPTS = ScriptDirectory.from_config(migrations())
EARLIER = [script.revision for script in SCRIPTS.walk_revisions() if script.revision != SCRIPTS.get_current_head()]


def rows_of(revision: str) -> Iterator[tuple[str, dict]]:
    for line in (RELEASED / f"{revision}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["table"], json.loads(line)["row"]


def make_old(connection: Connection, revision: str) -> None:
    config = migrations()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
    tables = MetaData()
    tables.reflect(connection)
    for table, row in rows_of(revision):
        connection.execute(tables.tables[table].insert(), {name: _unhexed(value) for name, value in row.items()})


def _unhexed(value: object) -> object:
    """Bytes, which JSON has not, are written in hexadecimal."""
    return bytes.fromhex(value[4:]) if isinstance(value, str) and value.startswith("hex:") else value


@pytest.mark.parametrize("revision", EARLIER)
def test_an_earlier_ledger_is_brought_up_to_date(ledger: str, records: list[Record], revision: str) -> None:
    engine = make_engine(ledger)
    with writing(engine) as connection:
        make_old(connection, revision)
    engine.dispose()
    with open_ledger(ledger) as engine:
        assert [each.record for each in load_harvests(engine)] == records
        assert list(verify_ledger(engine)) == []
        assert tally_ledger(engine).refused == {"empty": 1}
        assert {found.of for found in search_ledger(engine, "Kadugli")} == {"report", "claim"}
        assert not append_harvest(engine, records[0], method="by hand")


def test_what_an_earlier_ledger_had_not_yet_told_waits(ledger: str) -> None:
    engine = make_engine(ledger)
    with writing(engine) as connection:
        make_old(connection, "0005")
    engine.dispose()
    told = {row["pass"] for table, row in rows_of("0005") if table == "telling"}
    read = {row["key"] for table, row in rows_of("0005") if table == "pass" and row["was_read"]}
    with open_ledger(ledger) as engine:
        assert waiting_passes(engine) == sorted(read - told) != []


@pytest.mark.parametrize("revision", [revision for revision in EARLIER if revision >= "0006"])
def test_what_people_keep_is_theirs_still(ledger: str, revision: str) -> None:
    engine = make_engine(ledger)
    with writing(engine) as connection:
        make_old(connection, revision)
    engine.dispose()
    with open_ledger(ledger) as engine:
        assert [(each.name, each.query) for each in saved_searches(engine, "Ana")] == [("shells", "mortar")]
        assert [each.name for each in load_hooks(engine)] == (["newsroom"] if revision >= "0008" else [])


@pytest.mark.parametrize("revision", EARLIER)
def test_an_update_that_fails_leaves_the_ledger_as_it_was(
    ledger: str, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OSError("the disk is full")

    engine = make_engine(ledger)
    with writing(engine) as connection:
        make_old(connection, revision)
        before = sorted(inspect(connection).get_table_names())
    monkeypatch.setattr("sayso.ledger.open.append_entries", fail)
    with pytest.raises(OSError, match="full"), open_ledger(ledger):
        pass
    with engine.connect() as connection:
        assert sorted(inspect(connection).get_table_names()) == before
    engine.dispose()
