"""A record, with its parts at hand: what reconciling asks of it."""

from __future__ import annotations

from datetime import date
from functools import cache

from sayso.codebook import load_codebook
from sayso.records import AnyClaim, Control, Event, Figure, Party, Person, Place, Record, Utterance

TOLD = frozenset(("happened", "ongoing"))
DEAD, HURT = frozenset(("killed", "executed")), frozenset(("injured",))
HARM = DEAD | HURT | frozenset(("missing", "detained", "abducted", "raped"))
MEANS = frozenset(("firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "unconventional"))
"""Modes of violence that tell one attack from another."""
TAKEN = frozenset(("gained", "lost"))
OUT = frozenset(("evacuated", "surrendered", "trapped"))
CEASEFIRE = "ceasefire"
DYING = frozenset(("die",))
"""Frames by which people die, some of them long after they were hit."""
WITHIN_A_PLACE = frozenset(("site", "district", "water", "other"))
WIDE = frozenset(("region", "country"))
WIDE_M = 40_000
"""Metres by which a place is uncertain that is no one settlement's surroundings any more."""
ORGANISATIONS = frozenset((
    "state", "state_force", "armed_group", "coalition", "intergovernmental", "ngo", "media", "political", "religious",
))  # fmt: skip
"""Kinds of parties that speak with one voice; residents and doctors do not."""
STEPS_UP = 5


class Account:
    """One report's record, its mentions by id."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.report = record.report.id
        self.places: dict[str, Place] = {place.id: place for place in record.places}
        self.parties: dict[str, Party] = {party.id: party for party in record.parties}
        self.people: dict[str, Person] = {person.id: person for person in record.people}
        self.utterances: dict[str, Utterance] = {each.id: each for each in record.utterances}
        self.claims: dict[str, AnyClaim] = {claim.id: claim for claim in record.claims}

    @property
    def name(self) -> str:
        """Where the report was found; its id where nobody says."""
        return self.record.report.uri or self.report

    def settlement(self, place: Place) -> Place:
        """The place, or the settlement that a site, a district or the like lies in; itself where it lies in no
        settlement that is known ("the countryside of Dilling")."""
        around = place
        for _ in range(STEPS_UP):
            if around.kind not in WITHIN_A_PLACE or around.within not in self.places:
                break
            around = self.places[around.within]
        is_wide = around.kind in WIDE and (place.uncertainty_m or WIDE_M) < WIDE_M
        return place if is_wide else around

    def parties_of(self, ids: tuple[str, ...]) -> list[Party]:
        """The parties among the ids, and those for whom the people among them act."""
        found = [self.parties.get(each) or self._party_of(each) for each in ids]
        return [party for party in found if party]

    def _party_of(self, person: str) -> Party | None:
        known = self.people.get(person)
        return self.parties.get(known.party or "") if known else None

    def speakers(self, claim: AnyClaim) -> tuple[str, ...]:
        """Whose word a claim is, by name, else by role; the outlet where it speaks in its own voice."""
        utterance = self.utterances.get(claim.utterance or "")
        return self.speakers_of(utterance) if utterance else (self.outlet,)

    def speakers_of(self, utterance: Utterance) -> tuple[str, ...]:
        """Who says it, by name, else by role; the outlet where nobody is named."""
        names = (self._speaker(speaker.party, speaker.person) for speaker in utterance.speakers)
        return tuple(sorted({name for name in names if name})) or (self.outlet,)

    def voice(self, claim: AnyClaim) -> tuple[str, ...]:
        """The speakers of a claim by name, where all are somebody in particular: a person with a name, or an
        organisation; else nothing."""
        utterance = self.utterances.get(claim.utterance or "")
        speakers = utterance.speakers if utterance else ()
        known = bool(speakers) and all(self._is_somebody(each.party, each.person) for each in speakers)
        return self.speakers(claim) if known else ()

    def _is_somebody(self, party: str | None, person: str | None) -> bool:
        organised = self.parties.get(party or "") or self._party_of(person or "")
        if organised:
            return organised.kind in ORGANISATIONS
        return person in self.people and self.people[person].name is not None

    @property
    def outlet(self) -> str:
        """Who prints the report."""
        return self.record.report.outlet or self.name

    def _speaker(self, party: str | None, person: str | None) -> str | None:
        known = self.parties.get(party or "") or self._party_of(person or "")
        if known:
            return known.name
        return self.people[person].name or self.people[person].role if person in self.people else None

    def is_of_a_death(self, claim: AnyClaim) -> bool:
        """Whether a claim tells of a dying, which may be elsewhere than where somebody was hit, or counts it."""
        event = self.claims.get(claim.event or "") if isinstance(claim, Figure) else claim
        return event is not None and is_of_the_dying(event)

    @property
    def past_places(self) -> frozenset[str]:
        """Ids of the places in which violence is set that the text tells as history, and none of the news."""
        violent = [claim for claim in self.claims.values() if isinstance(claim, Event) and is_violent(claim)]
        news = {place for claim in violent if not claim.background for place in claim.where}
        return frozenset(place for claim in violent if claim.background for place in claim.where) - news

    def said_on(self, claim: AnyClaim) -> str | None:
        """The day of a claim's saying, else that of the report."""
        utterance = self.utterances.get(claim.utterance or "")
        said = utterance.when.start if utterance and utterance.when else None
        return said or self.record.report.published.start


def is_violent(claim: AnyClaim) -> bool:
    """Whether a claim tells of violence or of whom it harmed, as something that took place."""
    deed = isinstance(claim, Event) and claim.type == "ASSAULT"
    return claim.realis in TOLD and (deed or (isinstance(claim, Figure) and claim.measure in HARM))


def is_about_violence(claim: AnyClaim) -> bool:
    """Whether a claim tells of violence, or denies it: a denial has the place and the day of what it denies."""
    return is_violent(claim) or (isinstance(claim, Event) and claim.type == "ASSAULT" and claim.realis == "negated")


def is_deal(claim: AnyClaim) -> bool:
    """Whether a claim tells of an agreement, or that there is none."""
    deal = isinstance(claim, Event) and (claim.type == "AGREE" or claim.mode == CEASEFIRE)
    return deal and not claim.background


def is_taking(claim: AnyClaim) -> bool:
    """Whether a claim tells that a place changed hands."""
    return isinstance(claim, Control) and claim.state in TAKEN and claim.realis in TOLD and not claim.background


def is_way_out(claim: AnyClaim) -> bool:
    """Whether a claim tells that people get out of where they were shut in, or can't: what deals are about."""
    if claim.background or claim.realis not in TOLD:
        return False
    if isinstance(claim, Figure):
        return claim.measure in OUT
    return isinstance(claim, Event) and bool(_harms().get(frame_of(claim), frozenset()) & OUT)


def is_of_the_news(claim: AnyClaim) -> bool:
    """Whether a claim tells of what the reports of an incident are about: violence, a place taken, a deal."""
    return is_about_violence(claim) or is_taking(claim) or is_deal(claim)


def is_attack(claim: AnyClaim) -> bool:
    """Whether a claim tells of an attack, and not of a death or wound that may come of an earlier one."""
    return isinstance(claim, Event) and claim.type == "ASSAULT" and (claim.mode in MEANS or harm_of(claim) is None)


def is_of_the_dying(claim: AnyClaim) -> bool:
    """Whether an event is somebody's dying, whatever was done to them before."""
    return isinstance(claim, Event) and frame_of(claim) in DYING


def frame_of(event: Event) -> str:
    """The name of the frame by which an event was read."""
    return event.method.rpartition("/")[2]


def harm_of(event: Event) -> str | None:
    """What an event does to people, by its frame: "killed", "injured", or None."""
    counts = _harms().get(frame_of(event), frozenset())
    return "killed" if counts & DEAD else "injured" if counts & HURT else None


@cache
def _harms() -> dict[str, frozenset[str]]:
    return {frame.name: frozenset(frame.counts.values()) for frame in load_codebook().frames}


def ordinal(iso: str | None) -> int | None:
    """A day as a number; None for none."""
    return date.fromisoformat(iso).toordinal() if iso else None
