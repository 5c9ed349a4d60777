"""What goes on from a day: "fighting has raged since June", "the war began in April and has killed 300"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.extract.framing.light import light_verb
from sayso.extract.reading import Reading
from sayso.extract.setting.timed import WARS
from sayso.parse import Clause, Grammar

BEGINNING = frozenset(("begin", "start", "erupt", "break out", "flare", "flare up", "ignite", "commence"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
SPANS = frozenset(("day", "week", "month", "year", "hour", "decade", "minute"))
LONG = frozenset(("month", "year", "decade"))
BESIDE = frozenset(("after", "before"))
LONGEST_CHAIN = 6


def lasts_with(reading: Reading, clause: Clause, upper: Clause) -> bool:
    """Whether the bounds of a verb ("since June") are those of its noun: of what goes on ("fighting has raged"), of
    what somebody does by a verb that says no more than that ("has carried out 600 attacks")."""
    if clause.kind != "nominal" or not upper.perfect or upper.tense != "present":
        return False
    return clause.marker in SUBJECTS or light_verb(reading, clause) is not None


def first_joined(reading: Reading, clause: Clause) -> Clause | None:
    """The first of the verbs that are joined by "and", where the clause is a later one."""
    grammar, at = reading.grammar, clause.verb
    if clause.kind == "nominal":
        return None
    for _ in range(LONGEST_CHAIN):
        if grammar.deps[at] != "conj":
            break
        at = grammar.heads[at]
    return reading.owner(at) if at != clause.verb else None


def beginnings(reading: Reading, clause: Clause, below: Mapping[int, Sequence[Clause]]) -> Iterator[Clause]:
    """ "The war erupted in April and has killed 300", "the war, which began in April, has killed 300", "have died in
    the war that began in April": the clauses that tell since when it goes on of which a perfect tells.

    below: token -> the clauses that stand under it.
    """
    if clause.tense != "present" or not clause.perfect:
        return
    first = first_joined(reading, clause)
    if first is not None and first.lemma in BEGINNING and _shares_subject(first, clause):
        yield first
    for slot in ("subject", "in", "during"):
        told = (token for filler in clause.slots.get(slot, ()) for token in _with_its_places(reading, filler, clause))
        yield from (b for token in told for b in below.get(token, ()) if b.how == "relative" and b.lemma in BEGINNING)


def _with_its_places(reading: Reading, noun: int, clause: Clause) -> range:
    """ "The operation in X and Y camps, which began in May": the noun, and what a relative clause behind it may have
    been hung on."""
    return range(noun, 1 + (reading.grammar.edges[noun][1] if noun < clause.verb else noun))


def _shares_subject(one: Clause, other: Clause) -> bool:
    return bool(set(one.slots.get("subject", ())) & set(other.slots.get("subject", ())))


def before_its_war(reading: Reading, clause: Clause) -> tuple[int, int]:
    """ "At war since 2020, a conflict that has killed 300": the tokens in front of the war of which a relative clause
    in the perfect tells, in its sentence; none (0, 0) where it tells of another noun."""
    grammar, told = reading.grammar, first_joined(reading, clause) or clause
    if told.how != "relative" or not told.perfect or told.tense != "present" or told.governor is None:
        return 0, 0
    war = grammar.lemmas[told.governor] in WARS
    return (grammar.sentences[grammar.sentence_of[told.governor]][0], told.governor) if war else (0, 0)


def is_outcome(reading: Reading, clause: Clause) -> bool:
    """ "Had taken the town, killing 30": of the verb above it has the tense, and the "had"."""
    ending = reading.grammar.tags[clause.verb] == "VBG"
    return ending and not clause.progressive and clause.governor is not None


def counted_apart(reading: Reading, clause: Clause) -> int | None:
    """ "Seized X in May, weeks after taking Y": the word by which a clause hangs on the one above, whose day it does
    not share, where words in front of it tell how far the two lie apart."""
    grammar = reading.grammar
    link = next((t for t in _links(reading, clause) if grammar.lowers[t] in BESIDE), None)
    return link if link and grammar.lemmas[link - 1] in SPANS else None


def is_long_before(reading: Reading, clause: Clause) -> bool:
    """ "Months after taking Y": what was done a month or more before that which the clause above tells."""
    link = counted_apart(reading, clause)
    return link is not None and reading.grammar.lowers[link] == "after" and reading.grammar.lemmas[link - 1] in LONG


def _links(reading: Reading, clause: Clause) -> Iterator[int]:
    """The words by which it hangs on the clause above."""
    grammar, verb = reading.grammar, clause.verb
    yield from (child for child in grammar.children[verb] if grammar.deps[child] == "mark")
    if grammar.deps[verb] in ("pcomp", "pobj"):
        yield grammar.heads[verb]


def is_earlier(reading: Reading, clause: Clause) -> bool:
    """ "Rebels had taken the town", "by the time the guns fell silent": told as over, or to come, on the day of which
    the story tells."""
    if clause.perfect:
        return clause.how in ("main", "relative", "time")
    return any(reading.grammar.lemmas[token] == "time" for token in clause.slots.get("by", ()))


def lasts_for_long(reading: Reading, clause: Clause) -> bool:
    """ "For eleven months they traded fire": no matter of one day."""
    told = clause.slots.get("for", ()) if clause.kind != "nominal" else ()
    return any(reading.grammar.lemmas[token] in LONG | {"week"} for token in told)


def says_since_then(reading: Reading, clause: Clause) -> bool:
    """ "Since then 300 people have been killed", "has been shut ever since"."""
    grammar = reading.grammar
    if not clause.perfect or clause.kind == "nominal":
        return False
    since = (child for child in grammar.children[clause.verb] if grammar.lowers[child] == "since")
    return any(
        "then" in grammar.lowers[at + 1 : at + 2] or grammar.lowers[at - 1] == "ever" or _stands_alone(grammar, at)
        for at in since
    )


def _stands_alone(grammar: Grammar, since: int) -> bool:
    """ "Have since blocked the road"."""
    bare = grammar.deps[since] == "advmod" and not grammar.children[since]
    return bare and grammar.tags[since + 1] in ("VBN", "RB", ".", ",")
