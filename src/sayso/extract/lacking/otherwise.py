"""Runs of words that look like those of want and tell of something else."""

from __future__ import annotations

from collections.abc import Callable

from sayso.codebook import load_codebook
from sayso.extract.lacking.words import Found
from sayso.extract.scene import Scene
from sayso.parse import Grammar

OPENINGS = frozenset(
    (",", "and", "but", ";", ":", "-", "–", "—", "half", "most", "many", "all", "some", "third", "none")
)
CARRIERS = frozenset(("truck", "lorry", "ship", "flight", "ferry", "vessel", "bus", "car", "vehicle"))
LADEN_WITH = frozenset(
    ("aid", "relief", "humanitarian", "food", "medical", "medicine", "supply", "convoy", "fuel", "flour", "wheat",
     "rice", "grain", "water", "agency", "shipment", "consignment", "cargo", "un", "u.n.", "assistance", "delivery",
     "vaccine", "merchant", "trader", "commercial", "goods")
)  # fmt: skip
"""Words beside a lorry by which it brings help, or what people live by."""
NO_QUEUES = frozenset(("supply", "power", "front", "transmission", "pipe", "rail", "phone", "telephone", "tree"))
"""What stands before a line that nobody stands in."""


def tells_otherwise(scene: Scene, inside: range) -> bool:
    """Whether the run of words tells of no want."""
    return any(otherwise(scene.grammar, inside) for otherwise in OTHERWISE)


def is_no_want(scene: Scene, found: Found) -> bool:
    """The same of a clause or a noun phrase."""
    tokens = (found.token, *found.tokens)
    inside = range(min(tokens), max(tokens) + 1)
    return any(otherwise(scene.grammar, inside) for otherwise in (_a_little, _within_a_name, _stopped_lorry))


def _counted_within(grammar: Grammar, inside: range) -> bool:
    """ "A convoy of 31 lorries carrying supplies for 78,000": what is counted behind "of" opens no statement."""
    first = inside[0]
    start = grammar.sentences[grammar.sentence_of[first]][0]
    if grammar.lowers[first] != "of" or first == start:
        return False
    return grammar.lowers[first - 1] not in OPENINGS and grammar.tags[first - 1] != "CD"


def _among_others(grammar: Grammar, inside: range) -> bool:
    """ "Two medics were among 31 people killed"."""
    return any(grammar.lowers[t] == "among" and grammar.tags[t - 1][0] == "V" for t in inside)


def _had_to(grammar: Grammar, inside: range) -> bool:
    """ "Schools don't have to rely on it"."""
    last = inside[-1]
    return grammar.lemmas[last] == "have" and grammar.lowers[last + 1 : last + 2] == ["to"]


def _a_little(grammar: Grammar, inside: range) -> bool:
    """ "A little food" is some."""
    first = inside[0]
    return grammar.lowers[first] == "little" and first > 0 and grammar.lowers[first - 1] in ("a", "the", "what")


def _of_another_noun(grammar: Grammar, inside: range) -> bool:
    """ "Water gushed out of the abandoned mine": the last word is said of a noun behind the run that lacks nothing."""
    last = inside[-1]
    noun = grammar.heads[last]
    things = load_codebook().conditions.themes
    said = grammar.deps[last] == "amod" and noun > last
    return said and not any(
        grammar.lemmas[noun] in nouns for nouns in things.values() if nouns is not things["protection"]
    )


def _within_a_name(grammar: Grammar, inside: range) -> bool:
    """ "A Doctors Without Borders hospital"."""
    words = grammar.words
    return any(words[t] == "Without" and words[t - 1][0].isupper() for t in inside if t)


def _stopped_lorry(grammar: Grammar, inside: range) -> bool:
    """ "The truck was stopped at a checkpoint": of a lorry that brings nothing nobody is kept."""
    lemmas = {grammar.lemmas[t] for t in inside}
    first, after = grammar.sentences[grammar.sentence_of[inside[0]]]
    if grammar.lemmas[inside[0]] not in CARRIERS or not lemmas & CARRIERS:
        return False
    return LADEN_WITH.isdisjoint(grammar.lemmas[first:after])


def _no_queue(grammar: Grammar, inside: range) -> bool:
    """ "Cut rebel supply lines"."""
    return any(grammar.lemmas[t] == "line" and grammar.lemmas[t - 1] in NO_QUEUES for t in inside)


OTHERWISE: tuple[Callable[[Grammar, range], bool], ...] = (
    _counted_within, _among_others, _had_to, _a_little, _of_another_noun, _within_a_name, _stopped_lorry, _no_queue,
)  # fmt: skip
