"""Compounds of a party and a participle before a noun: "Iran-backed militia", "U.S.-led coalition", "rebel-held"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.extract.reading import Reading


class Compound(NamedTuple):
    """Four tokens: the first, the owner before the hyphen, the participle that ends it, the noun behind it."""

    first: int
    owner: int
    participle: int
    noun: int


def compounds(reading: Reading, participles: frozenset[str]) -> Iterator[Compound]:
    """Every such compound whose second half is one of the participles; written as one token or as three."""
    grammar = reading.grammar
    for token in reading.hyphened:
        lower = grammar.lowers[token]
        if "-" in lower:
            if lower.rsplit("-", 1)[-1] in participles and lower != "-":
                yield Compound(token, token, token, _noun(reading, token))
        elif lower in participles:
            yield Compound(_first(reading, token - 2), token - 2, token, _noun(reading, token))


def _first(reading: Reading, owner: int) -> int:
    grammar, first = reading.grammar, owner
    while first and grammar.heads[first - 1] == owner and grammar.deps[first - 1] in ("compound", "amod", "nmod"):
        first -= 1
    return first


def _noun(reading: Reading, token: int) -> int:
    """The noun that the compound stands before: its head, or the next noun where the parse hung it elsewhere."""
    grammar = reading.grammar
    head = grammar.heads[token]
    if head > token and grammar.tags[head][:2] == "NN":
        return head
    for at in range(token + 1, min(token + 6, len(grammar))):
        if grammar.tags[at][:2] == "NN" and (at + 1 >= len(grammar) or grammar.tags[at + 1][:2] != "NN"):
            return at
    return token
