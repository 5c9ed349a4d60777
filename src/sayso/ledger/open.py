"""Open a ledger: make it where asked, bring its tables up to date, refuse what is no ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError

from sayso.errors import LedgerError
from sayso.ledger.dialects import ledger_exists, ledger_name, make_engine, take_turn, writing
from sayso.ledger.entries import append_entries, missing_entries
from sayso.ledger.load import load_passes
from sayso.ledger.rows import harvest_rows

MISSING = "there is no such ledger"
INGEST = "run 'sayso ingest' first, or give another --ledger"
NEWER = "it was written by a newer Sayso"


@contextmanager
def open_ledger(ledger: str, *, make: bool = False) -> Iterator[Engine]:
    """The path of an SQLite file (or postgresql://...) in, an engine with up-to-date tables out, closed at the end.

    make: create the ledger where there is none. Raises LedgerError, for what the database says while it is open too.
    """
    name = ledger_name(ledger)
    if not make and not ledger_exists(ledger):
        raise LedgerError(name, MISSING, INGEST)
    engine = _engine(ledger, name)
    try:
        _bring_up_to_date(engine, name, make=make)
        yield engine
    except DBAPIError as error:
        why = f"the database says: {str(error.orig).strip()}"
        raise LedgerError(name, why, "check the path, the disk and who else has it") from error
    finally:
        engine.dispose()


def _engine(ledger: str, name: str) -> Engine:
    try:
        return make_engine(ledger)
    except ImportError as error:
        raise LedgerError(name, f"it can't be reached ({error})", "install sayso[postgres]") from error
    except (ArgumentError, ValueError) as error:
        what_to_do = "give the path of an SQLite file, or postgresql://user@host/database"
        raise LedgerError(name, "it can't be reached by such an address", what_to_do) from error


def _bring_up_to_date(engine: Engine, name: str, *, make: bool) -> None:
    """Make what tables are missing. Readers look first, so that they need not wait for a writer."""
    config = migrations()
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        version = _version(connection)
    if version == newest:
        return
    if version is None and not make:
        raise LedgerError(name, MISSING, INGEST)
    with writing(engine) as connection:
        take_turn(connection)
        _upgrade(connection, config, name)


def _upgrade(connection: Connection, config: Config, name: str) -> None:
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise LedgerError(name, NEWER, "bring Sayso up to date") from error
    for key, report, record in load_passes(connection, missing_entries(connection)):
        done = {"key": key, "report": report}
        append_entries(connection, record, list(harvest_rows(record, key)), done)


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def migrations() -> Config:
    """Where Alembic finds the steps from each revision of the tables to the next."""
    config = Config()
    config.set_main_option("script_location", str(resources.files("sayso.ledger") / "migrations").replace("%", "%%"))
    return config
