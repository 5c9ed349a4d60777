"""Passives: which verbs are one, by what means is no doer, and what somebody was given."""

from __future__ import annotations

from sayso.parse.borrow import Slots
from sayso.parse.grammar import Grammar

MEANS = frozenset(
    ("phone", "telephone", "video", "videoconference", "link", "teleconference", "letter", "email", "e-mail", "mail",
     "post", "radio", "satellite", "road", "rail", "air", "sea", "land", "boat", "ship", "bus", "car", "truck",
     "train", "plane", "helicopter", "motorcycle", "bicycle", "horse", "canoe", "hand", "decree", "mouth", "name",
     "number")
)  # fmt: skip
"""What stands behind "by" where somebody comes or speaks so: "spoke by phone"."""
GIVEN_TO = frozenset(
    ("give", "hand", "offer", "grant", "promise", "pay", "send", "bring", "award", "show", "serve", "issue", "lend",
     "deny", "refuse")
)  # fmt: skip
"""Verbs whose passive may have an object: what somebody was given."""


def is_passive(grammar: Grammar, token: int) -> bool:
    """Whether a verb tells of its subject what is done to it."""
    if any(grammar.deps[child] in ("auxpass", "nsubjpass", "csubjpass") for child in grammar.children[token]):
        return True
    if grammar.tags[token] not in ("VBN", "VBD"):
        return False
    if grammar.tags[token] == "VBN" and grammar.deps[token] in ("acl", "amod", "advcl", "relcl"):
        return not any(grammar.deps[child] in ("nsubj", "aux") for child in grammar.children[token])
    if any(grammar.deps[child] == "agent" and not _is_means(grammar, child) for child in grammar.children[token]):
        return True
    head = grammar.heads[token]
    if grammar.deps[token] != "conj" or head == token:
        return False
    if grammar.tags[token] != "VBN" and not _listed_behind_a_noun(grammar, token):
        return False
    own = any(grammar.deps[child] in ("nsubj", "aux", "dobj") for child in grammar.children[token])
    return not own and grammar.tags[head] in ("VBN", "VBD") and is_passive(grammar, head)


def _is_means(grammar: Grammar, by: int) -> bool:
    """The "by" of "spoke by phone"."""
    return all(grammar.lemmas[t] in MEANS and not grammar.children[t] for t in grammar.children[by])


def _listed_behind_a_noun(grammar: Grammar, token: int) -> bool:
    """ "23 people, bound, blindfolded and shot": one of several participles behind a noun, whatever its tag."""
    while grammar.deps[token] == "conj":
        token = grammar.heads[token]
    return grammar.deps[token] == "acl" and grammar.tags[token] == "VBN"


def given_to(grammar: Grammar, token: int, slots: Slots) -> tuple[int, ...]:
    """ "The families were given food": to whom it was given."""
    given = frozenset(c for c in grammar.children[token] if grammar.deps[c] == "dobj")
    return tuple(t for t in slots["object"] if t not in given) if given else ()
