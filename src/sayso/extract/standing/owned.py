"""A wing by its name, and whose it is: "the party's Al-Buraq Brigades", "the army's 5th Corps", "the Kaya Division of
the Northern Army"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.names.people_roles import antecedent
from sayso.extract.phrase import PROPER_TAGS
from sayso.extract.scene import Scene
from sayso.extract.standing.sides import apposed
from sayso.extract.standing.stated import BEARERS, Stated
from sayso.parse import prepositional

OWNERS = frozenset(("armed_group", "political", "coalition"))
UNITS = frozenset(
    (
        "brigade",
        "division",
        "battalion",
        "regiment",
        "corps",
        "company",
        "squadron",
        "platoon",
        "unit",
        "legion",
        "brigades",
    )
)
"""Last words of the names of units, which are always somebody's."""


def wings_by_name(scene: Scene) -> Iterator[Stated]:
    """All relations of these forms."""
    grammar = scene.grammar
    for owner in [t for t, dep in enumerate(grammar.deps) if dep == "poss"]:
        wing, owner = grammar.heads[owner], apposed(scene, antecedent(grammar, owner))
        if _may_own(scene, owner, wing):
            yield from _told(scene, wing, owner)
    for unit in [t for t in grammar.tokens_of(UNITS) if grammar.tags[t] in PROPER_TAGS]:
        for owner in prepositional(grammar, unit, "of", "from"):
            if scene.kind(owner) in BEARERS:
                yield from _told(scene, unit, owner)


def _may_own(scene: Scene, owner: int, wing: int) -> bool:
    """Whether it is somebody who has wings: a group by name, "its", or an army that has a unit."""
    tag = scene.grammar.tags[owner]
    if scene.grammar.lowers[wing] in UNITS and scene.kind(owner) == "state_force":
        return True
    return (tag in PROPER_TAGS or tag == "PRP$") and scene.kind(owner) in OWNERS


def _told(scene: Scene, wing: int, owner: int) -> Iterator[Stated]:
    named = scene.grammar.tags[wing] in PROPER_TAGS or (
        scene.grammar.lowers[wing] in UNITS and not scene.is_class(wing)
    )
    if not named or scene.kind(wing) not in BEARERS:
        return
    one, other = scene.parties(wing), scene.parties(owner)
    if one and other and one != other:
        span = scene.grammar.span(min(owner, wing), max(owner, wing))
        yield Stated("noun", wing, one, "part_of", other, span, "happened")
