"""One record as tables, for a person at a terminal."""

from __future__ import annotations

from rich.console import Console

from sayso.desk import gather_situation, show_situation
from sayso.records import Record


def show_record(record: Record, console: Console) -> None:
    """What the report says: happenings, figures, control, conditions, relations, disputes, who is on record."""
    show_situation(gather_situation([record]), console)
