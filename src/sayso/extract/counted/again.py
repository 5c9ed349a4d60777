"""Numbers that leave their noun to the number told before: "the army counted eight", "others put the figure at 12"."""

from __future__ import annotations

from sayso.codebook import load_codebook
from sayso.extract.counted.nouns import people_class
from sayso.extract.counted.quantities import Quantity
from sayso.extract.reading import Reading
from sayso.extract.said.objects import ENDS_PHRASE, SAYING_NUMBERS

SPEAKING_OF = frozenset(("speak", "tell", "talk", "hear", "write"))
CORRECTING = frozenset((",", "and", "but", "-", "–", "—", "("))
WORDS_BACK = 8
OF_THE_DEAD = frozenset(("count", "tally"))
"""Nouns of which a report of war means the dead where it says no more and the number changes."""


def told_again(reading: Reading, quantity: Quantity, noun: int) -> bool:
    """Whether the number is a bare one of what was counted last, by a verb of saying or a count without its "of"."""
    grammar, after = reading.grammar, quantity.last + 1
    if quantity.percent or quantity.single or not quantity.first:
        return False
    if noun != quantity.number:
        return _is_spoken_of(reading, quantity, noun)
    if after < len(grammar) and grammar.tags[after] not in ENDS_PHRASE:
        return grammar.tags[after][0] == "V" and _is_count_of(reading, quantity.first - 1)
    before = quantity.first - 1
    return _is_said(reading, before) or _is_counted(reading, before) or _is_corrected(reading, before)


def _is_spoken_of(reading: Reading, quantity: Quantity, noun: int) -> bool:
    """As in "reported the deaths of 300 soldiers and speaks of more than 1,800 civilians"."""
    grammar, before = reading.grammar, quantity.first - 1
    ends = noun + 1 >= len(grammar) or grammar.words[noun + 1] in ".,;"
    spoken = grammar.lowers[before] == "of" and grammar.lemmas[before - 1] in SPEAKING_OF
    return spoken and ends and people_class(reading, noun) is not None


def _is_corrected(reading: Reading, before: int) -> bool:
    """As in "said 12 people had died, not 30"."""
    return before > 0 and reading.grammar.lowers[before] == "not" and reading.grammar.words[before - 1] in CORRECTING


def _is_count_of(reading: Reading, before: int) -> bool:
    """As in "an initial count of 11"."""
    grammar, words = reading.grammar, load_codebook().measures
    return grammar.lowers[before] == "of" and grammar.lemmas[before - 1] in words.tolls["any"]


def counts_the_dead(reading: Reading, quantity: Quantity) -> bool:
    """As in "an initial count of 11 rose to 19", where nothing was counted before."""
    grammar = reading.grammar
    first, after = grammar.sentences[grammar.sentence_of[quantity.number]]
    near = range(first, after)
    rises = any(grammar.lemmas[t] in load_codebook().measures.rising for t in near)
    return rises and any(grammar.lemmas[t] in OF_THE_DEAD and grammar.tags[t][:2] == "NN" for t in near)


def _is_said(reading: Reading, before: int) -> bool:
    """As in "counted eight", "said nine", "spoke of five"."""
    grammar = reading.grammar
    lemma = grammar.lemmas[before]
    if grammar.lowers[before] == "of":
        return grammar.lemmas[before - 1] in SPEAKING_OF
    forms = reading.index.cue_verbs.get(lemma, ()) if grammar.tags[before][:2] == "VB" else ()
    return any(not rest and (cue.object_is_content or lemma in SAYING_NUMBERS) for rest, cue in forms)


def _is_counted(reading: Reading, before: int) -> bool:
    """As in "raised the number to five", "said the figure was 90"."""
    grammar, words = reading.grammar, load_codebook().measures
    if grammar.lowers[before] == "of":
        return _is_count_of(reading, before)
    if grammar.lowers[before] not in words.toll_links:
        return False
    first = max(grammar.sentences[grammar.sentence_of[before]][0], before - WORDS_BACK)
    return any(grammar.lemmas[token] in words.tolls["any"] for token in range(first, before))
