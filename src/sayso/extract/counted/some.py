"""Words by which a number is of some of those whom the report counts: kin of whoever tells of them, those by name,
those in a picture, those brought in so far."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.codebook import load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.nouns import chain
from sayso.extract.scene import Scene
from sayso.parse import Clause

OWNERS = frozenset(("his", "her", "my", "our", "their"))
BODIES = frozenset(("body", "corpse"))
SEEING = frozenset(("see", "witness", "glimpse", "photograph", "film", "spot"))
"""What a witness does who counts the dead where he stands."""
KIN = frozenset(
    ("brother", "sister", "sibling", "cousin", "twin", "couple", "nephew", "niece", "grandchild", "grandson")
)
"""Nouns of a few of one family, of whom no toll is made."""
BROUGHT = frozenset(
    ("arrive", "retrieve", "recover", "receive", "extract", "transfer", "transport", "exhume", "unearth")
)
ARRIVAL = frozenset(("arrival", "retrieval", "recovery", "transfer", "extraction"))
"""What becomes of the dead one after the other."""
NAME_AHEAD = 5
"""Tokens behind the noun in which a name may follow."""
PICTURED = 2
"""Clauses above a number in which a picture may show it."""


class Some:
    """Asks of one number of a scene at a time."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.reading, self.grammar = scene, scene.reading, scene.grammar
        self.words = load_codebook().measures

    def are_kin(self, item: Counted) -> bool:
        """As in "mourned his six cousins", "nine of her relatives", "60 members of his family": those whom one speaker
        lost."""
        lowers, first = self.grammar.lowers, item.quantity.first
        if first and lowers[first - 1] in OWNERS:
            return True
        behind = (lowers[at + 1 : at + 3] for at in (item.quantity.last, item.noun))
        return any(len(two) == 2 and two[0] in ("of", "from") and two[1] in OWNERS for two in behind)

    def are_seen(self, item: Counted) -> bool:
        """As in "a video shows four bodies", "a photograph of two of the dead", "the body of a man was carried out", "a
        reporter saw three bodies"."""
        saying = self.scene.saying_at(item.quantity.number)
        lemmas, heads = self.grammar.lemmas, self.grammar.heads
        tokens = {*chain(self.reading, item.head), item.noun}
        above = {heads[heads[token]] for token in tokens}
        showing = saying.speakers if saying is not None else ()
        if any(lemmas[token] in self.words.pictures for token in {*above, *showing, *self._subjects_above(item)}):
            return True
        bodies = any(lemmas[token] in BODIES for token in above | tokens)
        return bodies and (item.quantity.single or any(lemmas[heads[token]] in SEEING for token in tokens))

    def _subjects_above(self, item: Counted) -> Iterator[int]:
        """The subjects of the clauses that the number stands under: "a clip shows medics carrying two bodies"."""
        clause = self.scene.clause(item.quantity.number)
        for _ in range(PICTURED):
            if clause is None or clause.governor is None:
                return
            clause = self.scene.clause(clause.governor)
            yield from clause.slots.get("subject", ()) if clause is not None else ()

    def are_brought_in(self, item: Counted) -> bool:
        """As in "12 bodies were recovered", "four of the dead arrived at the hospital", "the arrival of two dead"."""
        lemmas, heads = self.grammar.lemmas, self.grammar.heads
        tokens = {*chain(self.reading, item.head), item.noun}
        above = {heads[token] for token in tokens} | {heads[heads[token]] for token in tokens}
        if any(lemmas[token] in ARRIVAL for token in above):
            return True
        clauses = (self.reading.owner(token) for token in above | tokens)
        return any(one is not None and one.lemma.split()[0] in BROUGHT and self._takes(one, tokens) for one in clauses)

    @staticmethod
    def _takes(clause: Clause, tokens: set[int]) -> bool:
        return any(not tokens.isdisjoint(clause.slots.get(slot, ())) for slot in ("object", "subject"))

    def are_named(self, item: Counted) -> bool:
        """As in "a man named Saleh Abdi", "a doctor, Saleh Abdi", "two brothers": some of them, whoever tells of
        these."""
        if not item.quantity.single:
            return self.grammar.lemmas[item.noun] in KIN
        last = min(item.head + NAME_AHEAD, len(self.grammar) - 1)
        return any(self.scene.kind(t) == "person" for t in range(item.head + 1, last) if self.grammar.tags[t] == "NNP")

    def are_on_a_list(self, item: Counted) -> bool:
        """As in "the names of 13 people who were killed", "seven victims were identified"."""
        above = (self.grammar.heads[token] for token in (*chain(self.reading, item.head), item.noun))
        links = (self.grammar.heads[token] if self.grammar.tags[token] == "IN" else token for token in above)
        return any(self.grammar.lemmas[token] in self.words.naming for token in links)
