"""Who is called an ally, a wing or a rival: by apposition, by what a clause says of them, by a name beside the noun."""

from __future__ import annotations

from collections.abc import Callable

from sayso.extract.phrase import PROPER_TAGS
from sayso.extract.scene import Scene
from sayso.extract.standing.sides import ONE, instances, is_in_a_list
from sayso.extract.standing.stated import FORCES
from sayso.parse import Grammar, appositions, conjuncts, prepositional

ENDS_OF_NAMES = frozenset((",", ".", "(", ";", "–", "—", "-"))
IN_NAMES = frozenset((*PROPER_TAGS, "HYPH", "POS"))
LEADING_TO_NAMES = IN_NAMES | {"DT", "JJ", "NN", "NNS", "IN", "CC"}
GROUPS = frozenset(("armed_group", "coalition", "political", "state_force"))
ACTING_AS = frozenset(("act", "serve", "function", "operate", "work", "fight", "emerge", "begin", "start"))
"""Verbs whose "as" tells of their subject: "served as the army's proxy"."""
BEFORE_THE_NOUN = IN_NAMES | {"DT", "JJ", "JJS", "RB", "RBS", "NN", "PRP$", "VBN"}
COUNTING = frozenset(("count", "number", "list", "include", "have"))
"""Verbs of having somebody "among one's allies"."""
LONGEST_NAME = 8
"""Tokens."""


def called_so(scene: Scene, token: int) -> list[int]:
    """The heads of those who are called what the noun says; empty where it names nobody else."""
    grammar = scene.grammar
    beside = appositions(grammar, token)
    if grammar.tags[token] == "NNS":
        beside = tuple(t for head in beside for t in conjuncts(grammar, head))
    called = [*beside, *_by_place(scene, token), *instances(grammar, token)]
    if any(scene.parties(t) for t in called):
        return called
    further = (ask(scene, token) for ask in (_straight_behind, _within, _renamed, _named_before))
    return [*called, *next((found for found in further if found), ())]


