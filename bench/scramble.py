"""A parse made wrong: what no parser would say of a text must not break the questions that are put to it."""

from __future__ import annotations

from random import Random

from sayso.parse import Grammar

TAGS = (
    "NN", "NNS", "NNP", "VB", "VBD", "VBN", "VBG", "VBZ", "IN", "DT", "CD", "JJ", "RB", "PRP", "WP", "WDT", "TO", ",",
    ".", "''",
)  # fmt: skip
DEPS = (
    "nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj", "appos", "relcl", "ccomp", "xcomp", "advcl", "acl", "nummod",
    "poss", "compound", "agent", "amod", "attr", "aux", "auxpass", "dep", "parataxis", "csubj", "dative", "cc", "mark",
)  # fmt: skip


def scramble(grammar: Grammar, lot: Random) -> None:
    """Wrong tags, wrong labels and wrong heads in a parse, in place; its sentences stay trees."""
    share = lot.choice((0.05, 0.2, 0.6))
    for first, after in grammar.sentences:
        for token in range(first, after):
            if lot.random() < share:
                grammar.tags[token] = lot.choice(TAGS)
            if lot.random() < share and grammar.heads[token] != token:
                grammar.deps[token] = lot.choice(DEPS)
                head = lot.randrange(first, after)
                if not _is_above(grammar, token, head):
                    grammar.heads[token] = head


def _is_above(grammar: Grammar, token: int, below: int) -> bool:
    while below != token and grammar.heads[below] != below:
        below = grammar.heads[below]
    return below == token
