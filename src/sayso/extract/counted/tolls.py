"""Running counts: "the death toll rose to 52", "brings to 39 the number of dead", "put the number of injured at 20"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import structs

from sayso.codebook import load_codebook
from sayso.extract.counted.nouns import measure_states, noun_measure, people_class, state_at
from sayso.extract.counted.quantities import Quantity
from sayso.extract.reading import Reading
from sayso.parse import prepositional
from sayso.records.claims import Measure

QUOTE_MARKS = frozenset(("“", '"', "'", "‘", "``"))
WORDS_BACK, WORDS_AHEAD = 12, 5
THEY_BACK = 50
RISING_LINKS = frozenset(("to", "at", "from"))
RECKONING = frozenset(("put", "estimate", "place", "reckon", "number", "set", "count", "assess"))
STANDING = frozenset(("be", "stand", *RECKONING))
"""Verbs by which a toll has its number."""
BY_NOW = frozenset(("now", "currently", "already", "thus", "presently", "today"))
"""Words between a verb and the number that a toll has by now."""
PASSING = frozenset(("pass", "top", "surpass", "exceed", "cross", "overtake"))
CLOSE = 2
"""Words before "of" in which its noun stands: "a toll of 70"."""


def toll_of(reading: Reading, quantity: Quantity) -> tuple[int, Measure] | None:
    """The noun of the running count that the number belongs to, and what it counts; None where there is none."""
    if (told := _rising(reading, quantity) or _put_at(reading, quantity)) is not None:
        return told
    link = _link(reading, quantity)
    if link is None:
        return None
    for token in _around(reading, quantity, link):
        if (measure := _toll(reading, token)) is not None:
            return token, measure
    return None


def _rising(reading: Reading, quantity: Quantity) -> tuple[int, Measure] | None:
    """ "Deaths have climbed to 78", "injuries passed 300": a bare number behind a verb of counts and its subject."""
    grammar, above = reading.grammar, reading.grammar.heads[quantity.number]
    if grammar.deps[quantity.number] not in ("pobj", "dobj", "attr") or quantity.percent:
        return None
    if grammar.deps[quantity.number] == "pobj":
        if grammar.lowers[above] not in RISING_LINKS:
            return None
        above = grammar.heads[above]
    if grammar.lemmas[above] not in load_codebook().measures.rising:
        return None
    counted = (t for t in grammar.children[above] if grammar.deps[t] == "nsubj" and grammar.tags[t] in ("NNS", "NNPS"))
    told = ((token, noun_measure(reading, token)) for token in counted)
    return next(((token, measure) for token, measure in told if measure is not None), None)


def _put_at(reading: Reading, quantity: Quantity) -> tuple[int, Measure] | None:
    """ "Put the dead at 23 and the wounded at 40": the harmed, by a verb of reckoning and "at"."""
    grammar, link = reading.grammar, reading.grammar.heads[quantity.number]
    above = grammar.heads[link]
    verb = grammar.heads[grammar.heads[above]] if grammar.deps[above] == "conj" else above
    if grammar.lowers[link] != "at" or grammar.lemmas[verb] not in RECKONING or quantity.percent:
        return None
    if verb != above:
        measure = state_at(reading, above)
        return (above, measure) if measure is not None else None
    objects = [c for c in grammar.children[verb] if grammar.deps[c] in ("dobj", "nsubjpass") and c < link]
    objects = objects or ([grammar.heads[verb]] if grammar.deps[verb] == "acl" and grammar.heads[verb] < verb else [])
    if len(objects) != 1 or any(_shares_number(reading, c) for c in grammar.children[objects[0]]):
        return None
    measure = state_at(reading, objects[0]) or noun_measure(reading, objects[0])
    return (objects[0], measure) if measure is not None else None


def _shares_number(reading: Reading, token: int) -> bool:
    """ "The dead and wounded at 23": joined to another noun, without a number of its own."""
    grammar = reading.grammar
    own = any(grammar.lowers[child] == "at" for child in grammar.children[token])
    return grammar.deps[token] == "conj" and not own


def more_than_that(reading: Reading, quantity: Quantity) -> Quantity:
    """The number that a toll has passed ("has topped 300"), as a lower bound; any other as it is."""
    before = quantity.first - 1
    if before < 0 or quantity.modifier != "exactly" or reading.grammar.lemmas[before] not in PASSING:
        return quantity
    return structs.replace(quantity, low=quantity.best, best=None, modifier="more_than")


def bare_toll(reading: Reading, quantity: Quantity) -> int | None:
    """The noun of a running count ("the number of people who have fled the town at 62,609"), whatever it counts."""
    link = _link(reading, quantity)
    near = _around(reading, quantity, link) if link is not None else ()
    known = (t for t in near if reading.grammar.tags[t][:2] == "NN" and reading.grammar.lemmas[t] in _tolls())
    return next(known, None)


def is_before_toll(reading: Reading, quantity: Quantity) -> bool:
    """ "Brings to 40 the number of nurses killed": whether the toll stands straight behind its number."""
    grammar, behind = reading.grammar, quantity.last + 1
    return behind + 1 < len(grammar) and grammar.lowers[behind] == "the" and grammar.lemmas[behind + 1] in _tolls()


def people_tolled(reading: Reading, toll: int) -> int | None:
    """Of "the number of people displaced" the people."""
    inner = prepositional(reading.grammar, toll, "of")
    of_people = inner and (people_class(reading, inner[0]) or reading.grammar.lowers[inner[0]] == "those")
    return inner[0] if of_people else None


def _link(reading: Reading, quantity: Quantity) -> int | None:
    """The word through which a number hangs on its toll: "at", "to", "reached"; of "as high as 40" the first."""
    grammar, links = reading.grammar, load_codebook().measures.toll_links
    before = quantity.first - 1
    before -= before > 0 and (grammar.words[before] in QUOTE_MARKS or grammar.lowers[before] in BY_NOW)
    if before < 0:
        return None
    if grammar.lowers[before] in links or grammar.lemmas[before] in links:
        return before
    if grammar.lowers[quantity.first] in links:
        return quantity.first
    return quantity.first if grammar.lowers[quantity.first] == "as" else None


def _around(reading: Reading, quantity: Quantity, link: int) -> Iterator[int]:
    """The tokens where the toll's noun may stand, the nearest before first; behind "of" only what is close."""
    grammar = reading.grammar
    first, after = grammar.sentences[grammar.sentence_of[quantity.number]]
    opens = link == quantity.first and grammar.lemmas[link - 1] not in STANDING
    close = grammar.lowers[link] == "of" or opens
    yield from range(link - 1, max(first, link - (CLOSE if close else WORDS_BACK)) - 1, -1)
    if not close:
        yield from range(quantity.last + 1, min(after, quantity.last + 1 + WORDS_AHEAD))
        yield from (t for t in _subjects(reading, link) if first <= t < link - WORDS_BACK)


