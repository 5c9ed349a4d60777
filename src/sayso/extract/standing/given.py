"""Relations by what one gives another, and by what one stands in: "with Turkish backing", "arms deliveries to Syria",
"provides air support to", "at war with", "a member of", "under the umbrella of"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.codebook import Phrases, load_codebook
from sayso.extract.scene import Scene
from sayso.extract.standing.called import ACTING_AS
from sayso.extract.standing.mutual import with_each_other
from sayso.extract.standing.sides import PERSONAL, apposed, is_in_a_list, is_one_man, named_behind, sides_of
from sayso.extract.standing.stated import SENT, TOLD, Stated
from sayso.parse import Clause, conjuncts, prepositional
from sayso.records.claims import Realis, RelationType

GIVING = frozenset(("give", "provide", "lend", "extend", "offer", "deliver", "send", "supply", "channel", "funnel"))
GETTING = frozenset(("receive", "get", "have", "enjoy", "win", "obtain", "secure", "draw", "appreciate", "accept"))
REACHING = frozenset(("reach", "flow", "go", "pour", "come", "arrive"))
SUPPLIES: RelationType = "arms"
"""Weapons and the like: who uses somebody's weapons need not have got them of him."""
BY_MEANS = frozenset(("with", "under", "through"))
IN_NAMES = frozenset(("NNP", "POS"))
RELYING = frozenset(("depend", "rely", "count", "lean", "survive"))
BEARING = frozenset(("state", "state_force", "armed_group", "coalition", "political"))
ENDING = frozenset(
    (
        "end",
        "withdraw",
        "cut",
        "halt",
        "suspend",
        "stop",
        "drop",
        "cease",
        "freeze",
        "quit",
        "discontinue",
        "terminate",
        "pause",
        "curtail",
    )
)
"""What these are said of was given till then."""
PLAIN = frozenset(("help", "money", "cash", "funding", "financing"))
"""What is given to states in peace as well: no side is taken by it."""
GETTERS = BEARING | {"ethnic"}
GIVERS = BEARING | {"intergovernmental", "ethnic"}
TIED = frozenset(("armed_group", "coalition", "political", "other"))
"""Those of whom "a group with ties to" is told."""
HIMSELF = frozenset(("himself", "herself"))
TOGETHER = frozenset(("together", "along"))
LOADS = frozenset(
    ("shipload", "planeload", "shipment", "consignment", "delivery", "batch", "load", "crate", "truckload")
)
SEAT = "seat"
"""What a party has in a parliament, too, and is no part of that."""
OF_A_STATE = frozenset(("compound", "amod", "nmod", "poss"))


@cache
def _gifts() -> Phrases[RelationType]:
    return Phrases((noun, entry.type) for entry in load_codebook().relations for noun in entry.gifts)


@cache
def _bonds() -> dict[str, list[tuple[str, str, RelationType, bool]]]:
    """Noun -> what leads into it, the preposition behind it, the relation, whether the ends change places."""
    table: dict[str, list[tuple[str, str, RelationType, bool]]] = {}
    for entry in load_codebook().relations:
        for bond in entry.bonds:
            into, noun, out = bond.split()
            table.setdefault(noun, []).append((into, out, entry.type, entry.reversed))
    return table


@cache
def _wanted() -> frozenset[str]:
    return frozenset((*_gifts().table, *_bonds()))


def by_gift_or_bond(scene: Scene) -> Iterator[Stated]:
    """All relations of these two forms."""
    grammar, bonds = scene.grammar, _bonds()
    wanted = _wanted()
    for token in grammar.tokens_of_lemmas(wanted):
        if grammar.lemmas[token] in bonds:
            yield from _bound(scene, token)
            yield from _bound_together(scene, token)
        if grammar.tags[token][:2] == "NN" and grammar.deps[token] != "compound":
            yield from _given(scene, token)


# -- gifts --------------------------------------------------------------------------------------------------------
def _given(scene: Scene, token: int) -> Iterator[Stated]:
    grammar = scene.grammar
    types = [kind for _, kind in _gifts().ending_at(grammar.lemmas, token, lowers=grammar.lowers)][:1]
    if not types:
        return
    givers, getters = [*_own_givers(scene, token)], [*_own_getters(scene, token)]
    more_givers, more_getters, clause = _by_place(scene, token, used=types[0] == SUPPLIES)
    theirs = all(grammar.tags[t] == "PRP$" for t in givers)
    givers, getters = (more_givers or givers) if theirs else givers, getters or more_getters
    realis = _realis(scene, token, clause)
    subject, obj = _giving(scene, givers, types[0]), _getting(scene, getters, token, types[0])
    if subject and obj and realis in TOLD:
        here = [t for t in (*givers, *getters, token) if grammar.sentence_of[t] == grammar.sentence_of[token]]
        at = clause.predicate if clause is not None else token
        yield Stated("given", at, subject, types[0], obj, grammar.span(min(here), max(here)), realis)


