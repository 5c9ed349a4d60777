"""Participles and adjectives that the parser took for verbs, or for nouns of their own: each stands before a noun."""

from __future__ import annotations

from sayso.parse.grammar import Grammar

FINITE = frozenset(("VBD", "VBN"))


def participle_before_noun(grammar: Grammar, token: int) -> None:
    """ "Iran and allied Shiite militias": the participle's object is the noun that it stands before, and takes its
    place."""
    noun = next(
        (
            t
            for t in range(token + 1, min(token + 5, len(grammar)))
            if grammar.heads[t] == token and grammar.deps[t] == "dobj"
        ),
        None,
    )
    between = range(token + 1, noun or token)
    if noun is None or any(grammar.tags[t] not in ("JJ", "NN", "NNP", "NNPS", "VBN") for t in between):
        return
    head, dep = grammar.heads[token], grammar.deps[token]
    before = token - 2 if token >= 2 and grammar.lowers[token - 1] in ("and", "or") else None
    if before is not None and grammar.tags[before][:2] == "NN":
        if grammar.heads[before] == token and not _verb_behind(grammar, token, noun):
            return
        head, dep = before, "conj"
    grammar.heads[noun], grammar.deps[noun] = (noun if head == token else head), dep
    grammar.heads[token], grammar.deps[token], grammar.tags[token] = noun, "amod", "JJ"


def _verb_behind(grammar: Grammar, token: int, noun: int) -> bool:
    """ "The army and allied rebels said": whether the verb joined behind takes the place of what was read as one."""
    first, after = grammar.sentences[grammar.sentence_of[token]]
    below = [t for t in range(noun + 1, after) if grammar.heads[t] == token]
    verb = next((t for t in below if grammar.deps[t] == "conj" and grammar.tags[t] in FINITE), None)
    if verb is None:
        return False
    head, dep = grammar.heads[token], grammar.deps[token]
    for child in (t for t in range(first, after) if grammar.heads[t] == token and t not in (verb, noun)):
        grammar.heads[child] = verb
    grammar.heads[verb], grammar.deps[verb] = (verb if head == token else head), dep
    return True


def adjective_beside_noun(grammar: Grammar, token: int, noun: int) -> None:
    """ "The stadium and national hospital" read as one thing: the adjective belongs to what follows, which is the
    second of two."""
    second = grammar.heads[noun]
    if (
        second != token + 1
        or grammar.tags[second][:2] != "NN"
        or grammar.deps[noun] not in ("nmod", "compound", "amod")
    ):
        return
    head, dep = grammar.heads[second], grammar.deps[second]
    grammar.heads[noun], grammar.deps[noun] = (noun if head == second else head), dep
    grammar.heads[second], grammar.deps[second] = noun, "conj"
    grammar.heads[token], grammar.deps[token] = second, "amod"
