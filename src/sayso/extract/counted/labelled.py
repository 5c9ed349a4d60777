"""Numbers behind a label that says what they count: "Civilians killed: 7", "Air strikes recorded: 9"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.extract.counted.nouns import countable, measure_states, noun_measure, people_class
from sayso.extract.counted.quantities import Quantity
from sayso.extract.framing.framer import Framed
from sayso.extract.reading import Reading
from sayso.records.claims import Measure

SIGN = ":"
OPENS = frozenset((".", ";", ",", "(", ":", "|", "•", "*", "-", "–", "—"))
"""Before a label, beside the beginning of its block."""
CLOSES = frozenset((".", ";", ",", "(", ")", "|", "*", "•"))
TELLING = frozenset(("VBZ", "VBP", "MD"))
"""Tags of verbs that no label has; a participle may be taken for a past."""
LONGEST = 7
"""Words of a label."""


class Label(NamedTuple):
    """told: the word that says what became of them; noun: who or what is counted, None where only `told` stands."""

    told: int
    noun: int | None
    measure: Measure


def label_of(reading: Reading, quantity: Quantity, framed: Mapping[int, Framed]) -> Label | None:
    """The label before a number that stands alone behind its colon; None where there is none, or it says no measure.
    framed: by its predicate each clause that a frame knows."""
    grammar, sign = reading.grammar, quantity.first - 1
    if sign < 1 or grammar.words[sign] != SIGN or quantity.percent or not _closes(reading, quantity.last + 1):
        return None
    words = _words(reading, sign)
    if any(grammar.tags[t] in TELLING for t in words):
        return None
    return next((label for t in reversed(words) if (label := _label(reading, words, t, framed)) is not None), None)


def counted_by_label(reading: Reading, quantity: Quantity) -> int | None:
    """The people whom the label before a number names: "rebels: 202"."""
    sign = quantity.first - 1
    words = _words(reading, sign) if sign > 0 and reading.grammar.words[sign] == SIGN else range(0)
    return next((token for token in reversed(words) if people_class(reading, token) is not None), None)


def _label(reading: Reading, words: range, token: int, framed: Mapping[int, Framed]) -> Label | None:
    grammar = reading.grammar
    nouns = [t for t in words if t != token and grammar.tags[t] in ("NNS", "NN") and reading.classes(t)]
    noun, told = (nouns[-1] if nouns else None), _told(reading, token, framed)
    fits = next((measure for measure in told if noun is None or countable(reading, noun, measure)), None)
    if fits is not None or told:
        return Label(token, noun, fits) if fits is not None else None
    measure = noun_measure(reading, token)
    return Label(token, token, measure) if measure is not None else None


def _told(reading: Reading, token: int, framed: Mapping[int, Framed]) -> list[Measure]:
    """What a word says became of those who are counted: by itself, or by the frame of its clause."""
    grammar = reading.grammar
    state = measure_states().get(grammar.lowers[token])
    item = framed.get(token) if grammar.tags[token] in ("VBN", "VBD", "JJ") else None
    by_frame = item.frame.counts.get("recipient") or item.frame.counts.get("actor") if item is not None else None
    return [measure for measure in (state, by_frame) if measure is not None]


def _closes(reading: Reading, after: int) -> bool:
    """Whether nothing that is counted stands behind the number: its line ends, or a sign or brackets follow."""
    grammar = reading.grammar
    if after >= len(grammar) or grammar.words[after] in CLOSES:
        return True
    return grammar.sentence_of[after] != grammar.sentence_of[after - 1]


def _words(reading: Reading, sign: int) -> range:
    """The tokens of the label; empty where they are too many for one."""
    grammar, first = reading.grammar, sign
    block = grammar.block_of[grammar.sentence_of[sign - 1]]
    while first and grammar.words[first - 1] not in OPENS and grammar.block_of[grammar.sentence_of[first - 1]] == block:
        first -= 1
        if sign - first > LONGEST:
            return range(0)
    return range(first, sign)
