"""Whether a number is of one happening, a sum over time, a stock or a rate; and whether a later one has replaced it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.codebook import load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.early import TOLLS
from sayso.extract.counted.nouns import chain
from sayso.extract.counted.since import is_over_time
from sayso.extract.scene import Scene
from sayso.parse import Clause
from sayso.records.claims import Nature

STOCKS = frozenset(("fighters_present", "civilians_present", "in_need", "trapped", "area_controlled"))
LENGTH = re.compile(
    r" an? (?:day|week|month) (?:old|after|before|later|earlier|ago|ahead|since|from|or) "
    r"| (?:in|within|for|over|after|during|nearly|than|about|almost|just|barely|under) an? (?:day|week|month) "
)
"""A length of time, and no "a day" of a rate."""
DAILY_PAPER = re.compile(
    r" (?:daily|weekly) (?:[\w-]+ )?"
    r"(?:bulletin|report|update|briefing|paper|newspaper|summary|digest|log|statement|news) "
)
"""What comes out by the day, whatever is told in it."""
LATER = frozenset(("later", "now", "subsequently", "eventually", "then"))
EARLIER_CLIMB = 3
BEFORE_IT = frozenset(("earlier", "previously"))
"""Of deeds these say when they were done; of words, that they have been corrected since."""
HARM = frozenset(("killed", "injured", "missing"))


def nature_of(scene: Scene, item: Counted) -> Nature:
    """event_count, unless the words around say otherwise."""
    if item.quantity.percent:
        return "rate"
    if item.measure in STOCKS or (item.source == "present" and item.measure == "displaced"):
        return "stock"
    first, after = scene.grammar.sentences[scene.grammar.sentence_of[item.quantity.number]]
    text = f" {' '.join(scene.grammar.lowers[first:after])} "
    words = load_codebook().measures
    if any(f" {word} " in text for word in words.flow) and not (LENGTH.search(text) or DAILY_PAPER.search(text)):
        return "rate"
    summed = any(f" {word} " in text for word in words.cumulative) or is_over_time(scene, item)
    return "cumulative" if summed or _is_listed(scene, item) else "event_count"


def _is_listed(scene: Scene, item: Counted) -> bool:
    """Whether the number is of entries in a register: "the list of nearly 7,000 victims"."""
    grammar, lists = scene.grammar, load_codebook().measures.lists
    before = range(max(0, item.quantity.first - 2), item.quantity.first)
    near = (*before, *chain(scene.reading, item.head))
    return any(grammar.lemmas[token] in lists and grammar.tags[token][0] != "V" for token in near)


def is_superseded(scene: Scene, item: Counted) -> bool:
    """Whether it is told as an earlier count: "initially reported", "had earlier put it at 14"; the only one is not."""
    if item.alone or item.replaced:
        return item.replaced
    grammar, words = scene.grammar, load_codebook().measures.earlier
    if item.source == "toll" and item.quantity.first and grammar.lowers[item.quantity.first - 1] == "from":
        return True
    if item.measure in HARM and _was_counted_then(scene, item):
        return True
    clause = scene.clause(item.quantity.number)
    for _ in range(EARLIER_CLIMB):
        if clause is None:
            return False
        around = {grammar.lowers[child] for child in _around(scene, clause, changed=item.quantity.first - 1)}
        if any(grammar.lowers[t] == "first" and grammar.deps[t] == "advmod" for t in grammar.children[clause.verb]):
            return True
        if clause.lemma not in scene.index.cue_verbs and item.source not in TOLLS:
            around -= BEFORE_IT
        elif _is_first_account(scene, clause):
            return True
        if around & LATER or around & {*words}:
            return not around & LATER
        clause = scene.clause(clause.governor) if clause.governor is not None else None
    return False


def _was_counted_then(scene: Scene, item: Counted) -> bool:
    """As in "at the time of writing", "at that point, eight had died": in the sentence, or opening it."""
    grammar = scene.grammar
    first, after = grammar.sentences[grammar.sentence_of[item.quantity.number]]
    lowers = grammar.lowers[first:after]
    if "at" not in lowers and "by" not in lowers:
        return False
    text = f" {' '.join(lowers)} "
    return any(f" {phrase} " in text for phrase in load_codebook().measures.at_that_time)


def _is_first_account(scene: Scene, clause: Clause) -> bool:
    """As in "early reports spoke of three dead", "the agency was the first to report"."""
    grammar = scene.grammar
    if grammar.lowers[grammar.heads[clause.verb]] == "first":
        return True
    words = load_codebook().measures.first_accounts
    on_subjects = (c for subject in clause.slots.get("subject", ()) for c in grammar.children[subject])
    return any(grammar.lowers[t] in words and grammar.deps[t] == "amod" for t in on_subjects)


def is_risen(scene: Scene, item: Counted) -> bool:
    """Whether it is what a count has come to: "the toll rose to 11"; what a raid "brings to 11" has not replaced it."""
    grammar, link = scene.grammar, item.quantity.first - 1
    if item.source not in TOLLS or link < 0 or grammar.lowers[link] != "to":
        return False
    return grammar.lemmas[grammar.heads[link]] in load_codebook().measures.rising


def _around(scene: Scene, clause: Clause, *, changed: int) -> Iterator[int]:
    """The words on a verb and on its subject; what an earlier count has changed "to" is no earlier count."""
    children = scene.grammar.children
    yield from children[clause.verb]
    if changed >= 0 and scene.grammar.lowers[changed] == "to":
        return
    for subject in clause.slots.get("object" if clause.passive else "subject", ()):
        yield from children[subject]
