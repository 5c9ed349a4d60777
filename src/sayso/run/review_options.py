"""The options that all decisions have in common."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

WhoOption = Annotated[
    str,
    typer.Option(
        metavar="NAME", envvar="SAYSO_WHO", default_factory=getpass.getuser, show_default="the login name",
        help="Who decides.",
    ),
]  # fmt: skip
ReasonOption = Annotated[str, typer.Option(metavar="TEXT", help="Why.")]
