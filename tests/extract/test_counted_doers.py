"""Who killed those who are counted: from nouns, instruments, claims and blame, read from end to end."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Figure, Record, Report


def record_of(text: str) -> Record:
    block = Block(kind="paragraph", start=0, end=len(text))
    report = Report(id="sha256:0", text=text, blocks=(block,))
    return extract_record(report, next(iter(parse_grammars([report]))))


def perpetrators(text: str) -> list[str]:
    """The names of the perpetrators of the first figure."""
    record = record_of(text)
    names = {item.id: item.name or item.role for item in (*record.parties, *record.people)}
    figure = next(claim for claim in record.claims if isinstance(claim, Figure))
    return [names[one] or "" for one in figure.perpetrator]


CASES = [
    ("carried out by", "Air strikes carried out by Ethiopian warplanes killed 20 people.", ["Ethiopia"]),
    ("claimed by", "Twelve people died in an attack claimed by Boko Haram.", ["Boko Haram"]),
    ("blamed on", "A raid blamed on the Rapid Support Forces left 14 people dead.", ["Rapid Support Forces"]),
    ("an adjective two nouns before", "Six civilians were killed in Sudanese army drone strikes.", ["Sudanese Armed Forces"]),
    ("before a phrase", "Nine people were killed in junta barrel bomb attacks on a village.", ["junta"]),
    ("a name that the parse took apart", "Four civilians were killed in al-Shabaab mortar fire.", ["Al-Shabaab"]),
    ("no word of the phrase", "Air strikes on a market killed 29 civilians.", []),
    ("artillery is nobody", "Artillery fire killed two people in the old town.", []),
    ("whose artillery", "Nine men were killed by Azerbaijani artillery fire.", ["Azerbaijan"]),
    ("clashes with", "Sixteen insurgents were killed in clashes with the army.", ["army"]),
    (
        "two deeds",
        "Seventy people were killed in air strikes by the army and raids by the militia.",
        ["army", "militia"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_perpetrators(text: str, wanted: list[str]) -> None:
    assert perpetrators(text) == wanted


def test_whose_weapon_is_underlined_with_it() -> None:
    record = record_of("Turkish jets pounded the valley, killing 50 people.")
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    party = next(party for party in record.parties if party.id == event.actor[0])
    assert (0, len("Turkish jets")) in party.evidence
