"""`sayso verify`."""

from __future__ import annotations

import typer

from sayso.ledger import ledger_name, open_ledger, tally_ledger, verify_ledger
from sayso.run.options import DEFAULT_LEDGER, LedgerOption

FAULTY = 4
"""The ledger is not what was written."""


def command(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Check that every quote still stands in its report, and that no row says other than when it was written."""
    with open_ledger(ledger) as engine:
        faults = 0
        for fault in verify_ledger(engine):
            faults += 1
            typer.echo(f"{fault.table} {fault.key}: {fault.why}", err=True)
        tally = tally_ledger(engine)
    name = ledger_name(ledger)
    if faults:
        typer.echo(f"{name}: {faults} faults in {tally.reports} reports and {tally.claims} claims.")
        raise typer.Exit(FAULTY)
    typer.echo(f"{name}: all well; {tally.reports} reports, {tally.utterances} utterances, {tally.claims} claims.")
