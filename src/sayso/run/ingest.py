"""`sayso ingest`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import typer
from rich.console import Console
from sqlalchemy import Engine

from sayso.ledger import append_harvest, append_refusal, append_sighting, harvest_known, open_ledger
from sayso.parse import load_model
from sayso.records import Record, RefusedInput, Report
from sayso.run.method import name_method
from sayso.run.options import (
    DEFAULT_LEDGER,
    AllOption,
    LedgerOption,
    ModelOption,
    PathsArgument,
    PublishedOption,
    given_days,
)
from sayso.run.progress import count_inputs, show_progress
from sayso.run.read import tell_refusal
from sayso.run.reading import read_inputs, read_records, worth_reading
from sayso.run.status import status_of

KNOWN, READ, UNREAD = "already there", "read", "left unread"


def command(
    paths: PathsArgument,
    ledger: LedgerOption = DEFAULT_LEDGER,
    published: PublishedOption = None,
    every: AllOption = False,
    model: ModelOption = None,
) -> None:
    """Read reports into a ledger. What it has already is not read again: stop at any time, and run it again."""
    counts: Counter[str] = Counter()
    with open_ledger(ledger, make=True) as engine:
        items = show_progress(read_inputs(paths, published=given_days(published)), lambda: count_inputs(paths))
        _ingest(engine, items, counts, every=every, model=model)
    _tell_counts(counts, ledger)
    raise typer.Exit(status_of(set(counts) - {KNOWN, READ, UNREAD}))


def _ingest(
    engine: Engine, items: Iterable[Report | RefusedInput], counts: Counter[str], *, every: bool, model: str | None
) -> None:
    meta = load_model(model).meta
    method = name_method(f"{meta['lang']}_{meta['name']} {meta['version']}")
    fresh = _leave_out_known(engine, items, counts, method=method, every=every)
    for item in read_records(fresh, every=every, model=model):
        counts[_append(engine, item, method=method, every=every)] += 1


def _leave_out_known(
    engine: Engine, items: Iterable[Report | RefusedInput], counts: Counter[str], *, method: str, every: bool
) -> Iterator[Report | RefusedInput]:
    for item in items:
        if isinstance(item, Report) and harvest_known(
            engine, item, method=method, was_read=every or worth_reading(item)
        ):
            append_sighting(engine, item)
            counts[KNOWN] += 1
        else:
            yield item


def _append(engine: Engine, item: Record | RefusedInput, *, method: str, every: bool) -> str:
    """Write one, in one transaction, and say under which heading it counts."""
    if isinstance(item, RefusedInput):
        tell_refusal(item)
        append_refusal(engine, item)
        return item.refused.code
    was_read = every or worth_reading(item.report)
    new = append_harvest(engine, item, method=method, was_read=was_read)
    return (READ if was_read else UNREAD) if new else KNOWN


def _tell_counts(counts: Counter[str], ledger: str) -> None:
    codes = sorted(set(counts) - {KNOWN, READ, UNREAD})
    refused = sum(counts[code] for code in codes)
    parts = [f"{counts[READ]} read", f"{counts[KNOWN]} already there"]
    parts += [f"{counts[UNREAD]} left unread as not about conflict"] if counts[UNREAD] else []
    parts += [f"{refused} refused ({', '.join(f'{code} {counts[code]}' for code in codes)})"] if refused else []
    tail = "" if counts[READ] or counts[UNREAD] else " Nothing was added."
    Console(highlight=False, soft_wrap=True).print(f"{ledger}: {', '.join(parts)}.{tail}", markup=False)
