"""Of which country the entries of a digest tell: paragraphs that a label opens ("Ecuador. Soldiers ..."), or those
below a heading that is a country."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extract.names.names import NameMatch
from sayso.parse import Grammar

LABEL_SIGNS = frozenset((".", ":", "-", "–", "—", "/", "|"))


def homes_of_entries(grammar: Grammar, names: Iterable[NameMatch]) -> dict[int, str]:
    """Block -> the country (alpha-2) that its label or the heading above it names."""
    blocks = enumerate(grammar.block_of)
    labels = {grammar.sentences[at][0]: block for at, block in blocks if not at or grammar.block_of[at - 1] != block}
    found = {
        labels[name.first]: name.entry.country
        for name in names
        if name.first in labels and name.entry.kind == "state" and name.form == "name" and _is_label(grammar, name)
    }
    return {block: country for block, country in _below_headings(grammar, found).items() if country}


def _is_label(grammar: Grammar, name: NameMatch) -> bool:
    """A name that a sign parts from the rest, or that is all of its block."""
    behind = name.last + 1
    if behind == len(grammar) or grammar.words[behind] in LABEL_SIGNS:
        return True
    return grammar.block_of[grammar.sentence_of[behind]] != grammar.block_of[grammar.sentence_of[name.last]]


def _below_headings(grammar: Grammar, found: dict[int, str | None]) -> dict[int, str | None]:
    """The same with the blocks below headings, each up to the next."""
    held, country = dict(found), None
    for at, block in enumerate(grammar.blocks):
        if block.kind == "heading":
            country = found.get(at)
        elif country is not None:
            held.setdefault(at, country)
    return held
