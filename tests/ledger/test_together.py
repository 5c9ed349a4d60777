"""Writers and readers at once: nothing lost, nothing doubled, no reader sees half a harvest."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import writer

from sayso.ledger import load_harvests, open_ledger, search_ledger, tally_ledger, verify_ledger
from sayso.records import Record

READERS = 4
PAUSE = 0.05
"""Seconds between two looks, or the readers leave the writers no processor."""
WRITERS = {"sqlite": 1, "postgresql": 2}


def read_until(ledger: str, done: threading.Event, due: dict[str, Record], wrong: list[str], looks: list[int]) -> None:
    """Look again and again; note every record that is not what was written, and how many there were at each look."""
    with open_ledger(ledger) as engine:
        last = False
        while not last:
            last = done.is_set()
            there = [each.record for each in load_harvests(engine)]
            wrong += [record.report.id for record in there if record != due[record.report.id]]
            wrong += [found.key for found in search_ledger(engine, "kind:claim", most=5) if not found.quote]
            looks.append(len(there))
            time.sleep(PAUSE)


def start_writers(ledger: str, number: int) -> list[subprocess.Popen[str]]:
    """Each appends everything, in an order of its own."""
    orders = [("0", "1"), ("80", "7")][:number]
    return [
        subprocess.Popen([sys.executable, writer.__file__, ledger, *order], stdout=subprocess.PIPE, text=True)
        for order in orders
    ]


def test_writers_and_readers_at_once(make_ledger: Callable[[Path], str], tmp_path: Path) -> None:
    ledger = make_ledger(tmp_path)
    due = {record.report.id: record for record in writer.many()}
    with open_ledger(ledger, make=True) as engine:
        number = WRITERS[engine.dialect.name]
    wrong: list[str] = []
    looks: list[int] = []
    done = threading.Event()
    readers = [threading.Thread(target=read_until, args=(ledger, done, due, wrong, looks)) for _ in range(READERS)]
    writers = start_writers(ledger, number)
    for reader in readers:
        reader.start()
    new = [int(process.communicate()[0].split()[-1]) for process in writers]
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert sum(new) == writer.HARVESTS, "every harvest was new to just one of the writers"
    assert all(new)
    assert max(looks) == writer.HARVESTS
    assert looks[0] < writer.HARVESTS, "they did read while others wrote"
    with open_ledger(ledger) as engine:
        assert tally_ledger(engine).passes == writer.HARVESTS
        assert list(verify_ledger(engine)) == []


def test_two_who_open_an_empty_ledger_at_once(make_ledger: Callable[[Path], str], tmp_path: Path) -> None:
    ledger = make_ledger(tmp_path)
    failed: list[BaseException] = []

    def make() -> None:
        try:
            with open_ledger(ledger, make=True) as engine:
                tally_ledger(engine)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
