"""Names of which the words say that somebody holds, takes, loses or besieges them, as is said of places."""

from __future__ import annotations

from sayso.extract.where.words import HYPHENS, Words
from sayso.parse import prepositional

HELD = frozenset({"held", "controlled", "occupied", "besieged", "ruled", "governed", "administered"})
RULE = frozenset({"control", "grip", "hold", "stranglehold", "sway", "authority", "dominance", "foothold", "chokehold"})
ONLY = frozenset({"only", "just", "nearly", "almost", "both"})
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
        "reoccupy", "annex", "raze", "depopulate", "demine", "defend", "hem", "ring", "garrison", "administer",
        "govern", "dispute",
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
        "evacuate", "dominate", "garrison", "retain", "patrol", "wrest", "quit", "leave", "relinquish", "run",
    }
)  # fmt: skip
"""Verbs whose object may be a place: enough for a name of the gazetteer."""
SERVING = frozenset({"serve", "become", "be", "remain"})
STRONGHOLDS = frozenset(
    {"stronghold", "bastion", "redoubt", "fiefdom", "fief", "garrison", "enclave", "hideout", "outpost"}
)
BASES = frozenset({"base", "seat", "hub"})
CONTESTED = frozenset({"contested", "disputed", "besieged", "encircled", "divided", "surrounded"})
TOLD = frozenset({"acl", "relcl"})
FALLEN = frozenset({"to", "on", "after", "without"})
SEATS = frozenset({"capital", "stronghold", "bastion", "base", "headquarters", "seat", "redoubt", "fiefdom"})
SHARES = frozenset({"all", "most", "half", "much", "part", "parts", "third", "rest", "whole", "cent", "percent", "%"})


def is_taken(words: Words, first: int, last: int) -> bool:
    """ "X was seized", "took all of X", "X served as the capital of", "X, the de facto capital": of a known name."""
    grammar = words.grammar
    verb, dep = grammar.heads[last], grammar.deps[last]
    if dep == "nsubjpass" or (dep == "dobj" and verb == first - 1):
        return grammar.lemmas[verb] in TAKEN
    behind = (c for c in grammar.children[last] if grammar.deps[c] in TOLD and grammar.tags[c] == "VBN")
    if any(grammar.lemmas[c] in TAKEN for c in behind):
        return True
    if is_share_held(words, first, last):
        return True
    told = [c for c in grammar.children[last] if grammar.deps[c] == "appos"]
    if dep == "nsubj" and grammar.lemmas[verb] in SERVING:
        told += [c for c in grammar.children[verb] if grammar.deps[c] == "attr"] + list(
            prepositional(grammar, verb, "as")
        )
    return any(grammar.lemmas[t] in SEATS for t in told)


def is_share_held(words: Words, first: int, last: int) -> bool:
    """ "Hold all of X", "took half of X": nobody holds a part of somebody."""
    grammar, of = words.grammar, words.grammar.heads[last]
    if grammar.deps[last] != "pobj" or words.lower(first - 1) != "of" or words.lower(first - 2) not in SHARES:
        return False
    above = grammar.heads[of]
    if grammar.deps[above] == "pobj":
        above = grammar.heads[above]
    return grammar.lemmas[grammar.heads[above]] in TAKEN | UNDERGONE | RULE


def is_held(words: Words, first: int) -> bool:
    """ "Rebel-held X", "government-controlled X": a name behind a word that says who holds it."""
    held = words.lower(first - 1) in HELD and words.lower(first - 2) in HYPHENS
    return held and words.lower(first - 3) != "state"


def is_fought_over(words: Words, first: int, last: int) -> bool:
    """ "Control of X", "the siege of X", "X fell to", "X remains under the control of", "X, besieged by"."""
    return _behind_rule(words, first) or _is_ruled(words, last) or _is_told_of(words, last)


def _behind_rule(words: Words, first: int) -> bool:
    first -= words.lower(first - 1) in ONLY or words.lower(first - 1) in words.book.directions
    link, noun = words.lower(first - 1), words.lower(first - 2)
    if link == "for":
        return noun in FIGHTING
    return (link in RULE_LINKS and noun in RULE) or (link == "of" and noun in TAKING)


def _is_told_of(words: Words, last: int) -> bool:
    """ "X, besieged by the army since May", "X, which the army had seized", "X, where the rebels hold sway"."""
    grammar = words.grammar
    for child in grammar.children[last]:
        if grammar.deps[child] in TOLD and child > last:
            lemma = grammar.lemmas[child]
            if _has_it_for_object(words, child):
                return lemma in TAKEN | UNDERGONE
            if lemma in UNDERGONE or (lemma == "change" and _has_hands(words, child)):
                return grammar.tags[child] == "VBN"
        if grammar.deps[child] == "appos" and _is_seat(words, child):
            return True
    return words.lower(last + 1) == "," and words.lower(last + 2) == "where"


def _has_it_for_object(words: Words, verb: int) -> bool:
    """ "X, which the army had seized": a thing that somebody takes, and no person."""
    grammar = words.grammar
    return any(grammar.lowers[c] == "which" and grammar.deps[c] == "dobj" for c in grammar.children[verb])


def _is_seat(words: Words, noun: int) -> bool:
    """ "X, a rebel stronghold", "X, the de facto capital of the group"."""
    facto = any(words.grammar.lowers[c] == "facto" for c in words.grammar.children[noun])
    return words.grammar.lemmas[noun] in STRONGHOLDS | BASES or (facto and words.grammar.lemmas[noun] == "capital")


def _has_hands(words: Words, verb: int) -> bool:
    return any(words.grammar.lowers[child] == "hands" for child in words.grammar.children[verb])


def _is_said_to_be(words: Words, verb: int) -> bool:
    """ "X remains contested", "X is a rebel stronghold"."""
    grammar = words.grammar
    said = [c for c in grammar.children[verb] if grammar.deps[c] in ("attr", "acomp")]
    return any(_is_seat(words, c) or grammar.lowers[c] in CONTESTED for c in said)


def _is_ruled(words: Words, last: int) -> bool:
    grammar, verb = words.grammar, words.grammar.heads[last]
    if grammar.deps[last] not in SUBJECTS or verb <= last:
        return False
    lemma = grammar.lemmas[verb]
    if lemma in UNDERGONE:
        return grammar.deps[last] == "nsubjpass"
    if lemma == "change":
        return _has_hands(words, verb)
    if lemma == "cut" and grammar.deps[last] == "nsubjpass":
        return any(grammar.lowers[child] == "off" for child in grammar.children[verb])
    if lemma == "fall" and any(grammar.lowers[child] in FALLEN for child in grammar.children[verb]):
        return True
    if lemma not in STAYING:
        return False
    told = prepositional(grammar, verb, *RULED_BY)
    return any(grammar.lemmas[token] in RULED for token in told) or _is_said_to_be(words, verb)
