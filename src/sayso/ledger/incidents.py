"""Incidents, as groups of tellings came to: kept under the key of their group, found by any id that they had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, delete, exists, func, insert, literal, select

from sayso.ledger.dialects import add_words, drop_words, writing
from sayso.ledger.entries import incident_entry
from sayso.ledger.generations import ROWS_AT_ONCE, newest_generation
from sayso.ledger.rows import portions
from sayso.ledger.standings import by_group, groups_of
from sayso.ledger.tables import entry, generation, incident, standing
from sayso.ledger.tellings import tellings_of_incident
from sayso.records import Incident

INCIDENTS_AT_ONCE = 500


def append_incident(connection: Connection, key: str, made: Incident) -> None:
    """What a group, by its key, came to; it is found by words from now on."""
    if connection.execute(select(incident.c.key).where(incident.c.key == key)).first():
        return
    found = incident_entry(key, made)
    number = connection.execute(insert(entry).returning(entry.c.number), found.row).scalar_one()
    add_words(connection, [(number, found.words)])
    days = {"day": made.when.start or "", "day_start": made.when.start, "day_end": made.when.end}
    row = {"key": key, "id": made.id, **days, "entry": number, "body": msgspec.json.encode(made)}
    connection.execute(insert(incident), row)


def groups_without(connection: Connection, number: int, *, after: str, most: int) -> list[str]:
    """Keys of groups of a generation of which nobody knows yet what they come to, from behind a key on."""
    known = exists(select(literal(1)).where(incident.c.key == standing.c.group))
    wanted = select(standing.c.group).where(by_group(number), standing.c.group > after, ~known)
    return list(connection.execute(wanted.distinct().order_by(standing.c.group).limit(most)).scalars())


def without_incident(connection: Connection, groups: Iterable[str]) -> list[str]:
    """Those of these groups, by their keys, of which nobody knows yet what they come to."""
    wanted = select(incident.c.key).where(incident.c.key.in_(list(groups)))
    return sorted({*groups} - {*connection.execute(wanted).scalars()})


def load_incident(engine: Engine, id: str) -> Incident | None:
    """An id that an incident has or had in, the incident out; None where no telling ever had that name."""
    with engine.connect() as connection:
        number = _current(connection)
        named = tellings_of_incident(connection, id)
        groups = groups_of(connection, number, named) if number is not None else {}
        key = next((groups[each] for each in named if each in groups), None)
        body = connection.execute(select(incident.c.body).where(incident.c.key == key)).scalar()
        return msgspec.json.decode(body, type=Incident) if body else None


def incidents_of(engine: Engine, groups: Sequence[str]) -> Iterator[tuple[str, Incident]]:
    """Keys of groups in, each with the incident that it came to out; one of which nobody knows it is left out."""
    with engine.connect() as connection:
        for some in portions(groups, INCIDENTS_AT_ONCE):
            yield from _load_some(connection, some).items()


def load_incidents(engine: Engine, *, days: tuple[str, str] | None = None) -> Iterator[Incident]:
    """All incidents by day, then by id, those without a day last. days: the first and the last that are wanted."""
    wanted = select(incident.c.key).where(stands_now())
    if days:
        wanted = wanted.where(incident.c.day_start <= days[1], incident.c.day_end >= days[0])
    by_day = (incident.c.day_start.is_(None), incident.c.day_start, incident.c.id)
    with engine.connect() as connection:
        for some in portions(list(connection.execute(wanted.order_by(*by_day)).scalars()), INCIDENTS_AT_ONCE):
            found = _load_some(connection, some)
            yield from (found[key] for key in some)


def _load_some(connection: Connection, keys: Sequence[str]) -> dict[str, Incident]:
    rows = connection.execute(select(incident.c.key, incident.c.body).where(incident.c.key.in_(keys)))
    return {row.key: msgspec.json.decode(row.body, type=Incident) for row in rows}


def stands_now(key: Any = incident.c.key) -> Any:
    """Whether a group stands in the generation that counts."""
    counts = select(func.max(generation.c.number)).where(generation.c.complete).scalar_subquery()
    return exists(select(literal(1)).where(standing.c.generation == counts, standing.c.group == key))


def drop_incidents(engine: Engine) -> None:
    """Those whose groups are no more go, a few at a time."""
    gone = select(incident.c.key).where(~_stands_anywhere()).limit(ROWS_AT_ONCE)
    while _drop_some(engine, gone):
        pass


def _stands_anywhere() -> Any:
    return exists(select(literal(1)).where(standing.c.group == incident.c.key))


def _drop_some(engine: Engine, gone: Select[Any]) -> bool:
    with writing(engine) as connection:
        keys = list(connection.execute(gone).scalars())
        drop_some_incidents(connection, keys)
    return bool(keys)


def drop_some_incidents(connection: Connection, keys: Sequence[str]) -> None:
    """These go, and are found no more."""
    numbers = list(connection.execute(select(incident.c.entry).where(incident.c.key.in_(keys))).scalars())
    connection.execute(delete(incident).where(incident.c.key.in_(keys)))
    drop_words(connection, numbers)
    connection.execute(delete(entry).where(entry.c.number.in_(numbers)))


def _current(connection: Connection) -> int | None:
    found = newest_generation(connection, complete=True)
    return found.number if found else None
