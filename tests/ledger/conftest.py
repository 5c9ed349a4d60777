"""Hand-made records, and a ledger of each kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from sayso.ledger import open_ledger
from sayso.records import Record, record_from_json

SITUATION = Path(__file__).parents[1] / "desk" / "situation.jsonl"


@pytest.fixture
def records() -> list[Record]:
    """Three reports that disagree, one of them full of markup, and one that is about sport."""
    return [record_from_json(line) for line in SITUATION.read_bytes().splitlines()]


@pytest.fixture(params=["sqlite"])
def ledger(tmp_path: Path) -> str:
    """Where an empty ledger may be made: the same tests run on every database."""
    return str(tmp_path / "ledger's 100% own.sqlite")


@pytest.fixture
def engine(ledger: str) -> Iterator[Engine]:
    with open_ledger(ledger, make=True) as opened:
        yield opened
