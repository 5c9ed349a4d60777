"""What is told of control twice is one claim: by a verb and its noun, or again in the same report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.records import Control, tidy

METHOD = "held"
CONTROL_NOUN = "control_noun"
MOST_EVIDENCE = 6


def told_once(claims: Iterable[Control]) -> Iterator[Control]:
    """One claim where a verb and its noun ("is under siege") tell the same, the one that names the holder first."""
    kept: list[Control] = []
    for claim in sorted(claims, key=lambda claim: (not claim.holder, not claim.other, claim.evidence[0])):
        same = next((at for at, other in enumerate(kept) if _same(claim, other)), None)
        if same is None:
            kept.append(claim)
        elif claim.other and not kept[same].other and claim.state == kept[same].state:
            kept[same] = msgspec.structs.replace(
                kept[same], other=tuple(i for i in claim.other if i not in claim.holder)
            )
    yield from _with_evidence(sorted(kept, key=lambda claim: claim.evidence[0]))


def _with_evidence(claims: Iterable[Control]) -> Iterator[Control]:
    """What is told again in the same words of the same place is one claim with more evidence."""
    told: dict[tuple[Any, ...], Control] = {}
    for claim in claims:
        who = (claim.holder, claim.other, claim.area, claim.state, claim.share)
        days = (claim.when.start, claim.when.end) if claim.when is not None else None
        key = (*who, claim.realis, claim.utterance, days) if claim.area else (claim.evidence,)
        first = told.get(key)
        spans = tidy((*first.evidence, *claim.evidence))[:MOST_EVIDENCE] if first is not None else ()
        told[key] = msgspec.structs.replace(first, evidence=spans) if first is not None else claim
    yield from told.values()


def _same(one: Control, other: Control) -> bool:
    if not any(start < last and first < end for start, end in one.evidence for first, last in other.evidence):
        return False
    same_area = one.area == other.area
    apart = bool(one.area and other.area and not set(one.area) & set(other.area))
    of_its_noun = same_area and one.method == f"{METHOD}/{CONTROL_NOUN}" and other.method != one.method
    same_holder = one.holder == other.holder and (one.state == other.state or of_its_noun)
    return (same_holder and not apart) or (not one.holder and same_area and (one.state == other.state or of_its_noun))
