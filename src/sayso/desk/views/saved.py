"""The searches that somebody keeps, each with how many answers have come since they last looked."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec
from sqlalchemy import Engine

from sayso.desk.views.found import is_withheld
from sayso.errors import QueryError
from sayso.ledger import SavedSearch, newer_answers, saved_searches
from sayso.review import Withheld

COUNTED = 99
"""Answers that are counted at most."""


class SavedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A search. new: answers since they last looked, up to 99; more: whether there are more; wrong: why it can't be
    asked any more."""

    name: str
    query: str
    href: str
    made: str
    new: int
    more: bool
    wrong: str = ""


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """All that somebody keeps, by name."""

    searches: tuple[SavedRow, ...]


def view_saved(engine: Engine, owner: str, withheld: Withheld) -> Saved:
    """A ledger, whose searches, and what they may not see, in; the searches out."""
    return Saved(searches=tuple(row_of_search(engine, each, withheld) for each in saved_searches(engine, owner)))


def row_of_search(engine: Engine, kept: SavedSearch, withheld: Withheld) -> SavedRow:
    """A search as it is kept in, with what is new out."""
    row = SavedRow(
        name=kept.name, query=kept.query, href=href_of(kept.query), made=kept.made, new=0, more=False,
    )  # fmt: skip
    try:
        found = newer_answers(engine, kept.query, than=kept.seen, most=COUNTED + 1)
    except QueryError as error:
        return msgspec.structs.replace(row, wrong=str(error))
    new = sum(not is_withheld(each, withheld) for each in found)
    return msgspec.structs.replace(row, new=min(new, COUNTED), more=new > COUNTED)


def href_of(query: str) -> str:
    """The address of a query's answers."""
    return f"/search?{urlencode({'q': query})}"
