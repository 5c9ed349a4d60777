"""Places that a sentence names in passing, from which the story does not go on; and those that open a paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.extract.reading import Reading
from sayso.extract.where.place_ranks import REMOVING, is_of_a_parley, is_told_of_an_object, tells_who_they_are

GOING = REMOVING | {
    "walk",
    "trek",
    "cross",
    "travel",
    "arrive",
    "go",
    "run",
    "come",
    "head",
    "fly",
    "carry",
    "rush",
    "pour",
}
ON_THE_WAY = frozenset(("to", "toward", "towards", "from"))
OPENING = frozenset(("in", "at", "near", "around", "across", "inside", "outside", "on"))
BEFORE_IT = frozenset(("meanwhile", "elsewhere", "also", "separately", "further", "farther", "and", "but", ","))
"""Words before the "in X" that opens a paragraph."""


def is_by_the_way(reading: Reading, token: int) -> bool:
    """Whether a place only tells of whom or what the sentence speaks, or where somebody talked."""
    passing = is_of_a_parley(reading, token) or is_told_of_an_object(reading, token)
    return passing or tells_who_they_are(reading, token)


def is_on_the_way(reading: Reading, token: int) -> bool:
    """ "Fled towards X", "taken to X": where people go or come from, to which the next paragraph need not follow."""
    grammar, at = reading.grammar, token
    while grammar.deps[at] in ("compound", "appos", "conj") and grammar.heads[at] != at:
        at = grammar.heads[at]
    link = grammar.heads[at]
    if grammar.deps[at] == "pobj" and grammar.lowers[link] == "of":
        link = grammar.heads[grammar.heads[link]]
    return grammar.lowers[link] in ON_THE_WAY and grammar.lemmas[grammar.heads[link]] in GOING


def places_that_open(reading: Reading, place_tokens: Sequence[int]) -> dict[int, list[int]]:
    """Number of a block -> the tokens of the places of the "In X, ..." that it opens with; place_tokens: left to
    right."""
    grammar, found = reading.grammar, defaultdict(list)
    for token in place_tokens:
        sentence = grammar.sentence_of[token]
        block = grammar.block_of[sentence]
        if sentence and grammar.block_of[sentence - 1] == block:
            continue
        if (link := _opening_link(reading, grammar.sentences[sentence][0])) is not None and _is_under(
            reading, token, link
        ):
            found[block].append(token)
    return found


def _opening_link(reading: Reading, first: int) -> int | None:
    grammar = reading.grammar
    while grammar.lowers[first] in BEFORE_IT and first + 1 < len(grammar):
        first += 1
    return first if grammar.lowers[first] in OPENING and grammar.deps[first] == "prep" else None


def _is_under(reading: Reading, token: int, link: int) -> bool:
    """Whether a place stands in the phrase that a preposition opens."""
    return link < token <= reading.grammar.edges[link][1]
