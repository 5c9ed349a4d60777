"""`sayso hook`: to which addresses changes are sent, as who they see them, and what became of it."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from sayso.desk.web import send_hooks
from sayso.ledger import ROLES, add_hook, check_role, load_hooks, open_ledger, remove_hook, resume_hook
from sayso.run.options import DEFAULT_LEDGER, LedgerOption
from sayso.run.rows import print_rows

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="What the hook is called.")]
AddressArgument = Annotated[str, typer.Argument(metavar="ADDRESS", help="Where changes are sent, as https://...")]
RoleOption = Annotated[str, typer.Option("--role", metavar="ROLE", help=f"What it may see: {', '.join(ROLES)}.")]

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Say to which addresses changes are sent, and send what is due.",
)  # fmt: skip


@app.command()
def add(
    name: NameArgument, address: AddressArgument, role: RoleOption = "reader", ledger: LedgerOption = DEFAULT_LEDGER
) -> None:
    """Add a hook; the secret by which the receiver checks what comes is shown this once."""
    with open_ledger(ledger, make=True) as engine:
        typer.echo(add_hook(engine, name, address, role=check_role(role)).secret)


@app.command("list")
def list_hooks(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """List the hooks: where they lead, how far each has got, and which are stopped."""
    with open_ledger(ledger) as engine:
        hooks = load_hooks(engine)
    rows = (
        (each.name, each.address, each.role, str(each.reached), str(each.failures or ""), each.stopped or "")
        for each in hooks
    )
    print_rows(("Hook", "Address", "Role", "Sent up to", "Failures", "Stopped by"), rows)


@app.command()
def remove(name: NameArgument, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Send nothing there any more."""
    with open_ledger(ledger) as engine:
        remove_hook(engine, name)
    typer.echo(f"Nothing goes to {name} any more.")


@app.command()
def resume(name: NameArgument, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Try a hook again at once that was stopped, or that waits after a failure."""
    with open_ledger(ledger) as engine:
        resume_hook(engine, name)
    typer.echo(f"{name} is tried again.")


@app.command()
def send(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Send what is due, where no desk is open that would; ends with 1 where something did not come through."""
    with open_ledger(ledger) as engine:
        turns = []
        while turn := asyncio.run(send_hooks(engine)):
            turns += turn
    for each in turns:
        typer.echo(f"{each.hook}: {each.number} sent" + (f", then {each.failed}." if each.failed else "."))
    if any(each.failed for each in turns):
        raise typer.Exit(1)
