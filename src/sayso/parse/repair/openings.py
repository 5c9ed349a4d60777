"""Nouns that belong to the verb behind them: behind an opening phrase, behind "as", before what they are at, or where
both were read as one noun."""

from __future__ import annotations

from sayso.parse.repair.speech import TAKING_A_STAND
from sayso.parse.saying import STATING
from sayso.parse.tree import Tree

OPENINGS = frozenset(("prep", "advcl", "agent"))
ASIDES = frozenset((",", "-", "–", "—", "--"))
CLAUSE_OPENERS = frozenset(("as", "after", "before", "since", "until"))
TIME_OPENERS = CLAUSE_OPENERS | {"when", "while", "once", "though", "although", "because"}
NOUN_OPENERS = frozenset(("since", "after", "before", "until"))
TWO = 2
AT_IT = frozenset(
    ("try", "attempt", "seek", "protest", "demonstrate", "march", "chant", "demand", "flee", "wait", "queue", "shelter",
     "sleep", "hide", "celebrate", "mourn", "gather", "camp", "picket", "pray", "harvest", "fish", "graze")
)  # fmt: skip
"""What people are at when they are attacked, seldom those who attack them."""
LONGEST_ASIDE = 14
"""Tokens between the marks of what tells who somebody is."""


def subject_behind_opening(tree: Tree, verb: int) -> None:
    """ "In an interview with Radio Goma, Karim Musa said": whoever stands behind the comma and before a verb without a
    subject is its subject, also where it is told who that is: "Karim Musa, a nurse, said"."""
    if tree.subject(verb) is not None or not tree.is_finite(verb):
        return
    noun = _noun_before(tree, tree.opening(verb) - 1)
    if noun is None or tree.deps[noun] not in ("appos", "conj") or tree.tags[noun][:2] != "NN":
        return
    if tree.lowers[tree.opening_of(noun) - 1] == "," and _stands_in_opening(tree, noun, verb):
        tree.move(noun, verb, "nsubjpass" if tree.below(verb, "auxpass") else "nsubj")


def counted_between(tree: Tree, verb: int) -> None:
    """ "Between 12 and 25 nurses were injured": whoever is counted so is the subject of a verb without one."""
    if tree.subject(verb) is not None or not tree.is_finite(verb):
        return
    above = tree.heads[verb] if tree.deps[verb] == "conj" else verb
    near = (*tree.below(verb, "prep"), *(t for t in tree.below(above, "prep") if t > above))
    between = next((t for t in near if t < verb and tree.lowers[t] == "between"), None)
    noun = next(iter(tree.below(between, "pobj")), None) if between is not None else None
    number = next((t for t in tree.below(noun, "nummod")), None) if noun is not None else None
    if between is None or noun is None or number is None or not tree.below(number, "conj"):
        return
    tree.move(noun, verb, "nsubjpass" if tree.below(verb, "auxpass") else "nsubj")
    tree.move(between, number, "quantmod")


def _noun_before(tree: Tree, last: int) -> int | None:
    """The token, or the one before the aside that ends there."""
    if last < 1 or tree.lowers[last] not in ASIDES:
        return last if last > 0 else None
    first = max(1, last - LONGEST_ASIDE)
    return next((t - 1 for t in range(last - 1, first, -1) if tree.lowers[t] == tree.lowers[last]), None)


def _stands_in_opening(tree: Tree, noun: int, verb: int) -> bool:
    phrase = tree.heads[noun]
    while tree.heads[phrase] not in (phrase, verb):
        phrase = tree.heads[phrase]
    return tree.heads[phrase] == verb and phrase < noun and tree.deps[phrase] in OPENINGS


def subject_behind_as(tree: Tree, verb: int) -> None:
    """ "Police fired as a march against the mayor turned violent": what stands between "as" and a verb without a
    subject is its subject."""
    if tree.deps[verb] != "advcl" or tree.subject(verb) is not None or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return
    if tree.grammar.lemmas[verb] in STATING | TAKING_A_STAND:
        return
    noun = tree.opening(verb) - 1
    while noun > 0 and tree.deps[noun] in ("pobj", "prep") and tree.lowers[tree.heads[noun]] not in CLAUSE_OPENERS:
        noun = tree.heads[noun]
    link = tree.heads[noun]
    if noun < 1 or tree.deps[noun] != "pobj" or tree.tags[noun][:2] != "NN" or tree.deps[link] != "prep":
        return
    if tree.lowers[link] in CLAUSE_OPENERS and tree.heads[link] == tree.heads[verb]:
        tree.move(noun, verb, "nsubj")
        tree.move(link, verb, "mark")


def opening_before_a_time_clause(tree: Tree, verb: int) -> None:
    """ "On 3 July, after the staff had announced a retreat, troops entered": what stands before "after" tells of
    the main verb."""
    mark, above = next(iter(tree.below(verb, "mark")), None), tree.heads[verb]
    if mark is None or above < verb or tree.lowers[mark] not in TIME_OPENERS or tree.deps[above] == "conj":
        return
    tree.deps[verb] = "advcl"
    if tree.lowers[mark - 1] == ",":
        for child in [c for c in tree.below(verb, "prep", "npadvmod", "advmod", "punct") if c < mark]:
            tree.move(child, above, tree.deps[child])


def opening_noun_read_as_subject(tree: Tree, verb: int) -> None:
    """ "Since the takeover in May, 300 people have been killed": of two subjects the first, with a comma behind all
    that belongs to it, is what it is counted since."""
    mark = next(iter(tree.below(verb, "mark")), None)
    subjects = tree.below(verb, "nsubj", "nsubjpass")
    if mark is None or len(subjects) < TWO or tree.lowers[mark] not in NOUN_OPENERS or subjects[0] < mark:
        return
    noun, real = subjects[0], tree.opening_of(subjects[1])
    if tree.opening_of(noun) != mark + 1 or tree.lowers[real - 1] != ",":
        return
    for child in tree.below(verb, "prep"):
        if noun < child < real:
            tree.move(child, noun, "prep")
    tree.move(mark, verb, "prep")
    tree.move(noun, mark, "pobj")


def deed_of_the_noun_before(tree: Tree, verb: int) -> None:
    """ "Opened fire on marchers trying to reach the square": what people are at when something is done to them is
    theirs."""
    noun, above = verb - 1, tree.heads[verb]
    if tree.tags[verb] != "VBG" or tree.deps[verb] != "advcl" or tree.grammar.lemmas[verb] not in AT_IT:
        return
    if tree.tags[noun] not in ("NNS", "NNPS") or tree.below(verb, "mark", "nsubj") or above > noun:
        return
    if tree.deps[noun] == "pobj" and tree.lowers[tree.heads[noun]] in ("on", "at", "against", "of", "among"):
        tree.move(verb, noun, "acl")


def noun_hung_on_its_verb(tree: Tree, verb: int) -> None:
    """ "Syrian army shells Homs": the noun read as a part of its own verb is the subject, with what tells which."""
    noun = verb - 1
    if tree.tags[verb] not in ("VBZ", "VBP", "VBD") or tree.subject(verb) is not None:
        return
    if tree.heads[noun] != verb or tree.deps[noun] != "compound" or tree.tags[noun][:2] != "NN":
        return
    tree.move(noun, verb, "nsubj")
    for child in tree.below(verb, "det", "amod", "compound", "nummod", "nmod", "poss"):
        if child < noun:
            tree.move(child, noun, tree.deps[child])
