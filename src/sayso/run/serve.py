"""`sayso serve`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from sayso.desk.web import Settings, serve
from sayso.ledger import ledger_name, open_ledger
from sayso.run.options import DEFAULT_LEDGER, LedgerOption

HostOption = Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen at.")]
PortOption = Annotated[int, typer.Option(min=0, max=65_535, metavar="PORT", help="The port to listen at.")]


def command(ledger: LedgerOption = DEFAULT_LEDGER, host: HostOption = "127.0.0.1", port: PortOption = 8017) -> None:
    """Open the desk: the pages to read, compare and search what a ledger has, in any browser of this machine."""
    with open_ledger(ledger) as engine:
        settings = Settings(name=ledger_name(ledger), who=getpass.getuser())
        typer.echo(f"The desk is open at http://{host}:{port}/ for this machine alone. Stop it with Ctrl-C.", err=True)
        serve(engine, settings, host=host, port=port)
