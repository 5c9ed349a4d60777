"""Whether a value of a record answers a value of the gold: words, spans, days, who, where, on whose word."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

Span = tuple[int, int]
Item = dict[str, Any]

LONGEST_EVIDENCE = 400
"""Code points: a span longer than a long sentence points at nothing."""
LONGEST_CONTENT = 1_200
NEAR_DEGREES = 0.3
FOLLOWERS = re.compile(r"\b(fighters|militants|forces|troops|spokesman|spokeswoman|militias)$")
"""Behind a party's name these leave the party what it is."""
PLAIN_MARKS = str.maketrans({"’": "'", "“": '"', "”": '"'})


def fold(text: str | None) -> str:
    """Words to compare: small letters, plain marks, single blanks, no leading article."""
    plain = " ".join((text or "").lower().translate(PLAIN_MARKS).split())
    return re.sub(r"^(?:the|an?) ", "", plain)


def find_all(quote: str, text: str) -> list[Span]:
    """Where a quote of the gold stands in the text, whatever its blanks and marks look like there."""
    parts = [re.escape(part).replace('"', '["“”]').replace("'", "['’]") for part in quote.replace("’", "'").split()]
    return [found.span() for found in re.finditer(r"\s+".join(parts), text)]


def spans_of(value: Any) -> list[Span]:
    """One span, several, or none, as a list."""
    if not value:
        return []
    return [tuple(value)] if isinstance(value[0], int) else [tuple(span) for span in value]


def shared(one: Iterable[Span], other: Iterable[Span]) -> int:
    """How many code points the spans have in common, pair by pair."""
    right = list(other)
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in right)


def points_at(wanted: Sequence[Span], given: Iterable[Span]) -> bool:
    """Whether the given spans cover half of the shorter of the two."""
    short = [span for span in given if span[1] - span[0] <= LONGEST_EVIDENCE]
    sizes = [end - start for start, end in wanted] + [sum(end - start for start, end in short)]
    return min(sizes) > 0 and 2 * shared(wanted, short) >= min(sizes)


def alternatives(value: Any) -> list[Any]:
    """A list in the gold means that any of its members is right."""
    return value if isinstance(value, list) else [value]


def days(value: Any) -> tuple[str | None, str | None]:
    """A day, month or year of the gold, or a pair of them, as first and last day; null as an open end."""
    if isinstance(value, list | tuple):
        return days(value[0])[0], days(value[1])[1]
    if value is None:
        return None, None
    year, month, day = ([*map(int, str(value).split("-")), 0, 0])[:3]
    last = day or calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1).isoformat(), date(year, month or 12, last).isoformat()


def has_word(word: str, text: str) -> bool:
    """Whether the word, or its plural, stands in the folded text."""
    return re.search(rf"\b{re.escape(fold(word))}s?\b", text) is not None


class Ground:
    """One record beside its gold: what the ids of the one mean in the names of the other."""

    def __init__(self, gold: Item, record: Item) -> None:
        self.gold, self.record = gold, record
        self.text: str = record["report"]["text"]
        self.parties = {item["id"]: item for item in record.get("parties", ())}
        self.people = {item["id"]: item for item in record.get("people", ())}
        self.places = {item["id"]: item for item in record.get("places", ())}
        self.utterances = {item["id"]: item for item in record.get("utterances", ())}
        self.gold_parties = {item["id"] for item in gold.get("parties") or ()}

    def words(self, item: Item) -> list[str]:
        """The folded words of an item's evidence."""
        return [fold(self.text[start:end]) for start, end in spans_of(item.get("evidence"))]

    def names(self, item: Item) -> set[str]:
        """All names, folded, under which the record has an item."""
        return {fold(item.get("name")), *self.words(item)}

    @cached_property
    def gold_names(self) -> dict[str, str]:
        """Folded name -> id of the gold's party; "X fighters" stands for X where no other party is called X."""
        full = {fold(name): item["id"] for item in self.gold.get("parties") or () for name in item["names"]}
        short = {FOLLOWERS.sub("", name).strip() or name: party for name, party in reversed(full.items())}
        return short | full

    @cached_property
    def meanings(self) -> dict[str, set[str]]:
        """Id of a party or person of the record -> ids of the gold's parties that it stands for."""
        found = {party: self._meant(item) for party, item in self.parties.items()}
        for person, item in self.people.items():
            if spoken_for := found.get(item.get("party") or ""):
                found[person] = found.get(person, set()) | spoken_for
        return found

    def _meant(self, party: Item) -> set[str]:
        names = (re.sub(r"'s$", "", name) for name in self.names(party))
        return {self.gold_names[name] for name in names if name in self.gold_names}

    def is_party(self, given: Any, wanted: Any) -> bool:
        """wanted: a party of the gold, words for a class of people, null, or a list of such."""
        ids = [each for each in alternatives(given or []) if each]
        return any(not ids if one is None else self._is_one(ids, one) for one in alternatives(wanted))

    def _is_one(self, ids: list[str], wanted: str) -> bool:
        if any(wanted in self.meanings.get(each, ()) for each in ids):
            return True
        return wanted not in self.gold_parties and any(self._is_called(each, str(wanted)) for each in ids)

    def _is_called(self, who: str, wanted: str) -> bool:
        item = self.parties.get(who) or self.people.get(who)
        if item is None:
            return False
        return fold(wanted) == item.get("kind") or any(has_word(wanted, name) for name in self.names(item))

    def is_place(self, given: Any, wanted: Any) -> bool:
        """Whether one of the places, or what it lies within, has a wanted name; null asks for no place."""
        names = {name for place in alternatives(given or []) for name in self._names_outwards(place)}
        return any(not names if one is None else fold(one) in names for one in alternatives(wanted))

    def _names_outwards(self, place: str | None) -> Iterator[str]:
        seen: set[str] = set()
        while place in self.places and place not in seen:
            seen.add(place)
            yield from self.names(self.places[place])
            place = self.places[place].get("within")

    def is_speaker(self, speaker: Item, wanted: Any) -> bool:
        """Whether the speaker is a wanted party, or the words for the speaker hold the wanted word."""
        ids = [speaker[key] for key in ("party", "person") if speaker.get(key)]
        said = " / ".join(self.text[start:end] for start, end in spans_of(speaker.get("evidence")))
        words = [one for one in alternatives(wanted) if one and one not in self.gold_parties]
        return self.is_party(ids, wanted) or any(has_word(str(word), fold(said[:110])) for word in words)

    def is_said_by(self, claim: Item, wanted: Any) -> bool:
        """Whether a wanted speaker stands anywhere in the claim's chain of utterances; null is the outlet's voice."""
        chain = list(self._chain(claim.get("utterance")))
        if not chain:
            return None in alternatives(wanted)
        speakers = [speaker for utterance in chain for speaker in utterance.get("speakers", ())]
        return any(self.is_speaker(speaker, one) for one in alternatives(wanted) if one for speaker in speakers)

    def _chain(self, utterance: str | None) -> Iterator[Item]:
        seen: set[str] = set()
        while utterance in self.utterances and utterance not in seen:
            seen.add(utterance)
            yield self.utterances[utterance]
            utterance = self.utterances[utterance].get("outer")

    def is_when(self, claim: Item, wanted: Any) -> bool:
        """wanted: a day, month or year, a pair, null, or `any` with a list of those."""
        given = claim.get("when") or {}
        options = wanted["any"] if isinstance(wanted, dict) else [wanted]
        return (given.get("start"), given.get("end")) in [days(option) for option in options]
