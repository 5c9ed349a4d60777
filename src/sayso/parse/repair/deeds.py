"""Nouns of deeds, and those to whom they were done, whom the parser gives to the doer beside them."""

from __future__ import annotations

from sayso.codebook import MONTHS, SHORT_MONTHS, WEEKDAYS
from sayso.parse.tree import Tree

LETTING = frozenset(("let", "lets", "letting"))

CALENDAR = SHORT_MONTHS.union(WEEKDAYS, MONTHS)
DONE_TO = frozenset(
    ("abduction", "ambush", "arrest", "assassination", "beating", "beheading", "blockade", "bombardment", "bombing",
     "burning", "capture", "deportation", "destruction", "detention", "execution", "expulsion", "harassment",
     "hijacking", "intimidation", "invasion", "kidnapping", "killing", "looting", "lynching", "massacre", "murder",
     "occupation", "persecution", "poisoning", "rape", "recapture", "recruitment", "sacking", "seizure", "shelling",
     "shooting", "siege", "slaughter", "storming", "takeover", "targeting", "torching", "torture", "wounding")
)  # fmt: skip
"""Deeds that are told with "of" and whom or what they are done to."""
PARTS = frozenset(
    ("member", "element", "unit", "group", "fighter", "soldier", "supporter", "part", "faction", "wing", "branch",
     "follower", "agent", "officer", "band", "gang", "hundred", "thousand", "dozen", "score", "number", "column",
     "section", "some", "several", "contingent", "men", "guard", "force", "troop", "official", "employee", "resident",
     "people")
)  # fmt: skip
"""Nouns that tell with "of" whose they are."""
DEEDS = DONE_TO.union(
    ("advance", "airstrike", "assault", "atrocity", "attack", "attempt", "crackdown", "encroachment", "fire",
     "incursion", "offensive", "onslaught", "raid", "strike", "aggression", "violation", "violence", "abuse", "crime",
     "excess", "provocation", "threat", "use", "withdrawal", "interference", "intervention", "breach", "decision")
)  # fmt: skip
"""Deeds that are told with "by" and whose they are."""


def doer_behind_deed(tree: Tree, by: int) -> None:
    """ "Condemned the killing by police of two teachers": behind "by" an active verb has no doer, its object may."""
    verb = tree.heads[by]
    passive = tree.below(verb, "auxpass") or (tree.tags[verb] == "VBN" and tree.subject(verb) is None)
    if tree.lowers[by] != "by" or passive or not tree.below(by, "pobj"):
        return
    deed = next(iter(tree.below(verb, "dobj")), None)
    doer = tree.below(by, "pobj")[0]
    if deed is None or not verb < deed < by or tree.grammar.lemmas[deed] not in DEEDS or tree.tags[doer][:2] != "NN":
        return
    if tree.lowers[doer] not in CALENDAR and not tree.below(doer, "nummod"):
        for link in [link for link in tree.below(verb, "prep") if deed < link <= by]:
            tree.move(link, deed, "prep")


def done_to_behind_doer(tree: Tree, of: int) -> None:
    """ "The ambush, by gunmen, of a convoy", "the killing by police of two teachers": what stands behind the doer is
    whom it was done to."""
    doer = tree.heads[of]
    while tree.deps[doer] == "pobj" and tree.lowers[tree.heads[doer]] == "of":
        doer = tree.heads[tree.heads[doer]]
    by = doer if tree.lowers[doer] == "by" else tree.heads[doer]
    deed = tree.heads[by]
    if tree.lowers[of] != "of" or tree.lowers[by] != "by" or not deed < by:
        return
    if tree.grammar.lemmas[deed] not in DONE_TO or any(tree.lowers[c] == "of" for c in tree.below(deed, "prep")):
        return
    above = tree.heads[of]
    counted = any(tree.below(noun, "nummod") or tree.lowers[of + 1] in ("a", "an") for noun in tree.below(of, "pobj"))
    whole = tree.grammar.lemmas[above] not in PARTS or tree.below(above, "compound")
    if tree.lowers[of - 1] == "," or (counted and whole):
        tree.move(of, deed, "prep")


def let_go(tree: Tree, letting: int) -> None:
    """ "Let go 60 conscripts": whom one lets go is the object of both verbs together."""
    go = tree.heads[letting]
    if (
        tree.lowers[letting] not in LETTING
        or go != letting + 1
        or tree.lowers[go] != "go"
        or not tree.below(go, "dobj")
    ):
        return
    head, dep = tree.heads[go], tree.deps[go]
    tree.move(letting, letting if head == go else head, dep)
    for child in list(tree.children[go]):
        tree.move(child, letting, tree.deps[child])
    tree.move(go, letting, "prt")
    tree.retag(letting, "VBD" if tree.tags[letting] == "VB" and dep != "xcomp" else tree.tags[letting])
