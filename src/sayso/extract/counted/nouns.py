"""The noun that a number stands with, what it is counted as, and which numbers count nobody and nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.codebook import NounClass, load_codebook
from sayso.extract.counted.changes import in_so_many, is_change
from sayso.extract.counted.quantities import Quantity
from sayso.extract.phrase import PROPER_TAGS
from sayso.extract.reading import Reading
from sayso.parse import Grammar, meant, prepositional
from sayso.records.claims import Measure

NUMBER_DEPS = frozenset(("nummod", "quantmod", "compound", "amod", "det", "neg", "advmod", "npadvmod", "predet"))
STATE_DEPS = frozenset(("amod", "acl", "relcl", "advmod", "acomp", "appos", "nmod", "compound"))
PEOPLE_UNITS = frozenset(("people", "households"))
AGE_WORDS = frozenset(("aged", "age", "ages", "no", "no.", "number", "nr"))
AGE_NOUNS = frozenset(("age", "ages", "aged"))
AGE_LINKS = frozenset(
    ("of", "and", "to", "or", "from", "between", "-", "–", ",", "either", "about", "around", "approximately", "just")
)
POINTING = frozenset(("the", "this", "that", "which"))
SHARES = frozenset(("cent", "percent", "%", "percentage"))
SHARE_WORDS = frozenset(("half", "most", "majority", "third", "thirds", "quarter", "quarters"))
CLIMB = 6


@cache
def measure_nouns() -> dict[str, Measure]:
    """Noun -> what a number of it is a number of."""
    return {noun: measure for measure, nouns in load_codebook().measures.nouns.items() for noun in nouns}  # type: ignore[misc]


@cache
def measure_states() -> dict[str, Measure]:
    """Participle or adjective of people -> what a number of these people is a number of."""
    return {word: measure for measure, words in load_codebook().measures.states.items() for word in words}  # type: ignore[misc]


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(load_codebook().measures.not_counted)


@cache
def _not_people() -> frozenset[str]:
    return frozenset(load_codebook().measures.not_people)


def head_of(reading: Reading, quantity: Quantity) -> int:
    """The noun that the number stands with, or the number itself where the noun is left out."""
    grammar, token = reading.grammar, quantity.number
    for _ in range(CLIMB):
        above = grammar.heads[token]
        loose = grammar.tags[above][0] in "VMR" and grammar.deps[token] not in ("nummod", "quantmod")
        if grammar.deps[token] not in NUMBER_DEPS or above == token or loose:
            break
        token = above
    if token < quantity.first and (behind := _noun_behind(reading, quantity.last + 1)) is not None:
        return behind
    return token if grammar.tags[token][:2] not in ("IN", "TO") else quantity.number


def _noun_behind(reading: Reading, token: int) -> int | None:
    """The noun whose phrase begins at the token: where a number was hung on the date before it."""
    grammar = reading.grammar
    for _ in range(CLIMB):
        if token >= len(grammar) or grammar.tags[token][:2] not in ("NN", "JJ"):
            return None
        if grammar.tags[token][:2] == "NN" and not token < grammar.heads[token] < token + CLIMB:
            return token
        token = max(token + 1, grammar.heads[token] if grammar.heads[token] < token + CLIMB else 0)
    return None


def noun_of(reading: Reading, head: int) -> int:
    """Who or what is counted: behind a partitive, a bare number or a share its noun ("192 of its soldiers")."""
    grammar, noun = reading.grammar, meant(reading.grammar, head)
    if grammar.lemmas[noun] == "case":
        inner = prepositional(grammar, noun, "of")
        return next((harm for harm in inner if noun_measure(reading, harm) is not None), noun)
    if noun == head and (grammar.tags[head] == "CD" or grammar.lemmas[head] in SHARES):
        inner = prepositional(grammar, head, "of") or in_so_many(grammar, head)
        return inner[0] if inner and grammar.tags[inner[0]][:2] == "NN" else noun
    return noun


def said_to_be(reading: Reading, number: int) -> int | None:
    """The noun that says who a bare number are: "ten of those killed were civilians", "... are believed to be"; or a
    share of it, "half of the 60 dead were civilians"."""
    grammar, number = reading.grammar, _share_of_it(reading, number)
    above = grammar.heads[number]
    if grammar.deps[number] not in ("nsubj", "nsubjpass"):
        return _said_straight_behind(reading, number)
    verbs = (above, *(child for child in grammar.children[above] if grammar.deps[child] == "xcomp"))
    behind = (c for verb in verbs if grammar.lemmas[verb] == "be" for c in grammar.children[verb])
    nouns = (c for c in behind if grammar.deps[c] == "attr" and grammar.tags[c][:2] == "NN")
    found = next((c for c in nouns if people_class(reading, c) is not None), None)
    return found if found is not None else _said_straight_behind(reading, number)


def _said_straight_behind(reading: Reading, number: int) -> int | None:
    """The same by the order of the words, whatever the parser makes of them: "of whom 47 were women"."""
    grammar, at = reading.grammar, number + 1
    if grammar.lowers[at : at + 1] == ["of"] and grammar.tags[at + 1 : at + 2] in (["WP"], ["PRP"], ["WDT"]):
        at += 2
        if grammar.lowers[number] == "one" and (one := _called_beside(reading, number)) is not None:
            return one
    if grammar.lowers[at : at + 1] not in (["were"], ["are"], ["was"]):
        return None
    near = (t for t in (at + 1, at + 2) if grammar.tags[t : t + 1] in (["NNS"], ["NN"]))
    return next((t for t in near if people_class(reading, t) is not None), None)


def _called_beside(reading: Reading, number: int) -> int | None:
    """ "One of them, a woman of 22, died": who this one is."""
    grammar = reading.grammar
    beside = (c for c in grammar.children[number] if grammar.deps[c] == "appos" and grammar.tags[c] == "NN")
    return next((c for c in beside if people_class(reading, c) is not None), None)


def _share_of_it(reading: Reading, number: int) -> int:
    """The word for a share that the number is the whole of; the number itself where there is none."""
    grammar, at = reading.grammar, number
    for _ in range(CLIMB):
        if grammar.deps[at] not in ("nummod", "pobj", "prep") or grammar.lowers[grammar.heads[at]] in ("in", "at"):
            break
        at = grammar.heads[at]
    return at if grammar.lowers[at] in SHARE_WORDS else number


def is_of_somebody(reading: Reading, noun: int) -> bool:
    """As in "the son of a policeman was killed": of whom another one is told, whose kin or neighbour he is."""
    grammar, link = reading.grammar, reading.grammar.heads[noun]
    if grammar.deps[noun] != "pobj" or grammar.lowers[link] != "of":
        return False
    above = grammar.heads[link]
    return people_class(reading, above) is not None and grammar.lemmas[above] not in measure_nouns()


def counts_nothing(reading: Reading, quantity: Quantity, head: int, noun: int) -> str:
    """What a number is that counts nobody and nothing ("Battalion 361": a name); empty for one that may be a figure."""
    if _is_unit(reading, quantity, head, noun):
        return "a distance, a price or of things that are not counted"
    if _is_age(reading, quantity):
        return "an age"
    if _is_name(reading, quantity):
        return "part of a name"
    if _is_the_one(reading, quantity):
        return "no number: the one that is meant"
    if is_change(reading, quantity, head):
        return "by how much something has changed"
    if _is_list_mark(reading, quantity):
        return "a list mark"
    if _are_their_families(reading, head, noun):
        return "the families that those who are counted belong to"
    return "a year" if _is_year(reading, quantity, noun) else ""


def _is_unit(reading: Reading, quantity: Quantity, head: int, noun: int) -> bool:
    grammar, after = reading.grammar, quantity.last + 1
    if quantity.percent:
        return grammar.lemmas[noun] in ("century", "hour", "year", "mile", "decade", "kilometre", "kilometer", "day")
    if grammar.lemmas[noun] == "case":
        return not _is_of_sickness(reading, noun)
    near = (head, noun, min(after, len(grammar) - 1))
    if any(grammar.lemmas[token] in _not_counted() for token in near):
        return True
    return any(entry.name in _not_people() and not entry.unit for entry in reading.classes(noun)) and not _is_people(
        reading, noun
    )


def _is_of_sickness(reading: Reading, case: int) -> bool:
    """ "1,512 cases", where a sickness is told of; not the cases of a court."""
    first, after = reading.grammar.sentences[reading.grammar.sentence_of[case]]
    return any(reading.is_a(token, "disease") for token in range(first, after))


def _is_people(reading: Reading, noun: int) -> bool:
    return people_class(reading, noun) is not None or reading.grammar.lemmas[noun] in measure_nouns()


def _is_age(reading: Reading, quantity: Quantity) -> bool:
    grammar, before, after = reading.grammar, quantity.first - 1, quantity.last + 1
    if before < 0 or after >= len(grammar):
        return False
    if before and grammar.words[before] == "." and grammar.lowers[before - 1] in ("no", "nr"):
        return True
    if grammar.lowers[before] in AGE_WORDS and grammar.sentence_of[before] == grammar.sentence_of[quantity.number]:
        return not (grammar.lowers[before] in ("number", "no") and grammar.lowers[after] in measure_states())
    if grammar.lowers[before] == "of" and grammar.heads[quantity.number] == before:
        return _is_one_person(reading, grammar.heads[before])
    told_of = grammar.deps[quantity.number] in ("nsubj", "nsubjpass")
    if _is_among_ages(reading, before) and not told_of and _said_straight_behind(reading, quantity.number) is None:
        return True
    return _is_before_age(reading, after) or _is_set_off(reading, before, after)


def _is_before_age(reading: Reading, after: int) -> bool:
    """As in "17 and 19 years old"."""
    grammar = reading.grammar
    if grammar.lowers[after] not in ("and", "or", ",") or after + 2 >= len(grammar):
        return False
    return grammar.tags[after + 1] == "CD" and grammar.lemmas[after + 2] == "year"


def _is_set_off(reading: Reading, before: int, after: int) -> bool:
    """As in "Dorka Feld, 34, ...", "dead were Dorka Feld, 34; ...", "a girl, 6, who ..."."""
    grammar = reading.grammar
    if before < 1 or grammar.words[before] not in (",", ")") or grammar.words[after] not in (",", ".", ")", ";"):
        return False
    one = grammar.words[after] == "," and _is_one_person(reading, before - 1)
    return one or grammar.tags[before - 1] in PROPER_TAGS


def _is_among_ages(reading: Reading, before: int) -> bool:
    """As in "between the ages of three and 62", "aged between 4 and 11"."""
    grammar, token = reading.grammar, before
    while token > 0 and (grammar.tags[token] == "CD" or grammar.lowers[token] in AGE_LINKS):
        token -= 1
    return token < before and grammar.lowers[token] in AGE_NOUNS


def _is_one_person(reading: Reading, noun: int) -> bool:
    """As in "a young man of 18"; not in "a family of five", "the killing of two"."""
    entry = people_class(reading, noun)
    individual = entry is not None and entry.unit == "people" and not entry.collective
    return individual and reading.grammar.tags[noun] == "NN" and reading.grammar.lemmas[noun] not in measure_nouns()


def _is_name(reading: Reading, quantity: Quantity) -> bool:
    """A bare number that stands behind a capitalised noun belongs to its name."""
    grammar, token = reading.grammar, quantity.number
    if token == 0 or quantity.first != quantity.last or not grammar.words[token][0].isdigit():
        return False
    if _opens_a_name(reading, token):
        return True
    behind = token - grammar.heads[token] in (1, 2) and grammar.deps[token] in ("nummod", "appos", "nmod")
    if behind and grammar.words[token - 1] in ("“", '"', "'", "‘", "#"):
        return True
    return behind and grammar.tags[token - 1] in PROPER_TAGS and grammar.words[token - 1][0].isupper()


def _is_the_one(reading: Reading, quantity: Quantity) -> bool:
    """As in "the one closest to my heart", "this one": nobody is counted."""
    grammar, token = reading.grammar, quantity.number
    if grammar.lowers[token] != "one" or not token or grammar.deps[token] == "nummod":
        return False
    return grammar.lowers[token - 1] in POINTING


def _opens_a_name(reading: Reading, token: int) -> bool:
    """ "92 Base Hospital", "9 Mountain Brigade": one thing whose name has a number, and no 92 hospitals."""
    grammar, head = reading.grammar, reading.grammar.heads[token]
    word = grammar.words[head]
    named = head > token and grammar.tags[head] == "NNP" and word[0].isupper() and not word.isupper()
    return named and grammar.words[token].isdigit() and grammar.words[token] != "1" and word[-1] != "s"


def _is_list_mark(reading: Reading, quantity: Quantity) -> bool:
    grammar, token = reading.grammar, quantity.number
    first = grammar.sentences[grammar.sentence_of[token]][0]
    return (
        quantity.first == quantity.last == first
        and token + 1 < len(grammar)
        and grammar.words[token + 1] in ("-", "–", "—", ".", ")", ":")
    )


def _are_their_families(reading: Reading, head: int, noun: int) -> bool:
    """As in "15 people from two families", "several members of four families": the people are counted."""
    grammar, entry = reading.grammar, people_class(reading, noun)
    if entry is None or entry.unit != "households" or grammar.deps[head] != "pobj":
        return False
    link = grammar.heads[head]
    if grammar.lemmas[grammar.heads[link]] == "belong":
        return True
    above = people_class(reading, grammar.heads[link])
    counted = (above is not None and above.unit == "people") or grammar.lemmas[grammar.heads[link]] == "member"
    return grammar.lowers[link] in ("from", "of", "to", "in") and counted


def _is_year(reading: Reading, quantity: Quantity, noun: int) -> bool:
    word = reading.grammar.words[quantity.number]
    if quantity.first != quantity.last or len(word) != 4 or not word.isdecimal() or not 1900 <= int(word) <= 2100:
        return False
    return noun == quantity.number or not _is_people(reading, noun)


def people_class(reading: Reading, noun: int) -> NounClass | None:
    """The first class by which the noun is a number of people."""
    return next((entry for entry in reading.classes(noun) if entry.unit in PEOPLE_UNITS), None)


def countable(reading: Reading, noun: int, measure: Measure) -> bool:
    """Structures and places are no people: "destroyed 30 houses" counts houses, "holds 14 of 17 townships" nobody."""
    if not measure.startswith("structures") and measure != "attacks" and noun_measure(reading, noun) == "attacks":
        return False
    classes = reading.classes(noun)
    if measure == "attacks" and noun_measure(reading, noun) is None and any(entry.party_kind for entry in classes):
        return False
    units = {entry.unit for entry in classes if entry.unit}
    if measure.startswith("structures"):
        return bool(units - PEOPLE_UNITS)
    if not units and measure not in ("attacks", "area_controlled") and any(entry.place_kind for entry in classes):
        return False
    return not units or bool(units & (PEOPLE_UNITS | {"units"})) or reading.grammar.lemmas[noun] in measure_nouns()


def chain(reading: Reading, head: int) -> Iterator[int]:
    """The head, then what it is a conjunct, an apposition or an of-phrase of: where a slot or a noun may know it."""
    grammar, token = reading.grammar, head
    yield token
    for _ in range(CLIMB):
        above = grammar.heads[token]
        if (beside := _beside_whom(reading, token)) is not None:
            token = beside
            yield token
            continue
        linked = grammar.deps[token] in ("conj", "appos", "nmod", "compound") or _through_of(reading, token)
        if above == token or not linked or grammar.tags[above] == "CD":
            return
        token = above
        yield token


def _beside_whom(reading: Reading, token: int) -> int | None:
    """Whose lot they share: the mayor's in "the mayor, along with 15 guests"."""
    grammar, link = reading.grammar, reading.grammar.heads[token]
    if grammar.deps[token] != "pobj" or not link:
        return None
    if grammar.lowers[link] == "with" and grammar.lowers[link - 1] in ("along", "together"):
        link = link - 1 if grammar.heads[link] == link - 1 else link
    elif grammar.lowers[link] not in ("alongside", "besides"):
        return None
    above = grammar.heads[link]
    if grammar.tags[above][0] != "V":
        return above
    near = [t for t in grammar.children[above] if grammar.deps[t] in ("nsubj", "nsubjpass", "dobj") and t != token]
    objects = [t for t in near if grammar.deps[t] == "dobj"]
    return next(iter(objects or near), None)


