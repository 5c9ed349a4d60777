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
from sayso.ledger.dialects import ledger_exists, make_engine

NEWER = "it was written by a newer Sayso"


@contextmanager
def open_ledger(ledger: str, *, make: bool = False) -> Iterator[Engine]:
    """The path of an SQLite file (or a database's URL) in, an engine with up-to-date tables out, closed at the end.

    make: create the ledger where there is none. Raises LedgerError, for what the database says while it is open too.
    """
    if not make and not ledger_exists(ledger):
        raise LedgerError(ledger, "there is no such ledger", "run 'sayso ingest' first, or give another --ledger")
    engine = _engine(ledger)
    try:
        _bring_up_to_date(engine, ledger)
        yield engine
    except DBAPIError as error:
        why = f"the database says: {error.orig}"
        raise LedgerError(ledger, why, "check the path, the disk and who else has it") from error
    finally:
        engine.dispose()


def _engine(ledger: str) -> Engine:
    try:
        return make_engine(ledger)
    except (ArgumentError, ImportError) as error:
        raise LedgerError(ledger, f"it can't be reached ({error})", "give the path of an SQLite file") from error


def _bring_up_to_date(engine: Engine, ledger: str) -> None:
    """Make what tables are missing. Readers look first, so that they need not wait for a writer."""
    config = _config()
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        if _version(connection) == newest:
            return
    with engine.execution_options(sayso_writes=True).begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise LedgerError(ledger, NEWER, "bring Sayso up to date") from error


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(resources.files("sayso.ledger") / "migrations").replace("%", "%%"))
    return config
