"""A wing by its name, and whose it is: "the party's Al-Buraq Brigades", "the Front said its Eagles Battalion had"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.scene import Scene
from sayso.extract.standing.stated import BEARERS, Stated

OWNERS = frozenset(("armed_group", "political", "coalition"))
NAMED = frozenset(("NNP", "NNPS"))


def wings_by_name(scene: Scene) -> Iterator[Stated]:
    """All relations of this form."""
    grammar = scene.grammar
    for owner in [t for t, dep in enumerate(grammar.deps) if dep == "poss"]:
        wing = grammar.heads[owner]
        named = grammar.tags[wing] in NAMED and scene.kind(wing) in BEARERS
        if named and (grammar.tags[owner] in NAMED or grammar.tags[owner] == "PRP$") and scene.kind(owner) in OWNERS:
            one, other = scene.parties(wing), scene.parties(owner)
            if one and other and one != other:
                yield Stated("noun", wing, one, "part_of", other, grammar.span(owner, wing), "happened")
