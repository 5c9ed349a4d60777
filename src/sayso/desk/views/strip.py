"""The time line of the situation: a column for what has its day, a bar for each incident whose days are uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from sayso.desk.sitrep_words import count_words, day_words
from sayso.desk.views.rows import Row

WIDTH, LEFT, RIGHT = 960, 34, 10
COLUMNS_TOP, COLUMNS_HEIGHT = 8, 70
LANE = 9
MOST_LANES = 14
"""Lanes of uncertain bars; those that find no room are in the table."""
MOST_COLUMNS = 120
"""Days up to which each has a column of its own; beyond, several share one."""
LABEL_ROOM = 62


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """Incidents of one day, or of a few days in a row, in units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    title: str


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that happened some time within these days."""

    id: str
    x: float
    y: float
    width: float
    title: str
    cut_before: bool
    cut_after: bool


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A day on the axis."""

    x: float
    text: str


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing. first: its first day, ISO; days: how many it has; left, inner: where they stand."""

    width: int
    height: int
    left: int
    inner: int
    foot: int
    first: str
    days: int
    most: int
    columns: tuple[Column, ...]
    spans: tuple[Span, ...]
    labels: tuple[Label, ...]


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.days = (last - first).days + 1
        self.day = (WIDTH - LEFT - RIGHT) / self.days
        self.step = max(1, -(-self.days // MOST_COLUMNS))

    def x(self, day: date) -> float:
        return LEFT + (day - self.first).days * self.day


def draw_strip(rows: Sequence[Row], start: str | None, end: str | None) -> Strip | None:
    """Rows and the period that was asked for in, the drawing out; None where no row has a day."""
    dated = [(row, *_days(row)) for row in rows if row.start or row.end]
    if not dated:
        return None
    first = date.fromisoformat(start) if start else min(each[1] for each in dated)
    last = date.fromisoformat(end) if end else max(each[2] for each in dated)
    scale = _Scale(first, max(first, last))
    counts = Counter((day - first).days // scale.step for _, day, until in dated if day == until and first <= day)
    spans = list(_spans([each for each in dated if each[1] != each[2]], scale))
    foot = COLUMNS_TOP + COLUMNS_HEIGHT + 18
    lanes = max((span.y for span in spans), default=foot - LANE) + LANE
    return Strip(
        width=WIDTH,
        height=int(max(lanes, foot)) + 4,
        left=LEFT,
        inner=WIDTH - LEFT - RIGHT,
        foot=COLUMNS_TOP + COLUMNS_HEIGHT,
        first=first.isoformat(),
        days=scale.days,
        most=max(counts.values(), default=0),
        columns=tuple(_columns(counts, scale)),
        spans=tuple(spans),
        labels=tuple(_labels(scale)),
    )


def _days(row: Row) -> tuple[date, date]:
    start, end = row.start or row.end or "", row.end or row.start or ""
    return date.fromisoformat(start), date.fromisoformat(max(start, end))


def _columns(counts: Counter[int], scale: _Scale) -> Iterator[Column]:
    unit = COLUMNS_HEIGHT / max(counts.values(), default=1)
    for at, number in sorted(counts.items()):
        day = scale.first + timedelta(days=at * scale.step)
        height = round(number * unit, 1)
        yield Column(
            x=round(scale.x(day) + 0.5, 1),
            y=round(COLUMNS_TOP + COLUMNS_HEIGHT - height, 1),
            width=round(max(scale.day * scale.step - 1, 1), 1),
            height=height,
            title=f"{day_words(day.isoformat())}: {count_words(number, 'incident')}",
        )


def _spans(dated: Sequence[tuple[Row, date, date]], scale: _Scale) -> Iterator[Span]:
    """Bars in lanes, each in the first that has room."""
    free: list[date] = []
    for row, start, end in sorted(dated, key=lambda each: (each[1], each[0].id)):
        if end < scale.first or start > scale.last:
            continue
        lane = next((at for at, day in enumerate(free) if day < start), len(free))
        if lane >= MOST_LANES:
            continue
        free[lane:] = [end, *free[lane + 1 :]]
        yield _span(row, start, end, lane, scale)


def _span(row: Row, start: date, end: date, lane: int, scale: _Scale) -> Span:
    begins, stops = max(start, scale.first), min(end, scale.last)
    return Span(
        id=row.id,
        x=round(scale.x(begins), 1),
        y=COLUMNS_TOP + COLUMNS_HEIGHT + 18 + lane * LANE,
        width=round(max((stops - begins).days + 1, 1) * scale.day - 1, 1),
        title=f"{row.place}, {row.when}",
        cut_before=start < scale.first,
        cut_after=end > scale.last,
    )


def _labels(scale: _Scale) -> Iterator[Label]:
    step = max(1, round(scale.days * LABEL_ROOM / (WIDTH - LEFT - RIGHT)))
    for at in range(0, scale.days, step):
        day = scale.first + timedelta(days=at)
        if scale.x(day) < WIDTH - LABEL_ROOM:
            text = f"{day.day} {day:%b}" if scale.days <= 300 else f"{day:%b} {day.year}"
            yield Label(x=round(scale.x(day), 1), text=text)
