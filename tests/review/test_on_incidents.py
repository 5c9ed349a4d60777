"""Incidents as people decided them: joined, parted, judged, taken from state to state, and back again exactly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import Decided, append_harvest, load_decisions, verify_ledger
from sayso.reconcile import crosswalk_rows
from sayso.records import Record
from sayso.review import (
    Docket,
    ReviewedIncident,
    Wanted,
    assign,
    comment_incident,
    correct_claim,
    grade_incident,
    grade_outlet,
    grade_report,
    group_records,
    history,
    is_below,
    load_docket,
    merge_incidents,
    move_report,
    reject_claim,
    set_harm,
    set_state,
    split_incident,
    those_below,
    undo,
    work_list,
)
from tests.reconcile.conftest import read_told
from tests.review.told import AMBUSH_AT, MARKET_AT, SCHOOL_AT, ingest_told, told_records

ANA: dict[str, Any] = {"who": "Ana", "reason": "as I see it"}


@pytest.fixture
def records() -> tuple[Record, ...]:
    return told_records()


@pytest.fixture
def engine(engine: Engine) -> Engine:
    """A ledger that has the reports."""
    ingest_told(engine)
    return engine


def ids(engine: Engine) -> list[str]:
    return [each.incident.id for each in load_docket(engine).incidents()]


def together(engine: Engine) -> list[list[str]]:
    """The uris of each incident's reports."""
    return sorted(sorted(each.incident.reports) for each in load_docket(engine).incidents())


def seen(engine: Engine, name: str) -> ReviewedIncident:
    docket = load_docket(engine)
    return docket.review(docket.find(name))


def refuse(decide: Callable[[], Decided], why: str) -> str | None:
    with pytest.raises(DecisionRefused, match=why) as refused:
        decide()
    return refused.value.by


def test_where_nobody_decided_the_machine_counts(engine: Engine) -> None:
    found = load_docket(engine).incidents()
    assert [len(each.incident.reports) for each in found] == [3, 2, 1, 1]
    assert {each.state for each in found} == {"machine_read"}
    assert all(each.incident.review and not each.incident.review.decisions for each in found)


def test_a_merge_and_its_undoing(engine: Engine) -> None:
    before = load_docket(engine).incidents()
    first, second = (each.incident for each in before[1:3])
    comment_incident(engine, second.id, "see page two", **ANA)
    grade_incident(engine, second.id, 2, **ANA)
    commented = load_docket(engine).incidents()
    done = merge_incidents(engine, [first.id, second.id], **ANA)
    merged = seen(engine, second.id)
    assert merged.incident.id == first.id
    assert set(merged.incident.reports) == {*first.reports, *second.reports}
    assert {second.id, *first.earlier_ids} <= {*merged.incident.earlier_ids}
    assert [each.text for each in merged.comments] == ["see page two"]
    assert merged.information and (merged.information.value, merged.information.changed_since) == (2, True)
    assert merged.formed_by == (done.key,)
    undo(engine, done.key, **ANA)
    assert load_docket(engine).incidents() == commented
    assert list(verify_ledger(engine)) == []


def test_what_a_later_decision_rests_on_is_not_undone(engine: Engine) -> None:
    market, ambush, school, pirates = ids(engine)
    merge = merge_incidents(engine, [ambush, school], **ANA)
    laters: list[Callable[[], Decided]] = [
        lambda: set_harm(engine, school, "fair", **ANA),
        lambda: set_state(engine, ambush, "in_progress", **ANA),
        lambda: grade_incident(engine, ambush, 3, **ANA),
        lambda: assign(engine, ambush, "Ben", **ANA),
        lambda: merge_incidents(engine, [pirates, ambush], **ANA),
        lambda: split_incident(engine, ambush, [seen(engine, ambush).incident.reports[0]], **ANA),
        lambda: move_report(engine, seen(engine, ambush).incident.reports[0], ambush, market, **ANA),
    ]
    for decide in laters:
        later = decide()
        assert refuse(lambda: undo(engine, merge.key, **ANA), "a later decision rests on it") == later.key
        undo(engine, later.key, **ANA)
    comment_incident(engine, ambush, "a remark stands in nobody's way", **ANA)
    undo(engine, merge.key, **ANA)
    assert ids(engine) == [market, ambush, school, pirates]


