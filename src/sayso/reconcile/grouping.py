"""Tellings in, groups that tell of one happening out; a new telling moves only those that it has to do with."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from sayso.codebook import JoiningWeights, load_joining
from sayso.reconcile.clusters import Pair, cluster
from sayso.reconcile.features import cannot_be_one, explain, score
from sayso.reconcile.tellings import Telling
from sayso.reconcile.vocabulary import Vocabulary, Weighed, count_terms, weigh
from sayso.records import ScoredFeature

APART = -1_000.0
"""Bits of two tellings that cannot be of one happening: no average makes up for it."""
FEWEST_SHARED = 2
"""Rare words that two tellings must share to be looked at, where no place and day brings them together."""
MOST_COMPARED = 200
"""Tellings that hang together, up to which each is held against each; of more, only the pairs that speak for a join."""


class Grouping:
    """The state: every telling, what it could be joined with, and the groups.

    What comes out depends on which tellings and which vocabulary went in, never on their order.
    """

    def __init__(self, vocabulary: Vocabulary, weights: JoiningWeights | None = None) -> None:
        self.vocabulary, self.weights = vocabulary, weights or load_joining()
        self.above = join_above(self.weights, vocabulary.tellings)
        self.weighed: dict[str, Weighed] = {}
        self.group_of: dict[str, tuple[str, ...]] = {}
        self._posted: dict[object, list[str]] = defaultdict(list)
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
        self._bits: dict[tuple[str, str], float] = {}
        self._stale: set[str] = set()

    def add(self, telling: Telling) -> None:
        """Takes a telling in; one that is there already changes nothing."""
        if telling.key in self.weighed:
            return
        weighed = self.weighed[telling.key] = weigh(telling, self.vocabulary)
        for other in sorted(self._candidates(weighed)):
            bits = self._score(telling.key, other)
            if bits > self.above:
                self._near[telling.key][other] = self._near[other][telling.key] = bits
        for key in self._keys(weighed):
            self._posted[key].append(telling.key)
        self._stale.add(telling.key)

    def groups(self) -> Iterator[tuple[str, ...]]:
        """All groups, each as the sorted keys of its tellings."""
        self.settle()
        return iter(sorted(set(self.group_of.values())))

    def settle(self) -> set[tuple[str, ...]]:
        """Groups anew what was touched since the last time, and says which groups these are now."""
        touched: set[tuple[str, ...]] = set()
        while self._stale:
            members = self._reach(self._stale.pop())
            self._stale -= members
            touched.update(self._group(sorted(members)))
        return touched

    def explain(self, one: str, other: str) -> tuple[ScoredFeature, ...]:
        """Why two tellings are thought, or not thought, to tell of one happening."""
        return explain(self.weighed[one], self.weighed[other], self.weights)

    def bits(self, one: str, other: str) -> float:
        """What two tellings weigh together, capped."""
        return self._score(one, other)

    def _keys(self, weighed: Weighed) -> Iterator[object]:
        """What brings a telling together with others to be looked at: its rare words, and each place on each day."""
        having = self.vocabulary.having
        yield from (term for term in weighed.vector if having.get(term, 1) <= self.weights.rare)
        telling = weighed.telling
        yield from ((place, day) for place in telling.place_names for day in telling.days)

    def _candidates(self, weighed: Weighed) -> set[str]:
        """Who shares a place on a day with it, or several rare words."""
        shared: Counter[str] = Counter()
        for key in self._keys(weighed):
            shared.update(dict.fromkeys(self._posted.get(key, ()), 1 if isinstance(key, str) else FEWEST_SHARED))
        return {other for other, number in shared.items() if number >= FEWEST_SHARED}

    def _score(self, one: str, other: str) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair in self._bits:
            return self._bits[pair]
        if cannot_be_one(self.weighed[pair[0]].telling, self.weighed[pair[1]].telling):
            return APART
        bits = score(self.weighed[pair[0]], self.weighed[pair[1]], self.weights)
        return max(self.weights.unseen, min(self.weights.most_bits, bits))

    def _reach(self, start: str) -> set[str]:
        """Whatever hangs together with a telling by pairs that speak for a join."""
        seen, todo = {start}, [start]
        while todo:
            for other in self._near.get(todo.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return seen

    def _group(self, members: list[str]) -> list[tuple[str, ...]]:
        pairs, unseen = self._pairs(members), self.weights.unseen
        found = cluster(list(range(len(members))), pairs, above=self.above, unseen=unseen)
        groups = [tuple(members[at] for at in group) for group in found]
        self.group_of.update({key: group for group in groups for key in group})
        return groups

    def _pairs(self, members: list[str]) -> dict[Pair, float]:
        number = {key: at for at, key in enumerate(members)}
        if len(members) > MOST_COMPARED:
            near = ((one, other) for one in members for other in self._near.get(one, ()) if one < other)
        else:
            near = combinations(members, 2)
        return {(number[one], number[other]): self._remember(one, other) for one, other in near}

    def _remember(self, one: str, other: str) -> float:
        bits = self._bits[one, other] = self._score(one, other)
        return bits


def join_above(weights: JoiningWeights, tellings: int) -> float:
    """The bits that a join must exceed among so many tellings."""
    wanted = weights.join_above + math.log2(max(1, tellings))
    return min(max(wanted, weights.least_above), weights.most_above)


def group_tellings(tellings: Iterable[Telling], *, weights: JoiningWeights | None = None) -> Grouping:
    """Tellings in, their grouping out, whatever their order."""
    known = {telling.key: telling for telling in tellings}
    grouping = Grouping(count_terms(known.values()), weights)
    for key in sorted(known):
        grouping.add(known[key])
    grouping.settle()
    return grouping