def _giving(scene: Scene, givers: list[int], kind: RelationType) -> tuple[str, ...]:
    """Parties, or the people whom they send."""
    found = tuple(i for t in givers if scene.kind(t) in GIVERS for i in scene.owner_in(t) or scene.parties(t))
    found = found or sides_of(scene, (t for t in givers if scene.kind(t) == "person"), kind)
    return found or scene.state(*givers) or scene.people(*(t for t in givers if scene.grammar.lemmas[t] in SENT))


def _getting(scene: Scene, getters: list[int], token: int, kind: RelationType) -> tuple[str, ...]:
    bearing = _bearing(scene.grammar.lemmas[token])
    found = scene.parties(*(t for t in getters if scene.kind(t) in bearing))
    found = found or sides_of(scene, (t for t in getters if scene.kind(t) == "person"), kind)
    return found or (scene.state(*getters) if "state" in bearing else ())


def _bearing(gift: str) -> frozenset[str]:
    return BEARING - {"state"} if gift in PLAIN else GETTERS


def _realis(scene: Scene, token: int, clause: Clause | None) -> Realis:
    """Support that was ended is no more; support that somebody wants ended goes on."""
    told = scene.status(clause.predicate if clause is not None else token).realis
    return at_its_end(told) if clause is not None and clause.lemma.split()[0] in ENDING else told


def at_its_end(ending: Realis) -> Realis:
    """Whether something goes on, by whether it was brought to an end or is only to be."""
    return "negated" if ending in ("happened", "ongoing") else "ongoing"


def _own_givers(scene: Scene, token: int) -> Iterator[int]:
    """ "Russia's backing", "Turkish air support", "the help of the United States"."""
    grammar = scene.grammar
    for child in grammar.children[token]:
        named = grammar.deps[child] in ("amod", "compound", "nmod") and scene.kind(child) in ("state", "armed_group")
        if grammar.deps[child] == "poss" or (named and grammar.words[child][:1].isupper()):
            yield from conjuncts(grammar, child)
        elif child and grammar.lowers[child] == "military" and scene.kind(child - 1) in ("state", "state_force"):
            yield child - 1
    yield from prepositional(grammar, token, "of", "from", "by")


def _own_getters(scene: Scene, token: int) -> Iterator[int]:
    """ "Support for the Taliban"; a name straight behind the word is meant whatever verb the parse hung it on."""
    grammar, after = scene.grammar, token + 1
    yield from prepositional(grammar, token, "for", "to")
    if after + 2 < len(grammar) and grammar.lowers[after] in ("for", "to"):
        first = last = after + 2 if grammar.tags[after + 1] == "DT" else after + 1
        while last + 1 < len(grammar) and grammar.tags[first][:3] == "NNP" and grammar.tags[last + 1][:3] in IN_NAMES:
            last += 1
        last += last + 1 < len(grammar) and grammar.tags[last + 1] in ("NN", "NNS")
        if grammar.tags[first][:3] == "NNP" and grammar.tags[last][:2] == "NN":
            yield last


def _by_place(scene: Scene, token: int, *, used: bool) -> tuple[list[int], list[int], Clause | None]:
    """Who gives, who gets, by the verb that has the gift for its object or the preposition before it. used: it is a
    thing that one may do something with."""
    grammar, head = scene.grammar, scene.grammar.heads[token]
    relied_on = grammar.lowers[head] == "on" and grammar.lemmas[grammar.heads[head]] in RELYING
    if grammar.deps[token] == "pobj" and (relied_on or (grammar.lowers[head] in BY_MEANS and not used)):
        over = grammar.heads[head]
        clause = scene.reading.clause_at.get(over)
        return [], [over] if clause is None else list(_doers(clause)), clause
    token = _first_of_list(scene, token)
    head = grammar.heads[token]
    clause = scene.reading.clause_at.get(head) if grammar.deps[token] in ("dobj", "nsubjpass") else None
    clause = clause or _lent(scene, token) or _reaching(scene, token)
    if clause is None:
        return [], [], None
    subjects, lemma = list(clause.slots.get("subject", ())), clause.lemma.split()[0]
    if lemma in REACHING:
        return [], list(clause.fillers("object", "to")), clause
    if lemma in ENDING:
        return subjects, list(clause.fillers("from", "to", "for")), clause
    if lemma in GIVING:
        return subjects, list(clause.fillers("indirect", "to", "for")), clause
    return (list(clause.slots.get("from", ())), subjects, clause) if lemma in GETTING else ([], [], clause)