def test_the_first_of_merged_incidents_passes_on_what_was_decided(engine: Engine) -> None:
    _, ambush, school, pirates = ids(engine)
    set_harm(engine, ambush, "weak", **ANA)
    set_harm(engine, school, "fair", **ANA)
    assign(engine, pirates, "Ben", **ANA)
    merge_incidents(engine, [school, ambush, pirates], **ANA)
    merged = seen(engine, school)
    assert (merged.harm and merged.harm.value, merged.assignee, merged.state) == ("fair", "Ben", "assigned")
    again = set_harm(engine, pirates, "contested", **ANA)
    assert (again.decision.before["value"], again.decision.after["suggested"]) == ("fair", "fair")


def test_a_split_and_its_undoing(engine: Engine) -> None:
    market = load_docket(engine).incidents()[MARKET_AT].incident
    set_harm(engine, market.id, "fair", **ANA)
    before = load_docket(engine).incidents()
    done = split_incident(engine, market.id, [market.reports[0]], **ANA)
    stayed, left = seen(engine, market.id), seen(engine, market.earlier_ids[0])
    assert (stayed.incident.reports, left.incident.reports) == (market.reports[:1], market.reports[1:])
    assert (stayed.incident.id, left.incident.id) == (market.id, market.earlier_ids[0])
    assert (stayed.harm and stayed.harm.value, left.harm) == ("fair", None)
    assert [each.decided_by for each in left.incident.accounts] == [done.key, done.key]
    undo(engine, done.key, **ANA)
    assert load_docket(engine).incidents() == before


def test_a_move_takes_nothing_along(engine: Engine) -> None:
    docket = load_docket(engine)
    market, ambush = (docket.incidents()[at].incident for at in (MARKET_AT, AMBUSH_AT))
    set_harm(engine, market.id, "fair", **ANA)
    before = load_docket(engine).incidents()
    done = move_report(engine, market.reports[0], market.id, ambush.id, **ANA)
    rest, joined = seen(engine, market.earlier_ids[0]), seen(engine, ambush.id)
    assert (rest.incident.reports, rest.harm and rest.harm.value) == (market.reports[1:], "fair")
    assert (set(joined.incident.reports), joined.harm) == ({*ambush.reports, market.reports[0]}, None)
    assert seen(engine, market.id).incident.id == joined.incident.id
    rows = {row["uri"]: row for row in crosswalk_rows([joined.incident])}
    assert (rows[market.reports[0]]["joined_by"], rows[market.reports[0]]["decision"]) == ("decision", done.key)
    for at in (rest.incident.id, joined.incident.id):
        later = set_harm(engine, at, "weak", **ANA)
        assert refuse(lambda: undo(engine, done.key, **ANA), "rests on it") == later.key
        assert seen(engine, at).harm
        undo(engine, later.key, **ANA)
    undo(engine, done.key, **ANA)
    assert load_docket(engine).incidents() == before


def test_to_move_the_only_report_is_to_merge(engine: Engine) -> None:
    docket = load_docket(engine)
    ambush, school = (docket.incidents()[at].incident for at in (AMBUSH_AT, SCHOOL_AT))
    comment_incident(engine, school.id, "mind the date", **ANA)
    before = load_docket(engine).incidents()
    done = move_report(engine, school.reports[0], school.id, ambush.id, **ANA)
    assert len(ids(engine)) == 3
    assert [each.text for each in seen(engine, school.id).comments] == ["mind the date"]
    undo(engine, done.key, **ANA)
    assert load_docket(engine).incidents() == before


