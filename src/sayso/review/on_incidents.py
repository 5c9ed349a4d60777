"""Decisions on incidents: joined, parted, graded, given to somebody, taken from state to state; and on their sources.

Each takes the docket that whoever decides has looked at, or loads it. What rests on a merge, a split or a move names it
among its needs, so that none of these can be undone from under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from sayso.codebook import load_grades, load_harm_rules
from sayso.errors import DecisionRefused
from sayso.ledger import (
    Decided,
    Decision,
    DecisionKind,
    DecisionTarget,
    append_decision,
    has_outlet,
    load_decisions,
    reports_named,
)
from sayso.reconcile import incident_id
from sayso.review.deciding import VALUE, value_before
from sayso.review.docket import Docket, load_docket
from sayso.review.judged import ASSIGNEE, BEGINNING, STATE, next_states, suggest_harm
from sayso.review.on_claims import check_credibility
from sayso.review.regroup import PARTS, DecidedGroup
from sayso.review.reviewed import HARM, SOURCE
from sayso.review.verdicts import INFORMATION


# -- which reports are one incident -------------------------------------------------------------------------------
def merge_incidents(
    engine: Engine, incidents: Sequence[str], *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """Ids of incidents in, their merge out. Raises DecisionRefused.

    What was decided on the first one counts; what only the others have (a state, a grade) is kept. Comments of all are.
    """
    docket = docket or load_docket(engine)
    return _take(engine, docket, plan_merge(docket, incidents, who=who, reason=reason))


def split_incident(
    engine: Engine, incident: str, reports: Sequence[str], *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """An incident's id, and the reports (ids, or where they were found; or tellings) that are another one, in; the
    split out.

    The part with the earliest report keeps the id and what was decided on it. Raises DecisionRefused.
    """
    docket = docket or load_docket(engine)
    return _take(engine, docket, plan_split(docket, incident, reports, who=who, reason=reason))


def move_report(
    engine: Engine, report: str, source: str, to: str, *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """A report (id, or where it was found), the incident that it stands in, and the one that it belongs to, in; the
    move out. All that it tells of that incident moves; one telling of several goes by its key. Raises DecisionRefused.
    """
    docket = docket or load_docket(engine)
    return _take(engine, docket, plan_move(docket, report, source, to, who=who, reason=reason))


def plan_merge(docket: Docket, incidents: Sequence[str], *, who: str, reason: str) -> Decision:
    """The decision that a merge would be. Raises DecisionRefused."""
    groups = _distinct([docket.find(each) for each in incidents])
    if len(groups) < 2:
        formed_by = [key for group in groups for key in group.formed_by]
        raise DecisionRefused("it takes two incidents to merge", formed_by[-1] if formed_by else None)
    before = [_ids(docket, group) for group in groups]
    after = [[each for part in before for each in part]]
    return _regroup("merge", groups, (), before, after, who=who, reason=reason)


def plan_split(docket: Docket, incident: str, reports: Sequence[str], *, who: str, reason: str) -> Decision:
    """The decision that a split would be. Raises DecisionRefused."""
    group = docket.find(incident)
    ordered = docket.in_order(group)
    named = {telling for report in reports for telling in _told_by(docket, group, report)}
    leaving = named if ordered[0] not in named else {*ordered} - named
    if not leaving or not named:
        raise DecisionRefused("to split, some reports have to go and some have to stay")
    after = [[each for each in ordered if (each in leaving) is away] for away in (False, True)]
    parts = [[incident_id(each) for each in part] for part in after]
    return _regroup("split", [group], (), [_ids(docket, group)], parts, who=who, reason=reason)


def plan_move(docket: Docket, report: str, source: str, to: str, *, who: str, reason: str) -> Decision:
    """The decision that a move would be. Raises DecisionRefused."""
    left, joined = docket.find(source), docket.find(to)
    if left is joined:
        raise DecisionRefused("it stands there already", next(iter(left.formed_by[-1:]), None))
    moving = _told_by(docket, left, report)
    go = [incident_id(key) for key in moving]
    stay = [each for each in _ids(docket, left) if each not in go]
    after = [part for part in (stay, [*_ids(docket, joined), *go]) if part]
    before = [_ids(docket, left), _ids(docket, joined)]
    about = (docket.machine.reports[moving[0]],)
    return _regroup("move", [left, joined], about, before, after, who=who, reason=reason)


def _regroup(
    kind: DecisionKind,
    groups: Sequence[DecidedGroup],
    about: Sequence[str],
    before: list[list[str]],
    after: list[list[str]],
    *,
    who: str,
    reason: str,
) -> Decision:
    needs = tuple(dict.fromkeys(key for group in groups for key in group.formed_by))
    targets = tuple(dict.fromkeys((*(part[0] for part in (*before, *after)), *about)))
    return Decision(
        kind=kind, who=who, reason=reason, of="incident", targets=targets, before={PARTS: before},
        after={PARTS: after}, needs=needs,
    )  # fmt: skip


def _take(engine: Engine, docket: Docket, planned: Decision) -> Decided:
    """Refused where somebody has put one of the incidents together anew since they were looked at."""
    whole = [part[0] for part in planned.before[PARTS]]
    return append_decision(engine, planned, seen=docket.number, whole=whole)


def _distinct(groups: Sequence[DecidedGroup]) -> list[DecidedGroup]:
    return list({id(group): group for group in groups}.values())


def _ids(docket: Docket, group: DecidedGroup) -> list[str]:
    return [incident_id(key) for key in docket.in_order(group)]


def _told_by(docket: Docket, group: DecidedGroup, report: str) -> list[str]:
    found = docket.report_tellings(group, report)
    if not found:
        raise DecisionRefused(f"no report {report!r} stands in the incident {docket.id_of(group)}")
    return found


# -- what is thought of an incident -------------------------------------------------------------------------------
def set_harm(
    engine: Engine, incident: str, word: str, *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """An incident's id and one of Airwars' five words in, the decision out, which notes what the rule suggests."""
    if word not in load_harm_rules().words:
        raise DecisionRefused(f"{word!r} is none of {', '.join(load_harm_rules().words)}")
    docket = docket or load_docket(engine)
    group = docket.find(incident)
    suggested = suggest_harm(docket.review(group).incident)
    said = {"suggested": suggested.word, "rule": suggested.rule} if suggested else {}
    return _mark(engine, docket, group, "harm", HARM, word, who=who, reason=reason, **said)


def grade_incident(
    engine: Engine, incident: str, grade: int, *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """An incident's id and how credible it is by all that is known, 1 to 6, in, the grade out."""
    docket = docket or load_docket(engine)
    group = docket.find(incident)
    return _mark(engine, docket, group, "grade", INFORMATION, check_credibility(grade), who=who, reason=reason)


