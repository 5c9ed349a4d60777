"""Places that are held or taken, where the parser makes appositions, times or nouns of them and of their verbs."""

from __future__ import annotations

from sayso.parse.repair.deeds import CALENDAR
from sayso.parse.tree import Tree

MANY = frozenset(("are", "were", "have"))
SHARES = frozenset(("most", "much", "part", "parts", "half", "all", "some"))
SIEGES = frozenset(("siege", "waste", "claim"))
"""What one lays."""
NAMES = ("NNP", "NNPS")


def list_of_places_read_as_apposition(tree: Tree, second: int) -> None:
    """ "Kaya, the port of Dori and the island of Leo are in their hands": more than one, as the verb says."""
    first = tree.heads[second]
    verb = tree.heads[first]
    if tree.tags[first] != "NNP" or tree.deps[first] not in ("nsubj", "nsubjpass") or not tree.below(second, "conj"):
        return
    finite = (verb, *tree.auxiliaries(verb))
    if tree.tags[second] == "NN" and not tree.below(first, "cc") and any(tree.lowers[t] in MANY for t in finite):
        tree.deps[second] = "conj"


def share_beside_a_place(tree: Tree, share: int) -> None:
    """ "Hold the capital, most of the north and the port": a part behind a comma is the next of a list."""
    if tree.lowers[share] not in SHARES or tree.lowers[share - 1] != "," or not tree.below(share, "prep"):
        return
    first = tree.heads[share]
    if tree.tags[first][0] == "V":
        first = next((c for c in tree.below(first, "dobj") if c < share), first)
    if tree.deps[first] == "dobj" and first < share:
        tree.move(share, first, "conj")


def name_read_as_time(tree: Tree, name: int) -> None:
    """ "The militia wrested Kaya from the army": a name behind a verb without an object is what it takes."""
    verb = tree.heads[name]
    if tree.tags[name] != "NNP" or tree.tags[verb] not in ("VBD", "VBN") or tree.lowers[name] in CALENDAR:
        return
    straight = tree.opening_of(name) == verb + 1 and tree.subject(verb) is not None
    if straight and not tree.below(verb, "dobj", "auxpass", "ccomp") and tree.below(verb, "prep"):
        tree.deps[name] = "dobj"


def verb_of_relative_read_as_plural(tree: Tree, word: int) -> None:
    """ "Kaya, which Ansar Dine controls": a relative clause has a verb."""
    which = next(
        (c for c in tree.children[word] if tree.tags[c] == "WDT" and tree.deps[c] in ("det", "nsubj", "dobj")), None
    )
    names = [c for c in tree.below(word, "compound", "nmod", "nsubj") if tree.tags[c] in NAMES and c < word]
    if tree.tags[word] != "NNS" or which is None or not names:
        return
    tree.retag(word, "VBZ")
    tree.deps[which] = "dobj"
    tree.deps[names[-1]] = "nsubj"
    for name in names[:-1]:
        tree.move(name, names[-1], "compound")


def verb_read_into_its_siege(tree: Tree, verb: int) -> None:
    """ "The militia laid siege to the army's camp"."""
    noun, before = tree.heads[verb], [c for c in tree.children[verb] if c < verb and tree.tags[c][:2] == "NN"]
    if tree.tags[verb] != "VBD" or tree.lowers[noun] not in SIEGES or tree.deps[noun] != "ROOT" or not before:
        return
    tree.move(verb, verb, "ROOT")
    tree.move(noun, verb, "dobj")
    tree.deps[before[-1]] = "nsubj"
