"""With what somebody is armed: the weapons that a clause of giving or getting tells of."""

from __future__ import annotations

from sayso.extract.scene import Scene
from sayso.parse import Clause, meant, prepositional

WEAPONS = frozenset(
    ("weapon", "arm", "arms", "drone", "tank", "ammunition", "aircraft", "helicopter", "jet", "warplane")
)


def is_supplied_with(scene: Scene, clause: Clause) -> bool:
    """Whether somebody is supplied "with" something, wherever the parse hung it."""
    fillers = clause.slots.get("object", ())
    return "with" in clause.slots or any(prepositional(scene.grammar, t, "with") for t in fillers)


def weapons_of(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The tokens of the weapons that are its object or stand behind "with"."""
    grammar = scene.grammar
    fillers = [*clause.slots.get("object", ()), *clause.slots.get("with", ())]
    fillers += [t for filler in fillers for t in prepositional(grammar, filler, "with")]
    meanings = {t: (t, meant(grammar, t)) for t in fillers}
    return tuple(t for t, heads in meanings.items() if any(_is_weapon(scene, head) for head in heads))


def _is_weapon(scene: Scene, token: int) -> bool:
    return scene.reading.is_a(token, "weapon") or scene.grammar.lemmas[token] in WEAPONS
