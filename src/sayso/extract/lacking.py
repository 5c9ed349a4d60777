"""What people lack or suffer: one claim a sentence, with all its themes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.codebook import Phrases, load_codebook
from sayso.extract.scene import Scene
from sayso.parse import Clause, meant
from sayso.records import Condition

METHOD = "lacking"
CONFIDENCE = 0.7


@cache
def _themes() -> Phrases[str]:
    return Phrases((noun, theme) for theme, nouns in load_codebook().conditions.themes.items() for noun in nouns)


@cache
def _wants() -> tuple[frozenset[str], frozenset[str], Phrases[str], dict[str, str]]:
    words = load_codebook().conditions
    nouns = Phrases((noun, noun) for noun in words.lacking_nouns)
    return frozenset(words.lacking_verbs), frozenset(words.lacking_adjectives), nouns, dict(words.states)


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """The conditions of people that the report tells, in order."""
    by_sentence: dict[int, list[tuple[int, tuple[int, ...], tuple[str, ...]]]] = {}
    for predicate, tokens, themes in _found(scene):
        by_sentence.setdefault(scene.grammar.sentence_of[predicate], []).append((predicate, tokens, themes))
    return tuple(_condition(scene, rows) for _, rows in sorted(by_sentence.items()))


def _condition(scene: Scene, rows: list[tuple[int, tuple[int, ...], tuple[str, ...]]]) -> Condition:
    grammar = scene.grammar
    tokens = sorted({t for predicate, others, _ in rows for t in (predicate, *others)})
    themes = tuple(dict.fromkeys(theme for *_, found in rows for theme in found))
    specific = tuple(theme for theme in themes if theme != "general") or themes
    severity = grammar.words[rows[0][0]]
    span = grammar.span(tokens[0], tokens[-1])
    group = next((entry.group for t in tokens for entry in scene.reading.classes(meant(grammar, t)) if entry.group), None)
    return Condition(
        **scene.common(rows[0][0], evidence=(span,), confidence=CONFIDENCE, method=METHOD),
        themes=specific, severity=severity, group=group,
    )  # fmt: skip


def _found(scene: Scene) -> Iterator[tuple[int, tuple[int, ...], tuple[str, ...]]]:
    """(word of want, tokens of things and people, themes)."""
    verbs, adjectives, nouns, states = _wants()
    grammar = scene.grammar
    for clause in scene.reading.clauses:
        if scene.status(clause.predicate).realis in ("planned", "demanded", "negated"):
            continue
        if clause.lemma in states or grammar.lowers[clause.predicate] in states:
            theme = states.get(clause.lemma) or states[grammar.lowers[clause.predicate]]
            yield clause.predicate, clause.fillers("subject", "object"), (theme,)
        elif clause.lemma in verbs or (clause.kind == "adjectival" and clause.lemma in adjectives):
            yield from _by_clause(scene, clause)
    yield from _by_noun(scene, nouns, adjectives)


def _by_clause(scene: Scene, clause: Clause) -> Iterator[tuple[int, tuple[int, ...], tuple[str, ...]]]:
    tokens = [t for slot in ("subject", "object", "of", "for", "without") for t in clause.slots.get(slot, ())]
    things = [t for t in tokens if _theme(scene, t)]
    if things:
        yield clause.predicate, tuple(tokens), tuple(theme for t in things for theme in _theme(scene, t))


def _theme(scene: Scene, token: int) -> tuple[str, ...]:
    return tuple(theme for _, theme in _themes().ending_at(scene.grammar.lemmas, token))[:1]


def _by_noun(scene: Scene, nouns: Phrases[str], adjectives: frozenset[str]) -> Iterator[tuple[int, tuple[int, ...], tuple[str, ...]]]:
    """"A shortage of water", "food shortages", "dire conditions", "scarce medicine"."""
    grammar = scene.grammar
    for token, tag in enumerate(grammar.tags):
        if tag[:2] != "NN":
            continue
        if nouns.ending_at(grammar.lemmas, token):
            things = [t for c in grammar.children[token] for t in _things(scene, c)]
            themes = tuple(theme for t in things for theme in _theme(scene, t))
            if themes:
                yield token, tuple(things), themes
        elif theme := _theme(scene, token):
            bad = [c for c in grammar.children[token] if grammar.lowers[c] in adjectives and grammar.deps[c] in ("amod", "acl")]
            if bad:
                yield bad[0], (token,), theme


def _things(scene: Scene, child: int) -> tuple[int, ...]:
    grammar = scene.grammar
    if grammar.deps[child] in ("compound", "amod", "nmod"):
        return (child, *(c for c in grammar.children[child] if grammar.deps[c] == "conj"))
    if grammar.deps[child] == "prep" and grammar.lowers[child] in ("of", "in", "to"):
        return tuple(t for c in grammar.children[child] if grammar.deps[c] == "pobj" for t in (c, *(k for k in grammar.children[c] if grammar.deps[k] == "conj")))
    return ()
