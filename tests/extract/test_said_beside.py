"""Whose word it is where several clauses, denials and media stand beside one another."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Record, Report, report_id

SAID = {
    "a phrase that closes two statements": (
        "The town has no water, and 600 people have fled, according to residents.",
        [("residents", "say", "The town has no water, and 600 people have fled")],
    ),
    "a phrase behind what came of it": (
        "Rebels took the town and the army shelled it, killing 12 people, according to residents.",
        [("residents", "say", "Rebels took the town and the army shelled it, killing 12 people")],
    ),
    "a phrase behind another's word": (
        "The army said it had retaken the bridge, but 12 people died, according to residents.",
        [("army", "say", "it had retaken the bridge"), ("residents", "say", "12 people died")],
    ),
    "what is denied is all of it": (
        "Turkey said the SDF had shelled the hospital, which the SDF denied.",
        [("Turkey", "say", "the SDF had shelled the hospital"), ("Syrian Democratic Forces", "deny", "which")],
    ),
    "who denies it": (
        "The UN says Hamas shot 12 people, an accusation it denies.",
        [("United Nations", "say", "Hamas shot 12 people"), ("Hamas", "deny", "an accusation")],
    ),
    "no confirmation": ("He said troops shot 20 men, a figure the police could not confirm.", [
        ("", "say", "troops shot 20 men, a figure the police could not confirm")]),
    "confirmed": ("Police confirmed the raid.", [("Police", "confirm", "the raid")]),
    "by name": (
        "The BBC has confirmed by name the deaths of 54 soldiers.",
        [("BBC", "confirm", "the deaths of 54 soldiers")],
    ),
    "an infinitive before it": (
        "Ann Kone urged Chad to set up a base in Bor, saying hunger loomed.",
        [("Ann Kone", "demand", "Chad to set up a base in Bor"), ("Ann Kone", "say", "hunger loomed")],
    ),
    "the last of their deeds": (
        "Ann Kone said the gunmen stole 300 cows, burnt 26 huts and demanded money for the release of the captives.",
        [("Ann Kone", "say", "the gunmen stole 300 cows, burnt 26 huts and demanded money for the release of the captives"),
         ("gunmen", "demand", "money for the release of the captives")],
    ),
    "in a statement by": (
        "Amnesty International, in a statement by its director, Isa Sanusi, described the raid as a failure.",
        [("Amnesty International", "describe", "the raid as a failure")],
    ),
    "two charities": (
        "Save the Children and Oxfam warned on Monday that aid was blocked.",
        [("Save the Children and Oxfam", "warn", "aid was blocked")],
    ),
    "a group by its name": (
        "Thirteen gang members were shot by residents, according to a local rights group, the Falcon Defence Network (FDN).",
        [("Falcon Defence Network", "say", "Thirteen gang members were shot by residents")],
    ),
    "figures, and who disputes them": (
        "Ann Kone said the rebels had killed three men and wounded six others, figures which the army dismissed as lies.",
        [("Ann Kone", "say", "the rebels had killed three men and wounded six others"),
         ("army", "deny", "figures")],
    ),
    "whom somebody commands": ("Ann Kone, who commands the 4th Infantry Division, praised God.", []),
    "on a condition": ("Officials who spoke on the condition that they not be named left the town.", []),
    "a statement to some end": ("A statement to mark the anniversary was read in Kyiv.", []),
    "short of saying it": ("The president stopped short of declaring victory.", []),
}  # fmt: skip


def record_of(text: str) -> Record:
    block = Block(kind="paragraph", start=0, end=len(text))
    report = Report(id=report_id(text.encode()), text=text, blocks=(block,))
    return extract_record(report, next(parse_grammars([report])))


@pytest.mark.parametrize(("text", "wanted"), SAID.values(), ids=SAID.keys())
def test_who_says_what(text: str, wanted: list[tuple[str, str, str]]) -> None:
    record = record_of(text)
    named = {one.id: one.name or "" for one in (*record.parties, *record.people)}
    found = [
        (
            " and ".join(named[s.person or s.party or ""] for s in u.speakers if s.person or s.party),
            u.act,
            " … ".join(text[a:b] for a, b in u.content),
        )
        for u in sorted(record.utterances, key=lambda u: u.evidence[0])
    ]
    assert found == wanted


HE = {
    "he who spoke last": ("Bashir Kango, the chairman, said five men died. Lawmaker Ali Hassan urged calm. He said 300 had fled.",
                          "Ali Hassan"),
    "according to him": (
        "Bashir Kango, the chairman, said five men died. Lawmaker Ali Hassan urged calm. According to him, 300 had fled.",
        "Ali Hassan",
    ),
    "she who spoke before": ("Spokeswoman Ann Kone said five men died. Colonel Ali Hassan urged calm. She said 300 had fled.",
                             "Ann Kone"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), HE.values(), ids=HE.keys())
def test_who_speaks_again(text: str, name: str) -> None:
    record = record_of(text)
    named = {person.id: person.name for person in record.people}
    said = max(record.utterances, key=lambda u: u.evidence[0])
    assert [named[s.person or ""] for s in said.speakers] == [name]
