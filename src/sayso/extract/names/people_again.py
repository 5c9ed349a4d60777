"""Somebody named before, named again: by surname, by first name, in full behind a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from sayso.codebook import load_codebook
from sayso.extract.names.nobody import placed_words
from sayso.extract.names.people_titles import is_title
from sayso.extract.phrase import PROPER_TAGS
from sayso.extract.reading import Reading

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
FULL_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "poss"))
ALIASES = frozenset(("alias", "aka", "a.k.a.", "a.k.a", "alyas", "@", "nicknamed", "dubbed"))
KNOWN = frozenset(("known", "goes", "went", "going", "called"))
FARTHEST_ALIAS = 12
"""Tokens between a name and the other name of the same person."""
SHORTEST_GIVEN = 4
"""Letters of a first name by which somebody is called again."""


class PersonMention(msgspec.Struct, frozen=True, kw_only=True):
    """A person's name in the text: first and last token, the words of the name, the title before it, the token of the
    role's noun."""

    first: int
    last: int
    name: str
    title: str | None = None
    role: int | None = None


def one_name_each(reading: Reading, found: list[PersonMention]) -> list[PersonMention]:
    """ "Dr Haussmann" is the Claire Haussmann of the same report, "Ms Hiwot" its Hiwot Tesfay."""
    words = reading.grammar.words
    full = {words[person.first]: person.name for person in _once_given(reading, found)}
    full |= {words[_surname(reading, person)]: person.name for person in found if " " in person.name}
    full |= {tail: person.name for person in found if (tail := _with_particle(person.name)) is not None}
    named = [msgspec.structs.replace(person, name=full.get(person.name, person.name)) for person in found]
    return [person if (other := _also_called(reading, named, person)) is None else other for person in named]


def _with_particle(name: str) -> str | None:
    """ "bin Breik" of "Hani bin Breik", "al-Burhan" of "Abdel Fattah al-Burhan": how he is called afterwards."""
    particles, words = load_codebook().names.particles, name.split()
    if len(words) > 1 and words[-1].split("-")[0].lower() in particles and "-" in words[-1]:
        return words[-1]
    return " ".join(words[-2:]) if len(words) > 2 and words[-2].lower() in particles else None


def _also_called(reading: Reading, found: list[PersonMention], alias: PersonMention) -> PersonMention | None:
    """ "Ann Kone, alias the Widow", "Ann Kone, better known as Mama Ann": the second name is the first's, too."""
    lowers, first = reading.grammar.lowers, alias.first
    known = lowers[first - 1] == "as" and KNOWN.intersection(lowers[max(first - 3, 0) : first - 1])
    called = lowers[first - 1] == "called" and lowers[first - 2] in ("also", "sometimes", "often")
    if first < 2 or not (known or called or lowers[first - 1] in ALIASES):
        return None
    before = [person for person in found if 0 < first - person.last <= FARTHEST_ALIAS]
    same = before and reading.grammar.sentence_of[before[-1].last] == reading.grammar.sentence_of[first]
    return msgspec.structs.replace(alias, name=before[-1].name, role=None) if same else None


def is_second_half(reading: Reading, token: int) -> bool:
    """The "moon" of "Ban Ki-moon", a given name in two halves: the family name stands first."""
    words, starts, ends = reading.grammar.words, reading.grammar.starts, reading.grammar.ends
    return token > 1 and words[token - 1] == "-" and words[token].islower() and ends[token - 1] == starts[token]


def named_again(reading: Reading, found: list[PersonMention], taken: set[int]) -> Iterator[PersonMention]:
    """Later words of a known name that stand alone: "Dillon said", "Hiwot fled"."""
    grammar = reading.grammar
    known = {}
    covered = set(taken)
    for person in found:
        covered.update(range(person.first, person.last + 1))
        known.setdefault(grammar.words[_surname(reading, person)], person)
        if person.last > person.first + 2 and is_second_half(reading, person.last):
            known.setdefault(grammar.words[person.first], person)
    given = {grammar.words[person.first]: person for person in _once_given(reading, found)}
    for token in grammar.tokens_of({word.lower() for word in (*known, *given)}):
        if token in covered or grammar.tags[token] not in PROPER_TAGS:
            continue
        word = grammar.words[token]
        person = known.get(word) or (given.get(word) if grammar.deps[token] in FULL_ROLES else None)
        if person is None:
            continue
        if placed_words(reading, (token,)):
            continue
        neighbours = [
            t
            for t in (token - 1, token + 1)
            if 0 <= t < len(grammar) and grammar.tags[t] in PROPER_TAGS and t not in taken
        ]
        if not neighbours or all(is_title(grammar.lowers[t]) for t in neighbours):
            yield PersonMention(first=token, last=token, name=person.name, title=person.title, role=None)


def _once_given(reading: Reading, found: list[PersonMention]) -> Iterator[PersonMention]:
    """Those of two names and more whose first name is nobody else's, and whose last is no part of it."""
    grammar = reading.grammar
    full = {person.name: person for person in found if person.last > person.first}
    times = Counter(grammar.words[person.first] for person in full.values())
    for person in full.values():
        word = grammar.words[person.first]
        if (
            times[word] == 1
            and len(word) >= SHORTEST_GIVEN
            and not word.isupper()
            and grammar.words[person.first + 1] != "-"
        ):
            yield person


def _surname(reading: Reading, person: PersonMention) -> int:
    """The last word of a name that tells the family: before "Jr." or "III"."""
    behind = reading.grammar.lowers[person.last].rstrip(".") in SUFFIXES and person.last > person.first
    return person.last - behind
