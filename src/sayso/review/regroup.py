"""The machine's groups and what people decided in, groups as decided out: pure, and worked out anew each time.

Incidents are named by ids of tellings, so that a merge, a split or a move is a word about tellings: it holds however
the machine groups them later. Each such decision says which tellings stood together before and which stand together
after it, each part under its first telling. On a telling that it does not name, since it came later, the machine's word
counts: it goes with the one that brings its group along, and where the parts of one group go separate ways, with the
part that it has more in common with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from sayso.ledger import Decided

PARTS = "incidents"
"""Where such a decision keeps, before and after, which ids are one incident: a list of lists."""
REGROUPING = frozenset(("merge", "split", "move"))
Nearer = Callable[[str, Sequence[Sequence[str]]], int]
"""A telling and several lists of tellings in, the number of the list that it belongs to out."""


class DecidedGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings that are one incident, and what was decided on it.

    marks: field -> the decision that counts. formed_by: keys of the decisions by which it has these tellings.
    arrived: telling -> the key of the decision that brought it here.
    """

    tellings: tuple[str, ...]
    marks: dict[str, Decided] = {}
    comments: tuple[Decided, ...] = ()
    formed_by: tuple[str, ...] = ()
    arrived: dict[str, str] = {}


class Regrouped(msgspec.Struct, frozen=True, kw_only=True):
    """Groups as decided, by their first telling, and the decisions on incidents whose tellings are not there."""

    groups: tuple[DecidedGroup, ...]
    lost: tuple[Decided, ...] = ()


class _Group(msgspec.Struct, kw_only=True, eq=False):
    """A group while decisions are taken, one after the other."""

    members: set[str]
    marks: dict[str, Decided] = {}
    comments: list[Decided] = []
    formed_by: list[str] = []
    arrived: dict[str, str] = {}


def regroup(
    groups: Iterable[Sequence[str]], decisions: Iterable[Decided], *, names: Mapping[str, str], nearer: Nearer
) -> Regrouped:
    """The machine's groups and the log in, groups as decided out. What was undone does not count.

    names: id of an incident -> the key of the telling that it is named after.
    """
    replay = _Replay(groups, names, nearer)
    lost = [each for each in decisions if each.stands and _is_on_incident(each) and not replay.take(each)]
    return Regrouped(groups=tuple(replay.result()), lost=tuple(lost))


def ids_of(decided: Decided) -> list[str]:
    """The ids of incidents that a decision on incidents names, before it and after."""
    values = (decided.decision.before, decided.decision.after)
    if all(isinstance(each, Mapping) and PARTS in each for each in values):
        return list(dict.fromkeys(id for value in values for part in value[PARTS] for id in part))
    return list(decided.decision.targets)


