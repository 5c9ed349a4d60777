"""What a frame asks of the fillers of its slots: words, classes of nouns, resolved mentions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from sayso.codebook import Frame
from sayso.extract.reading import Reading
from sayso.parse import Clause, meant, prepositional

GROUNDS = ("place", "territory", "site", "structure")
PARTS_OF_PLACES = frozenset(
    [
        "end",
        "side",
        "bank",
        "edge",
        "centre",
        "center",
        "heart",
        "section",
        "stretch",
        "swath",
        "swathe",
        "part",
        "half",
        "corner",
        "third",
        "quarter",
        "outskirt",
        "tip",
        "perimeter",
        "north",
        "south",
        "east",
        "west",
    ]
)
AMOUNTS = frozenset(
    [
        "day",
        "week",
        "month",
        "hour",
        "round",
        "kg",
        "kilogram",
        "kilo",
        "ton",
        "tonne",
        "bag",
        "box",
        "sack",
        "truckload",
        "load",
        "batch",
        "part",
        "amount",
        "euro",
        "dollar",
        "shipment",
        "consignment",
        "cargo",
        "planeload",
        "shipload",
        "tranche",
        "crate",
        "convoy",
        "column",
        "busload",
        "boatload",
        "wave",
        "swarm",
        "salvo",
        "volley",
        "barrage",
        "hail",
        "string",
        "team",
        "contingent",
        "detachment",
        "squad",
        "stream",
    ]
)
SOMEBODY = frozenset(("PRP", "CD", "WP"))


class Refusal(NamedTuple):
    """What a frame has against a clause: `never` or `needs` of one of its slots, or `words` of its phrase that are
    missing."""

    rule: Literal["needs", "never", "words"]
    slot: str = ""


class Wanted(NamedTuple):
    """The words of a slot by how they are looked for. plain: single lemmas; phrases: by their last word; headed: with
    an "of", which may have more words before it; classes: `@classes`."""

    plain: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    headed: tuple[str, ...]
    classes: tuple[str, ...]


@cache
def _parted(words: tuple[str, ...]) -> Wanted:
    classes = tuple(word for word in words if word.startswith("@"))
    plain = frozenset(word for word in words if " " not in word) - set(classes)
    phrases: dict[str, tuple[str, ...]] = {}
    for word in words:
        if " " in word and word not in classes:
            last = word.rsplit(" ", 1)[-1]
            phrases[last] = (*phrases.get(last, ()), word)
    return Wanted(plain, phrases, tuple(w for found in phrases.values() for w in found if " of " in w), classes)


class SlotTest:
    """Asks frames' questions of one reading's clauses.

    is_party, is_place, is_force: whether a head token resolves to a party, to a place, to a party that bears arms.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        is_party: Callable[[int], bool],
        is_place: Callable[[int], bool],
        is_force: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self.reading, self.grammar = reading, reading.grammar
        self.is_party, self.is_place, self.is_force = is_party, is_place, is_force
        self._heads_of: dict[int, set[int]] = {}

    def refusal(self, frame: Frame, clause: Clause, slots: dict[str, tuple[int, ...]]) -> Refusal | None:
        """What keeps a frame from a clause with these fillers: none of those that it needs, which is so most often;
        one that it must never have."""
        for slot, words in frame.needs.items():
            fillers = self._fillers(slots, slot, clause)
            if not fillers and (clause.kind == "nominal" or (slot == "subject" and frame.agentless and clause.passive)):
                continue
            if not self._is_any(fillers, words):
                return Refusal("needs", slot)
        for slot, words in frame.never.items():
            fillers = self._fillers(slots, slot, clause)
            armed = "@armed" in words and any(map(self.is_force, fillers))
            if armed or self._is_any(tuple(t for t in fillers if not self._is_many_by_name(t)), words):
                return Refusal("never", slot)
        return None

    def _is_many_by_name(self, token: int) -> bool:
        """ "The Volunteers for the Defence of the Homeland", "the Companies": no volunteers, no firms."""
        return self.grammar.tags[token] == "NNPS" and self.grammar.words[token][0].isupper() and self.is_party(token)

    def _is_any(self, fillers: tuple[int, ...], words: tuple[str, ...]) -> bool:
        return bool(fillers) and any(self.matches(token, words) for token in fillers)

    @staticmethod
    def _fillers(slots: dict[str, tuple[int, ...]], slot: str, clause: Clause) -> tuple[int, ...]:
        if slot == "modifier" and clause.kind != "nominal":
            return ()
        return slots.get(slot, ())

    def matches(self, token: int, words: tuple[str, ...]) -> bool:
        """Whether a head, or what it is a part of, is one of these lemmas, phrases or `@classes`."""
        wanted = _parted(words)
        return any(self._matches(head, wanted) for head in self._heads(token))

    def _matches(self, head: int, wanted: Wanted) -> bool:
        lemma, lower = self.grammar.lemmas[head], self.grammar.lowers[head]
        if lemma in wanted.plain or lower in wanted.plain:
            return True
        if wanted.phrases and any(
            self.ends(head, phrase) for last in (lemma, lower) for phrase in wanted.phrases.get(last, ())
        ):
            return True
        return any(self._is_of(head, phrase) for phrase in wanted.headed) or any(
            self.is_one(head, name) for name in wanted.classes
        )

    def _heads(self, token: int) -> set[int]:
        """The nouns that a head may be asked about: itself, what it means, what it is a part or an amount of."""
        found = self._heads_of.get(token)
        if found is None:
            wholes = self._place_of_part(token)
            own = () if wholes else (token, meant(self.grammar, token), *self._measured(token))
            found = self._heads_of[token] = {*own, *wholes}
        return found

    def _place_of_part(self, token: int) -> tuple[int, ...]:
        """ "The western end of the Iron Bridge", "the city's east": what is true of the place is true of its part."""
        grammar = self.grammar
        if grammar.lemmas[token] not in PARTS_OF_PLACES:
            return ()
        owners = (c for c in grammar.children[token] if grammar.deps[c] == "poss")
        inner = (*prepositional(grammar, token, "of"), *owners)
        return tuple(t for t in inner if self.is_place(t) or self.reading.is_a(t, *GROUNDS))

    def _measured(self, token: int) -> tuple[int, ...]:
        """ "Ten days of war games", "700 kg of medicine": what there is so much of."""
        return prepositional(self.grammar, token, "of") if self.grammar.lemmas[token] in AMOUNTS else ()

    def ends(self, token: int, phrase: str) -> bool:
        """Whether the words of a phrase end at the token."""
        lemmas, lowers = self.grammar.lemmas, self.grammar.lowers
        words = phrase.split() if " " in phrase else (phrase,)
        first = token - len(words) + 1
        return first >= 0 and all(word in (lemmas[first + at], lowers[first + at]) for at, word in enumerate(words))

    def _is_of(self, token: int, phrase: str) -> bool:
        """ "State of emergency", by its head."""
        head, inner = phrase.split(" of ", 1)
        return self.ends(token, head) and any(self.ends(t, inner) for t in prepositional(self.grammar, token, "of"))

    def is_one(self, token: int, word: str) -> bool:
        """Whether the token is that lemma, ends that phrase, or is of that `@class`."""
        if not word.startswith("@"):
            return self.ends(token, word) or (" of " in word and self._is_of(token, word))
        name = word[1:]
        if name == "party" and (self.is_party(token) or any(c.party_kind for c in self.reading.classes(token))):
            return True
        if name == "place" and (self.is_place(token) or any(c.place_kind for c in self.reading.classes(token))):
            return True
        if name == "person" and self.reading.is_a(token, *GROUNDS):
            return False
        if name == "person" and (self.is_party(token) or self.grammar.tags[token] in SOMEBODY):
            return True
        return self.reading.is_a(token, name) or (name == "armed" and self.is_force(token))
