"""Who is "he" and who is "she": what titles, words and the pronouns straight behind a name tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.codebook import load_codebook
from sayso.extract.names.people import PersonMention
from sayso.extract.reading import Reading

SHE = frozenset(("she", "her", "hers", "herself"))
HE = frozenset(("he", "him", "his", "himself"))
ALONE_FOR = 2
"""Sentences before one in which nobody else is named, so that the pronoun behind it can mean nobody else."""


def may_be(pronoun: str, gender: str | None) -> bool:
    """Whether a pronoun, in small letters, may mean somebody of that gender ("she", "he"; None where nothing tells)."""
    return gender is None or pronoun in (SHE if gender == "she" else HE)


def gender_of_noun(noun: str | None) -> str | None:
    """ "she" for a mother, "he" for a father, None for a teacher."""
    words = load_codebook().descriptions
    return "she" if noun in words.she else "he" if noun in words.he else None


def find_genders(reading: Reading, people: Iterable[PersonMention]) -> dict[str, str]:
    """Name -> "he" or "she", where title, role or the pronouns straight behind tell it, and nothing tells otherwise.

    Empty where the text has neither word.
    """
    if (SHE | HE).isdisjoint(reading.grammar.lowers):
        return {}
    told: dict[str, set[str]] = {}
    mentions = list(people)
    for mention in mentions:
        for gender in (_by_words(reading, mention), _by_pronoun(reading, mention, mentions)):
            if gender is not None:
                told.setdefault(mention.name, set()).add(gender)
    return {name: genders.pop() for name, genders in told.items() if len(genders) == 1}


def _by_words(reading: Reading, mention: PersonMention) -> str | None:
    words = [word.rstrip(".") for word in (mention.title or "").lower().split()]
    if mention.role is not None:
        words.append(reading.grammar.lemmas[mention.role])
    return next((gender for word in words if (gender := gender_of_noun(word)) is not None), None)


def _by_pronoun(reading: Reading, mention: PersonMention, mentions: list[PersonMention]) -> str | None:
    """ "Ann Kone fled. She ...": the main subject of the next sentence, where nobody else has been named."""
    grammar = reading.grammar
    sentence = grammar.sentence_of[mention.last]
    near = (m for m in mentions if 0 <= sentence - grammar.sentence_of[m.last] <= ALONE_FOR)
    if any(other is not mention for other in near):
        return None
    if grammar.deps[mention.last] not in ("nsubj", "nsubjpass") or sentence + 1 >= len(grammar.sentences):
        return None
    if grammar.block_of[sentence] != grammar.block_of[sentence + 1]:
        return None
    subjects = (t for t in range(*grammar.sentences[sentence + 1]) if grammar.deps[t] == "nsubj")
    main = (t for t in subjects if grammar.deps[grammar.heads[t]] == "ROOT")
    return next((grammar.lowers[t] for t in main if grammar.lowers[t] in ("he", "she")), None)
