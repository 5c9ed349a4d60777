"""Places that are held or taken, where the parser makes appositions, times or nouns of them and of their verbs."""

from __future__ import annotations

from sayso.parse.repair.deeds import CALENDAR
from sayso.parse.tree import Tree

MANY = frozenset(("are", "were", "have"))
SHARES = frozenset(("most", "much", "part", "parts", "half", "all", "some"))
SIEGES = frozenset(("siege", "waste", "claim"))
"""What one lays."""
SETTLEMENTS = frozenset(
    ("town", "city", "village", "port", "district", "province", "airport", "base", "island", "camp", "region", "hill",
     "crossing", "suburb", "area", "dam", "bridge", "county", "township", "barracks", "enclave", "valley")
)  # fmt: skip


def list_of_places_read_as_apposition(tree: Tree, second: int) -> None:
    """ "Kaya, the port of Dori and the island of Leo are in their hands": more than one, as the verb says."""
    first = tree.heads[second]
    if tree.tags[second] != "NN" or not tree.below(second, "conj") or tree.below(first, "cc"):
        return
    while tree.deps[first] == "appos":
        first = tree.heads[first]
    verb = tree.heads[first]
    single = tree.tags[first] in ("NNP", "NN") and tree.deps[first] in ("nsubj", "nsubjpass")
    if single and any(tree.lowers[t] in MANY for t in (verb, *tree.auxiliaries(verb))):
        tree.move(second, first, "conj")


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
    names = [c for c in tree.below(word, "compound", "nmod", "nsubj") if tree.tags[c][:2] == "NN" and c < word]
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


def place_behind_an_aside(tree: Tree, second: int) -> None:
    """ "Captured Kaya, the last stronghold in the north, and the town of Leo": the town was captured, too."""
    aside = tree.heads[second]
    first = tree.heads[aside]
    before = tree.opening_of(second) - 1
    if tree.deps[aside] != "appos" or tree.deps[first] not in ("dobj", "nsubjpass", "pobj") or before < 2:
        return
    parted = tree.lowers[before] == "and" and tree.lowers[before - 1] == "," and tree.tags[first] == "NNP"
    named = any(tree.lowers[c] == "of" for c in tree.below(second, "prep"))
    if parted and named and tree.lowers[second] in SETTLEMENTS:
        tree.move(second, first, "conj")


def verb_beside_a_date(tree: Tree, verb: int) -> None:
    """ "Retook Kaya between May 9 and 11 and advanced on Leo": no verb is joined to a day."""
    day = tree.heads[verb]
    if tree.tags[verb] not in ("VBD", "VBN") or (tree.tags[day] != "CD" and tree.lowers[day] not in CALENDAR):
        return
    above = tree.heads[day]
    while tree.tags[above][0] != "V" and tree.heads[above] != above:
        above = tree.heads[above]
    if tree.tags[above][0] == "V" and above < verb:
        tree.move(verb, above, "conj")
        if tree.tags[verb] == "VBN" and not tree.auxiliaries(verb):
            tree.retag(verb, "VBD")
