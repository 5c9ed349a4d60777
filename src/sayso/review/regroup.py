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
        if not parts:
            return False
        leading = parts if decided.decision.kind != "merge" else self._parts(decided.decision.before)
        part_of = {telling: at for at, part in enumerate(parts) for telling in part}
        homes = self._homes(parts)
        claims: dict[int, list[int]] = defaultdict(list)
        for part in leading:
            claims[id(self.group_of[part[0]])].append(part_of[part[0]])
        touched = {id(group): group for group in map(self.group_of.__getitem__, part_of)}.values()
        moves = {
            telling: home
            for group in touched
            for telling in sorted(group.members)
            if (home := self._home(telling, group, parts, part_of, homes, claims[id(group)])) is not group
        }
        self._settle(decided, list(touched), homes, moves)
        return True

    def _homes(self, parts: Sequence[Sequence[str]]) -> list[_Group]:
        """The group that each part goes on as: that of its first telling, unless an earlier part goes on as it."""
        homes: list[_Group] = []
        for part in parts:
            group = self.group_of[part[0]]
            homes.append(_Group(members=set()) if group in homes else group)
        return homes

    def _home(
        self,
        telling: str,
        group: _Group,
        parts: Sequence[Sequence[str]],
        part_of: Mapping[str, int],
        homes: Sequence[_Group],
        claims: Sequence[int],
    ) -> _Group:
        """Where a telling goes: as it is named, else with the part that brings its group along, else nowhere."""
        if telling in part_of:
            return homes[part_of[telling]]
        wanted = list(dict.fromkeys(claims))
        if len(wanted) < 2:
            return homes[wanted[0]] if wanted else group
        return homes[wanted[self.nearer(telling, [parts[at] for at in wanted])]]

    def _settle(
        self, decided: Decided, touched: list[_Group], homes: list[_Group], moves: Mapping[str, _Group]
    ) -> None:
        """Carries the moves out. A group in which nobody is left leaves its marks to the one to which they went."""
        before = {id(group): list(group.formed_by) for group in touched}
        emptied = {id(group): (group, moves[min(group.members)]) for group in touched if group.members <= moves.keys()}
        for telling, home in moves.items():
            group = self.group_of[telling]
            group.members.discard(telling)
            group.arrived.pop(telling, None)
            home.members.add(telling)
            home.arrived[telling] = decided.key
            home.formed_by += [key for key in before[id(group)] if key not in home.formed_by]
            self.group_of[telling] = home
        for group, home in emptied.values():
            home.marks = {**group.marks, **home.marks}
            home.comments = sorted([*home.comments, *group.comments], key=lambda each: each.number)
        for group in {id(group): group for group in (*touched, *homes)}.values():
            group.formed_by.append(decided.key)


def _frozen(group: _Group) -> DecidedGroup:
    return DecidedGroup(
        tellings=tuple(sorted(group.members)),
        marks=group.marks,
        comments=tuple(group.comments),
        formed_by=tuple(group.formed_by),
        arrived=group.arrived,
    )
