"""Nouns made of verbs are read by the frames of their verb; nouns that only look like it are not."""

from __future__ import annotations

import pytest

from sayso.codebook import codebook_index
from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Event, Record, Report, report_id


def read(text: str) -> Record:
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def words_of(record: Record, ids: tuple[str, ...]) -> str:
    text = record.report.text
    known = {item.id: item.evidence for items in (record.parties, record.people) for item in items}
    return " ".join(text[slice(*span)] for one in ids for span in known[one])


ROWS = {
    "gerund": (
        "The banning of the opposition party by the junta in May changed little.",
        ("COERCE", "banning", "junta", "opposition party"),
    ),
    "owner": (
        "Iran's supply of missiles to the Houthis worried the neighbours.",
        ("AID", "supply", "Iran", "Houthis"),
    ),
    "noun": (
        "The delivery of medicine to stranded families by the Red Cross took a week.",
        ("AID", "delivery", "Red Cross", "families"),
    ),
    "by behind at": (
        "The firing of rockets at an Israeli outpost by Hezbollah took place on Sunday.",
        ("ASSAULT", "firing", "Hezbollah", ""),
    ),
    "nobody told": ("Lorries waited after the looting of three shops.", ("ASSAULT", "looting", "", "")),
}


@pytest.mark.parametrize(("text", "wanted"), ROWS.values(), ids=ROWS.keys())
def test_a_noun_of_a_verb_says_who_and_whom(text: str, wanted: tuple[str, str, str, str]) -> None:
    record = read(text)
    kind, trigger, actor, recipient = wanted
    event = next(c for c in record.claims if isinstance(c, Event) and trigger in text[slice(*c.trigger)])
    assert event.type == kind
    assert actor in words_of(record, event.actor) and bool(actor) == bool(event.actor)
    assert recipient in words_of(record, event.recipient)


@pytest.mark.parametrize(
    "text",
    [
        "The beginning of the year was calm.",
        "They walked through the surroundings of the town.",
        "The building burned for an hour.",
        "The number of killed was not known.",
    ],
)
def test_other_nouns_tell_of_nothing(text: str) -> None:
    triggers = [text[slice(*c.trigger)] for c in read(text).claims if isinstance(c, Event)]
    assert not {"beginning", "surroundings", "building", "number"} & set(triggers)


@pytest.mark.parametrize(
    ("noun", "verb"), [("banning", "ban"), ("seizing", "seize"), ("delivery", "deliver"), ("imposition", "impose")]
)
def test_a_noun_leads_to_its_verb(noun: str, verb: str) -> None:
    assert codebook_index().deverbal[noun] == verb
