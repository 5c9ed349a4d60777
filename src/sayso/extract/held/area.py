"""What is held: the places behind the noun phrases of a clause of control, and how much of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.codebook import ControlRule, load_codebook
from sayso.codebook.places import load_place_words
from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene
from sayso.parse import Grammar, conjuncts, meant, prepositional

GROUND_CLASSES = ("place", "territory", "site", "structure")
WITHIN = ("of", "in", "at", "around", "over", "near", "across", "to")
BARE_PARTS = frozenset(
    (
        "part",
        "whole",
        "entirety",
        "bulk",
        "remainder",
        "sector",
        "half",
        "much",
        "most",
        "many",
        "third",
        "quarter",
        "side",
        "rest",
        "percent",
        "%",
        "cent",
        "control",
        "mile",
        "kilometre",
        "kilometer",
        "hectare",
        "acre",
    )
)
"""Words that are ground only by what they are a part of."""
LOCAL_PARTS = frozenset(("centre", "center", "approach", "outskirt"))
"""Parts of the town that is spoken of: "hold the centre", "the eastern approaches", "entered Masisi centre"."""
PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per\s?cent)")
QUARTERS = frozenset(("quarter", "quarters"))
STATED = re.compile(r"half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth")
"""Fractions that name a share; "most" names none."""
PLACING = frozenset(("on", "in", "at", "around", "near", "over"))
WITH_THEIR_MEN = frozenset(("garrison", "command"))
DEPTH = 3
DRIVEN_OUT = "drive_out"
"""Who is driven out need not be said to be driven from somewhere."""
IMPOSING = frozenset(("impose", "lay", "enforce", "maintain", "clamp"))
"""What is done to the place spoken of: "the siege imposed by the army has entered its fourth month"."""


class Area(NamedTuple):
    """The head tokens of the phrases that name an area, and the places that these name, if they name any.

    is_theirs: "their posts", "their homes": what one leaves behind, no place that changes hands. is_named: the area
    has a name, whether or not it is known where it lies.
    """

    tokens: tuple[int, ...]
    places: tuple[str, ...]
    is_theirs: bool = False
    is_named: bool = False


def area_of_slot(scene: Scene, item: Framed, rule: ControlRule) -> Area | None:
    """The area of a clause of control: its first slot that names ground, not only the frame's own noun ("lost its
    foothold in Kaya"). None where no slot does."""
    unplaced, nouns = None, phrase_nouns(scene, item)
    for slot in _in_order(scene, item, rule.area):
        if _acts_on_something_else(scene, item, rule, slot):
            return None
        tokens = tuple(
            t for t in _fillers(scene, item, slot) if scene.grammar.tags[t] not in ("CD",) or _inner(scene, t)
        )
        tokens = tuple(t for t in tokens if not _is_mere_thing(scene, t))
        places = tuple(dict.fromkeys(place for token in tokens for place in area_of(scene, token)))
        if places or any(is_ground(scene, t) or _is_taken_with_its_men(scene, t, rule) for t in tokens):
            theirs = not places and any(_is_theirs(scene, t) for t in tokens)
            inner = (i for t in tokens for i in _inner(scene, t))
            found = Area(tokens, places, theirs, any(is_unknown_name(scene, t) for t in (*tokens, *inner)))
            if places or not set(tokens) <= set(nouns):
                return found
            unplaced = unplaced or found
    if unplaced is not None:
        return unplaced
    driven_out = item.frame.name == DRIVEN_OUT and not item.clause.slots.get("from") and item.clause.lemma != "expel"
    return Area((), ()) if driven_out or _is_imposed(scene, item) else None


def _in_order(scene: Scene, item: Framed, slots: Sequence[str]) -> list[str]:
    """ "A foothold in Krynky on the bank of the Dnipro": of what follows, what is said first."""
    rank = {slot: min(_fillers(scene, item, slot), default=0) if slot in PLACING else 0 for slot in slots}
    return sorted(slots, key=lambda slot: rank[slot])


def _is_taken_with_its_men(scene: Scene, token: int, rule: ControlRule) -> bool:
    """ "Overran the garrison at Kaya", "lost a regional command": whoever is taken with the place where they are."""
    return scene.grammar.lemmas[meant(scene.grammar, token)] in WITH_THEIR_MEN and rule.state in ("gained", "lost")


def _is_mere_thing(scene: Scene, token: int) -> bool:
    """ "Retains thousands of rockets in Lebanon": weapons are no part of the place where they are."""
    return scene.reading.is_a(meant(scene.grammar, token), "weapon", "vehicle")


