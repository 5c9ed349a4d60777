"""`sayso sitrep`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from sayso.desk import Situation, gather_situation, make_console, render_page, show_situation
from sayso.ledger import load_decisions, load_harvests, open_ledger, tally_ledger
from sayso.review import decide_harvests
from sayso.run.options import DEFAULT_LEDGER, LedgerOption

OutOption = Annotated[Path | None, typer.Option("--out", metavar="PAGE", help="Write it as one HTML page too.")]

RowsOption = Annotated[int, typer.Option("--rows", min=0, help="Rows of a table on the terminal; 0 shows all.")]
ROWS = 8


def command(ledger: LedgerOption = DEFAULT_LEDGER, out: OutOption = None, rows: RowsOption = ROWS) -> None:
    """Show the situation as the ledger has it and people decided: what happened, figures, control, conditions,
    disputes, who said so."""
    situation = _load_situation(ledger)
    show_situation(situation, make_console(), most=rows or None)
    if out:
        _write_whole(out, render_page(situation))
        typer.echo(f"Written: {out}")


def _load_situation(ledger: str) -> Situation:
    with open_ledger(ledger) as engine:
        harvests = list(decide_harvests(load_harvests(engine), load_decisions(engine)))
        refused = tally_ledger(engine).refused
    read = [each.record for each in harvests if each.was_read]
    return gather_situation(read, unread=len(harvests) - len(read), refused=refused)


def _write_whole(out: Path, page: str) -> None:
    """Write beside and move into place, so that no half page is ever seen."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.part")
    beside.write_text(page, encoding="utf-8")
    os.replace(beside, out)
