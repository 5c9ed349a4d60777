"""Numbers that are said: "put the dead at 40", "cut its estimate to 60", "counted 93 dead", "their figure is 120"."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from sayso.codebook import Cue, load_codebook
from sayso.extract.reading import Reading
from sayso.extract.said.ranges import Range, by_dependency, trimmed

LONGEST_APPROACH = 5
"""Tokens of a bound between the preposition and its number: "at more than twice the official 40"."""
LONGEST_TOLL = 6
JOINS = frozenset(("and", ",", "plus", "&"))
ENDS = frozenset((".", ";", ":", "?", "!"))
STANDING_AT = frozenset(("be", "stand", "reach", "total", "exceed", "remain"))
"""Verbs by which a toll has its number."""
OBJECTS = ("dobj", "dative", "nsubjpass", "nsubj")


def number_link(reading: Reading, verb: int, words: tuple[str, ...], cue: Cue) -> tuple[int, ...] | None:
    """The tokens of a form's further words where the last leads to a number, however the parser attached it."""
    grammar = reading.grammar
    *between, link = words
    if not has_object(reading, verb, cue):
        return None
    for token in range(verb + 1, grammar.edges[verb][1]):
        if grammar.lowers[token] == link and leads_to_number(reading, token):
            before = tuple(verb + 1 + step for step in range(len(between)))
            fits = all(grammar.lowers[t] == word for t, word in zip(before, between, strict=True))
            return (*before, token) if fits else None
    return None


def has_object(reading: Reading, verb: int, cue: Cue) -> bool:
    """Whether the verb has one of the objects that its entry asks for, if any."""
    return not cue.objects or any(_is_one_of(reading, t, cue) for t in _objects(reading, verb))


def _objects(reading: Reading, verb: int) -> list[int]:
    grammar = reading.grammar
    above = [grammar.heads[verb]] if grammar.deps[verb] in ("acl", "relcl") else []
    return [*(t for t in grammar.children[verb] if grammar.deps[t] in OBJECTS), *above]


def _is_one_of(reading: Reading, token: int, cue: Cue) -> bool:
    """Whether the object, or what it is the number of, is one of the entry's nouns."""
    return reading.grammar.lemmas[token] in cue.objects or reading.grammar.lowers[token] in cue.objects


def leads_to_number(reading: Reading, link: int) -> bool:
    """Whether a number stands behind the preposition, bounds or the "deaths of" between them."""
    grammar, vague = reading.grammar, reading.index.book.numbers.vague
    for token in range(link + 1, min(link + 1 + LONGEST_APPROACH, len(grammar))):
        if grammar.tags[token] == "CD" or grammar.lowers[token] in vague:
            return True
        if grammar.lemmas[token] in _harms() and grammar.lowers[token + 1 : token + 2] == ["of"]:
            continue
        if grammar.tags[token] in ("NN", "NNP", "NNS", "VBD", "VBZ", "VBN") or grammar.words[token] in ".,;:":
            return False
    return False


@cache
def _harms() -> frozenset[str]:
    nouns = load_codebook().measures.nouns
    return frozenset((*nouns["killed"], *nouns["injured"], "loss", "passing", "martyrdom"))


def numbered_content(reading: Reading, verb: int, link: int) -> Range | None:
    """What was put, where, and what is added to it, up to the next verb of the same subject."""
    kids = by_dependency(reading, verb)
    grammar = reading.grammar
    first = next((grammar.edges[t][0] for t in kids.get("dobj", []) if verb < t), None)
    if grammar.deps[verb] == "relcl" and any(t < verb for t in kids.get("dobj", ())):
        first = link
    if first is None or first > link:
        return None
    ends = [grammar.edges[t][0] - 1 for t in kids.get("conj", []) + _asides(reading, kids) if t > link]
    return trimmed(reading, (first, min([grammar.edges[verb][1], *ends])))


def with_tolls(reading: Reading, piece: Range) -> Range:
    """With the words of harm behind a number and the further tolls joined to it: "three killed and five injured"."""
    first, last = piece
    while (further := _next_toll(reading, last)) is not None:
        last = further
    return first, last


def _next_toll(reading: Reading, last: int) -> int | None:
    """The last token of the state, or of the joined number and its state, that stands behind the token."""
    grammar, states = reading.grammar, reading.index.book.measures.states
    harmed, at = {*states["killed"], *states["injured"], *states["missing"]}, last + 1
    if at < len(grammar) and grammar.lowers[at] in harmed and grammar.tags[last] in ("CD", "NNS"):
        return at
    while at < len(grammar) and grammar.lowers[at] in JOINS:
        at += 1
    if at == last + 1 or at >= len(grammar) or not leads_to_number(reading, at - 1):
        return None
    near = range(at + 1, min(at + 1 + LONGEST_TOLL, len(grammar)))
    return next(
        (t for t in takewhile(lambda t: grammar.words[t] not in ENDS, near) if _is_harm(reading, t, harmed)), None
    )


def _is_harm(reading: Reading, token: int, harmed: set[str]) -> bool:
    nouns = reading.index.book.measures.nouns
    return reading.grammar.lowers[token] in harmed or reading.grammar.lemmas[token] in (
        *nouns["killed"],
        *nouns["injured"],
    )


def _asides(reading: Reading, kids: dict[str, list[int]]) -> list[int]:
    """Participles that go on with what the subject did, or set another's word beside it: "..., with others saying"."""
    grammar = reading.grammar
    others = [t for t in kids.get("prep", []) if grammar.lowers[t] == "with" and grammar.words[t - 1] == ","]
    return [t for t in kids.get("advcl", []) if grammar.tags[t] == "VBG"] + others


def is_counted(reading: Reading, token: int) -> bool:
    """Whether the noun is a number or carries one: "93 dead", "55 bodies"."""
    grammar = reading.grammar
    return grammar.tags[token] == "CD" or any(grammar.deps[t] == "nummod" for t in grammar.children[token])


def given_number(reading: Reading, verb: int) -> tuple[Range, ...]:
    """ "The toll given by the ministry was 44": the noun and what is said of it, where that is a number."""
    grammar, noun = reading.grammar, reading.grammar.heads[verb]
    above = grammar.heads[noun]
    if grammar.deps[verb] != "acl" or grammar.deps[noun] not in ("nsubj", "nsubjpass"):
        return ()
    last = grammar.edges[above][1]
    if grammar.lemmas[above] not in STANDING_AT or not any(grammar.tags[t] == "CD" for t in range(above, last + 1)):
        return ()
    return trimmed(reading, (grammar.edges[noun][0], verb - 1)), trimmed(reading, (above, last))


def stated_number(reading: Reading, noun: int) -> Range | None:
    """ "The agent's figure is 120,000": the number that a noun for one is said to be."""
    grammar, verb = reading.grammar, reading.grammar.heads[noun]
    if grammar.deps[noun] != "nsubj" or grammar.lemmas[verb] not in STANDING_AT:
        return None
    links = [t for t in grammar.children[verb] if grammar.lowers[t] == "at"]
    below = [t for at in (verb, *links) for t in grammar.children[at]]
    numbers = [t for t in below if grammar.deps[t] in ("attr", "acomp", "pobj", "dobj") and is_counted(reading, t)]
    return trimmed(reading, grammar.edges[numbers[0]]) if numbers else None
