"""How a toll moved: each word on it as a mark by day, with the range that it leaves open. In units of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

import msgspec

from sayso.desk.sitrep_words import day_words, number_words
from sayso.records import Toll, TollPoint

WIDTH, HEIGHT = 640, 200
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 14, 30
STEPS = (1, 2, 5)
MOST_LINES = 5


class PlotMark(msgspec.Struct, frozen=True, kw_only=True):
    """One word on the toll. low, high: ends of its range (an open end reaches the frame); best: None where none."""

    x: float
    low: float
    high: float
    best: float | None
    open_end: bool
    superseded: bool
    title: str


class PlotLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the scale, or a day of the axis: where, and what stands there."""

    at: float
    label: str


class TollPlot(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing of one toll."""

    width: int
    height: int
    marks: tuple[PlotMark, ...]
    lines: tuple[PlotLine, ...]
    days: tuple[PlotLine, ...]


def draw_toll(toll: Toll) -> TollPlot | None:
    """A toll in, its drawing out; None where fewer than two words on it have a day, or none has a number."""
    points = [point for point in toll.points if point.day and _values(point)]
    if len(points) < 2:
        return None
    most = max(value for point in points for value in _values(point))
    days = [date.fromisoformat(point.day or "").toordinal() for point in points]
    first, last = min(days), max(days)
    x = {day: round(LEFT + 10 + (day - first) / max(1, last - first) * (WIDTH - LEFT - RIGHT - 20), 1) for day in days}
    unit = (HEIGHT - TOP - BOTTOM) / max(most, 1)
    return TollPlot(
        width=WIDTH,
        height=HEIGHT,
        marks=tuple(_mark(point, x[day], unit) for point, day in zip(points, days, strict=True)),
        lines=tuple(PlotLine(at=_y(value, unit), label=number_words(value)) for value in scale_of(most)),
        days=tuple(
            PlotLine(at=x[day], label=day_words(date.fromordinal(day).isoformat())) for day in sorted({first, last})
        ),
    )


def scale_of(most: float) -> list[float]:
    """Round numbers from 0 up to the most, a handful of them."""
    steps = (share * 10**power for power in count() for share in STEPS)
    step = next(step for step in steps if most / step <= MOST_LINES)
    return [step * at for at in range(int(most / step) + 1)]


def _mark(point: TollPoint, x: float, unit: float) -> PlotMark:
    values = _values(point)
    open_end = point.high is None and point.best is None
    return PlotMark(
        x=x,
        low=_y(min(values), unit),
        high=TOP if open_end else _y(max(values), unit),
        best=None if point.best is None else _y(point.best, unit),
        open_end=open_end,
        superseded=point.superseded,
        title=f"{', '.join(point.speakers)}, {day_words(point.day or '')}: {_words(point)}",
    )


def _words(point: TollPoint) -> str:
    return " to ".join(number_words(value) for value in dict.fromkeys(_values(point)))


def _values(point: TollPoint) -> Sequence[float]:
    return [value for value in (point.low, point.best, point.high) if value is not None]


def _y(value: float, unit: float) -> float:
    return round(HEIGHT - BOTTOM - value * unit, 1)
