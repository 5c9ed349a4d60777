"""Who does what a passive tells, and who is told of beside whom, where the parser hung a name on its neighbour."""

from __future__ import annotations

from sayso.parse.repair.deeds import CALENDAR
from sayso.parse.tree import Tree

NAMES = ("NNP", "NNPS")


def agent_behind_means(tree: Tree, by: int) -> None:
    """ "Was supplied with weapons by the army": no weapons by the army, but who supplied them."""
    means = tree.heads[by]
    link = tree.heads[means]
    verb = tree.heads[link]
    if tree.lowers[by] != "by" or tree.lowers[link] != "with" or tree.deps[means] != "pobj":
        return
    passive = tree.tags[verb] == "VBN" and not tree.below(verb, "agent", "dobj")
    doers = [c for c in tree.below(by, "pobj") if tree.tags[c][:2] == "NN" and tree.lowers[c] not in CALENDAR]
    if passive and doers:
        tree.move(by, verb, "agent")


def participle_behind_noun(tree: Tree, verb: int) -> None:
    """ "The alliance, made up of two groups": what hangs on a noun is no past tense."""
    if tree.tags[verb] == "VBD" and tree.subject(verb) is None:
        tree.retag(verb, "VBN")


def list_read_as_apposition(tree: Tree, second: int) -> None:
    """ "Amal, Fatah and Hamas merged": names between a comma and an "and", without a comma behind, are a list."""
    first = tree.heads[second]
    if tree.tags[first] not in NAMES or tree.tags[second] not in NAMES or not tree.below(second, "cc"):
        return
    last = second
    while further := tree.below(last, "conj"):
        last = further[-1]
    verb = tree.heads[first]
    opening = tree.opening_of(second)
    straight = last < verb and tree.opening(verb) == last + 1 and tree.tags[last] in NAMES
    if straight and tree.lowers[opening - 1] == "," and tree.deps[first] in ("nsubj", "nsubjpass"):
        tree.deps[second] = "conj"
