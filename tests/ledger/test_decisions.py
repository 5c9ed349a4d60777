"""The log of decisions: only added to, undone exactly, whole or found out; and answers beside what a pass said."""

from __future__ import annotations

import threading
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine, text

from sayso.errors import DecisionRefused
from sayso.ledger import (
    Decided,
    Decision,
    Resolution,
    append_decision,
    append_harvest,
    append_resolution,
    decision_log_head,
    load_decisions,
    load_resolutions,
    locus_of,
    open_ledger,
    undo_decision,
    verify_ledger,
)
from sayso.ledger.dialects import allow_changes, writing
from sayso.ledger.tables import APPEND_ONLY, claim
from sayso.records import Record

CLAIM, OTHER = "locus:1", "locus:2"


def decide(**given: Any) -> Decision:
    usual: dict[str, Any] = {"kind": "correct", "who": "Ana", "reason": "the text says so", "of": "claim"}
    return Decision(**{**usual, "targets": (CLAIM,), "field": "low", "before": 14, "after": 15, **given})


def test_a_decision_comes_back_as_it_was_taken(engine: Engine) -> None:
    taken = decide(before={"low": 14, "high": None}, after={"low": 15.5, "high": None}, targets=(CLAIM, OTHER))
    done = append_decision(engine, taken)
    assert load_decisions(engine) == [done]
    assert (done.decision, done.number, done.previous, done.stands) == (taken, 1, None, True)
    assert load_decisions(engine, targets=[OTHER]) == [done]
    assert load_decisions(engine, targets=["locus:3"]) == []
    assert list(verify_ledger(engine)) == []


def test_each_hangs_on_the_one_before(engine: Engine) -> None:
    first = append_decision(engine, decide())
    second = append_decision(engine, decide(targets=(OTHER,)))
    assert (second.previous, second.number) == (first.key, 2)
    assert decision_log_head(engine) == (2, second.key, True)
    assert decision_log_head(engine, known=first.key)[2]
    assert not decision_log_head(engine, known="decision:none")[2]


def test_an_undoing_turns_it_round_and_stays_in_the_log(engine: Engine) -> None:
    done = append_decision(engine, decide())
    undone = undo_decision(engine, done.key, who="Ben", reason="a slip")
    assert (undone.decision.kind, undone.decision.before, undone.decision.after) == ("undo", 15, 14)
    first, second = load_decisions(engine)
    assert (first.undone_by, first.stands, second.undoes, second.stands) == (second.key, False, first.key, False)
    again = append_decision(engine, decide(after=16))
    assert [each.stands for each in load_decisions(engine)] == [False, False, True]
    assert undo_decision(engine, again.key, who="Ben", reason="once more").undoes == again.key
    assert list(verify_ledger(engine)) == []


def refuse(engine: Engine, taken: Decision | str, why: str) -> str | None:
    with pytest.raises(DecisionRefused, match=why) as refused:
        if isinstance(taken, str):
            undo_decision(engine, taken, who="Ana", reason="a slip")
        else:
            append_decision(engine, taken)
    return refused.value.by


def test_what_a_later_decision_rests_on_is_not_undone(engine: Engine) -> None:
    merge = append_decision(engine, decide(kind="merge", of="incident", targets=("i1", "i2"), field=None, after="i1"))
    harm = append_decision(
        engine,
        decide(
            kind="harm", of="incident", targets=("i1",), field="harm", before=None, after="fair", needs=(merge.key,)
        ),
    )
    assert refuse(engine, merge.key, "a later decision rests on it") == harm.key
    undo_decision(engine, harm.key, who="Ana", reason="first this")
    assert undo_decision(engine, merge.key, who="Ana", reason="then that").undoes == merge.key


def test_who_goes_on_from_a_value_rests_on_it(engine: Engine) -> None:
    first = append_decision(engine, decide(before=14, after=15))
    second = append_decision(engine, decide(before=15, after=16))
    assert refuse(engine, first.key, "rests on it") == second.key
    assert refuse(engine, decide(before=15, after=17), "changed meanwhile") == second.key
    append_decision(engine, decide(field="high", before=None, after=20))
    append_decision(engine, decide(of="mention", before=None, after=20))


def test_who_looked_before_it_was_put_together_anew_is_told(engine: Engine) -> None:
    whole: dict[str, Any] = {"of": "incident", "targets": ("i1",), "field": None}
    append_decision(engine, decide(**whole, kind="comment"), seen=0, whole=["i1"])
    append_decision(engine, decide(of="incident", targets=("i1",), field="harm", before=None), seen=0, whole=["i1"])
    merge = append_decision(engine, decide(**whole, kind="merge"), seen=0, whole=["i1"])
    with pytest.raises(DecisionRefused, match="put together anew meanwhile") as refused:
        append_decision(engine, decide(**whole, kind="split"), seen=2, whole=["i1"])
    assert refused.value.by == merge.key
    append_decision(engine, decide(**whole, kind="split"), seen=3, whole=["i1"])
    append_decision(engine, decide(**whole, kind="split"), seen=3, whole=["i2"])


def test_comments_do_not_stand_in_each_other_s_way(engine: Engine) -> None:
    comment = decide(kind="comment", field=None, before=None, after="see page 2")
    first, second = append_decision(engine, comment), append_decision(engine, comment)
    assert first.key != second.key
    assert undo_decision(engine, first.key, who="Ana", reason="settled").undoes == first.key


