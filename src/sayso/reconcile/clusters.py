"""Scored pairs in, clusters out, by average linkage: one good pair never brings two groups together."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping

Pair = tuple[int, int]


def cluster(members: list[int], pairs: Mapping[Pair, float], *, above: float, unseen: float) -> list[list[int]]:
    """Members (numbers, in rising order) and the bits of their pairs in, clusters out, by their first members.

    The two clusters whose pairs have the highest average are joined until no average exceeds `above`; a pair that has
    no score counts `unseen`. Of equals, the pair with the lower numbers comes first: the same input, the same clusters.
    """
    return _Linkage(members, pairs, above=above, unseen=unseen).run()


class _Linkage:
    def __init__(self, members: list[int], pairs: Mapping[Pair, float], *, above: float, unseen: float) -> None:
        self.above, self.unseen = above, unseen
        self.groups = {member: [member] for member in members}
        self.near: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, other), bits in pairs.items():
            self.near[one][other] = self.near[other][one] = bits
        self.heap = [(-bits, *sorted(pair)) for pair, bits in pairs.items() if bits > above]
        heapq.heapify(self.heap)

    def run(self) -> list[list[int]]:
        while self.heap:
            bits, one, other = heapq.heappop(self.heap)
            if self.near.get(one, {}).get(other) == -bits:
                self._join(one, other)
        return sorted(sorted(group) for group in self.groups.values())

    def _join(self, one: int, other: int) -> None:
        """Makes one group of two, under the lower number, and averages what stands between it and the rest."""
        first, second = self.near.pop(one), self.near.pop(other)
        size, more = len(self.groups[one]), len(self.groups[other])
        self.groups[one] += self.groups.pop(other)
        for third in sorted({*first, *second} - {one, other}):
            self.near[third].pop(other, None)
            total = size * first.get(third, self.unseen) + more * second.get(third, self.unseen)
            self._set(one, third, total / (size + more))

    def _set(self, one: int, third: int, bits: float) -> None:
        self.near[one][third] = self.near[third][one] = bits
        if bits > self.above:
            heapq.heappush(self.heap, (-bits, *sorted((one, third))))