def set_state(
    engine: Engine, incident: str, state: str, *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """An incident's id and a state in, the decision out. Raises DecisionRefused where no way leads there."""
    docket = docket or load_docket(engine)
    group = docket.find(incident)
    now = docket.review(group).state
    if state not in next_states(now):
        ways = ", ".join(next_states(now))
        raise DecisionRefused(f"the incident is {now}; from there it can become {ways}, not {state!r}")
    return _mark(engine, docket, group, "state", STATE, state, who=who, reason=reason)


def assign(
    engine: Engine, incident: str, assignee: str | None, *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """An incident's id and who shall look at it, None for nobody, in, the decision out."""
    docket = docket or load_docket(engine)
    return _mark(engine, docket, docket.find(incident), "assign", ASSIGNEE, assignee or None, who=who, reason=reason)


def comment_incident(
    engine: Engine, incident: str, text: str, *, who: str, reason: str, docket: Docket | None = None
) -> Decided:
    """An incident's id and what somebody notes in, the comment out. It stands in no other decision's way."""
    docket = docket or load_docket(engine)
    target = docket.id_of(docket.find(incident))
    taken = Decision(kind="comment", who=who, reason=reason, of="incident", targets=(target,), after={VALUE: text})
    return append_decision(engine, taken)


def _mark(
    engine: Engine,
    docket: Docket,
    group: DecidedGroup,
    kind: DecisionKind,
    field: str,
    value: Any,
    *,
    who: str,
    reason: str,
    **said: str,
) -> Decided:
    """Decides on a field of an incident, under the id by which it was decided on last, so that the log sees the one
    follow the other."""
    last = group.marks.get(field)
    known = [each for each in last.decision.targets if docket.machine.names.get(each) in group.tellings] if last else []
    target = known[0] if known else docket.id_of(group)
    unless_decided = BEGINNING if field == STATE else None
    taken = Decision(
        kind=kind,
        who=who,
        reason=reason,
        of="incident",
        targets=(target,),
        field=field,
        before=value_before(docket.log, "incident", target, field, unless_decided),
        after={VALUE: value, "content": docket.content(group), **said},
        needs=tuple(dict.fromkeys((*group.formed_by, *((last.key,) if last else ())))),
    )
    return append_decision(engine, taken, seen=docket.number, whole=[docket.id_of(group)])


# -- what is thought of sources -----------------------------------------------------------------------------------
def grade_report(engine: Engine, report: str, grade: str | int, *, who: str, reason: str) -> Decided:
    """A report (id, or where it was found) and how reliable it is, A to F, or how credible what it says, 1 to 6, in,
    the grade out.

    Its reliability outranks that of its outlet. Raises DecisionRefused.
    """
    found = reports_named(engine, report)
    if len(found) != 1:
        raise DecisionRefused(f"there is {'more than one' if found else 'no'} report {report!r}")
    return _grade_source(engine, "report", found[0], grade, who=who, reason=reason)


def grade_outlet(engine: Engine, outlet: str, grade: str, *, who: str, reason: str) -> Decided:
    """The name of an outlet and how reliable it is, A to F, in, the grade out: for all that it prints."""
    if not has_outlet(engine, outlet):
        raise DecisionRefused(f"no report is from an outlet {outlet!r}")
    return _grade_source(engine, "outlet", outlet, grade, who=who, reason=reason)


def _grade_source(
    engine: Engine, of: DecisionTarget, target: str, grade: str | int, *, who: str, reason: str
) -> Decided:
    field = SOURCE if isinstance(grade, str) else INFORMATION
    value = _check_reliability(grade) if isinstance(grade, str) else check_credibility(grade)
    before = value_before(load_decisions(engine, targets=[target]), of, target, field, None)
    taken = Decision(
        kind="grade", who=who, reason=reason, of=of, targets=(target,), field=field, before=before,
        after={VALUE: value},
    )  # fmt: skip
    return append_decision(engine, taken)


def _check_reliability(grade: str) -> str:
    if grade not in load_grades().reliability:
        raise DecisionRefused(f"{grade!r} is no grade of a source: give A to F")
    return grade