def test_a_new_report_goes_where_the_machine_puts_it(engine: Engine) -> None:
    """To a merged incident, and of a split one to the part that it has more in common with."""
    docket = load_docket(engine)
    market, ambush, school, _ = (each.incident for each in docket.incidents())
    merge_incidents(engine, [ambush.id, school.id], **ANA)
    split_incident(engine, market.id, [market.reports[-1]], **ANA)
    told = ("River Times", "2024-05-12", "Drone strikes school in Dilling\n\nDILLING, Sudan - Two teachers were killed when a drone struck a girls' school in Dilling on Saturday, the education office said.")  # fmt: skip
    buried = ("River Times", "2024-03-07", "Kadugli buries its dead after shelling\n\nKADUGLI - Families in Kadugli buried 16 people on Wednesday, a day after shells hit the vegetable market. The teaching hospital said that 16 people were killed and 30 were wounded on Tuesday.")  # fmt: skip
    for record in read_told((told, buried)):
        append_harvest(engine, record, method="one")
    assert "River Times/2024-05-12" in seen(engine, ambush.id).incident.reports
    assert {"River Times/2024-03-07", market.reports[-1]} <= {*seen(engine, market.earlier_ids[-1]).incident.reports}
    assert set(seen(engine, market.id).incident.reports) == {*market.reports[:-1]}


REFUSED: dict[str, tuple[Callable[[Engine, Docket], Decided], str]] = {
    "one incident": (lambda e, d: merge_incidents(e, [at(d, 0), at(d, 0)], **ANA), "takes two incidents"),
    "no incident": (lambda e, d: merge_incidents(e, [at(d, 0), "incident:none"], **ANA), "no incident begins with"),
    "several incidents": (lambda e, d: merge_incidents(e, [at(d, 0), "incident:"], **ANA), "several incidents begin"),
    "nothing leaves": (lambda e, d: split_incident(e, at(d, 0), [], **ANA), "some reports have to go"),
    "all leave": (lambda e, d: split_incident(e, at(d, 1), uris(d, 1), **ANA), "some reports have to go"),
    "a report elsewhere": (lambda e, d: split_incident(e, at(d, 0), uris(d, 1), **ANA), "no report"),
    "a move to itself": (lambda e, d: move_report(e, uris(d, 0)[0], at(d, 0), at(d, 0), **ANA), "stands there already"),
    "a move of what is elsewhere": (lambda e, d: move_report(e, uris(d, 2)[0], at(d, 0), at(d, 1), **ANA), "no report"),
    "a sixth word": (lambda e, d: set_harm(e, at(d, 0), "likely", **ANA), "none of confirmed, fair"),
    "a seventh grade": (lambda e, d: grade_incident(e, at(d, 0), 7, **ANA), "no grade of information"),
    "a letter behind F": (lambda e, d: grade_outlet(e, "Coast Radio", "G", **ANA), "no grade of a source"),
    "an outlet of nothing": (lambda e, d: grade_outlet(e, "Moon Gazette", "A", **ANA), "no report is from"),
    "a report of nothing": (lambda e, d: grade_report(e, "moon", "A", **ANA), "there is no report"),
    "a leap": (lambda e, d: set_state(e, at(d, 0), "approved", **ANA), "it can become in_progress"),
    "a state by change": (lambda e, d: set_state(e, at(d, 0), "approved_but_changed", **ANA), "it can become"),
    "no reason": (lambda e, d: assign(e, at(d, 0), "Ben", who="Ana", reason=" "), "no reason"),
}  # fmt: skip


def at(docket: Docket, number: int) -> str:
    return docket.incidents()[number].incident.id


def uris(docket: Docket, number: int) -> tuple[str, ...]:
    return docket.incidents()[number].incident.reports


@pytest.mark.parametrize(("decide", "why"), REFUSED.values(), ids=REFUSED)
def test_a_decision_that_can_not_be_taken(
    engine: Engine, decide: Callable[[Engine, Docket], Decided], why: str
) -> None:
    refuse(lambda: decide(engine, load_docket(engine)), why)
    assert load_decisions(engine) == []


