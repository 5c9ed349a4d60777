"""Whom the grammar of its own sentence makes a pronoun mean: "the army and its allies", "pushed out of its base, the
group"."""

from __future__ import annotations

from sayso.parse import Grammar

ONE, MANY = ("NN", "NNP"), ("NNS", "NNPS", "NNP")
FITTING = {"it": ONE, "its": ONE, "they": MANY, "their": MANY, "them": MANY}
"""Pronoun -> the tags of nouns that it may stand for."""
WHOSE = {"its": "it", "their": "they"}
SUBJECTS = ("nsubj", "nsubjpass")


def bound_to(grammar: Grammar, token: int) -> int | None:
    """The head of what the pronoun means by its place alone, or none."""
    fitting = FITTING.get(grammar.lowers[token], ())
    if not fitting:
        return None
    owned = grammar.heads[token]
    first = grammar.heads[owned]
    if grammar.deps[token] == "poss" and grammar.deps[owned] == "conj" and first < token:
        return first if grammar.tags[first] in fitting else None
    if grammar.deps[token] == "poss" and (same := _same_subject(grammar, token)) is not None:
        return same
    later = _told_later(grammar, token)
    if later is None or grammar.lowers[later][:2] == grammar.lowers[token][:2]:
        return later
    return later if grammar.tags[later] in fitting else None


def _same_subject(grammar: Grammar, token: int) -> int | None:
    """ "It has tightened its siege": the same pronoun, as subject of its verb."""
    verb = grammar.heads[token]
    while grammar.tags[verb][0] != "V" and grammar.heads[verb] != verb:
        verb = grammar.heads[verb]
    same = (c for c in grammar.children[verb] if c < token and grammar.deps[c] in SUBJECTS)
    return next((c for c in same if grammar.lowers[c] == WHOSE.get(grammar.lowers[token])), None)


def _told_later(grammar: Grammar, token: int) -> int | None:
    """The subject behind the opening participle in which the pronoun stands."""
    at = token
    while grammar.heads[at] != at:
        if _opens(grammar, at):
            below = grammar.children[grammar.heads[at]]
            return next((c for c in below if c > at and grammar.deps[c] in SUBJECTS), None)
        at = grammar.heads[at]
    return None


def opened_with(grammar: Grammar, subject: int) -> frozenset[int]:
    """ "Sheltered by Mali, it has lost the town": the tokens of the participle that tells of a subject, none of which
    is the subject itself."""
    before = (c for c in grammar.children[grammar.heads[subject]] if c < subject and _opens(grammar, c))
    return frozenset(t for c in before for t in range(grammar.edges[c][0], grammar.edges[c][1] + 1))


def _opens(grammar: Grammar, verb: int) -> bool:
    """Whether it is a participle without a subject before its sentence's own verb."""
    behind = grammar.deps[verb] == "advcl" and grammar.tags[verb] == "VBN" and verb < grammar.heads[verb]
    return behind and not any(grammar.deps[c] in (*SUBJECTS, "mark", "aux", "auxpass") for c in grammar.children[verb])
