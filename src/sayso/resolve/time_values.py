"""What a time expression says before anybody knows the day of the report: what a scan gives and `times` resolves."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.codebook.times import Anchor, Opening
from sayso.records import Span

ValueKind = Literal[
    "date", "weekday", "unit", "offset", "stretch", "vague", "season", "holiday", "quarter", "decade", "century",
    "week_of", "days_on", "range",
]  # fmt: skip
Part = Literal["early", "mid", "late"]


class TimeValue(msgspec.Struct, frozen=True, kw_only=True):
    """The meaning of a time expression as far as its own words go; null is what they leave open.

    date: any of year, month, day, weekday (Monday is 0). weekday, unit, season, holiday, a month: `steps` on from
    `anchor` (0 this, 1 next, -1 last, null the nearest). offset: `count` units (negative is earlier, null is vague)
    from `anchor` or `ref`; without both, from an event. stretch: `count` units up to (negative) or from the anchor.
    vague: before (negative) or after the report's day. quarter: the `ordinal`th `unit` (quarter, half) of the year or
    month. century: the `ordinal`th. days_on: `first_day` to `last_day` days from the report's day. range: `ref` to
    `last`. week_of: the week (or weekend) of `ref`. swapped: day and month may stand the other way round.
    """

    kind: ValueKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    name: str | None = None
    unit: str | None = None
    count: int | None = None
    ordinal: int | None = None
    steps: int | None = None
    anchor: Anchor | None = None
    part: Part | None = None
    first_day: int = 0
    last_day: int = 0
    swapped: bool = False
    ref: TimeValue | None = None
    last: TimeValue | None = None


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression: `span` without its preposition, `full` with it, and what the preposition makes of the days."""

    span: Span
    full: Span
    value: TimeValue
    opening: Opening = "at"
