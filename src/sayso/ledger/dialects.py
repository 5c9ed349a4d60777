"""The one file that knows in what databases differ: SQLite and PostgreSQL, by the same calls."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Integer, Table, column, create_engine, event, insert, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError

from sayso.ledger.query import AllOf, AnyOf, Node, Not, Term

SETTINGS = (
    "busy_timeout = 30000",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "cache_size = -64000",
    "wal_autocheckpoint = 4000",
)
"""What every SQLite connection sets: wait 30 s for a writer; readers never wait; a commit survives a kill, and is put
into the main file every 16 MB; 64 MB of cache."""

SERVER_SETTINGS = "-c plan_cache_mode=force_custom_plan"
"""What every PostgreSQL connection sets: think anew for every search, since a rare word and a common one want to be
looked up in different ways."""
SERVERS = ("postgresql", "postgres")
DRIVER = "postgresql+psycopg"
TURN = 5_417_530
"""The name of the lock by which those take turns on a server whose rows hang on the row before. Any number would do."""

HASHED = {"postgresql_using": "hash"}
"""How to index a column that may be long: PostgreSQL's ordinary indexes refuse values of more than 2.7 kB."""

WORDS = "entry_words"
"""The table of the full-text index. It is the databases' own, and no part of the tables that the code describes."""
MOST_WORDS = 200_000
"""Words of one entry that are indexed; PostgreSQL takes 1 MB of them."""
MOST_BYTES = 900_000
EVERYTHING = '("k:report" OR "k:claim" OR "k:incident")'
"""FTS5 has no NOT without something before it. Every entry has one of these words."""

_MAKE_WORDS = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5(words, content='', tokenize=\"unicode61 remove_diacritics 0 "
        "tokenchars ':'\")",
    ),
    "postgresql": (
        f"CREATE TABLE {WORDS} (number INTEGER PRIMARY KEY REFERENCES entry (number), words TSVECTOR NOT NULL)",
        f"CREATE INDEX ix_{WORDS} ON {WORDS} USING GIN (words) WITH (fastupdate = off)",
    ),
}
_ADD_WORDS = {
    "sqlite": f"INSERT INTO {WORDS} (rowid, words) VALUES (:number, :words)",
    "postgresql": f"INSERT INTO {WORDS} (number, words) SELECT number, CAST(words AS TSVECTOR) "
    "FROM json_to_recordset(CAST(:rows AS JSON)) AS row (number INTEGER, words TEXT)",
}
_DROP_WORDS = f"DELETE FROM {WORDS} WHERE number = ANY(:numbers)"
_MATCH = {
    "sqlite": f"SELECT rowid AS number FROM {WORDS} WHERE {WORDS} MATCH :wanted",
    "postgresql": f"SELECT number FROM {WORDS} WHERE words @@ CAST(:wanted AS TSQUERY)",
}
STRETCH, MOST_STRETCHES, SLOWLY = 4_096, 64, 4
"""A server can't look through its index from the newest entry on. So each entry there has a word of its stretch, of so
many entries. Where more than FEW match, the newest stretches are asked first, one, then a quarter as many as before at
once, until there is enough; and all older entries at once after so many stretches."""
FEW = 8_000
"""Entries that are looked up at once: it takes a server some 10 ms."""
_NEWEST = {
    "sqlite": f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH :wanted AND rowid > :above AND rowid < :below "
    "ORDER BY rowid DESC LIMIT :most",
    "postgresql": f"WITH matched AS MATERIALIZED (SELECT number FROM {WORDS} WHERE words @@ CAST(:wanted AS TSQUERY)) "
    "SELECT number FROM matched WHERE number > :above AND number < :below ORDER BY number DESC LIMIT :most",
}
_EXPECTED = f"EXPLAIN (FORMAT JSON) SELECT number FROM {WORDS} WHERE words @@ CAST(:wanted AS TSQUERY)"
_NEWEST_BY_STRETCH = (
    "SELECT found.number FROM unnest(CAST(:parts AS TEXT[])) AS part (wanted), LATERAL ("
    f"SELECT number FROM {WORDS} WHERE words @@ (CAST(:wanted AS TSQUERY) && CAST(part.wanted AS TSQUERY)) "
    "AND number + 0 > :above AND number + 0 < :below ORDER BY number DESC) AS found LIMIT :most"
)
"""Parts are looked up one after the other, and no more of them than it takes. The sums keep the server from looking
numbers up in another index."""
WAITING_KB = 512
"""Kilobytes of new entries' words that wait before a server puts them into its index, many at once, which is four times
as cheap as one after the other; every search looks through those that wait."""
_LET_WORDS_WAIT = f"ALTER INDEX ix_{WORDS} SET (fastupdate = on, gin_pending_list_limit = {WAITING_KB})"
_NAME_STRETCHES = f"UPDATE {WORDS} SET words = words || array_to_tsvector(ARRAY['n:' || (number / {STRETCH})])"
_REFUSE = "rows of a ledger are never changed"
_FORBID = {
    "sqlite": tuple(
        f'CREATE TRIGGER "keep_{{table}}_{verb.lower()}" BEFORE {verb} ON "{{table}}" '
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSE}'); END"
        for verb in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION sayso_keep() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSE}'; END $$",
        'CREATE TRIGGER "keep_{table}" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" EXECUTE FUNCTION sayso_keep()',
    ),
}
_ALLOW = {
    "sqlite": ('DROP TRIGGER "keep_{table}_update"', 'DROP TRIGGER "keep_{table}_delete"'),
    "postgresql": ('DROP TRIGGER "keep_{table}" ON "{table}"',),
}


