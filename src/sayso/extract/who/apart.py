"""Whom a noun or pronoun can't mean, though it would fit them: its own speaker, or whoever does something to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from sayso.extract.reading import Reading
from sayso.extract.who.bound import opened_with
from sayso.parse import Grammar

DENYING = frozenset(("deny", "reject", "dispute", "dismiss", "refute"))
STRIKING_BACK = frozenset(("fight", "fire", "hit", "strike", "return", "shoot"))
UNDER_A_VERB = frozenset(("pobj", "prep", "dobj", "conj", "dative"))


def told_apart(
    grammar: Grammar, token: int, told_by: Mapping[int, Sequence[int]], *, hostile: Set[str]
) -> Iterator[int]:
    """The head tokens of those whom the noun can't mean. told_by: who says a token; hostile: nouns that a speaker has
    for the other side only ("the invaders")."""
    if grammar.lemmas[token] in hostile:
        yield from told_by.get(token, ())
    if grammar.tags[token] == "NNS" and not any(grammar.deps[c] in ("det", "poss") for c in grammar.children[token]):
        yield from _doers(grammar, token)


def _doers(grammar: Grammar, token: int) -> Iterator[int]:
    """ "The ELN attacked rebels": who acts on those whom a bare plural tells of."""
    verb = token
    while grammar.deps[verb] in UNDER_A_VERB and grammar.tags[verb][0] != "V":
        verb = grammar.heads[verb]
    if verb != token and grammar.tags[verb][0] == "V":
        yield from (child for child in grammar.children[verb] if grammar.deps[child] == "nsubj")


def never_meant(reading: Reading, token: int) -> frozenset[int]:
    """The tokens of those whom a pronoun can't mean."""
    if reading.grammar.deps[token] == "poss":
        return _called_so(reading.grammar, token)
    if reading.grammar.deps[token] not in ("nsubj", "nsubjpass"):
        return frozenset()
    return _struck_first(reading.grammar, token) | _accusers(reading, token) | opened_with(reading.grammar, token)


def _called_so(grammar: Grammar, token: int) -> frozenset[int]:
    """ "Iran remains its patron": nobody is his own."""
    noun = grammar.heads[token]
    subjects = grammar.children[grammar.heads[noun]] if grammar.deps[noun] == "attr" else ()
    return frozenset(c for c in subjects if c < token and grammar.deps[c] == "nsubj")


def _struck_first(grammar: Grammar, token: int) -> frozenset[int]:
    """ "Rebels opened fire on the guards. They fought back": who strikes back is not who did the deed before."""
    verb, sentence = grammar.heads[token], grammar.sentence_of[token]
    if grammar.lowers[token] != "they" or grammar.lemmas[verb] not in STRIKING_BACK:
        return frozenset()
    behind = grammar.lowers[verb + 1 : verb + 3]
    if not sentence or not ("back" in behind[:1] or (grammar.lemmas[verb] == "return" and "fire" in behind)):
        return frozenset()
    first, after = grammar.sentences[sentence - 1]
    return frozenset(t for t in range(first, after) if grammar.deps[t] == "nsubj")


def _accusers(reading: Reading, token: int) -> frozenset[int]:
    """ "The UN says the RSF killed 12 people, an accusation it denies": who says it does not deny it."""
    grammar, at = reading.grammar, reading.grammar.heads[token]
    if grammar.deps[token] != "nsubj" or grammar.lemmas[at] not in DENYING:
        return frozenset()
    found: list[int] = []
    while grammar.heads[at] != at:
        at = grammar.heads[at]
        cues = reading.index.cue_verbs.get(grammar.lemmas[at], ())
        if any(not further and cue.kind == "speech" for further, cue in cues):
            found += [child for child in grammar.children[at] if grammar.deps[child] == "nsubj"]
    return frozenset(found)


def joined_before(grammar: Grammar, token: int) -> tuple[int, ...]:
    """ "Islamist fighters and the rebels clashed": those told of beside it, who are others than it means; none where it
    is theirs ("the group and its men")."""
    if any(grammar.deps[child] == "poss" for child in grammar.children[token]):
        return ()
    found, at = [], token
    while grammar.deps[at] == "conj" and grammar.tags[grammar.heads[at]][0] == "N":
        at = grammar.heads[at]
        found.append(at)
    return tuple(found)
