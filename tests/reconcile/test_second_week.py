"""A second made-up week, reconciled: two attacks on one town are two, and a denial stands beside what it denies."""

from __future__ import annotations

import pytest

from sayso.reconcile import gather_tellings, reconcile_records
from sayso.records import Incident
from tests.reconcile.conftest import Reader, read_told
from tests.reconcile.second_week import SECOND_WEEK

HAPPENINGS = {
    "the market": {"wire", "copy", "rewrite", "governor", "rebels", "un", "correction", "weekly"},
    "the depot": {"drone1", "drone2", "weekly"},
    "the truce": {"deal", "no deal", "gov deal"},
    "Masisi": {"taken", "held", "residents"},
    "the camp": {"camp1", "camp2", "camp3"},
}


def week() -> dict[frozenset[str], Incident]:
    records = read_told(tuple(SECOND_WEEK.values()))
    names = {record.report.id: name for record, name in zip(records, SECOND_WEEK, strict=True)}
    return {frozenset(names[each.id] for each in found.accounts): found for found in reconcile_records(records)}


def of(name: str) -> Incident:
    return week()[frozenset(HAPPENINGS[name])]


def test_the_happenings_of_the_week() -> None:
    assert sorted(map(sorted, week())) == sorted(map(sorted, HAPPENINGS.values()))


def test_copies_and_what_was_rewritten_are_one_source() -> None:
    counts = of("the market").counts
    assert counts is not None and (counts.reports, counts.outlets, counts.independent) == (8, 7, 5)


KILLED = {
    "the market": (7.0, 7.0, 14.0),
    "the depot": (3.0, 3.0, 3.0),
    "the camp": (5.0, 18.0, 18.0),
}


@pytest.mark.parametrize("name", KILLED)
def test_the_dead_are_counted_by_the_last_word_of_each(name: str) -> None:
    found = [each for each in of(name).figures if each.measure == "killed" and each.group in (None, "civilians")]
    assert (found[0].low, found[0].best, found[0].high) == KILLED[name]


DISPUTED = {
    "the market": {"figures", "denial", "perpetrators"},
    "the depot": set(),
    "the truce": {"denial"},
    "Masisi": {"control"},
    "the camp": {"figures"},
}


@pytest.mark.parametrize("name", DISPUTED)
def test_what_is_disputed(name: str) -> None:
    assert {each.kind for each in of(name).disputes} == DISPUTED[name]


def test_more_of_a_group_than_there_are_people_is_a_side_of_its_own() -> None:
    (sides,) = [each.sides for each in of("the market").disputes if each.kind == "figures"]
    assert [each.says for each in sides] == ["7", "14", "at least 8 civilians"]


def test_who_is_charged_and_who_denies_it() -> None:
    charged = {each.party: each for each in of("the market").responsibility}
    assert charged["March 23 Movement"].status == "contested"
    assert charged["March 23 Movement"].denied_by == ("March 23 Movement",)


DAYS = {
    "two attacks on one town": (
        "On Monday, shells hit a school in Tawila, killing four people. On Thursday, a drone struck a market in Tawila "
        "and killed nine.", 2,
    ),
    "shot, and dead later": (
        "Gunmen shot two men in Tawila on Monday. One of the men died in hospital on Thursday, doctors said.", 1,
    ),
    "one attack, told on two days": (
        "Shells hit a school in Tawila on Monday, killing four people. The army denied on Thursday that it had shelled "
        "the school.", 1,
    ),
    "without numbers": (
        "Shells hit a school in Tawila on Monday. A drone struck a market in Tawila on Thursday.", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAYS)
def test_attacks_on_one_place_are_parted_by_their_days(read: Reader, name: str) -> None:
    text, parts = DAYS[name]
    (record,) = read([("Sample", "2024-05-10", text)])
    assert len(gather_tellings(record)) == parts
