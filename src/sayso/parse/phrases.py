"""Noun phrases: what is conjoined, what stands in apposition, what a partitive is about."""

from __future__ import annotations

from sayso.parse.grammar import Grammar

NOUN_TAGS = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "JJ", "VBG", "WP", "WDT", "EX", "VBN", "JJR", "JJS", "FW")
)
PARTITIVES = frozenset(
    [
        "dozen",
        "score",
        "hundred",
        "thousand",
        "million",
        "ten",
        "many",
        "most",
        "some",
        "all",
        "none",
        "half",
        "majority",
        "minority",
        "number",
        "rest",
        "part",
        "element",
        "third",
        "quarter",
        "couple",
        "several",
        "few",
        "lot",
        "plenty",
        "one",
        "any",
        "each",
        "both",
        "group",
        "bulk",
        "handful",
        "two",
        "three",
        "four",
        "five",
        "six",
        "total",
        "kind",
        "type",
        "series",
        "string",
        "wave",
        "variety",
        "pair",
        "percent",
        "cent",
        "whole",
        "entirety",
        "%",
        "remainder",
        "remnant",
        "contingent",
        "band",
        "crowd",
        "mob",
        "squad",
        "gang",
        "toll",
        "life",
        "majority",
        "tens",
        "hundreds",
        "thousands",
    ]
)
"""Heads behind which an of-phrase says who or what is meant."""
SHARING = frozenset(("aux", "auxpass", "xcomp", "conj", "pcomp", "amod", "compound", "nmod", "acomp", "csubj"))
"""How a verb hangs that states nothing apart from what it hangs on."""
LONGEST_CLIMB = 30


def conjuncts(grammar: Grammar, token: int) -> tuple[int, ...]:
    """The token and what is conjoined with it, left to right; verbs that the parser hung there by mistake are left
    out."""
    if not grammar.children[token]:
        return (token,)
    found, waiting = [token], [token]
    while waiting:
        for child in grammar.children[waiting.pop()]:
            if grammar.deps[child] == "conj" and grammar.tags[child] in NOUN_TAGS:
                found.append(child)
                waiting.append(child)
    return tuple(sorted(found))


def prepositional(grammar: Grammar, token: int, *words: str) -> tuple[int, ...]:
    """The objects of the prepositions `words` that hang on the token, conjoined ones spread out."""
    found: list[int] = []
    for child in grammar.children[token]:
        if grammar.lowers[child] in words and grammar.deps[child] in ("prep", "agent", "dative"):
            for below in grammar.children[child]:
                if grammar.deps[below] in ("pobj", "pcomp"):
                    found += conjuncts(grammar, below)
                elif grammar.deps[below] == "conj" and grammar.lowers[below] == grammar.lowers[child]:
                    found += [
                        t for c in grammar.children[below] if grammar.deps[c] == "pobj" for t in conjuncts(grammar, c)
                    ]
    return tuple(found)


def meant(grammar: Grammar, token: int) -> int:
    """Behind a partitive or a number the head that it is about ("dozens of soldiers", "12 of its soldiers", "all but
    two of the soldiers": soldiers); else the token itself."""
    hops = 0
    while (grammar.lemmas[token] in PARTITIVES or grammar.tags[token] == "CD") and hops < 4:
        inner = prepositional(grammar, token, "of")
        inner = inner or [t for but in prepositional(grammar, token, "but") for t in prepositional(grammar, but, "of")]
        if not inner:
            return token
        token, hops = inner[0], hops + 1
    return token


def above_preposition(grammar: Grammar, preposition: int) -> int:
    """What a preposition hangs on: that of the first, where two are joined ("of wrecking the talks and of arming")."""
    at = preposition
    while grammar.deps[at] == "conj" and grammar.tags[grammar.heads[at]] == "IN":
        at = grammar.heads[at]
    return grammar.heads[at]


def appositions(grammar: Grammar, token: int) -> tuple[int, ...]:
    """The heads that stand in apposition to the token."""
    return tuple(child for child in grammar.children[token] if grammar.deps[child] == "appos")


def is_below(grammar: Grammar, token: int, above: int) -> bool:
    """Whether a token hangs on another, or on what hangs on it, or is it."""
    for _ in range(LONGEST_CLIMB):
        if token == above or grammar.heads[token] == token:
            break
        token = grammar.heads[token]
    return token == above


def hang_together(grammar: Grammar, one: int, other: int) -> bool:
    """Whether two tokens belong to one statement: to one predicate with its arguments, or one hangs on the other."""
    tops = [_statement(grammar, token) for token in (one, other)]
    return tops[0] == tops[1] or _is_above(grammar, one, other) or _is_above(grammar, other, one)


def _statement(grammar: Grammar, token: int) -> int:
    """The verb that states something of the token; verbs that share their subject with one above are that one's."""
    at = token
    for _ in range(LONGEST_CLIMB):
        states = grammar.tags[at][0] == "V" or grammar.tags[at] == "MD"
        if grammar.heads[at] == at or (states and grammar.deps[at] not in SHARING):
            return at
        at = grammar.heads[at]
    return at


def _is_above(grammar: Grammar, upper: int, lower: int) -> bool:
    """Whether one token governs the other, straight or through what has no subject of its own."""
    at = lower
    for _ in range(LONGEST_CLIMB):
        if at == upper:
            return True
        own = any(grammar.deps[child] in ("nsubj", "nsubjpass") for child in grammar.children[at])
        if grammar.heads[at] == at or (own and grammar.deps[at] != "relcl"):
            return False
        at = grammar.heads[at]
    return False


def named_by(grammar: Grammar, head: int) -> int:
    """ "CODECO is a militia which says ...": the name of whom it is told what they are; else the head itself."""
    if grammar.deps[head] != "attr" or grammar.lemmas[grammar.heads[head]] != "be":
        return head
    told = (c for c in grammar.children[grammar.heads[head]] if grammar.deps[c] == "nsubj")
    return next((c for c in told if grammar.tags[c] in ("NNP", "NNPS")), head)
