"""`sayso read`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from sayso.desk import make_console
from sayso.records import Record, RefusedInput, record_to_json
from sayso.run.options import AllOption, ModelOption, PathsArgument, PublishedOption, given_days
from sayso.run.reading import read_inputs, read_records, refusal_sentence, worth_reading
from sayso.run.status import status_of
from sayso.run.table import show_record


class Format(StrEnum):
    """How records are written."""

    JSONL = "jsonl"
    TABLE = "table"


FormatOption = Annotated[Format, typer.Option("--format", help="JSON lines, or a table for a person.")]


def command(
    paths: PathsArgument,
    published: PublishedOption = None,
    form: FormatOption = Format.JSONL,
    every: AllOption = False,
    model: ModelOption = None,
) -> None:
    """Read reports (files, folders, corpora of JSON lines, or - for standard input) and print their records.

    Ends with status 0, with the status of the refusal where inputs were refused for one reason, else with 3.
    """
    records = read_records(read_inputs(paths, published=given_days(published)), every=every, model=model)
    written = _write_lines(records) if form is Format.JSONL else _write_tables(records, every=every)
    codes = {item.refused.code for item in written if isinstance(item, RefusedInput)}
    raise typer.Exit(status_of(codes))


def _write_lines(records: Iterable[Record | RefusedInput]) -> Iterator[Record | RefusedInput]:
    out = sys.stdout.buffer
    for item in records:
        out.write(record_to_json(item) + b"\n")
        out.flush()
        tell_refusal(item)
        yield item


def _write_tables(records: Iterable[Record | RefusedInput], *, every: bool) -> Iterator[Record | RefusedInput]:
    console = make_console()
    for item in records:
        tell_refusal(item)
        if isinstance(item, Record):
            show_record(item, console, was_read=every or worth_reading(item.report))
        yield item


def tell_refusal(item: Record | RefusedInput) -> None:
    """A refused input gets one sentence on standard error."""
    if isinstance(item, RefusedInput):
        typer.echo(refusal_sentence(item), err=True)
