"""Help and goods that are kept from people: hampered, stopped, turned back, out of reach."""

from __future__ import annotations

from sayso.extract.lacking.words import REACHING, Found, found_of, themes_of, words
from sayso.extract.scene import Scene
from sayso.parse import Clause

HELPING = frozenset(("ngo", "intergovernmental"))
"""The kinds of those who bring help."""
WAYS = frozenset(("road", "route", "bridge", "highway", "crossing", "street", "border crossing", "port", "airport"))
BARRED = frozenset(("access", "food", "water", "health", "nutrition", "electricity"))
"""Themes of what is turned back on its way to people."""


def hampered(scene: Scene, clause: Clause) -> Found | None:
    """ "Insecurity is hampering aid deliveries", "access has been restricted by the army"."""
    if clause.lemma not in words()["hampering_verbs"] or clause.negated:
        return None
    slot = "subject" if clause.passive and "object" not in clause.slots and "by" in clause.slots else "object"
    kept = tuple(t for t in clause.slots.get(slot, ()) if "access" in themes_of(scene, t))
    if all(scene.grammar.lemmas[t] in WAYS for t in kept) and not clause.passive and _somebody(scene, clause):
        return None
    return Found(clause.predicate, kept, ("access",)) if kept else None


def _somebody(scene: Scene, clause: Clause) -> bool:
    """Whether a party is said to do it: "protesters blocked the road" is a deed."""
    return any(scene.kind(t) is not None for t in clause.slots.get("subject", ()))


def stopped(scene: Scene, clause: Clause) -> Found | None:
    """ "Two aid groups suspended their work": those who help have stopped."""
    if clause.lemma not in words()["stopping_verbs"] or clause.negated:
        return None
    objects = clause.slots.get("object", ())
    subjects = clause.slots.get("subject", ())
    helpers = [t for t in subjects if scene.kind(t) in HELPING]
    work = tuple(t for t in objects if scene.grammar.lemmas[t] in words()["aid_work"])
    if work and helpers:
        return Found(clause.predicate, (*helpers, *work), ("access",))
    places = tuple(t for t in subjects if words()["harm_themes"].intersection(themes_of(scene, t)))
    return found_of(scene, clause, places, *work) if work and places else None


def unreached(scene: Scene, clause: Clause) -> Found | None:
    """Aid workers cannot reach the town; the convoy was turned back; the militia turns back diesel."""
    if clause.lemma in words()["barring_verbs"]:
        barred = tuple(t for t in clause.slots.get("object", ()) if BARRED.intersection(themes_of(scene, t)))
        return found_of(scene, clause, barred) if barred else None
    if clause.lemma not in REACHING or not (clause.negated or _is_unable(scene, clause)):
        return None
    aid = tuple(
        t for t in clause.slots.get("subject", ()) if scene.kind(t) in HELPING or "access" in themes_of(scene, t)
    )
    return Found(clause.predicate, (*aid, *clause.slots.get("object", ())), ("access",)) if aid else None


def _is_unable(scene: Scene, clause: Clause) -> bool:
    """ "Can no longer reach the town", "has been unable to reach it"."""
    lowers = scene.grammar.lowers
    above = lowers[clause.governor] if clause.governor is not None else ""
    return lowers[clause.predicate - 1] == "longer" or above == "unable"
