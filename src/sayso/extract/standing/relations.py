"""Who stands with whom: backing, leading, belonging, arming, funding, opposing; as clauses and compounds say it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from sayso.codebook import load_codebook
from sayso.extract.phrase import no_longer
from sayso.extract.scene import Scene
from sayso.extract.standing.armed import is_supplied_with, weapons_of
from sayso.extract.standing.called import GROUPS
from sayso.extract.standing.compounded import by_compound
from sayso.extract.standing.given import ENDING, at_its_end, by_gift_or_bond
from sayso.extract.standing.mutual import against_each_other, is_what_for
from sayso.extract.standing.nouns import WITH_EACH_OTHER, in_nouns, listed_on
from sayso.extract.standing.owned import wings_by_name
from sayso.extract.standing.paired import in_a_row
from sayso.extract.standing.sides import (
    apposed,
    body_of,
    is_bare_force,
    is_one_man,
    is_one_of_a_nation,
    is_refused,
    named_behind,
    sent_by,
    sides_of,
    whose_means,
    whose_men,
)  # fmt: skip
from sayso.extract.standing.stated import BEARERS, FORCES, TOLD, Stated
from sayso.extract.standing.together import put_together
from sayso.parse import Clause, conjuncts, meant, prepositional
from sayso.records import Relation, tidy
from sayso.records.claims import Realis, RelationType

METHOD = "standing"
CONFIDENCE = {"compound": 0.85, "verb": 0.7, "noun": 0.65, "side": 0.65, "given": 0.65, "bond": 0.65}
BACKING = "backs"
AFTER_NAMES = frozenset((",", ")"))
EACH_OTHER = frozenset((("each", "other"), ("one", "another")))
STATES = frozenset(("government", "state", "country", "power", "nation", "backer", "ally"))
NAMELY = frozenset(("notably", "including", "namely", "particularly", "especially", "chiefly", "primarily", "mainly"))
LEADING_IN, WITH = ("in", "to", "on", "under", "into"), ("with",)
"""Prepositions before the noun of a phrase; who fights with somebody is on his side only if against another."""
TOGETHER: dict[RelationType, RelationType] = {"backs": "allied_with", "arms": "allied_with", "funds": "allied_with"}
"""What those are to each other who do it to each other."""
FIGHTING = frozenset(("fight", "operate", "serve", "battle"))
LED, GOVERNMENTS = (FORCES | {"media"}) - {"state", "other"}, frozenset(("government", "administration", "authority"))
MAKING, STRIVING = frozenset(("form", "create", "establish", "found")), frozenset(("fight", "battle", "combat"))
MAKING_UP = ("make", ("up",))
OF_MEN = frozenset(("leads", "part_of"))
RELIED_ON = BEARERS | {"religious", "ethnic", "political"}
RELYING, WORKING = frozenset(("rely", "depend", "lean")), frozenset(("work", "cooperate"))
MIGHT = frozenset(("survival", "protection", "security", "defence", "defense", "muscle", "power", "support"))
"""For what one relies on armed men who are on one's side."""
SIDES = BEARERS | {"state", "political"}
"""Those whose working together is an alliance: not the agencies that work with everybody."""
LEAVING = frozenset(
    ("go over", "defect", "desert", "cross over", "come over", "join", "rejoin", "sign up", "enlist", "split", "break",
     "break away", "fall out", "part", "switch", "merge", "turn")
)  # fmt: skip
"""What people do alone, and not for their party."""
LASTING = frozenset(("since", "for"))
ANSWERING = frozenset(("answer", "report"))
"""What men do to a state as well as to a group."""


class Fit(NamedTuple):
    """The relation that a clause tells, whether object and subject change places, and the object's tokens."""

    type: RelationType
    turned: bool
    objects: tuple[int, ...]


@cache
def _behind() -> dict[str, RelationType]:
    return {word: entry.type for entry in load_codebook().relations for word in entry.behind}


@cache
def _sides() -> frozenset[str]:
    return frozenset(word for entry in load_codebook().relations for word in entry.sides)


