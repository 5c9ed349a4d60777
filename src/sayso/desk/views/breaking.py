"""What changed: new, updated, corrected and cancelled incidents, each naming what it replaces."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Engine

from sayso.desk.sitrep_words import visible
from sayso.desk.views.rows import short_id
from sayso.ledger import Change, load_changes, newest_change
from sayso.review import Withheld

ROWS = 60
UNREVIEWED = "machine reading, not reviewed"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Changes behind a number, or since a moment (ISO 8601; without a zone it is UTC); the newest, where neither is
    given."""

    after: int | None = None
    since: datetime | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One change. replaces: the number of the change that said so before; into: the id of the incident in which the
    reports of a cancelled one stand now; body: what is known, as the ledger keeps it."""

    number: int
    at: str
    kind: str
    incident: str
    href: str
    headline: str
    replaces: int | None
    into: str | None
    reviewed: bool
    body: Any


class Breaking(msgspec.Struct, frozen=True, kw_only=True):
    """Changes, in order where they were asked for by number or moment, else the newest first.

    newest: the number of the last change of the ledger; next: what to ask `after` for more, None where there is none.
    """

    changes: tuple[Told, ...]
    newest: int
    next: int | None


def view_breaking(engine: Engine, asked: Asked, withheld: Withheld) -> Breaking:
    """A ledger, what is asked, and what whoever asks may not see, in; its changes out."""
    last = newest_change(engine)
    newest = last.number if last else 0
    if asked.after is None and asked.since is None:
        found = load_changes(engine, after=max(0, newest - ROWS), most=ROWS)
        return Breaking(changes=tuple(told_of(each, withheld) for each in reversed(found)), newest=newest, next=None)
    found = load_changes(engine, after=asked.after or 0, most=ROWS, since=moment_of(asked.since))
    goes_on = bool(found) and found[-1].number < newest
    return Breaking(
        changes=tuple(told_of(each, withheld) for each in found),
        newest=newest,
        next=found[-1].number if goes_on else None,
    )


def told_of(change: Change, withheld: Withheld) -> Told:
    """A change as the ledger keeps it in, as a page has it out: that there is one, where what it tells is withheld.

    From when it is withheld the incident is cancelled for who may not see it: whoever keeps what is told drops it.
    """
    if withheld.touches(change.incident):
        kind = "cancel" if (change.body or {}).get("withheld") else change.kind
        body = {"headline": "Withheld"}
        change = msgspec.structs.replace(change, kind=kind, body=body, into=None, reviewed=False)
    leads_to = change.into or change.incident
    return Told(
        number=change.number,
        at=change.at,
        kind=change.kind,
        incident=short_id(change.incident),
        href=f"/incidents/{short_id(leads_to)}",
        headline=visible(change.body["headline"]) if change.body else "",
        replaces=change.replaces,
        into=short_id(change.into) if change.into else None,
        reviewed=change.reviewed,
        body=change.body,
    )


def moment_of(since: datetime | None) -> str | None:
    """A moment as the ledger writes it."""
    if since is None:
        return None
    aware = since if since.tzinfo else since.replace(tzinfo=UTC)
    with suppress(OverflowError):  # hours of the calendar's first day, or its last, that are others in UTC
        aware = aware.astimezone(UTC)
    return aware.isoformat(timespec="microseconds")
