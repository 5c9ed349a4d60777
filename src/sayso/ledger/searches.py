"""Queries that somebody keeps under a name, and how far they have looked at what answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from sayso.errors import UserRefused
from sayso.ledger.dialects import taking_turn, writing
from sayso.ledger.people import changing_user, moment
from sayso.ledger.query import parse_query
from sayso.ledger.sessions import check_label
from sayso.ledger.tables import entry
from sayso.ledger.tables_people import saved_search

THIS_MACHINE = ""
"""Whose searches are that are kept where no user is set up."""
LONGEST_QUERY, MOST_SEARCHES = 10_000, 200


class SavedSearch(msgspec.Struct, frozen=True, kw_only=True):
    """A query that somebody keeps under a name. seen: the number of the last entry when they last looked at it."""

    owner: str
    name: str
    query: str
    made: str
    seen: int = 0


def save_search(engine: Engine, owner: str, label: str, query: str) -> SavedSearch:
    """A user's name (or this machine), a label and a query in, kept, instead of what stood under that label, out.
    Raises UserRefused, and QueryError where it can't be read."""
    label = check_label(label)
    if not query.strip() or len(query) > LONGEST_QUERY:
        raise UserRefused("the query is empty, or too long", f"give {LONGEST_QUERY:,} characters at most")
    parse_query(query)
    with _changing(engine, owner) as (connection, found):
        connection.execute(delete(saved_search).where(*_same(found, label)))
        kept = select(func.count()).where(saved_search.c.owner == found)
        if connection.execute(kept).scalar_one() >= MOST_SEARCHES:
            raise UserRefused(f"{MOST_SEARCHES} searches are kept already", "drop one first")
        row = {"owner": found, "name": label, "query": query, "made": moment(), "seen": _last(connection)}
        connection.execute(insert(saved_search), row)
    return SavedSearch(**row)


def saved_searches(engine: Engine, owner: str) -> list[SavedSearch]:
    """What a user, or this machine, keeps, by label."""
    wanted = select(saved_search).where(saved_search.c.owner == owner).order_by(saved_search.c.name)
    with engine.connect() as connection:
        return [SavedSearch(**row) for row in connection.execute(wanted).mappings()]


def look_at_search(engine: Engine, owner: str, label: str) -> SavedSearch | None:
    """A user's name and a label in; the search, at whose answers they look now, out; None where there is none."""
    with writing(engine) as connection:
        same = _same(owner, " ".join(label.split()))
        connection.execute(update(saved_search).where(*same).values(seen=_last(connection)))
        row = connection.execute(select(saved_search).where(*same)).mappings().first()
    return SavedSearch(**row) if row else None


def drop_search(engine: Engine, owner: str, label: str) -> bool:
    """A user's name and a label in, whether there was such a search out."""
    with writing(engine) as connection:
        return bool(connection.execute(delete(saved_search).where(*_same(owner, " ".join(label.split())))).rowcount)


@contextmanager
def _changing(engine: Engine, owner: str) -> Iterator[tuple[Connection, str]]:
    """A transaction, and the owner's name as it is written. Raises UserRefused where there is no such user."""
    if owner != THIS_MACHINE:
        with changing_user(engine, owner) as found:
            yield found
        return
    with taking_turn(engine) as connection:
        yield connection, THIS_MACHINE


def _same(owner: str, label: str) -> tuple:
    return saved_search.c.owner == owner, saved_search.c.name == label


def _last(connection: Connection) -> int:
    """The number of the last entry of the search's index."""
    return connection.execute(select(func.max(entry.c.number))).scalar() or 0