@cache
def _verbs() -> dict[str, list[tuple[tuple[str, ...], RelationType, bool]]]:
    table: dict[str, list[tuple[tuple[str, ...], RelationType, bool]]] = {}
    for entry in load_codebook().relations:
        for verb in entry.verbs:
            first, *further = verb.split()
            table.setdefault(first, []).append((tuple(further), entry.type, entry.reversed))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in table.items()}


def find_relations(scene: Scene) -> tuple[Relation, ...]:
    """The relations between parties that the report states; told again by one voice they are one claim."""
    rows = (
        *by_compound(scene, _behind()),
        *_by_clause(scene),
        *in_nouns(scene),
        *by_gift_or_bond(scene),
        *in_a_row(scene, _behind()),
        *wings_by_name(scene),
        *put_together(scene),
    )
    made: dict[tuple, Relation] = {}
    told = {pair for row in rows if row.how != "given" for pair in _pairs(row)}
    fresh = (row for row in rows if row.how != "given" or row.realis == "negated" or not told.issuperset(_pairs(row)))
    for claim in (_make(scene, row) for row in fresh if set(row.subject) != set(row.object)):
        key = (claim.subject, claim.type, claim.object, claim.utterance, claim.realis == "negated")
        known = made.get(key)
        made[key] = claim if known is None else _again(known, claim)
    return tuple(made.values())


def _pairs(row: Stated) -> set[tuple[str, RelationType, str]]:
    return {(one, row.type, other) for one in row.subject for other in row.object}


def _again(known: Relation, claim: Relation) -> Relation:
    evidence = tidy([*known.evidence, *claim.evidence])
    return msgspec.structs.replace(known, evidence=evidence, background=known.background and claim.background)


def _make(scene: Scene, row: Stated) -> Relation:
    known = {"realis": row.realis} if row.realis else {}
    return Relation(
        **scene.common(
            row.token, evidence=(row.span,), confidence=CONFIDENCE[row.how], method=f"{METHOD}/{row.how}", where=(),
            **known,
        ),
        subject=row.subject, type=row.type, object=row.object,
    )  # fmt: skip


# -- clauses ------------------------------------------------------------------------------------------------------
def _by_clause(scene: Scene) -> Iterator[Stated]:
    for clause in scene.reading.clauses:
        if clause.kind == "nominal":
            continue
        if clause.slots.get("on") and (row := _on_a_side(scene, clause)) is not None:
            yield row
        if (row := against_each_other(scene, clause)) is not None:
            yield row
        for fit in _fits(scene, clause):
            if _realis(scene, clause) in TOLD:
                yield from _told(scene, clause, fit)


def _realis(scene: Scene, clause: Clause) -> Realis:
    """Whom troops were sent to help, they help: a purpose that was acted on has happened. What ended is no more, what
    somebody wants ended goes on."""
    over = scene.reading.clause_at.get(clause.governor) if clause.governor is not None else None
    if clause.how == "purpose" and over is not None:
        return scene.status(over.predicate).realis
    if over is not None and over.lemma in ENDING and clause.how == "infinitive":
        return at_its_end(scene.status(over.predicate).realis)
    told = scene.status(clause.predicate).realis
    return "negated" if told in ("happened", "ongoing") and no_longer(scene.grammar, clause.verb) else told


