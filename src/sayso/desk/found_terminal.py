"""What a search found, as a table for a person at a terminal. Outside text is never taken for markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.desk.review_terminal import verdict_words
from sayso.desk.sitrep_words import days_words, shorten, visible
from sayso.ledger import Found
from sayso.review import ReviewedClaim

LONGEST_QUOTE = 240
COLUMNS = ("What", "When", "Where", "Whose word", "The words", "In")


def show_found(
    found: Sequence[Found], console: Console, *, decided: Mapping[tuple[str, str], ReviewedClaim] | None = None
) -> None:
    """One row for each answer: a report, or a claim with whose word it is. decided: ids of a report and a claim -> how
    somebody decided on it, which stands before its words."""
    table = Table(*COLUMNS, box=SIMPLE_HEAD, pad_edge=False)
    for each in found:
        claim = decided.get((each.report, each.id)) if decided else None
        table.add_row(*(Text(visible(cell)) for cell in _cells(each, verdict_words(claim) if claim else "")))
    console.print(table)


def _cells(found: Found, verdict: str) -> tuple[str, ...]:
    days = days_words(found.day_start, found.day_end)
    words = f"“{shorten(found.quote, LONGEST_QUOTE)}”"
    words = f"{verdict} (by review): {words}" if verdict else words
    source = ", ".join(filter(None, (found.publisher, found.title)))
    if found.of == "report":
        return "report", days, "", "", words, source or found.report
    return found.type or found.of, days, found.places, found.speakers, words, source or found.report
