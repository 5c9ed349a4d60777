"""The one file that knows in what databases differ: SQLite now, PostgreSQL by the same calls."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

SETTINGS = (
    "busy_timeout = 30000",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "cache_size = -64000",
    "wal_autocheckpoint = 4000",
)
"""What every SQLite connection sets: wait 30 s for a writer; readers never wait; a commit survives a kill, and is put
into the main file every 16 MB; 64 MB of cache."""


def make_engine(ledger: str) -> Engine:
    """The engine of a ledger: the path of an SQLite file, or a database's URL."""
    if "://" in ledger:
        return create_engine(ledger)
    engine = create_engine(f"sqlite+pysqlite:///{Path(ledger)}")
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def ledger_exists(ledger: str) -> bool:
    """Whether there is something to open. A server's database is taken to be there."""
    return "://" in ledger or Path(ledger).is_file()


def insert_once(connection: Connection, table: Table) -> Any:
    """An insert that leaves a row alone that is there already; its `rowcount` tells."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table).on_conflict_do_nothing()


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Let SQLAlchemy, not the driver, say where a transaction starts, so that tables are made in one too."""
    connection.isolation_level = None
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """Writers queue up at the start: a transaction that became a writer half-way could not wait its turn."""
    writes = connection.get_execution_options().get("sayso_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
