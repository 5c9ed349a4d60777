"""`sayso search`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from sayso.desk import make_console, show_found
from sayso.ledger import Found, ledger_name, open_ledger, search_ledger
from sayso.review import ReviewedClaim, review_found
from sayso.run.options import DEFAULT_LEDGER, LedgerOption

ROWS = 20


class Form(StrEnum):
    """How answers are written."""

    TABLE = "table"
    JSONL = "jsonl"


QueryArgument = Annotated[
    str,
    typer.Argument(
        metavar="QUERY",
        help='Words, "a phrase", shel*, AND, OR, NOT, ( ), speaker:, place:, kind:, type:, publisher:, day:.',
    ),
]
FormOption = Annotated[Form, typer.Option("--format", help="A table for a person, or JSON lines.")]
RowsOption = Annotated[int, typer.Option("--rows", min=1, max=1000, help="Answers at most, the newest first.")]
SkipOption = Annotated[int, typer.Option("--skip", min=0, help="Answers to leave out first.")]


def command(
    query: QueryArgument,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
    rows: RowsOption = ROWS,
    skip: SkipOption = 0,
) -> None:
    """Find reports and claims of a ledger by their words, by whose word they are, and by where, when and what."""
    with open_ledger(ledger) as engine:
        found = search_ledger(engine, query, most=rows + 1, after=skip)
        decided = review_found(engine, found[:rows])
    if form is Form.JSONL:
        _write_lines(found[:rows], decided)
    else:
        _write_table(found, decided, rows, skip, ledger)


def _write_lines(found: Sequence[Found], decided: Mapping[tuple[str, str], ReviewedClaim]) -> None:
    for each in found:
        claim = decided.get((each.report, each.id))
        verdict = {"verdict": claim.verdict, "fields": claim.corrected} if claim else None
        sys.stdout.buffer.write(msgspec.json.encode(msgspec.to_builtins(each) | {"decided": verdict}) + b"\n")


def _write_table(
    found: Sequence[Found], decided: Mapping[tuple[str, str], ReviewedClaim], rows: int, skip: int, ledger: str
) -> None:
    if not found:
        typer.echo(f"{ledger_name(ledger)}: nothing answers that{' any more' if skip else ''}.")
        return
    show_found(found[:rows], make_console(), decided=decided)
    if len(found) > rows:
        typer.echo(f"There is more: --skip {skip + rows} goes on.")
