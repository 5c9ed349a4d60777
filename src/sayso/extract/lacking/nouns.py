"""Noun phrases that tell of want: "a shortage of water", "dire conditions", "no toilets", "without electricity"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.lacking.words import Found, is_harm, themes_of, words
from sayso.extract.scene import Scene
from sayso.parse import conjuncts

NONE = frozenset(("no", "neither", "nor", "little", "zero"))
ENOUGH = frozenset(("enough", "sufficient", "adequate", "proper"))
LOOKS, SHUT = frozenset(("makeshift", "rudimentary")), frozenset(("closed", "shut", "restricted", "limited", "poor"))
"""Words that say what a thing is like, and want only of where people live, or only behind the noun."""
OF_HARM = frozenset(("protection", "general"))
"""Themes of which many things are bad: to be without them is no want."""
SPOILING = frozenset(("contamination", "pollution"))
"""What is told with what it is done with."""
GOODS = frozenset(
    ("protection", "shelter", "job", "income", "money", "assistance", "service", "salary", "livelihood", "essentials")
)


def in_nouns(scene: Scene) -> Iterator[Found]:
    """All wants that noun phrases tell of."""
    grammar, themes, nouns = scene.grammar, words().themes, words().nouns
    for token in sorted({*grammar.tokens_of(words().states.keys()), *grammar.tokens_of_lemmas(words().of_want)}):
        tag, lemma = grammar.tags[token], grammar.lemmas[token]
        if tag[:2] != "NN":
            if tag[0] in "VJ" and grammar.lowers[token] in words().states:
                yield from _of_people(scene, token)
            continue
        if lemma in nouns and nouns.ending_at(grammar.lemmas, token):
            yield from _want_of(scene, token)
        if lemma in themes and (found := themes_of(scene, token)):
            yield from _thing(scene, token, found)


def _of_people(scene: Scene, token: int) -> Iterator[Found]:
    """ "1,140 severely malnourished children"."""
    grammar, head = scene.grammar, scene.grammar.heads[token]
    theme = words().states[grammar.lowers[token]]
    if theme == "general" or grammar.lowers[token] == "sick" or (theme == "shelter" and grammar.tags[head] != "NNS"):
        return
    if grammar.deps[token] in ("amod", "acl") and scene.reading.is_a(head, "civilian", "person", "held"):
        yield Found(token, (head,), (theme,))


def _want_of(scene: Scene, token: int) -> Iterator[Found]:
    """ "A shortage of water", "food shortages", "urgent need of drinking water"."""
    if scene.status(token).realis in ("demanded", "negated") or scene.in_name(token):
        return
    things = tuple(t for c in scene.grammar.children[token] for t in _things(scene, c))
    if themes := themes_of(scene, *things):
        yield Found(token, things, themes)


def _things(scene: Scene, child: int) -> tuple[int, ...]:
    grammar = scene.grammar
    if grammar.deps[child] in ("compound", "amod", "nmod"):
        return (child, *(c for c in grammar.children[child] if grammar.deps[c] == "conj"))
    spoilt = grammar.lowers[child] == "with" and grammar.lemmas[grammar.heads[child]] in SPOILING
    if grammar.deps[child] == "prep" and (spoilt or grammar.lowers[child] in ("of", "in", "to")):
        inner = [c for c in grammar.children[child] if grammar.deps[c] == "pobj"]
        return tuple(t for c in inner for t in conjuncts(grammar, c))
    return ()


def _thing(scene: Scene, token: int, themes: tuple[str, ...]) -> Iterator[Found]:
    grammar = scene.grammar
    bad = [c for c in grammar.children[token] if grammar.deps[c] in ("amod", "acl") and _is_bad(scene, c)]
    if bad and grammar.deps[token] != "compound":
        yield Found(bad[0], (token,), themes)
    elif (without := _missing(scene, token)) is not None and _is_good(scene, token, themes):
        yield Found(without, (token, *_people(scene, without)), themes)


def _is_bad(scene: Scene, token: int) -> bool:
    """An adjective of want; somebody's "critical conditions", a "makeshift hospital" and "closed camps" are none."""
    lower, head = scene.grammar.lowers[token], scene.grammar.heads[token]
    if lower == "critical" and scene.grammar.lemmas[head] == "condition":
        return False
    if scene.grammar.lowers[head] == "condition" or (lower in LOOKS and "shelter" not in themes_of(scene, head)):
        return False
    if (lower in SHUT and head > token) or (lower == "short" and scene.grammar.lowers[token - 1] == "in"):
        return False
    return scene.grammar.lowers[token] in words()["lacking_adjectives"]


def _is_good(scene: Scene, token: int, themes: tuple[str, ...]) -> bool:
    return not is_harm(scene, token) and (themes[0] not in OF_HARM or scene.grammar.lemmas[token] in GOODS)


def _missing(scene: Scene, token: int) -> int | None:
    """The word that says that the thing is not there; None where it is there."""
    grammar, first = scene.grammar, token
    while grammar.deps[first] == "conj" and grammar.tags[grammar.heads[first]][:2] == "NN":
        first = grammar.heads[first]
    if grammar.lowers[grammar.heads[first]] == "without" and grammar.deps[first] == "pobj":
        return grammar.heads[first]
    none = next((c for t in {token, first} for c in grammar.children[t] if grammar.lowers[c] in NONE), None)
    if none is None:
        none = _not_enough(scene, first)
    return none if none is not None and _is_told(scene, first) else None


def _not_enough(scene: Scene, token: int) -> int | None:
    clause = scene.clause(token)
    enough = next((c for c in scene.grammar.children[token] if scene.grammar.lowers[c] in ENOUGH), None)
    return enough if clause is not None and clause.negated else None


def _is_told(scene: Scene, token: int) -> bool:
    """Whether the verb is one that says what there is or comes: "have no toilets", "no convoy has reached the town"."""
    clause = scene.clause(token)
    if clause is None or clause.kind == "nominal":
        return scene.grammar.lowers[scene.grammar.heads[token]] == "with"
    lemmas = {clause.lemma, clause.lemma.split()[0], scene.grammar.lemmas[clause.verb]}
    return bool(lemmas & words()["arrival_verbs"])


def _people(scene: Scene, token: int) -> tuple[int, ...]:
    """Those who are without it, in the clause around."""
    clause = scene.clause(token)
    tokens = clause.fillers("object", "subject") if clause is not None and clause.kind != "nominal" else ()
    return tuple(t for t in tokens if scene.grammar.sentence_of[t] == scene.grammar.sentence_of[token])
