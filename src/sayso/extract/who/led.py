"""Whose somebody is by what they do with it, where no role beside the name says so: "Ann Kone, who heads the Front",
"the Front, led by Ann Kone", "Kone's Front", "Ann Kone of the Front"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.names.people_again import PersonMention
from sayso.extract.names.people_roles import role_parties
from sayso.extract.phrase import PROPER_TAGS
from sayso.extract.reading import Reading
from sayso.parse import Clause, meant, prepositional

LEADING = frozenset(
    ("lead", "head", "command", "run", "chair", "found", "co-found", "cofound", "control", "direct", "represent",
     "head up", "preside", "spearhead", "helm", "establish", "set up", "launch", "create", "form", "own", "manage",
     "speak", "govern", "rule", "start")
)  # fmt: skip
NAMING = frozenset(("name", "appoint", "elect", "choose", "install", "pick", "nominate", "designate", "promote"))
WHOLES = frozenset(("coalition", "alliance", "umbrella", "bloc", "federation", "front", "network", "council"))
UNDER = frozenset(("command", "leadership", "control", "direction", "authority"))
APART = frozenset(("ally", "partner", "backer", "supporter", "patron", "rival", "foe", "enemy", "opponent", "critic"))
"""Who is called so by somebody is not led by him."""
OF_PARTIES = ("of", "from", "with")

Token = tuple[int, bool]
"""A noun, and whether the words say that somebody leads or serves it."""


def led_by(reading: Reading, mention: PersonMention) -> Iterator[Token]:
    """The nouns that may name the party of somebody whose name stands there, the likeliest first."""
    head = _head(reading, mention)
    grammar = reading.grammar
    if grammar.deps[head] == "poss" and grammar.lemmas[grammar.heads[head]] not in APART:
        yield grammar.heads[head], False
    for clause in _told_of(reading, head):
        yield from _led(reading, clause)
    yield from _over_an_agent(reading, head)
    yield from (
        (c, True) for c in grammar.children[head] if grammar.deps[c] == "poss" and grammar.tags[c] in PROPER_TAGS
    )
    yield from ((token, True) for token in prepositional(grammar, head, *OF_PARTIES))


def _head(reading: Reading, mention: PersonMention) -> int:
    """The head of the name, or of the noun to which it stands in apposition: "by a former general, Abel Kone"."""
    heads = reading.grammar.heads
    inside = range(mention.first, mention.last + 1)
    head = next((t for t in reversed(inside) if heads[t] not in inside or heads[t] == t), mention.last)
    return heads[head] if reading.grammar.deps[head] == "appos" else head


def _told_of(reading: Reading, head: int) -> Iterator[Clause]:
    """The clauses that tell of the name as who does what: its own verb's, and those behind "who" or "a man", also "is
    believed to lead it"."""
    grammar = reading.grammar
    beside = [head, *(c for c in grammar.children[head] if grammar.deps[c] == "appos")]
    verbs = [c for noun in beside for c in grammar.children[noun] if grammar.deps[c] == "relcl"]
    verbs += [c for verb in verbs for c in grammar.children[verb] if grammar.deps[c] in ("conj", "xcomp")]
    if grammar.deps[head] in ("nsubj", "nsubjpass"):
        verbs.append(grammar.heads[head])
    for verb in verbs:
        if (clause := reading.clause_at.get(verb)) is not None:
            yield clause


def _led(reading: Reading, clause: Clause) -> Iterator[Token]:
    """ "Heads the Front", "presides over it"; "whose Front has fled"; "was named as its leader"."""
    grammar = reading.grammar
    if clause.lemma in LEADING and not clause.passive:
        slots = ("for",) if clause.lemma == "speak" else ("object", "over")
        yield from ((_named(reading, t), True) for t in clause.fillers(*slots))
    elif clause.lemma in NAMING and clause.passive:
        offices = [t for c in grammar.children[clause.verb] for t in _office(reading, c)]
        yield from ((t, True) for office in offices for t in role_parties(reading, office))
    for subject in clause.slots.get("subject", ()):
        inside = [c for child in grammar.children[subject] for c in (child, *grammar.children[child])]
        if any(grammar.tags[c] == "WP$" for c in inside):
            yield subject, False


def _office(reading: Reading, child: int) -> tuple[int, ...]:
    """What somebody was named: "leader", "as leader", "to head"."""
    grammar = reading.grammar
    if grammar.lowers[child] == "as":
        return tuple(c for c in grammar.children[child] if reading.is_a(c, "role"))
    return (child,) if grammar.deps[child] in ("oprd", "dobj", "attr") and reading.is_a(child, "role") else ()


def _over_an_agent(reading: Reading, head: int) -> Iterator[Token]:
    """ "The Front, led by Abel Kone", "fighters under the command of Abel Kone", "the Front of Abel Kone"."""
    grammar, link = reading.grammar, reading.grammar.heads[head]
    if grammar.deps[head] != "pobj":
        return
    over = grammar.heads[link]
    clause = reading.clause_at.get(over)
    if grammar.lowers[link] == "by" and clause is not None and clause.lemma in LEADING:
        yield from ((_named(reading, t), True) for t in clause.slots.get("object", ()))
    elif grammar.lowers[link] == "under":
        yield from _above(reading, over)
    elif grammar.lowers[link] == "of" and grammar.lemmas[over] in UNDER:
        under = grammar.heads[over]
        yield from _above(reading, grammar.heads[under]) if grammar.lowers[under] == "under" else ()
    elif grammar.lowers[link] == "of":
        yield _named(reading, over), False


def _above(reading: Reading, over: int) -> Iterator[Token]:
    """Who is under somebody: the noun itself, or what the verb is done to, or who does it."""
    clause = reading.clause_at.get(over)
    if clause is None:
        yield over, True
    else:
        yield from ((t, True) for t in clause.fillers("object"))
        yield from ((t, False) for t in clause.fillers("subject"))


def _named(reading: Reading, token: int) -> int:
    """ "The Front, another faction, founded by": the Front, to which the noun stands in apposition."""
    grammar, token = reading.grammar, _whole(reading, meant(reading.grammar, token))
    above = grammar.heads[token]
    common = grammar.deps[token] == "appos" and grammar.tags[token] not in PROPER_TAGS
    return above if common and grammar.tags[above] in PROPER_TAGS else token


def _whole(reading: Reading, token: int) -> int:
    """ "A coalition of movements headed by": who heads several together heads the coalition."""
    grammar, link = reading.grammar, reading.grammar.heads[token]
    whole = grammar.heads[link]
    of_many = grammar.tags[token] == "NNS" and grammar.deps[token] == "pobj" and grammar.lowers[link] == "of"
    return whole if of_many and grammar.lemmas[whole] in WHOLES else token
