"""Names of which the words say that somebody holds, takes, loses or besieges them, as is said of places."""

from __future__ import annotations

from sayso.extract.where.words import HYPHENS, Words
from sayso.parse import prepositional

HELD = frozenset({"held", "controlled", "occupied", "besieged", "ruled", "governed", "administered"})
RULE = frozenset({"control", "grip", "hold", "stranglehold", "sway", "authority", "dominance", "foothold", "chokehold"})
RULE_LINKS = frozenset({"of", "over", "on"})
TAKING = frozenset(
    {
        "siege", "encirclement", "blockade", "capture", "recapture", "fall", "seizure", "liberation", "occupation",
        "conquest", "takeover", "besieging", "evacuation", "storming", "defence", "defense", "reconquest",
    }
)  # fmt: skip
FIGHTING = frozenset({"battle", "fight", "struggle", "vie", "battles"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNDERGONE = frozenset(
    {
        "retake", "recapture", "overrun", "encircle", "besiege", "occupy", "bombard", "storm", "contest", "blockade",
        "reoccupy", "annex", "raze", "depopulate", "demine", "defend", "hem", "ring",
    }
)  # fmt: skip
"""Verbs whose object is a place, if a name: captured, held and surrounded are people as well."""
STAYING = frozenset({"be", "remain", "stay", "come", "fall", "pass", "slip"})
RULED = frozenset({"control", "rule", "siege", "occupation", "blockade", "hand", "sway", "administration"})
RULED_BY = frozenset({"under", "in", "into", "outside"})

TAKEN = frozenset(
    {
        "seize", "capture", "take", "liberate", "clear", "secure", "free", "reclaim", "recover", "regain", "abandon",
        "cede", "vacate", "lose", "hold", "control", "rule", "govern", "administer", "win", "hand", "surround",
        "evacuate",
    }
)  # fmt: skip
"""Verbs whose object may be a place: enough for a name of the gazetteer."""
SERVING = frozenset({"serve", "become", "be", "remain"})
SEATS = frozenset({"capital", "stronghold", "bastion", "base", "headquarters", "seat", "redoubt", "fiefdom"})
SHARES = frozenset({"all", "most", "half", "much", "part", "parts", "third", "rest", "whole", "cent", "percent", "%"})


def is_taken(words: Words, first: int, last: int) -> bool:
    """ "X was seized", "took all of X", "X served as the capital of", "X, the de facto capital": of a known name."""
    grammar = words.grammar
    verb, dep = grammar.heads[last], grammar.deps[last]
    if dep == "nsubjpass" or (dep == "dobj" and verb == first - 1):
        return grammar.lemmas[verb] in TAKEN
    if dep == "pobj" and words.lower(first - 1) == "of" and words.lower(first - 2) in SHARES:
        return grammar.lemmas[grammar.heads[grammar.heads[verb]]] in TAKEN | UNDERGONE
    told = [c for c in grammar.children[last] if grammar.deps[c] == "appos"]
    if dep == "nsubj" and grammar.lemmas[verb] in SERVING:
        told += [c for c in grammar.children[verb] if grammar.deps[c] == "attr"] + list(
            prepositional(grammar, verb, "as")
        )
    return any(grammar.lemmas[t] in SEATS for t in told)


def is_held(words: Words, first: int) -> bool:
    """ "Rebel-held X", "government-controlled X": a name behind a word that says who holds it."""
    held = words.lower(first - 1) in HELD and words.lower(first - 2) in HYPHENS
    return held and words.lower(first - 3) != "state"


def is_fought_over(words: Words, first: int, last: int) -> bool:
    """ "Control of X", "the siege of X", "X fell to", "X remains under the control of"."""
    return _behind_rule(words, first) or _is_ruled(words, last)


def _behind_rule(words: Words, first: int) -> bool:
    link, noun = words.lower(first - 1), words.lower(first - 2)
    if link == "for":
        return noun in FIGHTING
    return (link in RULE_LINKS and noun in RULE) or (link == "of" and noun in TAKING)


def _is_ruled(words: Words, last: int) -> bool:
    grammar, verb = words.grammar, words.grammar.heads[last]
    if grammar.deps[last] not in SUBJECTS or verb <= last:
        return False
    lemma = grammar.lemmas[verb]
    if lemma in UNDERGONE:
        return grammar.deps[last] == "nsubjpass"
    if lemma == "change":
        return any(grammar.lowers[child] == "hands" for child in grammar.children[verb])
    if lemma == "fall" and any(grammar.lowers[child] == "to" for child in grammar.children[verb]):
        return True
    told = prepositional(grammar, verb, *RULED_BY) if lemma in STAYING else ()
    return any(grammar.lemmas[token] in RULED for token in told)