def _through_of(reading: Reading, token: int) -> bool:
    grammar = reading.grammar
    word = token if grammar.deps[token] == "prep" else grammar.heads[token] if grammar.deps[token] == "pobj" else None
    return word is not None and grammar.lowers[word] in ("of", "than", "to", "between", "for")


def state_at(reading: Reading, *tokens: int) -> Measure | None:
    """What the words on a noun say of the people: "three dead", "1,200 displaced families", "those killed"."""
    grammar, states = reading.grammar, measure_states()
    for token in tokens:
        if grammar.lowers[token] in states:
            return states[grammar.lowers[token]]
        for child in grammar.children[token]:
            if (
                grammar.deps[child] in STATE_DEPS
                and grammar.lowers[child] in states
                and not _is_of_some(grammar, child)
            ):
                return states[grammar.lowers[child]]
    return None


def _is_of_some(grammar: Grammar, state: int) -> bool:
    """As in "40 pilgrims, six of whom were killed": what became of six, not of all."""
    subjects = (child for child in grammar.children[state] if grammar.deps[child] in ("nsubj", "nsubjpass"))
    return any(grammar.tags[child] not in ("WP", "WDT") for child in subjects)


def noun_measure(reading: Reading, token: int) -> Measure | None:
    """What a number of this noun is a number of: "143 killings", "40 asylum seekers"."""
    grammar, nouns = reading.grammar, measure_nouns()
    if grammar.tags[token][:2] not in ("NN", "JJ", "VB"):
        return None
    two = nouns.get(f"{grammar.lemmas[token - 1]} {grammar.lemmas[token]}") if token else None
    measure = two or nouns.get(grammar.lemmas[token])
    return "injured" if measure == "killed" and _lives(reading, token) else measure


def _reports(reading: Reading, token: int) -> bool:
    """Whether the word only names who says it: "medics said"."""
    grammar = reading.grammar
    return grammar.deps[token] == "nsubj" and grammar.lemmas[grammar.heads[token]] in reading.index.cue_verbs


def _lives(reading: Reading, token: int) -> bool:
    """Whether a noun of the harmed, dead or not, has only words beside it by which they live: "three victims were taken
    to hospital"."""
    grammar, words = reading.grammar, load_codebook().measures
    if grammar.lemmas[token] not in words.hit:
        return False
    first, after = grammar.sentences[grammar.sentence_of[token]]
    told = {grammar.lemmas[t] for t in range(first, after) if not _reports(reading, t)}
    return not told.isdisjoint(words.alive) and told.isdisjoint(words.lifeless)