def tied_ids(log: Iterable[Decided]) -> dict[str, set[str]]:
    """The log in; id of an incident -> all ids that some merge, split or move that stands names beside it, out."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in log:
        if each.stands and each.decision.kind in REGROUPING:
            names = ids_of(each)
            for id in names:
                found[id].update(names)
    return found


def ids_decided_on(log: Iterable[Decided]) -> set[str]:
    """The log in, the ids of incidents that a decision that stands is about out."""
    standing = [each for each in log if each.stands and _is_on_incident(each)]
    regrouped = (id for each in standing if each.decision.kind in REGROUPING for id in ids_of(each))
    return {*(target for each in standing for target in each.decision.targets), *regrouped}


def _is_on_incident(decided: Decided) -> bool:
    return decided.decision.of == "incident"


class _Replay:
    def __init__(self, groups: Iterable[Sequence[str]], names: Mapping[str, str], nearer: Nearer) -> None:
        self.names, self.nearer = names, nearer
        self.group_of: dict[str, _Group] = {}
        for tellings in groups:
            self.group_of.update(dict.fromkeys(tellings, _Group(members=set(tellings))))

    def result(self) -> list[DecidedGroup]:
        found = {id(group): group for group in self.group_of.values()}
        return sorted(map(_frozen, found.values()), key=lambda group: group.tellings)

    def take(self, decided: Decided) -> bool:
        """Takes a decision; whether what it is about is there."""
        if decided.decision.kind in REGROUPING:
            return self._regroup(decided)
        telling = next((self.names[each] for each in decided.decision.targets if each in self.names), None)
        if telling is None:
            return False
        group = self.group_of[telling]
        if decided.decision.field is None:
            group.comments.append(decided)
        else:
            group.marks[decided.decision.field] = decided
        return True

    def _parts(self, value: Mapping[str, Sequence[Sequence[str]]]) -> list[list[str]]:
        """The parts, as tellings that are there."""
        parts = [[self.names[each] for each in part if each in self.names] for part in value[PARTS]]
        return [part for part in parts if part]

    def _regroup(self, decided: Decided) -> bool:
        parts = self._parts(decided.decision.after)
        leading = self._parts(decided.decision.before) if decided.decision.kind == "merge" else parts
        if parts:
            self._carry_out(_Change(parts, [part[0] for part in leading], self.group_of, self.nearer), decided.key)
        return bool(parts)

    def _carry_out(self, change: _Change, key: str) -> None:
        """A group in which nobody is left leaves what was decided on it to the one to which its first telling went."""
        formed_by = {id(group): tuple(group.formed_by) for group in change.touched}
        moves = change.moves()
        emptied = [(group, moves[min(group.members)]) for group in change.touched if group.members <= moves.keys()]
        for telling, home in moves.items():
            self._move(telling, home, key, formed_by[id(self.group_of[telling])])
        for group, home in emptied:
            home.marks = {**group.marks, **home.marks}
            home.comments = sorted([*home.comments, *group.comments], key=lambda each: each.number)
        for group in _each_once([*change.touched, *change.homes]):
            group.formed_by.append(key)

    def _move(self, telling: str, home: _Group, key: str, formed_by: Sequence[str]) -> None:
        group = self.group_of[telling]
        group.members.discard(telling)
        group.arrived.pop(telling, None)
        home.members.add(telling)
        home.arrived[telling] = key
        home.formed_by += [each for each in formed_by if each not in home.formed_by]
        self.group_of[telling] = home


class _Change:
    """A merge, a split or a move over the groups of the moment: parts of tellings, each of which becomes one group.

    leading: the tellings that bring along the others of their groups.
    """

    def __init__(
        self,
        parts: Sequence[Sequence[str]],
        leading: Sequence[str],
        group_of: Mapping[str, _Group],
        nearer: Nearer,
    ) -> None:
        self.parts, self.nearer = parts, nearer
        self.part_of = {telling: at for at, part in enumerate(parts) for telling in part}
        self.touched = _each_once(group_of[telling] for telling in self.part_of)
        self.homes = _homes([group_of[part[0]] for part in parts])
        self.claims: dict[int, list[int]] = defaultdict(list)
        for telling in leading:
            if self.part_of[telling] not in self.claims[id(group_of[telling])]:
                self.claims[id(group_of[telling])].append(self.part_of[telling])

    def moves(self) -> dict[str, _Group]:
        """Telling -> the group that it goes to, for those that leave theirs."""
        found = {telling: self._home(telling, group) for group in self.touched for telling in sorted(group.members)}
        left = {telling: group for group in self.touched for telling in group.members}
        return {telling: home for telling, home in found.items() if home is not left[telling]}

    def _home(self, telling: str, group: _Group) -> _Group:
        """Where a telling goes: as it is named, else with the part that brings its group along, else nowhere."""
        if telling in self.part_of:
            return self.homes[self.part_of[telling]]
        wanted = self.claims[id(group)]
        if len(wanted) < 2:
            return self.homes[wanted[0]] if wanted else group
        return self.homes[wanted[self.nearer(telling, [self.parts[at] for at in wanted])]]


def _homes(groups: Sequence[_Group]) -> list[_Group]:
    """What each part goes on as: the group of its first telling, unless an earlier part goes on as that."""
    return [_Group(members=set()) if group in groups[:at] else group for at, group in enumerate(groups)]


def _each_once(groups: Iterable[_Group]) -> list[_Group]:
    return list({id(group): group for group in groups}.values())


def _frozen(group: _Group) -> DecidedGroup:
    return DecidedGroup(
        tellings=tuple(sorted(group.members)),
        marks=group.marks,
        comments=tuple(group.comments),
        formed_by=tuple(group.formed_by),
        arrived=group.arrived,
    )
