"""What answers a query: reports, claims and incidents, each with the words that answer."""

from __future__ import annotations

import msgspec
from sqlalchemy import Engine

from sayso.desk.sitrep_words import days_words
from sayso.desk.views.evidence import report_href
from sayso.desk.views.rows import short_id
from sayso.ledger import Found, search_ledger
from sayso.review import Withheld

ROWS = 25
MOST_SKIPPED = 10_000


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A query as the search takes it, and how many answers to leave out first."""

    q: str = ""
    skip: int = 0


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer. of: report, claim or incident; href: where it stands."""

    of: str
    id: str
    href: str
    title: str
    publisher: str
    type: str
    days: str
    speakers: str
    places: str
    quote: str


class FoundView(msgspec.Struct, frozen=True, kw_only=True):
    """The answers, the newest first; next: how many to skip for more, None where there is no more."""

    query: str
    skip: int
    answers: tuple[Answer, ...]
    next: int | None


def view_found(engine: Engine, asked: Asked, withheld: Withheld) -> FoundView:
    """A ledger, a query, and what whoever asks may not see, in; the answers out. Raises QueryError."""
    skip = min(max(asked.skip, 0), MOST_SKIPPED)
    found = search_ledger(engine, asked.q, most=ROWS + 1, after=skip) if asked.q.strip() else []
    return FoundView(
        query=asked.q,
        skip=skip,
        answers=tuple(_answer(each) for each in found[:ROWS] if not is_withheld(each, withheld)),
        next=skip + ROWS if len(found) > ROWS else None,
    )


def is_withheld(found: Found, withheld: Withheld) -> bool:
    """Whether any of it rests on what is withheld; the words that answer would tell of it."""
    return found.report in withheld.reports or withheld.touches(found.id)


def _answer(found: Found) -> Answer:
    return Answer(
        of=found.of,
        id=found.id,
        href=f"/incidents/{short_id(found.id)}" if found.of == "incident" else _place_of(found),
        title=found.title or "",
        publisher=found.publisher or "",
        type=found.type or "",
        days=days_words(found.day_start, found.day_end),
        speakers=found.speakers,
        places=found.places,
        quote=found.quote,
    )


def _place_of(found: Found) -> str:
    return report_href(found.report, found.id if found.of == "claim" else "")
