"""What somebody is charged with: "accused by groups of burning villages"."""

from __future__ import annotations

from sayso.parse.borrow import CHARGING
from sayso.parse.tree import Tree


def charged_with_gerund(tree: Tree, verb: int) -> None:
    """ "Accused by groups of burning villages": behind a charge "of" brings a deed, no burning villages."""
    if tree.tags[verb] != "VBG" or tree.deps[verb] != "amod" or tree.lowers[verb - 1] != "of":
        return
    noun, of = tree.heads[verb], tree.heads[tree.heads[verb]]
    charge = tree.heads[of]
    while tree.deps[charge] in ("pobj", "agent", "prep", "dobj", "compound"):
        charge = tree.heads[charge]
    if of == verb - 1 and tree.grammar.lemmas[charge] in CHARGING:
        tree.move(of, charge, "prep")
        tree.move(verb, of, "pcomp")
        tree.move(noun, verb, "dobj")


def done_to_by_the_charged(tree: Tree, whom: int) -> None:
    """ "The rebels, whom Chad accuses Mali of arming": whom the deed is done to, and nobody who is charged."""
    charge = tree.heads[whom]
    if tree.lowers[whom] not in ("whom", "which") or tree.grammar.lemmas[charge] not in CHARGING:
        return
    ofs = [c for c in tree.below(charge, "prep") if tree.lowers[c] == "of"]
    deeds = [t for of in ofs for t in tree.below(of, "pcomp", "pobj") if tree.lowers[t].endswith("ing")]
    if len(deeds) == 1 and len(tree.below(charge, "dobj")) > 1 and not tree.below(deeds[0], "dobj"):
        tree.move(deeds[0], tree.heads[deeds[0]], "pcomp")
        tree.retag(deeds[0], "VBG")
        tree.move(whom, deeds[0], "dobj")


def charge_with_its_circumstances(tree: Tree, verb: int) -> None:
    """ "Accused Chad of shipping weapons to the rebels": what stands behind the deed's object belongs to the deed."""
    if tree.tags[verb] != "VBG" or tree.deps[verb] != "pcomp" or tree.lowers[tree.heads[verb]] != "of":
        return
    charge = tree.heads[tree.heads[verb]]
    if tree.grammar.lemmas[charge] not in CHARGING or not tree.below(verb, "dobj"):
        return
    for child in tree.below(charge, "prep"):
        if child > verb and tree.lowers[child] != "of":
            tree.move(child, verb, "prep")


def second_charge(tree: Tree, of: int) -> None:
    """ "Accused Chad of arming the rebels and Mali of sheltering them": whoever stands before the second "of" is
    charged by the same verb."""
    charged = of - 1
    deed = any(tree.tags[c] == "VBG" for c in tree.below(of, "pcomp"))
    if tree.lowers[of] != "of" or not deed or tree.deps[charged] != "conj":
        return
    charge = tree.heads[charged]
    while tree.grammar.lemmas[charge] not in CHARGING and tree.heads[charge] != charge:
        charge = tree.heads[charge]
    before = [
        c for c in tree.below(charge, "prep") if tree.lowers[c] == "of" and c < charged and tree.below(c, "pcomp")
    ]
    if before and tree.grammar.lemmas[charge] in CHARGING and charge < charged:
        tree.move(charged, charge, "dobj")
        tree.move(of, charge, "prep")