def _straight_behind(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Iran's ally Hezbollah", "its archfoe Iran": the name behind the noun, which the parse made another one."""
    grammar = scene.grammar
    last = token
    while last + 1 < len(grammar) and grammar.tags[last + 1] in IN_NAMES and last - token < LONGEST_NAME:
        last += 1
    named = last > token and grammar.tags[token] == "NN" and grammar.tags[last] in PROPER_TAGS
    return (last,) if named and scene.kind(last) in FORCES - {"other"} else ()


def _ends_a_name(grammar: Grammar, token: int) -> bool:
    """Whether a mark ends the name before it: no hyphen within a word."""
    return grammar.words[token] in ENDS_OF_NAMES and (
        grammar.words[token] != "-" or grammar.ends[token - 1] < grammar.starts[token]
    )


def _within(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Its rivals in the Islamic State": those of a group, and not of a country."""
    inside = prepositional(scene.grammar, token, "in", "within") if scene.grammar.tags[token] == "NNS" else ()
    return tuple(t for t in inside if scene.kind(t) in GROUPS and scene.grammar.tags[t] in PROPER_TAGS)


def _by_place(scene: Scene, token: int) -> tuple[int, ...]:
    """Who is said to be it, by where the noun stands to them."""
    ask = BY_PLACE.get(scene.grammar.deps[token])
    return ask(scene, token) if ask is not None else ()


def _above(scene: Scene, token: int) -> tuple[int, ...]:
    """The name that it stands beside; of "Chad and Mali, patrons of the group" both."""
    grammar, head = scene.grammar, scene.grammar.heads[token]
    if grammar.tags[token] != "NNS":
        return (head,)
    while grammar.deps[head] == "conj" and scene.kind(grammar.heads[head]) == scene.kind(head):
        head = grammar.heads[head]
    return tuple(t for t in conjuncts(grammar, head) if t < token)


def _group_above(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Its ally Hezbollah", where the parse makes one noun phrase of both."""
    head = scene.grammar.heads[token]
    return (head,) if scene.kind(head) in ("armed_group", "coalition") else ()


def _one_of_or_as(scene: Scene, token: int) -> tuple[int, ...]:
    """ "One of its allies", "regards them as an ally"."""
    grammar, before = scene.grammar, scene.grammar.heads[token]
    over = grammar.heads[before]
    if grammar.lowers[before] == "of" and grammar.lowers[over] in ONE:
        return _by_place(scene, over)
    if grammar.lowers[before] == "among":
        among = scene.reading.clause_at.get(over)
        return among.slots.get("object" if among.lemma in COUNTING else "subject", ()) if among is not None else ()
    clause = scene.reading.clause_at.get(over) if grammar.lowers[before] == "as" else None
    if clause is None:
        return ()
    return clause.slots.get("subject" if clause.lemma in ACTING_AS else "object", ())


def _sworn(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Its sworn enemy", where the parse makes a verb of the participle."""
    head = scene.grammar.heads[token]
    return (head,) if head == token - 1 and scene.grammar.lowers[head] == "sworn" else ()


def _complement(scene: Scene, token: int) -> tuple[int, ...]:
    clause = scene.reading.owner(scene.grammar.heads[token])
    return clause.slots.get("subject", ()) if clause is not None else ()


def _what_it_is(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Its main ally is Hezbollah", "its allies include Chad and Mali": who is named behind the verb."""
    grammar, verb = scene.grammar, scene.grammar.heads[token]
    behind = [c for c in grammar.children[verb] if c > verb > token and grammar.deps[c] in ("attr", "dobj")]
    named = (t for c in behind for t in conjuncts(grammar, c)) if grammar.lemmas[verb] in ("be", "include") else ()
    return tuple(t for t in named if grammar.tags[t] in PROPER_TAGS)


def _named_so(scene: Scene, token: int) -> tuple[int, ...]:
    """ "The X, which Washington calls an affiliate of the Y"."""
    clause = scene.reading.clause_at.get(scene.grammar.heads[token])
    return clause.slots.get("object", ()) if clause is not None else ()


def _beside_another(scene: Scene, token: int) -> tuple[int, ...]:
    """ "The strongest of the armies and a client of China": said of whom the noun before it is said of."""
    grammar, first = scene.grammar, scene.grammar.heads[token]
    if (named := _before_others(grammar, token)) is not None:
        return tuple(t for t in {*conjuncts(grammar, first), named} if t <= named and grammar.tags[t] in PROPER_TAGS)
    taken_for = grammar.deps[first] == "pobj" and grammar.lowers[grammar.heads[first]] == "as"
    beside = taken_for or (grammar.deps[first] in ("appos", "attr") and not is_in_a_list(grammar, first))
    if beside and any(grammar.deps[c] == "cc" for c in grammar.children[first]):
        return _by_place(scene, first)
    return _before_comma(scene, token)


def _before_others(grammar: Grammar, token: int) -> int | None:
    """ "The X Division and other factions of the Y": the name that these words stand behind, wherever they hang."""
    others = (c for c in grammar.children[token] if grammar.lowers[c - 1 : c + 1] == ["and", "other"])
    return next((c - 2 for c in others if grammar.tags[c - 2] in PROPER_TAGS), None)


def _before_comma(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Groups from Misrata, rivals of the militias": an apposition that was read as one of a list."""
    grammar, at = scene.grammar, scene.grammar.heads[token]
    if grammar.words[grammar.edges[token][0] - 1] != "," or any(grammar.deps[c] == "cc" for c in grammar.children[at]):
        return ()
    while grammar.deps[at] in ("pobj", "prep", "conj", "compound") and scene.kind(at) is None:
        at = grammar.heads[at]
    return (at,)


BY_PLACE: dict[str, Callable[[Scene, int], tuple[int, ...]]] = {
    "appos": _above, "compound": _group_above, "nmod": _group_above, "pobj": _one_of_or_as, "conj": _beside_another,
    "dobj": _sworn, "attr": _complement, "oprd": _named_so, "nsubj": _what_it_is,
}  # fmt: skip


def _renamed(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Its branch in the Sahel, JNIM,": the party whose name stands behind the comma, wherever the parse hung it."""
    grammar = scene.grammar
    if grammar.tags[token] not in ("NN", "NNP"):
        return ()
    near = range(token + 1, min(token + 9, grammar.sentences[grammar.sentence_of[token]][1] - 1))
    comma = next((t for t in near if grammar.words[t] == "," or grammar.tags[t][0] in "VM"), None)
    if comma is None or grammar.words[comma] != ",":
        return ()
    at, after = comma + 1, min(comma + LONGEST_NAME, len(grammar) - 1)
    while at < after and not _ends_a_name(grammar, at) and grammar.tags[at] in LEADING_TO_NAMES:
        at += 1
    named = _ends_a_name(grammar, at) and scene.kind(at - 1) in FORCES
    return (at - 1,) if named and (scene.in_name(at - 1) or grammar.tags[at - 1] in PROPER_TAGS) else ()


def _named_before(scene: Scene, token: int) -> tuple[int, ...]:
    """ "JNIM (the Group), al-Qaeda's affiliate in the Sahel, wants": the party whose name ends before the comma that
    opens the noun's phrase, wherever the parse hung it."""
    grammar, at = scene.grammar, token - 1
    first = max(grammar.sentences[grammar.sentence_of[token]][0], token - LONGEST_NAME)
    while at > first and grammar.tags[at] in BEFORE_THE_NOUN:
        at -= 1
    name = at - 1 - (grammar.words[at - 1] == ")")
    bracketed = grammar.words[at] == "," and name > first and _closes(scene, token)
    return (name,) if bracketed and scene.in_name(name) and scene.kind(name) in FORCES else ()


def _closes(scene: Scene, token: int) -> bool:
    """Whether a comma ends what stands behind the noun, before any verb or "and"."""
    grammar = scene.grammar
    near = range(token + 1, min(token + LONGEST_NAME, len(grammar)))
    mark = next(
        (t for t in near if grammar.words[t] == "," or grammar.tags[t][0] in "VM" or grammar.tags[t] == "CC"), 0
    )
    return bool(mark) and grammar.words[mark] == ","
