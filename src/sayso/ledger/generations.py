"""Generations: reckonings of which tellings go together. One grows beside the other; the latest complete one counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select, tuple_, update

from sayso.ledger.dialects import insert_rows, taking_turn, writing
from sayso.ledger.rows import portions
from sayso.ledger.tables import GENERATED, generation, habit, vocabulary
from sayso.ledger.tellings import STALE

ROWS_AT_ONCE = 5_000


class Generation(msgspec.Struct, frozen=True, kw_only=True):
    """One reckoning: by which method, of how many tellings the vocabulary is, the number of the last telling that was
    placed, and whether all were that were there when it began."""

    number: int
    method: str
    tellings: int
    placed: int
    complete: bool


def newest_generation(connection: Connection, *, complete: bool = False) -> Generation | None:
    """The last one that was begun, or of those that are complete."""
    wanted = select(generation).order_by(generation.c.number.desc()).limit(1)
    row = connection.execute(wanted.where(generation.c.complete) if complete else wanted).mappings().first()
    return Generation(**row) if row else None


def begin_generation(
    engine: Engine, method: str, tellings: int, having: Mapping[str, int], habits: Mapping[str, Mapping[str, int]]
) -> None:
    """Begins a generation with its vocabulary: term -> tellings that have it, of all and of each outlet.

    It has its method last, so that one whose vocabulary is not whole is never taken for one to go on with.
    """
    with taking_turn(engine) as connection:
        number = (connection.execute(select(func.max(generation.c.number))).scalar() or 0) + 1
        begun = Generation(number=number, method=STALE, tellings=tellings, placed=0, complete=False)
        connection.execute(insert(generation), msgspec.structs.asdict(begun))
    words = ({"generation": number, "term": term, "having": count} for term, count in having.items())
    _insert_many(engine, vocabulary, words)
    _insert_many(engine, habit, _habit_rows(number, habits))
    with writing(engine) as connection:
        connection.execute(update(generation).where(generation.c.number == number).values(method=method))


def _habit_rows(number: int, habits: Mapping[str, Mapping[str, int]]) -> Iterator[dict[str, Any]]:
    for outlet, having in habits.items():
        for term, count in having.items():
            yield {"generation": number, "outlet": outlet, "term": term, "having": count}


def _insert_many(engine: Engine, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    for some in portions(rows, ROWS_AT_ONCE):
        with writing(engine) as connection:
            insert_rows(connection, table, some)


def note_placed(connection: Connection, number: int, placed: int) -> None:
    """All tellings up to this number stand somewhere now."""
    connection.execute(update(generation).where(generation.c.number == number).values(placed=placed))


def complete_generation(connection: Connection, number: int) -> None:
    """From now on this generation counts."""
    connection.execute(update(generation).where(generation.c.number == number).values(complete=True))


def drop_generations(engine: Engine, before: int) -> None:
    """Earlier generations go, a few rows at a time, so that nobody waits long."""
    for table in GENERATED:
        keys = list(table.primary_key)
        some = select(*keys).where(table.c.generation < before).limit(ROWS_AT_ONCE)
        while _drop_some(engine, delete(table).where(tuple_(*keys).in_(some))):
            pass
    _drop_some(engine, delete(generation).where(generation.c.number < before))


def _drop_some(engine: Engine, statement: Any) -> int:
    with writing(engine) as connection:
        return connection.execute(statement).rowcount


def load_vocabulary(connection: Connection, number: int, terms: Sequence[str]) -> dict[str, int]:
    """How many tellings have each of these terms; one that only one has is left out."""
    wanted = select(vocabulary.c.term, vocabulary.c.having)
    rows = connection.execute(wanted.where(vocabulary.c.generation == number, vocabulary.c.term.in_(terms)))
    return dict(rows.all())


def load_habits(connection: Connection, number: int, outlet: str, terms: Sequence[str]) -> dict[str, int]:
    """The same of one outlet's tellings; none where its habits are not known."""
    wanted = select(habit.c.term, habit.c.having).where(habit.c.generation == number, habit.c.outlet == outlet)
    return dict(connection.execute(wanted.where(habit.c.term.in_(terms))).all())
