"""`sayso user`: who may log in to the desk, as what, and by which tokens programs come in."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from sayso.ledger import (
    ROLES,
    add_user,
    check_role,
    disable_user,
    load_tokens,
    load_users,
    make_token,
    open_ledger,
    revoke_token,
    set_password,
    set_role,
)
from sayso.run.options import DEFAULT_LEDGER, LedgerOption
from sayso.run.rows import print_rows

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name by which they log in.")]
RoleArgument = Annotated[str, typer.Argument(metavar="ROLE", help=f"{', '.join(ROLES)}.")]
RoleOption = Annotated[str, typer.Option("--role", metavar="ROLE", help=f"{', '.join(ROLES)}.")]
AgainOption = Annotated[bool, typer.Option("--again", help="They may log in again.")]
NewOption = Annotated[str | None, typer.Option("--new", metavar="LABEL", help="Make one for what is called so.")]
RevokeOption = Annotated[str | None, typer.Option("--revoke", metavar="LABEL", help="Revoke the one of that label.")]

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Say who may log in to the desk, as what, and with which tokens.",
)  # fmt: skip


@app.command()
def add(name: NameArgument, role: RoleOption = "reader", ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Add a user; the password is asked for, or read as a line of standard input."""
    check_role(role)
    with open_ledger(ledger, make=True) as engine:
        user = add_user(engine, name, _ask_password(), role=role)
    typer.echo(f"{user.name} may log in as {user.role}.")


@app.command()
def password(name: NameArgument, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Give a user another password; whoever is logged in as them is logged out."""
    with open_ledger(ledger) as engine:
        typer.echo(f"{set_password(engine, name, _ask_password()).name} has another password.")


@app.command()
def role(name: NameArgument, role: RoleArgument, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Give a user another role."""
    with open_ledger(ledger) as engine:
        user = set_role(engine, name, role)
    typer.echo(f"{user.name} may log in as {user.role}.")


@app.command()
def disable(name: NameArgument, again: AgainOption = False, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Let a user log in no more; what they decided stays."""
    with open_ledger(ledger) as engine:
        user = disable_user(engine, name, disabled=not again)
    typer.echo(f"{user.name} may {'log in again' if again else 'not log in any more'}.")


@app.command("list")
def list_users(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """List who may log in, and as what."""
    with open_ledger(ledger) as engine:
        users = load_users(engine)
    rows = ((each.name, each.role, "disabled" if each.disabled else "", each.made[:10]) for each in users)
    print_rows(("Name", "Role", "", "Added"), rows)


@app.command()
def token(
    name: NameArgument, new: NewOption = None, revoke: RevokeOption = None, ledger: LedgerOption = DEFAULT_LEDGER
) -> None:
    """List a user's tokens, make one, or revoke one. A token is shown once, when it is made."""
    with open_ledger(ledger) as engine:
        if revoke:
            revoke_token(engine, name, revoke)
        if new:
            typer.echo(make_token(engine, name, new))
            return
        tokens = load_tokens(engine, name)
    rows = ((each.label, *((day or "")[:16] for day in (each.made, each.used, each.revoked))) for each in tokens)
    print_rows(("Token", "Made", "Last used", "Revoked"), rows)


def _ask_password() -> str:
    """Without showing it and twice at a terminal; else a line of standard input."""
    if not _at_terminal():
        return sys.stdin.readline().rstrip("\r\n")
    given = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != given:
        raise typer.BadParameter("the two are not the same", param_hint="the password")
    return given


def _at_terminal() -> bool:
    return sys.stdin.isatty()