def test_who_decides_on_an_old_docket_is_told(engine: Engine) -> None:
    old = load_docket(engine)
    market, ambush, school, pirates = ids(engine)
    first = merge_incidents(engine, [ambush, school], **ANA)
    why = "put together anew meanwhile"
    assert refuse(lambda: merge_incidents(engine, [school, pirates], docket=old, **ANA), why) == first.key
    assert refuse(lambda: set_harm(engine, school, "fair", docket=old, **ANA), why) == first.key
    comment_incident(engine, market, "a remark stands in nobody's way", **ANA)
    assign(engine, market, "Ben", **ANA)
    assert set_state(engine, pirates, "in_progress", docket=old, **ANA)
    assert merge_incidents(engine, [market, pirates], docket=old, **ANA)
    old = load_docket(engine)
    harm = set_harm(engine, market, "fair", docket=old, **ANA)
    assert refuse(lambda: set_harm(engine, market, "weak", docket=old, **ANA), "changed meanwhile") == harm.key


# -- states -------------------------------------------------------------------------------------------------------
def test_the_way_of_an_incident(engine: Engine) -> None:
    market, *_ = ids(engine)
    states = [seen(engine, market).state]
    given = assign(engine, market, "Ben", **ANA)
    states.append(seen(engine, market).state)
    for to in ("in_progress", "ready_for_review", "approved", "signed_off"):
        set_state(engine, market, to, **ANA)
        states.append(seen(engine, market).state)
    assert states == ["machine_read", "assigned", "in_progress", "ready_for_review", "approved", "signed_off"]
    undo(engine, given.key, **ANA)
    assert (seen(engine, market).state, seen(engine, market).assignee) == ("signed_off", None)


@pytest.mark.parametrize("last", ["approved", "signed_off"])
def test_what_was_approved_and_has_changed_says_so(engine: Engine, records: tuple[Record, ...], last: str) -> None:
    market, ambush, *_ = ids(engine)
    ways = ("in_progress", "ready_for_review", "approved", "signed_off")
    for to in ways[: ways.index(last) + 1]:
        set_state(engine, market, to, **ANA)
    figure = next(claim for claim in records[0].claims if getattr(claim, "measure", None) == "injured")
    changes: list[Callable[[], Decided]] = [
        lambda: correct_claim(engine, figure.id, "best", 31, **ANA),
        lambda: reject_claim(engine, figure.id, **ANA),
        lambda: merge_incidents(engine, [market, ambush], **ANA),
        lambda: split_incident(engine, market, [seen(engine, market).incident.reports[1]], **ANA),
    ]
    for change in changes:
        done = change()
        assert seen(engine, market).state == f"{last}_but_changed"
        assert [each.incident.id for each in work_list(load_docket(engine), Wanted(changed=True))] == [market]
        undo(engine, done.key, **ANA)
        assert seen(engine, market).state == last
    changes[0]()
    if last == "approved":
        set_state(engine, market, "approved", **ANA)
        assert seen(engine, market).state == "approved"


def test_another_policy_changes_no_state(engine: Engine) -> None:
    market, *_ = ids(engine)
    for to in ("in_progress", "ready_for_review", "approved"):
        set_state(engine, market, to, **ANA)
    docket = load_docket(engine, policy="airwars")
    assert docket.review(docket.find(market)).state == "approved"


# -- grades, lists, history ---------------------------------------------------------------------------------------
def test_a_report_s_grade_outranks_its_outlet_s(engine: Engine) -> None:
    market = load_docket(engine).incidents()[MARKET_AT].incident
    wire = next(each for each in market.accounts if each.outlet == "Northern Wire")
    grade_outlet(engine, "Northern Wire", "C", **ANA)
    assert {key: each.value for key, each in seen(engine, market.id).sources.items()} == {wire.id: "C"}
    own = grade_report(engine, wire.uris[0], "A", **ANA)
    grade_report(engine, wire.id, 2, **ANA)
    assert (seen(engine, market.id).sources[wire.id].value, seen(engine, market.id).credibility[wire.id].value) == (
        "A",
        2,
    )
    undo(engine, str(own.number), **ANA)
    assert seen(engine, market.id).sources[wire.id].value == "C"


