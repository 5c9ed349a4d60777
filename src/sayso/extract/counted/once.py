"""One claim for a number that is told again: more evidence, the body's wording, the fuller description."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from sayso.extract.scene import Scene
from sayso.records import Figure, tidy

WEAK = frozenset((None, "people", "mixed"))
TELLING = 3
"""From this number on two equal numbers of one measure are taken for the same people, however these are called."""

SO_FEW = 2
"""Up to this number places that were worked out tell people apart, too."""
FEW = 9
"""Up to this number equal numbers are a coincidence sooner than a repeat."""
PHRASE = 4
"""Tokens from the first of a number's phrase in which its noun stands."""
LISTED = "counted/listed"
"""How the lines of a list are counted: each counts its own people."""
REACH = 50
"""Equal numbers back among which a repeated one is looked for."""


def told_once(scene: Scene, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Repeats of a figure by the same speaker, and headlines that the body tells, become one."""
    kept: list[Figure] = []
    by_value: dict[tuple, list[int]] = defaultdict(list)
    for figure in figures:
        value = figure.low or figure.best or figure.high
        key = (figure.measure, figure.unit == "percent", value, figure.realis, figure.background)
        at = next((at for at in by_value[key][-REACH:] if _same(scene, kept[at], figure)), None)
        if at is None:
            by_value[key].append(len(kept))
            kept.append(figure)
        else:
            kept[at] = _merged(scene, kept[at], figure)
    return tuple(kept)


def _same(scene: Scene, one: Figure, other: Figure) -> bool:
    if (one.modifier == "vague") != (other.modifier == "vague"):
        return False
    if LISTED in (one.method, other.method) or not _fits(one, other) or _beside_each_other(scene, one, other):
        return False
    if _is_range(one) != _is_range(other) or not _are_alike_few(one, other):
        return False
    if _in_headline(scene, one) or _in_headline(scene, other):
        return True
    same_value = (one.low, one.best, one.high, one.modifier) == (other.low, other.best, other.high, other.modifier)
    return (
        same_value and one.utterance == other.utterance and _same_days(one, other) and _same_places(scene, one, other)
    )


def _is_range(figure: Figure) -> bool:
    """ "Between six and nine" is no six, whoever told either."""
    return figure.low is not None and figure.high is not None and figure.low != figure.high


def _are_alike_few(one: Figure, other: Figure) -> bool:
    """One of those told of before is not the one whom another sentence tells of: few are told again as what they
    were."""
    value = one.low or one.best or one.high or 0
    return value > SO_FEW or one.nature == other.nature


def _beside_each_other(scene: Scene, one: Figure, other: Figure) -> bool:
    """As in "two doctors and two nurses": equal numbers that are joined count each its own people."""
    grammar, starting = scene.grammar, scene.reading.token_starting
    first, second = (starting[figure.span[0]] for figure in (one, other))
    if first == second or grammar.sentence_of[first] != grammar.sentence_of[second]:
        return False
    tops = [[t for t in range(at, at + PHRASE) if t < len(grammar)] for at in (first, second)]
    return any(grammar.deps[t] == "conj" and grammar.heads[t] in tops[0] for t in tops[1])


def _fits(one: Figure, other: Figure) -> bool:
    """Whether the two can be the same people: the same group, or one left open where the number is telling."""
    value = one.low or one.best or one.high or 0
    if one.group == other.group:
        return not (one.party and other.party) or set(one.party) == set(other.party)
    return value >= TELLING and (one.group in WEAK or other.group in WEAK) and one.modifier != "vague"


def _same_days(one: Figure, other: Figure) -> bool:
    if one.when is None or other.when is None or "stated" not in (one.when.basis, other.when.basis):
        return True
    return (one.when.start, one.when.end) == (other.when.start, other.when.end)


def _same_places(scene: Scene, one: Figure, other: Figure) -> bool:
    """Whether both can be of one place: few people whom the words put into two places are not the same."""
    value = one.low or one.best or one.high or 0
    inferred = value > SO_FEW and any(step.startswith("where:") for step in (*one.basis, *other.basis))
    if value > FEW or inferred:
        return True
    nesting, shared = scene.setting.nesting, {*one.where} & {*other.where}
    apart = one.where and other.where and not shared
    return not apart or bool(nesting.within(one.where, other.where) or nesting.within(other.where, one.where))


def _in_headline(scene: Scene, figure: Figure) -> bool:
    return scene.reading.block_kind(scene.reading.token_starting[figure.span[0]]) == "headline"


def _merged(scene: Scene, one: Figure, other: Figure) -> Figure:
    """The body's wording; what it leaves open from the other."""
    body, rest = (other, one) if _in_headline(scene, one) else (one, other)
    told = rest if body.group in WEAK and rest.group not in WEAK else body
    return msgspec.structs.replace(
        body, group=told.group, party=body.party or rest.party, perpetrator=body.perpetrator or rest.perpetrator,
        event=body.event or rest.event, where=_finer(scene, body.where, rest.where), when=body.when or rest.when,
        confidence=max(body.confidence, rest.confidence), evidence=tidy((*body.evidence, *rest.evidence)),
    )  # fmt: skip


def _finer(scene: Scene, told: tuple[str, ...], also: tuple[str, ...]) -> tuple[str, ...]:
    """The places of one telling; where another one gives a place that lies in these, that one."""
    return scene.setting.nesting.within(told, also) or told or also
