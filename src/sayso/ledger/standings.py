"""Where tellings stand in a generation: by what each is found, with what it could be joined, in which group it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.sql.expression import bindparam

from sayso.ledger.dialects import insert_rows
from sayso.ledger.rows import portions
from sayso.ledger.tables import kin, mark, standing

KEYS_AT_ONCE = 1_000


def append_standing(
    connection: Connection, generation: int, telling: str, weighed: bytes, marks: Collection[str]
) -> None:
    """Puts a telling, as it is compared, into a generation, to be found by its marks."""
    row = {"generation": generation, "telling": telling, "weighed": weighed, "group": None}
    connection.execute(insert(standing), row)
    rows = [{"generation": generation, "mark": each, "telling": telling} for each in dict.fromkeys(marks)]
    insert_rows(connection, mark, rows)


def find_marked(
    connection: Connection, generation: int, marks: Collection[str], *, fewest: int, crowd: int
) -> set[str]:
    """The tellings that have so many of these marks; a mark that more than `crowd` have says nothing."""
    here = mark.c.generation == generation, mark.c.mark.in_(marks)
    counted = select(mark.c.mark).where(*here).group_by(mark.c.mark).having(func.count() <= crowd)
    few = list(connection.execute(counted).scalars())
    wanted = select(mark.c.telling).where(mark.c.generation == generation, mark.c.mark.in_(few))
    shared = Counter(connection.execute(wanted).scalars())
    return {telling for telling, number in shared.items() if number >= fewest}


def load_weighed(connection: Connection, generation: int, tellings: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The tellings as they are compared."""
    for some in portions(tellings, KEYS_AT_ONCE):
        wanted = select(standing.c.telling, standing.c.weighed)
        rows = connection.execute(wanted.where(standing.c.generation == generation, standing.c.telling.in_(some)))
        yield from ((row.telling, row.weighed) for row in rows)


def append_kin(connection: Connection, generation: int, telling: str, bits: Mapping[str, float]) -> None:
    """What a telling could be joined with, both ways."""
    pairs = [(*pair, each) for other, each in bits.items() for pair in ((telling, other), (other, telling))]
    rows = [{"generation": generation, "one": one, "other": other, "bits": each} for one, other, each in pairs]
    insert_rows(connection, kin, rows)


def load_kin(connection: Connection, generation: int, tellings: Iterable[str]) -> dict[str, dict[str, float]]:
    """What each of these could be joined with."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for some in portions(tellings, KEYS_AT_ONCE):
        found.update((each, {}) for each in some)
        wanted = select(kin.c.one, kin.c.other, kin.c.bits)
        for one, other, bits in connection.execute(wanted.where(kin.c.generation == generation, kin.c.one.in_(some))):
            found[one][other] = bits
    return dict(found)


def set_groups(connection: Connection, generation: int, groups: Mapping[str, Sequence[str]]) -> None:
    """Groups by their keys, each with its tellings: out of where these stood before."""
    rows = [{"of": telling, "into": key} for key, members in groups.items() for telling in members]
    if rows:
        here = standing.c.generation == generation, standing.c.telling == bindparam("of")
        connection.execute(update(standing).where(*here).values(group=bindparam("into")), rows)


def groups_of(connection: Connection, generation: int, tellings: Collection[str]) -> dict[str, str]:
    """The group in which each of these tellings stands."""
    wanted = select(standing.c.telling, standing.c.group).where(standing.c.telling.in_(tellings))
    rows = connection.execute(wanted.where(standing.c.generation == generation, standing.c.group.is_not(None)))
    return dict(rows.all())


def by_group(generation: int) -> Any:
    """Of which generation, where rows are looked up by their groups: SQLite, which would go through all rows of the
    generation, is kept from it by the sum."""
    return standing.c.generation + 0 == generation


def all_groups(connection: Connection, generation: int) -> dict[str, tuple[str, ...]]:
    """All groups of a generation by their keys, each with its tellings in order."""
    found: dict[str, list[str]] = defaultdict(list)
    wanted = select(standing.c.group, standing.c.telling).order_by(standing.c.telling)
    for group, telling in connection.execute(wanted.where(standing.c.generation == generation)):
        if group is not None:
            found[group].append(telling)
    return {key: tuple(tellings) for key, tellings in found.items()}


def members_of(connection: Connection, generation: int, groups: Collection[str]) -> dict[str, list[str]]:
    """Keys of groups in, their tellings out, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    wanted = select(standing.c.group, standing.c.telling).where(standing.c.group.in_(groups))
    for group, telling in connection.execute(wanted.where(by_group(generation)).order_by(standing.c.telling)):
        found[group].append(telling)
    return dict(found)
