"""One number for the dead and the wounded together: "dozens of dead and wounded", "killed or injured 35 people"."""

from __future__ import annotations

from sayso.extract.counted.nouns import measure_nouns, measure_states
from sayso.extract.counted.quantities import Quantity
from sayso.extract.counted.words import AUXILIARIES, LINKS, PASSED_OVER, object_measures
from sayso.extract.reading import Reading
from sayso.records.claims import Measure

BOTH = {"killed", "injured"}
JOINTS = frozenset(("and", "or", "/", "and/or", "&"))
NUMBERED = frozenset(("CD", "DT", "PRP$", "PDT"))
SHARES = frozenset(("most", "many", "half", "some", "including", "mostly", "mainly", "among", "several", "all"))
MEANS = frozenset(("shoot", "stab"))
"""How the same people came to die: "was shot and killed"."""
WORDS_AHEAD = 12


def of_both(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number of killed or injured is of both, so that the text says of neither how many they are."""
    return _before(reading, quantity) or _behind(reading, quantity)


def _before(reading: Reading, quantity: Quantity) -> bool:
    """As in "killed and wounded 35 people"."""
    first, grammar = quantity.first, reading.grammar
    if first < 3 or not _is_joint(reading, first - 3) or grammar.tags[first - 3][:2] != "VB":
        return False
    return not any(grammar.deps[child] == "auxpass" for child in grammar.children[first - 3])


def _behind(reading: Reading, quantity: Quantity) -> bool:
    """As in "dozens of dead and wounded", "35 people were killed or injured"; not in "35 deaths and 12 injuries"."""
    grammar = reading.grammar
    end = grammar.sentences[grammar.sentence_of[quantity.number]][1]
    for token in range(quantity.last + 1, min(quantity.last + WORDS_AHEAD, end)):
        if _is_joint(reading, token):
            after = token + 3
            after += after < end and grammar.lowers[after] in ("to", "of")
            return after >= end or grammar.tags[after] not in NUMBERED
        lower = grammar.lowers[token]
        if lower == "," and token + 1 < end and grammar.lowers[token + 1] in SHARES:
            return _behind_aside(reading, token, end)
        if lower != "to" and lower not in AUXILIARIES and lower not in LINKS and grammar.tags[token] not in PASSED_OVER:
            return False
    return False


def _behind_aside(reading: Reading, comma: int, end: int) -> bool:
    """As in "35 people, most of them women, were killed or injured"."""
    lowers = reading.grammar.lowers
    closing = next((t for t in range(comma + 1, min(comma + WORDS_AHEAD, end - 4)) if lowers[t] == ","), None)
    verb = closing + 1 if closing is not None else end
    while verb < end and lowers[verb] in AUXILIARIES:
        verb += 1
    return verb < end and _is_joint(reading, verb)


def _is_joint(reading: Reading, token: int) -> bool:
    """Whether a word for the dead stands here and one for the wounded behind an "and", or the other way round."""
    lowers = reading.grammar.lowers
    if token + 2 >= len(lowers) or lowers[token + 1] not in JOINTS:
        return False
    return {_harm(reading, token), _harm(reading, token + 2)} == BOTH


def _harm(reading: Reading, token: int) -> Measure | None:
    lower, lemma = reading.grammar.lowers[token], reading.grammar.lemmas[token]
    if lemma in MEANS:
        return None
    return measure_states().get(lower) or measure_nouns().get(lemma) or object_measures().get(lemma)
