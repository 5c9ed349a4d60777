"""Who holds what: frames that tell of a change of hands, and adjectives such as "rebel-held"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.codebook import ControlRule
from sayso.extract.compounds import compounds
from sayso.extract.framing import Framed
from sayso.extract.held_area import Area, area_of, area_of_slot, share_of
from sayso.extract.scene import Scene
from sayso.extract.status import Status
from sayso.records import Control, Span, tidy
from sayso.records.claims import ControlState

METHOD = "held"
CONFIDENCE, COMPOUND_CONFIDENCE = 0.75, 0.7
LONGEST_EVIDENCE = 390
HELD_WORDS: dict[str, ControlState] = {
    "held": "held", "controlled": "held", "occupied": "held", "ruled": "held", "run": "held", "administered": "held",
    "besieged": "besieged", "encircled": "besieged", "contested": "contested", "governed": "held", "seized": "gained",
    "dominated": "held",
}  # fmt: skip
POWERS = frozenset(("state", "state_force", "armed_group", "coalition", "intergovernmental", "political", "ethnic", "other", "person"))
"""The kinds of those who can hold a place; civilians, aid groups and media cannot."""
LASTING = frozenset(("still", "continue", "remain", "keep"))
STATIVE = frozenset(("occupy", "blockade", "encircle"))
"""Verbs of taking that in the plain present tell of holding."""
MOVING = frozenset(("raise_flag", "drive_into", "withdraw_troops", "fighters_leave"))
"""Frames of coming and going: men who are counted come and go without a place changing hands."""


def find_control(scene: Scene, framed: Sequence[Framed]) -> tuple[Control, ...]:
    """Clauses read by frames with a rule of control in, claims of control out, each change of hands once a sentence."""
    by_frame = [claim for item in framed if item.frame.control is not None for claim in _by_frame(scene, item, item.frame.control)]
    return tuple(_once((*by_frame, *_by_compound(scene))))


def _once(claims: Iterable[Control]) -> Iterator[Control]:
    """One claim where a verb and its noun ("is under siege") or two compounds tell the same."""
    kept: list[Control] = []
    for claim in claims:
        if not any(_same(claim, other) for other in kept):
            kept.append(claim)
            yield claim


def _same(one: Control, other: Control) -> bool:
    (start, end), (first, last) = one.evidence[0], other.evidence[0]
    agree = one.holder == other.holder or not one.holder or not other.holder
    return agree and one.state == other.state and start < last and first < end


def _by_frame(scene: Scene, item: Framed, rule: ControlRule) -> Iterator[Control]:
    area = area_of_slot(scene, item, rule)
    if area is None or not _tells_of_holding(scene, item):
        return
    status = scene.status(item.clause.predicate)
    holder, other = _sides(scene, item, rule, area)
    if _only_tried(item, status) or (rule.state == "held" and not holder):
        return
    known = {"where": area.places} if area.places else {}
    evidence = _evidence(scene, item, area)
    places = area.places or scene.where(item.clause.predicate).items
    yield Control(
        **scene.common(
            item.clause.predicate, evidence=(evidence,), confidence=CONFIDENCE, method=f"{METHOD}/{item.frame.name}",
            basis=() if area.places else ("area: where the clause is set",), **known,
        ),
        holder=holder, other=other, area=places, state=_state(scene, item, rule), share=share_of(scene, area),
    )  # fmt: skip


def _tells_of_holding(scene: Scene, item: Framed) -> bool:
    """Not where counted men come and go, nor where the noun stands in a name or a heading."""
    grammar, predicate = scene.grammar, item.clause.predicate
    if item.frame.name in MOVING and any(_is_counted(scene, t) for t in item.actors):
        return False
    return not (item.clause.kind == "nominal" and (scene.in_name(predicate) or grammar.deps[predicate] == "compound"))


def _is_counted(scene: Scene, token: int) -> bool:
    grammar = scene.grammar
    inner = [t for c in grammar.children[token] if grammar.lowers[c] == "of" for t in grammar.children[c]]
    return any(grammar.deps[c] == "nummod" for t in (token, *inner) for c in grammar.children[t])


def _only_tried(item: Framed, status: Status) -> bool:
    """"Fighting to seize the town", "an attempt to retake it": what is only aimed at is no claim of control."""
    aimed = item.clause.how in ("infinitive", "purpose")
    return aimed and status.realis not in ("demanded", "negated", "ongoing") and not (status.realis == "planned" and status.steps)


# -- who ----------------------------------------------------------------------------------------------------------------
def _sides(scene: Scene, item: Framed, rule: ControlRule, area: Area) -> tuple[tuple[str, ...], tuple[str, ...]]:
    holder = _powers(scene, item, rule.holder, area)
    if item.frame.two_sided:
        holder = tuple(dict.fromkeys((*holder, *_powers(scene, item, rule.other, area))))
        return holder, holder[1:]
    return holder, tuple(i for i in _powers(scene, item, rule.other, area) if i not in holder)


def _powers(scene: Scene, item: Framed, role: str | None, area: Area) -> tuple[str, ...]:
    """Ids of those in a role who can hold a place. What is fought over is none of them."""
    tokens = {"actor": item.actors, "recipient": item.recipients}.get(role or "", ())
    return scene.who(*(t for t in tokens if t not in area.tokens and t not in scene.setting.places and scene.kind(t) in POWERS))


def _state(scene: Scene, item: Framed, rule: ControlRule) -> ControlState:
    """"Still occupy", "occupies": who has taken a place and has not left it holds it."""
    if rule.state != "gained":
        return rule.state
    grammar, clause = scene.grammar, item.clause
    lasting = any(grammar.lemmas[c] in LASTING for c in grammar.children[clause.predicate])
    plain = clause.tense == "present" and not clause.perfect and clause.modal is None and clause.lemma in STATIVE
    return "held" if lasting or plain else "gained"


# -- the words ------------------------------------------------------------------------------------------------------------
def _evidence(scene: Scene, item: Framed, area: Area) -> Span:
    grammar, predicate = scene.grammar, item.clause.predicate
    trigger = grammar.span(item.first, item.last)
    here = [t for t in (*item.actors, *area.tokens) if grammar.sentence_of[t] == grammar.sentence_of[predicate]]
    spans = [trigger, *(grammar.subtree(t) for t in here)]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return (start, end) if end - start < LONGEST_EVIDENCE else trigger


def _by_compound(scene: Scene) -> Iterator[Control]:
    """"The rebel-held east", "Islamic State-controlled areas": who stands before the hyphen holds what comes behind."""
    grammar = scene.grammar
    for compound in compounds(scene.reading, frozenset(HELD_WORDS)):
        area = area_of(scene, compound.noun)
        holder = scene.owner_in(compound.owner) if area else ()
        if not holder or not area:
            continue
        evidence = grammar.span(compound.first, max(compound.noun, compound.participle))
        yield Control(
            **scene.common(compound.noun, evidence=tidy([evidence]), confidence=COMPOUND_CONFIDENCE, method=f"{METHOD}/compound", where=area, realis="happened"),
            holder=holder, area=area, state=HELD_WORDS[grammar.lowers[compound.participle].rsplit("-", 1)[-1]],
        )  # fmt: skip
