"""How rare words are among tellings, and a telling's words weighed by it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import msgspec

from sayso.reconcile.tellings import Telling

MOST_TERMS = 120
"""Words of a telling that are compared: the most telling ones."""


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """In how many of how many tellings each word stands. Kept as it is while tellings are added, so that a new one
    changes no other pair."""

    tellings: int
    having: dict[str, int]

    def rarity(self, term: str) -> float:
        """A word's weight: the logarithm of one in how many tellings has it."""
        return math.log((self.tellings + 1) / self.having.get(term, 1))


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A telling with its words as a vector of length 1."""

    telling: Telling
    vector: dict[str, float]


def count_terms(tellings: Iterable[Telling]) -> Vocabulary:
    """Tellings in, their vocabulary out, whatever their order."""
    number, having = 0, Counter[str]()
    for telling in tellings:
        number += 1
        having.update(telling.terms.keys())
    return Vocabulary(tellings=number, having=dict(having))


def weigh(telling: Telling, vocabulary: Vocabulary) -> Weighed:
    """A telling in, its vector out: each word by its rarity and, slowly, by how often it stands there."""
    rows = [(term, (1 + math.log(number)) * vocabulary.rarity(term)) for term, number in telling.terms.items()]
    kept = sorted(rows, key=lambda row: (-row[1], row[0]))[:MOST_TERMS]
    length = math.sqrt(math.fsum(weight * weight for _, weight in kept)) or 1.0
    return Weighed(telling=telling, vector={term: weight / length for term, weight in kept})
