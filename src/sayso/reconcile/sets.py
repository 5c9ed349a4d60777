"""Sets that have something in common."""

from __future__ import annotations

from collections.abc import Iterable


def join_sets(sets: Iterable[Iterable[str]]) -> list[frozenset[str]]:
    """Sets in, those that have something in common as one out, in the order of their last."""
    joined: list[frozenset[str]] = []
    for each in map(frozenset, sets):
        touched = [other for other in joined if other & each]
        joined = [other for other in joined if not other & each] + [each.union(*touched)]
    return joined
