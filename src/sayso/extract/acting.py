"""Where the name of a country or a capital stands for those who act, and so is no place."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.parse import Grammar

ACTING_DEPS = frozenset(("nsubj", "agent", "poss"))
JOINING_DEPS = frozenset(("compound", "conj", "nmod"))
STILL_VERBS = frozenset(
    (
        "be",
        "become",
        "remain",
        "lie",
        "fall",
        "see",
        "border",
        "witness",
        "stand",
        "sit",
        "have",
        "suffer",
        "burn",
        "descend",
    )
)
"""Verbs of which a place may be the subject as a place: "the country has seen fighting"."""


DEEDS = frozenset(
    ("offensive", "invasion", "assault", "attack", "strike", "raid", "operation", "campaign", "airstrike", "onslaught",
     "bombardment", "bombing", "shelling", "blockade", "incursion", "advance", "withdrawal", "army", "military")
)  # fmt: skip
"""What a state owns by having done it, or by which it acts: "Israel's offensive"."""
ADDRESSING = frozenset(
    ("accuse", "blame", "urge", "condemn", "criticise", "criticize", "denounce", "warn", "thank", "praise", "tell",
     "ask", "pressure", "sanction", "assure", "supply", "arm", "rebuke", "chide", "lobby", "threaten", "advise",
     "prompt", "compel", "oblige", "order",
     "invite", "enable")
)  # fmt: skip
"""Verbs whose object is somebody, and no place, where it is a state."""
WITHOUT_ADJECTIVE = frozenset(("u.s.", "us", "uk", "u.k."))
FACING = {
    "to": frozenset(("appeal", "turn", "complain", "apologise", "apologize", "plead", "message", "warning", "loyal")),
    "on": frozenset(("call", "sanction", "pressure", "embargo", "demand")),
    "from": frozenset(
        ("pressure", "criticism", "support", "backing", "condemnation", "funding", "demand", "permission", "approval",
         "pledge", "assurance", "statement", "response", "order", "comment", "reaction", "reply")
    ),
    "with": frozenset(("talk", "negotiation", "relation", "tie", "alliance", "pact", "treaty", "negotiate", "deal")),
    "against": frozenset(("sanction", "complaint", "lawsuit", "accusation", "allegation")),
}  # fmt: skip
"""Preposition -> verbs and nouns behind which it brings somebody: "appealed to Cairo", "pressure from Washington"."""


def top_of(grammar: Grammar, token: int) -> int:
    """The head of the list or compound that the token stands in."""
    for _ in range(len(grammar)):
        if grammar.deps[token] not in JOINING_DEPS or grammar.heads[token] == token:
            break
        token = grammar.heads[token]
    return token


def acts(grammar: Grammar, token: int) -> bool:
    """Whether a place's name stands where somebody acts, speaks or is spoken to: subject, agent or owner of a deed."""
    at = top_of(grammar, token)
    if _is_addressed(grammar, at):
        return True
    link = grammar.heads[at]
    if grammar.deps[at] == "pobj" and (
        grammar.lowers[link] == "by" or grammar.lowers[link - 1 : link + 1] == ["according", "to"]
    ):
        return True
    return grammar.deps[at] in ACTING_DEPS


def is_no_place(reading: Reading, token: int) -> bool:
    """Whether a state's name only acts: the subject of a verb of doing, or the agent of a passive."""
    grammar = reading.grammar
    at = top_of(grammar, token)
    dep, head = grammar.deps[at], grammar.heads[at]
    if _is_addressed(grammar, at):
        return True
    if dep == "pobj" and grammar.lowers[head] == "by":
        return grammar.tags[grammar.heads[head]][0] == "V" or grammar.heads[head] in reading.clause_at
    if dep == "poss":
        return grammar.lemmas[head] in DEEDS
    if dep != "nsubj" or grammar.tags[head][0] != "V" or grammar.lemmas[head] in STILL_VERBS:
        return False
    return not any(grammar.deps[c] == "auxpass" for c in grammar.children[head])


def acts_as_adjective(reading: Reading, token: int) -> bool:
    """ "U.S. raids", "UK troops": states that have no adjective act by their name; "the U.S. border" is there."""
    grammar = reading.grammar
    if grammar.lowers[token] not in WITHOUT_ADJECTIVE or grammar.deps[token] not in ("compound", "nmod", "amod"):
        return False
    noun = grammar.heads[token]
    return not any(entry.place_kind for entry in reading.classes(noun))


def _is_addressed(grammar: Grammar, token: int) -> bool:
    """Whether words are meant for it, or come from it; what is in apposition stands with the first."""
    while grammar.deps[token] == "appos" and grammar.heads[token] != token:
        token = top_of(grammar, grammar.heads[token])
    dep, head = grammar.deps[token], grammar.heads[token]
    if dep in ("dobj", "nsubjpass"):
        return grammar.lemmas[head] in ADDRESSING and grammar.tags[head][0] == "V"
    return dep == "pobj" and grammar.lemmas[grammar.heads[head]] in FACING.get(grammar.lowers[head], ())