def _is_imposed(scene: Scene, item: Framed) -> bool:
    grammar, noun = scene.grammar, item.clause.predicate
    told = (c for c in grammar.children[noun] if grammar.deps[c] in ("acl", "relcl"))
    return item.frame.name == "siege" and any(grammar.lemmas[c] in IMPOSING for c in told)


def _is_theirs(scene: Scene, token: int) -> bool:
    return any(scene.grammar.tags[c] == "PRP$" for c in scene.grammar.children[token])


def _acts_on_something_else(scene: Scene, item: Framed, rule: ControlRule, slot: str) -> bool:
    """ "Held a rally in the city": behind an object that is no ground, other slots say only where it was."""
    if slot == "object" or "object" not in rule.area:
        return False
    encircled = item.recipients if rule.state == "besieged" else ()
    objects = (t for t in item.clause.slots.get("object", ()) if t not in encircled or scene.kind(t) is None)
    return any(not item.first <= t <= item.last and not is_ground(scene, t) for t in objects)


def _fillers(scene: Scene, item: Framed, slot: str) -> tuple[int, ...]:
    """The slot's fillers, or what hangs on the nouns of the trigger ("lost control of the town", "laid siege to it") or
    on those besieged ("encircled a brigade at Kaya")."""
    if found := item.clause.slots.get(slot):
        return found
    inside = item.recipients if item.frame.control.state == "besieged" and slot in PLACING else ()
    return tuple(t for n in (*phrase_nouns(scene, item), *inside) for t in prepositional(scene.grammar, n, slot))


def phrase_nouns(scene: Scene, item: Framed) -> tuple[int, ...]:
    """The nouns of the frame's phrase that stand in the clause: control in "lost control", base in "used as a base"."""
    words = {word for verb in item.frame.verbs for word in verb.split()[1:]}
    if item.clause.kind == "adjectival":
        return (item.clause.predicate,)
    nouns = (t for fillers in item.clause.slots.values() for t in fillers if scene.grammar.lemmas[t] in words)
    return tuple(dict.fromkeys(nouns))


def is_ground(scene: Scene, token: int) -> bool:
    """A noun for ground or a site, or a proper name that is nobody's who is known."""
    grammar = scene.grammar
    token = meant(grammar, token)
    if is_unknown_name(scene, token):
        return True
    if grammar.tags[token] == "CD":
        return any(is_ground(scene, t) for t in _inner(scene, token))
    if grammar.lemmas[token] in LOCAL_PARTS:
        named = any(grammar.lowers[c] == "the" or c in scene.setting.places for c in grammar.children[token])
        return named or grammar.lowers[token - 1] in ("city", "town")
    if _is_ward(scene, token) or grammar.lowers[token] in load_place_words().district_nouns - QUARTERS:
        return True
    if grammar.lemmas[token] in BARE_PARTS:
        return any(is_ground(scene, t) for t in _inner(scene, token))
    return scene.reading.is_a(token, *GROUND_CLASSES) or grammar.lowers[token] in ("there", "place", "it")


def is_unknown_name(scene: Scene, token: int) -> bool:
    """A proper name that is nobody's who is known, nor an organisation's by its last word."""
    grammar = scene.grammar
    if grammar.words[token].isupper() and len(grammar.words[token]) > 1:
        return False
    is_name = grammar.words[token][:1].isupper() and grammar.tags[token] in ("NNP", "NNPS", "NN")
    if {token, grammar.heads[token]} & scene.setting.days.times.keys():
        return False
    return is_name and scene.kind(token) in (None, "other") and not scene.reading.classes(token)


def area_of(scene: Scene, token: int) -> tuple[str, ...]:
    """The places that a noun phrase names: sites behind "including", else itself, else what it is a part of."""
    grammar = scene.grammar
    named = [t for child in (token, *_inner(scene, token)) for t in prepositional(grammar, child, "including")]
    if sites := scene.place(*named):
        return sites
    return _named(scene, token, DEPTH)


def _named(scene: Scene, token: int, depth: int) -> tuple[str, ...]:
    joined = [t for t in _listed(scene.grammar, token) if t == token or not _is_excepted(scene, t)]
    if called := scene.place(*_called(scene, token)):
        return called
    parts = [t for t in joined if t != token and _is_a_part(scene.grammar, t)]
    if own := scene.place(*joined, *_renamed(scene, token)):
        return tuple(dict.fromkeys((*own, *scene.place(*(t for part in parts for t in _inner(scene, part))))))
    if not depth or is_unknown_name(scene, token):
        return ()
    inside = (inner for part in (token, *parts) for inner in _inner(scene, part))
    return tuple(dict.fromkeys(place for inner in inside for place in _named(scene, inner, depth - 1)))


