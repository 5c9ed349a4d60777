"""A ledger that grows: how fast it takes reports in, what memory that needs, how fast it answers.

    python -m bench.ledger [--reports 100000] [--ledger FILE|postgresql://...|postgres] [--seed 1]

The reports are made up (bench/made.py). `postgres` starts a server of its own. Each line of the first table is a tenth
of the reports; the memory is this process's. Then the incidents are put together, and queries of each kind are asked,
with words drawn by lot, and the time is taken until the first page of answers is there; "page" is ten reports with all
that they gave, and what was decided about them; "incident" is one by its id, "incidents" are those of a word;
"one more" is a new report, from its harvest to its incidents. `cpu` is the processor's time of this process alone.
Ends with 1 where a 95th percentile is above --limit milliseconds.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from bench.made import FIRST_DAY, GROUPS, MEASURES, PLACES, REPORTS_A_DAY, WEAPONS, made_records, name_of
from bench.postgres import run_postgres
from sayso.ledger import append_harvest, load_decisions, load_harvests, load_incident, open_ledger, search_ledger
from sayso.review import update_incidents

TENTHS, QUERIES, MORE, LIMIT = 10, 60, 20, 50.0
METHOD = "made up"
Ask = Callable[[Engine, random.Random, int], Sequence[object]]


def place(chance: random.Random) -> str:
    return name_of("place", chance.randrange(PLACES))


def common(chance: random.Random) -> str:
    return chance.choice((*MEASURES, *GROUPS, *WEAPONS[:4], "army", "said", "the"))


def day(chance: random.Random, reports: int) -> str:
    return f"{FIRST_DAY.year + chance.randrange(max(1, reports // REPORTS_A_DAY // 365))}-{chance.randrange(1, 13):02d}"


QUERIES_OF: dict[str, Callable[[random.Random, int], str]] = {
    "a common word": lambda chance, _: common(chance),
    "a rare word": lambda chance, _: name_of("person", chance.randrange(20_000)),
    "two words": lambda chance, _: f"{common(chance)} {place(chance)}",
    "a phrase": lambda chance, _: f'"{chance.choice(GROUPS)} were {chance.choice(MEASURES)}"',
    "or, not": lambda chance, _: f"({place(chance)} OR {place(chance)}) NOT {common(chance)}",
    "a beginning": lambda chance, _: f"{place(chance)[:4].lower()}*",
    "fields": lambda chance, _: f"kind:figure type:{chance.choice(MEASURES)} place:{place(chance)}",
    "a speaker": lambda chance, _: f"speaker:{name_of('person', chance.randrange(300))} {common(chance)}",
    "a month": lambda chance, reports: f"{common(chance)} day:{day(chance, reports)}",
    "a month and fields": lambda chance, reports: f"type:killed place:{place(chance)} day:{day(chance, reports)}",
    "nothing found": lambda chance, reports: f"zeppelin {common(chance)} day:{day(chance, reports)}",
    "nothing but not": lambda chance, _: f"NOT {common(chance)}",
}


def main() -> int:
    parser = argparse.ArgumentParser(description="A ledger that grows.")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--ledger", help="where to make it; a temporary SQLite file where none is named")
    parser.add_argument("--limit", type=float, default=LIMIT, help="milliseconds")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with _place_for(arguments.ledger) as ledger, open_ledger(ledger, make=True) as engine:
        _grow(engine, arguments.reports)
        _put_together(engine, arguments.reports)
        slowest = _ask(engine, arguments.reports, random.Random(arguments.seed))
    return int(slowest > arguments.limit)


@contextmanager
def _place_for(ledger: str | None) -> Iterator[str]:
    if ledger == "postgres":
        with run_postgres() as address:
            yield address
    elif ledger:
        yield ledger
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "made.sqlite")


def _grow(engine: Engine, reports: int) -> None:
    print(f"{'reports':>9} {'reports/s':>10} {'ms cpu':>8} {'memory MB':>10} {'ledger MB':>10}")
    step = max(1, reports // TENTHS)
    for first in range(0, reports, step):
        wall = cpu = 0.0
        for record in made_records(step, first=first):
            began, began_cpu = time.perf_counter(), time.process_time()
            append_harvest(engine, record, method=METHOD)
            wall, cpu = wall + time.perf_counter() - began, cpu + time.process_time() - began_cpu
        sizes = f"{_memory():>10.0f} {_size(engine):>10.0f}"
        print(f"{first + step:>9} {step / wall:>10.0f} {cpu / step * 1000:>8.1f} {sizes}", flush=True)


def _put_together(engine: Engine, reports: int) -> None:
    began, began_cpu = time.perf_counter(), time.process_time()
    done = update_incidents(engine)
    wall, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    print(
        f"\n{done.made} incidents of {done.placed} tellings: {cpu / reports * 1000:.1f} ms cpu a report, {wall:.0f} s,"
    )
    print(f"memory {_memory():.0f} MB, ledger {_size(engine):.0f} MB", flush=True)


def _ask(engine: Engine, reports: int, chance: random.Random) -> float:
    """Ask everything, print the times, and give the greatest 95th percentile."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("ANALYZE"))
    print(f"\n{'milliseconds':<20} {'half':>8} {'95 %':>8} {'all':>8} {'cpu':>8} {'answers':>9}")
    asked: dict[str, Ask] = {
        name: lambda engine, chance, reports, make=make: search_ledger(engine, make(chance, reports))
        for name, make in QUERIES_OF.items()
    }
    times = {name: _time(engine, ask, reports, chance, name) for name, ask in (asked | OTHERS).items()}
    _more(engine, reports)
    _tell("all searches", sorted(each for name, many in times.items() if name not in OTHERS for each in many), "", "")
    return max(_percentile(sorted(many), 0.95) for many in times.values())


