"""Some who were named before, meant by one word: "the two groups", "both", "all three", "the latter"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.extract.who.cast import BODIES, Cast
from sayso.extract.who.refer import Mention, Referrer

POWERS = frozenset(("state", "state_force", "armed_group"))
"""Kinds of those that may be a side though no name says who they are."""
STATES = frozenset(("state",))
ANY = STATES | BODIES | {"ethnic"}
KINDS = {
    **dict.fromkeys(("country", "nation", "neighbour", "neighbor", "state", "capital"), STATES),
    **dict.fromkeys(("group", "militia", "faction", "movement", "army", "force", "organisation"), BODIES),
    **dict.fromkeys(("side", "party", "rival", "foe", "enemy", "belligerent", "ally", "government"), ANY),
    **dict.fromkeys(("two", "both", "three", "four"), ANY),
}  # fmt: skip
"""Nouns for one of two, with the kinds of party that they may be."""
HOW_MANY = {"two": 2, "both": 2, "three": 3, "four": 4}
FIGURES = {
    word: str(number)
    for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=2)
}
POINTING = frozenset(("the", "these", "those", "all"))
ALONE = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
ONE_OF_TWO = frozenset(("latter", "former"))
SENTENCES_BACK, NEAR = 5, 2


def of_two(cast: Cast, referrer: Referrer, token: int, meaning: Callable[[int], str | None]) -> tuple[str, ...]:
    """The keys of all ("the two groups"), or of the one that "the latter" means; empty for any other word. meaning:
    the key of the party that a noun before means ("the junta")."""
    one = one_of_two(cast, referrer, token)
    return those_before(cast, referrer, token, meaning) if one is None else (one,)


def those_before(cast: Cast, referrer: Referrer, token: int, meaning: Callable[[int], str | None]) -> tuple[str, ...]:
    """The keys of the parties that "the two sides" means, in the order of the text; empty where the words mean nobody
    told of before, or those told of before are not just so many: by name, or else one of them by what it is."""
    kinds = KINDS.get(cast.grammar.lemmas[token])
    many = _how_many(cast, token) if kinds is not None else 0
    if kinds is None or not many:
        return ()
    named = _last_told(cast, referrer, token, kinds=kinds, back=SENTENCES_BACK, many=many)
    return named or _last_told(cast, referrer, token, kinds=kinds, back=NEAR, many=many, meaning=meaning)


def counted_before(cast: Cast, token: int) -> int | None:
    """ "Abducted two teachers. The two": the people of whom so many were told of last; None for any other word."""
    grammar, word = cast.grammar, cast.grammar.lowers[token]
    if grammar.tags[token] != "CD" or grammar.lowers[token - 1] != "the" or grammar.deps[token] not in ALONE:
        return None
    first = grammar.sentences[max(0, grammar.sentence_of[token] - NEAR)][0]
    alike = {word, FIGURES.get(word, word)}
    counts = (t for t in range(token - 2, first - 1, -1) if grammar.lowers[t] in alike and grammar.deps[t] == "nummod")
    return next((noun for t in counts if _are_people(cast, noun := grammar.heads[t])), None)


def _are_people(cast: Cast, noun: int) -> bool:
    classes = cast.reading.classes(noun)
    return cast.grammar.tags[noun] == "NNS" and any(entry.unit == "people" or entry.party_kind for entry in classes)


def one_of_two(cast: Cast, referrer: Referrer, token: int) -> str | None:
    """The key of the second ("the latter") or the first ("the former") of the two parties named just before."""
    word = cast.grammar.lowers[token]
    if word not in ONE_OF_TWO or cast.grammar.lowers[token - 1] != "the" or cast.grammar.deps[token] == "amod":
        return None
    first = cast.grammar.sentences[cast.grammar.sentence_of[token]][0]
    two = _last_told(cast, referrer, token, kinds=ANY, back=0)
    two = two or _in_sentence(cast, referrer, token) or _last_told(cast, referrer, first, kinds=ANY, back=NEAR)
    return two[word == "latter"] if two else None


def _in_sentence(cast: Cast, referrer: Referrer, token: int) -> tuple[str, ...]:
    """ "Men of the X, a rival of the Y, drove the latter out": the two that its own sentence names, also in asides."""
    named = (cast.roster.parties[m.party] for m in referrer.before(token, back=0) if m.party)
    found = tuple(dict.fromkeys(party.key for party in named if party.kind in ANY))
    return found if len(found) == 2 else ()


def _how_many(cast: Cast, token: int) -> int:
    """Of "the two groups", "both sides", "each side", "both", "all three" the number; none of "two groups", which are
    brought up."""
    grammar, lower = cast.grammar, cast.grammar.lowers[token]
    below = [grammar.lowers[child] for child in grammar.children[token] if child < token]
    if lower in HOW_MANY:
        told = lower == "both" or grammar.lowers[token - 1] in ("the", "all")
        return HOW_MANY[lower] if told and grammar.deps[token] in ALONE else 0
    if "each" in below:
        return 2 * (grammar.lemmas[token] == "side")
    number = next((word for word in below if word in HOW_MANY), "")
    pointed = number == "both" or not POINTING.isdisjoint(below)
    return HOW_MANY[number] if number and pointed else 0


def _last_told(
    cast: Cast,
    referrer: Referrer,
    token: int,
    *,
    kinds: frozenset[str],
    back: int,
    many: int = 2,
    meaning: Callable[[int], str | None] | None = None,
) -> tuple[str, ...]:
    grammar, at = cast.grammar, cast.grammar.sentence_of[token]
    before = referrer.before(token, back=back)
    if meaning is not None:
        before = [m._replace(party=meaning(m.token)) if m.kind in POWERS and not m.one else m for m in before]
    third = _who_addresses(cast, before, token)
    named = [m for m in before if m.party not in third and _may_be(cast, m, kinds)]
    found: list[str] = []
    for sentence in range(at, at - back - 1, -1):
        here = list(dict.fromkeys(m.party for m in named if m.party and grammar.sentence_of[m.token] == sentence))
        found = [*here, *(key for key in found if key not in here)]
        if len(found) == many:
            return tuple(found)
        if len(found) > many:
            return tuple(here) if len(here) == many else ()
    return ()


def _who_addresses(cast: Cast, before: Sequence[Mention], token: int) -> set[str | None]:
    """ "Paris urged both sides to talk", "their commander met both": whoever does something to both is none of them,
    nor whom they lead."""
    clause = cast.reading.owner(token)
    does = [t for t in clause.slots.get("subject", ()) if t < token] if clause is not None else []
    people = cast.roster.people
    led = {people[m.person].party for m in before if m.token in does and m.person in people}
    return led | {mention.party for mention in before if mention.token in does}


def _may_be(cast: Cast, mention: Mention, kinds: frozenset[str]) -> bool:
    party = cast.roster.parties.get(mention.party or "")
    return party is not None and party.kind in kinds and not _is_told_beside(cast, mention.token)


def _is_told_beside(cast: Cast, token: int) -> bool:
    """ "The Front, a faction of the Army": whom a name in apposition only belongs to."""
    grammar = cast.grammar
    while grammar.deps[token] in ("pobj", "prep") and grammar.heads[token] != token:
        token = grammar.heads[token]
        if grammar.deps[token] == "appos":
            return True
    return False
