"""Numbers that go on from a sum over time without saying so again: "These attacks left 21 dead", the lines of a list,
each of which is a part of it."""

from __future__ import annotations

from sayso.extract.counted.draft import Counted
from sayso.extract.scene import Scene
from sayso.records.claims import Nature

POINTING = frozenset(("these", "those", "such"))
SUBJECTS = ("nsubj", "nsubjpass")
SUMMED = frozenset(("killed", "executed", "injured", "missing", "detained", "abducted", "displaced", "attacks"))
"""Measures that are summed up over time."""
MOST_LINES = 40
"""Lines of a list, up to which the words above it hold for them."""


class Carried:
    """Holds each number against the sums told before it: `nature_of` asks, `tell` makes a sum known."""

    def __init__(self, scene: Scene) -> None:
        self.grammar = scene.grammar
        self.sums: set[int] = set()

    def tell(self, item: Counted) -> None:
        """Makes a sum known that the sentences behind it may go on from."""
        if item.nature == "cumulative":
            self.sums.add(self.grammar.sentence_of[item.quantity.number])

    def nature_of(self, item: Counted) -> Nature:
        """That of a number of one happening, as it seems, which may be told of those of a sum."""
        if not self.sums or item.measure not in SUMMED:
            return item.nature
        sentence = self.grammar.sentence_of[item.quantity.number]
        if self._is_line(sentence):
            return "part"
        return "cumulative" if self._points_back(sentence) else item.nature

    def _points_back(self, sentence: int) -> bool:
        """As in "These attacks left 21 dead", behind a sum of attacks."""
        grammar = self.grammar
        if sentence - 1 not in self.sums:
            return False
        words = range(*grammar.sentences[sentence])
        pointing = (grammar.heads[token] for token in words if grammar.lowers[token] in POINTING)
        return any(grammar.tags[noun] == "NNS" and grammar.deps[noun] in SUBJECTS for noun in pointing)

    def _is_line(self, sentence: int) -> bool:
        """Whether it stands in a list below a sum: "... has reached 33, as follows:"."""
        grammar = self.grammar
        above = sentence
        while above and sentence - above < MOST_LINES and self._is_listed(above):
            above -= 1
        announced = above != sentence and grammar.words[grammar.sentences[above][1] - 1] == ":"
        return announced and not self.sums.isdisjoint((above, above - 1))

    def _is_listed(self, sentence: int) -> bool:
        blocks, number = self.grammar.blocks, self.grammar.block_of[sentence]
        return number < len(blocks) and blocks[number].kind == "list"
