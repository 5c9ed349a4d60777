"""Kill an ingest again and again, and see whether what it leaves can be made whole.

    python -m bench.killed [--reports 500] [--times 200] [--ledger sqlite|postgres] [--seed 1]

A process appends so many made-up reports; while it does, it is killed by SIGKILL at a moment drawn by lot, and started
again, as often as asked for, on another empty ledger once one is whole. A whole one has to hold what an undisturbed run
gives, row for row, by the hashes of what the rows say; in one that is not, `verify_ledger` must find nothing wrong,
which is looked at after every tenth kill. Ends with 1 at the first difference.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, Integer, select

from bench.made import made_records
from bench.postgres import make_schema, run_postgres
from sayso.ledger import append_harvest, open_ledger, search_ledger, verify_ledger
from sayso.ledger.tables import metadata

OWN = {"recorded_at"}
"""What is no part of the content: the moment of writing. So is the number of an entry."""
LEGS = 12
"""An ingest is killed at a moment of its next twelfth, so that each ledger is killed about two dozen times."""
CHECK_EVERY = 10
Content = dict[str, Counter[str]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill an ingest again and again.")
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--ledger", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--append", metavar="LEDGER", help="what the process does that is killed")
    arguments = parser.parse_args()
    if arguments.append:
        return _append(arguments.append, arguments.reports)
    with _places(arguments.ledger) as next_ledger:
        return _kill_often(next_ledger, arguments.reports, arguments.times, random.Random(arguments.seed))


@contextmanager
def _places(kind: str) -> Iterator[Callable[[int], str]]:
    """A number in, the name of an empty ledger out."""
    if kind == "postgres":
        with run_postgres() as address:
            yield lambda number: make_schema(address, f"ledger_{number}")
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield lambda number: str(Path(folder) / f"{number}.sqlite")


def _append(ledger: str, reports: int) -> int:
    """Append them all, and say when what was not there before begins."""
    began = False
    with open_ledger(ledger, make=True) as engine:
        for record in made_records(reports):
            if append_harvest(engine, record, method="made up") and not began:
                print("begins", flush=True)
                began = True
    return 0


def _kill_often(next_ledger: Callable[[int], str], reports: int, times: int, chance: random.Random) -> int:
    began = time.perf_counter()
    _append(whole := next_ledger(0), reports)
    due, takes = content(whole), time.perf_counter() - began
    ledger, ledgers, killed = next_ledger(1), 1, 0
    while killed < times:
        if _append_and_die(ledger, reports, chance.uniform(0.0, takes / LEGS)):
            killed += 1
            if killed % CHECK_EVERY == 0 and faults(ledger):
                return _tell(f"after {killed} kills: {faults(ledger)[:3]}")
        else:
            if content(ledger) != due:
                return _tell(f"after {killed} kills: the ledger is whole and differs")
            ledgers += 1
            ledger = next_ledger(ledgers)
    _append(ledger, reports)
    if content(ledger) != due:
        return _tell("the last ledger differs")
    print(f"{killed} kills, {ledgers} ledgers of {reports} reports: each was made whole, and equals the undisturbed.")
    return 0


def _tell(what: str) -> int:
    print(what)
    return 1


def _append_and_die(ledger: str, reports: int, seconds: float) -> bool:
    """Whether the process had to be killed."""
    command = [sys.executable, "-m", "bench.killed", "--append", ledger, "--reports", str(reports)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        process.stdout.readline()  # type: ignore[union-attr]
        try:
            return process.wait(seconds) != 0
        except subprocess.TimeoutExpired:
            process.kill()
            return True


def faults(ledger: str) -> list[str]:
    """What is wrong with a ledger."""
    with open_ledger(ledger) as engine:
        return [str(fault) for fault in verify_ledger(engine)]


def content(ledger: str) -> Content:
    """Table -> how often each row is there, without the moments of writing; and what a search finds."""
    with open_ledger(ledger) as engine:
        rows = {table.name: _rows(engine, table.name) for table in metadata.sorted_tables}
        found = Counter(each.key for each in search_ledger(engine, "killed OR spokesman", most=100_000))
    return rows | {"found": found}


def _rows(engine: Engine, name: str) -> Counter[str]:
    table = metadata.tables[name]
    columns = [column for column in table.columns if column.name not in OWN]
    if name == "entry":
        columns = [column for column in columns if not (column.primary_key and isinstance(column.type, Integer))]
    with engine.connect() as connection:
        return Counter(repr(tuple(row)) for row in connection.execute(select(*columns)))


if __name__ == "__main__":
    sys.exit(main())
