"""What the language model says of a text, as plain columns: one entry a token, no object of the model left in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cached_property

from sayso.records import Block, Span


class Grammar:
    """The tokens of a text. All lists have one entry a token; token numbers are ints into them.

    words: as printed; lowers: lower case; lemmas: lower case; starts, ends: code points into the text; tags: Penn
    Treebank part-of-speech tags ("NNP"); deps: ClearNLP labels ("nsubj", "ROOT"); heads: the number of the governing
    token (a root governs itself); sentence_of: the number of its sentence; sentences: (first token, last token + 1);
    block_of: the number of the block that a sentence stands in; blocks: those of the report.
    """

    __slots__ = (
        "__dict__", "block_of", "blocks", "deps", "ends", "heads", "lemmas", "lowers", "sentence_of", "sentences",
        "starts", "tags", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        self.text, self.blocks = text, blocks
        self.words: list[str] = []
        self.lowers: list[str] = []
        self.lemmas: list[str] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.heads: list[int] = []
        self.sentence_of: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.block_of: list[int] = []

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def children(self) -> list[list[int]]:
        """Per token, the tokens that it governs, left to right."""
        below: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                below[head].append(token)
        return below

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """Per token, the first and the last token of its subtree (projective reading: all that lies between them)."""
        heads = self.heads
        left, right = list(range(len(heads))), list(range(len(heads)))
        for token in reversed(self.downwards):
            head = heads[token]
            if left[token] < left[head]:
                left[head] = left[token]
            if right[token] > right[head]:
                right[head] = right[token]
        return list(zip(left, right, strict=True))

    @cached_property
    def downwards(self) -> list[int]:
        """Every token after the one that governs it."""
        children = self.children
        order = [token for token, head in enumerate(self.heads) if head == token]
        for token in order:
            order.extend(children[token])
        return order

    def tokens_of(self, lowers: Set[str]) -> list[int]:
        """The tokens whose word, in lower case, is one of these, left to right."""
        return _tokens(self._by_lower, lowers)

    def tokens_of_lemmas(self, lemmas: Set[str]) -> list[int]:
        """The tokens whose lemma is one of these, left to right."""
        return _tokens(self._by_lemma, lemmas)

    @cached_property
    def _by_lower(self) -> dict[str, list[int]]:
        return _numbered(self.lowers)

    @cached_property
    def _by_lemma(self) -> dict[str, list[int]]:
        return _numbered(self.lemmas)

    def span(self, first: int, last: int) -> Span:
        """The span of the text from one token to another, both included."""
        return self.starts[first], self.ends[last]

    def subtree(self, token: int) -> Span:
        """The span of a token with all that it governs."""
        return self.span(*self.edges[token])


def _numbered(words: list[str]) -> dict[str, list[int]]:
    """Each word -> the tokens that it stands at."""
    found: dict[str, list[int]] = defaultdict(list)
    for token, word in enumerate(words):
        found[word].append(token)
    return found


def _tokens(known: dict[str, list[int]], wanted: Set[str]) -> list[int]:
    return sorted(token for word in known.keys() & wanted for token in known[word])
