"""Who holds the rest, where the verb is not said again: "The army controls the north, and the rebels the south"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.framing.framer import Framed
from sayso.extract.held.area import area_of, is_ground
from sayso.extract.phrase import PROPER_TAGS
from sayso.extract.scene import Scene
from sayso.records import Control, tidy

CONFIDENCE, METHOD = 0.6, "held/gap"
STATES = frozenset(("held", "gained"))
POWERS = frozenset(("state", "state_force", "armed_group", "coalition", "political", "other"))
JOINTS = frozenset(("and", "while", "whereas", ";"))
OPENS = frozenset(("the", "most", "much", "all", "its", "their"))
REST = frozenset(("rest", "other", "others", "remainder", "remaining"))
ENDS = frozenset((".", ",", ";", "of", "in", "and", "on"))
LONGEST_HOLDER, LONGEST_AREA = 12, 6
"""Tokens from the joint to the second area, and of that area."""


def control_by_gap(scene: Scene, item: Framed) -> Iterator[Control]:
    """The claims that a clause of holding or taking has beside its own."""
    rule, clause = item.frame.control, item.clause
    objects = clause.slots.get("object", ())
    if rule is None or rule.state not in STATES or "object" not in rule.area or clause.kind != "verbal" or not objects:
        return
    grammar = scene.grammar
    end = grammar.sentences[grammar.sentence_of[clause.predicate]][1]
    for token in range(objects[0] + 2, end):
        if grammar.lowers[token] in OPENS and (holder := _holder_before(scene, objects[0], token)) is not None:
            area = _area_behind(scene, token, end)
            if area is not None:
                yield _claim(scene, item, holder, area)


def _holder_before(scene: Scene, first: int, opening: int) -> int | None:
    """Who stands between the joint and the words that open the second area, with no verb between."""
    grammar = scene.grammar
    holder = opening - 1
    if grammar.words[holder] == ")":
        holder = next((t - 1 for t in range(holder, max(first, opening - 6), -1) if grammar.words[t] == "("), holder)
    listed = grammar.words[holder] != "," and grammar.tags[holder] in PROPER_TAGS
    holder -= grammar.words[holder] == ","
    if holder <= first or grammar.tags[holder][:2] != "NN" or scene.kind(holder) not in POWERS:
        return None
    for token in range(holder, max(first, opening - LONGEST_HOLDER), -1):
        if grammar.lowers[token] in JOINTS or (listed and grammar.words[token] == ","):
            return holder
        if grammar.tags[token][0] == "V" or grammar.tags[token] == "IN":
            return None
    return None


def _area_behind(scene: Scene, opening: int, end: int) -> int | None:
    """The head of the second area: ground, a place, or what is left of the first ("the other two")."""
    grammar = scene.grammar
    after = next((t for t in range(opening, min(end, opening + LONGEST_AREA)) if grammar.lowers[t] in ENDS), None)
    if after is None or after == opening:
        return None
    words = grammar.lowers[opening:after]
    left = not REST.isdisjoint(words)
    return after - 1 if left or is_ground(scene, after - 1) or after - 1 in scene.setting.places else None


def _claim(scene: Scene, item: Framed, holder: int, area: int) -> Control:
    places, predicate = area_of(scene, area), item.clause.predicate
    known = {"where": places} if places else {}
    return Control(
        **scene.common(
            predicate, evidence=tidy([scene.grammar.span(holder, area), scene.grammar.span(item.first, item.last)]),
            confidence=CONFIDENCE, method=METHOD, basis=("state: from the verb before",), **known,
        ),
        holder=scene.who(holder), area=places or scene.where(predicate).items, state=item.frame.control.state,
    )  # fmt: skip
