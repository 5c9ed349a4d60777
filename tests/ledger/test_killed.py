"""Killed at any moment, a ledger holds whole harvests only, and a second run makes it whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from sqlalchemy import select

from sayso.ledger import append_harvest, load_harvests, open_ledger, verify_ledger
from sayso.ledger.tables import claim, evidence
from sayso.records import Record, record_from_json, report_id

SITUATION = Path(__file__).parents[1] / "desk" / "situation.jsonl"
HARVESTS, KILLS = 400, 5


def many() -> list[Record]:
    records = [record_from_json(line) for line in SITUATION.read_bytes().splitlines()]
    return [renamed(records[at % len(records)], str(at)) for at in range(HARVESTS)]


def renamed(record: Record, name: str) -> Record:
    report = msgspec.structs.replace(record.report, id=report_id(name.encode()), uri=name)
    return msgspec.structs.replace(record, report=report)


def ingest(ledger: str) -> None:
    """What the killed process does: append everything, and say when it begins."""
    with open_ledger(ledger, make=True) as engine:
        print("begins", flush=True)
        for record in many():
            append_harvest(engine, record, method="by hand")


def ingest_and_die(ledger: str, seconds: float) -> None:
    here = str(Path(__file__).parent)
    code = f"import sys; sys.path.insert(0, {here!r}); import test_killed; test_killed.ingest({ledger!r})"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    with process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()


def content(ledger: str) -> list[set[tuple[object, ...]]]:
    with open_ledger(ledger) as engine, engine.connect() as connection:
        return [{tuple(row) for row in connection.execute(select(table))} for table in (claim, evidence)]


def test_killed_anywhere_a_rerun_gives_the_same_ledger(tmp_path: Path) -> None:
    killed, whole = str(tmp_path / "killed.sqlite"), str(tmp_path / "whole.sqlite")
    chance = random.Random(7)
    for _ in range(KILLS):
        ingest_and_die(killed, chance.uniform(0.0, 0.4))
        with open_ledger(killed) as engine:
            assert not list(verify_ledger(engine)), "no harvest is there by half"
    ingest(killed)
    ingest(whole)
    assert content(killed) == content(whole)
    with open_ledger(killed) as engine:
        assert sum(1 for _ in load_harvests(engine)) == HARVESTS
