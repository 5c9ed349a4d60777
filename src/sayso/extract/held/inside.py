"""Who is besieged: the garrison that is named, or whoever is told nearby to hold the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.extract.scene import Scene
from sayso.extract.who.refer import ARMED
from sayso.records import Control, tidy

GARRISONS = frozenset(
    ("garrison", "base", "headquarters", "barracks", "camp", "position", "outpost", "post", "airbase")
)
OWNERS = frozenset((*ARMED, "state", "coalition"))
NEARBY = 250
"""Characters."""
BASIS = "holder: from who is told to hold the place"


def garrison(scene: Scene, token: int) -> int:
    """ "The army garrison is encircled", "surrounded the army's base", "the army base in Kaya, encircled by": those
    inside, where the words name them."""
    grammar, within = scene.grammar, scene.grammar.heads[token]
    if grammar.deps[token] == "pobj" and grammar.lowers[within] in ("in", "at"):
        token = grammar.heads[within] if grammar.lemmas[grammar.heads[within]] in GARRISONS else token
    if grammar.lemmas[token] not in GARRISONS:
        return token
    before = (c for c in grammar.children[token] if grammar.deps[c] in ("compound", "poss", "nmod"))
    return next((c for c in before if scene.kind(c) in OWNERS), token)


def with_those_inside(claims: Sequence[Control]) -> Iterator[Control]:
    """ "Palmyra, held by the rebels, is encircled by the army": the rebels are besieged there."""
    holding = [claim for claim in claims if claim.state == "held" and claim.realis in ("happened", "ongoing")]
    for claim in claims:
        asked = claim.state == "besieged" and not claim.holder and claim.area and holding
        inside = _inside(claim, holding) if asked else None
        yield claim if inside is None else _told_with(claim, inside)


def _inside(siege: Control, holding: Iterable[Control]) -> Control | None:
    """What tells of the one side beside the besieger that holds the place; nothing where several do."""
    near = [
        claim
        for claim in holding
        if set(claim.area) & set(siege.area) and not set(claim.holder) & set(siege.other)
        if abs(claim.evidence[0][0] - siege.evidence[0][0]) < NEARBY and not _was_over(claim, siege)
    ]
    return near[0] if len({claim.holder for claim in near}) == 1 else None


def _was_over(held: Control, siege: Control) -> bool:
    """ "Held the town for half a day in May": before the siege that is told of, or up to another day."""
    days, of_siege = held.when, siege.when
    told = of_siege and (of_siege.end or of_siege.start)
    return bool(days and told and days.end and days.end < told)


def _told_with(siege: Control, inside: Control) -> Control:
    evidence = tidy((*siege.evidence, *inside.evidence))
    return msgspec.structs.replace(siege, holder=inside.holder, evidence=evidence, basis=(*siege.basis, BASIS))
