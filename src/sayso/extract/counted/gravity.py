"""Parts of the wounded that only an adverb tells of: "wounded 11, four of them seriously", "one fatally"."""

from __future__ import annotations

from sayso.codebook import load_codebook
from sayso.extract.counted.quantities import Quantity
from sayso.extract.reading import Reading
from sayso.records.claims import Measure

ENDS = frozenset((",", ".", ";", ":", "and", "but", "or", ")", "-", "–", "—", "when", "after", "in", "by", "as"))


def gravity_of(reading: Reading, quantity: Quantity) -> Measure | None:
    """What an adverb straight behind the number, or behind "of them", makes of the wounded: a death or a wound; None
    where no such adverb ends the phrase."""
    lowers, words, at = reading.grammar.lowers, load_codebook().measures, quantity.last + 1
    if at + 1 < len(lowers) and lowers[at] == "of" and lowers[at + 1] in words.wholes:
        at += 2
    if at >= len(lowers) or lowers[at] not in (*words.gravely, *words.deadly):
        return None
    if at + 1 < len(lowers) and lowers[at + 1] not in ENDS:
        return None
    return "killed" if lowers[at] in words.deadly else "injured"


def is_one_of_them(reading: Reading, quantity: Quantity, head: int) -> bool:
    """As in "eleven soldiers, one of them an officer": both words tell of one of those counted before, and not each of
    one more."""
    grammar, wholes = reading.grammar, load_codebook().measures.wholes
    lowers, first, after = grammar.lowers, quantity.first, quantity.last + 1
    if quantity.single:
        at = first - (lowers[first - 1] == ",")
        return lowers[max(0, at - 3) : at - 1] == ["one", "of"] and lowers[at - 1] in wholes
    beside = after + 2 < len(lowers) and lowers[after] == "of" and lowers[after + 1] in wholes
    if not beside or grammar.deps[head] not in ("appos", "npadvmod", "dep"):
        return False
    return grammar.tags[after + 2] in ("DT", "NN") or _is_behind_a_verb(reading, head)


def _is_behind_a_verb(reading: Reading, head: int) -> bool:
    """As in "40 were killed and 600 were hurt, 60 of these children": the parser hung it on those of another verb."""
    grammar = reading.grammar
    between = range(grammar.heads[head] + 1, head)
    return any(grammar.tags[token] in ("VBD", "VBP", "VBZ") for token in between) and any(
        grammar.tags[token] == "CD" and grammar.deps[token] in ("nsubj", "nsubjpass") for token in between
    )
