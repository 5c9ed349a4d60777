"""A happening in parts, ways of telling it, and what should be read of each base told in each way."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from sayso.records import Span

DATA = Path(__file__).with_name("alternations.yaml")
PART = re.compile(r"\{(\w+)\}")
ARTICLE = re.compile(r"\b(?:the|an?)\s+", re.IGNORECASE)

Words = tuple[str, ...]
Wanted = dict[str, Any]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all entries of a file have in common."""

    name: str


class Base(Entry, frozen=True, kw_only=True):
    """A happening in parts. reads: what the claim's own fields must be; wants: who, where, when and so on, by field.

    forms: infinitive, past, -ing and, where it is none of these, participle. tail: what stands behind the object, or
    behind a verb without one. noun: the deed as a noun; noun_tail: what it was done to, behind the noun. wants: words
    by which the ids of a who-field are known; where it says nothing, the last words of actor and object; null where
    nothing is asked. besides: types of events that are told along with it.
    """

    reads: dict[str, Any]
    kind: str = "event"
    actor: str | None = None
    many: bool = False
    forms: Words
    object: str | None = None
    objects: bool = False
    tail: str = ""
    noun: str | None = None
    noun_tail: str | None = None
    place: str | None = None
    day: str | None = None
    """A weekday before the report's day, or that itself."""
    tags: Words = ()
    wants: Wanted = {}
    besides: Words = ()

    def parts(self) -> dict[str, str]:
        """Name of a part -> its words; parts that the base lacks are not there."""
        first, past, gerund, *done = self.forms
        own = {
            "base": first, "past": past, "ing": gerund, "done": done[0] if done else past, "tail": self.tail,
            "present": first if self.many else third_person(first), "noun": self.noun, "noun_tail": self._noun_tail(),
            "place": self.place or "", "when": f"on {self.day}" if self.day else "", "actor": self.actor,
            "object": self.object, "rest": f"{self.object or ''} {self.tail}".strip(),
            "owner": owner(self.actor), "nominal": self.noun and f"{self.noun} {self._noun_tail()}",
        }  # fmt: skip
        numbers = {**numbered("", many=self.many), **numbered("o_", many=self.objects)}
        told = {name: words for name, words in own.items() if words is not None}
        plain = {f"plain_{name}": ARTICLE.sub("", words) for name, words in told.items()}
        small = {**told, **plain, **numbers}
        return small | {f"{name[0].upper()}{name[1:]}": f"{s[0].upper()}{s[1:]}" for name, s in small.items() if s}

    def _noun_tail(self) -> str:
        return f"of {self.object}" if self.noun_tail is None and self.object else self.noun_tail or ""

    def wanted(self, used: frozenset[str]) -> Wanted:
        """Field -> what it should be, given which parts are told."""
        told = {plain_name(part) for part in used}
        doer, done_to = ROLES.get(self.kind, (None, None))
        roles = {doer: last_word(self.actor), done_to: last_word(self.object)} if doer else {}
        known = {**roles, "place": last_word(self.place), "day": self.day, **self.wants}
        silent = {field for field, parts in TOLD_BY.items() if told.isdisjoint(parts)}
        return {field: "" if field in silent and value is not None else value for field, value in known.items()}


class Way(Entry, frozen=True, kw_only=True):
    """How it is told: a text with the names of parts in braces. expects: what differs from the base; besides: types of
    events that the way itself tells of; needs: tags that a base must have; not_for: bases to which it does not fit."""

    text: str
    expects: Wanted = {}
    besides: Words = ()
    needs: Words = ()
    not_for: Words = ()

    def used(self) -> frozenset[str]:
        return frozenset(PART.findall(self.text))

    def fits(self, base: Base) -> bool:
        told = set(PART.findall(self.text)) <= set(base.parts())
        return told and set(self.needs) <= set(base.tags) and base.name not in self.not_for


class Alternations(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of bases and ways."""

    bases: tuple[Base, ...]
    ways: tuple[Way, ...]


class Telling(NamedTuple):
    """One base told in one way. deed: where the words for what was done stand."""

    base: Base
    way: Way
    text: str
    deed: tuple[Span, ...]

    def wanted(self) -> Wanted:
        """Field -> what it should be; fields of which nothing is asked are not there."""
        told = {"realis": "happened", "said_by": "", **self.base.wanted(self.way.used()), **self.way.expects}
        return {field: value for field, value in told.items() if value is not None}


DOER = frozenset(("actor", "owner"))
ACTED_ON = frozenset(("object", "rest", "nominal", "noun_tail"))
TOLD_BY = {
    "actor": DOER, "holder": DOER, "recipient": ACTED_ON, "area": ACTED_ON,
    "place": frozenset(("place",)), "day": frozenset(("when",)),
}  # fmt: skip
"""Field -> the parts one of which has to be told for it to have a value."""
ROLES = {"event": ("actor", "recipient"), "control": ("holder", "area")}
DEED = frozenset(("base", "past", "ing", "done", "present", "noun", "nominal"))


def load_alternations(path: Path = DATA) -> Alternations:
    """A file in, its bases and ways out. Raises msgspec.ValidationError for what the file may not have."""
    return msgspec.yaml.decode(path.read_bytes(), type=Alternations)


# -- telling ----------------------------------------------------------------------------------------------------------
def third_person(verb: str) -> str:
    """ "Shell" -> "shells", "carry out" -> "carries out"."""
    word, *particles = verb.split()
    if word.endswith(("s", "sh", "ch", "x", "z", "o")):
        word += "es"
    elif word.endswith("y") and word[-2] not in "aeiou":
        word = f"{word[:-1]}ies"
    else:
        word += "s"
    return " ".join([word, *particles])


def owner(words: str | None) -> str | None:
    """ "The rebels" -> "the rebels'", "the army" -> "the army's"."""
    return words and (f"{words}'" if words.endswith("s") else f"{words}'s")


def numbered(prefix: str, *, many: bool) -> dict[str, str]:
    """The words that agree with one or with many."""
    words = (("has", "have"), ("is", "are"), ("was", "were"), ("does", "do"))
    return {f"{prefix}{pair[0]}": pair[many] for pair in words}


def last_word(words: str | None) -> str | None:
    return words.split()[-1].lower() if words else None


def tell(base: Base, way: Way) -> Telling:
    """A base told in a way that fits it."""
    parts, text, deed = base.parts(), "", []
    for words, name in itertools.zip_longest(*[iter([*PART.split(way.text), ""])] * 2):
        text = _joined(text, words)
        if name:
            text = _joined(text, parts[name])
        if name and parts[name] and plain_name(name) in DEED:
            deed.append((len(text.rstrip()) - len(parts[name].rstrip()), len(text.rstrip())))
    return Telling(base, way, text, tuple(deed))


def plain_name(name: str) -> str:
    """The name of a part, whether it is told with a capital or without articles."""
    return (name[:1].lower() + name[1:]).removeprefix("plain_")


def _joined(text: str, words: str) -> str:
    """The text with further words; no two blanks, and none before a comma."""
    words = re.sub(r"\s+", " ", words)
    if text.endswith(" "):
        words = words.lstrip()
        text = text.rstrip() if words[:1] and words[:1] in ",.;:'’" else text
    return text + words


def tell_all(data: Alternations) -> list[Telling]:
    return [tell(base, way) for way in data.ways for base in data.bases if way.fits(base)]