def _told(scene: Scene, clause: Clause, fit: Fit) -> Iterator[Stated]:
    fit = fit._replace(objects=_named_first(scene, clause, fit.objects))
    made_of = clause.passive and fit.turned and fit.type == "part_of" and "of" in clause.slots
    if made_of and "from" in clause.slots:
        return
    subject = () if made_of else clause.slots.get("subject", ())
    fillers = _named_first(scene, clause, subject or _surface(clause, fit))
    subjects = (*fillers, *listed_on(scene, fillers), *_together(clause, fit))
    standing = (t for t in subjects if _can_stand(scene, t, fit, clause))
    subject = sides_of(scene, standing, fit.type) or sent_by(scene, subjects)
    further = (*_givers(scene, subjects, fit), *whose_means(scene, clause.slots.get("by", ())))
    subject = tuple(dict.fromkeys((*subject, *further)))
    subject = subject or scene.sides(*_named_behind(scene, subjects))
    obj = _objects_of(scene, fit) if subject else ()
    obj = obj or (scene.state(*fit.objects) if subject and clause.lemma in ANSWERING else ())
    if _each_other(scene, fit) and len(subject) > 1:
        subject, obj, fit = subject[:1], subject[1:], fit._replace(type=TOGETHER.get(fit.type, fit.type), turned=False)
    if not subject or not obj:
        return
    one, other = (obj, subject) if fit.turned else (subject, obj)
    span = scene.grammar.span(*_stretch(scene, clause, (*subjects, *fit.objects)))
    realis = "negated" if is_refused(scene.grammar, fit.objects) else _realis(scene, clause)
    for each in one:
        yield Stated("verb", clause.predicate, (each,), fit.type, other, span, realis)


def _objects_of(scene: Scene, fit: Fit) -> tuple[str, ...]:
    """The other parties: no land where men are led, and states where they are named as places."""
    meant_by = fit.objects if fit.type == "part_of" else [whose_men(scene, t) for t in fit.objects]
    others = (t for t in meant_by if not (fit.type in OF_MEN and _is_ground(scene, t, fit)))
    found = sides_of(scene, others, fit.type)
    if fit.type in OF_MEN:
        return found or body_of(scene, fit.objects) or sent_by(scene, fit.objects)
    return found or scene.state(*fit.objects)


