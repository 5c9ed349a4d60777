"""One record as tables, for a person at a terminal."""

from __future__ import annotations

from rich.console import Console

from sayso.desk import gather_situation, show_situation, show_unread
from sayso.records import Record


def show_record(record: Record, console: Console, *, was_read: bool = True) -> None:
    """What the report says: happenings, figures, control, conditions, relations, disputes, who is on record.

    was_read: false where the report was left unread past its text, which one line then says.
    """
    if was_read:
        show_situation(gather_situation([record]), console)
    else:
        show_unread(record.report, console)
