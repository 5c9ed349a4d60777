"""Parts of the wounded that only an adverb tells of: "wounded 11, four of them seriously", "one fatally"."""

from __future__ import annotations

from sayso.codebook import load_codebook
from sayso.extract.quantities import Quantity
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
