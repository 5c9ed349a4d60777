"""Names with a country's in them, and names that no list knows."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Record, Report, report_id


def record_of(text: str) -> Record:
    block = Block(kind="paragraph", start=0, end=len(text))
    report = Report(id=report_id(text.encode()), text=text, blocks=(block,))
    return extract_record(report, next(parse_grammars([report])))


NAMES = {
    "a society by an adjective": ("The Lebanese Red Crescent said 12 people died.", ("Lebanese Red Crescent", "ngo", "LB")),
    "a society by a name": ("The Mozambique Red Cross said 12 people died.", ("Mozambique Red Cross", "ngo", "MZ")),
    "a society of a country": ("The Red Cross Society of Niger said 12 died.", ("Red Cross Society of Niger", "ngo", "NE")),
    "a society that is listed": ("The Red Crescent of Libya said 12 died.", ("Libyan Red Crescent", "ngo", "LY")),
    "a section": ("Amnesty International Nigeria said 12 people died.", ("Amnesty International", "ngo", "GB")),
    "a room": ("The Bara Emergency Response Room said 12 died.", ("Bara Emergency Response Room", "ngo", None)),
    "a local force of a listed one": (
        "The Kanbalu People's Defence Force said it shot 12 men.", ("People's Defence Force", "armed_group", "MM")
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "party"), NAMES.values(), ids=NAMES.keys())
def test_who_says_it(text: str, party: tuple[str, str, str | None]) -> None:
    record = record_of(text)
    (said,) = record.utterances
    assert [(p.name, p.kind, p.country) for p in record.parties if p.id == said.speakers[0].party] == [party]


def test_the_committee_in_a_country_is_no_society() -> None:
    record = record_of("Red Cross workers in Niger fled. The Red Cross said Mali was calm.")
    assert "International Committee of the Red Cross" in {party.name for party in record.parties}


def test_a_name_with_a_hyphen_is_whole() -> None:
    record = record_of("The Kona Self-Defence Council said it shot 12 men.")
    assert "Kona Self-Defence Council" in {party.name for party in record.parties}


SPEAKING = {
    "of the country's": ("In Syria, military spokesman Hassan Ghani said troops shot 12 men.", "Syrian armed forces"),
    "of an army named": ("Rebels took Bor from the Sudanese army. Military spokesman Omar Bako denied it.", "Sudanese Armed Forces"),
    "of rebels": ("Rebel military spokesman Willy Ngoma said Congo had lost 12 men.", "Rebel"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "party"), SPEAKING.values(), ids=SPEAKING.keys())
def test_for_whom_a_military_spokesman_speaks(text: str, party: str) -> None:
    record = record_of(text)
    named = {one.id: one.name for one in record.parties}
    (said,) = record.utterances
    assert named[said.speakers[0].party or ""] == party
