"""Words that the parser read into the wrong clause: "many of them" before "after", a noun whose verb it took for a
participle, a passive whose subject it took for who does it, a deed laid to somebody."""

from __future__ import annotations

from sayso.parse.borrow import DONE_TO_ALL
from sayso.parse.repair.deeds import CALENDAR
from sayso.parse.repair.subjects import HEADLINE_DEEDS
from sayso.parse.saying import STATING
from sayso.parse.tree import SUBJECTS, Tree

LAID = frozenset(("pin", "blame"))
"""What one does with a deed, on somebody."""


def part_before_a_conjunction(tree: Tree, verb: int) -> None:
    """ "1,800 fled, many of them after the army came": the one in front of "after" does nothing in it."""
    if (part := _before_a_conjunction(tree, verb)) is not None:
        tree.move(part, tree.heads[verb], "dep")


def passive_before_a_conjunction(tree: Tree, verb: int) -> None:
    """ "Two were shot and four others injured after gunmen opened fire": those before "after" undergo the participle
    behind them, and do nothing in the clause that it brings."""
    undergoer, head = _before_a_conjunction(tree, verb), tree.heads[verb]
    if undergoer is None or undergoer < head:
        return
    straight = tree.below(verb, "mark")[0] - 1
    if straight in tree.below(undergoer, "acl") and tree.tags[straight] == "VBN":
        tree.move(straight, head, "conj")
        tree.move(undergoer, straight, "nsubjpass")
        tree.move(verb, straight, "advcl")


def _before_a_conjunction(tree: Tree, verb: int) -> int | None:
    """The first of a verb's two subjects, where the conjunction of its clause stands between them."""
    mark, subjects = next(iter(tree.below(verb, "mark")), None), tree.below(verb, "nsubj", "nsubjpass")
    between = mark is not None and len(subjects) > 1 and subjects[0] < mark < subjects[1]
    return subjects[0] if between else None


def struck_read_as_doer(tree: Tree, verb: int) -> None:
    """ "Attacked crews repairing power lines": whom a deed is done to is told by what they are about, not said to be
    about it."""
    if tree.grammar.lemmas[verb] not in DONE_TO_ALL or tree.below(verb, "dobj"):
        return
    for doing in tree.below(verb, "ccomp", "advcl"):
        struck = tree.subject(doing)
        straight = struck is not None and tree.opening_of(struck) == verb + 1 and struck < doing
        if tree.tags[doing] == "VBG" and straight and not tree.auxiliaries(doing):
            tree.move(struck, verb, "nsubjpass" if tree.below(verb, "auxpass") else "dobj")
            tree.move(doing, struck, "acl")


def from_door_to_door(tree: Tree, second: int) -> None:
    """ "Going door to door": the way that somebody goes, and nothing that they mean to do."""
    to, first = second - 1, second - 2
    if tree.tags[second] not in ("VB", "NN") or to not in tree.children[second] or tree.lowers[to] != "to":
        return
    if first < 0 or tree.lowers[first] != tree.lowers[second]:
        return
    above = tree.heads[second]
    for joined in tree.below(second, "cc", "conj"):
        tree.move(joined, above, tree.deps[joined])
    tree.move(to, first, "prep")
    tree.move(second, to, "pobj")
    tree.retag(second, "NN")


def undergoer_read_as_doer(tree: Tree, verb: int) -> None:
    """ "M23, which the UN says is backed by Rwanda": the subject of a passive."""
    if tree.tags[verb] != "VBN":
        return
    for subject in tree.below(verb, "nsubj"):
        tree.deps[subject] = "nsubjpass"


def main_verb_read_as_adjective(tree: Tree, verb: int) -> None:
    """ "Relatives, who asked not to be named, blamed militiamen": behind the aside stands the verb of whom it is about,
    and the noun behind that is its object."""
    noun, top = tree.heads[verb], tree.heads[verb]
    if tree.tags[verb] not in ("VBN", "VBD") or tree.lowers[verb - 1] != "," or tree.opening_of(noun) < verb:
        return
    while tree.heads[top] != top:
        top = tree.heads[top]
    aside = tree.below(top, "relcl")
    if tree.tags[top][0] != "N" or top > verb or not aside or not top < aside[0] < verb:
        return
    if not tree.is_below(noun, aside[0]) or tree.lowers[top + 1] != ",":
        return
    tree.move(verb, verb, "ROOT")
    tree.move(noun, verb, "dobj")
    tree.move(top, verb, "nsubj")
    tree.retag(verb, "VBD")


def deed_laid_to_somebody(tree: Tree, verb: int) -> None:
    """ "Pinned the strike on the militia", "blamed the raid on rebels": they are who did it, and not whom it hit."""
    if tree.grammar.lemmas[verb] not in LAID:
        return
    for deed in tree.below(verb, "dobj"):
        behind = range(deed + 1, tree.grammar.sentences[tree.grammar.sentence_of[deed]][1])
        on = [t for t in behind if tree.lowers[t] == "on" and tree.is_below(t, deed) and not _dates(tree, t)]
        for last in on[-1:]:
            tree.move(last, verb, "prep")


