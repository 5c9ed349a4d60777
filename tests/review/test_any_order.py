"""Properties: whatever was decided, undone in any order that is allowed, all is as it was; no telling is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import Decided, Decision, load_decisions, open_ledger, verify_ledger
from sayso.reconcile import incident_id
from sayso.review import (
    DecidedGroup,
    Docket,
    MachineGroups,
    ReviewedIncident,
    accept_claim,
    assign,
    comment_incident,
    correct_claim,
    grade_incident,
    group_records,
    merge_incidents,
    move_report,
    next_states,
    regroup,
    reject_claim,
    set_harm,
    set_state,
    split_incident,
    undo,
)
from tests.review.told import ingest_told, told_records

ANA: dict[str, Any] = {"who": "Ana", "reason": "as I see it"}
Choose = Callable[[Sequence[Any]], Any]


class Desk:
    """Somebody who decides, on a ledger whose machine groups are worked out once."""

    def __init__(self, engine: Engine, machine: MachineGroups, choose: Choose) -> None:
        self.engine, self.machine, self.choose = engine, machine, choose

    @property
    def docket(self) -> Docket:
        return Docket(self.machine, load_decisions(self.engine))

    def seen(self) -> tuple[ReviewedIncident, ...]:
        return self.docket.incidents()

    def decide(self) -> Decided | None:
        """Some decision on something; None where what was thought of can't be decided."""
        return self.choose((
            self.merge, self.merge, self.split, self.split, self.move, self.move, self.harm, self.grade, self.state,
            self.assign, self.comment, self.correct, self.verdict,
        ))()  # fmt: skip

    def incident(self) -> ReviewedIncident:
        return self.choose(self.seen())

    def merge(self) -> Decided | None:
        one, other = self.incident().incident.id, self.incident().incident.id
        return merge_incidents(self.engine, [one, other], docket=self.docket, **ANA) if one != other else None

    def split(self) -> Decided | None:
        incident = self.incident().incident
        if len(incident.reports) < 2:
            return None
        return split_incident(self.engine, incident.id, [self.choose(incident.reports)], docket=self.docket, **ANA)

    def move(self) -> Decided | None:
        one, other = self.incident().incident, self.incident().incident
        report = self.choose(one.reports)
        return move_report(self.engine, report, one.id, other.id, docket=self.docket, **ANA) if one != other else None

    def harm(self) -> Decided:
        word = self.choose(("confirmed", "fair", "weak", "contested", "discounted"))
        return set_harm(self.engine, self.incident().incident.id, word, docket=self.docket, **ANA)

    def grade(self) -> Decided:
        grade = self.choose((1, 2, 3, 4, 5, 6))
        return grade_incident(self.engine, self.incident().incident.id, grade, docket=self.docket, **ANA)

    def state(self) -> Decided:
        each = self.incident()
        return set_state(self.engine, each.incident.id, self.choose(next_states(each.state)), docket=self.docket, **ANA)

    def assign(self) -> Decided:
        assignee = self.choose(("Ben", "Cem", None))
        return assign(self.engine, self.incident().incident.id, assignee, docket=self.docket, **ANA)

    def comment(self) -> Decided:
        return comment_incident(self.engine, self.incident().incident.id, "mind the date", docket=self.docket, **ANA)

    def correct(self) -> Decided:
        figures = [claim for claim in self.claims() if hasattr(claim, "measure")]
        return correct_claim(self.engine, self.choose(figures).id, "what", self.choose(("men", "women")), **ANA)

    def verdict(self) -> Decided:
        return self.choose((accept_claim, reject_claim))(self.engine, self.choose(self.claims()).id, **ANA)

    def claims(self) -> list[Any]:
        return [claim for same in self.machine.accounts.values() for claim in same[0].record.claims]


MACHINE: list[MachineGroups] = []


def machine() -> MachineGroups:
    if not MACHINE:
        MACHINE.append(group_records(told_records()))
    return MACHINE[0]


@contextmanager
def desk(ledger: str, choose: Choose) -> Iterator[Desk]:
    with open_ledger(ledger, make=True) as engine:
        ingest_told(engine)
        yield Desk(engine, machine(), choose)


def undo_all(at: Desk) -> None:
    """Undoes what stands, in an order that somebody chooses; what is refused names a later decision that stands."""
    while standing := {each.key: each for each in load_decisions(at.engine) if each.stands}:
        picked = at.choose(sorted(standing.values(), key=lambda each: each.number))
        before = at.docket
        try:
            undo(at.engine, picked.key, **ANA)
            assert changed(before, at.docket) <= concerned(before, picked)
        except DecisionRefused as refused:
            assert refused.by in standing
            assert standing[refused.by].number > picked.number
            undo(at.engine, max(standing.values(), key=lambda each: each.number).key, **ANA)