def test_worklists(engine: Engine) -> None:
    market, ambush, school, pirates = ids(engine)
    assign(engine, school, "Ben", **ANA)
    set_state(engine, pirates, "in_progress", **ANA)
    wanted = {
        "all": (Wanted(), [market, ambush, school, pirates]),
        "state": (Wanted(state="in_progress"), [pirates]),
        "given to somebody": (Wanted(assignee="Ben"), [school]),
        "one source": (Wanted(one_source=True), [ambush, school, pirates]),
        "one source and a state": (Wanted(one_source=True, state="assigned"), [school]),
        "not sure": (Wanted(below=0.1), []),
        "not wholly sure": (Wanted(below=1.0), [market, ambush, school, pirates]),
        "changed": (Wanted(changed=True), []),
        "rivals": (Wanted(rivals=True), []),
    }
    docket = load_docket(engine)
    found = {name: [each.incident.id for each in work_list(docket, asked)] for name, (asked, _) in wanted.items()}
    assert found == {name: expected for name, (_, expected) in wanted.items()}


def test_what_is_less_sure_is_found_without_the_words(engine: Engine, records: tuple[Record, ...]) -> None:
    """As a docket says it, which has to fetch them; after decisions too."""
    market, ambush, school, _ = ids(engine)
    merge_incidents(engine, [ambush, school], **ANA)
    reject_claim(engine, records[0].claims[0].id, **ANA)
    split_incident(engine, market, [records[0].report.id], **ANA)
    docket = load_docket(engine)
    sure = sorted({claim.confidence for record in records for claim in record.claims})
    for share in (0.0, *sure, 1.1):
        below = [each for each in docket.incidents() if is_below(docket, docket.find(each.incident.id), share)]
        assert list(those_below(engine, docket.incidents(), share)) == below, share


def test_rival_figures_are_listed(engine: Engine, records: tuple[Record, ...]) -> None:
    market, *_ = ids(engine)
    figure = next(claim for claim in records[0].claims if getattr(claim, "measure", None) == "injured")
    correct_claim(engine, figure.id, "best", 300, **ANA)
    assert [each.incident.id for each in work_list(load_docket(engine), Wanted(rivals=True))] == [market]


def test_a_history_has_all_that_was_decided(engine: Engine, records: tuple[Record, ...]) -> None:
    market, ambush, school, pirates = ids(engine)
    done = [
        merge_incidents(engine, [ambush, school], **ANA),
        reject_claim(engine, records[3].claims[0].id, **ANA),
        grade_outlet(engine, "Plains Agency", "B", **ANA),
        comment_incident(engine, school, "mind the date", **ANA),
        set_harm(engine, ambush, "fair", **ANA),
    ]
    done.append(undo(engine, done[-1].key, **ANA))
    set_harm(engine, pirates, "weak", **ANA)
    docket = load_docket(engine)
    assert [each.number for each in history(docket, ambush)] == [each.number for each in done]
    assert [each.number for each in history(docket, market)] == [3]
    assert [each.decision.kind for each in history(docket, pirates)] == ["harm"]


def test_decisions_without_their_subject_are_shown(engine: Engine, records: tuple[Record, ...]) -> None:
    _, ambush, school, pirates = ids(engine)
    set_harm(engine, school, "fair", **ANA)
    lost = [
        set_harm(engine, pirates, "weak", **ANA),
        reject_claim(engine, records[-1].claims[0].id, **ANA),
    ]
    assert load_docket(engine).lost() == []
    docket = Docket(group_records(records[:-1]), load_decisions(engine))
    assert docket.lost() == lost
    assert [each.incident.id for each in docket.incidents()][1:] == [ambush, school]
