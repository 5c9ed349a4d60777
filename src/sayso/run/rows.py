"""Rows for a person at a terminal, or as lines of JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from sayso.desk import make_console


def print_rows(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    make_console().print(table)


def write_lines(found: Iterable[object]) -> None:
    """Each as one line of JSON."""
    for each in found:
        sys.stdout.buffer.write(msgspec.json.encode(each) + b"\n")
    sys.stdout.buffer.flush()


def json_or_word(value: str) -> object:
    """What somebody wrote: JSON, or else a word."""
    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError:
        return value
