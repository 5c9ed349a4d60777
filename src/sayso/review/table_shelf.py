"""A shelf of a ledger's tables: the grouping works on it as it does in memory, on as many tellings as there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from sayso.ledger import (
    Generation,
    append_kin,
    append_standing,
    find_marked,
    groups_of,
    load_habits,
    load_kin,
    load_vocabulary,
    load_weighed,
    passes_of,
    set_groups,
)
from sayso.reconcile import Group, Habits, Telling, Vocabulary, Weighed, terms_weighed
from sayso.records import content_id

CROWD = 200
"""Tellings up to which a word is taken to tell one happening from others. Those that came since the generation began
may have many words in common that were rare then."""
MOST_HELD, MOST_WORDS, MOST_OUTLETS = 2_000, 20_000, 20
"""What is held in memory: tellings; words of the vocabulary, and as many of each of so many outlets."""
OF_ALL = ""
"""Not a word: under it stands how many tellings an outlet had."""

VERSION = 5
"""Of what a telling and an incident are. Another version works everything out anew."""


class _Held:
    """Counts of words that were looked up, and of those that nobody has; begun again where they are too many."""

    def __init__(self, load: Callable[[Sequence[str]], Mapping[str, int]]) -> None:
        self._load = load
        self._known: dict[str, int] = {}

    def of(self, terms: Iterable[str]) -> dict[str, int]:
        """Those of these terms that are counted."""
        terms = list(terms)
        missing = [term for term in terms if term not in self._known]
        if missing:
            if len(self._known) > MOST_WORDS:
                self._known.clear()
                missing = terms
            self._known.update(dict.fromkeys(missing, 0) | dict(self._load(missing)))
        return {term: count for term in terms if (count := self._known[term])}


def name_group(group: Group, passes: Mapping[str, str]) -> str:
    """A group's key: of which tellings it is, and of which readings they are."""
    return content_id("group", VERSION, [(key, passes[key]) for key in group])


class TableShelf:
    """The tellings of one generation, in the tables of a ledger. `connection` is the transaction of the moment;
    `made` and `replaced` are the groups that came and went, by their names, until somebody looks."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self.connection: Connection
        self.made: dict[str, Group] = {}
        self.replaced: set[str] = set()
        self._held: dict[str, Weighed] = {}
        self._having = _Held(lambda terms: load_vocabulary(self.connection, generation.number, terms))
        self._habits: dict[str, _Held] = {}

    def size(self) -> int:
        return self.generation.tellings

    def vocabulary_of(self, telling: Telling) -> Vocabulary:
        terms, places = terms_weighed(telling)
        having = self._having.of(dict.fromkeys((*terms, *places)))
        habits = self._habits_of(telling.outlet, terms) if telling.outlet else {}
        return Vocabulary(tellings=self.generation.tellings, having=having, outlets=habits)

    def _habits_of(self, outlet: str, terms: Sequence[str]) -> dict[str, Habits]:
        number = self.generation.number
        if outlet not in self._habits:
            if len(self._habits) >= MOST_OUTLETS:
                self._habits.clear()
            self._habits[outlet] = _Held(lambda terms: load_habits(self.connection, number, outlet, terms))
        having = self._habits[outlet].of(dict.fromkeys((OF_ALL, *terms)))
        tellings = having.pop(OF_ALL, 0)
        return {outlet: Habits(tellings=tellings, having=having)} if tellings else {}

    def knows(self, key: str) -> bool:
        return key in self.weighed((key,))

    def keep(self, weighed: Weighed, marks: Iterable[str]) -> None:
        key = weighed.telling.key
        append_standing(self.connection, self.generation.number, key, msgspec.msgpack.encode(weighed), list(marks))
        self._held[key] = weighed

    def weighed(self, keys: Collection[str]) -> Mapping[str, Weighed]:
        if len(self._held) > MOST_HELD:
            self._held.clear()
        missing = [key for key in keys if key not in self._held]
        for key, body in load_weighed(self.connection, self.generation.number, missing):
            self._held[key] = msgspec.msgpack.decode(body, type=Weighed)
        return self._held

    def sharing(self, marks: Collection[str], *, fewest: int) -> Collection[str]:
        return find_marked(self.connection, self.generation.number, marks, fewest=fewest, crowd=CROWD)

    def relate(self, key: str, kin: Mapping[str, float]) -> None:
        append_kin(self.connection, self.generation.number, key, kin)

    def kin(self, keys: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        return load_kin(self.connection, self.generation.number, keys)

    def regroup(self, groups: Sequence[Group]) -> None:
        members = [telling for group in groups for telling in group]
        passes = passes_of(self.connection, members)
        named = {name_group(group, passes): group for group in groups}
        before = {*groups_of(self.connection, self.generation.number, members).values()}
        set_groups(self.connection, self.generation.number, named)
        self.made.update(named)
        self.replaced |= before - named.keys()
