"""The situation: the incidents of a period, a place, a party; disputes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from sqlalchemy import Engine

from sayso.desk.sitrep_words import days_words
from sayso.desk.views.breaking import moment_of
from sayso.desk.views.rows import Row, rows_seen, short_id
from sayso.desk.views.strip import Strip, draw_strip
from sayso.ledger import (
    Browsed,
    Change,
    Cursor,
    Decided,
    browse_incidents,
    cancelled_since,
    count_incidents,
    cursor_of,
    newest_change,
    newest_day,
)
from sayso.review import Withheld, review_browsed

ROWS = 100
BETWEEN = "~"
CURSOR = rf"^(|(\d{{4}}-\d\d-\d\d)?{BETWEEN}incident:[0-9a-f]{{1,64}})$"
"""Where a page ended: the day, if there is one, and the id of its last incident."""
DAYS = 30
"""Days up to the newest report that are shown where no period is asked for."""
Order = Literal["day", "place", "killed", "independent", "reports"]


class Asked(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """What the situation is asked for. from, to: ISO dates; all: every day, where neither is given.

    changed_since: a moment (ISO 8601; without a zone it is UTC), for what changed since, of all days if no period is
    given. after: the `next` of the page before.
    """

    start: date | None = None
    end: date | None = None
    all: bool = False
    place: str = ""
    party: str = ""
    sort: Order = "day"
    rising: bool = False
    changed_since: datetime | None = None
    after: Annotated[str, msgspec.Meta(pattern=CURSOR)] = ""


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that is no more. at: when that was noted (UTC); into: the one in which its reports stand now."""

    id: str
    at: str
    into: str | None


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents of a period. total: how many there are; start, end: the period; next: what to ask `after` for older
    ones, None where there are none.

    gone: those that are no more, where it was asked what changed since; as_of: up to when changes are taken in, which
    is the moment to ask the next time; None where none were noted yet.
    """

    start: str | None
    end: str | None
    period: str
    total: int
    rows: tuple[Row, ...]
    strip: Strip | None
    next: str | None = None
    gone: tuple[Gone, ...] = ()
    as_of: str | None = None

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
    since, newest = moment_of(asked.changed_since), newest_change(engine)
    wanted = Browsed(start=start, end=end, place=asked.place or None, party=asked.party or None, changed_since=since)
    found = browse_incidents(engine, wanted, most=ROWS + 1, after=_cursor(asked.after))
    rows = rows_seen(engine, review_browsed(engine, found[:ROWS], log), withheld)
    if asked.place or asked.party:
        rows = [row for row in rows if not row.withheld]
    return Situation(
        start=start,
        end=end,
        period=days_words(start, end) if start or end else "all days",
        total=max(count_incidents(engine, wanted), len(rows)),
        rows=tuple(sorted_rows(rows, asked.sort, rising=asked.rising)),
        strip=draw_strip(rows, start, end),
        next=BETWEEN.join(cursor_of(found[ROWS - 1])) if len(found) > ROWS else None,
        gone=tuple(_gone(each, withheld) for each in cancelled_since(engine, since)) if since else (),
        as_of=newest.at if newest else None,
    )


def _cursor(after: str) -> Cursor | None:
    """Where the page before ended."""
    day, _, id = after.partition(BETWEEN)
    return Cursor(day, id) if after else None


def _gone(change: Change, withheld: Withheld) -> Gone:
    into = None if withheld.touches(change.incident) else change.into
    return Gone(id=short_id(change.incident), at=change.at, into=short_id(into) if into else None)


def period_of(engine: Engine, asked: Asked) -> tuple[str | None, str | None]:
    """The first and the last day that are asked for: the last weeks of the ledger, where nothing is."""
    if asked.start or asked.end or asked.all or asked.changed_since:
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