def make_engine(ledger: str) -> Engine:
    """The engine of a ledger: the path of an SQLite file, or `postgresql://...`. Raises ArgumentError, ImportError."""
    if "://" in ledger:
        return _make_server_engine(ledger)
    engine = create_engine(f"sqlite+pysqlite:///{Path(ledger)}")
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_server_engine(ledger: str) -> Engine:
    """Readers see one moment for as long as they look; writers see what others have written meanwhile."""
    url = make_url(ledger)
    if url.get_backend_name() not in SERVERS:
        raise ArgumentError(f"no driver for {url.get_backend_name()}")
    options = f"{url.query.get('options', '')} {SERVER_SETTINGS}".strip()
    url = url.set(drivername=DRIVER).update_query_dict({"options": options})
    return create_engine(url, isolation_level="REPEATABLE READ")


def ledger_exists(ledger: str) -> bool:
    """Whether there is something to open. A server's database is taken to be there."""
    return "://" in ledger or Path(ledger).is_file()


def ledger_name(ledger: str) -> str:
    """The ledger's name as it may be shown: without the password."""
    try:
        return make_url(ledger).render_as_string(hide_password=True) if "://" in ledger else ledger
    except (ArgumentError, ValueError):
        return ledger.rpartition("@")[2]


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it or nothing."""
    options: dict[str, Any] = {"sayso_writes": True}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "READ COMMITTED"
    with engine.execution_options(**options).begin() as connection:
        yield connection


def take_turn(connection: Connection) -> None:
    """Wait until no other transaction is between here and its end. In SQLite whoever writes is alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})