def changed(before: Docket, after: Docket) -> set[str]:
    """Ids of incidents that are not what they were."""
    now = after.group_of
    return {name for name, group in before.group_of.items() if before.review(group) != after.review(now[name])}


def concerned(docket: Docket, decided: Decided) -> set[str]:
    """All ids of the incidents that are what they are by a decision, and of those of the report that it is about."""

    def rests_on(group: DecidedGroup) -> bool:
        decisions = {*group.formed_by, *(each.key for each in (*group.marks.values(), *group.comments))}
        reports = {docket.machine.reports[key] for key in group.tellings}
        return decided.key in decisions or decided.decision.after.get("report") in reports

    return {name for name, group in docket.group_of.items() if rests_on(group)}


def decide_and_undo(at: Desk, decisions: int) -> None:
    untouched = at.seen()
    for _ in range(decisions):
        before = at.seen()
        if done := at.decide():
            undo(at.engine, done.key, **ANA)
            assert at.seen() == before, "a decision that is undone at once leaves nothing behind"
            at.decide()
        assert sorted(key for group in at.docket.regrouped.groups for key in group.tellings) == sorted(
            machine().tellings
        )
    undo_all(at)
    assert at.seen() == untouched
    assert at.docket.lost() == []
    assert list(verify_ledger(at.engine)) == []


@given(st.data(), st.integers(1, 7))
@settings(max_examples=25, deadline=None)
def test_decided_and_undone_in_any_order_all_is_as_it_was(data: st.DataObject, decisions: int) -> None:
    with TemporaryDirectory() as folder, desk(str(Path(folder) / "l.sqlite"), chooser(data)) as at:
        decide_and_undo(at, decisions)


def chooser(data: st.DataObject) -> Choose:
    return lambda options: options[data.draw(st.integers(0, len(options) - 1))]


@pytest.mark.parametrize("seed", range(3))
def test_so_on_each_kind_of_database(ledger: str, seed: int) -> None:
    numbers = iter(range(seed, 10_000, 7))
    with desk(ledger, lambda options: options[next(numbers) % len(options)]) as at:
        decide_and_undo(at, 4)


# -- the machine groups anew ---------------------------------------------------------------------------------------
KEYS = tuple(f"telling:{number}" for number in range(8))
NAMES = {incident_id(key): key for key in KEYS}
Groups = tuple[tuple[str, ...], ...]


@st.composite
def partitions(draw: st.DrawFn) -> Groups:
    """The tellings in groups, as a machine may find them."""
    homes = draw(st.lists(st.integers(0, 3), min_size=len(KEYS), max_size=len(KEYS)))
    groups = (tuple(key for key, home in zip(KEYS, homes, strict=True) if home == each) for each in range(4))
    return tuple(group for group in groups if group)


def grouped(groups: Groups, log: Sequence[Decided]) -> Groups:
    found = regroup(groups, log, names=NAMES, nearer=lambda _, parts: len(parts) - 1)
    return tuple(each.tellings for each in found.groups)


def taken(kind: str, before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], number: int) -> Decided:
    before, after = ([[incident_id(key) for key in part] for part in value] for value in (before, after))
    decision = Decision(
        kind=kind, who="Ana", reason="x", of="incident", targets=(after[0][0],), before={"incidents": before},
        after={"incidents": after},
    )  # type: ignore[arg-type]  # fmt: skip
    return Decided(number=number, key=f"decision:{number}", previous=None, decided_at="", decision=decision)


@given(partitions(), partitions(), st.data())
def test_a_decision_holds_however_the_machine_groups_later(before: Groups, later: Groups, data: st.DataObject) -> None:
    choose = chooser(data)
    one, other = choose(before), choose(before)
    if one != other:
        log = [taken("merge", [one, other], [[*one, *other]], 1)]
        together = [group for group in grouped(later, log) if {*group} & {*one, *other}]
        assert len(together) == 1
    elif len(one) > 1:
        cut = data.draw(st.integers(1, len(one) - 1))
        log = [taken("split", [one], [one[:cut], one[cut:]], 1)]
        homes = [{group for group in grouped(later, log) if {*group} & {*part}} for part in (one[:cut], one[cut:])]
        assert [len(home) for home in homes] == [1, 1]
        assert homes[0] != homes[1]
    else:
        log = []
    assert sorted(key for group in grouped(later, log) for key in group) == sorted(KEYS)
    assert grouped(before, []) == tuple(sorted(before))


def test_tellings_that_are_gone_are_left_out() -> None:
    log = [taken("merge", [KEYS[:1], ("gone",)], [[KEYS[0], "gone"]], 1), taken("merge", [("gone",)], [["gone"]], 2)]
    found = regroup([KEYS], log, names=NAMES, nearer=lambda *_: 0)
    assert [each.tellings for each in found.groups] == [KEYS]
    assert list(found.lost) == log[1:]
