"""Where a grouping keeps what it knows: here in memory; a ledger's tables do as well, by the same calls."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from sayso.reconcile.tellings import Telling
from sayso.reconcile.vocabulary import Vocabulary, Weighed

Group = tuple[str, ...]
"""The keys of the tellings of one happening, sorted."""


class Shelf(Protocol):
    """Tellings by their keys: their words, what they could be joined with, and the groups in which they stand."""

    def size(self) -> int:
        """Of how many tellings the vocabulary is."""

    def vocabulary_of(self, telling: Telling) -> Vocabulary:
        """The vocabulary, or as much of it as has to do with this telling."""

    def knows(self, key: str) -> bool:
        """Whether the telling was put here already."""

    def keep(self, weighed: Weighed, marks: Iterable[str]) -> None:
        """Puts a telling here, to be found by its marks."""

    def weighed(self, keys: Collection[str]) -> Mapping[str, Weighed]:
        """The tellings of these keys."""

    def sharing(self, marks: Collection[str], *, fewest: int) -> Collection[str]:
        """Those that have so many of these marks, or more."""

    def relate(self, key: str, kin: Mapping[str, float]) -> None:
        """Notes what a telling could be joined with, with the bits that speak for it, both ways."""

    def kin(self, keys: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """What each of these could be joined with."""

    def regroup(self, groups: Sequence[Group]) -> None:
        """Puts each telling of these groups into its group, out of the one in which it stood."""


class MemoryShelf:
    """A shelf of dictionaries."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.group_of: dict[str, Group] = {}
        self._weighed: dict[str, Weighed] = {}
        self._marked: dict[str, list[str]] = defaultdict(list)
        self._kin: dict[str, dict[str, float]] = defaultdict(dict)

    def size(self) -> int:
        return self.vocabulary.tellings

    def vocabulary_of(self, telling: Telling) -> Vocabulary:
        return self.vocabulary

    def knows(self, key: str) -> bool:
        return key in self._weighed

    def keep(self, weighed: Weighed, marks: Iterable[str]) -> None:
        self._weighed[weighed.telling.key] = weighed
        for mark in marks:
            self._marked[mark].append(weighed.telling.key)

    def weighed(self, keys: Collection[str]) -> Mapping[str, Weighed]:
        return self._weighed

    def sharing(self, marks: Collection[str], *, fewest: int) -> Collection[str]:
        shared = Counter(other for mark in marks for other in self._marked.get(mark, ()))
        return {other for other, number in shared.items() if number >= fewest}

    def relate(self, key: str, kin: Mapping[str, float]) -> None:
        for other, bits in kin.items():
            self._kin[key][other] = self._kin[other][key] = bits

    def kin(self, keys: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        return {key: self._kin.get(key, {}) for key in keys}

    def regroup(self, groups: Sequence[Group]) -> None:
        self.group_of.update({key: group for group in groups for key in group})
