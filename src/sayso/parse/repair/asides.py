"""Asides between commas that the parser takes for the sentence: "1,100 people, 300 of them minors, left"."""

from __future__ import annotations

from sayso.parse.tree import Tree


def verb_behind_aside(tree: Tree, verb: int) -> None:
    """ "1,100 people, 300 of them minors, left": the verb is that of the people, not of those that the aside names."""
    noun = tree.heads[verb]
    top = tree.heads[noun]
    if tree.deps[verb] != "acl" or tree.tags[verb] not in ("VBN", "VBD") or tree.deps[noun] != "appos":
        return
    aside = tree.lowers[top + 1 : noun]
    if (
        tree.heads[top] != top
        or tree.lowers[verb - 1] != ","
        or aside[-2:] != ["of", "them"]
        or tree.below(verb, "agent")
    ):
        return
    tree.move(verb, verb, "ROOT")
    tree.move(top, verb, "nsubj")
    tree.tags[verb] = "VBD"
    for number in [t for t in tree.children[verb] if tree.deps[t] == "nsubj" and top < t < noun]:
        tree.move(number, noun, "nummod")


def verb_read_into_an_aside(tree: Tree, verb: int) -> None:
    """ "Three others, among them two nurses, sustained injuries": where a sentence has no verb, the word behind the
    aside is the verb, and the noun before the aside its subject."""
    if tree.lowers[verb - 1] != "," or not (tree.tags[verb][0] == "V" or tree.lowers[verb].endswith("ed")):
        return
    noun = tree.heads[verb]
    top = tree.heads[noun]
    while tree.deps[top] in ("appos", "conj", "pobj", "prep") and tree.heads[top] != top:
        top = tree.heads[top]
    bare = not tree.below(top, "nsubj", "nsubjpass", "aux", "cop")
    if tree.deps[noun] not in ("appos", "conj") or not top < verb < noun:
        return
    if tree.heads[top] != top or not bare or tree.tags[top][:2] not in ("NN", "CD") or tree.tags[verb] == "VBG":
        return
    tree.move(verb, verb, "ROOT")
    tree.move(top, verb, "nsubj")
    tree.move(noun, verb, "dobj")
    for child in [c for c in tree.children[top] if c > noun]:
        tree.move(child, verb, tree.deps[child])
    tree.retag(verb, "VBD")


def aside_as_subject(tree: Tree, verb: int) -> None:
    """ "20 people, most of them women, were taken": of two subjects the second only says who the first are."""
    subjects = tree.below(verb, "nsubj", "nsubjpass")
    if len(subjects) != 2 or subjects[1] > verb or tree.lowers[tree.opening_of(subjects[1]) - 1] != ",":
        return
    of = next((t for t in tree.below(subjects[1], "prep") if tree.lowers[t] == "of"), None)
    if of is not None and any(tree.lowers[t] in ("them", "whom", "these") for t in tree.below(of, "pobj")):
        tree.move(subjects[1], subjects[0], "appos")


def main_subject_read_into_aside(tree: Tree, verb: int) -> None:
    """ "A minimum of nine nurses, two of whom were men, were killed": the subject of the verb behind the aside, which
    the parser gave to the verb within it."""
    above, subjects = tree.heads[verb], tree.below(verb, "nsubj", "nsubjpass")
    if not subjects or above < verb or tree.subject(above) is not None or not tree.is_finite(above):
        return
    whom = [t for t in range(subjects[0] + 1, verb) if tree.lowers[t] == "whom" and tree.lowers[t - 1] == "of"]
    number = tree.heads[tree.heads[whom[0]]] if whom else subjects[0]
    if number == subjects[0] or number not in (*tree.children[subjects[0]], *subjects[1:]):
        return
    tree.move(subjects[0], above, "nsubjpass" if tree.below(above, "auxpass") else "nsubj")
    tree.move(verb, subjects[0], "relcl")
    tree.move(number, verb, "nsubj")


def main_verb_behind_whose(tree: Tree, verb: int) -> None:
    """ "While Ghana, whose navy left in June, pledged to send boats": the verb between the commas is that of the aside,
    the one behind it has the first subject."""
    subjects = tree.below(verb, "nsubj")
    if len(subjects) != 2 or not any(tree.lowers[t] == "whose" for t in tree.below(subjects[1], "poss")):
        return
    above, end = tree.heads[verb], tree.grammar.sentences[tree.grammar.sentence_of[verb]][1]
    later = next((t for t in range(verb + 1, end) if tree.heads[t] == above and tree.deps[t] == "conj"), None)
    if tree.deps[verb] != "advcl" or later is None or tree.subject(later) is not None or not tree.is_finite(later):
        return
    if tree.lowers[later - 1] != "," and tree.tags[later - 1] != "RB":
        return
    tree.move(later, above, "advcl")
    for mark in tree.below(verb, "mark"):
        tree.move(mark, later, "mark")
    tree.move(subjects[0], later, "nsubj")
    tree.move(verb, subjects[0], "relcl")
