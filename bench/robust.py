"""Never a lost document: reports damaged in many ways, read as `sayso read --all` reads them, their records gone over.

    python -m bench.robust [FOLDER ...] [--cuts N] [--seconds S] [--seed N]

Documents are our own gold and examples, and all dev.jsonl below the folder that SAYSO_EVAL names (default: ../shared)
and below each FOLDER; they are drawn by lot until the seconds are over. Each is read whole, cut N times, damaged in all
the ways of bench/damage.py, and read from a parse that has been scrambled; then come texts that nobody wrote. Wanted of
each: no exception, a sound record (bench/sound.py), the same bytes when it is read again, in processes with other hash
seeds too, and, where all of a document's words are still there, no empty record, no refusal, no report that would go
unread, unless the whole one fared so. Ends with 1 where anything else is met.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bench.corpus import EVAL, bundled_paths
from bench.damage import CUT, DAMAGES, Damage, monsters
from bench.scramble import scramble
from bench.sound import find_faults, is_empty
from sayso.errors import InputRefused
from sayso.extract import extract_record
from sayso.parse import Grammar, parse_grammars
from sayso.read import find_inputs, read_report
from sayso.records import Record, Report, record_to_json

CUTS, SECONDS, SEED = 10, 300.0, 1
BATCH = 16
READ_AGAIN = 0.1
"""Share of the batches that is read twice."""
SHOWN = 8
SCRAMBLED = 3
TELLING = 5
"""Claims of a whole document from which on a damaged one should have any."""


class Document(NamedTuple):
    """A text to damage. raw: the page that it came of, where it is one."""

    name: str
    text: str
    raw: str | None = None


class Trial(NamedTuple):
    """A damaged text. whole: what was read of all of the document, where all of its words are still there."""

    document: str
    text: str
    whole: Record | None = None


class Outcome(NamedTuple):
    """What came of a trial: a record, a refusal's code, or faults."""

    trial: Trial
    record: Record | None = None
    refused: str | None = None
    faults: tuple[str, ...] = ()


@dataclass
class Tally:
    """Per way of damaging: how many were tried, were refused, were empty; and what was wrong."""

    tried: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    empty: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def note(self, way: str, outcome: Outcome) -> None:
        self.tried[way] += 1
        self.refused[way] += outcome.refused is not None
        self.empty[way] += outcome.record is not None and is_empty(outcome.record)
        self.faults[way] += [(outcome.trial.document, fault) for fault in outcome.faults]

    @property
    def is_clean(self) -> bool:
        return not any(self.faults.values())

    def lines(self) -> Iterator[str]:
        yield f"{'way':28} {'tried':>7} {'refused':>8} {'empty':>6} {'faults':>7}"
        for way, tried in self.tried.items():
            yield f"{way:28} {tried:7,} {self.refused[way]:8,} {self.empty[way]:6,} {len(self.faults[way]):7,}"
        for way, faults in self.faults.items():
            for kind, count in Counter(fault.split("'")[0] for _, fault in faults).most_common(SHOWN):
                name, fault = next(row for row in faults if row[1].startswith(kind))
                yield f"{way}: {count} x {fault} (first in {name})"


