"""Short sets of reports: what belongs together, what does not, and what is said of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codebook import load_policies
from sayso.reconcile import crosswalk_columns, crosswalk_rows, reconcile_records
from sayso.reconcile.grouping import Grouping
from sayso.reconcile.shelf import MemoryShelf
from sayso.reconcile.tellings import gather_tellings
from sayso.reconcile.vocabulary import count_terms
from sayso.records import Incident, Record
from tests.reconcile.conftest import Told, read_told

Reader = Callable[[Sequence[Told]], tuple[Record, ...]]

MARKET = (
    ("Northern Wire", "2024-03-06", "Shells kill 14 in Kadugli market\n\nKADUGLI, Sudan (Northern Wire) - Shells struck the vegetable market of Kadugli on Tuesday, killing 14 civilians and wounding 30, residents said. The army blamed the rebels of the Nuba Front."),
    ("Plains Agency", "2024-03-06", "Market in Kadugli shelled, 14 dead\n\nKADUGLI - At least 14 people died when artillery shells hit the crowded vegetable market in Kadugli on Tuesday, doctors at the teaching hospital said. A spokesman for the Nuba Front denied that it had fired on the market."),
    ("Savanna Post", "2024-03-07", "Kadugli buries its dead\n\nKADUGLI - Families buried 16 people on Wednesday, a day after shells hit the vegetable market in Kadugli. The teaching hospital said that 16 people were killed on Tuesday and 30 were wounded."),
)  # fmt: skip
TWO_DAYS = (
    ("Northern Wire", "2024-05-03", "Bus ambushed near Dilling\n\nDILLING, Sudan - Gunmen ambushed a bus on the road to Dilling on Thursday, killing five passengers, police said."),
    ("Plains Agency", "2024-05-03", "Five passengers die in bus ambush\n\nDILLING - Five passengers were killed on Thursday when gunmen ambushed their bus on the road to Dilling, police said."),
    ("Northern Wire", "2024-05-12", "Drone hits school in Dilling\n\nDILLING, Sudan - A drone struck a girls' school in Dilling on Saturday, killing two teachers, the education office said."),
    ("Plains Agency", "2024-05-12", "Teachers killed as drone strikes school\n\nDILLING - Two teachers were killed when a drone struck a girls' school in Dilling on Saturday, the education office said."),
)  # fmt: skip
ELSEWHERE = (
    ("Northern Wire", "2024-03-06", "Soldiers mutiny in garrison\n\nMARADI, Niger - Soldiers shot dead their commander in a barracks in Maradi on Tuesday, a colonel said."),
    ("Coast Radio", "2024-07-20", "Pirates seize tanker\n\nMOGADISHU, Somalia - Pirates wounded three sailors as they seized a tanker off Hobyo on Friday, its owners said."),
)  # fmt: skip
CLASH = (
    ("Northern Wire", "2024-06-04", "Army loses nine men near Talodi\n\nTALODI, Sudan - Nine soldiers were killed in a clash with rebels at the Talodi garrison on Monday, the Sudanese army said."),
    ("Plains Agency", "2024-06-05", "Rebels claim 40 soldiers dead at Talodi garrison\n\nTALODI - The rebels said on Tuesday that 40 soldiers were killed in the clash at the Talodi garrison on Monday."),
)  # fmt: skip
EVERYTHING = (*MARKET, *TWO_DAYS, *ELSEWHERE)

TOGETHER = {
    "several outlets, one happening": (MARKET, [{0, 1, 2}]),
    "two happenings in one town": (TWO_DAYS, [{0, 1}, {2, 3}]),
    "happenings that have nothing in common": (ELSEWHERE, [{0}, {1}]),
    "everything at once": (EVERYTHING, [{0, 1, 2}, {3, 4}, {5, 6}, {7}, {8}]),
}


@pytest.mark.parametrize(("told", "groups"), TOGETHER.values(), ids=TOGETHER)
def test_reports_of_one_happening_come_together(read: Reader, told: Sequence[Told], groups: list[set[int]]) -> None:
    uris = [f"{outlet}/{day}" for outlet, day, _ in told]
    found = [set(incident.reports) for incident in reconcile_records(read(told))]
    assert sorted(map(sorted, found)) == sorted(sorted(uris[at] for at in group) for group in groups)


def market(read: Reader, policy: str = "ucdp") -> Incident:
    return reconcile_records(read(MARKET), policy=policy)[0]


def figure(incident: Incident, measure: str) -> tuple[float | None, float | None, float | None]:
    found = next(each for each in incident.figures if each.measure == measure and each.group is None)
    return found.low, found.best, found.high


KILLED = {"ucdp": (14, 16, 16), "acled": (14, None, 16), "airwars": (14, None, 16), "latest": (16, 16, 16)}
"""Sixteen (the hospital, a day later), at least 14 (doctors), and 14 civilians, who are a group of their own."""


@pytest.mark.parametrize("policy", load_policies())
def test_the_dead_of_the_market(read: Reader, policy: str) -> None:
    assert figure(market(read, policy), "killed") == KILLED[policy]


def test_rival_accounts_are_a_dispute(read: Reader) -> None:
    (incident,) = reconcile_records(read(CLASH))
    found = {each.kind: {side.says: side.speakers for side in each.sides} for each in incident.disputes}
    assert found["figures"] == {"9": ("Sudanese Armed Forces",), "40": ("Rebels",)}


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_reports_changes_nothing(shuffler: random.Random) -> None:
    records = list(read_told(EVERYTHING))
    expected = reconcile_records(records)
    shuffler.shuffle(records)
    assert reconcile_records(records) == expected


def test_a_report_read_twice_counts_once(read: Reader) -> None:
    records = read(MARKET)
    assert reconcile_records((*records, records[0]))[0].id == reconcile_records(records)[0].id


def test_one_by_one_gives_the_groups_of_all_at_once() -> None:
    tellings = [each for record in read_told(EVERYTHING) for each in gather_tellings(record)]
    shelves = whole_shelf, grown_shelf = [MemoryShelf(count_terms(tellings)) for _ in range(2)]
    whole, grown = map(Grouping, shelves)
    for each in tellings:
        whole.add(each)
    whole.settle()
    for each in reversed(tellings):
        grown.add(each)
        grown.settle()
    assert whole_shelf.group_of == grown_shelf.group_of


def test_earlier_ids_lead_on(read: Reader) -> None:
    alone = {reconcile_records(read([each]))[0].id for each in MARKET}
    together = market(read)
    assert alone <= {together.id, *together.earlier_ids}


def test_joins_say_why(read: Reader) -> None:
    joins = market(read).joins
    assert len(joins) == 2
    assert all(join.bits <= sum(each.bits for each in join.features) + 0.01 for join in joins)
    assert {"words", "distance"} <= {each.name for join in joins for each in join.features}


def test_the_crosswalk_has_a_row_for_each_report(read: Reader) -> None:
    rows = list(crosswalk_rows([market(read)]))
    assert [row["joined_by"] for row in rows] == ["first", "score", "score"]
    assert all(set(row) <= set(crosswalk_columns()) for row in rows)
    assert all(row["claims"] for row in rows)