def _subjects(reading: Reading, link: int) -> list[int]:
    """The subject of the verb that brings the number, however far before it that stands: "the number of those killed
    in the attack on the market of the old town last Friday has risen to nine"."""
    grammar = reading.grammar
    verb = link if grammar.tags[link][0] == "V" else grammar.heads[link]
    return [child for child in grammar.children[verb] if grammar.deps[child] in ("nsubj", "nsubjpass")]


def _toll(reading: Reading, token: int) -> Measure | None:
    """The measure of a noun of a running count; None where it is none or counts something else."""
    grammar, bare = reading.grammar, _tolls().get(reading.grammar.lemmas[token])
    if bare is None or grammar.tags[token][:2] != "NN":
        return None
    inner = prepositional(grammar, token, "of")
    told = [state_at(reading, noun) or noun_measure(reading, noun) for noun in inner] + [state_at(reading, token)]
    before = [c for c in grammar.children[token] if grammar.deps[c] in ("compound", "amod")]
    told += [noun_measure(reading, child) for child in before]
    if any(grammar.tags[child] == "PRP$" for child in grammar.children[token]):
        told.append(_of_those_before(reading, token))
    known = next((measure for measure in told if measure is not None), None)
    if known == "attacks" and bare != "any":
        return bare  # type: ignore[return-value]
    return known or (None if bare == "any" else bare)  # type: ignore[return-value]


def _of_those_before(reading: Reading, token: int) -> Measure | None:
    """Whose number "their number" is: that of "the displaced", or of the last subject that says it."""
    grammar, states = reading.grammar, measure_states()
    for earlier in range(token - 1, max(0, token - THEY_BACK) - 1, -1):
        if grammar.lowers[earlier] in states and earlier and grammar.lowers[earlier - 1] == "the":
            return states[grammar.lowers[earlier]]
        if grammar.deps[earlier] in ("nsubj", "nsubjpass") and grammar.tags[earlier] not in ("PRP", "JJS"):
            measure = state_at(reading, earlier) or noun_measure(reading, earlier)
            if measure is not None:
                return measure
    return None


@cache
def _tolls() -> dict[str, str]:
    tolls = load_codebook().measures.tolls
    return {noun.rsplit(" ", 1)[-1]: measure for measure, nouns in tolls.items() for noun in nouns}
