"""Nouns that the parser took for something else, put right in the columns: what there is, remnants of clauses without a
verb, names."""

from __future__ import annotations

import simplemma

from sayso.parse.grammar import Grammar
from sayso.parse.phrases import PARTITIVES

COMMON = frozenset(("NN", "NNS"))
BEING = frozenset(("be", "'s"))
THEM = frozenset(("them", "whom", "which", "these", "those"))
REMNANTS = frozenset(("dobj", "conj", "appos", "ccomp", "dep"))
INSIDE_NOUNS = frozenset(("prep", "cc", "conj", "acl", "relcl", "agent"))
"""What behind a gerund stays with it when it turns out to be a noun."""
NAMED_BEFORE = frozenset(("dobj", "pobj", "nsubjpass", "attr"))


def mend_remnants(grammar: Grammar) -> None:
    """Mends the columns in place."""
    tags, words = grammar.tags, grammar.words
    for token, dep in enumerate(grammar.deps):
        if dep == "expl" and grammar.lowers[token] == "there":
            _what_there_is(grammar, token)
        elif dep == "nsubj" and grammar.lemmas[token] in PARTITIVES and _is_of_them(grammar, token):
            _some_of_them(grammar, token)
        elif dep == "amod" and grammar.heads[token] == token - 1:
            _what_it_left_them(grammar, token)
        elif tags[token] in COMMON and words[token].istitle():
            _name_as_noun(grammar, token)


def _what_it_left_them(grammar: Grammar, adjective: int) -> None:
    """ "Left three soldiers and two militants dead": the last of the lot does not keep what holds for all."""
    noun = grammar.heads[adjective]
    while grammar.deps[noun] == "conj" and grammar.heads[noun] < noun:
        noun = grammar.heads[noun]
    verb = grammar.heads[noun]
    if grammar.deps[noun] == "dobj" and verb < noun and grammar.lemmas[verb] == "leave":
        grammar.heads[adjective], grammar.deps[adjective] = verb, "oprd"


def _name_as_noun(grammar: Grammar, token: int) -> None:
    """ "Most of Homs": a capitalised word that the dictionary lacks, or has as a name, is one, whatever it ends in."""
    lower = grammar.lowers[token]
    if not simplemma.is_known(lower, lang="en") or simplemma.lemmatize(lower, lang="en").istitle():
        grammar.tags[token], grammar.lemmas[token] = "NNP", lower


def _below(grammar: Grammar, head: int) -> list[int]:
    """What a token governs, asked of the columns themselves: they are being mended."""
    return [t for t in range(*grammar.sentences[grammar.sentence_of[head]]) if grammar.heads[t] == head != t]


def _what_there_is(grammar: Grammar, there: int) -> None:
    """ "There was shelling": the gerund is what there is, and "was" the verb."""
    gerund = grammar.heads[there]
    if grammar.deps[gerund] == "aux":
        gerund = grammar.heads[gerund]
    below = _below(grammar, gerund) if grammar.tags[gerund] == "VBG" else []
    verb = next((t for t in below if t == gerund - 1 and grammar.lemmas[t] in BEING), None)
    if verb is None or any(grammar.deps[t] == "dobj" for t in below):
        return
    head, dep = grammar.heads[gerund], grammar.deps[gerund]
    for child in below:
        if child < gerund or grammar.deps[child] not in INSIDE_NOUNS:
            grammar.heads[child] = verb
    grammar.heads[verb], grammar.deps[verb] = (verb if head == gerund else head), dep
    grammar.heads[gerund], grammar.deps[gerund], grammar.tags[gerund] = verb, "attr", "NN"
    grammar.lemmas[gerund] = grammar.lowers[gerund]


def _is_of_them(grammar: Grammar, token: int) -> bool:
    return token + 2 < len(grammar) and grammar.lowers[token + 1] == "of" and grammar.lowers[token + 2] in THEM


def _some_of_them(grammar: Grammar, token: int) -> None:
    """ "Forced out 200 people, many of them farmers": the farmers are the people over again, and no second object."""
    noun = grammar.heads[token]
    if grammar.tags[noun][:2] != "NN" or grammar.deps[noun] not in REMNANTS:
        return
    before = [t for t in _below(grammar, grammar.heads[noun]) if t < token and grammar.deps[t] in NAMED_BEFORE]
    if before:
        grammar.heads[noun], grammar.deps[noun] = before[-1], "appos"
