"""One report's record as lines: each claim in words, with whose word it is and where the words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from sayso.desk.sitrep_words import (
    EVENTS,
    NATURES,
    RELATIONS,
    STATUSES,
    bounds_words,
    count_words,
    days_words,
    shorten,
    visible,
)
from sayso.records import AnyClaim, Condition, Control, Event, Figure, Place, Record, Relation, Speaker, Utterance

UNSURE = 0.5
"""Below this confidence, a reader is told that the reading is unsure."""
LONGEST_QUOTE = 220
LONGEST_NAME = 90
SMALL_PLACES = ("site", "district", "water", "other")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One claim in words. `anchor` names its place in the page; `own_voice`: it is the outlet's word.

    said_by, act: whose word, and how it was said; what, who, where, when, status: words, empty where there is nothing
    to say; places: the claim's places, the narrowest first; copies: report and anchor of each place in other reports
    where the same speaker is given with the same words.
    """

    anchor: str
    report: int
    claim: AnyClaim
    said_by: str
    act: str
    own_voice: bool
    what: str
    who: str
    where: str
    when: str
    status: str
    quote: str
    places: tuple[Place, ...]
    copies: tuple[tuple[int, str], ...] = ()

    @property
    def start(self) -> str | None:
        return self.claim.when.start if self.claim.when else None

    @property
    def end(self) -> str | None:
        return self.claim.when.end if self.claim.when else None


