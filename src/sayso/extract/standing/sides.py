"""Which side a noun stands for where it is told who stands with whom: persons for their parties, one of several."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extract.phrase import name_before
from sayso.extract.scene import Scene
from sayso.extract.standing.stated import BEARERS, FORCES, SENT
from sayso.parse import Grammar, appositions, conjuncts, prepositional
from sayso.records.claims import RelationType

PERSONAL = frozenset(("backs", "arms", "funds", "opposes", "allied_with"))
"""What parties may be to a person, too."""
NONE, BEFORE_NOUNS = frozenset(("no", "neither")), frozenset(("det", "neg", "preconj", "cc", "predet"))
OWNING = frozenset(("amod", "poss", "nmod", "compound"))
BANDS = BEARERS | {"political", "other"}
BODIES = frozenset(("mission", "contingent", "deployment"))
COMRADES = frozenset(("brother", "comrade", "friend", "foe", "enemy", "rival", "ally", "partner", "counterpart"))
DEEDS = frozenset(("operation", "activity", "campaign"))
"""What somebody leads who leads those that do it."""
ONE = frozenset(("one", "another", "some", "many", "most"))


def sides_of(scene: Scene, tokens: Iterable[int], kind: RelationType) -> tuple[str, ...]:
    """Parties; a person by name stands for the party they serve, and where that is not told for themselves."""
    personal = kind in PERSONAL
    found = (scene.sides(t) or (scene.who(t) if personal and _is_named_person(scene, t) else ()) for t in tokens)
    return tuple(dict.fromkeys(i for ids in found for i in ids))


def _is_named_person(scene: Scene, token: int) -> bool:
    return scene.grammar.tags[token] in ("NNP", "NNPS") and scene.kind(token) == "person"


def is_one_of_a_nation(grammar: Grammar, token: int) -> bool:
    """ "Commanded by an Indian": a man, and no India."""
    before = {grammar.lowers[c] for c in grammar.children[token] if grammar.deps[c] == "det"}
    return grammar.words[token][0].isupper() and not before.isdisjoint(("a", "an"))


def apposed(scene: Scene, token: int) -> int:
    """The party by name to which the noun stands in apposition, that is one of several, or whose men are meant ("our
    brothers in the X"); else the noun itself."""
    grammar = scene.grammar
    head = grammar.heads[token]
    if grammar.lemmas[token] in COMRADES and grammar.tags[token] == "NNS":
        return next((t for t in prepositional(grammar, token, "of", "in", "from") if _is_a_group(scene, t)), token)
    if grammar.deps[token] == "attr" and grammar.tags[token] == "NN" and grammar.lemmas[head] == "be":
        return next((t for t in grammar.children[head] if t < head and _is_told_of(scene, t)), token)
    if grammar.deps[token] == "appos":
        beside = name_before(grammar, token)
        if beside is not None and scene.kind(beside) in FORCES:
            return _whose_land_it_is(scene, beside)
        if scene.kind(head) in FORCES:
            return head
    return _one_of(scene, token, grammar.heads[head]) if grammar.lowers[head] == "of" else token


def _whose_land_it_is(scene: Scene, beside: int) -> int:
    """ "The Volunteers in Burkina Faso, a militia": no country, but those in it."""
    grammar, at = scene.grammar, beside
    while at in scene.setting.places and grammar.deps[at] == "pobj" and grammar.lowers[grammar.heads[at]] == "in":
        at = grammar.heads[grammar.heads[at]]
        if scene.kind(at) in BANDS:
            return at
    return beside


def _is_told_of(scene: Scene, token: int) -> bool:
    """ "FACT is one more group hostile to him": the name of which it is told."""
    named = scene.grammar.tags[token] in ("NNP", "NNPS") and scene.grammar.deps[token] == "nsubj"
    return named and scene.kind(token) in FORCES


def _is_a_group(scene: Scene, token: int) -> bool:
    return scene.kind(token) in BEARERS and scene.grammar.tags[token] in ("NNP", "NNPS")


def instances(grammar: Grammar, token: int) -> tuple[int, ...]:
    """ "Proxies such as Hezbollah", "allies including Chad and Mali"."""
    if grammar.tags[token] != "NNS":
        return ()
    return prepositional(grammar, token, "as", "like", "including") or _among_them(grammar, token)


def _among_them(grammar: Grammar, token: int) -> tuple[int, ...]:
    """ "Its allies, among them the X and the Y": the names behind these words, wherever the parse hung them."""
    if grammar.lowers[token + 1 : token + 4] != [",", "among", "them"]:
        return ()
    name = next((t for t in range(token + 4, min(token + 9, len(grammar))) if _ends_a_run(grammar, t)), None)
    return conjuncts(grammar, name) if name is not None else ()


def _ends_a_run(grammar: Grammar, token: int) -> bool:
    """Whether a run of capitalised words ends with the token."""
    named = grammar.tags[token] in ("NNP", "NNPS")
    return named and grammar.tags[token + 1 : token + 2] not in (["NNP"], ["NNPS"], ["HYPH"])


def named_behind(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Two groups, the X and the Y", "groups such as X", "its old ally, the X": those who are named behind what they
    are."""
    told = scene.grammar.tags[token] in ("NNS", "CD", "NN") and scene.kind(token) not in BEARERS
    beside = appositions(scene.grammar, token) if told or scene.grammar.tags[token] == "NNS" else ()
    named = tuple(t for head in beside if head > token for t in conjuncts(scene.grammar, head))
    named = named or instances(scene.grammar, token)
    return tuple(t for t in named if scene.kind(t) in FORCES and scene.grammar.tags[t] in ("NNP", "NNPS"))


def _one_of(scene: Scene, token: int, one: int) -> int:
    """ "Amal is one of the groups that ...": Amal."""
    grammar = scene.grammar
    if grammar.lowers[one] not in ONE or grammar.tags[token] not in ("NNS", "NNPS"):
        return token
    if grammar.deps[one] == "appos":
        return grammar.heads[one]
    clause = scene.reading.clause_at.get(one) if grammar.deps[one] == "attr" else None
    subjects = clause.slots.get("subject", ()) if clause is not None else ()
    return subjects[0] if len(subjects) == 1 and scene.kind(subjects[0]) in FORCES else token


def body_of(scene: Scene, tokens: Iterable[int]) -> tuple[str, ...]:
    """ "The mission, led by Kenya": a body of men that is no party by its noun alone."""
    return scene.people(*(t for t in tokens if scene.grammar.lemmas[t] in BODIES))


def is_refused(grammar: Grammar, tokens: Iterable[int]) -> bool:
    """ "Belongs to neither federation", "an ally of neither the X nor the Y": whether it is none of them."""
    return any(
        grammar.lowers[c] in NONE and grammar.deps[c] in BEFORE_NOUNS
        for t in tokens
        for c in grammar.children[t]
        if c < t
    )


def is_bare_force(grammar: Grammar, token: int) -> bool:
    """ "The groups joined forces": with each other, and no force."""
    return grammar.lowers[token] == "forces" and grammar.tags[token - 1][0] == "V"


def is_in_a_list(grammar: Grammar, token: int) -> bool:
    """ "The X, the Y faction and wings of the Z": an "apposition" that an "and" joins to what is none."""
    joined = [c for c in grammar.children[token] if grammar.deps[c] == "conj"] if grammar.deps[token] == "appos" else []
    many = grammar.tags[token] == "NNS"
    return any(grammar.tags[c] in ("NNP", "NNPS") or (grammar.tags[c] == "NNS") != many for c in joined)


def is_one_man(scene: Scene, token: int) -> bool:
    """ "The officer was part of a patrol": one man is no side."""
    return scene.grammar.tags[token] == "NN" and scene.reading.is_a(token, "soldier", "police", "fighter", "role")


def sent_by(scene: Scene, tokens: tuple[int, ...]) -> tuple[str, ...]:
    """ "Trained by Israeli advisers", "answer to them": those whom a state sends are a class of people."""
    return scene.people(*(t for t in tokens if scene.grammar.lemmas[t] in SENT))


def whose_men(scene: Scene, token: int) -> int:
    """ "Trained the army's pilots", "directs their operations": whose men or deeds they are stands for these."""
    grammar = scene.grammar
    theirs = scene.reading.is_a(token, "soldier", "fighter") or grammar.lemmas[token] in DEEDS
    return next((c for c in grammar.children[token] if theirs and grammar.deps[c] == "poss"), token)


def whose_means(scene: Scene, tokens: tuple[int, ...]) -> tuple[str, ...]:
    """ "Supported by Russian air strikes", "by French intelligence": whoever does what helps, whose that is."""
    means = [t for t in tokens if scene.kind(t) is None]
    deeds = (scene.reading.clause_at.get(t) for t in means)
    doers = [t for deed in deeds if deed is not None and deed.kind == "nominal" for t in deed.fillers("modifier")]
    children = scene.grammar.children
    parts = (c for t in means for part in children[t] for c in (part, *children[part]))
    doers += [c for c in parts if scene.grammar.deps[c] in OWNING]
    named = (t for t in doers if scene.kind(t) in FORCES and scene.grammar.words[t][0].isupper())
    return tuple(dict.fromkeys(i for t in named for i in scene.owner_in(t) or scene.sides(t)))
