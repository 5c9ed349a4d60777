"""Who did what to whom, and whether it happened, in the running sentences of reports; and what tells nothing."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Control, Event, Record, Report, report_id


class Row(NamedTuple):
    """A sentence, the trigger that is asked for, and what is to be read at it; None where nothing is asked."""

    text: str
    trigger: str
    actor: str | None = None
    recipient: str | None = None
    realis: str = "happened"
    mode: str | None = None


def read(text: str) -> Record:
    """A short text in, its record out."""
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def named(record: Record, ids: tuple[str, ...]) -> str:
    """The words of those behind ids."""
    items = [item for items in (record.parties, record.people) for item in items if item.id in ids]
    return " ".join(record.report.text[start:end] for item in items for start, end in item.evidence)


def events_at(record: Record, trigger: str) -> list[Event]:
    """The events whose trigger has the words."""
    text = record.report.text
    events = [claim for claim in record.claims if isinstance(claim, Event)]
    return [event for event in events if trigger in text[slice(*event.trigger)]]


ROWS = {
    "time behind a verb read with a particle": Row(
        "The navy bombarded Ramree, which the Arakan Army had taken in early 2024.", "taken", "Arakan Army"
    ),
    "both are accused": Row(
        "Monitors accuse both the military and the Arakan Army of forcibly recruiting young men.",
        "recruiting", "Arakan Army",
    ),
    "verb behind an aside": Row("Kenya, which has been mediating, called for an urgent summit.", "called", "Kenya"),
    "answered with": Row("The junta has responded to its losses with air raids.", "air raids", "junta", ""),
    "its own": Row(
        "Moscow sent reserves to the region, where Ukraine launched its incursion in August.", "incursion", "Ukraine"
    ),
    "what is sent": Row("The army refused to send a delegation to Jeddah.", "refused", "army", ""),
    "fought for, from whom": Row(
        "The militias fighting to take the port from the insurgents lost 20 men.", "fighting", recipient="insurgents"
    ),
    "fought, nobody named": Row("The militias are fighting to take the port.", "fighting", "militias", "", "ongoing"),
    "rivals fought": Row("Rival militias fought in Tripoli on Monday.", "fought", "militias", "militias"),
    "drones, by the weapon": Row("Ukrainian drones struck a depot in Rostov.", "struck", mode="drone"),
    "missile, by the weapon": Row("A Russian missile hit a school in Poltava.", "hit", mode="heavy-weapons"),
    "roadside bomb": Row("On Friday a roadside bomb hit a police van near Bannu.", "bomb", mode="explosives"),
    "convoy turned back": Row(
        "An aid convoy that was heading for the city was turned back by gunmen.", "turned back", "gunmen", ""
    ),
    "doctors counted": Row(
        "The Doctors Network said fighters of the militia had detained six doctors.", "detained", "militia", "doctors"
    ),
    "expected to attack": Row("We expect the rebels to attack Goma.", "attack", "rebels", realis="expected"),
    "expected to be": Row("We still expect there to be heavy fighting.", "fighting", realis="expected"),
    "that they withdraw": Row(
        "The envoy insisted that the army withdraw from the town.", "withdraw", "army", realis="demanded"
    ),
    "ahead of what was planned": Row(
        "The elders refused to leave their villages ahead of a planned offensive.", "offensive", realis="planned"
    ),
    "will remain in force": Row("A curfew will remain in force in Beni until Sunday.", "curfew", realis="ongoing"),
    "appealed to them to lift": Row(
        "The president appealed to his allies to lift the embargo.", "lift", "allies", realis="demanded"
    ),
    "goes on behind an infinitive": Row(
        "The army will not allow the militants to regroup and calls on the rebels to lay down their arms.", "calls on", "army"
    ),
    "threatened behind an infinitive": Row(
        "Naim Qassem rejected calls to hand over weapons and threatened to resume rocket fire.", "threatened", "Qassem"
    ),
    "killed, and those who say so": Row(
        "Gunmen overran a camp on Sunday, killing at least 40 soldiers and two guards, local sources and an official said.",
        "killing", "Gunmen", "soldiers",
    ),
    "fighting before it was agreed": Row(
        "Armenia and Azerbaijan agreed to a truce last May after more than a year of fighting.", "fighting"
    ),
    "troops sent home": Row("Niger expelled French troops in December.", "expelled", "Niger", "French", mode="expel"),
    "called so all the time": Row(
        "The president vowed never to talk to the M23, which his government calls a terrorist group.", "calls"
    ),
}  # fmt: skip
"""What is to be read of each."""


@pytest.mark.parametrize("name", ROWS)
def test_is_read(name: str) -> None:
    row = ROWS[name]
    record = read(row.text)
    events = events_at(record, row.trigger)
    assert events, row.text
    told = [e for e in events if e.realis == row.realis and (row.mode is None or e.mode == row.mode)]
    told = [e for e in told if _is(record, e.actor, row.actor) and _is(record, e.recipient, row.recipient)]
    assert told, [(e.type, e.mode, e.realis, named(record, e.actor), named(record, e.recipient)) for e in events]


def _is(record: Record, ids: tuple[str, ...], wanted: str | None) -> bool:
    """Whether somebody of that name is among them; with "" wanted, nobody at all."""
    if wanted is None:
        return True
    return wanted in named(record, ids) if wanted else not ids


NOTHING = {
    "how access is": ("Humanitarian access to the villages remains limited.", "access"),
    "what came of it": ("Water supply in Bor was cut off after shelling destroyed the pumps.", "cut off"),
    "talks collapsed, no town": ("Paris urged them to resume talks in Jeddah, which collapsed in May.", "collapsed"),
    "figures": ("The ministry publishes casualty figures.", "casualty"),
    "never to talk": ("Salva Kiir has vowed never to negotiate with the rebels.", "vowed never"),
    "aid that was stopped": ("An aid convoy was turned back by gunmen near Um Rawaba.", "aid convoy"),
}


@pytest.mark.parametrize("name", NOTHING)
def test_is_not_read(name: str) -> None:
    text, trigger = NOTHING[name]
    assert not events_at(read(text), trigger)


HELD = {
    "two places taken": (
        "Russian troops have seized Toretsk and advanced into the outskirts of Pokrovsk.", "gained", ("Toretsk", "Pokrovsk")
    ),
    "siege that is to be broken": ("The army has been trying to break the siege of El Obeid.", "besieged", ("El Obeid",)),
    "of some 300,000": (
        "They drove to Djibo, a town of some 300,000 that militants have blockaded since 2022.", "besieged", ("Djibo",)
    ),
    "a factory": ("The rebels still hold the sugar factory at Sennar.", "held", ("factory",)),
}  # fmt: skip


@pytest.mark.parametrize("name", HELD)
def test_is_held(name: str) -> None:
    text, state, wanted = HELD[name]
    record = read(text)
    claims = [c for c in record.claims if isinstance(c, Control) and c.state == state and c.realis == "happened"]
    areas = " ".join(p.name for c in claims for p in record.places if p.id in c.area)
    assert all(word in areas for word in wanted), areas


@pytest.mark.parametrize(
    "text", ["Fighters burned houses in Buthidaung and drove tens of thousands of people out of the town."]
)
def test_people_driven_out_lose_no_place(text: str) -> None:
    assert not [claim for claim in read(text).claims if isinstance(claim, Control)]
