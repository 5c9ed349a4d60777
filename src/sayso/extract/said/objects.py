"""Objects of reporting words: something said, or a thing or a person that the verb is done to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.codebook import load_codebook
from sayso.extract.reading import Reading
from sayso.extract.said.draft import Found
from sayso.extract.said.hit import Hit
from sayso.extract.said.numbers import is_counted

ABSTRACT = (
    "tion", "sion", "ment", "ance", "ence", "ness", "ity", "ism", "cide", "acy", "ing", "ship", "dom", "ure", "sis",
    "acre", "ty", "our",
)  # fmt: skip
ITSELF = frozenset(("himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"))
"""What one calls oneself is a name."""
REFERRING = frozenset(("this", "that", "it"))
"""What a denial may take for its content: the words before it."""
PRONOUNS = frozenset(("PRP", "DT", "WP", "WDT", "EX"))
ENDS_PHRASE = frozenset((".", ",", ":", "CC", "IN", "-RRB-", "''"))
SAYING_NUMBERS = frozenset(("say", "suggest", "estimate", "note", "state", "identify"))
NAMING = frozenset(("identify", "name", "write", "post", "tweet", "note", "add", "state", "suggest", "say"))
"""Verbs whose object is whom one knows by name, or what one wrote, and what one says where it counts victims."""
TELLING = ("speech", "perception", "document")
THINGS = ("person", "structure", "vehicle", "weapon", "site", "ground", "group")


def named_thing(reading: Reading, token: int) -> bool:
    """Whether the token is a name, a pronoun for a person, or a noun for a person or a thing."""
    grammar = reading.grammar
    if grammar.tags[token] in ("NNP", "NNPS"):
        return not _happening(reading, token)
    return (grammar.tags[token] == "PRP" and grammar.lowers[token] not in ("it", "this", "that")) or reading.is_a(
        token, *THINGS
    )


def _happening(reading: Reading, token: int) -> bool:
    return bool(reading.index.happenings.nouns.ending_at(reading.grammar.lemmas, token))


SOUGHT = frozenset(
    ("refuge", "shelter", "safety", "asylum", "sanctuary", "protection", "cover", "treatment", "help", "food", "water",
     "care", "aid", "assistance", "haven", "passage", "work", "revenge", "control")
)  # fmt: skip
"""What people seek by going there, not by asking for it."""


def all_of_it(reading: Reading, hit: Hit, kids: Mapping[str, Sequence[int]]) -> Found | None:
    """ "The army shelled the camp, which it denies": the word that stands for what is told before."""
    grammar, objects = reading.grammar, kids.get("dobj", ())
    if hit.cue.act != "deny" or grammar.deps[hit.head] != "parataxis" or not objects:
        return None
    which = objects[0]
    return Found(((which, which),), "object") if grammar.lowers[which] == "which" and which < hit.head else None


def is_toll(reading: Reading, token: int) -> bool:
    """Whether the noun is a number of victims: "93 dead", "55 wounded"."""
    return is_counted(reading, token) and bool({reading.grammar.lemmas[token], *_beside(reading, token)} & _victims())


def _is_harmed(reading: Reading, token: int) -> bool:
    """As in "a photo shows a wounded man", "shows two girls and a boy hurt by the blast"."""
    grammar = reading.grammar
    shown = (token, *(t for t in grammar.children[token] if grammar.deps[t] == "conj"))
    return any(reading.is_a(t, "person") and bool({*_beside(reading, t)} & _victims()) for t in shown)


def _is_said_number(reading: Reading, hit: Hit, token: int) -> bool:
    """Whether the object is an estimate, a number without its noun, or of victims who are known by name."""
    if hit.cue.act == "estimate" and is_counted(reading, token):
        return True
    naming = reading.grammar.lemmas[hit.head] in NAMING and is_toll(reading, token)
    return naming or is_bare_number(reading, hit, token)


def is_bare_number(reading: Reading, hit: Hit, token: int) -> bool:
    """Whether the object is a number that leaves its noun to what was told before: "the army counted eight"."""
    grammar, after = reading.grammar, token + 1
    ends = after >= len(grammar) or grammar.tags[after] in ENDS_PHRASE
    tells = hit.cue.object_is_content or grammar.lemmas[hit.head] in SAYING_NUMBERS
    return grammar.tags[token] == "CD" and ends and tells and hit.cue.kind in TELLING


def _beside(reading: Reading, token: int) -> list[str]:
    grammar = reading.grammar
    beside = [t for t in grammar.children[token] if grammar.deps[t] in ("amod", "acl", "nummod")]
    if token + 1 < len(grammar) and grammar.tags[token] == "CD":
        beside.append(token + 1)
    return [word for t in beside for word in (grammar.lemmas[t], grammar.lowers[t])]


@cache
def _victims() -> frozenset[str]:
    words = load_codebook().measures
    return frozenset(word for rows in (words.nouns, words.states) for m in ("killed", "injured") for word in rows[m])


def _is_wanted(reading: Reading, hit: Hit, token: int) -> bool:
    """Whether the object is what somebody goes for, or is not given: "sought refuge", "were denied entry"."""
    lemmas = reading.grammar.lemmas
    return (lemmas[hit.head] == "seek" and lemmas[token] in SOUGHT) or _is_withheld(reading, hit)


def _is_withheld(reading: Reading, hit: Hit) -> bool:
    """ "Denied reporters entry", "were denied entry": what somebody is not given is nothing that is said."""
    grammar = reading.grammar
    given = any(grammar.deps[child] in ("dative", "nsubjpass") for child in grammar.children[hit.head])
    return grammar.lemmas[hit.head] == "deny" and given


def content_like(reading: Reading, hit: Hit, token: int) -> bool:
    """Whether an object can be what is said: a happening, an abstract noun, a noun with a clause of its own."""
    grammar, index = reading.grammar, reading.index
    if _is_said_number(reading, hit, token):
        return True
    if hit.cue.object_is_content and hit.cue.act == "deny" and grammar.lowers[token] in REFERRING:
        return True
    if not hit.cue.object_is_content or grammar.tags[token] in PRONOUNS or _is_wanted(reading, hit, token):
        return False
    if is_toll(reading, token):
        return True
    lemma = grammar.lemmas[token]
    if lemma in index.cue_nouns or lemma in index.embedding_nouns or _happening(reading, token):
        return True
    if hit.cue.kind in ("perception", "document"):
        return hit.cue.kind == "document" and _is_harmed(reading, token)
    if hit.cue.act == "accuse":
        return True
    if hit.cue.act == "order":
        return lemma.endswith(ABSTRACT)
    if grammar.tags[token] == "VBG" or (lemma.endswith(ABSTRACT) and not named_thing(reading, token)):
        return True
    return not named_thing(reading, token)
