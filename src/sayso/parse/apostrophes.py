"""Texts that lost their apostrophes on the way ("Malis north"): the possessive ending is a token of its own again."""

from __future__ import annotations

import re
from functools import cache

import simplemma

from sayso.codebook import load_codebook, load_place_book

APOSTROPHE = re.compile(r"\w['’`´]\w")
WITH_AN_S = re.compile(r"\b[A-Z]\w{2,}s\b")
OWNER_KINDS = frozenset(("state", "state_force", "armed_group", "coalition", "political", "intergovernmental"))

RULES = frozenset(("regime", "government", "administration"))
"""What makes of a person's name before it a state's ("the Assad regime")."""


def lost_possessives(text: str) -> frozenset[str]:
    """The words of a text without a single apostrophe that are a known name and the "s" of a possessive."""
    if APOSTROPHE.search(text):
        return frozenset()
    return frozenset(word for word in WITH_AN_S.findall(text) if word[:-1] in owning_names())


@cache
def owning_names() -> frozenset[str]:
    """Names of one word, of countries, cities and parties, that with an "s" are no word and no other name."""
    book = load_place_book()
    places = [name for entry in (*book.countries, *book.cities) for name in (entry.name, *entry.names)]
    parties = [entry for entry in load_codebook().parties if entry.kind in OWNER_KINDS]
    named = [name for entry in parties for name in (entry.name, *entry.names, *entry.acronyms, *entry.metonyms)]
    named += [first for first, _, rest in map(_parted_name, named) if rest in RULES]
    taken = {name for entry in parties for name in entry.adjectives}
    taken |= {name for entry in book.countries for name in entry.people}
    names = {name for name in (*places, *named) if name.isalpha() and name[0].isupper()} - taken
    return frozenset(name for name in names if f"{name}s" not in names | taken and not _is_word(f"{name}s"))


def _parted_name(name: str) -> tuple[str, str, str]:
    return name.partition(" ")


def _is_word(word: str) -> bool:
    return simplemma.is_known(word.lower(), lang="en")


def parted(words: list[str], spaces: list[bool], lost: frozenset[str]) -> tuple[list[str], list[bool], list[int]]:
    """The tokens with each lost ending apart; last, the places of the endings."""
    found: list[str] = []
    behind: list[bool] = []
    endings: list[int] = []
    for word, space in zip(words, spaces, strict=True):
        if word in lost:
            endings.append(len(found) + 1)
            found += [word[:-1], "s"]
            behind += [False, space]
        else:
            found.append(word)
            behind.append(space)
    return found, behind, endings
