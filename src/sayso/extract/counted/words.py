"""What the words straight behind or before a number say, whatever the parse: "48 people dead", "wounding 11"."""

from __future__ import annotations

from functools import cache

from sayso.codebook import load_codebook
from sayso.extract.counted.nouns import measure_nouns, measure_states, people_class
from sayso.extract.counted.quantities import Quantity
from sayso.extract.reading import Reading
from sayso.records.claims import Measure

AUXILIARIES = frozenset(
    (
        "was", "were", "is", "are", "be", "been", "being", "have", "has", "had", "got", "left", "also", "reportedly",
        "reported", "feared", "confirmed", "found", "shot", "who", "that",
    )
)  # fmt: skip
PASSED_OVER = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "DT", "PRP$", "RB", "POS", "VBG", "HYPH", '"', "''", "``")
)
LINKS = frozenset(("of", "more", "others", "other"))
ASIDE = frozenset(("from", "in", "at", "with", "by", "on", "after"))
OPENS_OBJECT = frozenset(("DT", "CD", "PRP$", "PRP"))
ENDS_PHRASE = frozenset(("IN", "CC", ".", ",", "TO", "RB", ":", "WDT", "DT"))
HARM = frozenset(("killed", "injured", "executed", "detained", "abducted", "displaced"))
WORDS_AHEAD = 7
ARMED = frozenset(("fighters", "soldiers", "police"))
LACKING = frozenset(("be", "leave", "remain", "go", "live"))


def lacking_what(reading: Reading, head: int, noun: int) -> Measure | None:
    """As in "35,000 people are without running water", "left two million without power"."""
    grammar, above = reading.grammar, reading.grammar.heads[head]
    near = (*grammar.children[above], *grammar.children[head])
    lacks = grammar.lemmas[above] in LACKING and any(grammar.lowers[child] == "without" for child in near)
    return "in_need" if lacks and (people_class(reading, noun) or grammar.tags[noun] == "CD") else None


def armed_or(measure: Measure | None, reading: Reading, noun: int) -> Measure | None:
    """ "Destroyed two tanks and up to 90 soldiers": the armed who are destroyed are dead; else the measure itself."""
    entry = people_class(reading, noun) if measure == "structures_destroyed" else None
    return "killed" if entry is not None and entry.group in ARMED else measure


def told_behind(reading: Reading, quantity: Quantity, head: int) -> int | None:
    """The word of a state that ends the number's phrase: "22 civilians were reported killed" -> "killed"."""
    grammar, states = reading.grammar, measure_states()
    end = grammar.sentences[grammar.sentence_of[quantity.number]][1]
    for token in range(quantity.last + 1, min(quantity.last + WORDS_AHEAD, end)):
        lower = grammar.lowers[token]
        if lower in states and not _has_object(reading, token, end) and not _is_before_noun(reading, token):
            return None if _stands_aside(reading, head, token) else token
        if lower not in AUXILIARIES and grammar.tags[token] not in PASSED_OVER and lower not in LINKS:
            return None
    return None


def reports(reading: Reading, head: int) -> bool:
    """ "A witness reported dozens of men killed": whoever tells of the dead is none of them."""
    grammar, verb = reading.grammar, reading.grammar.heads[head]
    told = grammar.deps[head] == "nsubj" and grammar.lemmas[verb] in reading.index.cue_verbs
    return told and any(grammar.deps[child] in ("dobj", "ccomp") for child in grammar.children[verb])


def _has_object(reading: Reading, token: int, end: int) -> bool:
    """As in "rebels killed three", but not in "three killed, 70 injured" without its comma: the word is a verb with an
    object of its own."""
    grammar = reading.grammar
    children = grammar.children[token]
    passive = any(grammar.deps[child] == "auxpass" or _is_other_than_have(reading, child) for child in children)
    if grammar.tags[token] not in ("VBD", "VBN") or passive:
        return False
    if token + 1 < end and grammar.words[token + 1] == "(":
        return False
    told = (c for c in children if grammar.deps[c] == "dobj" and c > token)
    if any(grammar.lowers[min(c + 1, end - 1)] not in measure_states() for c in told):
        return True
    return token + 1 < end and grammar.tags[token + 1] in OPENS_OBJECT


def _is_other_than_have(reading: Reading, token: int) -> bool:
    return reading.grammar.deps[token] == "aux" and reading.grammar.lemmas[token] != "have"


def _is_before_noun(reading: Reading, token: int) -> bool:
    """As in "3 wounded people", which its noun tells."""
    return reading.grammar.deps[token] == "amod" and reading.grammar.heads[token] > token


def _stands_aside(reading: Reading, head: int, state: int) -> bool:
    """As in "15 civilians from two families were killed", "six of the 40 were freed": two and 40 are told aside."""
    grammar = reading.grammar
    link = grammar.heads[head]
    if grammar.deps[head] != "pobj" or grammar.heads[state] == head:
        return False
    of_number = grammar.lowers[link] == "of" and grammar.tags[grammar.heads[link]] == "CD"
    return of_number or grammar.lowers[link] in ASIDE


def told_before(reading: Reading, quantity: Quantity, noun: int) -> tuple[int, Measure] | None:
    """The verb straight before the number that counts its object, and its measure: "killing 25", "wounds six"."""
    token, grammar = quantity.first - 1, reading.grammar
    if token < 0 or grammar.tags[token][:2] not in ("VB", "NN", "JJ"):
        return None
    measure = object_measures().get(grammar.lemmas[token])
    if measure is None or grammar.lowers[token] == "dead" or _is_passive(reading, token):
        return None
    if noun == quantity.number and not _ends_phrase(reading, quantity.last + 1):
        return None
    return token, deadly_or(measure, reading, token)


def deadly_or(measure: Measure, reading: Reading, token: int) -> Measure:
    """The measure, or that of a death where an adverb straight before the word says so: "fatally shooting four"."""
    return "killed" if token and reading.grammar.lowers[token - 1] in load_codebook().measures.deadly else measure


def told_by_noun(reading: Reading, quantity: Quantity) -> tuple[int, Measure] | None:
    """The noun of harm whose "of" or "to" stands straight before the number: "injuries to 15 residents"."""
    link, grammar = quantity.first - 1, reading.grammar
    if link < 1 or grammar.lowers[link] not in ("of", "to") or grammar.tags[link - 1][:2] != "NN":
        return None
    measure = measure_nouns().get(grammar.lemmas[link - 1])
    return (link - 1, measure) if measure in ("killed", "injured") else None


def _is_passive(reading: Reading, token: int) -> bool:
    return any(reading.grammar.deps[child] == "auxpass" for child in reading.grammar.children[token])


def _ends_phrase(reading: Reading, token: int) -> bool:
    return token >= len(reading.grammar) or reading.grammar.tags[token] in ENDS_PHRASE


@cache
def object_measures() -> dict[str, Measure]:
    """Single verbs that harm their object: those whose object a frame counts, and those of the measures' own list."""
    found = dict(harming())
    for frame in load_codebook().frames:
        measure = frame.counts.get("recipient")
        if measure in HARM and "object" not in frame.needs and "object" in frame.verb_slots.recipient:
            found.update({verb: measure for verb in frame.verbs if " " not in verb})
    return found


@cache
def harming() -> dict[str, Measure]:
    """Verbs that harm their object although no frame counts it."""
    return {verb: measure for measure, verbs in load_codebook().measures.harming.items() for verb in verbs}  # type: ignore[misc]
