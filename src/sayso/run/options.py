"""The arguments and options that commands share."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Annotated

import typer

from sayso.records import Interval

PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, corpora (.jsonl), or - for standard input.")
]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day of the reports: 2017-10-15, 2017-10 or 2017.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Read reports that are not about armed conflict too.")]
ModelOption = Annotated[str | None, typer.Option(metavar="NAME", help="The spaCy package to parse with.")]
LedgerOption = Annotated[
    str, typer.Option(metavar="LEDGER", envvar="SAYSO_LEDGER", help="The ledger: an SQLite file, or postgresql://...")
]
DEFAULT_LEDGER = "sayso.sqlite"

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def given_days(text: str | None) -> Interval | None:
    """A day, month or year in ISO form in, its first and last day out. Raises typer.BadParameter."""
    if text is None:
        return None
    if not (found := _DATE.fullmatch(text)):
        raise typer.BadParameter(f"{text!r} is no date; write 2017-10-15, 2017-10 or 2017", param_hint="--published")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = date(year, month or 1, day or 1)
        last = day or calendar.monthrange(year, month or 12)[1]
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no date: {error}", param_hint="--published") from error
    return Interval(start=start.isoformat(), end=start.replace(month=month or 12, day=last).isoformat())
