"""The entries of a digest: paragraphs that open with the label of a place ("Kona: ...")."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.reading import Reading

LABEL_SIGNS, LABEL_END = frozenset((":", "-", "–", "—")), 4
BARE_LABEL = 2
"""Tokens of a label that is a place and a stop."""


def entries_of(reading: Reading, place_tokens: Sequence[int]) -> frozenset[int]:
    """The blocks that open with a label which names a place; place_tokens: those of places, left to right."""
    grammar, found = reading.grammar, set()
    for token in place_tokens:
        first, after = grammar.sentences[grammar.sentence_of[token]]
        block = grammar.block_of[grammar.sentence_of[token]]
        opens = first == 0 or grammar.block_of[grammar.sentence_of[first - 1]] != block
        bare = token == first and after - token == BARE_LABEL and grammar.words[after - 1] == "."
        if opens and after - token <= LABEL_END and (bare or grammar.words[after - 1] in LABEL_SIGNS):
            found.add(block)
    return frozenset(found)
