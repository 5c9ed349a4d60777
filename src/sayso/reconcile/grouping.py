"""Tellings in, groups that tell of one happening out; a new telling moves only those that it has to do with."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Generic, TypeVar

from sayso.codebook import JoiningWeights, load_joining
from sayso.reconcile.clusters import Pair, cluster
from sayso.reconcile.features import cannot_be_one, explain, scales_of, score
from sayso.reconcile.shelf import Group, MemoryShelf, Shelf
from sayso.reconcile.tellings import Telling
from sayso.reconcile.vocabulary import Vocabulary, Weighed, count_terms, weigh
from sayso.records import ScoredFeature

APART = -1_000.0
"""Bits of two tellings that cannot be of one happening: no average makes up for it."""
FEWEST_SHARED = 2
"""Rare words that two tellings must share to be looked at, where no place and day brings them together."""
MOST_COMPARED = 60
"""Tellings that hang together, up to which each is held against each; of more, only the pairs that speak for a join."""
MOST_REMEMBERED = 200_000
"""Pairs whose bits are remembered."""
AnyShelf = TypeVar("AnyShelf", bound=Shelf)


class Grouping(Generic[AnyShelf]):
    """Takes tellings in, one after the other, and keeps on its shelf which of them go together.

    What comes out depends on which tellings and which vocabulary went in, never on their order.
    """

    def __init__(self, shelf: AnyShelf, weights: JoiningWeights | None = None) -> None:
        self.shelf, self.weights = shelf, weights or load_joining()
        self.above = join_above(self.weights, shelf.size())
        self._scales = scales_of(self.weights)
        self._bits: dict[tuple[str, str], float] = {}
        self._stale: set[str] = set()

    def add(self, telling: Telling) -> None:
        """Takes a telling in; one that is there already changes nothing."""
        if self.shelf.knows(telling.key):
            return
        vocabulary = self.shelf.vocabulary_of(telling)
        weighed = weigh(telling, vocabulary)
        words, settings = self._rare_words(weighed, vocabulary), _settings(telling)
        others = {*self.shelf.sharing(words, fewest=FEWEST_SHARED), *self.shelf.sharing(settings, fewest=1)}
        self.shelf.keep(weighed, [*words, *settings])
        known = self.shelf.weighed({telling.key, *others})
        bits = {other: self._score(known[telling.key], known[other]) for other in sorted(others)}
        self.shelf.relate(telling.key, {other: each for other, each in bits.items() if each > self.above})
        self._stale.add(telling.key)

    def settle(self) -> set[Group]:
        """Groups anew what was touched since the last time, and says which groups these are now."""
        touched: set[Group] = set()
        while self._stale:
            kin = self._reach(self._stale.pop())
            self._stale -= kin.keys()
            touched.update(self._group(kin))
        self.shelf.regroup(sorted(touched))
        if len(self._bits) > MOST_REMEMBERED:
            self._bits.clear()
        return touched

    def explain(self, one: str, other: str) -> tuple[ScoredFeature, ...]:
        """Why two tellings are thought, or not thought, to tell of one happening."""
        known = self.shelf.weighed((one, other))
        return explain(known[one], known[other], self.weights)

    def bits(self, one: str, other: str) -> float:
        """What two tellings weigh together, capped."""
        known = self.shelf.weighed((one, other))
        return self._score(known[one], known[other])

    def _rare_words(self, weighed: Weighed, vocabulary: Vocabulary) -> list[str]:
        having = vocabulary.having
        return [term for term in weighed.vector if having.get(term, 1) <= self.weights.rare]

    def _score(self, one: Weighed, other: Weighed) -> float:
        if one.telling.key > other.telling.key:
            one, other = other, one
        pair = one.telling.key, other.telling.key
        if pair not in self._bits:
            self._bits[pair] = self._measure(one, other)
        return self._bits[pair]

    def _measure(self, one: Weighed, other: Weighed) -> float:
        if cannot_be_one(one.telling, other.telling):
            return APART
        return max(self.weights.unseen, min(self.weights.most_bits, score(one, other, self._scales)))

    def _reach(self, start: str) -> dict[str, Mapping[str, float]]:
        """Whatever hangs together with a telling by pairs that speak for a join, each with what it hangs on."""
        reached: dict[str, Mapping[str, float]] = {}
        todo = {start}
        while todo:
            found = self.shelf.kin(sorted(todo))
            reached.update(found)
            todo = {other for kin in found.values() for other in kin} - reached.keys()
        return reached

    def _group(self, kin: Mapping[str, Mapping[str, float]]) -> list[Group]:
        members = sorted(kin)
        pairs, unseen = self._pairs(members, kin), self.weights.unseen
        found = cluster(list(range(len(members))), pairs, above=self.above, unseen=unseen)
        return [tuple(members[at] for at in group) for group in found]

    def _pairs(self, members: list[str], kin: Mapping[str, Mapping[str, float]]) -> dict[Pair, float]:
        number = {key: at for at, key in enumerate(members)}
        known = {key: each for key, each in self.shelf.weighed(members).items() if key in number}
        if len(members) > MOST_COMPARED:
            related = ((one, other) for one in members for other in kin[one] if one < other)
            rows: Iterable[tuple[str, str]] = {*related, *_of_one_report(known.values())}
        else:
            rows = combinations(members, 2)
        return {(number[one], number[other]): self._score(known[one], known[other]) for one, other in rows}


def _of_one_report(known: Iterable[Weighed]) -> Iterator[tuple[str, str]]:
    """Pairs of tellings that no chain of joins may bring together."""
    same: dict[str, list[str]] = defaultdict(list)
    for each in known:
        same[each.telling.report].append(each.telling.key)
    for keys in same.values():
        yield from combinations(sorted(keys), 2)


def _settings(telling: Telling) -> list[str]:
    """Each place on each day of a telling: who shares one is looked at, whatever its words."""
    return [f"{place}@{day}" for place in sorted(telling.place_names) for day in telling.days]


def join_above(weights: JoiningWeights, tellings: int) -> float:
    """The bits that a join must exceed among so many tellings."""
    wanted = weights.join_above + weights.per_doubling * math.log2(max(1, tellings))
    return min(max(wanted, weights.least_above), weights.most_above)


def group_tellings(
    tellings: Iterable[Telling], *, weights: JoiningWeights | None = None
) -> tuple[Grouping, list[Group]]:
    """Tellings in, their grouping and its groups out, whatever their order."""
    known = {telling.key: telling for telling in tellings}
    grouping = Grouping(MemoryShelf(count_terms(known.values())), weights)
    for key in sorted(known):
        grouping.add(known[key])
    return grouping, sorted(grouping.settle())