def _first_of_list(scene: Scene, token: int) -> int:
    """ "Received weapons and money", "shiploads of weapons": the noun that hangs on the verb."""
    grammar = scene.grammar
    if grammar.deps[token] == "pobj" and grammar.lemmas[grammar.heads[grammar.heads[token]]] in LOADS:
        return grammar.heads[grammar.heads[token]]
    while grammar.deps[token] == "conj" and grammar.tags[grammar.heads[token]][:2] == "NN":
        token = grammar.heads[token]
    return token


def _lent(scene: Scene, token: int) -> Clause | None:
    """ "The support that the villages lend to the rebels": the clause that says who gives it."""
    grammar = scene.grammar
    above = (c for c in grammar.children[token] if grammar.deps[c] in ("relcl", "acl"))
    clauses = (scene.reading.clause_at.get(c) for c in above)
    return next((c for c in clauses if c is not None and token in c.slots.get("object", ())), None)


def _reaching(scene: Scene, token: int) -> Clause | None:
    """ "Arms from Iran reach the militia": the clause of which the gift is the subject."""
    clause = scene.reading.clause_at.get(scene.grammar.heads[token]) if scene.grammar.deps[token] == "nsubj" else None
    return clause if clause is not None and clause.lemma in REACHING else None


# -- bonds --------------------------------------------------------------------------------------------------------
def _bound(scene: Scene, token: int) -> Iterator[Stated]:
    grammar = scene.grammar
    into, subjects, clause = _led_in(scene, token)
    for wanted, out, kind, turned in _bonds()[grammar.lemmas[token]]:
        named = tuple(apposed(scene, t) for t in (*subjects, *_besides(scene, token, kind)))
        ties = into != "with" or (clause is None and any(scene.kind(t) in TIED for t in named))
        if wanted != into or not ties or _is_refused(scene, token):
            continue
        others = _behind(scene, token, out) or (_whose(scene, token) if out == "of" else ())
        others = others or (clause.slots.get(out, ()) if clause is not None and into == "be" else ())
        others = others if grammar.lemmas[token] != SEAT else [t for t in others if scene.kind(t) != "state"]
        others = tuple(n for t in others for n in named_behind(scene, t) or (apposed(scene, t),))
        named = tuple(t for t in named if kind != "leads" or _can_be_led(scene, t))
        one = scene.parties(*_not_persons(scene, named)) or _men(scene, named, kind) if others else ()
        other = (_parties_and_states(scene, others) or _men(scene, others, kind)) if one else ()
        other = other or (_of_whose(scene, others) if one and kind == "leads" else ())
        if not other:
            continue
        ends = (other, one) if turned else (one, other)
        here = [t for t in (*named, *others, token) if grammar.sentence_of[t] == grammar.sentence_of[token]]
        at = clause.predicate if clause is not None else token
        yield Stated("bond", at, ends[0], kind, ends[1], grammar.span(min(here), max(here)))


def _can_be_led(scene: Scene, token: int) -> bool:
    """No town, and nobody's name of whom nothing is known: "Kaya is under the control of the rebels"."""
    return token not in scene.setting.places and scene.kind(token) != "other"


def _men(scene: Scene, tokens: tuple[int, ...], kind: RelationType) -> tuple[str, ...]:
    """ "The general is at odds with the president": men by name, where these may stand for their side."""
    return sides_of(scene, (t for t in tokens if scene.kind(t) == "person"), kind) if kind in PERSONAL else ()


def _parties_and_states(scene: Scene, tokens: tuple[int, ...]) -> tuple[str, ...]:
    """ "Has ties to both Riyadh and the Houthis": a capital behind such a word is its state."""
    each = (scene.parties(*_not_persons(scene, (t,))) or scene.state(t) for t in tokens)
    return tuple(dict.fromkeys(i for ids in each for i in ids))


def _behind(scene: Scene, token: int, out: str) -> tuple[int, ...]:
    """ "At war with the army", "at daggers drawn with the army"."""
    grammar = scene.grammar
    drawn = (c for c in grammar.children[token] if grammar.deps[c] == "acl" and c == token + 1)
    return tuple(t for at in (token, *drawn) for t in prepositional(grammar, at, out))


