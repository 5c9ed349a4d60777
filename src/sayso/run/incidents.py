"""`sayso incidents`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from sayso.codebook import load_policies
from sayso.desk import make_console, show_incidents
from sayso.ledger import open_ledger
from sayso.reconcile import DEFAULT_POLICY, crosswalk_columns, crosswalk_rows, reconcile_records
from sayso.records import Incident, Record, RefusedInput
from sayso.review import load_docket
from sayso.run.options import DEFAULT_LEDGER, LedgerOption, ModelOption, PublishedOption, given_days
from sayso.run.progress import count_inputs, show_progress
from sayso.run.read import Format, tell_refusal
from sayso.run.reading import read_inputs, read_records
from sayso.run.status import status_of

PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Files, folders, corpora (.jsonl), or - ; without any, the ledger."),
]
PolicyName = StrEnum("PolicyName", {name.upper(): name for name in load_policies()})
DEFAULT = PolicyName(DEFAULT_POLICY)
PolicyOption = Annotated[PolicyName, typer.Option("--policy", help="The rule for low, best and high.")]
CrosswalkOption = Annotated[
    Path | None, typer.Option("--crosswalk", metavar="CSV", help="Write which report stands where, and why.")
]
ConflictOption = Annotated[bool, typer.Option("--conflict", help="Leave out reports that are not about conflict.")]
FormatOption = Annotated[Format, typer.Option("--format", help="JSON lines, or tables for a person.")]


def command(
    paths: PathsArgument = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    policy: PolicyOption = DEFAULT,
    crosswalk: CrosswalkOption = None,
    published: PublishedOption = None,
    conflict: ConflictOption = False,
    form: FormatOption = Format.JSONL,
    model: ModelOption = None,
) -> None:
    """Put reports together by what they tell of: one incident a line, with figures by a named rule, and disputes.

    Reports that are named are all read, whatever they are about, unless --conflict is given.
    """
    codes: set[str] = set()
    if paths:
        items = show_progress(read_inputs(paths, published=given_days(published)), lambda: count_inputs(paths))
        records = _keep_records(read_records(items, every=not conflict, model=model), codes)
        incidents = reconcile_records(records, policy=policy.value)
    else:
        incidents = _load_incidents(ledger, policy)
    _write(incidents, form)
    if crosswalk:
        _write_crosswalk(incidents, crosswalk)
    raise typer.Exit(status_of(codes))


def _keep_records(items: Iterable[Record | RefusedInput], codes: set[str]) -> Iterator[Record]:
    """The records; a refusal is told, and its code kept."""
    for item in items:
        if isinstance(item, RefusedInput):
            tell_refusal(item)
            codes.add(item.refused.code)
        elif item.claims:
            yield item


def _load_incidents(ledger: str, policy: PolicyName) -> tuple[Incident, ...]:
    """The incidents of a ledger as people decided them, as the machine has them where nobody did."""
    with open_ledger(ledger) as engine:
        return tuple(each.incident for each in load_docket(engine, policy=policy.value).incidents())


def _write(incidents: Sequence[Incident], form: Format) -> None:
    if form is Format.TABLE:
        show_incidents(incidents, make_console())
        return
    for incident in incidents:
        sys.stdout.buffer.write(msgspec.json.encode(incident) + b"\n")
    sys.stdout.buffer.flush()


def _write_crosswalk(incidents: Sequence[Incident], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, crosswalk_columns(), restval="")
        writer.writeheader()
        writer.writerows(crosswalk_rows(incidents))
