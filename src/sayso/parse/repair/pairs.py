"""Two sides joined by a comma in a headline, two objects of one verb, and what somebody is said to be: "Putin,
Lukashenko speak", "handed the inspectors the tape", "found the colonel guilty"."""

from __future__ import annotations

from sayso.parse.tree import Tree

NAMES = frozenset(("NNP", "NNPS", "NNS"))
JUDGING = frozenset(("find", "hold", "declare", "deem", "pronounce", "rule", "consider", "judge", "adjudge", "render"))
"""Verbs by which somebody says of another what they are."""
GIVING = frozenset(
    ("hand", "pass", "give", "send", "grant", "offer", "lend", "pay", "award", "ship", "sell", "wire", "feed", "deny",
     "promise", "bring", "show", "slip", "loan", "teach", "issue", "deal", "owe", "cost", "guarantee", "assign")
)  # fmt: skip
BIDDING = frozenset(("want", "order", "require", "authorise", "authorize", "invite"))
"""Verbs of which the parser takes "them to go" for one statement."""
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


def side_read_before_the_other(tree: Tree, first: int) -> None:
    """ "Between the Defence Force (NDF) and Fano militia", "with police and self-defence groups": a noun that an "and"
    follows is one of two, whatever its abbreviation made of it."""
    other, joint = tree.heads[first], tree.below(first, "cc")
    police = tree.lowers[first] == "police"
    apart = police or (bool(joint) and not tree.below(first, "conj") and tree.lowers[joint[-1] - 1] == ")")
    if not joint or not apart or not first < joint[-1] < other:
        return
    for child in tree.below(first, "conj"):
        tree.move(child, other, "compound")
    tree.move(first, tree.heads[other], tree.deps[other])
    for child in [c for c in tree.children[other] if c < joint[-1] and c != first]:
        tree.move(child, first, tree.deps[child])
    tree.move(other, first, "conj")


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
        _bidden(tree, verb, subject, state)
        return
    if tree.grammar.lemmas[verb] not in JUDGING or tree.below(state, "aux", "auxpass", "mark", "cop", "expl"):
        return
    if tree.tags[state] == "VBP" and tree.lowers[state] != NOT_GRATA:
        return
    tree.move(subject, verb, "dobj")
    tree.deps[state] = "oprd"
    if tree.tags[state] == "VBP":
        tree.retag(state, "NN")


def first_of_two_objects(tree: Tree, receiver: int) -> None:
    """ "Handed the inspectors the tape": of two objects of giving the first is who gets the second."""
    verb = tree.heads[receiver]
    if tree.grammar.lemmas[verb] not in GIVING or not verb < receiver or tree.below(verb, "dative"):
        return
    given = [t for t in tree.below(verb, "dobj") if t > receiver]
    if len(given) == 1 and not tree.below(receiver, "cc") and "," not in tree.lowers[receiver : given[0]]:
        tree.deps[receiver] = "dative"


def _bidden(tree: Tree, verb: int, subject: int, deed: int) -> None:
    """ "Wants the exiles to return", read as one statement: of whom one wants it is the object, as with "asked"."""
    content = tree.deps[deed] == "ccomp" and tree.tags[deed] == "VB" and verb < subject < deed
    if content and tree.grammar.lemmas[verb] in BIDDING and [tree.tags[t] for t in tree.below(deed, "aux")] == ["TO"]:
        tree.move(subject, verb, "dobj")
        tree.deps[deed] = "xcomp"
