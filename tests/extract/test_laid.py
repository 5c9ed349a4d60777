"""Deeds that other words lay to somebody: who is given as the doer, and how sure the text is of them."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Event, Record, Report, report_id

LAID = {
    "involved in": ("Four officers were involved in the murder of two nuns.", "murder", "officers", "stated"),
    "arrested for their part": ("Nine soldiers were arrested for their part in the ambush.", "ambush", "soldiers", "suspected"),
    "implicated behind the noun": (
        "A judge ordered the arrest of a captain implicated in the massacre of farmers.", "massacre", "captain", "suspected"),
    "implicated by": ("The president implicated three officers in the assassination.", "assassination", "officers", "suspected"),
    "behind": ("The Hezb militia was behind the assassination of the judge.", "assassination", "militia", "stated"),
    "accused of being responsible": (
        "The colonel accused the Shining Front of being responsible for the attack.", "attack", "Front", "suspected"),
    "responsible, as evidence shows": (
        "Evidence shows that guards are responsible for the murder of the monks.", "murder", "guards", "stated"),
    "may be involved": ("Smugglers may be involved in the kidnapping of the banker.", "kidnapping", "Smugglers", "suspected"),
    "linked to": ("The governor linked the cartel to the killing of the editor.", "killing", "cartel", "suspected"),
    "blamed on": ("He blamed the massacre on the army.", "massacre", "army", "suspected"),
    "denied": ("The Front denied participation in the murder of the minister.", "murder", "Front", "denied"),
    "convicted": ("Two nurses were jailed for their part in the poisoning.", "poisoning", "nurses", "stated"),
    "work of": ("The ambush was the work of the Red Column.", "ambush", "Column", "stated"),
    "the authors are": (
        "The authors of the assassination are members of the Black Hand militia.", "assassination", "militia", "stated"),
    "alleged mastermind": (
        "Sergeant Musa Balde, the alleged mastermind of the ambush, was flown to Dakar.", "ambush", "Balde", "suspected"),
    "in connection with": ("A woman was detained in connection with the bombing.", "bombing", "woman", "suspected"),
    "suspicion falls on": ("Suspicion for the attack fell on the Red Column.", "attack", "Column", "suspected"),
    "the crime": (
        "A grenade killed four worshippers. Police said former rebels were responsible for the crime.",
        "killed", "rebels", "stated"),
}  # fmt: skip
NOT_LAID = {
    "not involved": ("The journalist was not involved in the attack.", "attack"),
    "arrested after": ("A doctor was arrested after the bombing.", "bombing"),
    "arrested in": ("Twenty protesters were arrested in the raid.", "raid"),
    "linked to the inquiry": ("The lawyer was linked to the inquiry into the murder.", "murder"),
    "to be protected": ("The army is responsible for the protection of the town against attacks.", "attacks"),
    "whoever investigates": ("The reporter investigated the murder of the priest.", "murder"),
    "no part": ("The villagers had no part in the ambush.", "ambush"),
}


def deed(text: str, trigger: str) -> tuple[Record, Event]:
    """A text and the word that tells of a deed in, the record and the event out."""
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    events = (claim for claim in record.claims if isinstance(claim, Event))
    return record, next(event for event in events if text[slice(*event.trigger)] == trigger)


@pytest.mark.parametrize(("text", "trigger", "doer", "status"), LAID.values(), ids=LAID.keys())
def test_a_deed_is_laid_to_somebody(text: str, trigger: str, doer: str, status: str) -> None:
    record, event = deed(text, trigger)
    known = {item.id: item for item in (*record.parties, *record.people)}
    named = " ".join(text[slice(*span)] for who in event.actor for span in known[who].evidence)
    assert doer in named
    assert event.actor_status == status


@pytest.mark.parametrize(("text", "trigger"), NOT_LAID.values(), ids=NOT_LAID.keys())
def test_a_deed_is_laid_to_nobody(text: str, trigger: str) -> None:
    assert deed(text, trigger)[1].actor == ()


WANTED = {
    "wanted for": ("Pedro Rojas is wanted for the murder of the mayor.", "murder"),
    "accused of": ("Two men are accused of the murder of a bishop.", "murder"),
    "behind an order": ("A judge ordered the arrest of a captain implicated in the massacre of farmers.", "massacre"),
}


@pytest.mark.parametrize(("text", "trigger"), WANTED.values(), ids=WANTED.keys())
def test_what_somebody_is_wanted_for_took_place(text: str, trigger: str) -> None:
    assert deed(text, trigger)[1].realis == "happened"
