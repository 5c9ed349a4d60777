"""A bar on standard error for long work: how far, how fast, how long yet. Nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TimeRemainingColumn,
)
from rich.text import Text

from sayso.read import find_inputs

Item = TypeVar("Item")


class ReportsASecond(ProgressColumn):
    """How fast it goes."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} reports/s" if speed else "")


def show_progress(items: Iterable[Item], count: Callable[[], int | None]) -> Iterator[Item]:
    """Items in, the same out, with a bar where standard error is a terminal. `count` tells how many, or None."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from items
        return
    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), ReportsASecond(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(items, total=count(), description="")


def count_inputs(paths: Sequence[str]) -> int | None:
    """How many inputs there are; None where only reading would tell, because standard input is among them."""
    return None if "-" in paths else sum(1 for _ in find_inputs(paths))