class Account:
    """One record, number `number` of the situation, with its ids looked up."""

    def __init__(self, record: Record, number: int) -> None:
        self.record, self.number = record, number
        self.places = {place.id: place for place in record.places}
        self.utterances = {utterance.id: utterance for utterance in record.utterances}

    @cached_property
    def names(self) -> dict[str, str]:
        """Party or person id -> name to show."""
        parties = {party.id: name_to_show(party.name) for party in self.record.parties}
        return parties | {
            p.id: name_to_show(p.name or p.role or p.title or "somebody unnamed") for p in self.record.people
        }

    @cached_property
    def _utterance_anchors(self) -> dict[str, str]:
        return {each.id: self.name_place("u", each.id, at) for at, each in enumerate(self.record.utterances)}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The report's claims, in its order."""
        return tuple(self._line(claim, at) for at, claim in enumerate(self.record.claims))

    @property
    def outlet(self) -> str:
        """The outlet, or what else names the report."""
        report = self.record.report
        return name_to_show(report.outlet or source_name(report.uri) or f"report {self.number}")

    @property
    def title(self) -> str:
        report = self.record.report
        return shorten(visible(report.title or report.text or "untitled"), LONGEST_QUOTE)

    def name_place(self, kind: str, _id: str, at: int) -> str:
        """The anchor of the claim (kind c) or utterance (kind u) at a position of the record: its place in the page."""
        return f"r{self.number}-{kind}{at}"

    def anchor_of(self, utterance: Utterance) -> str:
        """The place of an utterance in the page."""
        return self._utterance_anchors[utterance.id]

    def speaker_names(self, utterance: Utterance) -> tuple[str, ...]:
        """Who speaks: each party, or person and party; empty where the text does not say."""
        return tuple(self._speaker_name(speaker) for speaker in utterance.speakers)

    def _speaker_name(self, speaker: Speaker) -> str:
        party = self.names.get(speaker.party or "")
        if not speaker.person:
            return party or "somebody unnamed"
        person = self.names.get(speaker.person, "somebody unnamed")
        return f"{person} ({party})" if party and party != person else person

    def _line(self, claim: AnyClaim, at: int) -> Line:
        utterance = self.utterances.get(claim.utterance or "")
        places = tuple(sorted(self._claim_places(claim), key=self._breadth))
        return Line(
            anchor=self.name_place("c", claim.id, at),
            report=self.number,
            claim=claim,
            said_by=self._whose_word(utterance),
            act=utterance.act if utterance else "",
            own_voice=utterance is None,
            what=self._what(claim),
            who=self._who(claim),
            where=", ".join(self._place_names(places)),
            when=days_words(claim.when.start, claim.when.end) if claim.when else days_words(None, None),
            status=self._status(claim),
            quote=self.quote(claim.evidence),
            places=places,
        )

    def quote(self, spans: Iterable[tuple[int, int]]) -> str:
        """The words of these spans, those that stand apart parted by an ellipsis."""
        text = self.record.report.text
        return shorten(visible(" … ".join(text[start:end] for start, end in spans)), LONGEST_QUOTE)

    def _whose_word(self, utterance: Utterance | None) -> str:
        if utterance is None:
            return f"{self.outlet}, in its own voice"
        chain = list(self._chain(utterance))
        return ", by way of ".join([", ".join(names) or f"unnamed, in {self.outlet}" for names in chain])

    def _chain(self, utterance: Utterance | None) -> Iterator[tuple[str, ...]]:
        seen: set[str] = set()
        while utterance and utterance.id not in seen:
            seen.add(utterance.id)
            yield self.speaker_names(utterance)
            utterance = self.utterances.get(utterance.outer or "")

    def _what(self, claim: AnyClaim) -> str:
        match claim:
            case Event():
                mode = f" ({claim.mode.replace('-', ' ')})" if claim.mode else ""
                name = f"“{self.quote([claim.trigger])}”" if claim.type == "OTHER" else EVENTS[claim.type]
                return f"{name}{mode}"
            case Figure():
                return f"{bounds_words(claim)} {shorten(visible(claim.what), 60)}"
            case Control():
                return claim.state
            case Condition():
                return ", ".join(claim.themes)
            case Relation():
                return RELATIONS[claim.type]

    def _who(self, claim: AnyClaim) -> str:
        match claim:
            case Event():
                return self._doers(claim)
            case Figure():
                by = f"by {self._named(claim.perpetrator)}" if claim.perpetrator else ""
                return ", ".join(filter(None, (self._named(claim.party), by)))
            case Control():
                return self._named(claim.holder) + (f", against {self._named(claim.other)}" if claim.other else "")
            case Condition():
                return (claim.group or "").replace("_", " ")
            case Relation():
                return f"{self._named(claim.subject)} {RELATIONS[claim.type]} {self._named(claim.object)}"

    def _doers(self, event: Event) -> str:
        if set(event.actor) == set(event.recipient) and len(event.actor) > 1:
            return " ↔ ".join(self._named([each]) for each in event.actor)
        status = "" if event.actor_status in ("stated", "unstated") else f" ({event.actor_status})"
        doer = self._named(event.actor) or "nobody named"
        return f"{doer}{status}" + (f" → {self._named(event.recipient)}" if event.recipient else "")

    def _named(self, ids: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(self.names.get(each, visible(each)) for each in ids))

    def _status(self, claim: AnyClaim) -> str:
        hedges = ", ".join(self.quote([span]) for span in claim.hedges)
        parts = [STATUSES[claim.realis], f"“{hedges}”" if hedges else ""]
        parts.append(self._status_of_kind(claim))
        parts.append("background" if claim.background else "")
        parts.append("unsure reading" if claim.confidence < UNSURE else "")
        return ", ".join(filter(None, parts))

    def _status_of_kind(self, claim: AnyClaim) -> str:
        match claim:
            case Event():
                return claim.phase or ""
            case Figure():
                unstated = "" if claim.composition_stated else "who is among them is not stated"
                return ", ".join(filter(None, (NATURES[claim.nature], unstated)))
            case _:
                return ""

    def _claim_places(self, claim: AnyClaim) -> list[Place]:
        ids = dict.fromkeys((*getattr(claim, "area", ()), *claim.where))
        return [self.places[each] for each in ids if each in self.places]

    def _place_names(self, places: tuple[Place, ...]) -> list[str]:
        """Names of the places and of the settlements around the smallest, each once."""
        wider = [self.places[place.within] for place in places[:1] if is_small(place) and place.within in self.places]
        return list(dict.fromkeys(name_to_show(place.name) for place in (*places, *wider)))

    def _breadth(self, place: Place) -> int:
        depth, seen = 0, {place.id}
        while place.within in self.places and place.within not in seen:
            seen.add(place.within)
            place, depth = self.places[place.within], depth + 1
        return -depth

    def settlement_of(self, place: Place) -> Place:
        """The place, or where it is but a part of one, the settlement or area that it lies in."""
        seen = {place.id}
        while is_small(place) and place.within in self.places and place.within not in seen:
            seen.add(place.within)
            place = self.places[place.within]
        return place


def is_small(place: Place) -> bool:
    """Whether a place is a part of a settlement rather than one."""
    return place.kind in SMALL_PLACES


def source_name(uri: str | None) -> str | None:
    """The host of an address, the name of a file."""
    if not uri:
        return None
    scheme, found, rest = uri.partition("://")
    name = rest.split("/")[0] if found and scheme.isalpha() else uri.rstrip("/").rsplit("/", 1)[-1]
    return name or uri


def name_to_show(name: str) -> str:
    """A name in one line, of bearable length."""
    return shorten(visible(name), LONGEST_NAME)


def said_words(line: Line) -> str:
    """Whose word a line is, with how it was said where that is more than saying."""
    copies = f" (also in {count_words(len(line.copies), 'other report')})" if line.copies else ""
    return line.said_by + (f" [{line.act}]" if line.act not in ("", "say") else "") + copies
