"""Reports of a happening that are called untrue, however far above it they stand: "the information about 40 soldiers
killed in Bor does not match the facts", "it is not true that the town fell"."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.realis.judged import TRUE, UNTRUE, judged
from sayso.parse import Clause, Grammar

CLIMB = 7
"""Steps up the tree from a happening to the report of it."""
REPORTS = frozenset(
    ("report", "claim", "information", "rumour", "rumor", "statement", "allegation", "story", "news", "assertion",
     "account", "announcement", "message", "footage", "video", "talk", "suggestion", "version", "data")
)  # fmt: skip
AGREEING = frozenset(("correspond", "conform", "accord", "tally", "match", "reflect"))
"""What a true report does with the facts."""
CALLING = frozenset(("call", "brand", "label", "term", "describe"))
SAID_OF = frozenset(("acomp", "attr", "oprd", "dobj", "pobj"))
DOWN = frozenset(("acl", "relcl", "ccomp", "pobj", "prep", "nsubj", "nsubjpass", "conj", "dobj", "appos", "compound"))


def untrue_report(reading: Reading, clause: Clause) -> int | None:
    """The word by which a report of the happening, or the happening itself, is said to be untrue; None without."""
    grammar, token = reading.grammar, clause.predicate
    for _ in range(CLIMB):
        above = grammar.heads[token]
        if grammar.lemmas[token] in REPORTS and token != clause.predicate:
            return _called_untrue(reading, token)
        if grammar.deps[token] == "csubj" and any(grammar.lowers[c] == "what" for c in grammar.children[token]):
            return _said_of(grammar, above)
        if grammar.deps[token] in ("ccomp", "acl"):
            being = next((t for t in (above, grammar.heads[above]) if _has_it(grammar, t)), None)
            if being is not None:
                return _said_of(grammar, being)
        if above == token or grammar.deps[token] not in DOWN:
            return None
        token = _report_beside(grammar, token) or above
    return None


def _report_beside(grammar: Grammar, token: int) -> int | None:
    """Of "the information about 40 soldiers killed in Bor is false" the information, of two subjects."""
    if grammar.deps[token] != "nsubj":
        return None
    beside = (c for c in grammar.children[grammar.heads[token]] if c < token and grammar.deps[c] == "nsubj")
    return next((child for child in beside if grammar.lemmas[child] in REPORTS), None)


def _has_it(grammar: Grammar, verb: int) -> bool:
    """Whether a verb of being has an empty "it": "it is not true that"."""
    return grammar.lemmas[verb] == "be" and any(
        grammar.lowers[c] == "it" and grammar.deps[c] in ("nsubj", "expl") for c in grammar.children[verb]
    )


def _called_untrue(reading: Reading, noun: int) -> int | None:
    """The word by which a report is called untrue: "are false", "do not match the facts", "called them a lie"."""
    grammar, verb = reading.grammar, reading.grammar.heads[noun]
    if judged(reading, noun) == "negated":
        return verb
    if grammar.lemmas[verb] in AGREEING and grammar.deps[noun] == "nsubj":
        return verb if _is_not(grammar, verb) else None
    called = grammar.deps[noun] == "dobj" and grammar.lemmas[verb] in CALLING
    return _said_of(grammar, verb) if called else None


def _said_of(grammar: Grammar, verb: int) -> int | None:
    """The word behind a verb that says "untrue", or that says "true" and is denied."""
    words = TRUE if _is_not(grammar, verb) else UNTRUE - {"wrong"}
    below = (c for c in grammar.children[verb] if c > verb and grammar.deps[c] in SAID_OF)
    return next((child for child in below if grammar.lemmas[child] in words), None)


def _is_not(grammar: Grammar, verb: int) -> bool:
    return any(grammar.deps[child] == "neg" for child in grammar.children[verb])
