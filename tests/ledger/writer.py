"""A process that writes into a ledger, to be killed, or to write while others read: `python writer.py LEDGER FIRST STEP`."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from sayso.ledger import append_harvest, open_ledger
from sayso.records import Record, record_from_json, report_id

SITUATION = Path(__file__).parents[1] / "desk" / "situation.jsonl"
HARVESTS = 160


def many() -> list[Record]:
    """The hand-made records over and over, each as another report's."""
    records = [record_from_json(line) for line in SITUATION.read_bytes().splitlines()]
    return [renamed(records[at % len(records)], str(at)) for at in range(HARVESTS)]


def renamed(record: Record, name: str) -> Record:
    report = msgspec.structs.replace(record.report, id=report_id(name.encode()), uri=name)
    return msgspec.structs.replace(record, report=report)


def write(ledger: str, order: list[int]) -> int:
    """Append everything in that order, say when it begins and with each that is written, and give how many were new."""
    records, new = many(), 0
    with open_ledger(ledger, make=True) as engine:
        print("begins", flush=True)
        for at in order:
            if append_harvest(engine, records[at], method="by hand"):
                new += 1
                print("wrote", at, flush=True)
    return new


if __name__ == "__main__":
    first, step = int(sys.argv[2]), int(sys.argv[3])
    print(write(sys.argv[1], [(first + step * at) % HARVESTS for at in range(HARVESTS)]), flush=True)
