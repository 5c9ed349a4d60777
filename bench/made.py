"""Reports made up out of the codebook, with the records that a reader would make of them, as many as are wanted.

To read 100,000 reports takes hours; a ledger does not ask who read them. So the record is not read out of the text:
both are written together, and every span is where the words were put. Parties and filler sentences are the codebook's,
people and places are made of syllables; few of them are named often and many once, as in news. One report in twelve is
a copy of an earlier one by another outlet.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

import msgspec

from sayso.codebook import load_codebook
from sayso.records import (
    AnyClaim,
    Block,
    Event,
    Figure,
    Party,
    Person,
    Place,
    Published,
    Record,
    Relevance,
    Report,
    Span,
    Speaker,
    Time,
    Utterance,
    When,
    report_id,
)

Item = TypeVar("Item", Party, Person, Place)

FIRST_DAY = date(2029, 1, 1)
REPORTS_A_DAY = 70
COPIES = 12
PLACES, PEOPLE, OUTLETS = 4_000, 20_000, 300
MEASURES = ("killed", "injured", "displaced", "detained", "missing", "abducted")
GROUPS = ("civilians", "soldiers", "fighters", "people", "children", "police")
WEAPONS = ("mortars", "rockets", "artillery", "drones", "rifles", "mines", "barrel bombs")
ACTS = ("say", "claim", "deny", "confirm", "warn")
WORDS = {"say": "said", "claim": "claimed", "deny": "denied", "confirm": "confirmed", "warn": "warned"}
SYLLABLES = (
    *(consonant + vowel for consonant in "bdfghjklmnrstwyz" for vowel in "aeiou"),
    *("shar", "dun", "gar", "mal", "tor", "kan", "sel", "vor", "ben", "lim", "nar"),
)


def made_records(number: int, *, first: int = 0) -> Iterator[Record]:
    """So many records, the same ones whenever they are asked for; first: the number of the first one."""
    for at in range(first, first + number):
        yield made_record(at)


def made_record(at: int) -> Record:
    """The record of one number."""
    chance = random.Random(at)
    original = at - chance.randrange(1, 200) if chance.randrange(COPIES) == 0 else at
    return _Writer(max(0, original), at).write()


@cache
def name_of(kind: str, number: int) -> str:
    """A name made of syllables: `kind` and `number` settle it."""
    chance = random.Random(f"{kind}{number}")
    return "".join(chance.choices(SYLLABLES, k=chance.randrange(2, 5))).capitalize()


@cache
def _parties() -> list[Party]:
    parties = [party for party in load_codebook().parties if party.kind != "media"]
    return [Party(id=each.id, name=each.name, kind=each.kind, country=each.country, evidence=()) for each in parties]


@cache
def _fillers() -> list[str]:
    return [example.text for frame in load_codebook().frames for example in frame.reads]


def _few(chance: random.Random, most: int) -> int:
    """A number below `most`, the small ones much oftener."""
    return min(most - 1, int(most * chance.random() ** 3))


class _Writer:
    """Writes one report from its first word to its last, and notes what stands where."""

    def __init__(self, story: int, at: int) -> None:
        self.chance, self.at = random.Random(f"story {story}"), at
        self.day = FIRST_DAY + timedelta(days=story // REPORTS_A_DAY)
        self.pieces: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.parties: dict[str, Party] = {}
        self.people: dict[str, Person] = {}
        self.places: dict[str, Place] = {}
        self.times: list[Time] = []
        self.utterances: list[Utterance] = []
        self.claims: list[AnyClaim] = []

    def write(self) -> Record:
        self._block(self._headline)
        for _ in range(self.chance.randrange(4, 9)):
            self._block(self._paragraph)
        outlet = f"{name_of('outlet', random.Random(self.at).randrange(OUTLETS))} News"
        self._block(lambda: self._put(f"Edited by {name_of('person', self.at)} for {outlet}."))
        text = "".join(self.pieces)
        lists = {name: tuple(getattr(self, name)) for name in ("times", "utterances", "claims")}
        named = {name: tuple(getattr(self, name).values()) for name in ("parties", "people", "places")}
        return Record(report=self._report(text, outlet), **lists, **named)

    def _report(self, text: str, outlet: str) -> Report:
        day = self.day.isoformat()
        return Report(
            id=report_id(f"{self.at} {text}".encode()),
            uri=f"https://{outlet.split()[0].lower()}.example/{self.at}",
            outlet=outlet,
            title=text[: self.blocks[0].end],
            language="en",
            published=Published(start=day, end=day, basis="metadata"),
            relevance=Relevance(conflict=True, basis="made up"),
            text=text,
            blocks=tuple(self.blocks),
        )

    def _block(self, write: Callable[[], object]) -> None:
        if self.pieces:
            self._put("\n\n")
        start = self.length
        write()
        self.blocks.append(Block(kind="paragraph" if self.blocks else "headline", start=start, end=self.length))

    def _put(self, words: str) -> Span:
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return start, self.length

    def _filler(self) -> str:
        return self.chance.choice(_fillers())

    def _headline(self) -> None:
        self._put(f"{self._filler()[:60].rstrip('. ')}, {name_of('place', _few(self.chance, PLACES))}")

    def _paragraph(self) -> None:
        """Somebody is on record with a figure and the event behind it; two sentences about anything follow."""
        utterance, act = f"u{len(self.utterances)}", self.chance.choice(ACTS)
        speaker, said = self._speaker()
        self._put(" ")
        cue = self._put(WORDS[act])
        self._put(" on ")
        when = self._time()
        self._put(" that ")
        content = self._toll(utterance, when)
        spans = {"content": (content,), "evidence": (said, cue, content), "cue": cue}
        self.utterances.append(Utterance(id=utterance, speakers=(speaker,), mode="reported", act=act, **spans))
        self._put(f". {self._filler()} {self._filler()}")

    def _speaker(self) -> tuple[Speaker, Span]:
        party = _parties()[_few(self.chance, len(_parties()))]
        name = f"{name_of('first', _few(self.chance, 300))} {name_of('person', _few(self.chance, PEOPLE))}"
        start, end = self._put(name)
        self._put(", a spokesman for ")
        named = self._put(party.name)
        person = Person(id=f"p:{name}", name=name, role="spokesman", party=party.id, evidence=())
        _add_span(self.parties, party, named)
        _add_span(self.people, person, (start, end))
        return Speaker(party=party.id, person=person.id, evidence=((start, end),)), (start, named[1])

    def _time(self) -> When:
        day = self.day - timedelta(days=self.chance.randrange(0, 4))
        span, name, iso = self._put(f"{day:%A}"), f"t{len(self.times)}", day.isoformat()
        time = Time(id=name, text=f"{day:%A}", start=iso, end=iso, precision="day", basis="inferred", evidence=(span,))
        self.times.append(time)
        return When(start=iso, end=iso, basis="stated", time=name)

    def _toll(self, utterance: str, when: When) -> Span:
        number, group = self.chance.randrange(1, 400), self.chance.choice(GROUPS)
        measure, weapon = self.chance.choice(MEASURES), self.chance.choice(WEAPONS)
        digits = self._put(str(number))
        self._put(f" {group} were ")
        trigger = self._put(measure)
        self._put(f" by {weapon} in ")
        where = (self._place(),)
        whole = (digits[0], self.length)
        shared = {"utterance": utterance, "when": when, "where": where, "confidence": 0.9, "method": "made up"}
        event = Event(id=f"e{utterance}", type="ASSAULT", trigger=trigger, weapon=weapon, evidence=(whole,), **shared)
        value = {"best": float(number), "modifier": "exactly", "unit": "people", "group": group, "what": group}
        figure = Figure(
            id=f"f{utterance}", measure=measure, event=event.id, span=digits, evidence=(whole,), **value, **shared
        )
        self.claims += [event, figure]
        return whole

    def _place(self) -> str:
        number = _few(self.chance, PLACES)
        name, admin1 = name_of("place", number), name_of("admin", number % 40)
        span, where = self._put(name), {"lat": number % 90 / 2, "lon": number % 180 / 2, "precision": "settlement"}
        place = Place(id=f"g{number}", name=name, kind="town", country="SD", admin1=admin1, evidence=(), **where)
        _add_span(self.places, place, span)
        return place.id


def _add_span(known: dict[str, Item], item: Item, span: Span) -> None:
    """Put the item among those that are known, with one more span."""
    before = known.get(item.id, item)
    known[item.id] = msgspec.structs.replace(before, evidence=(*before.evidence, span))
