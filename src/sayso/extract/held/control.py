"""Who holds what: frames that tell of a change of hands, and adjectives such as "rebel-held"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.codebook import ControlRule
from sayso.extract.compounds import compounds
from sayso.extract.framing.framer import Framed, Framer
from sayso.extract.held.area import GROUND_CLASSES, Area, area_of, area_of_slot, is_unknown_name, phrase_nouns, share_of
from sayso.extract.held.asides import control_by_aside
from sayso.extract.held.gaps import control_by_gap
from sayso.extract.held.inside import garrison, with_those_inside
from sayso.extract.held.once import CONTROL_NOUN, METHOD, told_once
from sayso.extract.phrase import no_longer
from sayso.extract.scene import Scene
from sayso.extract.who.refer import ARMED
from sayso.parse import Clause, prepositional
from sayso.records import Control, Span, tidy
from sayso.records.claims import ControlState

CONFIDENCE, COMPOUND_CONFIDENCE = 0.75, 0.7
LONGEST_EVIDENCE, NEAR = 390, 25
HELD_WORDS: dict[str, ControlState] = {
    "held": "held", "controlled": "held", "occupied": "held", "ruled": "held", "run": "held", "administered": "held",
    "besieged": "besieged", "encircled": "besieged", "contested": "contested", "governed": "held", "dominated": "held",
}  # fmt: skip
POWERS = frozenset(
    ("state", "state_force", "armed_group", "coalition", "intergovernmental", "political", "ethnic", "other", "person")
)
"""The kinds of those who can hold a place; civilians, aid groups and media cannot."""
WEAK = frozenset(("civilians", "people", "ngo", "media"))
SIDES = frozenset(
    (
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "half",
        "bank",
        "interior",
        "side",
    )
)
"""Parts of the country or town that is spoken of: "the Houthi-held north"."""
LASTING = frozenset(("still", "continue", "remain", "keep"))
ENCIRCLED = frozenset(("encircled", "besieged", "surrounded", "blockaded"))
STATIVE = frozenset(("occupy", "blockade", "encircle"))
"""Verbs of taking that in the plain present tell of holding."""
DATED = frozenset(("in", "on", "during"))
"""What tells when a town "occupied by the army" was taken; else it is held."""
LENGTHS = frozenset(("year", "month", "week", "day", "decade", "hour", "time", "while", "part", "most", "much"))
PAST = frozenset(("former", "onetime", "erstwhile", "ex", "once", "formerly", "previously"))
BEYOND = frozenset(("outside", "beyond"))
LIFTING = frozenset(("lift", "break", "end", "relieve", "raise"))
FLEEING = frozenset(
    ("flee", "evade", "escape", "retreat", "withdraw", "disperse", "scatter", "avoid", "elude", "dodge")
)
FIGHTING = frozenset(
    ("fight", "fighting", "battle", "struggle", "war", "combat", "contest", "clash", "vie", "compete", "race", "tussle")
)
"""What is done for control of a place while nobody has it."""
MOVING = frozenset(("raise_flag", "drive_into", "withdraw_troops", "fighters_leave"))
"""Frames of coming and going: men who are counted come and go without a place changing hands."""

ENTERING = frozenset(
    ("enter_place", "drive_into", "remain_in_place", "fighters_leave", "contest_place", "battle_for_place")
)
"""Frames that tell of control only where a place is smaller than a country."""

FALL_NOUN = "fall_noun"
"""Rulers fall as well as towns: a name that is no known place may be theirs."""


def find_control(scene: Scene) -> tuple[Control, ...]:
    """The claims of control of a report, each told once."""
    told = list(control_framer(scene).of_control())
    rows = [claim for item in told for by in (_by_frame, control_by_gap) for claim in by(scene, item)]
    rows += (*_by_compound(scene), *_by_adjective(scene), *control_by_aside(scene))
    return tuple(with_those_inside(tuple(told_once(rows))))


def control_framer(scene: Scene) -> Framer:
    """Fits frames to clauses of holding. An unknown name may be a place here: villages are seldom in a gazetteer."""
    return Framer(
        scene.reading,
        is_party=lambda token: scene.kind(token) is not None,
        is_person=lambda token: scene.kind(token) == "person",
        is_place=lambda token: token in scene.setting.places or is_unknown_name(scene, token),
    )


def _by_frame(scene: Scene, item: Framed) -> Iterator[Control]:
    rule, predicate = item.frame.control, item.clause.predicate
    area = area_of_slot(scene, item, rule)
    if area is None or _only_passing(scene, item, area) or _only_tried(scene, item) or _is_asked(scene, item):
        return
    holder, other = _sides(scene, item, rule, area)
    state = _state(scene, item, rule)
    if not _can_be_told(scene, item, state, area, sides=(*holder, *other)):
        return
    places = area.places or (() if area.is_named else _around(scene, item))
    inferred = ("area: where the clause is set",) if places and not area.places else ()
    known: dict[str, Any] = {"where": area.places} if area.places or (rule.state == "held" and not places) else {}
    if rule.state == "held" and state == "contested":
        known["realis"], holder = "ongoing", ()
    if state == "besieged" and no_longer(scene.grammar, item.clause.verb):
        known["realis"] = "negated"
    elif state == "besieged" and (lifting := _lifting(scene, item)) is not None:
        known["realis"] = "negated" if _is_lifted(scene, lifting) else "happened"
    yield Control(
        **scene.common(
            predicate, evidence=_evidence(scene, item, area), confidence=CONFIDENCE,
            method=f"{METHOD}/{item.frame.name}", basis=inferred, **known,
        ),
        holder=holder, other=other, area=places, state=state, share=share_of(scene, area),
    )  # fmt: skip


def _lifting(scene: Scene, item: Framed) -> Clause | None:
    """The clause of "broke the siege of the town", "the blockade was lifted", "tried to break it"."""
    clause = scene.reading.clause_at.get(item.clause.governor) if item.clause.kind == "nominal" else None
    return clause if clause is not None and clause.lemma in LIFTING else None


def _is_lifted(scene: Scene, lifting: Clause) -> bool:
    """Whether the place is besieged no more; as long as it is only tried or demanded, it is."""
    undone = lifting.negated or lifting.how in ("infinitive", "purpose")
    return not undone and scene.status(lifting.predicate).realis == "happened"


# -- what is no claim of control -------------------------------------------------------------------------------------
def _can_be_told(scene: Scene, item: Framed, state: ControlState, area: Area, *, sides: tuple[str, ...]) -> bool:
    """Holding needs a holder; any other change somebody, or a named place that went to no one who cannot hold it."""
    lost_to = item.frame.name == "lose_place" and item.actors
    if area.is_theirs and state == "lost" and not lost_to and share_of(scene, area) is None:
        return False
    if sides or state == "held":
        return bool(sides)
    tokens = (*item.actors, *(item.recipients if state == "lost" else ()))
    by_name = area.is_named or any(_is_called(scene, t) for t in area.tokens)
    named = area.places or (by_name and item.frame.name != FALL_NOUN)
    named = named or (item.frame.name == "fall" and _around(scene, item))
    return bool(named) and not any(scene.kind(t) in WEAK and scene.how(t) != "by pronoun" for t in tokens)


def _is_called(scene: Scene, token: int) -> bool:
    """ "The Zabalka quarter": ground with a name before it."""
    parts = scene.grammar.children[token]
    return any(scene.grammar.deps[c] == "compound" and is_unknown_name(scene, c) for c in parts)


def _only_passing(scene: Scene, item: Framed, area: Area) -> bool:
    """Counted men who come and go, men who come into a country; a verb whose particle gives it another sense ("ruled
    out"); "an abandoned school"; a noun in a name."""
    grammar, predicate = scene.grammar, item.clause.predicate
    if item.frame.name in MOVING and any(_is_counted(scene, t) for t in item.actors):
        return True
    if item.frame.name in ENTERING and area.places and all(_is_country(scene, place) for place in area.places):
        return True
    above = scene.reading.clause_at.get(item.clause.governor) if item.frame.name == "drive_into" else None
    if above is not None and above.lemma in FLEEING:
        return True
    lemma, known = item.clause.lemma, item.frame.verbs
    if lemma == "abandon" and grammar.deps[predicate] == "amod":
        return True
    of_frame = any(verb == lemma or verb.startswith(f"{lemma} ") for verb in known)
    if " " in lemma and not of_frame and item.frame.control.state == "held":
        return True
    return item.clause.kind == "nominal" and (scene.in_name(predicate) or grammar.deps[predicate] == "compound")


def _is_country(scene: Scene, place: str) -> bool:
    known = scene.setting.nesting.places.get(place)
    return known is not None and known.kind == "country"


def _is_counted(scene: Scene, token: int) -> bool:
    grammar = scene.grammar
    inner = [t for c in grammar.children[token] if grammar.lowers[c] == "of" for t in grammar.children[c]]
    return any(grammar.deps[c] == "nummod" for t in (token, *inner) for c in grammar.children[t])


def _only_tried(scene: Scene, item: Framed) -> bool:
    """What is only aimed at is no claim of control: "fighting to seize the town", "has yet to enter it"."""
    clause, status = item.clause, scene.status(item.clause.predicate)
    if clause.negated and any(scene.grammar.lowers[c - 1] == "yet" for c in scene.grammar.children[clause.verb]):
        return True
    if clause.how not in ("infinitive", "purpose") or status.realis in ("demanded", "negated", "ongoing"):
        return False
    if status.realis == "happened" and clause.how == "infinitive":
        return scene.grammar.tags[clause.governor or 0][0] != "V"
    return not (status.realis == "planned" and status.steps)


def _is_asked(scene: Scene, item: Framed) -> bool:
    """ "Who controls the port?": nobody is told to."""
    grammar, asked = scene.grammar, (t for t in scene.grammar.children[item.clause.verb] if t < item.clause.verb)
    after = grammar.sentences[grammar.sentence_of[item.clause.verb]][1]
    words = (t for c in asked for t in (c, *grammar.children[c]))
    return grammar.words[after - 1] == "?" and any(grammar.tags[t] in ("WP", "WDT") for t in words)


# -- who -------------------------------------------------------------------------------------------------------------
def _sides(scene: Scene, item: Framed, rule: ControlRule, area: Area) -> tuple[tuple[str, ...], tuple[str, ...]]:
    holder, other = _powers(scene, item, rule.holder, area), _powers(scene, item, rule.other, area)
    if item.frame.two_sided:
        both = tuple(dict.fromkeys((*holder, *other)))
        return both[:1], both[1:]
    return holder, tuple(i for i in other if i not in holder)


def _powers(scene: Scene, item: Framed, role: str | None, area: Area) -> tuple[str, ...]:
    """Ids of those in a role who can hold a place. What is fought over is none of them."""
    named = {"actor": item.actors, "recipient": item.recipients}.get(role or "", ())
    rule = item.frame.control
    owning = role is not None and (role == rule.holder or (rule.state == "besieged" and role == rule.other))
    fillers = named or (_owners(scene, item) if owning else ())
    inside = rule.state == "besieged" and role == rule.holder
    fillers = tuple(garrison(scene, t) for t in fillers) if inside else fillers
    tokens = [t for t in fillers if t not in area.tokens or (inside and scene.kind(t) in ARMED)]
    places = [t for t in tokens if t in scene.setting.places]
    tokens = [_owner_of_unknown(scene, t) for t in tokens if t not in places]
    people = [t for t in tokens if scene.kind(t) in POWERS]
    adjectives = [t for t in tokens if scene.grammar.tags[t] == "JJ"]
    owners = (i for t in adjectives for i in scene.owner_in(t))
    states = () if people else scene.state(*places)
    return tuple(dict.fromkeys((*scene.who(*people), *states, *owners)))


def _owner_of_unknown(scene: Scene, token: int) -> int:
    """ "UPC elements", "army positions": a head that is nobody stands for the party before it."""
    if scene.kind(token) is not None:
        return token
    grammar = scene.grammar
    named = (c for c in grammar.children[token] if grammar.deps[c] in ("compound", "nmod", "poss") and scene.kind(c))
    return next(named, token)


def _owners(scene: Scene, item: Framed) -> tuple[int, ...]:
    """Whose the noun of the phrase is: "served as an Eritrean base", "is under Houthi control"."""
    grammar = scene.grammar
    owners, nouns = ("amod", "compound", "poss", "nmod"), phrase_nouns(scene, item)
    before = [c for noun in nouns for c in grammar.children[noun] if grammar.deps[c] in owners]
    return (*before, *(t for noun in nouns for t in prepositional(grammar, noun, "of", "for")))


def _state(scene: Scene, item: Framed, rule: ControlRule) -> ControlState:
    """Who has taken a place and has not left it holds it: "still occupy", "occupies".

    Who "no longer holds" it has lost it.
    """
    grammar, clause = scene.grammar, item.clause
    if rule.state == "held" and _of_nobody(clause):
        return "contested"
    if rule.state == "held" and no_longer(grammar, clause.verb):
        return "lost"
    if rule.state == "held" and any(grammar.lowers[c] in PAST for c in grammar.children[clause.verb]):
        return "lost"
    if item.frame.name == CONTROL_NOUN:
        return _state_behind(scene, clause.predicate)
    if rule.state != "gained":
        return rule.state
    lasting = any(grammar.lemmas[c] in LASTING for c in grammar.children[clause.predicate])
    lasting = lasting or (clause.lemma in STATIVE and _lasts(scene, clause))
    if grammar.deps[clause.predicate] == "amod" and clause.lemma in STATIVE:
        return "held"
    plain = clause.tense == "present" and not clause.perfect and clause.modal is None
    plain = plain or (grammar.deps[clause.predicate] == "acl" and clause.passive and DATED.isdisjoint(clause.slots))
    return "held" if lasting or (plain and clause.lemma in STATIVE) else "gained"


def is_only_held(scene: Scene, item: Framed) -> bool:
    """ "Had occupied the town for a year": what a side keeps all the time is taken no second time."""
    rule = item.frame.control
    known = rule is not None and rule.state == "gained" and item.clause.lemma in STATIVE
    return known and item.frame.type == "ASSAULT" and _state(scene, item, rule) == "held"


def _lasts(scene: Scene, clause: Clause) -> bool:
    """ "Occupied for three years", "has occupied since May", "occupied until March"."""
    lengths = (t for slot in ("for", "until", "till") for t in clause.slots.get(slot, ()))
    if {"until", "till"} & clause.slots.keys():
        return True
    return "since" in clause.slots or any(scene.grammar.lemmas[t] in LENGTHS for t in lengths)


def _of_nobody(clause: Clause) -> bool:
    """ "Neither side controls the town": it is contested."""
    return clause.nobody is not None and clause.nobody in clause.slots.get("subject", ())


def _state_behind(scene: Scene, token: int) -> ControlState:
    """What the words before "control" make of it: fought for it is contested, outside of it lost."""
    grammar, before = scene.grammar, scene.grammar.heads[token]
    if any(grammar.lowers[c] in PAST for c in grammar.children[token]):
        return "lost"
    if grammar.deps[token] != "pobj":
        return "held"
    if grammar.lowers[before] in BEYOND or grammar.lowers[before - 1 : before + 1] == ["out", "of"]:
        return "lost"
    above = grammar.heads[before]
    told = (above, *(c for c in grammar.children[above] if grammar.deps[c] == "nsubj"))
    fought = any(grammar.lemmas[t] in FIGHTING for t in told) and grammar.lowers[before] in ("for", "over")
    return "contested" if fought else "held"


# -- where, in which words -------------------------------------------------------------------------------------------
def _around(scene: Scene, item: Framed) -> tuple[str, ...]:
    """Where ground without a name lies: where the clause is set, if its own paragraph says so."""
    found = scene.where(item.clause.predicate)
    told = () if "paragraph" in found.how or "dateline" in found.how else found.items
    return tuple(place for place in told if place not in scene.setting.nesting.common)


def _evidence(scene: Scene, item: Framed, area: Area) -> tuple[Span, ...]:
    """The words of the deed with its area, and those of the holder: one stretch where they adjoin."""
    grammar, predicate = scene.grammar, item.clause.predicate
    sentence = grammar.sentence_of[predicate]
    spans = [grammar.span(item.first, item.last)]
    spans += [_short(scene, t) for t in area.tokens if grammar.sentence_of[t] == sentence]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    told = (start, end) if end - start < LONGEST_EVIDENCE else spans[0]
    actors = [scene.phrase(t) for t in item.actors if grammar.sentence_of[t] == sentence]
    first, last = actors[0] if len(actors) == 1 else told
    if 0 <= told[0] - last < NEAR:
        return ((first, told[1]),)
    return tidy([told, *actors])


def _short(scene: Scene, token: int) -> Span:
    """A noun phrase without the clauses that hang on it."""
    grammar = scene.grammar
    first, last = grammar.edges[token]
    for child in grammar.children[token]:
        if child > token and grammar.deps[child] in ("relcl", "acl", "advcl"):
            last = min(last, grammar.edges[child][0] - 1)
    while last > token and grammar.tags[last] in (",", ".", ":"):
        last -= 1
    return grammar.span(first, max(last, token))


def _by_compound(scene: Scene) -> Iterator[Control]:
    """Who stands before the hyphen holds what comes behind: "the rebel-held east", "Islamic State-controlled areas"."""
    grammar = scene.grammar
    for compound in compounds(scene.reading, frozenset(HELD_WORDS)):
        ground = grammar.lemmas[compound.noun] in SIDES
        area = area_of(scene, compound.noun) or scene.place(*_said_of(scene, compound.noun))
        area = area or (scene.where(compound.noun).items if ground else ())
        holder = scene.owner_in(compound.owner) if area or ground else ()
        if not holder:
            continue
        evidence = grammar.span(compound.first, max(compound.noun, compound.participle))
        yield Control(
            **scene.common(
                compound.noun, evidence=tidy([evidence]), confidence=COMPOUND_CONFIDENCE, method=f"{METHOD}/compound",
                where=area, realis="happened",
            ),
            holder=holder, area=area, state=HELD_WORDS[grammar.lowers[compound.participle].rsplit("-", 1)[-1]],
        )  # fmt: skip


def _said_of(scene: Scene, noun: int) -> tuple[int, ...]:
    """ "Sanaa, the Houthi-held capital": the name that it stands beside."""
    return (scene.grammar.heads[noun],) if scene.grammar.deps[noun] == "appos" else ()


def _by_whom(scene: Scene, token: int) -> tuple[str, ...]:
    return scene.who(*(t for t in prepositional(scene.grammar, token, "by") if scene.kind(t) in POWERS))


def _is_said_to_be(scene: Scene, token: int) -> bool:
    tag, dep = scene.grammar.tags[token], scene.grammar.deps[token]
    return (tag == "JJ" and dep in ("amod", "acomp")) or (tag == "VBN" and dep == "acomp")


def _by_adjective(scene: Scene) -> Iterator[Control]:
    """ "The encircled garrison in the town", "besieged Sarajevo", where the parse has an adjective."""
    grammar = scene.grammar
    for token in grammar.tokens_of(ENCIRCLED):
        noun = grammar.heads[token]
        if not _is_said_to_be(scene, token):
            continue
        below = [c for c in grammar.children[noun] if grammar.deps[c] in ("nsubj", "nsubjpass")]
        nouns = (noun,) if grammar.deps[token] == "amod" else tuple(below)
        inside = [t for t in nouns if scene.kind(t) in POWERS and t not in scene.setting.places]
        area = tuple(dict.fromkeys(place for t in nouns for place in area_of(scene, t))) or scene.where(token).items
        if area and (inside or any(t in scene.setting.places or scene.reading.is_a(t, *GROUND_CLASSES) for t in nouns)):
            yield Control(
                **scene.common(
                    token, evidence=tidy([grammar.span(min(token, *nouns), max(token, *nouns))]),
                    confidence=COMPOUND_CONFIDENCE, method=f"{METHOD}/adjective", where=area,
                ),
                holder=scene.who(*inside), other=_by_whom(scene, token), area=area, state="besieged",
            )  # fmt: skip
