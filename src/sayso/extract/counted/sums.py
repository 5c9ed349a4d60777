"""The number of those told of one by one: "a woman and her two sons were killed" are three, where nobody says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.codebook import load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.nouns import people_class
from sayso.extract.counted.quantities import Quantity
from sayso.extract.counted.shares import ARMED
from sayso.extract.counted.who import group_of, heads_of, party_of, unit_of
from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene
from sayso.parse import conjuncts
from sayso.records.claims import Measure

SUMMED = frozenset(("killed", "injured"))
OWN = frozenset(("frame", "words", "noun", "state"))
"""Sources of numbers that count their people by themselves."""
BESIDE = frozenset(("alongside", "besides"))
TOGETHER = frozenset(("along", "together"))
ONE = frozenset(("he", "him", "she", "her"))
APART = frozenset(("children", "women"))
"""Groups whose number is worth knowing beside the sum."""


@dataclass(frozen=True, slots=True)
class _One:
    """Some of those who are added up: the token that names them, and their number."""

    token: int
    least: float
    best: float | None
    most: float | None
    item: Counted | None = None


class Sums:
    """Adds up those to whom one clause does one thing, where the report has no number as great.

    items: all that was counted; those that are added up become parts of their sum.
    """

    def __init__(self, scene: Scene, items: Sequence[Counted]) -> None:
        self.scene, self.grammar, self.items = scene, scene.grammar, items
        self.by_token = {token: item for item in items if item.source in OWN for token in (item.head, item.noun)}

    def of(self, framed: Framed) -> Counted | None:
        """The sum of those to whom it was done; None where somebody is left uncounted, or where a number is given."""
        measure = framed.frame.counts.get("recipient")
        if measure not in SUMMED or not framed.recipients or not self._has_happened(framed):
            return None
        ones = self._without_their_names([self._one(token, measure) for token in self._all(framed)])
        if (
            len(ones) < 2
            or None in ones
            or self._are_parts(ones)
            or not any(one.item is not None or self._is_kin(one.token) for one in ones)
        ):
            return None
        return self._sum(framed, ones, measure) if self._are_of_one_side(ones) and not self._says_who(ones) else None

    def _without_their_names(self, ones: list[_One | None]) -> list[_One | None]:
        """As in "his wife and their four children, Sama, Zain and Salam": the last are the four, by name."""
        for at, one in enumerate(ones[:-1]):
            named = all(other is not None and other.item is None for other in ones[at + 1 :])
            if one is not None and one.least > 1 and named and self.grammar.lowers[one.token + 1] == ",":
                return ones[: at + 1]
        return ones

    def _are_parts(self, ones: Sequence[_One]) -> bool:
        """As in "killed 34 civilians among them 15 children", where no comma parts them."""
        words = load_codebook().measures.parts
        between = self.grammar.lowers[ones[0].token + 1 : ones[-1].token]
        return any(word in words for word in between)

    def _are_of_one_side(self, ones: Sequence[_One]) -> bool:
        """Whether all bear arms for one party, or none does and no two parties are told of."""
        sides = {self._group(one) in ARMED for one in ones}
        parties = {self._parties(one) for one in ones}
        return len(sides) == 1 and len(parties if True in sides else parties - {()}) < 2

    def _parties(self, one: _One) -> tuple[str, ...]:
        if one.item is None:
            return self.scene.party_of(one.token)
        return party_of(self.scene, one.item, heads_of(self.scene, one.item))

    def _says_who(self, ones: Sequence[_One]) -> bool:
        """As in "six people, four boys and two women", "Omar, her uncle": those behind are those before."""
        for at, one in enumerate(ones[:-1]):
            same = one.least > 1 and one.least == sum(o.least for o in ones[at + 1 :])
            if same and self.grammar.lowers[self._edge(ones[at + 1], 0) - 1] == ",":
                return True
        return any(self._is_one_and_the_same(one, other) for one, other in pairwise(ones))

    def _is_one_and_the_same(self, one: _One, other: _One) -> bool:
        """Whether a name and a noun of one person stand side by side with nothing but a comma between."""
        if one.least > 1 or other.least > 1 or (other.item is not None and not other.item.quantity.single):
            return False
        between = self.grammar.lowers[one.token + 1 : other.token]
        named = [self.grammar.tags[o.token] == "NNP" for o in (one, other)]
        closed = self.grammar.lowers[other.token + 1 : other.token + 2] == [","]
        listed = "and" in between or (self.grammar.deps[other.token] == "conj" and not closed)
        return named[0] != named[1] and "," in between and not listed

    def _has_happened(self, framed: Framed) -> bool:
        return not framed.by_accident and self.scene.status(framed.clause.predicate).realis == "happened"

    def _all(self, framed: Framed) -> list[int]:
        """Those to whom it was done, with those who shared it: "alongside his three sons"."""
        near = (framed.clause.verb, *framed.recipients)
        found = dict.fromkeys(framed.recipients)
        links = {child for token in near for child in self.grammar.children[token]}
        links |= {c for link in links if self.grammar.lowers[link] in TOGETHER for c in self.grammar.children[link]}
        for link in sorted(links):
            if self._brings_others(link):
                inner = (c for c in self.grammar.children[link] if self.grammar.deps[c] == "pobj")
                found.update(dict.fromkeys(t for c in inner for t in conjuncts(self.grammar, c)))
        apart = (t for t in found if self.grammar.deps[t] != "appos" or self.grammar.heads[t] not in found)
        return sorted(t for t in apart if not self._is_what_else_one_was(t))

    def _is_what_else_one_was(self, token: int) -> bool:
        """As in "a journalist and photographer was killed": one person, by two trades."""
        grammar, first = self.grammar, self.grammar.heads[token]
        if grammar.deps[token] != "conj" or not grammar.tags[token] == grammar.tags[first] == "NN":
            return False
        own = (child for child in grammar.children[token] if grammar.deps[child] in ("det", "poss", "nummod"))
        verb = grammar.heads[first]
        return next(own, None) is None and any(grammar.lowers[child] == "was" for child in grammar.children[verb])

    def _brings_others(self, link: int) -> bool:
        lowers = self.grammar.lowers
        return lowers[link] in BESIDE or (lowers[link] == "with" and link > 0 and lowers[link - 1] in TOGETHER)

    def _one(self, token: int, measure: Measure) -> _One | None:
        """So many by their number, or one who is named or told of as one; None of many without a number."""
        item = self.by_token.get(token)
        if item is not None:
            return self._counted(token, item) if item.measure == measure and item.nature == "event_count" else None
        named = self.grammar.tags[token] == "NNP" and self.scene.kind(token) == "person"
        alone = named or self._is_kin(token) or self.grammar.lowers[token] in ONE
        return _One(token, 1.0, 1.0, 1.0) if alone else None

    @staticmethod
    def _counted(token: int, item: Counted) -> _One | None:
        quantity = item.quantity
        least = quantity.low if quantity.low is not None else quantity.best
        if quantity.modifier == "vague" or quantity.percent or not least:
            return None
        most = quantity.high if quantity.high is not None else quantity.best
        return _One(token, least, quantity.best, most, item)

    def _is_kin(self, token: int) -> bool:
        """Whether the noun is of one person: "her infant", "wife"."""
        entry = people_class(self.scene.reading, token)
        single = entry is not None and entry.unit == "people" and not entry.collective
        return single and self.grammar.tags[token] == "NN" and self.scene.kind(token) != "armed_group"

    def _group(self, one: _One) -> str | None:
        if one.item is None:
            return None
        return group_of(self.scene, one.item, heads_of(self.scene, one.item), unit_of(self.scene, one.item))[0]

    def _sum(self, framed: Framed, ones: Sequence[_One], measure: Measure) -> Counted | None:
        least = sum(one.least for one in ones)
        own = {id(one.item) for one in ones if one.item is not None}
        others = (item for item in self.items if item.measure == measure and item.nature == "event_count")
        told = [_most(item.quantity) for item in others if id(item) not in own]
        if max(told, default=0.0) > least:
            return None
        for one in ones:
            if one.item is not None and self._group(one) not in APART:
                one.item.nature = "part"
        if least in told:
            return None
        first, last = (self._edge(one, at) for one, at in ((ones[0], 0), (ones[-1], -1)))
        exact = all(one.best is not None and one.least == one.best for one in ones)
        most = None if any(one.most is None for one in ones) else sum(one.most or 0 for one in ones)
        quantity = Quantity(
            span=self.grammar.span(first, last), first=first, last=last, number=ones[0].token,
            low=None if exact else least, best=least if exact else None, high=None if exact else most,
            modifier="exactly" if exact or most is not None else "at_least",
        )  # fmt: skip
        heads = tuple(head for one in ones for head in (heads_of(self.scene, one.item) if one.item else (one.token,)))
        return Counted(quantity, ones[0].token, ones[0].token, measure, "sum", framed, parts=heads)

    def _edge(self, one: _One, at: int) -> int:
        if one.item is not None:
            return sorted((one.item.quantity.first, one.token, one.item.quantity.last))[at]
        return one.token if at else self.scene.reading.token_starting.get(self.scene.phrase(one.token)[0], one.token)


def count_sums(scene: Scene, framed: Sequence[Framed], items: Sequence[Counted]) -> list[Counted]:
    """The sums of those who are told of one by one, a clause each."""
    return [item for item in _sums(Sums(scene, items), framed) if item is not None]


def _sums(sums: Sums, framed: Sequence[Framed]) -> Iterator[Counted | None]:
    return (sums.of(one) for one in framed if not one.absorbed)


def _most(quantity: Quantity) -> float:
    return max(value for value in (quantity.low, quantity.best, quantity.high, 0.0) if value is not None)
