"""`sayso verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.ledger import Fault, decision_log_head, ledger_name, open_ledger, tally_ledger, verify_ledger
from sayso.run.options import DEFAULT_LEDGER, LedgerOption

FAULTY = 4
"""The ledger is not what was written."""


HeadOption = Annotated[
    str | None, typer.Option("--head", metavar="KEY", help="A key of the decision log that was noted earlier.")
]


def command(ledger: LedgerOption = DEFAULT_LEDGER, head: HeadOption = None) -> None:
    """Check that every quote still stands in its report, that no row says other than when it was written, and that the
    log of decisions is whole."""
    name = ledger_name(ledger)
    with open_ledger(ledger) as engine:
        faults = sum(map(_tell, verify_ledger(engine)))
        decisions, last, known = decision_log_head(engine, known=head)
        tally = tally_ledger(engine)
    if not known:
        faults += _tell(Fault(table="decision", key=head or "", why="it is not in the log any more"))
    log = f" {decisions} decisions, the last one {last}." if last else ""
    if faults:
        typer.echo(f"{name}: {faults} faults in {tally.reports} reports and {tally.claims} claims.{log}")
        raise typer.Exit(FAULTY)
    told = f"{tally.reports} reports, {tally.utterances} utterances, {tally.claims} claims"
    typer.echo(f"{name}: all well; {told}.{log}")


def _tell(fault: Fault) -> int:
    typer.echo(f"{fault.table} {fault.key}: {fault.why}", err=True)
    return 1
