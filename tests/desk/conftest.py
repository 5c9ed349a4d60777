"""The situation of three hand-made reports that disagree, one of them full of markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.desk import Situation, gather_situation
from sayso.records import Record, record_from_json

SITUATION = Path(__file__).parent / "situation.jsonl"


@pytest.fixture
def records() -> list[Record]:
    return [record_from_json(line) for line in SITUATION.read_bytes().splitlines()][:3]


@pytest.fixture
def situation(records: list[Record]) -> Situation:
    return gather_situation(records, unread=1, refused={"empty": 2})
