"""Counts that were given early: "soon after the blast police spoke of nine dead", which a greater one has overtaken."""

from __future__ import annotations

import re

from sayso.codebook import load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.scene import Scene

EARLY = frozenset(("soon", "shortly", "immediately", "minutes", "moments", "hours", "straight", "right", "just"))
"""Words before "after" by which somebody spoke before all was known."""
SHORT = frozenset(("minutes", "hours", "hour", "moments"))
"""Lengths of time behind "within" by which it was as early."""
CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:am|pm)?")
OPENING = frozenset(("after", "within"))
LENGTH = 4
CLIMB = 8
REACH = 10
"""Tokens from "bringing" to the "to" of its number."""
TOLLS = frozenset(("toll", "again"))
BRINGING = frozenset(("bring", "raise", "take", "lift", "push"))


def is_told_early(scene: Scene, item: Counted) -> bool:
    """Whether its speaker gave the number soon after the happening; what was done soon after it is another thing."""
    grammar = scene.grammar
    first, after = grammar.sentences[grammar.sentence_of[item.quantity.number]]
    tokens = [t for t in range(first, after) if grammar.lowers[t] in OPENING and _is_early(grammar.lowers, t, first)]
    return any(_is_of_the_saying(scene, item, token) for token in tokens)


def is_told_by_the_clock(scene: Scene, item: Counted) -> bool:
    """Whether its speaker gave it at an hour: "at 20:04 the agency reported six dead"."""
    grammar = scene.grammar
    first, after = grammar.sentences[grammar.sentence_of[item.quantity.number]]
    clocks = [t for t in range(first, after) if CLOCK.fullmatch(grammar.lowers[t])]
    return any(_is_of_the_saying(scene, item, token) for token in clocks)


def _is_early(lowers: list[str], token: int, first: int) -> bool:
    """Whether the words around "after" or "within" are "soon after", "within a few hours"."""
    if lowers[token] == "after":
        return token > first and lowers[token - 1] in EARLY
    return not SHORT.isdisjoint(lowers[token + 1 : token + LENGTH])


def _is_of_the_saying(scene: Scene, item: Counted, token: int) -> bool:
    grammar, clause = scene.grammar, scene.clause(item.quantity.number)
    if item.source in TOLLS:
        return True
    at = token
    for _ in range(CLIMB):
        if clause is not None and at == clause.verb and clause.lemma.split()[0] not in scene.index.cue_verbs:
            return False
        if grammar.lemmas[at] in scene.index.cue_verbs and grammar.tags[at][0] == "V":
            return True
        at = grammar.heads[at]
    return False


def is_brought_to(scene: Scene, item: Counted) -> bool:
    """As in "bringing the number of the dead to seven": a count that goes on."""
    grammar, link = scene.grammar, item.quantity.first - 1
    if link < 0 or grammar.lowers[link] != "to":
        return False
    near = range(max(grammar.sentences[grammar.sentence_of[link]][0], link - REACH), link)
    bringing = next((token for token in near if grammar.lemmas[token] in BRINGING), None)
    words = load_codebook().measures.tolls
    counts = {*words["any"], *words["killed"]}
    return bringing is not None and not counts.isdisjoint(grammar.lemmas[bringing + 1 : link])
