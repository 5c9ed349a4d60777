"""What is told of incidents: what is new, what is another and why, what is one no more; nothing twice, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from bench.made import made_records
from sayso.ledger import Change, append_harvest, load_changes, newest_change, open_ledger, taking_turn
from sayso.records import Record
from sayso.review import (
    ToldIncident,
    accept_claim,
    changes,
    comment_incident,
    correct_claim,
    headline_of,
    load_docket,
    load_docket_of,
    merge_incidents,
    move_report,
    note_changes,
    reject_claim,
    set_state,
    split_incident,
    undo,
    update_incidents,
)
from tests.reconcile.conftest import read_told
from tests.review.told import EVERYTHING, MARKET_AT, SCHOOL_AT, ingest_told, told_records

ANA: dict[str, Any] = {"who": "Ana", "reason": "as I see it"}


def note(engine: Engine) -> list[Change]:
    """Brings all up to date; the changes that this took."""
    last = newest_change(engine)
    update_incidents(engine)
    number = note_changes(engine)
    found = load_changes(engine, after=last.number if last else 0, most=1000)
    assert len(found) == number
    assert note_changes(engine) == 0, "what is told is not told again"
    return found


def add(engine: Engine, record: Record, method: str = "one") -> list[Change]:
    append_harvest(engine, record, method=method)
    return note(engine)


def told(changes: Sequence[Change]) -> list[tuple[str, str]]:
    return [(each.kind, each.incident) for each in changes]


@pytest.fixture
def engine(engine: Engine) -> Engine:
    """A ledger that has the reports, of which all was told."""
    ingest_told(engine)
    note(engine)
    return engine


def ids(engine: Engine) -> list[str]:
    return [each.incident.id for each in load_docket(engine).incidents()]


def figure(engine: Engine, incident: str, group: str | None = None) -> str:
    """The id of a claim that counts for how many of a group were killed."""
    docket = load_docket(engine)
    figures = docket.review(docket.find(incident)).incident.figures
    return next(each.claims[0] for each in figures if (each.measure, each.group) == ("killed", group))


def test_all_is_new_at_first_in_order_of_the_days(engine: Engine) -> None:
    found = load_changes(engine)
    assert told(found) == [("new", id) for id in ids(engine)]
    assert [(each.number, each.replaces, each.reviewed) for each in found] == [(at, None, False) for at in (1, 2, 3, 4)]
    market = msgspec.convert(found[MARKET_AT].body, ToldIncident)
    assert (market.reports, market.state, market.places[0].name) == (3, "machine_read", "Kadugli")
    assert (
        market.headline
        == "14 to 16 killed, 30 injured in Kadugli on 2024-03-05, by 3 reports from 3 independent sources"
    )
    assert {each.measure for each in market.figures} >= {"killed", "injured"}


def test_one_more_report_changes_one_incident(engine: Engine) -> None:
    market, *_ = ids(engine)
    later = (
        "Coast Radio",
        "2024-03-08",
        "Two more die after Kadugli shelling\n\nKADUGLI - Shells that struck the vegetable market of Kadugli on Tuesday killed 18 civilians and wounded 30, the army said on Friday.",
    )
    (change,) = add(engine, read_told((*EVERYTHING, later))[-1])
    assert (change.kind, change.incident, change.replaces) == ("update", market, 1)
    assert change.body["reports"] == 4


def test_a_source_that_takes_its_word_back_corrects(engine: Engine) -> None:
    market, *_ = ids(engine)
    later = (
        "Plains Agency",
        "2024-03-09",
        "Kadugli market toll corrected\n\nKADUGLI - At least 21 people died when artillery shells hit the crowded vegetable market in Kadugli on Tuesday, doctors at the teaching hospital said.",
    )
    (change,) = add(engine, read_told((*EVERYTHING, later))[-1])
    assert (change.kind, change.incident, change.replaces) == ("correction", market, 1)
    assert change.body["superseded"]


def test_an_earlier_report_names_the_incident_anew(engine: Engine) -> None:
    earlier = (
        "Coast Radio",
        "2024-03-05",
        "Market in Kadugli shelled\n\nKADUGLI - Artillery shells hit the vegetable market of Kadugli on Tuesday, killing 14 civilians, residents said.",
    )
    (change,) = add(engine, read_told((*EVERYTHING, earlier))[-1])
    assert (change.kind, change.replaces) == ("update", 1)
    assert change.incident == ids(engine)[MARKET_AT]


def test_what_people_correct_is_a_correction(engine: Engine) -> None:
    market = ids(engine)[MARKET_AT]
    decide: list[Callable[[], Any]] = [
        lambda: correct_claim(engine, figure(engine, market), "best", 19, **ANA),
        lambda: reject_claim(engine, figure(engine, market, "civilians"), **ANA),
    ]
    for number, each in enumerate(decide):
        done = each()
        (change,) = note(engine)
        assert (change.kind, change.incident, bool(change.body["corrected"])) == ("correction", market, True)
        undo(engine, done.key, **ANA)
        (back,) = note(engine)
        assert (back.kind, back.replaces) == ("correction", change.number), number
        assert back.body == load_changes(engine)[0].body


def test_what_changes_nothing_is_not_told(engine: Engine) -> None:
    market = ids(engine)[MARKET_AT]
    accept_claim(engine, figure(engine, market), **ANA)
    comment_incident(engine, market, "see page two", **ANA)
    assert note(engine) == []


def test_who_has_found_it_right(engine: Engine) -> None:
    market = ids(engine)[MARKET_AT]
    seen = []
    for state in ("in_progress", "ready_for_review", "approved"):
        set_state(engine, market, state, **ANA)
        seen += [(each.kind, each.body["state"], each.reviewed) for each in note(engine)]
    reject_claim(engine, figure(engine, market), **ANA)
    seen += [(each.kind, each.body["state"], each.reviewed) for each in note(engine)]
    assert seen == [
        ("update", "in_progress", False),
        ("update", "ready_for_review", False),
        ("update", "approved", True),
        ("correction", "approved_but_changed", False),
    ]


def test_merged_and_parted_again(engine: Engine) -> None:
    _, ambush, school, _ = ids(engine)
    done = merge_incidents(engine, [school, ambush], **ANA)
    merged, gone = note(engine)
    first, second = sorted((ambush, school), key=lambda id: id != merged.incident)
    assert (merged.kind, merged.incident, gone.kind, gone.incident, gone.into) == (
        "update", first, "cancel", second, first,
    )  # fmt: skip
    assert gone.replaces == {ambush: 2, school: 3}[second]
    undo(engine, done.key, **ANA)
    assert sorted(told(note(engine))) == sorted([("update", first), ("new", second)])
    again = load_changes(engine, incident=second)[-1]
    assert (again.kind, again.replaces) == ("new", gone.number)
    assert again.body == load_changes(engine)[gone.replaces - 1].body


def test_split_and_moved(engine: Engine) -> None:
    market, ambush, _, _ = ids(engine)
    docket = load_docket(engine)
    last = docket.review(docket.find(market)).incident.accounts[-1].id
    split = split_incident(engine, market, [last], **ANA)
    assert sorted(each.kind for each in note(engine)) == ["new", "update"]
    undo(engine, split.key, **ANA)
    kept, gone = note(engine)
    assert (kept.kind, kept.incident, gone.kind, gone.into) == ("update", market, "cancel", market)
    move_report(engine, last, market, ambush, **ANA)
    left, joined = note(engine)
    assert (left.kind, left.incident) == (joined.kind, market) == ("update", market)
    assert (joined.replaces, joined.incident) == (2, ids(engine)[1])


def test_a_later_report_that_a_decision_ties_is_told_of_the_merged_incident(engine: Engine) -> None:
    _, ambush, school, _ = ids(engine)
    merge_incidents(engine, [ambush, school], **ANA)
    note(engine)
    later = (
        "Coast Radio",
        "2024-05-12",
        "School hit in Dilling\n\nDILLING, Sudan - A drone struck a girls' school in Dilling on Saturday and killed two teachers, the education office said.",
    )
    (change,) = add(engine, read_told((*EVERYTHING, later))[-1])
    assert (change.kind, change.incident, change.body["reports"]) == ("update", ambush, 4)


def test_an_incident_is_told_of_as_its_report_is_read_now(engine: Engine) -> None:
    school = ids(engine)[SCHOOL_AT]
    record = told_records()[5]
    kept = tuple(each for each in record.claims if getattr(each, "measure", None) != "killed")
    (change,) = add(engine, msgspec.structs.replace(record, claims=kept), "two")
    assert (change.kind, change.incident, change.replaces) == ("update", school, 3)
    (gone,) = add(engine, msgspec.structs.replace(record, claims=()), "three")
    assert (gone.kind, gone.incident, gone.replaces, gone.into) == ("cancel", school, change.number, None)
    (back,) = add(engine, record, "four")
    assert (back.kind, back.incident, back.replaces) == ("new", school, gone.number)


def test_worked_out_anew_all_is_as_it_was(engine: Engine) -> None:
    update_incidents(engine, anew=True)
    assert note(engine) == []


def test_nothing_is_told_of_nothing(ledger: str) -> None:
    with open_ledger(ledger, make=True) as engine:
        assert (note_changes(engine), newest_change(engine), load_changes(engine)) == (0, None, [])


def test_what_was_told_stays_told(engine: Engine) -> None:
    for statement in ("UPDATE change SET kind = 'cancel'", "DELETE FROM change"):
        with pytest.raises(DBAPIError, match="never changed"), taking_turn(engine) as connection:
            connection.execute(text(statement))


def test_pages_of_changes(engine: Engine) -> None:
    assert [each.number for each in load_changes(engine, after=1, most=2)] == [2, 3]
    third = load_changes(engine)[2]
    assert [each.number for each in load_changes(engine, since=third.at)] == [3, 4]


def test_chains_have_no_gaps(engine: Engine) -> None:
    """Whoever follows the changes knows of each incident what the ledger knows."""
    _, ambush, school, pirates = ids(engine)
    merge_incidents(engine, [pirates, ambush], **ANA)
    note(engine)
    split_incident(engine, ids(engine)[MARKET_AT], [told_records()[0].report.id], **ANA)
    merge_incidents(engine, [school, pirates], **ANA)
    note(engine)
    known: dict[int, Change] = {}
    for each in load_changes(engine, most=1000):
        known.pop(each.replaces or 0, None)
        known |= {} if each.kind == "cancel" else {each.number: each}
    now = {each.incident.id: headline_of(each.incident) for each in load_docket(engine).incidents()}
    assert {each.incident: each.body["headline"] for each in known.values()} == now


class CutOff(Exception):
    pass


def story(engine: Engine, records: Sequence[Record]) -> None:
    """Reports that come in, with a merge among them."""
    for record in records[:10]:
        append_harvest(engine, record, method="by hand")
    update_incidents(engine)
    first, second, *_ = ids(engine)
    merge_incidents(engine, [first, second], **ANA)
    for record in records[10:]:
        append_harvest(engine, record, method="by hand")
    update_incidents(engine)


@pytest.mark.parametrize("after", range(1, 5))
def test_cut_off_anywhere_it_is_taken_up(
    ledger: str, make_ledger: Callable[..., str], tmp_path: Any, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = tuple(made_records(20))
    monkeypatch.setattr(changes, "GROUPS_AT_ONCE", 5)
    turns = 0

    @contextmanager
    def cut_off(engine: Engine) -> Any:
        nonlocal turns
        turns += 1
        with taking_turn(engine) as connection:
            yield connection
            if turns == after:
                raise CutOff

    with open_ledger(ledger, make=True) as engine, open_ledger(make_ledger(tmp_path), make=True) as undisturbed:
        story(undisturbed, records)
        note_changes(undisturbed)
        story(engine, records)
        with monkeypatch.context() as cutting, pytest.raises(CutOff):
            cutting.setattr(changes, "taking_turn", cut_off)
            note_changes(engine)
        note_changes(engine)
        both = [
            [msgspec.structs.replace(row, at="") for row in load_changes(each, most=1000)]
            for each in (engine, undisturbed)
        ]
        assert both[0] == both[1]


def test_a_docket_of_one_incident_shows_what_the_whole_one_does(engine: Engine) -> None:
    market, ambush, school, pirates = ids(engine)
    merge_incidents(engine, [ambush, school], **ANA)
    correct_claim(engine, figure(engine, market), "best", 19, **ANA)
    whole = load_docket(engine)
    for id in (market, ambush, school, pirates):
        part = load_docket_of(engine, [id])
        assert part.review(part.find(id)) == whole.review(whole.find(id))
    assert len(load_docket_of(engine, [school]).incidents()) == 1
    done = set_state(engine, school, "in_progress", docket=load_docket_of(engine, [school]), **ANA)
    assert done.decision.needs