def _dates(tree: Tree, link: int) -> bool:
    return any(tree.lowers[noun] in CALENDAR for noun in tree.below(link, "pobj"))


def wish_behind_a_participle(tree: Tree, verb: int) -> None:
    """ "Asked that the law be repealed and that students held in May be freed": who is held is to be freed."""
    if tree.tags[verb] != "VBN" or tree.subject(verb) is not None:
        return
    if not any(tree.tags[be] == "VB" for be in tree.below(verb, "auxpass")):
        return
    above = tree.heads[verb]
    held = [t for t in tree.below(above, "conj") if t < verb and tree.tags[t] == "VBN" and tree.below(t, "mark")]
    subject = tree.subject(held[-1]) if held and not tree.auxiliaries(held[-1]) else None
    if subject is None:
        return
    for child in [c for c in tree.children[held[-1]] if c < subject]:
        tree.move(child, verb, tree.deps[child])
    tree.move(subject, verb, "nsubjpass")
    tree.move(held[-1], subject, "acl")


def toll_beside_a_toll(tree: Tree, verb: int) -> None:
    """ "Put losses at 48 killed and 172 wounded and said": the second number stands beside the first."""
    number, dead = verb - 1, verb - 3
    if tree.tags[verb] != "VBN" or tree.auxiliaries(verb) or number not in tree.below(verb, "nsubj", "nsubjpass"):
        return
    if tree.tags[number] != "CD" or tree.lowers[verb - 2] != "and" or tree.tags[dead] not in ("VBN", "JJ"):
        return
    first = tree.heads[dead]
    if tree.tags[first] == "CD" and tree.deps[first] == "pobj" and first == dead - 1:
        for child in [c for c in tree.children[verb] if c != number]:
            tree.move(child, tree.heads[verb], tree.deps[child])
        tree.move(number, first, "conj")
        tree.move(verb, number, "acl")


def saying_hung_loosely(tree: Tree, verb: int) -> None:
    """ "Before leaving they burned houses, say survivors who fled": what ends the sentence says all of it."""
    told, subject = tree.heads[verb], tree.subject(verb)
    if tree.lowers[verb - 1] != "," or tree.grammar.lemmas[verb] not in STATING or tree.heads[told] != told:
        return
    if told < verb and subject is not None and subject > verb and tree.tags[told][0] == "V":
        tree.move(verb, verb, "ROOT")
        tree.move(told, verb, "ccomp")


def verb_read_as_compound(tree: Tree, verb: int) -> None:
    """ "Rebels overrun army base in the east, dozens feared dead": in a headline, the verb between two nouns."""
    noun, subject = tree.heads[verb], tree.subject(verb)
    if tree.tags[verb] not in ("VBZ", "VBD", "VBP") or subject is None or not subject < verb < noun:
        return
    if tree.grammar.lemmas[verb + 1] in HEADLINE_DEEDS:
        return
    above, dep = tree.heads[noun], tree.deps[noun]
    if tree.lowers[above] == "as":
        return
    beside = dep in SUBJECTS and tree.heads[above] == above
    tree.move(verb, verb if beside or above == noun else above, dep)
    tree.move(noun, verb, "dobj")
    if beside:
        tree.move(above, verb, "parataxis")


RULES = (
    verb_read_as_compound,
    saying_hung_loosely,
    passive_before_a_conjunction,
    part_before_a_conjunction,
    struck_read_as_doer,
    from_door_to_door,
    undergoer_read_as_doer,
    main_verb_read_as_adjective,
    deed_laid_to_somebody,
    wish_behind_a_participle,
    toll_beside_a_toll,
)
ONLY = {
    verb_read_as_compound: {"compound"},
    saying_hung_loosely: {"dep"},
    main_verb_read_as_adjective: {"amod"},
    passive_before_a_conjunction: {"conj", "advcl"},
    part_before_a_conjunction: {"advcl"},
    from_door_to_door: {"advcl", "xcomp"},
    wish_behind_a_participle: {"conj"},
    toll_beside_a_toll: {"conj"},
}
"""How the verbs hang on other words that a rule has to do with."""
ABOVE = {
    verb_read_as_compound: SUBJECTS,
    saying_hung_loosely: {"nsubj"},
    passive_before_a_conjunction: {"mark"},
    part_before_a_conjunction: {"mark"},
    struck_read_as_doer: {"ccomp", "advcl"},
    undergoer_read_as_doer: {"auxpass"},
    deed_laid_to_somebody: {"dobj"},
    wish_behind_a_participle: {"auxpass"},
}
"""How other words hang on such a verb, one of them at the least."""