def _besides(scene: Scene, token: int, kind: RelationType) -> tuple[int, ...]:
    """ "One of three members of the alliance, alongside the X", "a member together with the X": the X is one, too."""
    grammar, over = scene.grammar, scene.grammar.heads[scene.grammar.heads[token]]
    if kind != "part_of":
        return ()
    beside = (t for at in (token, over) for t in prepositional(grammar, at, "alongside"))
    together = (t for t in prepositional(grammar, token, "with") if grammar.lowers[grammar.heads[t] - 1] in TOGETHER)
    return (*beside, *(t for first in together for t in conjuncts(grammar, first)))


def _is_refused(scene: Scene, token: int) -> bool:
    """ "Although not a member of the alliance": "not" stands before the noun and its article."""
    grammar = scene.grammar
    first = min((c for c in grammar.children[token] if c < token), default=token)
    before = (t for t in range(max(first - 1, 0), token) if grammar.lowers[t] == "not")
    return any(grammar.tags[grammar.heads[t]][0] != "V" for t in before)


def _whose(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Under Kenyan command", "at Iran's side": whose it is, named before it."""
    grammar = scene.grammar
    before = (c for c in grammar.children[token] if c < token and grammar.deps[c] in OF_A_STATE)
    return tuple(t for c in before if scene.kind(c) in BEARING for t in conjuncts(grammar, c))


def _of_whose(scene: Scene, others: tuple[int, ...]) -> tuple[str, ...]:
    """ "Control over the militia's operations": whoever owns what is led."""
    deeds = (t for t in others if not is_one_man(scene, t))
    return scene.parties(*(t for other in deeds for t in _whose(scene, other)))


def _bound_together(scene: Scene, token: int) -> Iterator[Stated]:
    """ "The two states are at war": with each other."""
    before = scene.grammar.heads[token]
    other = any(_behind(scene, token, out) for out in ("with", "against", "on"))
    if scene.grammar.deps[token] != "pobj" or other:
        return
    for into, _, kind, _ in _bonds()[scene.grammar.lemmas[token]]:
        clause = scene.reading.clause_at.get(scene.grammar.heads[before])
        if into == scene.grammar.lowers[before] and clause is not None and clause.lemma == "be":
            yield from with_each_other(scene, token, kind)


def _not_persons(scene: Scene, tokens: tuple[int, ...]) -> list[int]:
    common = ("NN", "NNS")
    tokens = tuple(t for t in tokens if not is_one_man(scene, t) and scene.grammar.lowers[t] not in HIMSELF)
    kinds = [(t, scene.kind(t)) for t in tokens]
    return [
        t
        for t, kind in kinds
        if kind in (GIVERS if scene.grammar.tags[t] in common else (*GIVERS, "other", "religious"))
    ]


def _led_in(scene: Scene, token: int) -> tuple[str, tuple[int, ...], Clause | None]:
    """The word that leads to the noun (a preposition, "be", or a verb), who stands before it, and their clause."""
    grammar, head = scene.grammar, scene.grammar.heads[token]
    dep, clause = grammar.deps[token], None
    if dep == "appos":
        return ("", (), None) if is_in_a_list(grammar, token) else ("be", (head,), None)
    if dep == "conj" and grammar.deps[head] in ("appos", "attr") and grammar.tags[token] == "NN":
        return _led_in(scene, head)
    one = grammar.heads[head]
    if dep == "pobj" and grammar.lowers[one] == "one" and grammar.deps[one] in ("attr", "appos"):
        return _led_in(scene, one)
    if dep == "pobj":
        over = grammar.heads[head]
        if grammar.lowers[head] == "with" and grammar.deps[over] == "pobj" and scene.kind(over) is None:
            over = grammar.heads[grammar.heads[over]]
        clause = scene.reading.clause_at.get(over)
        subjects = _doers(clause) if clause is not None else (over,)
        if clause is not None and grammar.lowers[head] == "as" and clause.lemma not in ACTING_AS:
            subjects = clause.slots.get("object", ())
        return grammar.lowers[head], subjects, clause
    if dep in ("attr", "dobj"):
        own = scene.reading.clause_at.get(token)
        clause = own if own is not None and own.kind != "nominal" else scene.reading.owner(head)
    if clause is None:
        return "", (), None
    return ("be" if dep == "attr" else clause.lemma.split()[0]), clause.slots.get("subject", ()), clause


def _doers(clause: Clause) -> tuple[int, ...]:
    """Whoever the verb is about: its subject, the object of a passive, whose deed a noun tells."""
    if clause.kind == "nominal":
        return clause.fillers("poss", "by", "modifier")
    return clause.slots.get("object", ()) if clause.passive else clause.slots.get("subject", ())
