"""Objects of reporting words: something said, or a thing or a person that the verb is done to."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said_hit import Hit
from sayso.extract.said_numbers import is_counted

ABSTRACT = (
    "tion", "sion", "ment", "ance", "ence", "ness", "ity", "ism", "cide", "acy", "ing", "ship", "dom", "ure", "sis",
    "acre", "ty", "our",
)  # fmt: skip
PEOPLE = ("person", "civilian", "fighter", "role", "body")
REFERRING = frozenset(("this", "that", "it"))
"""What a denial may take for its content: the words before it."""
PRONOUNS = frozenset(("PRP", "DT", "WP", "WDT", "EX"))
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


def _of_people(reading: Reading, token: int) -> bool:
    """Whether what is counted is people: "93 dead", "12 wounded civilians"; "recorded two songs" tells of no statement."""
    grammar = reading.grammar
    bare = grammar.tags[token] == "CD" and all(grammar.tags[t] != "NNS" for t in grammar.children[token])
    return bare or grammar.tags[token] == "JJ" or reading.is_a(token, *PEOPLE)


def content_like(reading: Reading, hit: Hit, token: int) -> bool:
    """Whether an object can be what is said: a happening, an abstract noun, a noun with a clause of its own."""
    grammar, index = reading.grammar, reading.index
    if hit.cue.act == "estimate" and is_counted(reading, token):
        return True
    if hit.cue.object_is_content and hit.cue.act == "deny" and grammar.lowers[token] in REFERRING:
        return True
    if not hit.cue.object_is_content or grammar.tags[token] in PRONOUNS:
        return False
    lemma = grammar.lemmas[token]
    if lemma in index.cue_nouns or lemma in index.embedding_nouns or _happening(reading, token):
        return True
    if hit.cue.kind in ("perception", "document"):
        return is_counted(reading, token) and _of_people(reading, token)
    if hit.cue.act == "accuse":
        return True
    if hit.cue.act == "order":
        return lemma.endswith(ABSTRACT)
    if grammar.tags[token] == "VBG" or (lemma.endswith(ABSTRACT) and not named_thing(reading, token)):
        return True
    return not named_thing(reading, token)
