"""How rare words are among tellings, and a telling's words weighed by it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from functools import reduce
from operator import or_

import msgspec

from sayso.reconcile.tellings import Spot, Telling
from sayso.reconcile.terms import skeleton

PLACE, PERSON = "@", "~"
"""Mark the name of a place and that of a person in the vocabulary."""
MOST_TERMS = 120
"""Words of a telling that are compared: the most telling ones."""
FEWEST = 5
"""Tellings from which on an outlet's habits can be told."""


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """In how many of an outlet's tellings each word stands that stands in several: its set phrases and furniture."""

    tellings: int
    having: dict[str, int]

    def share(self, term: str) -> float:
        """1 for a word that the outlet uses once, towards 0 for one that it always uses."""
        return 1 - math.log(self.having.get(term, 1)) / math.log(self.tellings + 1)


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """In how many of how many tellings each word stands, and the habits of outlets. Kept as it is while tellings are
    added, so that a new one changes no other pair."""

    tellings: int
    having: dict[str, int]
    outlets: dict[str, Habits] = {}

    def rarity(self, term: str) -> float:
        """A word's weight: the logarithm of one in how many tellings has it."""
        return math.log((self.tellings + 1) / self.having.get(term, 1))

    def place_bits(self, name: str) -> float:
        """A place's rarity in bits, as a place or as a word, whichever is more common."""
        return min(self.rarity(PLACE + name), self.rarity(name)) / math.log(2)

    def person_bits(self, name: str, outlet: str | None) -> float:
        """A surname's rarity in bits, as a person's or as a word, whichever is more common; lowered where it is a habit
        of the outlet's, as its reporters' are."""
        terms = (PERSON + name, skeleton(name))
        return min(self.telling_weight(term, outlet) for term in terms) / math.log(2)

    def telling_weight(self, term: str, outlet: str | None) -> float:
        """A word's rarity, lowered where it is a habit of the outlet's."""
        habits = self.outlets.get(outlet or "")
        return self.rarity(term) * (habits.share(term) if habits else 1.0)


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A telling with its words as a vector of length 1, its headline's words by weight, and its places and people by
    rarity, in bits."""

    telling: Telling
    vector: dict[str, float]
    headline: dict[str, float]
    places: dict[str, float]
    people: dict[str, float] = {}

    def spot_bits(self, spot: Spot) -> float:
        """How rarely tellings name a settlement of this one's, in bits."""
        return self.places.get(spot.name, 0.0)


def terms_weighed(telling: Telling) -> tuple[list[str], list[str]]:
    """What a vocabulary is asked for of a telling: words and people, which may be an outlet's habits, and places."""
    people = [term for name in telling.people for term in (PERSON + name, skeleton(name))]
    return [*telling.terms, *telling.headline, *people], [PLACE + name for name in telling.place_names]


def count_terms(tellings: Iterable[Telling]) -> Vocabulary:
    """Tellings in, their vocabulary out, whatever their order; they are looked at once, one after the other.

    Counted are happenings, as far as that can be told beforehand: what several outlets tell of one day counts as often
    as the one of them tells it that does so most, so that a name is not common for being in everybody's report of one
    battle.
    """
    number, having = 0, Counter[str]()
    outlets: dict[str, Counter[str]] = defaultdict(Counter)
    of_outlet = Counter[str]()
    told: dict[Hashable, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for telling in tellings:
        number += 1
        people = [PERSON + name for name in telling.people]
        told[_setting(telling)][telling.outlet or telling.key].update(
            {*telling.terms, *people, *(PLACE + name for name in telling.place_names)}
        )
        if telling.outlet:
            of_outlet[telling.outlet] += 1
            outlets[telling.outlet].update((*telling.terms, *people))
    for by_outlet in told.values():
        having.update(reduce(or_, by_outlet.values()))
    habits = {
        outlet: Habits(tellings=many, having={term: count for term, count in outlets[outlet].items() if count > 1})
        for outlet, many in of_outlet.items()
        if many >= FEWEST
    }
    return Vocabulary(tellings=number, having=dict(having), outlets=habits)


def _setting(telling: Telling) -> Hashable:
    """What stands for a happening: a day and a place; a telling without either has one of its own."""
    day = next(iter(telling.days), telling.published[0] if telling.published else None)
    place = next((spot.name for spot in telling.spots if spot.name), min(telling.sites, default=None))
    return (day, place) if day and place else telling.key


def weigh(telling: Telling, vocabulary: Vocabulary) -> Weighed:
    """A telling in, its vector out: each word by its rarity and, slowly, by how often it stands there."""
    weights = {term: vocabulary.telling_weight(term, telling.outlet) for term in {*telling.terms, *telling.headline}}
    rows = [(term, (1 + math.log(number)) * weights[term]) for term, number in telling.terms.items()]
    kept = sorted(rows, key=lambda row: (-row[1], row[0]))[:MOST_TERMS]
    length = math.sqrt(math.fsum(weight * weight for _, weight in kept)) or 1.0
    return Weighed(
        telling=telling,
        vector={term: weight / length for term, weight in kept},
        headline={term: weights[term] for term in telling.headline},
        places={name: vocabulary.place_bits(name) for name in telling.place_names},
        people={name: vocabulary.person_bits(name, telling.outlet) for name in telling.people},
    )
