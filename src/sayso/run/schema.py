"""`sayso schema`."""

from __future__ import annotations

import json

import typer

from sayso.records import record_schema


def command() -> None:
    """Print the JSON Schema (2020-12) that every record answers to."""
    typer.echo(json.dumps(record_schema(), indent=2))
