"""Hand-made records, and an open ledger of each kind of database."""

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


@pytest.fixture
def engine(ledger: str) -> Iterator[Engine]:
    with open_ledger(ledger, make=True) as opened:
        yield opened
