"""What a report makes of somebody's word: "rumours that he was abducted are unproven", "falsely claimed that"."""

from __future__ import annotations

from sayso.extract.phrase import is_denied
from sayso.extract.reading import Reading
from sayso.parse import Grammar
from sayso.records.claims import Realis

UNTRUE = frozenset(
    ("false", "untrue", "unfounded", "baseless", "groundless", "fabricated", "fabrication", "fake", "incorrect",
     "inaccurate", "bogus", "wrong", "erroneous", "fictitious", "fiction", "lie", "hoax", "invention", "nonsense",
     "misinformation", "disinformation", "propaganda", "debunk", "disprove", "refute", "dispel")
)  # fmt: skip
UNPROVEN = frozenset(
    ("unproven", "unverified", "unconfirmed", "unsubstantiated", "uncorroborated", "unsupported", "doubtful",
     "dubious", "questionable", "implausible", "unclear", "uncertain", "exaggerated", "speculative", "speculation")
)  # fmt: skip
TRUE = frozenset(("true", "accurate", "correct"))
BORNE_OUT = frozenset(("credible", "confirmed", "verified", "substantiated", "proven", "corroborated"))
FINDINGS = frozenset(("confirmation", "proof", "verification", "corroboration"))
"""What nobody has of a happening that is open."""
UNTRULY = frozenset(("falsely", "wrongly", "wrongfully", "incorrectly", "erroneously", "mistakenly", "inaccurately"))
BEING = frozenset(("be", "prove", "turn", "remain", "seem", "appear"))


def judged(reading: Reading, token: int) -> Realis | None:
    """What a noun or verb of saying is said to be worth: negated where it is called untrue, possible where unproven,
    None where nothing is said of it."""
    grammar = reading.grammar
    if _leaves_it_open(grammar, token):
        return "possible"
    if grammar.tags[token][0] == "V":
        untrue = any(grammar.lowers[t] in UNTRULY for t in grammar.children[token])
        return "negated" if untrue else None
    verb = grammar.heads[token]
    if grammar.deps[token] not in ("nsubj", "nsubjpass") or grammar.tags[verb][0] not in "V":
        return None
    return _of_words(grammar, verb)


def _leaves_it_open(grammar: Grammar, word: int) -> bool:
    """ "No confirmation that", "neither confirmed nor denied that": it may have happened, for all that is said."""
    if grammar.lemmas[word] in FINDINGS:
        return is_denied(grammar, word)
    return grammar.deps[word] == "conj" and any(
        grammar.lowers[child] == "neither" for child in grammar.children[grammar.heads[word]]
    )


def _of_words(grammar: Grammar, verb: int) -> Realis | None:
    denied = any(grammar.deps[t] == "neg" for t in grammar.children[verb])
    words = [verb] if grammar.lemmas[verb] not in BEING else _complements(grammar, verb)
    said = {form for t in words for form in (grammar.lowers[t], grammar.lemmas[t])}
    if denied:
        return None if said.isdisjoint(TRUE | BORNE_OUT) else "negated" if said & TRUE else "possible"
    return "negated" if said & UNTRUE else "possible" if said & UNPROVEN else None


def _complements(grammar: Grammar, verb: int) -> list[int]:
    """What something is said to be; behind "turn out to be" and "proved to be" too."""
    below = [t for t in grammar.children[verb] if grammar.deps[t] in ("acomp", "attr", "oprd", "xcomp")]
    return [*below, *(inner for t in below if grammar.lemmas[t] == "be" for inner in _complements(grammar, t))]
