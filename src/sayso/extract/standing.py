"""Who stands with whom: backing, leading, belonging, arming, funding, opposing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.codebook import load_codebook
from sayso.extract.compounds import compounds
from sayso.extract.scene import Scene
from sayso.parse import Clause, appositions, conjuncts
from sayso.records import Relation, Span
from sayso.records.claims import RelationType

METHOD = "standing"
CONFIDENCE = {"compound": 0.85, "verb": 0.7, "noun": 0.65}


@cache
def _compound_types() -> dict[str, RelationType]:
    return {word: entry.type for entry in load_codebook().relations for word in entry.behind}


@cache
def _verb_types() -> dict[str, list[tuple[tuple[str, ...], RelationType, bool]]]:
    table: dict[str, list[tuple[tuple[str, ...], RelationType, bool]]] = {}
    for entry in load_codebook().relations:
        for verb in entry.verbs:
            first, *further = verb.split()
            table.setdefault(first, []).append((tuple(further), entry.type, entry.reversed))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in table.items()}


@cache
def _noun_types() -> dict[str, RelationType]:
    return {noun.rsplit(" ", 1)[-1]: entry.type for entry in load_codebook().relations for noun in entry.nouns}


def find_relations(scene: Scene) -> tuple[Relation, ...]:
    """The relations between parties that the report states."""
    rows = (*_by_compound(scene), *_by_verb(scene), *_by_noun(scene))
    return tuple(row for row in rows if set(row.subject) != set(row.object))


def _make(scene: Scene, how: str, token: int, subject: tuple, kind: RelationType, obj: tuple, span: Span) -> Relation:
    return Relation(
        **scene.common(token, evidence=(span,), confidence=CONFIDENCE[how], method=f"{METHOD}/{how}", where=()),
        subject=subject, type=kind, object=obj,
    )  # fmt: skip


def _by_compound(scene: Scene) -> Iterator[Relation]:
    types = _compound_types()
    for compound in compounds(scene.reading, frozenset(types)):
        owner, noun = scene.owner_in(compound.owner), scene.who(compound.noun)
        if owner and noun:
            kind = types[scene.grammar.lowers[compound.participle].rsplit("-", 1)[-1]]
            span = scene.grammar.span(compound.first, max(compound.noun, compound.participle))
            yield _make(scene, "compound", compound.noun, owner, kind, noun, span)


def _by_verb(scene: Scene) -> Iterator[Relation]:
    for clause in scene.reading.clauses:
        if clause.kind == "nominal":
            continue
        fitted = _fit(scene, clause)
        if fitted is None:
            continue
        kind, turned, object_slot = fitted
        subject, obj = scene.parties(*clause.slots.get("subject", ())), scene.parties(*clause.slots.get(object_slot, ()))
        if subject and obj and scene.status(clause.predicate).realis in ("happened", "ongoing"):
            one, other = (obj, subject) if turned else (subject, obj)
            for giver in one:
                yield _make(scene, "verb", clause.predicate, (giver,), kind, other, _stretch(scene, clause, object_slot))


def _fit(scene: Scene, clause: Clause) -> tuple[RelationType, bool, str] | None:
    words = clause.lemma.split()
    lemma = scene.grammar.lemmas[clause.verb] if clause.kind == "adjectival" else words[0]
    near = set(words[1:]) | {scene.grammar.lemmas[c] for c in scene.grammar.children[clause.predicate]}
    for further, kind, turned in _verb_types().get(lemma, ()):
        if set(further) <= near | set(clause.slots) | {clause.lemma}:
            slot = next((w for w in reversed(further) if w in clause.slots), "object")
            return kind, turned, slot
    return None


def _stretch(scene: Scene, clause: Clause, slot: str) -> Span:
    grammar = scene.grammar
    tokens = [clause.predicate, *(t for s in ("subject", slot) for t in clause.slots.get(s, ()))]
    here = [t for t in tokens if grammar.sentence_of[t] == grammar.sentence_of[clause.predicate]]
    spans = [grammar.span(t, t) if t == clause.predicate else scene.phrase(t) for t in here]
    return min(s for s, _ in spans), max(e for _, e in spans)


def _by_noun(scene: Scene) -> Iterator[Relation]:
    """"Hezbollah, an ally of Iran", "the group's armed wing, the X", "X is part of the Y"."""
    grammar, types = scene.grammar, _noun_types()
    for token, lemma in enumerate(grammar.lemmas):
        if lemma not in types or grammar.tags[token][:2] != "NN":
            continue
        owners = [t for c in grammar.children[token] for t in _owners(scene, c)]
        called = [*appositions(grammar, token), *_called_so(scene, token)]
        subject, obj = scene.parties(*called), scene.parties(*owners)
        if subject and obj:
            tokens = sorted((*called, *owners, token))
            yield _make(scene, "noun", token, subject, types[lemma], obj, grammar.span(tokens[0], tokens[-1]))


def _owners(scene: Scene, child: int) -> tuple[int, ...]:
    grammar = scene.grammar
    if grammar.deps[child] == "poss":
        return conjuncts(grammar, child)
    if grammar.deps[child] == "prep" and grammar.lowers[child] in ("of", "for", "in", "to"):
        return tuple(t for c in grammar.children[child] if grammar.deps[c] == "pobj" for t in conjuncts(grammar, c))
    return ()


def _called_so(scene: Scene, token: int) -> tuple[int, ...]:
    """Who is said to be it: the noun in apposition to them, or the complement of their "is"."""
    grammar = scene.grammar
    if grammar.deps[token] == "appos":
        return (grammar.heads[token],)
    if grammar.deps[token] == "attr" and (clause := scene.reading.owner(grammar.heads[token])) is not None:
        return clause.slots.get("subject", ())
    return ()
