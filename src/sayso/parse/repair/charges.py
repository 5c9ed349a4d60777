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