def _page(engine: Engine, chance: random.Random, reports: int) -> list[object]:
    ids = [
        record.report.id for at in range(10) for record in made_records(1, first=chance.randrange(reports) // 2 + at)
    ]
    harvests = list(load_harvests(engine, reports=ids))
    return [*harvests, *load_decisions(engine, targets=ids)]


def _incident(engine: Engine, chance: random.Random, _reports: int) -> list[object]:
    found = search_ledger(engine, f"kind:incident type:{chance.choice(MEASURES)}", most=1, after=chance.randrange(9))
    return [load_incident(engine, each.id) for each in found]


def _incidents(engine: Engine, chance: random.Random, reports: int) -> Sequence[object]:
    return search_ledger(engine, f"kind:incident type:{chance.choice(MEASURES)} day:{day(chance, reports)}")


OTHERS: dict[str, Ask] = {"page": _page, "incident": _incident, "incidents": _incidents}


def _more(engine: Engine, reports: int) -> None:
    """One report more, and again."""
    times = []
    began_cpu = time.process_time()
    for record in made_records(MORE, first=reports):
        began = time.perf_counter()
        append_harvest(engine, record, method=METHOD)
        update_incidents(engine)
        times.append((time.perf_counter() - began) * 1000)
    cpu = (time.process_time() - began_cpu) / MORE * 1000
    _tell("one more", sorted(times), f"{cpu:.1f}", "")


def _time(engine: Engine, ask: Ask, reports: int, chance: random.Random, name: str) -> list[float]:
    times, answers, began_cpu = [], 0, time.process_time()
    for _ in range(QUERIES):
        began = time.perf_counter()
        answers += len(ask(engine, chance, reports))
        times.append((time.perf_counter() - began) * 1000)
    cpu = (time.process_time() - began_cpu) / QUERIES * 1000
    _tell(name, sorted(times), f"{cpu:.1f}", f"{answers / QUERIES:.1f}")
    return times


def _tell(name: str, times: list[float], cpu: str, answers: str) -> None:
    half, most = _percentile(times, 0.5), _percentile(times, 0.95)
    print(f"{name:<20} {half:>8.1f} {most:>8.1f} {times[-1]:>8.1f} {cpu:>8} {answers:>9}", flush=True)


def _percentile(times: list[float], share: float) -> float:
    return times[min(len(times) - 1, int(len(times) * share))]


def _memory() -> float:
    """What this process holds now, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _size(engine: Engine) -> float:
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            return connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one() / 2**20
    return sum(path.stat().st_size for path in Path(engine.url.database or "").parent.glob("*")) / 2**20


if __name__ == "__main__":
    sys.exit(main())
