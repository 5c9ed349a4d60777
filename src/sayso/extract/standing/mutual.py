"""Relations of each with the other: "Amal and Hezbollah are allies", "both have formed an alliance", "are at war"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.scene import Scene
from sayso.extract.standing.stated import FORCES, Stated
from sayso.parse import Clause, appositions, conjuncts
from sayso.records.claims import RelationType

MUTUAL = frozenset(("allied_with", "opposes"))
PITTING = frozenset(("pit", "set"))
STRIVING = frozenset(("fight", "battle", "feud", "quarrel", "clash", "war", "spar", "vie", "compete", "skirmish"))
FOUNDING = frozenset(
    ("form", "create", "establish", "found", "set up", "launch", "deploy", "assemble", "mandate", "send", "unite")
)
FOR_LONG = frozenset(("since", "for"))
WITH_OTHERS = frozenset(("object", "against", "with", "alongside", "together with", "on"))
OPPOSING: RelationType = "opposes"


def against_each_other(scene: Scene, clause: Clause) -> Stated | None:
    """ "A war that pits the army against the militia", "the X and the Y have fought since 2019"."""
    if clause.lemma in PITTING:
        sides = clause.slots.get("object", ()), clause.slots.get("against", ())
    elif clause.lemma in STRIVING and clause.perfect and _for_long(scene, clause):
        subjects = clause.slots.get("subject", ()) if WITH_OTHERS.isdisjoint(clause.slots) else ()
        sides = subjects[:1], subjects[1:] or subjects
    else:
        return None
    one, other = (scene.parties(*side) if len(side) != 1 else _pair(scene, side[0]) for side in sides)
    one, other = (one, tuple(i for i in other if i not in one)) if sides[0] != sides[1] else (one[:1], one[1:])
    if not one or not other or scene.status(clause.predicate).realis not in ("happened", "ongoing"):
        return None
    tokens = (clause.predicate, *sides[0], *sides[1])
    return Stated("verb", clause.predicate, one, OPPOSING, other, scene.grammar.span(min(tokens), max(tokens)))


def is_what_for(scene: Scene, clause: Clause) -> bool:
    """ "A force set up to fight the X", "the coalition fighting the X": what somebody is for, and no one battle."""
    over = scene.reading.clause_at.get(clause.governor) if clause.governor is not None else None
    if clause.how == "purpose":
        return over is not None and over.lemma in FOUNDING
    described = clause.how == "relative" and scene.grammar.tags[clause.predicate] == "VBG"
    return described and clause.slots.keys() <= {"subject", "object", "against"}


def with_each_other(scene: Scene, token: int, kind: RelationType) -> Iterator[Stated]:
    """What the subjects of the clause around a noun are to each other; nothing of one subject alone, or of people."""
    grammar, clause = scene.grammar, scene.reading.clause_at.get(token)
    if clause is None or clause.kind == "nominal":
        clause = scene.reading.owner(grammar.heads[token])
    if clause is None or kind not in MUTUAL or scene.status(clause.predicate).realis not in ("happened", "ongoing"):
        return
    about = [t for s in clause.slots.get("subject", ()) for t in (*_beside(scene, clause, s), s, *_by_name(scene, s))]
    subjects = [t for t in about if scene.kind(t) in FORCES and t < token]
    first, *others = (_pair(scene, about[0]) if len(about) == 1 else scene.parties(*subjects)) or ("",)
    if others:
        span = grammar.span(min(about), token)
        yield Stated("noun", clause.predicate, (first,), kind, tuple(others), span)


def _beside(scene: Scene, clause: Clause, token: int) -> tuple[int, ...]:
    """ "A and B, which concluded a pact": those before the one that the relative clause hangs on."""
    listed = clause.how == "relative" and scene.grammar.deps[token] == "conj"
    return tuple(t for t in conjuncts(scene.grammar, scene.grammar.heads[token]) if t < token) if listed else ()


def _pair(scene: Scene, token: int) -> tuple[str, ...]:
    """ "The two": both of them."""
    two = scene.who(token)
    return two if len(two) > 1 else scene.parties(token)


def _for_long(scene: Scene, clause: Clause) -> bool:
    """ "Since 2019", "for years", "since he accused them"."""
    grammar = scene.grammar
    told = (c for c in grammar.children[clause.verb] if grammar.deps[c] == "advcl")
    since = any(grammar.lowers[c] == "since" and grammar.deps[c] == "mark" for t in told for c in grammar.children[t])
    return since or not FOR_LONG.isdisjoint(clause.slots)


def _by_name(scene: Scene, token: int) -> tuple[int, ...]:
    """ "The two neighbours, Algeria and Morocco": those named behind what they are."""
    beside = appositions(scene.grammar, token)
    many = scene.grammar.tags[token] in ("NNS", "CD")
    return tuple(t for head in beside for t in conjuncts(scene.grammar, head)) if many else ()
