"""Whose deed a noun tells: "the army's arrest of nine men" was the army's doing, "Bazoum's arrest" was not Bazoum's."""

from __future__ import annotations

from collections.abc import Callable

from sayso.codebook import Frame

SUFFERED = "whose"
"""The name, in a frame's slots of a noun, of an owner who suffers what the noun tells."""
OBJECTS = ("of", "on", "against")
Slots = dict[str, tuple[int, ...]]


def with_whose(
    slots: Slots, frame: Frame, *, is_individual: Callable[[int], bool], is_taken: Callable[[int], bool]
) -> Slots:
    """The slots of a noun, its owner moved from `poss` to `whose` where they suffer it: somebody else did it ("the
    town's shelling by the army"), or it is done to people one by one ("her release"); to `of` where it is what changes
    hands ("its capture by the rebels")."""
    owners = slots.get("poss", ())
    if not owners or any(slots.get(slot) for slot in OBJECTS):
        return slots
    if frame.control is not None and not slots.get("of") and all(is_taken(owner) for owner in owners):
        return {"of": owners, **{slot: fillers for slot, fillers in slots.items() if slot != "poss"}}
    one_by_one = SUFFERED in frame.noun_slots.recipient and all(is_individual(owner) for owner in owners)
    if not one_by_one and not slots.get("by"):
        return slots
    return {SUFFERED: owners, **{slot: fillers for slot, fillers in slots.items() if slot != "poss"}}
