"""Restricted records: what somebody may not see, whatever was merged, split or read since; and no figure that tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import ROLES, Decided, append_harvest, load_changes, load_decisions, verify_ledger
from sayso.review import (
    Withheld,
    as_seen,
    load_docket,
    load_withheld,
    merge_incidents,
    note_changes,
    reject_claim,
    set_state,
    split_incident,
    undo,
    update_incidents,
    withhold_incident,
    withhold_report,
)
from tests.reconcile.conftest import read_told
from tests.review.told import EVERYTHING, MARKET_AT, SCHOOL_AT, ingest_told, told_records

ANA: dict[str, Any] = {"who": "Ana", "reason": "the source asked us"}


@pytest.fixture
def engine(engine: Engine) -> Engine:
    """A ledger that has the reports."""
    ingest_told(engine)
    update_incidents(engine)
    return engine


def ids(engine: Engine) -> list[str]:
    return [each.incident.id for each in load_docket(engine).incidents()]


def reports(engine: Engine, incident: str) -> list[str]:
    docket = load_docket(engine)
    return [each.id for each in docket.review(docket.find(incident)).incident.accounts]


def hidden(engine: Engine) -> list[str]:
    """The incidents that a reader may not see."""
    docket, withheld = load_docket(engine), load_withheld(engine, "reader")
    found = [each.incident for each in docket.incidents() if withheld.hides(each.incident)]
    assert [each.id for each in found] == [
        docket.id_of(group) for group in sorted_groups(docket) if as_seen(docket, group, withheld) is None
    ]
    return [each.id for each in found]


def sorted_groups(docket: Any) -> list[Any]:
    return [docket.find(each.incident.id) for each in docket.incidents()]


def test_where_nothing_is_withheld_everybody_sees_all(engine: Engine) -> None:
    assert [load_withheld(engine, role) for role in ROLES] == [Withheld()] * 4


def test_a_report_is_withheld_with_the_incident_that_nobody_else_tells_of(engine: Engine) -> None:
    school = ids(engine)[SCHOOL_AT]
    (report,) = reports(engine, school)
    done = withhold_report(engine, report, **ANA)
    assert load_withheld(engine, "reviewer").reports == {report}
    assert load_withheld(engine, "admin") == Withheld()
    assert hidden(engine) == [school]
    undo(engine, done.key, **ANA)
    assert load_withheld(engine, "reader") == Withheld()
    assert list(verify_ledger(engine)) == []


def test_no_figure_tells_of_a_withheld_report(engine: Engine) -> None:
    market = ids(engine)[MARKET_AT]
    withhold_report(engine, told_records()[2].report.id, **ANA)
    docket, withheld = load_docket(engine), load_withheld(engine, "reader")
    group = docket.find(market)
    assert withheld.touches(market) and not withheld.hides(docket.review(group).incident)
    seen, whole = as_seen(docket, group, withheld), docket.review(group)
    assert seen and (seen.incident.id, seen.incident.earlier_ids) == (whole.incident.id, whole.incident.earlier_ids)
    assert len(seen.incident.accounts) == 2 < len(whole.incident.accounts)
    numbers = [[each.high or 0 for each in one.incident.figures if each.measure == "killed"] for one in (seen, whole)]
    assert (max(numbers[0]), max(numbers[1])) == (14, 16)
    told = msgspec.json.encode(seen).decode()
    assert told_records()[2].report.id not in told and "Savanna Post" not in told


def test_what_was_judged_of_all_of_it_stays(engine: Engine) -> None:
    market = ids(engine)[MARKET_AT]
    docket = load_docket(engine)
    first, *_, last = docket.review(docket.find(market)).incident.claims
    reject_claim(engine, first.id, **ANA)
    reject_claim(engine, last.id, **ANA)
    for state in ("in_progress", "ready_for_review", "approved"):
        set_state(engine, market, state, **ANA)
    withhold_report(engine, last.report, **ANA)
    docket = load_docket(engine)
    seen = as_seen(docket, docket.find(market), load_withheld(engine, "reader"))
    assert seen and seen.incident.review and (seen.state, seen.incident.review.state) == ("approved", "approved")
    assert [each.id for each in seen.claims] == [first.id] == [*seen.incident.review.rejected]


def test_a_withheld_incident_withholds_its_reports(engine: Engine) -> None:
    market = ids(engine)[MARKET_AT]
    done = withhold_incident(engine, market, **ANA)
    assert load_withheld(engine, "reader").reports == {*reports(engine, market)}
    assert hidden(engine) == [market]
    with pytest.raises(DecisionRefused, match="withheld already"):
        withhold_incident(engine, market, **ANA)
    withhold_incident(engine, market, withheld=False, **ANA)
    assert hidden(engine) == []
    with pytest.raises(DecisionRefused, match="not withheld"):
        withhold_incident(engine, market, withheld=False, **ANA)
    with pytest.raises(DecisionRefused, match="a later decision"):
        undo(engine, done.key, **ANA)


def test_what_is_split_off_stays_withheld_and_what_is_merged_becomes_so(engine: Engine) -> None:
    market, ambush, *_ = ids(engine)
    withhold_incident(engine, market, **ANA)
    split = split_incident(engine, market, [reports(engine, market)[-1]], **ANA)
    assert len(hidden(engine)) == 2
    undo(engine, split.key, **ANA)
    merge = merge_incidents(engine, [ambush, market], **ANA)
    assert hidden(engine) == [market]
    assert len(load_withheld(engine, "reader").reports) == 5
    undo(engine, merge.key, **ANA)
    assert hidden(engine) == [market]


def test_a_merged_incident_can_be_withheld_where_a_part_of_it_was(engine: Engine) -> None:
    market, ambush, *_ = ids(engine)
    done = withhold_incident(engine, market, **ANA)
    merge_incidents(engine, [ambush, market], **ANA)
    again = withhold_incident(engine, ambush, **ANA)
    assert set(again.decision.targets).isdisjoint(done.decision.targets)
    withhold_incident(engine, ambush, withheld=False, **ANA)
    assert hidden(engine) == []


def test_a_later_report_of_a_withheld_incident_is_withheld(engine: Engine) -> None:
    school = ids(engine)[SCHOOL_AT]
    withhold_incident(engine, school, **ANA)
    later = (
        "Coast Radio", "2024-05-12",
        "School hit in Dilling\n\nDILLING, Sudan - A drone struck a girls' school in Dilling on Saturday and killed two teachers, the education office said.",
    )  # fmt: skip
    record = read_told((*EVERYTHING, later))[-1]
    append_harvest(engine, record, method="one")
    update_incidents(engine)
    assert record.report.id in load_withheld(engine, "reader").reports


def test_to_withhold_changes_nothing_else(engine: Engine) -> None:
    note_changes(engine)
    before = load_docket(engine).incidents()
    withhold_incident(engine, ids(engine)[MARKET_AT], **ANA)
    assert load_docket(engine).incidents() == before
    assert (note_changes(engine), note_changes(engine)) == (1, 0)
    assert load_withheld(engine, "reader", log=load_decisions(engine)) == load_withheld(engine, "reader")


WITHHOLD: dict[str, Callable[[Engine, str], Decided]] = {
    "an incident": lambda engine, name: withhold_incident(engine, name, **ANA),
    "its last report": lambda engine, name: withhold_report(engine, reports(engine, name)[-1], **ANA),
}


@pytest.mark.parametrize("withhold", WITHHOLD.values(), ids=WITHHOLD)
@pytest.mark.parametrize("told_meanwhile", [True, False], ids=["told meanwhile", "told at the end"])
def test_that_it_is_withheld_is_told_and_that_it_is_no_more(
    engine: Engine, withhold: Callable[[Engine, str], Decided], told_meanwhile: bool
) -> None:
    note_changes(engine)
    market, number = ids(engine)[MARKET_AT], len(load_changes(engine))
    done = withhold(engine, market)
    if told_meanwhile:
        assert note_changes(engine) == 1
        (change,) = load_changes(engine, after=number)
        assert (change.kind, change.incident, change.body["withheld"]) == ("update", market, True)
        assert change.replaces in [each.number for each in load_changes(engine) if each.incident == market]
    undo(engine, done.key, **ANA)
    assert note_changes(engine) == int(told_meanwhile)
    last = next(each for each in reversed(load_changes(engine)) if each.incident == market)
    assert not last.body["withheld"]
    assert note_changes(engine) == 0


def test_what_a_withheld_report_tells_elsewhere_is_told_to_be_withheld_too(engine: Engine) -> None:
    note_changes(engine)
    market, ambush, *_ = ids(engine)
    merge_incidents(engine, [ambush, market], **ANA)
    note_changes(engine)
    number = len(load_changes(engine))
    withhold_report(engine, reports(engine, market)[0], **ANA)
    note_changes(engine)
    assert {each.body["withheld"] for each in load_changes(engine, after=number)} == {True}


def test_a_new_incident_is_told_as_withheld_where_its_report_is(engine: Engine) -> None:
    school = ids(engine)[SCHOOL_AT]
    withhold_incident(engine, school, **ANA)
    note_changes(engine)
    told = {each.incident: each for each in load_changes(engine)}
    assert (told[school].kind, told[school].body["withheld"]) == ("new", True)
    assert {each.body["withheld"] for name, each in told.items() if name != school} == {False}


@pytest.mark.parametrize("name", ["incident:none", "incident:"])
def test_what_is_not_there_is_not_withheld(engine: Engine, name: str) -> None:
    with pytest.raises(DecisionRefused):
        withhold_incident(engine, name, **ANA)
    with pytest.raises(DecisionRefused, match="no report"):
        withhold_report(engine, "nowhere", **ANA)
