"""What the machine makes of a ledger: which tellings go together, and what they come to. The rest of the room asks
this file, and nothing else, what the machine thinks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

import msgspec
from sqlalchemy import Engine

from sayso.ledger import (
    Generation,
    all_groups,
    find_tellings,
    groups_of,
    incidents_of,
    members_of,
    name_tellings,
    newest_generation,
    tellings_named,
    tellings_of_incident,
)
from sayso.reconcile import (
    Account,
    Group,
    Grouping,
    Telling,
    gather_accounts,
    gather_tellings,
    group_tellings,
    incident_id,
)
from sayso.records import Incident, Record, ScoredFeature
from sayso.review.table_shelf import TableShelf
from sayso.review.update import load_accounts, method_of_grouping, update_incidents

AT_ONCE = 500
T = TypeVar("T")


class Fetched(Mapping[str, T]):
    """What is fetched when it is asked for, by its key."""

    def __init__(self, keys: Collection[str], load: Callable[[Sequence[str]], Mapping[str, T]]) -> None:
        self._keys, self._load = keys, load
        self._known: dict[str, T] = {}

    def fetch(self, keys: Iterable[str]) -> None:
        """Fetches several at once, which takes less time than one after the other."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._known]
        for at in range(0, len(missing), AT_ONCE):
            self._known.update(self._load(missing[at : at + AT_ONCE]))

    def __getitem__(self, key: str) -> T:
        self.fetch([key])
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class MachineGroups(msgspec.Struct, frozen=True, kw_only=True):
    """What the machine makes of reports, whatever people decided.

    names: id of an incident -> the key of the telling that it is named after. reports: telling -> the id of its report.
    groups: keys of tellings that are of one happening; keys: the name under which a group is kept. tellings, accounts:
    by key, by report id. grouping: says what speaks for putting two tellings together. made: groups in, the incidents
    that they came to, as far as these are kept, out. trace: an id that no telling has any more in, the telling that now
    stands for its report, or None, out.
    """

    names: Mapping[str, str]
    reports: Mapping[str, str]
    groups: tuple[Group, ...]
    tellings: Fetched[Telling]
    accounts: Fetched[list[Account]]
    grouping: Grouping
    made: Callable[[Sequence[Group]], Mapping[Group, Incident]]
    trace: Callable[[str], str | None]
    keys: Mapping[Group, str] = {}


def load_machine_groups(engine: Engine) -> MachineGroups:
    """A ledger in, what the machine makes of its reports, brought up to date, out."""
    update_incidents(engine)
    with engine.connect() as connection:
        newest = newest_generation(connection, complete=True)
        keys = all_groups(connection, newest.number) if newest else {}
        kept = name_tellings(connection, method_of_grouping())
    return _kept_groups(engine, newest, keys, kept) if newest else group_records([])


def load_some_groups(engine: Engine, tellings: Collection[str], tied: Mapping[str, Collection[str]]) -> MachineGroups:
    """Keys of tellings in, what the machine makes of them and of all that stands with them, as it was brought up to
    date last, out. tied: id of an incident -> ids that have to be here as well where it is."""
    with engine.connect() as connection:
        newest = newest_generation(connection, complete=True)
        if newest is None:
            return group_records([])
        found: dict[str, Sequence[str]] = {}
        waiting = {*tellings}
        while waiting:
            keys = {*groups_of(connection, newest.number, waiting).values()} - found.keys()
            more = members_of(connection, newest.number, keys)
            found.update(more)
            named = {incident_id(each) for group in more.values() for each in group}
            waiting = {*tellings_named(connection, {id for each in named for id in tied.get(each, ())}).values()}
            waiting -= {each for group in found.values() for each in group}
        members = [each for group in found.values() for each in group]
        kept = name_tellings(connection, method_of_grouping(), members)
    return _kept_groups(engine, newest, found, kept)


def _kept_groups(
    engine: Engine, newest: Generation, keys: Mapping[str, Sequence[str]], kept: Mapping[str, tuple[str, str]]
) -> MachineGroups:
    groups = {key: tuple(group) for key, group in keys.items() if kept.keys() >= {*group}}
    grouped = [telling for group in groups.values() for telling in group]
    reports = {telling: kept[telling][1] for telling in grouped}
    names = {group: key for key, group in groups.items()}
    return MachineGroups(
        names={kept[telling][0]: telling for telling in grouped},
        reports=reports,
        groups=tuple(sorted(groups.values())),
        keys=names,
        tellings=Fetched(reports, partial(_load_tellings, engine)),
        accounts=Fetched({*reports.values()}, partial(load_accounts, engine)),
        grouping=_KeptGrouping(engine, newest),
        made=partial(_load_made, engine, names),
        trace=partial(_trace, engine),
    )


def group_records(records: Iterable[Record]) -> MachineGroups:
    """Records in, what the machine makes of them out: the same without a ledger."""
    accounts = gather_accounts(records)
    tellings = {each.key: each for found in accounts.values() for each in gather_tellings(found[0].record)}
    grouping, groups = group_tellings(tellings.values())
    return MachineGroups(
        names={incident_id(key): key for key in tellings},
        reports={key: each.report for key, each in tellings.items()},
        groups=tuple(groups),
        tellings=Fetched(tellings, lambda keys: {key: tellings[key] for key in keys}),
        accounts=Fetched(accounts, lambda keys: {key: accounts[key] for key in keys}),
        grouping=grouping,
        made=lambda _: {},
        trace=lambda _: None,
    )


class _KeptGrouping(Grouping[TableShelf]):
    """A grouping that a ledger keeps, to be asked and not to be added to."""

    def __init__(self, engine: Engine, generation: Generation) -> None:
        super().__init__(TableShelf(generation))
        self.engine = engine

    def bits(self, one: str, other: str) -> float:
        with self.engine.connect() as connection:
            self.shelf.connection = connection
            return super().bits(one, other)

    def explain(self, one: str, other: str) -> tuple[ScoredFeature, ...]:
        with self.engine.connect() as connection:
            self.shelf.connection = connection
            return super().explain(one, other)


def _load_tellings(engine: Engine, keys: Sequence[str]) -> dict[str, Telling]:
    with engine.connect() as connection:
        found = find_tellings(connection, keys)
    return {key: msgspec.msgpack.decode(each.body, type=Telling) for key, each in found.items()}


def _trace(engine: Engine, name: str) -> str | None:
    with engine.connect() as connection:
        return next(iter(tellings_of_incident(connection, name)), None)


def _load_made(engine: Engine, keys: Mapping[Group, str], groups: Sequence[Group]) -> dict[Group, Incident]:
    wanted = {keys[group]: group for group in groups if group in keys}
    return {wanted[key]: incident for key, incident in incidents_of(engine, list(wanted))}
