"""Presents that tell what is to come: "talks begin Monday", "the truce takes effect on Friday"."""

from __future__ import annotations

from sayso.parse import Clause, Grammar
from sayso.resolve.times import scheduled_verbs, weekday_words

TIME_DEPS = frozenset(("npadvmod", "tmod", "prep", "advmod"))
OBJECT_DEPS = frozenset(("dobj", "obj", "ccomp", "xcomp"))
PHRASE = 5
"""Tokens within which the further words of a verb stand behind it."""


def is_scheduled(grammar: Grammar, clause: Clause) -> bool:
    """Whether a simple present beside a weekday tells what is to come."""
    if clause.tense != "present" or clause.modal is not None or clause.perfect or clause.progressive:
        return False
    rests = scheduled_verbs().get(grammar.lemmas[clause.verb])
    return rests is not None and _has_day(grammar, clause.verb) and any(_fits(grammar, clause.verb, r) for r in rests)


def _fits(grammar: Grammar, verb: int, rest: tuple[str, ...]) -> bool:
    if not rest:
        return not any(grammar.deps[child] in OBJECT_DEPS for child in grammar.children[verb])
    behind = iter(grammar.lemmas[verb + 1 : verb + 1 + PHRASE])
    return all(word in behind for word in rest)


def _has_day(grammar: Grammar, verb: int) -> bool:
    """ "Begin Monday", "opens on Tuesday", "expires at midnight on Wednesday"."""
    hung = [child for child in grammar.children[verb] if grammar.deps[child] in TIME_DEPS]
    below = [lower for child in hung for lower in grammar.children[child]]
    return any(grammar.lowers[token] in weekday_words() for token in (*hung, *below))
