"""An open ledger of each kind of database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from sayso.ledger import open_ledger


@pytest.fixture
def engine(ledger: str) -> Iterator[Engine]:
    with open_ledger(ledger, make=True) as opened:
        yield opened
