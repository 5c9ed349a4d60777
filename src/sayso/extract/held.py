"""Who holds what: frames that tell of a change of hands, and adjectives such as "rebel-held"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.codebook import ControlRule
from sayso.extract.compounds import compounds
from sayso.extract.framing import Framed
from sayso.extract.scene import Scene
from sayso.parse import conjuncts, prepositional
from sayso.records import Control, tidy
from sayso.records.claims import ControlState

METHOD = "held"
CONFIDENCE, COMPOUND_CONFIDENCE = 0.75, 0.7
HELD_WORDS: dict[str, ControlState] = {
    "held": "held", "controlled": "held", "occupied": "held", "ruled": "held", "run": "held", "administered": "held",
    "besieged": "besieged", "encircled": "besieged", "contested": "contested", "governed": "held",
}  # fmt: skip
SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per\s?cent)")
PARTS = frozenset("area part district neighborhood neighbourhood quarter half territory swath stretch pocket position outskirt edge rest village town".split())


def find_control(scene: Scene, framed: Sequence[Framed]) -> tuple[Control, ...]:
    """Framed clauses in, claims of control out."""
    by_frame = [claim for item in framed if item.frame.control is not None for claim in _by_frame(scene, item, item.frame.control)]
    return (*by_frame, *_by_compound(scene))


def _by_frame(scene: Scene, item: Framed, rule: ControlRule) -> Iterator[Control]:
    tokens = [t for slot in rule.area for t in _slot(item, slot)] + list(item.grounds)
    area = tuple(dict.fromkeys(place for token in tokens for place in area_of(scene, token)))
    roles = {"actor": item.actors, "recipient": tuple(t for t in item.recipients if t not in scene.setting.places)}
    holder = scene.who(*roles.get(rule.holder or "", ()))
    other = tuple(i for i in scene.who(*roles.get(rule.other or "", ())) if i not in holder)
    if not area and not holder:
        return
    grammar, predicate = scene.grammar, item.clause.predicate
    spans = [grammar.span(item.first, item.last), *(grammar.subtree(t) for t in (*item.actors, *tokens) if grammar.sentence_of[t] == grammar.sentence_of[predicate])]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    evidence = ((start, end),) if end - start < 390 else (spans[0],)
    known = {"where": area} if area else {}
    yield Control(
        **scene.common(predicate, evidence=evidence, confidence=CONFIDENCE, method=f"{METHOD}/{item.frame.name}", **known),
        holder=holder, other=other, area=area, state=rule.state, share=_share(scene, evidence[0]),
    )  # fmt: skip


def _slot(item: Framed, slot: str) -> tuple[int, ...]:
    if slot in ("actor", "recipient"):
        return item.actors if slot == "actor" else item.recipients
    return item.clause.slots.get(slot, ())


def area_of(scene: Scene, token: int) -> tuple[str, ...]:
    """The places that a noun phrase names: sites behind "including", else itself, else what it is a part of."""
    grammar = scene.grammar
    named = [t for child in (token, *_inner(scene, token)) for t in prepositional(grammar, child, "including")]
    if sites := scene.place(*named):
        return sites
    if own := scene.place(*conjuncts(grammar, token)):
        return own
    return scene.place(*_inner(scene, token))


def _inner(scene: Scene, token: int) -> tuple[int, ...]:
    return prepositional(scene.grammar, token, "of", "in", "around", "over", "near", "across")


def _share(scene: Scene, span: tuple[int, int]) -> float | None:
    match = SHARE.search(scene.reading.text, *span)
    return float(match[1]) if match else None


def _by_compound(scene: Scene) -> Iterator[Control]:
    """"The rebel-held east", "Islamic State-controlled areas": who stands before the hyphen holds what comes behind."""
    for compound in compounds(scene.reading, frozenset(HELD_WORDS)):
        holder = scene.who(compound.owner)
        area = area_of(scene, compound.noun)
        if holder and area:
            evidence = (scene.grammar.span(compound.first, max(compound.noun, compound.participle)),)
            yield Control(
                **scene.common(compound.noun, evidence=tidy(evidence), confidence=COMPOUND_CONFIDENCE, method=f"{METHOD}/compound", where=area, realis="happened"),
                holder=holder, area=area, state=HELD_WORDS[scene.grammar.lowers[compound.participle].rsplit("-", 1)[-1]],
            )  # fmt: skip
