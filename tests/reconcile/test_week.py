"""A made-up week, reconciled: what comes together, what is counted, what is disputed, by expectations made by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reconcile import reconcile_records
from sayso.records import Incident
from tests.reconcile.conftest import read_told
from tests.reconcile.week import WEEK

HAPPENINGS = {
    "the hospital": {"wire", "copy", "broadcast", "denial", "governor", "correction"},
    "the truce": {"truce", "breach", "no breach"},
    "the town": {"taken", "held"},
    "the convoy": {"fighters", "civilians", "round-up"},
    "Nyala": {"round-up"},
    "El Fasher": {"round-up"},
}
ARMY, RSF = "sudanese armed forces", "rapid support forces"


def week() -> dict[frozenset[str], list[Incident]]:
    """The names of reports -> the incidents in which just these stand."""
    records = read_told(tuple(WEEK.values()))
    names = {record.report.id: name for record, name in zip(records, WEEK, strict=True)}
    found: dict[frozenset[str], list[Incident]] = {}
    for incident in reconcile_records(records):
        found.setdefault(frozenset(names[each.id] for each in incident.accounts), []).append(incident)
    return found


def of(name: str) -> Incident:
    found = week()[frozenset(HAPPENINGS[name])]
    return next(each for each in found if len(found) == 1 or each.where[0].name == name)


def test_the_happenings_of_the_week() -> None:
    expected = sorted(sorted(names) for names in HAPPENINGS.values())
    assert sorted(sorted(names) for names, same in week().items() for _ in same) == expected


def test_copies_of_the_wire_are_one_source() -> None:
    counts = of("the hospital").counts
    assert counts is not None
    assert (counts.reports, counts.outlets, counts.independent) == (6, 5, 3)


KILLED = {
    "the hospital": (None, (6, 6, 15)),
    "the truce": (None, (3, 3, 3)),
    "the convoy": ("civilians", (12, 12, 12)),
    "Nyala": (None, (5, 5, 5)),
    "El Fasher": ("children", (2, 2, 2)),
}


@pytest.mark.parametrize(("name", "expected"), [(name, row) for name, row in KILLED.items()], ids=KILLED)
def test_the_dead(name: str, expected: tuple[str | None, tuple[int, int, int]]) -> None:
    group, bounds = expected
    found = next(each for each in of(name).figures if (each.measure, each.group) == ("killed", group))
    assert (found.low, found.best, found.high) == bounds


def test_a_correction_supersedes_the_copies_of_what_it_corrects() -> None:
    toll = next(each for each in of("the hospital").tolls if each.measure == "killed" and each.group is None)
    assert {(each.best, each.superseded) for each in toll.points} == {(8, True), (6, False), (15, False)}


Sides = dict[str, set[str]]
DISPUTES: dict[str, tuple[str, str, Sides]] = {
    "rival counts": ("the hospital", "figures", {"6": {"doctors"}, "15": {"musa tia"}}),
    "who shelled it": ("the hospital", "perpetrators", {RSF: {ARMY}, ARMY: {RSF}}),
    "a charge denied": ("the hospital", "denial", {"so": {ARMY}, "not so": {RSF}}),
    "a breach denied": ("the truce", "denial", {"so": {RSF}, "not so": {ARMY}}),
    "who holds the town": ("the town", "control", {RSF: {RSF}, ARMY: {ARMY}}),
    "who the dead were": ("the convoy", "descriptions", {"civilians": {"residents"}, "fighters": {"army"}}),
}


@pytest.mark.parametrize(("name", "kind", "expected"), DISPUTES.values(), ids=DISPUTES)
def test_what_is_disputed(name: str, kind: str, expected: Sides) -> None:
    dispute = next(each for each in of(name).disputes if each.kind == kind)
    sides = {side.says.casefold(): {speaker.casefold() for speaker in side.speakers} for side in dispute.sides}
    assert sides.keys() == expected.keys()
    assert all(expected[says] <= speakers for says, speakers in sides.items())


BLAMED = {
    "the hospital": {RSF: "contested", ARMY: "contested"},
    "the truce": {ARMY: "contested"},
    "the town": {RSF: "conceded"},
}


@pytest.mark.parametrize("name", BLAMED)
def test_who_is_said_to_have_done_it(name: str) -> None:
    assert {each.party.casefold(): each.status for each in of(name).responsibility} == BLAMED[name]


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_any_order_gives_the_same_week(shuffler: random.Random) -> None:
    records = list(read_told(tuple(WEEK.values())))
    expected = reconcile_records(records)
    shuffler.shuffle(records)
    assert reconcile_records(records) == expected
