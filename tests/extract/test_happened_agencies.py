"""What happened, as news agencies build it: deeds told of a noun, reports to an audience, and what is no happening."""

from __future__ import annotations

import pytest

from sayso.records import Event, Figure
from tests.extract.test_happened import Told, events, read, said

TOLD_OF_A_NOUN = {
    "attack it said": Told(
        "The army blamed the rebels for an attack it said had cost the lives of two nurses.", "ASSAULT", None,
        "rebels", "nurses",
    ),
    "ambush it said": Told(
        "The group released a video of an ambush it said left five soldiers dead.", "ASSAULT", None, "", "soldiers"
    ),
    "man they said": Told(
        "Rebels freed a man they said had been kidnapped by rivals.", "ASSAULT", "abduct", "rivals", "man"
    ),
}  # fmt: skip
TO_AN_AUDIENCE = {
    "press briefing": Told(
        "Colonel Augustin Nzabampema told a press briefing that rebels looted two clinics.", "ASSAULT", "destroy",
        "rebels",
    ),
}  # fmt: skip
SIDES = {
    "operation against": Told(
        "The army launched an operation against the rebels in the Kivus.", "ASSAULT", None, "army", "rebels"
    ),
    "encounter": Told(
        "Two militants were killed in an encounter with security forces.", "ASSAULT", None, "security forces", "militants"
    ),
    "took in": Told("Nuns took in orphans after the raid.", "AID", None, "nuns", "orphans"),
    "when ambushed": Told(
        "Eleven policemen were killed when Maoists ambushed a patrol.", "ASSAULT", None, "maoists", "policemen"
    ),
    "arrived": Told("About 35,000 people arrived in Burundi on Monday.", "FLEE", None, "people"),
    "bomb": Told("A roadside bomb ripped through a bus.", "ASSAULT", "explosives"),
    "taken prisoner": Told("Seven fighters were killed and three taken prisoner.", "COERCE", "arrest"),
    "pinned down": Told(
        "Troops have been trying to enter the town but have been pinned down by snipers.", "COERCE", "restrict",
        "snipers", "troops",
    ),
    "its capture": Told("The town fell; its capture by the rebels cut the road.", "ASSAULT", None, "rebels"),
    "clashes": Told("Clashes displaced 4,000 families.", "FLEE", None, "families"),
    "itself": Told("A patrol that set out from the base was itself ambushed.", "ASSAULT", None, "", "patrol"),
    "captured in fighting": Told(
        "Guerrillas captured 40 policemen in four days of fighting.", "COERCE", "arrest", "guerrillas", "policemen"
    ),
    "equipment": Told("The Ethiopians lost 57 tanks.", "ASSAULT", "destroy", "", "ethiopians"),
    "strong points": Told("Marines seized two strong points near Vovcha.", "ASSAULT", None, "marines"),
    "says and has accused": Told(
        "Kigali says its forces left the town and has accused Kinshasa of staging the attack.", "ACCUSE", "allege",
        "kigali", "kinshasa",
    ),
    "due to resume": Told("Talks are due to resume in Doha on Sunday.", "CONSULT", realis="planned"),
    "likely to be held": Told("A round of talks is likely to be held in May.", "CONSULT", realis="expected"),
    "not until": Told(
        "She ruled out talks until the hostages were handed over.", "RETREAT", "release", "", "hostages", "conditional"
    ),
    "got away with": Told("The guerrillas got away with rifles and a radio.", "ASSAULT", None, "guerrillas"),
    "own movements": Told("MSF has suspended movements on the road.", "SANCTION", "discontinue", "msf"),
    "got back": Told("Kyiv got back 116 servicemen.", "RETREAT", "release", "", "servicemen"),
    "pits against": Told("The insurgency pits Karen guerrillas against the army.", "ASSAULT", None, "army", "guerrillas"),
    "halted": Told("The brigade halted an armoured thrust.", "ASSAULT", None, "", "brigade"),
}  # fmt: skip
ROWS = {**TOLD_OF_A_NOUN, **TO_AN_AUDIENCE, **SIDES}
NONE = {
    "declined to comment": "The colonel declined to comment on the accusation.",
    "known for": "Visitors returned to the insurgency-hit district.",
    "what it is called": "The mission said this could amount to a war crime.",
    "held": "The rebels had occupied the town for a year.",
}
ONE = {
    "gun battle": "The two sides fought a six-hour gun battle.",
    "protest": "Madrid lodged a protest with Zagreb.",
    "accord signed": "Both groups praised the peace accord signed in August.",
    "their bodies": "Two villagers were shot dead and their bodies left on the road.",
}


@pytest.mark.parametrize("told", ROWS.values(), ids=ROWS.keys())
def test_reads_what_agencies_tell(told: Told) -> None:
    record = read(told.text)
    assert any(
        told.actor in said(record, event.actor)
        and told.recipient in said(record, event.recipient)
        and event.realis == told.realis
        and (told.mode is None or event.mode == told.mode)
        for event in events(record, told.type)
    ), record.claims


def test_the_speaker_does_not_do_what_it_tells_of_a_noun() -> None:
    record = read("The group released a video of an ambush it said left five soldiers dead.")
    assert not any("group" in said(record, event.actor) for event in events(record, "ASSAULT"))


def test_an_audience_hears_one_utterance() -> None:
    record = read("Colonel Augustin Nzabampema told a press briefing that rebels looted two clinics.")
    assert len(record.utterances) == 1


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_nothing_happens(text: str) -> None:
    assert not [claim for claim in read(text).claims if isinstance(claim, Event)]


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_is_told_once(text: str) -> None:
    kinds = [claim.type for claim in read(text).claims if isinstance(claim, Event)]
    assert len(kinds) == len(set(kinds)) and "PROTEST" not in kinds


def test_the_wars_dead_are_nobodys() -> None:
    record = read("The war, which began after soldiers shot the king, has claimed over 2,000 lives.")
    (figure,) = [c for c in record.claims if isinstance(c, Figure) and c.best is None]
    assert figure.perpetrator == ()


def test_those_who_flee_a_fight_are_no_side() -> None:
    record = read("Clashes displaced 4,000 families.")
    assert all(event.actor == () for event in events(record, "ASSAULT"))


NAMED = {
    "a number that opens": (
        "Eleven Central Reserve Police personnel lost their lives.",
        "Central Reserve Police personnel",
    ),
    "a number in the name": ("A fighter of the Seven Karta, a militia, shot a motorcyclist.", "Seven Karta"),
    "dozen": ("Soldiers shot at least a dozen farmers.", "farmers"),
}


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED.keys())
def test_a_number_is_no_part_of_who_they_are(text: str, name: str) -> None:
    assert name in [party.name for party in read(text).parties]


def test_whoever_ends_the_sentence_said_all_of_it() -> None:
    record = read("Rebels attacked the town on Monday, and three civilians were killed, the mayor said.")
    (utterance,) = record.utterances
    claims = [claim for claim in record.claims if isinstance(claim, Event | Figure)]
    assert {claim.utterance for claim in claims} == {utterance.id}


def test_the_dead_are_no_party() -> None:
    record = read("Eleven bodies were found in a well. The war has claimed 300 lives. Nine dead lay in the street.")
    assert not record.parties


def test_some_of_them_are_of_those_told_of() -> None:
    record = read("Shining Path fled. Nine people were taken to hospital, where two of them died.")
    (death,) = [event for event in events(record, "ASSAULT") if "died" in record.report.text[slice(*event.trigger)]]
    assert "path" not in said(record, death.recipient)
