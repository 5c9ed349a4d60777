"""Killed at any moment, a ledger holds whole harvests only, and a second run makes it whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import writer
from sqlalchemy import select

from sayso.ledger import load_harvests, open_ledger, search_ledger, verify_ledger
from sayso.ledger.tables import metadata

KILLS, MOST_BETWEEN = 5, 20
"""How often it is killed, and harvests written before that: together fewer than there are to write, on any machine."""
LONGEST_WAIT = 0.01
"""Seconds after the last of them: it dies anywhere in the next ones."""
OWN = {"recorded_at", "number"}
"""What is no part of the content: the moment, and the place in the order of writing. (A span's number is counted.)"""


def write_and_die(ledger: str, chance: random.Random) -> None:
    command = [sys.executable, writer.__file__, ledger, "0", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(1 + chance.randrange(MOST_BETWEEN)):
            process.stdout.readline()
        time.sleep(chance.uniform(0.0, LONGEST_WAIT))
        process.kill()


def content(ledger: str) -> dict[str, Any]:
    """Every row of every table, in no order, and what a search finds."""
    with open_ledger(ledger) as engine, engine.connect() as connection:
        rows = {
            table.name: [*map(own_columns, connection.execute(select(table)).mappings())]
            for table in metadata.sorted_tables
        }
        found = {each.key for each in search_ledger(engine, "shells OR army OR cup", most=10_000)}
    return {"found": found} | {name: sorted(each) for name, each in rows.items()}


def own_columns(row: Any) -> str:
    kept = {column: value for column, value in row.items() if column not in OWN or "quote" in row}
    return repr(kept)


def test_killed_anywhere_a_rerun_gives_the_same_ledger(make_ledger: Callable[[Path], str], tmp_path: Path) -> None:
    killed, whole = make_ledger(tmp_path), make_ledger(tmp_path)
    chance = random.Random(7)
    for _ in range(KILLS):
        write_and_die(killed, chance)
        with open_ledger(killed) as engine:
            assert not list(verify_ledger(engine)), "no harvest is there by half"
    before = content(killed)
    assert writer.write(killed, list(range(writer.HARVESTS))) > 0, "it was killed before it was done"
    assert writer.write(whole, list(range(writer.HARVESTS))) == writer.HARVESTS
    after = content(killed)
    assert after == content(whole)
    assert before != after
    with open_ledger(killed) as engine:
        assert sum(1 for _ in load_harvests(engine)) == writer.HARVESTS
