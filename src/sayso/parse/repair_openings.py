"""Subjects behind an opening phrase that ends in a name, which the parser takes for another name of the same."""

from __future__ import annotations

from sayso.parse.tree import Tree

OPENINGS = frozenset(("prep", "advcl", "agent"))
ASIDES = frozenset((",", "-", "–", "—", "--"))
LONGEST_ASIDE = 14
"""Tokens between the marks of what tells who somebody is."""


def subject_behind_opening(tree: Tree, verb: int) -> None:
    """ "In an interview with Radio Goma, Karim Musa said": whoever stands behind the comma and before a verb without a
    subject is its subject, also where it is told who that is: "Karim Musa, a nurse, said"."""
    if tree.subject(verb) is not None or not tree.is_finite(verb):
        return
    noun = _noun_before(tree, tree.opening(verb) - 1)
    if noun is None or tree.deps[noun] not in ("appos", "conj") or tree.tags[noun][:2] != "NN":
        return
    if tree.lowers[tree.opening_of(noun) - 1] == "," and _stands_in_opening(tree, noun, verb):
        tree.move(noun, verb, "nsubjpass" if tree.below(verb, "auxpass") else "nsubj")


def _noun_before(tree: Tree, last: int) -> int | None:
    """The token, or the one before the aside that ends there."""
    if last < 1 or tree.lowers[last] not in ASIDES:
        return last if last > 0 else None
    first = max(1, last - LONGEST_ASIDE)
    return next((t - 1 for t in range(last - 1, first, -1) if tree.lowers[t] == tree.lowers[last]), None)


def _stands_in_opening(tree: Tree, noun: int, verb: int) -> bool:
    phrase = tree.heads[noun]
    while tree.heads[phrase] not in (phrase, verb):
        phrase = tree.heads[phrase]
    return tree.heads[phrase] == verb and phrase < noun and tree.deps[phrase] in OPENINGS