def _listed(grammar: Grammar, token: int) -> tuple[int, ...]:
    """ "The capital Sanaa and most of the north", "most of Kaya, all of Dori and half of Arbinda": with what the parse
    joined to the name or made another one of it."""
    beside = [c for c in grammar.children[token] if grammar.deps[c] == "appos"]
    further = (t for c in beside for t in conjuncts(grammar, c) if _is_a_part(grammar, t))
    joined = conjuncts(grammar, token)
    return (*joined, *(t for t in further if t not in joined))


def _is_a_part(grammar: Grammar, token: int) -> bool:
    return grammar.lemmas[token] in BARE_PARTS or grammar.lowers[token] == "all" or grammar.tags[token] == "CD"


def _is_excepted(scene: Scene, token: int) -> bool:
    """ "All regions of the country but Kaya": what is joined on by "but" alone."""
    first = scene.grammar.edges[token][0]
    return scene.grammar.lowers[first - 1] in ("but", "except", "save")


def _called(scene: Scene, token: int) -> tuple[int, ...]:
    """ "Uvira is the last town in South Kivu held by ...", "Uvira, a town that fell": what is called so."""
    grammar, verb = scene.grammar, scene.grammar.heads[token]
    if grammar.deps[token] == "appos" and grammar.tags[token] == "NN" and verb in scene.setting.places:
        return (verb,) if any(entry.place_kind for entry in scene.reading.classes(token)) else ()
    if grammar.deps[token] != "attr" or grammar.lemmas[verb] not in ("be", "remain"):
        return ()
    return tuple(t for c in grammar.children[verb] if grammar.deps[c] == "nsubj" for t in conjuncts(grammar, c))


def _renamed(scene: Scene, token: int) -> tuple[int, ...]:
    """ "The state capital, Wad Madani": the name behind the comma."""
    grammar = scene.grammar
    if grammar.lemmas[token] in BARE_PARTS:
        return ()
    after = grammar.edges[token][1] + 1
    beside = [c for c in grammar.children[token] if grammar.deps[c] == "appos"]
    if grammar.tags[token] == "NNS":
        return tuple(place for name in beside for place in conjuncts(grammar, name))
    if after + 1 < len(grammar) and grammar.words[after] == ",":
        near = range(after + 1, min(after + 4, len(grammar)))
        verb = next((t for t in near if grammar.tags[t][0] == "V"), near.stop)
        beside += [t for t in range(near.start, verb) if t in scene.setting.places][:1]
    return tuple(beside)


def _inner(scene: Scene, token: int) -> tuple[int, ...]:
    """What the phrase is a part of: behind a preposition, or before it as "Aleppo's eastern half"."""
    grammar = scene.grammar
    lemma = grammar.lemmas[token]
    owning = ("compound", "poss") if lemma in LOCAL_PARTS else ("poss",) if lemma in BARE_PARTS else ()
    owners = [c for c in grammar.children[token] if grammar.deps[c] in owning]
    return (*(t for t in prepositional(grammar, token, *WITHIN) if not _is_excepted(scene, t)), *owners)


# -- how much --------------------------------------------------------------------------------------------------------
@cache
def _fractions() -> tuple[re.Pattern[str], dict[str, float]]:
    words = {word: part for word, part in load_codebook().numbers.fractions.items() if STATED.search(word)}
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})\s+of\b", re.IGNORECASE), dict(words)


def _is_ward(scene: Scene, token: int) -> bool:
    """ "The Muslim quarter of the city": a part of a town by its people, no fourth of it."""
    grammar = scene.grammar
    said = (c for c in grammar.children[token] if grammar.deps[c] in ("amod", "compound", "nmod", "poss"))
    return grammar.lemmas[token] == "quarter" and any(
        grammar.words[c][0].isupper() or grammar.tags[c] == "JJ" or grammar.deps[c] == "compound" for c in said
    )


def share_of(scene: Scene, area: Area) -> float | None:
    """The stated share of the area, in percent: "80 percent of the city", "a third of the district"."""
    for token in area.tokens:
        start, end = scene.grammar.subtree(token)
        if match := PERCENT.search(scene.reading.text, start, end):
            return float(match[1])
        pattern, values = _fractions()
        match = pattern.search(scene.reading.text, start, end)
        if match and not _is_ward(scene, token):
            return round(100 * values[match[1].lower()], 1)
    return None
