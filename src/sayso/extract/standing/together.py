"""Members of one body by the words that put them together: "A and B, known collectively as the C", "the C drove in.
Among them are A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.phrase import CALLED
from sayso.extract.scene import Scene
from sayso.extract.standing.sides import apposed
from sayso.extract.standing.stated import BEARERS, Stated
from sayso.parse import conjuncts, prepositional
from sayso.records.claims import RelationType

TOGETHER = frozenset(("collectively", "together", "jointly"))
MEMBERS = BEARERS | {"political"}
BANDS = frozenset(("armed_group", "coalition"))
BELONGING: RelationType = "part_of"


def put_together(scene: Scene) -> Iterator[Stated]:
    """All relations of these forms."""
    grammar = scene.grammar
    for token in grammar.tokens_of(CALLED | {"among"}):
        if grammar.lowers[token] in CALLED and grammar.tags[token] == "VBN":
            yield from _known_together(scene, token)
        elif grammar.lowers[token] == "among" and grammar.lemmas[grammar.heads[token]] == "be":
            yield from _among_them(scene, token)


def _known_together(scene: Scene, verb: int) -> Iterator[Stated]:
    clause = scene.reading.clause_at.get(verb)
    if clause is None or not any(scene.grammar.lowers[c] in TOGETHER for c in scene.grammar.children[verb]):
        return
    named = (*prepositional(scene.grammar, verb, "as"), *clause.slots.get("oprd", ()))
    members = (apposed(scene, each) for t in clause.slots.get("object", ()) for each in conjuncts(scene.grammar, t))
    yield from _told(scene, verb, tuple(members), named)


def _among_them(scene: Scene, among: int) -> Iterator[Stated]:
    """Those who "are" among a group that the sentence before has named; who "were" are mostly the dead."""
    grammar, verb = scene.grammar, scene.grammar.heads[among]
    clause, sentence = scene.reading.clause_at.get(verb), scene.grammar.sentence_of[verb]
    if (
        clause is None
        or grammar.lowers[verb] != "are"
        or "them" not in grammar.lowers[among : among + 2]
        or not sentence
    ):
        return
    before = (t for t in range(*grammar.sentences[sentence - 1]) if scene.kind(t) in BANDS)
    whole = max(before, default=None)
    named = tuple(t for t in clause.slots.get("subject", ()) if not scene.is_class(t))
    if whole is not None:
        yield from _told(scene, clause.predicate, named, (whole,))


def _told(scene: Scene, verb: int, members: tuple[int, ...], whole: tuple[int, ...]) -> Iterator[Stated]:
    """Each member is one of the whole; none where the words name nobody but the whole."""
    other = scene.parties(*whole)
    found = (one for t in members if scene.kind(t) in MEMBERS for one in scene.parties(t))
    for one in dict.fromkeys(found):
        if other and one not in other:
            here = (verb, *members)
            yield Stated("noun", verb, (one,), BELONGING, other, scene.grammar.span(min(here), max(here)), "happened")
