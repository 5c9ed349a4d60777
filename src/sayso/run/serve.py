"""`sayso serve`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from sayso.desk.web import Settings, serve
from sayso.ledger import has_users, ledger_name, open_ledger
from sayso.run.options import DEFAULT_LEDGER, LedgerOption

HostOption = Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen at.")]
PortOption = Annotated[int, typer.Option(min=0, max=65_535, metavar="PORT", help="The port to listen at.")]


NameOption = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="A name by which the desk is called, as desk.example."),
]
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ADD = "run 'sayso user add' first"


def command(
    ledger: LedgerOption = DEFAULT_LEDGER,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8017,
    names: NameOption = None,
) -> None:
    """Open the desk: the pages to read, compare and search what a ledger has, in any browser of this machine."""
    with open_ledger(ledger) as engine:
        alone = host in LOOPBACK
        if not alone and not has_users(engine):
            raise typer.BadParameter(f"without users the desk serves this machine alone, not {host}; {ADD}")
        settings = Settings(name=ledger_name(ledger), who=getpass.getuser(), hosts=(*LOOPBACK, *(names or [host])))
        for_whom = "for its users" if has_users(engine) else "for this machine alone"
        typer.echo(f"The desk is open at http://{host}:{port}/ {for_whom}. Stop it with Ctrl-C.", err=True)
        serve(engine, settings, host=host, port=port)
