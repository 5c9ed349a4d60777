"""A ledger of each kind of database, for whoever asks: the same tests run on all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from bench.postgres import make_schema, run_postgres

_numbers = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server, which runs until the tests are over."""
    with run_postgres() as address:
        yield address


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def make_ledger(request: pytest.FixtureRequest) -> Callable[[Path], str]:
    """A folder in, the name of a ledger out that is nowhere yet (SQLite) or an empty database (PostgreSQL)."""
    if request.param == "sqlite":
        return lambda folder: str(folder / f"ledger's {next(_numbers)} 100% own.sqlite")
    address = request.getfixturevalue("postgres")
    return lambda _folder: make_schema(address, f"ledger_{next(_numbers)}")


@pytest.fixture
def ledger(make_ledger: Callable[[Path], str], tmp_path: Path) -> str:
    """Where an empty ledger may be made."""
    return make_ledger(tmp_path)
