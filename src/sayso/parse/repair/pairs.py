"""Two sides joined by a comma in a headline, and what somebody is said to be: "Putin, Lukashenko speak", "found the
colonel guilty"."""

from __future__ import annotations

from sayso.parse.tree import Tree

NAMES = frozenset(("NNP", "NNPS", "NNS"))
JUDGING = frozenset(("find", "hold", "declare", "deem", "pronounce", "rule", "consider", "judge", "adjudge", "render"))
"""Verbs by which somebody says of another what they are."""
STATES = frozenset(("JJ", "NN", "NNS", "VBN", "VBP"))
NOT_GRATA = "persona"


def first_of_a_pair(tree: Tree, name: int) -> None:
    """ "Putin, Lukashenko speak by phone": two names before a plural verb are both its subject."""
    verb = tree.heads[name]
    second = name + 2
    joined = second < verb and tree.lowers[name + 1] == "," and tree.heads[second] == verb and _opens(tree, name)
    if joined and tree.deps[second] == "nsubj" and _is_pair(tree, name, second, verb):
        tree.move(name, verb, "nsubj")
        tree.move(second, name, "conj")


def second_of_a_pair(tree: Tree, name: int) -> None:
    """ "Russia, Ukraine swap prisoners": the second name, read as said of the first."""
    first = tree.heads[name]
    verb = tree.heads[first]
    pair = first == name - 2 and tree.lowers[name - 1] == "," and tree.deps[first] == "nsubj" and _opens(tree, first)
    if pair and _is_pair(tree, first, name, verb):
        tree.deps[name] = "conj"


def _opens(tree: Tree, name: int) -> bool:
    return tree.grammar.sentences[tree.grammar.sentence_of[name]][0] == name


def _is_pair(tree: Tree, first: int, second: int, verb: int) -> bool:
    named = tree.tags[first] in NAMES and tree.tags[second] in NAMES
    return named and tree.tags[verb] in ("VBP", "VB") and verb - second <= 2


def object_said_to_be(tree: Tree, subject: int) -> None:
    """ "Found the colonel guilty", "declared two diplomats persona non grata": of whom it is said is the object of
    the saying."""
    state = tree.heads[subject]
    verb = tree.heads[state]
    if tree.deps[state] != "ccomp" or tree.tags[state] not in STATES or not verb < subject < state:
        return
    if tree.grammar.lemmas[verb] not in JUDGING or tree.below(state, "aux", "auxpass", "mark", "cop", "expl"):
        return
    if tree.tags[state] == "VBP" and tree.lowers[state] != NOT_GRATA:
        return
    tree.move(subject, verb, "dobj")
    tree.deps[state] = "oprd"
    if tree.tags[state] == "VBP":
        tree.retag(state, "NN")
