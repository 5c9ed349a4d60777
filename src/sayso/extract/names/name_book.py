"""The codebook's names of parties, in every spelling that print gives them, as one automaton."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from sayso.codebook import PartyEntry, load_codebook

Form = Literal["name", "acronym", "metonym", "adjective"]
Meaning = tuple[PartyEntry, Form]
SHORT_NAME = 3
"""In capitals a name of so few letters can't be told from an ordinary word."""
DOTTED = (("UN ", "U.N. "), ("US ", "U.S. "), ("EU ", "E.U. "), ("UK ", "U.K. "))
SHORTENED = (("North ", "N."), ("South ", "S."), ("East ", "E."), ("West ", "W."), ("Central ", "C."))
ARTICLES = ("al", "el", "as", "ash", "ar", "an")


class NameAutomaton:
    """Finds names in a text, the longest first; each with all that it can mean."""

    def __init__(self, patterns: dict[str, list[Meaning]]) -> None:
        self.meanings = list(patterns.values())
        self.machine = AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, int, list[Meaning]]]:
        """(start, end, meanings) of every name that stands alone."""
        for pattern, start, end in self.machine.find_matches_as_indexes(text):
            if stands_alone(text, start, end):
                yield start, end, self.meanings[pattern]


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the stretch."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum() or before in "@#_/")


def spellings(name: str) -> set[str]:
    """A name as print varies it: dotted UN and US, "S. Sudan", curly apostrophes, a capital or none, accents or none,
    a hyphen or none after the article."""
    forms = {name, name[:1].upper() + name[1:]}
    for plain, dotted in DOTTED:
        if name.startswith(dotted):
            forms.add(plain + name[len(dotted) :])
        elif name.startswith(plain):
            forms.add(dotted + name[len(plain) :])
    for direction, short in SHORTENED:
        if name.startswith(direction):
            forms |= {f"{short}{sep}{name[len(direction) :]}" for sep in ("", " ")}
    article, mark, rest = _after_article(name)
    if mark:
        forms |= {f"{a}{sep}{rest}" for a in (article, article.capitalize()) for sep in "- "}
    forms |= {_without_accents(form) for form in forms if not form.isascii()}
    return forms | {form.replace("'", "’") for form in forms if "'" in form}


def _without_accents(name: str) -> str:
    """ "Médecins" as "Medecins": letters only lose what stands over or under them."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _after_article(name: str) -> tuple[str, str, str]:
    for mark in "- ":
        article, found, rest = name.partition(mark)
        if found and article.lower() in ARTICLES:
            return article.lower(), found, rest
    return "", "", name


@cache
def known_names() -> dict[str, list[Meaning]]:
    """Every spelling of every party's names -> what it can mean."""
    found: dict[str, list[Meaning]] = defaultdict(list)
    for entry in load_codebook().parties:
        rows: list[tuple[Form, tuple[str, ...]]] = [
            ("name", (entry.name, *entry.names)),
            ("acronym", entry.acronyms),
            ("metonym", entry.metonyms),
            ("adjective", entry.adjectives),
        ]
        for form, names in rows:
            for spelling in {s for name in names for s in spellings(name)}:
                found[spelling].append((entry, form))
    return dict(found)


@cache
def ordinary_names() -> NameAutomaton:
    """The names as they are printed."""
    return NameAutomaton(known_names())


@cache
def capital_names() -> NameAutomaton:
    """The names in capitals, for a text that is written so."""
    upper: dict[str, list[Meaning]] = defaultdict(list)
    for name, meanings in known_names().items():
        if len(name) > SHORT_NAME:
            upper[name.upper()] += meanings
    return NameAutomaton(upper)


def known_name(name: str) -> PartyEntry | None:
    """The codebook's party of exactly that name, acronym or adjective; None where there is none or several."""
    meanings = known_names().get(name, [])
    return meanings[0][0] if len({entry.id for entry, _ in meanings}) == 1 else None