@pytest.mark.parametrize(
    ("given", "why"),
    [
        pytest.param({"who": " "}, "it has no who", id="nobody"),
        pytest.param({"reason": ""}, "it has no reason", id="no reason"),
        pytest.param({"targets": ()}, "it is about nothing", id="about nothing"),
        pytest.param({"kind": "delete"}, "there is no 'delete' of a 'claim'", id="of no kind"),
        pytest.param({"kind": "undo"}, "undo_decision does it", id="an undoing"),
        pytest.param({"needs": ("decision:none",)}, "there is no such decision", id="needs what is not there"),
    ],
)
def test_a_decision_that_can_not_be_taken(engine: Engine, given: dict[str, Any], why: str) -> None:
    refuse(engine, decide(**given), why)
    assert load_decisions(engine) == []


def test_an_undoing_that_can_not_be(engine: Engine) -> None:
    done = append_decision(engine, decide())
    undone = undo_decision(engine, done.key, who="Ana", reason="a slip")
    assert refuse(engine, done.key, "undone already") == undone.key
    assert refuse(engine, undone.key, "can't be undone") == done.key
    assert refuse(engine, "decision:none", "no such decision") == "decision:none"
    refuse(engine, decide(before=14, after=16, needs=(done.key,)), "needs one that was undone")


def test_many_who_decide_at_once_make_one_chain(engine: Engine, ledger: str) -> None:
    def decide_often(who: str) -> None:
        with open_ledger(ledger) as own:
            for number in range(10):
                append_decision(own, decide(who=who, targets=(f"{who}:{number}",)))

    threads = [threading.Thread(target=decide_often, args=(who,)) for who in ("Ana", "Ben", "Cem")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log = load_decisions(engine)
    assert [each.number for each in log] == list(range(1, 31))
    assert [each.previous for each in log] == [None, *(each.key for each in log[:-1])]
    assert list(verify_ledger(engine)) == []


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        pytest.param("UPDATE decision SET who = 'Cem' WHERE number = 1", "decision", id="who"),
        pytest.param("UPDATE decision SET after = '99' WHERE number = 2", "decision", id="the value"),
        pytest.param("UPDATE decision SET decided_at = '2031-01-01' WHERE number = 3", "decision", id="when"),
        pytest.param("DELETE FROM decision WHERE number = 2", "decision", id="one taken out"),
        pytest.param("UPDATE decision SET number = 9 WHERE number = 3", "decision", id="the order"),
        pytest.param("UPDATE decision SET targets = '{' WHERE number = 3", "decision", id="no JSON"),
        pytest.param("DELETE FROM decided_on WHERE number = 2", "decided_on", id="not found by its target"),
        pytest.param("UPDATE resolution SET method = 'better'", "resolution", id="an answer"),
    ],
)
def test_verify_sees_what_was_done_to_the_log(engine: Engine, statement: str, table: str) -> None:
    for target in (CLAIM, OTHER, "locus:3"):
        append_decision(engine, decide(targets=(target,)))
    append_resolution(
        engine, Resolution(of="place", locus=CLAIM, report="r", method="by hand", item={"name": "Kadugli"})
    )
    assert list(verify_ledger(engine)) == []
    with writing(engine) as connection:
        allow_changes(connection, APPEND_ONLY)
        connection.execute(text("DELETE FROM decided_on WHERE number IN (2, 3)"))
        connection.execute(text(statement))
    assert table in {fault.table for fault in verify_ledger(engine)}


def test_answers_stand_beside_what_a_pass_said(engine: Engine, records: list[Record]) -> None:
    append_harvest(engine, records[0], method="by hand")
    place = records[0].places[0]
    locus = locus_of(records[0].report.id, "place", place.evidence)
    answer = Resolution(
        of="place",
        locus=locus,
        report=records[0].report.id,
        method="a newer gazetteer",
        item=msgspec.to_builtins(place),
    )
    assert append_resolution(engine, answer)
    assert not append_resolution(engine, answer)
    (back,) = load_resolutions(engine, [records[0].report.id])
    assert msgspec.convert(back.item, type(place)) == place
    assert load_resolutions(engine, ["another"]) == []


def test_a_claim_s_locus_outlives_its_method(engine: Engine, records: list[Record]) -> None:
    for method in ("one", "another"):
        append_harvest(engine, records[0], method=method)
    with engine.connect() as connection:
        loci = [row.locus for row in connection.execute(claim.select().order_by(claim.c.position))]
    assert len(loci) == 2 * len(set(loci)) == 2 * len(records[0].claims)


def as_they_stand(log: list[Decided]) -> dict[str, Any]:
    """Target -> its value, by the decisions that stand."""
    values: dict[str, Any] = {}
    for each in log:
        values.update(dict.fromkeys(each.decision.targets, each.decision.after))
    return values


def test_undone_from_the_last_to_the_first_all_is_as_it_was(engine: Engine) -> None:
    done = [append_decision(engine, decide(before=at, after=at + 1)) for at in range(5)]
    assert as_they_stand(load_decisions(engine)) == {CLAIM: 5}
    for each in reversed(done):
        undo_decision(engine, each.key, who="Ana", reason="back")
    assert as_they_stand(load_decisions(engine)) == {CLAIM: 0}
