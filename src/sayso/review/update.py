"""A ledger's incidents brought up to date: what is new is told, placed among what is there, and put together.

Which tellings go together is a function of the rows and of the generation that counts: when it began, the rarity of
words was counted among all tellings there were. A new generation begins when there are twice as many, when a
report was read again, or when what a telling is has changed; it grows beside the old one, which counts until then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Engine

from sayso.codebook import load_joining
from sayso.ledger import (
    Generation,
    Harvest,
    KeptTelling,
    append_incident,
    append_tellings,
    begin_generation,
    complete_generation,
    count_tellings,
    drop_generations,
    drop_incidents,
    drop_some_incidents,
    find_tellings,
    groups_without,
    load_harvests,
    load_tellings,
    load_untold,
    members_of,
    newest_generation,
    note_placed,
    portions,
    still_untold,
    taking_turn,
    untold_passes,
    wait_no_more,
    waiting_passes,
    without_incident,
)
from sayso.reconcile import (
    Account,
    Group,
    Grouping,
    Telling,
    assemble_incidents,
    count_terms,
    gather_accounts,
    gather_tellings,
    incident_id,
)
from sayso.records import Record, content_id
from sayso.review.table_shelf import OF_ALL, VERSION, TableShelf

GROWTH = 2
PASSES_AT_ONCE, TELLINGS_AT_ONCE, GROUPS_AT_ONCE = 200, 100, 50


class Updated(msgspec.Struct, frozen=True, kw_only=True):
    """What an update did: reports told, tellings placed, incidents made, and whether everything was worked out anew."""

    told: int
    placed: int
    made: int
    anew: bool


def update_incidents(engine: Engine, *, anew: bool = False) -> Updated:
    """A ledger in, its incidents up to date with its harvests after; what was done out.

    anew: begin a new generation, whether that is needed or not. It may be stopped anywhere, and goes on the next time;
    several at once take turns.
    """
    method = method_of_grouping()
    told = _tell_waiting(engine, method) if _counts(engine, method) else _tell_all(engine, method)
    anew = _begin_where_needed(engine, method, anew=anew)
    if anew:
        told += _tell_all(engine, method)
        _forget_told(engine, method)
    placed = _place(engine, method)
    made = placed.made + _finish(engine, method)
    return Updated(told=told, placed=placed.placed, made=made, anew=anew)


def method_of_grouping() -> str:
    """What tellings, weights and the code that made them are known by."""
    return content_id("grouping", VERSION, load_joining().version)


# -- telling ------------------------------------------------------------------------------------------------------
def _counts(engine: Engine, method: str) -> bool:
    with engine.connect() as connection:
        return _is_newest(connection, method)


def _is_newest(connection: Connection, method: str) -> bool:
    newest = newest_generation(connection)
    return newest is not None and newest.method == method


def _tell_waiting(engine: Engine, method: str) -> int:
    """Tells what came since the generation began, without looking at what was there before. What waits is waited for by
    the method that counts: another one, which may be at work beside it, takes nothing off the list."""
    told = 0
    for some in portions(waiting_passes(engine), PASSES_AT_ONCE):
        with taking_turn(engine) as connection:
            told += _tell_some(connection, some, method)
            if _is_newest(connection, method):
                wait_no_more(connection, method, some)
    return told


def _tell_all(engine: Engine, method: str) -> int:
    """Looks for whatever this method has not told: before a generation begins, and once it has."""
    told = 0
    for some in portions(untold_passes(engine, method), PASSES_AT_ONCE):
        with taking_turn(engine) as connection:
            told += _tell_some(connection, some, method)
    return told


def _forget_told(engine: Engine, method: str) -> None:
    with taking_turn(engine) as connection:
        if _is_newest(connection, method):
            wait_no_more(connection, method)


def _tell_some(connection: Connection, passes: Sequence[str], method: str) -> int:
    left = still_untold(connection, passes, method)
    for key, record in load_untold(connection, left, method):
        tellings = gather_tellings(record) if record.claims else ()
        append_tellings(connection, key, record.report.id, method, map(_kept, tellings))
    return len(left)


def _kept(telling: Telling) -> KeptTelling:
    body = msgspec.msgpack.encode(telling)
    return KeptTelling(key=telling.key, incident=incident_id(telling.key), report=telling.report, body=body)


def _decoded(kept: KeptTelling) -> Telling:
    return msgspec.msgpack.decode(kept.body, type=Telling)


# -- generations --------------------------------------------------------------------------------------------------
def _begin_where_needed(engine: Engine, method: str, *, anew: bool) -> bool:
    with engine.connect() as connection:
        newest = newest_generation(connection)
        number, last = count_tellings(connection, method)
    enough = newest is not None and newest.method == method and number < GROWTH * newest.tellings
    if not number or (enough and not anew):
        return False
    vocabulary = count_terms(_all_tellings(engine, method, last))
    having = {term: count for term, count in vocabulary.having.items() if count > 1}
    habits = {outlet: {OF_ALL: each.tellings, **each.having} for outlet, each in vocabulary.outlets.items()}
    begin_generation(engine, method, vocabulary.tellings, having, habits)
    return True


def _all_tellings(engine: Engine, method: str, last: int) -> Iterator[Telling]:
    """Those up to a number, one after the other."""
    after = 0
    with engine.connect() as connection:
        while some := load_tellings(connection, method, after=after, most=PASSES_AT_ONCE):
            yield from (_decoded(each) for each in some if each.number <= last)
            after = some[-1].number


# -- placing ------------------------------------------------------------------------------------------------------
class _Counted(msgspec.Struct):
    placed: int = 0
    made: int = 0


def _place(engine: Engine, method: str) -> _Counted:
    """Places what is not yet placed, some at a time, for as long as this generation is the newest."""
    counted = _Counted()
    grouping: Grouping[TableShelf] | None = None
    while True:
        with taking_turn(engine) as connection:
            newest = newest_generation(connection)
            if newest is None or newest.method != method:
                return counted
            if grouping is None or grouping.shelf.generation.number != newest.number:
                grouping = Grouping(TableShelf(newest))
            some = load_tellings(connection, method, after=newest.placed, most=TELLINGS_AT_ONCE)
            if not some:
                return counted
            _place_some(connection, grouping, some)
            counted.placed += len(some)
            if newest.complete:
                counted.made += _assemble_some(engine, connection, grouping, grouping.shelf.made)
                drop_some_incidents(connection, sorted(grouping.shelf.replaced))
            grouping.shelf.made.clear()
            grouping.shelf.replaced.clear()


def _place_some(connection: Connection, grouping: Grouping[TableShelf], some: Sequence[KeptTelling]) -> None:
    grouping.shelf.connection = connection
    for kept in some:
        grouping.add(_decoded(kept))
    grouping.settle()
    note_placed(connection, grouping.shelf.generation.number, some[-1].number)


# -- incidents ----------------------------------------------------------------------------------------------------
def _finish(engine: Engine, method: str) -> int:
    """Makes the incidents of a generation that has grown, and lets it take the place of the one before."""
    made, after = 0, ""
    while True:
        with taking_turn(engine) as connection:
            newest = newest_generation(connection)
            if newest is None or newest.complete or newest.method != method:
                return made
            missing = groups_without(connection, newest.number, after=after, most=GROUPS_AT_ONCE)
            if not missing and not after:
                complete_generation(connection, newest.number)
                break
            made += _assemble_missing(engine, connection, newest, missing)
            after = missing[-1] if missing else ""
    drop_generations(engine, newest.number)
    drop_incidents(engine)
    return made


def _assemble_missing(engine: Engine, connection: Connection, newest: Generation, missing: Sequence[str]) -> int:
    grouping = Grouping(TableShelf(newest))
    grouping.shelf.connection = connection
    groups = {key: tuple(some) for key, some in members_of(connection, newest.number, missing).items()}
    return _assemble_some(engine, connection, grouping, groups)


def _assemble_some(
    engine: Engine, connection: Connection, grouping: Grouping[TableShelf], groups: Mapping[str, Group]
) -> int:
    """Makes the incidents of those groups, by their keys, that have none; how many."""
    wanted = {key: groups[key] for key in without_incident(connection, groups)}
    if not wanted:
        return 0
    kept = find_tellings(connection, [telling for group in wanted.values() for telling in group])
    tellings = {key: _decoded(each) for key, each in kept.items()}
    accounts = load_accounts(engine, sorted({each.report for each in tellings.values()}))
    for key, group in wanted.items():
        for made in assemble_incidents([group], tellings, accounts, grouping):
            append_incident(connection, key, made)
    return len(wanted)


def load_accounts(engine: Engine, reports: Sequence[str]) -> dict[str, list[Account]]:
    """Ids of reports in, their accounts out: one for each address where the bytes of a report were found."""
    return gather_accounts(record for each in load_harvests(engine, reports=reports) for record in _everywhere(each))


def _everywhere(harvest: Harvest) -> Iterator[Record]:
    for uri in harvest.uris or (harvest.record.report.uri,):
        yield msgspec.structs.replace(harvest.record, report=msgspec.structs.replace(harvest.record.report, uri=uri))