@contextmanager
def taking_turn(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes and that no other of its kind stands beside."""
    with writing(engine) as connection:
        take_turn(connection)
        yield connection


def insert_once(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row unless one of its key is there already; whether it was inserted."""
    return connection.execute(_insert_once(connection.dialect.name, table), row).first() is not None


@cache
def _insert_once(dialect: str, table: Table) -> Any:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing().returning(table.c.key)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns, none of them bytes.

    A server gets them as one JSON document: sent one by one they cost it, and whoever sends them, twice as much.
    """
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(_insert_document(table, tuple(rows[0])), {"rows": _as_json(rows)})
    else:
        connection.execute(_insert(table), rows)


def insert_numbered(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """The same for a table that numbers its rows; out the numbers, in the order of the rows."""
    if connection.dialect.name == "postgresql":
        numbers = connection.execute(_insert_document(table, tuple(rows[0]), number=True), {"rows": _as_json(rows)})
        return sorted(numbers.scalars())
    return list(connection.execute(_insert_numbered(table), rows).scalars())


@cache
def _insert(table: Table) -> Any:
    return insert(table)


@cache
def _insert_numbered(table: Table) -> Any:
    return insert(table).returning(table.c.number, sort_by_parameter_order=True)


@cache
def _insert_document(table: Table, columns: tuple[str, ...], *, number: bool = False) -> Any:
    """Rows are numbered in the order of the document."""
    dialect = postgresql.dialect()
    quote = dialect.identifier_preparer.quote
    names = ", ".join(map(quote, columns))
    typed = ", ".join(f"{quote(name)} {table.c[name].type.compile(dialect=dialect)}" for name in columns)
    rows = f"ROWS FROM (json_to_recordset(CAST(:rows AS JSON)) AS ({typed})) WITH ORDINALITY AS row ({names}, at)"
    statement = f"INSERT INTO {quote(table.name)} ({names}) SELECT {names} FROM {rows} ORDER BY at"
    return text(f"{statement} RETURNING number" if number else statement)


def _as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    return msgspec.json.encode(rows).decode()


def forbid_changes(connection: Connection, tables: Sequence[str]) -> None:
    """Let the database itself refuse to change or drop rows of these tables."""
    _execute_each(connection, _FORBID, tables)


def allow_changes(connection: Connection, tables: Sequence[str]) -> None:
    """Take that back: for migrations."""
    _execute_each(connection, _ALLOW, tables)


def make_words(connection: Connection) -> None:
    """Make the full-text index, which is empty then."""
    for statement in _MAKE_WORDS[connection.dialect.name]:
        connection.execute(text(statement))


def add_words(connection: Connection, entries: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Entries by number, each with its words in order, into the full-text index."""
    if connection.dialect.name == "postgresql":
        vectors = [{"number": number, "words": _as_vector(words[:MOST_WORDS], number)} for number, words in entries]
        connection.execute(text(_ADD_WORDS["postgresql"]), {"rows": _as_json(vectors)})
    else:
        rows = [{"number": number, "words": " ".join(words[:MOST_WORDS])} for number, words in entries]
        connection.execute(text(_ADD_WORDS["sqlite"]), rows)


def drop_words(connection: Connection, numbers: Sequence[int]) -> None:
    """Entries that are about to go, out of the full-text index. SQLite's keeps their words, which lead nowhere then."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_DROP_WORDS), {"numbers": list(numbers)})


def name_stretches(connection: Connection) -> None:
    """Gives entries that were indexed without it the word of their stretch: for migrations."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_NAME_STRETCHES))


def let_words_wait(connection: Connection) -> None:
    """Lets a server take the words of several entries into its index at once: for migrations."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_LET_WORDS_WAIT))


def newest_matches(
    connection: Connection, tree: Node, *, most: int, above: int = 0, below: int | None = None
) -> list[int]:
    """The numbers of the newest entries that match, no more than so many, the newest first; above, below: only those
    between these numbers."""
    asked: dict[str, Any] = {"most": most, "above": above, "below": below or _last_number(connection) + 1}
    if connection.dialect.name != "postgresql":
        return _numbers(connection, _NEWEST["sqlite"], asked | {"wanted": _render_fts(tree)})
    asked["wanted"] = _render_vector(tree)
    found, start = [], asked["below"]
    if _expected(connection, asked["wanted"]) > FEW:
        parts, start = _stretches(asked["below"], above)
        found = _numbers(connection, _NEWEST_BY_STRETCH, asked | {"parts": parts})
    if len(found) < most and start > above + 1:
        found += _numbers(connection, _NEWEST["postgresql"], asked | {"below": start, "most": most - len(found)})
    return found


def _expected(connection: Connection, wanted: str) -> float:
    """How many entries match, as the server's statistics have it."""
    plan = connection.execute(text(_EXPECTED), {"wanted": wanted}).scalar_one()
    return plan[0]["Plan"]["Plan Rows"]


def _last_number(connection: Connection) -> int:
    return connection.execute(text("SELECT max(number) FROM entry")).scalar() or 0


def _numbers(connection: Connection, statement: str, asked: Mapping[str, Any]) -> list[int]:
    return list(connection.execute(text(statement), asked).scalars())


def _stretches(below: int, above: int) -> tuple[list[str], int]:
    """The words of the stretches from the newest on, a few, then more at once; and the first number in them."""
    newest, oldest = (below - 1) // STRETCH, above // STRETCH
    parts, done = [], 0
    while done < MOST_STRETCHES and newest - done >= oldest:
        size = min(1 + done // SLOWLY, newest - done - oldest + 1)
        parts.append(" | ".join(f"'n:{each}'" for each in range(newest - done, newest - done - size, -1)))
        done += size
    return parts, (newest - done + 1) * STRETCH


def match_words(connection: Connection, tree: Node) -> Any:
    """The numbers of the entries that match, as something to select from."""
    if connection.dialect.name != "postgresql":
        return _matching(connection, _render_fts(tree)).subquery("matched")
    return _matching(connection, _render_vector(tree)).cte("matched").prefix_with("MATERIALIZED")


def _matching(connection: Connection, wanted: str) -> Any:
    return text(_MATCH[connection.dialect.name]).bindparams(wanted=wanted).columns(column("number", Integer))


def _render_fts(node: Node) -> str:
    """A tree in the language of FTS5. Between quotation marks stand letters, digits and colons: `words_of` cut them."""
    if isinstance(node, Term):
        return f'"{" ".join(node.words)}"' + ("*" if node.open else "")
    if isinstance(node, AnyOf):
        return f"({' OR '.join(map(_render_fts, node.parts))})"
    parts = node.parts if isinstance(node, AllOf) else (node,)
    wanted = [_render_fts(part) for part in parts if not isinstance(part, Not)]
    unwanted = [_render_fts(part.part) for part in parts if isinstance(part, Not)]
    most = f"({' AND '.join(wanted or [EVERYTHING])})"
    return f"({most} NOT ({' OR '.join(unwanted)}))" if unwanted else most


def _render_vector(node: Node) -> str:
    """A tree in the language of tsquery."""
    if isinstance(node, Term):
        words = [f"'{word}'" for word in node.words]
        return f"({' <-> '.join(words)}{':*' if node.open else ''})"
    if isinstance(node, Not):
        return f"!{_render_vector(node.part)}"
    return f"({(' & ' if isinstance(node, AllOf) else ' | ').join(map(_render_vector, node.parts))})"


def _execute_each(connection: Connection, statements: dict[str, tuple[str, ...]], tables: Sequence[str]) -> None:
    for table in tables:
        for statement in statements[connection.dialect.name]:
            connection.exec_driver_sql(statement.format(table=table))


def _as_vector(words: Sequence[str], number: int) -> str:
    """Words of an entry, and that of its stretch, as PostgreSQL's tsvector, which keeps 256 positions of a word, none
    beyond 16,383."""
    places: dict[str, list[int]] = {}
    size = 0
    for place, word in enumerate(words, start=1):
        if word not in places:
            size += len(word.encode()) + 8
            if size > MOST_BYTES:
                break
        found = places.setdefault(word, [])
        if len(found) < 256 and place < 16_384:
            found.append(place)
    placed = (f"'{word}':{','.join(map(str, found or [16_383]))}" for word, found in places.items())
    return " ".join((*placed, f"'n:{number // STRETCH}'"))


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Let SQLAlchemy, not the driver, say where a transaction starts, so that tables are made in one too."""
    connection.isolation_level = None
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """Writers queue up at the start: a transaction that became a writer half-way could not wait its turn."""
    writes = connection.get_execution_options().get("sayso_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
