"""The command line: `sayso COMMAND`. One small file a command; each is loaded when it is called."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import Annotated, ClassVar

import typer

from sayso.errors import CodingRefused, DecisionRefused, HookRefused, QueryError, SaysoError, UserRefused
from sayso.run.lazy import LateGroup

FAILED = 1
"""Sayso itself could not go on: no ledger, no language model."""
WRONG_CALL = 2
"""The command was called wrongly: as for an option that there is not."""
REFUSED = 5
"""A decision that can't be taken, or can't be undone."""
STATUS = {
    **dict.fromkeys((QueryError, UserRefused, HookRefused), WRONG_CALL),
    **dict.fromkeys((DecisionRefused, CodingRefused), REFUSED),
}


class Commands(LateGroup):
    """What `sayso` can do."""

    late: ClassVar[dict[str, str]] = {
        "read": "Read reports and print their records, one a line.",
        "ingest": "Read reports into a ledger.",
        "sitrep": "Show the situation as the ledger has it, here and as a page.",
        "incidents": "Put reports together by what they tell of, with figures by a named rule, and disputes.",
        "review": "Decide on claims and incidents, undo it, and see what waits for a decision.",
        "search": "Find reports and claims of a ledger by words and fields.",
        "explain": "Show how a value of a record was made, or why words gave none.",
        "serve": "Open the desk: the pages to read, compare and search what a ledger has.",
        "verify": "Check that every quote of the ledger still stands in its report.",
        "user": "Say who may log in to the desk, as what, and with which tokens.",
        "hook": "Say to which addresses changes are sent, and send what is due.",
        "schema": "Print the JSON Schema that every record answers to.",
    }


app = typer.Typer(
    cls=Commands, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {importlib.metadata.version('sayso')}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=show_version, is_eager=True)
    ] = False,
) -> None:
    """Turn conflict reports into an attributed record: what happened, where, when, to how many, on whose word."""


def main() -> None:
    """The door of the installed program. A failure that Sayso foresees is one sentence, not a traceback."""
    try:
        app(prog_name="sayso")
    except SaysoError as error:
        print(error, file=sys.stderr)
        sys.exit(STATUS.get(type(error), FAILED))


if __name__ == "__main__":
    main()
