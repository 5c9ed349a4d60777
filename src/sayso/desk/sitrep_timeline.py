"""The time line: one bar for each stretch of days on which something is said to have happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from sayso.desk.sitrep_lines import Line
from sayso.desk.sitrep_words import shorten

WIDTH, TOP, ROW = 960, 30, 18
LABELS, RIGHT = 262, 10
"""Room for the labels on the left, and for an arrow on the right."""
MOST_BARS = 40
"""More bars than these are left to the table below; those with the fewest lines go first."""
DAYS_AROUND = 60
"""How far before and after the days of the reports the time line reaches; bars that go on are cut there, and say so."""
LONGEST_LABEL = 38


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One bar: where it stands, the words beside it, and the anchor of the first line it stands for."""

    x: float
    y: float
    width: float
    label: str
    days: str
    anchor: str
    said_so: bool
    cut_before: bool
    cut_after: bool


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A day on the axis."""

    x: float
    label: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing in its own units; `left_out` lines are only in the table."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    left_out: int


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.day = (WIDTH - LABELS - RIGHT) / ((last - first).days + 1)

    def x(self, day: date) -> float:
        return LABELS + (day - self.first).days * self.day

    def clamp(self, day: date) -> date:
        return min(max(day, self.first), self.last)


def draw_timeline(lines: Sequence[Line], published: Iterable[str]) -> Timeline | None:
    """Lines and the days of the reports in, the drawing out; None where nothing is dated."""
    dated = [line for line in lines if line.start or line.end]
    if not dated:
        return None
    scale = _scale(dated, sorted(published))
    inside = [line for line in dated if _days(line, scale)]
    groups = _gather(inside)
    shown = sorted(sorted(groups, key=lambda group: -len(group))[:MOST_BARS], key=lambda group: _days(group[0], scale))
    bars = tuple(_bar(group, row, scale) for row, group in enumerate(shown))
    left_out = len(lines) - sum(len(group) for group in shown)
    height = TOP + ROW * len(bars) + 6
    return Timeline(width=WIDTH, height=height, bars=bars, ticks=tuple(_ticks(scale)), left_out=left_out)


def _scale(lines: Iterable[Line], published: Sequence[str]) -> _Scale:
    """The days shown: those of the lines, as long as they lie near the days of the reports."""
    days = sorted(date.fromisoformat(day) for line in lines for day in (line.start, line.end) if day)
    first, last = days[0], days[-1]
    if published:
        around = timedelta(days=DAYS_AROUND)
        near = date.fromisoformat(published[0]) - around, date.fromisoformat(published[-1]) + around
        kept = [day for day in days if near[0] <= day <= near[1]]
        first, last = (kept[0], kept[-1]) if kept else (first, last)
    return _Scale(first, last)


def _days(line: Line, scale: _Scale) -> tuple[date, date] | None:
    """The days that a line covers inside the scale, or None where it lies outside."""
    start = date.fromisoformat(line.start) if line.start else scale.first
    end = date.fromisoformat(line.end) if line.end else scale.last
    if end < scale.first or start > scale.last or end < start:
        return None
    return scale.clamp(start), scale.clamp(end)


def _gather(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines of one kind of happening, place and time share a bar."""
    groups: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in lines:
        place = line.places[-1].name if line.places else ""
        groups[(line.start, line.end, line.what.split(" (")[0], line.claim.realis, place)].append(line)
    return list(groups.values())


def _bar(group: list[Line], row: int, scale: _Scale) -> Bar:
    line = group[0]
    start, end = _days(line, scale) or (scale.first, scale.last)
    x, stop = scale.x(start), scale.x(end) + scale.day
    return Bar(
        x=round(x, 1),
        y=TOP + row * ROW,
        width=round(max(stop - x - 1, 3), 1),
        label=_label(group),
        days=line.when,
        anchor=line.anchor,
        said_so=line.claim.realis in ("happened", "ongoing"),
        cut_before=line.start is None or date.fromisoformat(line.start) < scale.first,
        cut_after=line.end is None or date.fromisoformat(line.end) > scale.last,
    )


def _label(group: list[Line]) -> str:
    line = group[0]
    status = line.claim.realis if line.claim.realis not in ("happened", "ongoing") else ""
    status = "denied" if status == "negated" else status
    parts = [line.what.split(" (")[0], line.where.split(", ")[0], status]
    count = f" ×{len(group)}" if len(group) > 1 else ""
    return shorten(", ".join(filter(None, parts)), LONGEST_LABEL - len(count)) + count


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """Every day, week, month or year, so that the labels stay apart."""
    span = (scale.last - scale.first).days + 1
    last_x = -100.0
    for at in range(span):
        day = scale.first + timedelta(days=at)
        if _is_tick(day, span) and scale.x(day) - last_x > 52:
            last_x = scale.x(day)
            yield Tick(x=round(last_x, 1), label=_tick_label(day, span))


def _is_tick(day: date, span: int) -> bool:
    if span <= 21:
        return True
    if span <= 130:
        return day.weekday() == 0
    return day.day == 1 if span <= 1500 else (day.month, day.day) == (1, 1)


def _tick_label(day: date, span: int) -> str:
    if span <= 130:
        return f"{day.day} {day:%b}"
    return f"{day:%b} {day.year}" if span <= 1500 else str(day.year)
