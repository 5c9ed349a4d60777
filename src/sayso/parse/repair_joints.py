"""What stands where two statements meet, which the parser gives to the wrong one: times before "after", times behind a
reporting verb, statements on both sides of a semicolon, particles in front of numbers."""

from __future__ import annotations

import calendar
from collections.abc import Callable

from sayso.parse.grammar import Grammar
from sayso.parse.tree import Tree

CALENDAR = frozenset(
    name.lower() for names in (calendar.day_name, calendar.month_name, calendar.month_abbr) for name in names if name
)
NEAR = frozenset(("last", "this", "next", "earlier", "late", "early"))
DAYS = frozenset(("yesterday", "today", "tomorrow", "week", "month", "year", "weekend"))
DATING = frozenset(("on", "in", "late", "early", "during", "at"))
GIVING_OVER = frozenset(("hand", "turn", "sign"))
"""Verbs that take "over" as a part of themselves in front of what is given: no "more than"."""


def repair_joints(grammar: Grammar) -> None:
    """Mends the columns in place, token by token."""
    tree = Tree(grammar)
    for token, dep in enumerate(grammar.deps):
        for rule in RULES.get(dep, ()):
            rule(tree, token)


def _time_before_conjunction(tree: Tree, time: int) -> None:
    """ "Stopped deliveries last week after gunmen seized a lorry": the week is that of the main verb."""
    later = tree.heads[time]
    mark = next(iter(tree.below(later, "mark")), None)
    if tree.deps[later] != "advcl" or mark is None or not time < mark or not _is_day(tree, time):
        return
    first, last = _edges(tree, time)
    if last + 1 == mark and tree.lowers[first - 1] not in (",", "-", "–", "—", "("):
        tree.move(time, tree.heads[later], tree.deps[time])


def _time_behind_saying(tree: Tree, time: int) -> None:
    """ "Said in June it would send boats": a day between a verb and the subject of its content is the verb's."""
    content = tree.heads[time]
    saying, subject = tree.heads[content], tree.subject(content)
    if tree.deps[content] != "ccomp" or subject is None or not saying < time < subject or not _is_day(tree, time):
        return
    first, last = _edges(tree, time)
    if first == saying + 1 and last < _edges(tree, subject)[0]:
        tree.move(time, saying, tree.deps[time])


def _is_day(tree: Tree, time: int) -> bool:
    """Whether the word, or what its preposition governs, is a day, a month or a week, and no length of time."""
    if tree.deps[time] == "prep":
        inner = next(iter(tree.below(time, "pobj")), None)
        return inner is not None and tree.lowers[time] in DATING and tree.lowers[inner].strip(".") in CALENDAR
    beside = {tree.lowers[child] for child in tree.children[time]}
    return tree.lowers[time].strip(".") in CALENDAR or (tree.lowers[time] in DAYS and bool(beside & NEAR))


def _edges(tree: Tree, token: int) -> tuple[int, int]:
    """The first and the last token of all that hangs on a token."""
    first, last, waiting = token, token, [token]
    while waiting:
        at = waiting.pop()
        first, last = min(first, at), max(last, at)
        waiting += tree.children[at]
    return first, last


def _statement_before_semicolon(tree: Tree, verb: int) -> None:
    """ "Two states protested; Accra said it would send boats": what ends at a semicolon is no content of what follows,
    but a statement beside it."""
    later = tree.heads[verb]
    marks = [c for c in tree.below(later, "punct") if verb < c < later and tree.lowers[c] == ";"]
    subject = tree.subject(later)
    if not marks or subject is None or subject < marks[-1] or tree.subject(verb) is None or tree.below(verb, "mark"):
        return
    head, dep = tree.heads[later], tree.deps[later]
    tree.move(verb, verb if head == later else head, dep)
    tree.move(later, verb, "parataxis")


def _particle_before_number(tree: Tree, particle: int) -> None:
    """ "Turned over 31 captives": a part of the verb, and no more than 31."""
    verb, number = particle - 1, tree.heads[particle]
    if tree.lowers[particle] != "over" or verb < 0 or tree.grammar.lemmas[verb] not in GIVING_OVER:
        return
    if number > particle and tree.tags[verb][0] == "V":
        tree.move(particle, verb, "prt")
        tree.tags[particle] = "RP"


RULES: dict[str, tuple[Callable[[Tree, int], None], ...]] = {
    "npadvmod": (_time_before_conjunction, _time_behind_saying),
    "prep": (_time_before_conjunction, _time_behind_saying),
    "ccomp": (_statement_before_semicolon,),
    "quantmod": (_particle_before_number,),
    "advmod": (_particle_before_number,),
    "amod": (_particle_before_number,),
}
"""Rules by the dependency of the token that they may move."""
