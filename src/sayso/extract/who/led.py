"""Whose somebody is by what they do with it, where no role beside the name says so: "Ann Kone, who heads the Front",
"the Front, led by Ann Kone", "Kone's Front", "Ann Kone of the Front"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.names.people import PersonMention
from sayso.extract.reading import Reading
from sayso.parse import Clause, meant, prepositional

LEADING = frozenset(
    ("lead", "head", "command", "run", "chair", "found", "co-found", "cofound", "control", "direct", "represent",
     "head up", "preside", "spearhead", "helm", "establish")
)  # fmt: skip
UNDER = frozenset(("command", "leadership", "control", "direction", "authority"))
OF_PARTIES = ("of", "from", "with", "for")


def led_by(reading: Reading, mention: PersonMention) -> Iterator[int]:
    """Tokens of the nouns that may name the party of somebody whose name stands there, the likeliest first."""
    head = _head(reading, mention)
    grammar = reading.grammar
    if grammar.deps[head] == "poss":
        yield grammar.heads[head]
    for clause in _told_of(reading, head):
        yield from _led(reading, clause)
    yield from _over_an_agent(reading, head)
    yield from prepositional(grammar, head, *OF_PARTIES)


def _head(reading: Reading, mention: PersonMention) -> int:
    """The head of the name, or of the noun to which it stands in apposition: "by a former general, Abel Kone"."""
    heads = reading.grammar.heads
    inside = range(mention.first, mention.last + 1)
    head = next((t for t in reversed(inside) if heads[t] not in inside or heads[t] == t), mention.last)
    return heads[head] if reading.grammar.deps[head] == "appos" else head


def _told_of(reading: Reading, head: int) -> Iterator[Clause]:
    """The clauses that tell of the name as who does what: its own verb's, and those behind "who"."""
    grammar = reading.grammar
    verbs = [c for c in grammar.children[head] if grammar.deps[c] == "relcl"]
    if grammar.deps[head] == "nsubj":
        verbs.append(grammar.heads[head])
    for verb in verbs:
        if (clause := reading.clause_at.get(verb)) is not None:
            yield clause


def _led(reading: Reading, clause: Clause) -> Iterator[int]:
    """ "Heads the Front", "presides over it"; "whose Front has fled"."""
    grammar = reading.grammar
    if clause.lemma in LEADING and not clause.passive:
        yield from (meant(grammar, t) for t in clause.fillers("object", "over"))
    for subject in clause.slots.get("subject", ()):
        if any(grammar.tags[c] == "WP$" for c in grammar.children[subject]):
            yield subject


def _over_an_agent(reading: Reading, head: int) -> Iterator[int]:
    """ "The Front, led by Abel Kone", "fighters under the command of Abel Kone", "the Front of Abel Kone"."""
    grammar, link = reading.grammar, reading.grammar.heads[head]
    if grammar.deps[head] != "pobj":
        return
    over = grammar.heads[link]
    clause = reading.clause_at.get(over)
    if grammar.lowers[link] == "by" and clause is not None and clause.lemma in LEADING:
        yield from clause.slots.get("object", ())
    elif (
        grammar.lowers[link] == "of"
        and grammar.lemmas[over] in UNDER
        and grammar.lowers[grammar.heads[over]] == "under"
    ):
        above = grammar.heads[grammar.heads[over]]
        done = reading.clause_at.get(above)
        yield from (above,) if done is None else done.fillers("subject")
    elif grammar.lowers[link] == "of":
        yield over