def _named_behind(scene: Scene, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """ "Governments supporting the coalition, notably the United States and Britain": those who are named then."""
    grammar = scene.grammar
    for token in (t for t in tokens if grammar.tags[t] == "NNS" and grammar.lemmas[t] in STATES):
        after = grammar.sentences[grammar.sentence_of[token]][1]
        namely = next((t for t in range(token, after) if grammar.lowers[t] in NAMELY), None)
        name = next((t for t in range(namely + 1, after) if scene.kind(t) == "state"), None) if namely else None
        if name is not None and name - namely < 5:
            return conjuncts(grammar, name)
    return ()


def _givers(scene: Scene, tokens: tuple[int, ...], fit: Fit) -> tuple[str, ...]:
    """ "Traders fund the group": weapons and money come of people as well as of parties."""
    giving = fit.type in ("arms", "funds") and not fit.turned
    return scene.who(*(t for t in tokens if scene.grammar.tags[t] == "NNS")) if giving else ()


def _each_other(scene: Scene, fit: Fit) -> bool:
    """ "Fight alongside each other", "support one another"."""
    lowers = scene.grammar.lowers
    return any((lowers[t - 1], lowers[t]) in EACH_OTHER for t in fit.objects if t)


def _named_first(scene: Scene, clause: Clause, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Of "the X, a group that ..." the X; of "clashes between the X, backed by ..." the X too; of "two groups, A and B"
    both."""
    named = tuple(t for token in tokens for t in named_behind(scene, token) or (apposed(scene, token),))
    behind = any(t > clause.predicate for t in tokens)
    if behind or scene.grammar.tags[clause.predicate] != "VBN" or any(scene.kind(t) in FORCES for t in named):
        return named
    nearer = _straight_before(scene, clause.predicate)
    return named if nearer is None else (nearer,)


def _straight_before(scene: Scene, participle: int) -> int | None:
    """The party whose name ends before the comma that the participle stands behind."""
    at = participle - 1
    while at > 0 and scene.grammar.words[at] in AFTER_NAMES:
        at -= 1
    return at if at < participle - 1 and scene.kind(at) in FORCES else None


def _surface(clause: Clause, fit: Fit) -> tuple[int, ...]:
    """ "They are linked to the group": whoever a passive is about, where a preposition brings the other."""
    surface = clause.slots.get("object", ()) if clause.passive else ()
    return surface if not set(surface) & set(fit.objects) else ()


def _can_stand(scene: Scene, token: int, fit: Fit, clause: Clause) -> bool:
    """A person who leads men is no party that leads another, nor is a name that nobody knows; who changes sides does
    so alone."""
    kind = scene.kind(token)
    if kind == "person" and (clause.lemma in LEAVING or fit.type in OF_MEN):
        return False
    weapon = scene.reading.is_a(token, "weapon") and kind not in FORCES - {"other"}
    friends = clause.lemma == "include" and scene.grammar.lemmas[token] in WITH_EACH_OTHER
    if weapon or friends or is_one_of_a_nation(scene.grammar, token):
        return False
    return not (fit.type == "leads" and (kind in ("person", "other") or is_one_man(scene, token)))


def _is_ground(scene: Scene, token: int, fit: Fit) -> bool:
    """Whether it is land, and no party that can be led or have members; nobody's name is one that is led."""
    if fit.type == "part_of":
        return scene.kind(token) == "state" and not scene.is_metonym(token)
    return token in scene.setting.places or (
        scene.kind(token) not in LED and scene.grammar.lemmas[token] not in GOVERNMENTS
    )


def _together(clause: Clause, fit: Fit) -> tuple[int, ...]:
    """ "Belongs to the alliance together with the X": so does the X."""
    return clause.slots.get("with", ()) if fit.type == "part_of" and not fit.turned else ()


def _stretch(scene: Scene, clause: Clause, tokens: tuple[int, ...]) -> tuple[int, int]:
    sentence = scene.grammar.sentence_of[clause.predicate]
    here = [t for t in tokens if scene.grammar.sentence_of[t] == sentence]
    return min(clause.predicate, *here, clause.predicate), max(clause.predicate, *here, clause.predicate)


def _fits(scene: Scene, clause: Clause) -> Iterator[Fit]:
    """The relation of the clause; a further one where men fight under one and alongside another."""
    words = clause.lemma.split()
    lemma = scene.grammar.lemmas[clause.verb] if clause.kind == "adjectival" else words[0]
    rows = _verbs().get(lemma)
    if not rows:
        return
    seen: set[int] = set()
    lemmas = scene.grammar.lemmas
    near = {*words[1:], *clause.slots, clause.lemma, *(lemmas[c] for c in scene.grammar.children[clause.verb])}
    near |= {lemmas[t] for slot in LEADING_IN for t in clause.slots.get(slot, ())}
    for further, kind, turned in rows:
        armed = "@weapon" in further
        alone = lemma == "fight" and further == WITH and "against" not in clause.slots
        alone = alone or not _is_meant(scene, clause, lemma, further)
        if (
            alone
            or (armed and not weapons_of(scene, clause))
            or (armed and "with" in further and not is_supplied_with(scene, clause))
        ):
            continue
        if armed or near.issuperset(further[:-1] if _behind_noun(scene, clause, further) else further):
            objects = _objects(scene, clause, further)
            if objects and seen.isdisjoint(objects):
                seen.update(objects)
                yield Fit(kind, turned, objects)
            if seen and lemma not in FIGHTING:
                return


def _is_meant(scene: Scene, clause: Clause, lemma: str, further: tuple[str, ...]) -> bool:
    """Those who form a body together are its members; who fights somebody for long or as a rule is against him."""
    if (lemma in MAKING and not further) or (lemma, further) == MAKING_UP:
        made = (apposed(scene, t) for t in clause.slots.get("object", ()))
        made = (t for t in made if scene.kind(t) in GROUPS | {"intergovernmental"})
        makers = clause.slots.get("subject", ())
        many = len(makers) > 1 or "with" in clause.slots or any(scene.grammar.lowers[t] == "they" for t in makers)
        return many and any(scene.grammar.tags[t] in ("NNP", "NNPS") for t in made)
    if lemma in RELYING:
        on = clause.slots.get("on", ())
        wants = [*clause.slots.get("for", ()), *(w for t in on for w in prepositional(scene.grammar, t, "for"))]
        return any(scene.kind(t) in RELIED_ON for t in on) and {scene.grammar.lemmas[t] for t in wants} <= MIGHT
    if lemma == "join" and not further:
        return not any(is_bare_force(scene.grammar, t) for t in clause.slots.get("object", ()))
    if lemma in WORKING:
        return all(any(scene.kind(t) in SIDES for t in clause.slots.get(slot, ())) for slot in ("subject", *further))
    if lemma in STRIVING and further in ((), ("against",)):
        if is_what_for(scene, clause):
            return True
        lasting = clause.progressive or not LASTING.isdisjoint(clause.slots)
        return clause.perfect if lasting else clause.tense == "present" and not clause.perfect
    return True


def _objects(scene: Scene, clause: Clause, further: tuple[str, ...]) -> tuple[int, ...]:
    """The other party: behind the last preposition of the phrase, with weapons whoever gets them, else the object.

    What a party does is meant as the party: "backed the rebels' offensive"."""
    if "@weapon" in further:
        weapons = weapons_of(scene, clause)
        slots = ("object",) if "with" in further else ("from",) if "from" in further else ("indirect", "to")
        found = tuple(t for slot in slots for t in clause.slots.get(slot, ()) if t not in weapons)
        return found or tuple(t for w in weapons for t in prepositional(scene.grammar, meant(scene.grammar, w), *slots))
    if _behind_noun(scene, clause, further):
        nouns = _things(scene, clause, further[-2])
        return tuple(
            t
            for noun in nouns
            for t in (*prepositional(scene.grammar, noun, further[-1]), *_possessors(scene, noun, further[-1]))
        )
    slot = next((word for word in reversed(further) if word in clause.slots), None)
    found = clause.slots.get(slot or "object", ())
    if not slot and not scene.parties(*(apposed(scene, t) for t in found)):
        deeds = [clause for t in found if (clause := scene.reading.clause_at.get(t)) and clause.kind == "nominal"]
        return tuple(t for deed in deeds for t in deed.fillers("poss", "by", "modifier")) or found
    return found


def _behind_noun(scene: Scene, clause: Clause, further: tuple[str, ...]) -> bool:
    """ "Come to aid of", "take up arms against": whether the other party hangs on the noun."""
    things = _things(scene, clause, further[-2]) if len(further) > 1 else []
    return any(further[-1] == "of" or prepositional(scene.grammar, t, further[-1]) for t in things)


def _things(scene: Scene, clause: Clause, lemma: str) -> list[int]:
    return [t for fillers in clause.slots.values() for t in fillers if scene.grammar.lemmas[t] == lemma]


def _possessors(scene: Scene, noun: int, link: str) -> tuple[int, ...]:
    """Whose aid or salary it is, where the phrase says "of"."""
    owners = (c for c in scene.grammar.children[noun] if scene.grammar.deps[c] == "poss")
    return tuple(owners) if link == "of" else ()


def _many(scene: Scene, tokens: tuple[int, ...]) -> Iterator[int]:
    """ "Volunteers who fight on its side": a class of people, and no one man."""
    return (t for t in tokens if scene.grammar.tags[t] == "NNS")


def _on_a_side(scene: Scene, clause: Clause) -> Stated | None:
    """ "Troops fighting on the side of the government"."""
    for side in clause.slots["on"]:
        if scene.grammar.lemmas[side] not in _sides():
            continue
        helped = (*prepositional(scene.grammar, side, "of"), *_possessors(scene, side, "of"))
        inverted = clause.slots.get("object", ()) if clause.lemma in ("stand", "be", "range") else ()
        siding = clause.slots.get("subject", ()) or inverted
        subject, obj = scene.parties(*_named_first(scene, clause, siding)), sides_of(scene, helped, BACKING)
        subject = subject or (scene.who(*_many(scene, siding)) if clause.lemma in FIGHTING else ())
        if subject and obj:
            span = scene.grammar.span(*_stretch(scene, clause, (*siding, side, *helped)))
            return Stated("side", clause.predicate, subject, BACKING, obj, span)
    return None