# -- documents --------------------------------------------------------------------------------------------------------
def find_documents(folders: Iterable[Path]) -> Iterator[Document]:
    """Our own reports, and those of all dev.jsonl below the folders."""
    for path in bundled_paths():
        yield from own_documents(path)
    for path in sorted(found for folder in folders for found in folder.rglob("dev.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                fields = json.loads(line)
                if fields.get("text"):
                    yield Document(f"{path.parent.name}:{number}", fields["text"])


def own_documents(path: str) -> Iterator[Document]:
    """The reports in a file, and the pages that they came of."""
    for raw in find_inputs([path]):
        if not isinstance(raw, InputRefused):
            page = raw.data.decode("utf-8") if raw.kind == "html" else None
            yield Document(Path(path).name, read_report(raw).text, page)


# -- one batch through the product ------------------------------------------------------------------------------------
def read_trials(trials: Sequence[Trial]) -> list[Outcome]:
    """Damaged texts in, what the product makes of each out, in order."""
    opened = [_opened(trial) for trial in trials]
    reports = [item for item in opened if isinstance(item, Report)]
    grammars = iter(_parsed(reports))
    return [
        _extracted(trial, item, next(grammars)) if isinstance(item, Report) else item
        for trial, item in zip(trials, opened, strict=True)
    ]


def as_line(trial: Trial) -> bytes:
    """The trial as a line of a corpus. Lone surrogates stay in it as JSON writes them."""
    return json.dumps({"uri": trial.document, "text": trial.text}).encode() + b"\n"


def _opened(trial: Trial) -> Report | Outcome:
    try:
        (raw,) = find_inputs(["-"], stdin=io.BytesIO(as_line(trial)))
        if isinstance(raw, InputRefused):
            return _refusal(trial, raw)
        return read_report(raw)
    except InputRefused as error:
        return _refusal(trial, error)
    except Exception as error:
        return Outcome(trial, faults=(told(error),))


def _refusal(trial: Trial, error: InputRefused) -> Outcome:
    faults = (f"lost: refused ({error.code}), the whole was not",) if trial.whole else ()
    return Outcome(trial, refused=error.code, faults=faults)


def _parsed(reports: list[Report]) -> list[Grammar | Exception]:
    try:
        return list(parse_grammars(reports))
    except Exception:
        return [_guarded(lambda report=report: next(parse_grammars([report]))) for report in reports]


def _guarded(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Exception as error:
        return error


def _extracted(trial: Trial, report: Report, grammar: Grammar | Exception) -> Outcome:
    if isinstance(grammar, Exception):
        return Outcome(trial, faults=(told(grammar),))
    record = _guarded(lambda: extract_record(report, grammar))
    if isinstance(record, Exception):
        return Outcome(trial, faults=(told(record),))
    faults = find_faults(record)
    if trial.whole is not None:
        faults += find_losses(record, trial.whole)
    return Outcome(trial, record, faults=tuple(faults))


def find_losses(record: Record, whole: Record) -> Iterator[str]:
    """What a record, with all words of the document still there, should have as the one of the whole has it."""
    if is_empty(record) and not is_empty(whole):
        yield "lost: the record is empty, the whole one was not"
    elif not record.claims and len(whole.claims) >= TELLING:
        yield f"lost: no claim, the whole had {len(whole.claims)}"
    if not is_relevant(record) and is_relevant(whole):
        yield "lost: it would go unread, the whole would not"


def is_relevant(record: Record) -> bool:
    return record.report.relevance is None or record.report.relevance.conflict


def told(error: Exception) -> str:
    """The error with the place where it was raised."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {str(error)[:80]} at {Path(where.filename).name}:{where.lineno}"


def run_trials(way: str, trials: Iterable[Trial], tally: Tally, lot: Random) -> list[Outcome]:
    """Trials in, noted; some batches are read a second time, and must give the same."""
    waiting, outcomes = iter(trials), []
    while batch := list(islice(waiting, BATCH)):
        found = read_trials(batch)
        if lot.random() < READ_AGAIN:
            found = [_same(one, other) for one, other in zip(found, read_trials(batch), strict=True)]
        for outcome in found:
            tally.note(way, outcome)
        outcomes += found
    return outcomes


def _same(one: Outcome, other: Outcome) -> Outcome:
    alike = _line(one) == _line(other)
    return one if alike else one._replace(faults=(*one.faults, "not the same: read twice, told twice"))


def _line(outcome: Outcome) -> bytes:
    return record_to_json(outcome.record) if outcome.record else repr(outcome.faults).encode()


# -- what is tried ----------------------------------------------------------------------------------------------------
def try_documents(documents: Sequence[Document], tally: Tally, lot: Random, *, cuts: int) -> None:
    """A handful of documents, whole, cut, damaged and wrongly parsed."""
    whole = run_trials("whole", (Trial(d.name, d.text) for d in documents), tally, lot)
    full = {outcome.trial.document: outcome.record for outcome in whole}
    cut_ones = (Trial(d.name, CUT.change(d.text, lot)) for d in documents for _ in range(cuts))
    run_trials(CUT.name, cut_ones, tally, lot)
    pages = (Trial(d.name, CUT.change(d.raw, lot)) for d in documents if d.raw for _ in range(cuts))
    run_trials("cut page", pages, tally, lot)
    for damage in DAMAGES:
        run_trials(damage.name, (_damaged(d, damage, lot, full) for d in documents), tally, lot)
    for outcome in whole:
        _try_scrambled(outcome, tally, lot)


def _damaged(document: Document, damage: Damage, lot: Random, full: Mapping[str, Record | None]) -> Trial:
    return Trial(document.name, damage.change(document.text, lot), full.get(document.name) if damage.whole else None)


def _try_scrambled(outcome: Outcome, tally: Tally, lot: Random) -> None:
    if outcome.record is None:
        return
    for _ in range(SCRAMBLED):
        (grammar,) = parse_grammars([outcome.record.report])
        scramble(grammar, lot)
        tally.note("scrambled parse", _extracted(outcome.trial, outcome.record.report, grammar))


def try_monsters(tally: Tally, lot: Random, *, share: float = 1.0) -> None:
    """Texts that nobody wrote. share: how much of each is read."""
    trials = (Trial(name, text[: int(len(text) * share)]) for name, text in monsters())
    run_trials("texts that nobody wrote", trials, tally, lot)


# -- other processes --------------------------------------------------------------------------------------------------
def try_hash_seeds(trials: Sequence[Trial], tally: Tally, *, seeds: Sequence[str] = ("0", "4242")) -> None:
    """The same corpus read by the command line under each hash seed: the same bytes."""
    corpus = b"".join(as_line(trial) for trial in trials)
    lines = [_read_in_process(corpus, seed).splitlines() for seed in seeds]
    for number, trial in enumerate(trials):
        alike = len({each[number] if number < len(each) else b"" for each in lines}) == 1
        faults = () if alike else ("not the same: under other hash seeds",)
        tally.note("other hash seeds", Outcome(trial, faults=faults))


def _read_in_process(corpus: bytes, seed: str) -> bytes:
    call = [sys.executable, "-m", "sayso.run.main", "read", "--all", "-"]
    done = subprocess.run(
        call, input=corpus, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False
    )
    return done.stdout


# -- the run ----------------------------------------------------------------------------------------------------------
def run(folders: Sequence[Path], *, cuts: int, seconds: float, seed: int) -> Tally:
    """Documents by lot until the seconds are over; the tally of what was tried out."""
    lot, tally, until = Random(seed), Tally(), time.monotonic() + seconds
    documents = list(find_documents(folders))
    lot.shuffle(documents)
    for start in range(0, len(documents), BATCH):
        if time.monotonic() > until:
            break
        try_documents(documents[start : start + BATCH], tally, lot, cuts=cuts)
    try_hash_seeds([_damaged(d, lot.choice(DAMAGES), lot, {}) for d in documents[: BATCH * 4]], tally)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="folders with further dev.jsonl")
    parser.add_argument("--cuts", type=int, default=CUTS, help="how often each document is cut")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="after which no further documents are begun")
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    tally = run([EVAL, *args.folders], cuts=args.cuts, seconds=args.seconds, seed=args.seed)
    try_monsters(tally, Random(args.seed))
    print("\n".join(tally.lines()))
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
