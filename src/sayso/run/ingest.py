"""`sayso ingest`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import typer
from rich.console import Console
from sqlalchemy import Engine

from sayso.ledger import (
    LeftOut,
    append_harvest,
    append_refusal,
    append_sighting,
    find_harvest,
    ledger_name,
    open_ledger,
)
from sayso.parse import load_model
from sayso.read import Layout
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
from sayso.run.reading import convey_reports, read_layouts, worth_reading
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
        items = show_progress(read_layouts(paths, published=given_days(published)), lambda: count_inputs(paths))
        _ingest(engine, items, counts, every=every, model=model)
    _tell_counts(counts, ledger)
    raise typer.Exit(status_of(set(counts) - {KNOWN, READ, UNREAD}))


def _ingest(
    engine: Engine, items: Iterable[Layout | RefusedInput], counts: Counter[str], *, every: bool, model: str | None
) -> None:
    meta = load_model(model).meta
    method = name_method(f"{meta['lang']}_{meta['name']} {meta['version']}")
    left_out: dict[str, list[LeftOut]] = {}
    fresh = _leave_out_known(engine, _part(items, left_out), counts, left_out, method=method, every=every)
    for given, result in convey_reports(fresh, every=every, model=model):
        pieces = left_out.pop(given.id, None) if isinstance(given, Report) else None
        counts[_append(engine, given, result, pieces, method=method, every=every)] += 1


def _part(
    items: Iterable[Layout | RefusedInput], left_out: dict[str, list[LeftOut]]
) -> Iterator[Report | RefusedInput]:
    """The reports; what was left out of each is kept by its id until it is written."""
    for item in items:
        if isinstance(item, Layout):
            left_out[item.report.id] = [LeftOut(text=each.text, why=each.why, at=each.at) for each in item.dropped]
        yield item.report if isinstance(item, Layout) else item


def _leave_out_known(
    engine: Engine,
    items: Iterable[Report | RefusedInput],
    counts: Counter[str],
    left_out: dict[str, list[LeftOut]],
    *,
    method: str,
    every: bool,
) -> Iterator[Report | RefusedInput]:
    for item in items:
        if known := _find(engine, item, method=method, every=every):
            append_sighting(engine, known, item.uri)
            left_out.pop(item.id, None)
            counts[KNOWN] += 1
        else:
            yield item


def _find(engine: Engine, item: Report | RefusedInput, *, method: str, every: bool) -> str | None:
    if isinstance(item, RefusedInput):
        return None
    return find_harvest(engine, item, method=method, was_read=every or worth_reading(item))


def _append(
    engine: Engine,
    given: Report | RefusedInput,
    result: Record | RefusedInput,
    left_out: list[LeftOut] | None,
    *,
    method: str,
    every: bool,
) -> str:
    """Write one, in one transaction, and say under which heading it counts."""
    if isinstance(given, RefusedInput) or isinstance(result, RefusedInput):
        return _append_refusal(engine, result)
    was_read = every or worth_reading(given)
    new = append_harvest(engine, result, method=method, was_read=was_read, reading=given, left_out=left_out)
    return (READ if was_read else UNREAD) if new else KNOWN


def _append_refusal(engine: Engine, refused: RefusedInput) -> str:
    tell_refusal(refused)
    append_refusal(engine, refused)
    return refused.refused.code


def _tell_counts(counts: Counter[str], ledger: str) -> None:
    codes = sorted(set(counts) - {KNOWN, READ, UNREAD})
    refused = sum(counts[code] for code in codes)
    parts = [f"{counts[READ]} read", f"{counts[KNOWN]} already there"]
    parts += [f"{counts[UNREAD]} left unread as not about conflict"] if counts[UNREAD] else []
    parts += [f"{refused} refused ({', '.join(f'{code} {counts[code]}' for code in codes)})"] if refused else []
    tail = "" if counts[READ] or counts[UNREAD] else " Nothing was added."
    Console(highlight=False, soft_wrap=True).print(f"{ledger_name(ledger)}: {', '.join(parts)}.{tail}", markup=False)
