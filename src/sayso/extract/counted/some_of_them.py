"""Of whom "nine of them" are nine: the last people counted before, or those whom the pronoun means."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.codebook import load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.quantities import size_of
from sayso.extract.scene import Scene

SENTENCES_BACK = 2


def hang_on_those_before(scene: Scene, items: Sequence[Counted]) -> None:
    """ "Police held 12 students. Nine of them were freed": sets the whole of such numbers that have none."""
    ordered = sorted(items, key=lambda item: item.quantity.number)
    for at, item in enumerate(ordered):
        if item.whole is None and not item.quantity.percent and pronoun_of(scene, item) is not None:
            item.whole = next((one.whole or one for one in reversed(ordered[:at]) if _may_hold(scene, one, item)), None)


def pronoun_of(scene: Scene, item: Counted) -> int | None:
    """The "them" of "nine of them"; None where no pronoun stands behind the number."""
    grammar, at = scene.grammar, item.quantity.last + 1
    if grammar.lowers[at : at + 1] != ["of"] or at + 1 >= len(grammar):
        return None
    return at + 1 if grammar.lowers[at + 1] in load_codebook().measures.wholes else None


def are_who_did_it(scene: Scene, item: Counted, pronoun: int) -> bool:
    """ "The troops killed 17 of them": whoever does it to them is none of them, whatever the pronoun was taken for."""
    clause = scene.clause(item.quantity.number)
    doers = clause.slots.get("subject", ()) if clause is not None and not clause.passive else ()
    if clause is None or item.head in doers or item.quantity.number in doers:
        return False
    return bool({*scene.parties(*doers)} & {*scene.parties(pronoun)})


def _may_hold(scene: Scene, whole: Counted, item: Counted) -> bool:
    grammar, quantity = scene.grammar, whole.quantity
    here, there = grammar.sentence_of[item.quantity.number], grammar.sentence_of[quantity.number]
    near = here - there <= SENTENCES_BACK and grammar.block_of[here] == grammar.block_of[there]
    people = not whole.measure.startswith(("structures", "attacks", "area")) and not quantity.percent
    return near and people and size_of(quantity) >= size_of(item.quantity)
