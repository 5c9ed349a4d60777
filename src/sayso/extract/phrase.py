"""Noun phrases of people: their words, whether they are definite, and what sets them apart."""

from __future__ import annotations

from typing import Literal

from sayso.codebook import NounClass, load_codebook
from sayso.codebook.places import load_place_words
from sayso.extract.reading import HYPHENS, Reading
from sayso.parse import Grammar, prepositional
from sayso.records import Span

BEFORE_THE_NOUN = frozenset(("DT", "PDT", "CD", "WDT", "PRP", "PRP$", "WP$", ",", "IN"))
OUTSIDE_DEPS = frozenset(("quantmod", "predet", "cc", "punct"))
COUNTING = frozenset(
    ("dozen", "hundred", "thousand", "score", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
     "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
)  # fmt: skip
"""Number words, which open a sentence with a capital and then look like a name's."""
POINTERS = frozenset(("the", "this", "these", "those", "that"))
PREFIXES = frozenset(("anti", "non", "counter"))
OF_SEVERAL = frozenset(("coalition", "alliance", "network", "group", "grouping", "collection", "federation", "bloc"))
CALLED = frozenset(("known", "called", "named", "dubbed", "styled"))
MODIFIER_DEPS = frozenset(("amod", "compound", "nmod", "poss"))
ONCE = frozenset(("former", "veteran", "outgoing", "senior", "ex"))
MANY = frozenset(
    (
        "staff",
        "personnel",
        "police",
        "people",
        "youth",
        "crew",
        "others",
        "dead",
        "wounded",
        "public",
        "defence",
        "defense",
    )
)
"""Nouns in the singular for many."""
LIFELESS = frozenset(("dead", "body", "corpse", "remains", "cadaver", "life", "fatality", "death", "dead body"))
ALONG = frozenset(("on", "along", "at", "across", "from", "to"))
PROPER_TAGS = frozenset(("NNP", "NNPS"))
OF_A_PHRASE = PROPER_TAGS | {"NN", "JJ", "JJS", "VBN", "HYPH", "RB", "CD"}
"""Tags of what stands between an article and its noun."""
SINGULAR_TAGS = frozenset(("NN", "NNP"))


def phrase_span(reading: Reading, token: int) -> Span:
    """The noun with what stands before it in its phrase, without article or number."""
    grammar, first = reading.grammar, token
    if token > 3 and grammar.lemmas[token] == "old" and grammar.lemmas[token - 3 : token] == ["-", "year", "-"]:
        return reading.span(token - 4, token)
    for at in range(token - 1, grammar.edges[token][0] - 1, -1):
        if _joins_adjectives(grammar, at, token):
            continue
        dated = grammar.lowers[at] in load_place_words().months_and_days
        outside = (
            dated or is_counting(grammar, at) or (grammar.deps[at] in OUTSIDE_DEPS and grammar.words[at] not in HYPHENS)
        )
        if outside or grammar.tags[at] in BEFORE_THE_NOUN:
            break
        first = at
    while first < token and grammar.words[first] in HYPHENS:
        first += 2
    return reading.span(min(first, token), unit_number(grammar, token) or token)


def unit_number(grammar: Grammar, token: int) -> int | None:
    """The number that belongs to a name: "Light Infantry Battalion 258"."""
    after = token + 1
    if grammar.tags[token] != "NNP" or after >= len(grammar) or not grammar.words[after].isdigit():
        return None
    return after if grammar.heads[after] == token and grammar.words[token][0].isupper() else None


def is_counting(grammar: Grammar, token: int) -> bool:
    """Whether it is a number word, and no part of a name: "dozen", "Eleven" where that opens a sentence."""
    opens = token == grammar.sentences[grammar.sentence_of[token]][0]
    return grammar.lowers[token] in COUNTING and (opens or grammar.words[token].islower())


def _joins_adjectives(grammar: Grammar, at: int, noun: int) -> bool:
    """ "Ivorian and Liberian refugees": the "and" between two adjectives of one noun."""
    first = grammar.heads[at]
    joined = grammar.deps[at] == "cc" and grammar.deps[first] == "amod" and grammar.heads[first] == noun
    return joined and grammar.words[first][0].isupper() and grammar.words[at + 1][0].isupper()


def phrase_words(reading: Reading, token: int) -> str:
    """The words of that span, white space folded."""
    start, end = phrase_span(reading, token)
    return " ".join(reading.text[start:end].split())


def is_definite(grammar: Grammar, token: int) -> bool:
    """Whether "the", "this" or "those" stands with the noun."""
    return any(grammar.lowers[c] in POINTERS and grammar.deps[c] == "det" for c in grammar.children[token])


def is_denied(grammar: Grammar, token: int) -> bool:
    """Whether "no" stands with the noun: "no evidence", "no civilians"."""
    return any(grammar.lowers[c] == "no" and grammar.deps[c] in ("det", "neg") for c in grammar.children[token])


def is_bare_plural(grammar: Grammar, token: int) -> bool:
    """Whether the noun is a plural without article or number."""
    if grammar.tags[token] not in ("NNS", "NNPS"):
        return False
    return not any(grammar.deps[c] in ("det", "nummod") for c in grammar.children[token])


def set_apart(grammar: Grammar, token: int) -> Literal["words", "number"] | None:
    """What sets the noun apart: words of its own ("Kurdish militias", "rival militants"), a number, or nothing."""
    apart: Literal["words", "number"] | None = None
    not_apart = load_codebook().descriptions.not_apart
    for child in grammar.children[token]:
        if child >= token or grammar.lowers[child] in not_apart:
            continue
        if grammar.deps[child] in MODIFIER_DEPS:
            return "words"
        if grammar.deps[child] == "nummod":
            apart = "number"
    return "words" if side_taken(grammar, token) else apart


def side_taken(grammar: Grammar, token: int) -> str:
    """On whose side the people of a noun are, by the words behind it ("forces loyal to Assad"): "loyal assad"."""
    sided = load_codebook().descriptions.sided
    behind = (c for c in grammar.children[token] if c > token and grammar.lowers[c] in sided)
    return next((" ".join((grammar.lowers[c], *_with_whom(grammar, c))) for c in behind), "")


def _with_whom(grammar: Grammar, token: int) -> tuple[str, ...]:
    return tuple(grammar.lowers[t] for t in prepositional(grammar, token, "to", "with", "by"))


def is_compound_prefix(grammar: Grammar, token: int) -> bool:
    """Whether a hyphen follows: in "Iran-backed" and "Kurdish-led" the name does not own the people behind."""
    return token + 1 < len(grammar) and grammar.words[token + 1] in HYPHENS


def no_longer(grammar: Grammar, verb: int) -> bool:
    """Whether "no longer" stands with the verb."""
    longer = (c for c in grammar.children[verb] if grammar.lowers[c] == "longer")
    return any(grammar.lowers[c - 1] == "no" for c in longer)


def is_half_of_compound(grammar: Grammar, token: int) -> bool:
    """Whether a hyphen joins the noun to a participle or to "pro": "army-backed party", "pro-military militia"."""
    behind = is_compound_prefix(grammar, token) and grammar.ends[token] == grammar.starts[token + 1]
    return behind or (
        token > 1 and grammar.words[token - 1] in HYPHENS and grammar.lowers[token - 2] in ("pro", "anti")
    )


def is_prefixed(grammar: Grammar, token: int) -> bool:
    """Whether "anti" and a hyphen go before the name: an "anti-Houthi force" is not the Houthis'."""
    return token > 1 and grammar.words[token - 1] in HYPHENS and grammar.lowers[token - 2] in PREFIXES


def is_bare_definite(grammar: Grammar, token: int) -> bool:
    """Whether "the" stands with the noun, and nothing but "former" or the like sets it apart."""
    before = [c for c in grammar.children[token] if c < token and grammar.deps[c] in MODIFIER_DEPS]
    behind = [c for c in grammar.children[token] if c > token and grammar.deps[c] in ("prep", "relcl", "acl", "appos")]
    return is_definite(grammar, token) and not behind and all(grammar.lowers[c] in ONCE for c in before)


def no_one(grammar: Grammar, token: int) -> bool:
    """Whether a noun for people means nobody who could act: the dead, and the front on which armies stand."""
    return grammar.lemmas[token] in LIFELESS or is_line(grammar, token)


def is_line(grammar: Grammar, token: int) -> bool:
    """Whether the noun is where armies stand: "on three fronts", "an attack on the southern front"; no party."""
    if grammar.lemmas[token] != "front" or grammar.tags[token] not in ("NN", "NNS"):
        return False
    along = grammar.deps[token] == "pobj" and grammar.lowers[grammar.heads[token]] in ALONG
    directions = load_place_words().directions
    return along or any(grammar.lowers[c] in directions for c in grammar.children[token])


def is_one_human(grammar: Grammar, token: int, entry: NounClass) -> bool:
    """Whether a noun of that class means one human being: no "staff", no "brigade"."""
    single = is_one(grammar, token) and entry.unit == "people" and not entry.collective
    return single and grammar.lemmas[token] not in MANY


def is_one(grammar: Grammar, token: int) -> bool:
    """Whether the noun stands in the singular."""
    return grammar.tags[token] in SINGULAR_TAGS


def name_before(grammar: Grammar, token: int) -> int | None:
    """ "The Observatory for Human Rights, a UK-based group": the last word before the comma that parts the noun, with
    its "a", from a name, wherever the parse hung it."""
    first = token
    while first > 2 and grammar.lowers[first] not in ("a", "an") and grammar.tags[first] in OF_A_PHRASE:
        first -= 1
    opened = grammar.lowers[first] in ("a", "an") and grammar.words[first - 1] == ","
    listed = grammar.deps[token] == "conj" or any(grammar.deps[c] == "cc" for c in grammar.children[token])
    return first - 2 if opened and not listed and grammar.tags[first - 2] in PROPER_TAGS else None


def called(grammar: Grammar, token: int) -> list[int]:
    """ "The militia known as the Falcons", "a group called Dawn", "the Falcons of the Bay, a militia": the heads of
    what the noun is called."""
    heads = known_as(grammar, token)
    return heads if (before := name_before(grammar, token)) is None else [*heads, before]


def known_as(grammar: Grammar, token: int) -> list[int]:
    """The heads of what the noun is said to be called, also of "a coalition of militias known as the Falcons"."""
    inner = (t for t in prepositional(grammar, token, "of") if grammar.tags[t] == "NNS")
    nouns = (token, *inner) if grammar.lemmas[token] in OF_SEVERAL else (token,)
    told = [
        c for noun in nouns for c in grammar.children[noun] if grammar.deps[c] == "acl" and grammar.lowers[c] in CALLED
    ]
    if not told:
        return []
    named = (c for verb in told for c in grammar.children[verb] if grammar.deps[c] in ("oprd", "dobj", "attr"))
    return [*(t for verb in told for t in prepositional(grammar, verb, "as")[:1]), *named]
