"""The situation: the incidents of a period, a place, a party; disputes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Literal

import msgspec
from sqlalchemy import Engine

from sayso.desk.sitrep_words import days_words
from sayso.desk.views.rows import Row, rows_seen
from sayso.desk.views.strip import Strip, draw_strip
from sayso.ledger import Browsed, Decided, browse_incidents, count_incidents, newest_day
from sayso.review import Withheld, review_browsed

ROWS = 100
DAYS = 30
"""Days up to the newest report that are shown where no period is asked for."""
Order = Literal["day", "place", "killed", "independent", "reports"]


class Asked(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """What the situation is asked for. from, to: ISO dates; all: every day, where neither is given."""

    start: date | None = None
    end: date | None = None
    all: bool = False
    place: str = ""
    party: str = ""
    sort: Order = "day"
    rising: bool = False


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents of a period. total: how many there are, of which `rows` are the newest; start, end: the period."""

    start: str | None
    end: str | None
    period: str
    total: int
    rows: tuple[Row, ...]
    strip: Strip | None

    @property
    def disputed(self) -> tuple[Row, ...]:
        """Those in which something cannot all hold."""
        return tuple(row for row in self.rows if row.disputes)

    @property
    def located(self) -> tuple[Row, ...]:
        """Those that can be drawn on a map."""
        return tuple(row for row in self.rows if row.lat is not None and row.lon is not None)


def view_situation(engine: Engine, log: Sequence[Decided], asked: Asked, withheld: Withheld) -> Situation:
    """A ledger, its log of decisions, what is asked, and what whoever asks may not see, in; the situation out."""
    start, end = period_of(engine, asked)
    wanted = Browsed(start=start, end=end, place=asked.place or None, party=asked.party or None)
    found = browse_incidents(engine, wanted, most=ROWS)
    rows = rows_seen(engine, review_browsed(engine, found, log), withheld)
    if asked.place or asked.party:
        rows = [row for row in rows if not row.withheld]
    return Situation(
        start=start,
        end=end,
        period=days_words(start, end) if start or end else "all days",
        total=max(count_incidents(engine, wanted), len(rows)),
        rows=tuple(sorted_rows(rows, asked.sort, rising=asked.rising)),
        strip=draw_strip(rows, start, end),
    )


def period_of(engine: Engine, asked: Asked) -> tuple[str | None, str | None]:
    """The first and the last day that are asked for: the last weeks of the ledger, where nothing is."""
    if asked.start or asked.end or asked.all:
        return _iso(asked.start), _iso(asked.end)
    if (newest := newest_day(engine)) is None:
        return None, None
    return (date.fromisoformat(newest) - timedelta(days=DAYS - 1)).isoformat(), newest


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def sorted_rows(rows: Sequence[Row], order: Order, *, rising: bool) -> list[Row]:
    """Rows by a column; those that have nothing there come last either way."""
    key = ORDERS[order]
    having = [row for row in rows if key(row) is not None]
    lacking = [row for row in rows if key(row) is None]
    return sorted(having, key=lambda row: (key(row), row.id), reverse=not rising) + lacking


def _killed(row: Row) -> float | None:
    killed = [cell for cell in row.figures if cell.measure == "killed"]
    values = [value for cell in killed for value in (cell.low, cell.best, cell.high) if value is not None]
    return max(values, default=None)


ORDERS: dict[Order, Callable[[Row], Any]] = {
    "day": lambda row: row.start or row.end,
    "place": lambda row: row.place,
    "killed": _killed,
    "independent": lambda row: row.independent,
    "reports": lambda row: row.reports,
}
