"""An incident with all that people decided on it, put together from its group, its claims and the grades of sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.ledger import Decided
from sayso.records import Incident, IncidentReport, IncidentReview
from sayso.review.judged import HarmSuggestion, Judged, find_assignee, find_state, judged, suggest_harm
from sayso.review.regroup import DecidedGroup
from sayso.review.verdicts import INFORMATION, ReviewedClaim

SOURCE, HARM = "source", "harm"
SourceGrades = dict[tuple[str, str, str], Decided]
"""`report` or `outlet`, its id or name, and the field -> the decision on it that counts."""


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A comment: what somebody noted, who, when (UTC), by which decision."""

    text: str
    who: str
    decided_at: str
    decision: str


class ReviewedIncident(msgspec.Struct, frozen=True, kw_only=True):
    """An incident as decided, where it stands in review, and who judged what of it.

    suggested: the word for harm that the rule gives, whatever was decided. sources: report -> A to F, its own grade or
    its outlet's; credibility: report -> 1 to 6. claims: those on which somebody decided, the rejected ones among them.
    """

    incident: Incident
    state: str
    assignee: str | None = None
    harm: Judged | None = None
    suggested: HarmSuggestion | None = None
    information: Judged | None = None
    sources: dict[str, Judged] = {}
    credibility: dict[str, Judged] = {}
    comments: tuple[Remark, ...] = ()
    claims: tuple[ReviewedClaim, ...] = ()
    formed_by: tuple[str, ...] = ()


def grade_sources(log: Iterable[Decided]) -> SourceGrades:
    """The log in, the grades of reports and outlets that count out."""
    graded = (each for each in log if each.stands and each.decision.kind == "grade")
    return {
        (each.decision.of, target, each.decision.field or ""): each
        for each in graded
        if each.decision.of in ("report", "outlet")
        for target in each.decision.targets
    }


def review_incident(
    incident: Incident, group: DecidedGroup, claims: tuple[ReviewedClaim, ...], grades: SourceGrades, *, content: str
) -> ReviewedIncident:
    """An incident as it was put together, and what was decided on it, in; the whole out. content: what it is now."""
    marks = {field: judged(each, content) for field, each in group.marks.items()}
    own = _own(group, marks, claims, find_state(group.marks, content))
    accounts = tuple(_brought(each, group) for each in incident.accounts)
    return ReviewedIncident(
        incident=msgspec.structs.replace(incident, accounts=accounts, review=own),
        state=own.state,
        assignee=own.assignee,
        harm=marks.get(HARM),
        suggested=suggest_harm(incident),
        information=marks.get(INFORMATION),
        sources=_graded(incident.accounts, grades, SOURCE),
        credibility=_graded(incident.accounts, grades, INFORMATION),
        comments=tuple(map(_remark, group.comments)),
        claims=claims,
        formed_by=group.formed_by,
    )


def review_part(whole: ReviewedIncident, part: Incident) -> ReviewedIncident:
    """A reviewed incident, and what some of its reports come to, in; that with the judgements of the whole out."""
    reports = {each.id for each in part.accounts}
    claims = tuple(each for each in whole.claims if each.report in reports)
    rejected = tuple(each.id for each in claims if each.decided is None)
    corrected = tuple(each.id for each in claims if each.decided not in (None, each.claim))
    own = msgspec.structs.replace(whole.incident.review, rejected=rejected, corrected=corrected)  # type: ignore[type-var]
    brought = {each.telling: each.decided_by for each in whole.incident.accounts}
    accounts = (msgspec.structs.replace(each, decided_by=brought.get(each.telling)) for each in part.accounts)
    ids = {"id": whole.incident.id, "earlier_ids": whole.incident.earlier_ids}
    return msgspec.structs.replace(
        whole,
        incident=msgspec.structs.replace(part, accounts=tuple(accounts), review=own, **ids),
        suggested=suggest_harm(part),
        sources={report: grade for report, grade in whole.sources.items() if report in reports},
        credibility={report: grade for report, grade in whole.credibility.items() if report in reports},
        claims=claims,
    )


def _own(group: DecidedGroup, marks: dict[str, Judged], claims: Sequence[ReviewedClaim], state: str) -> IncidentReview:
    return IncidentReview(
        state=state,
        assignee=find_assignee(group.marks),
        harm=marks[HARM].value if HARM in marks else None,
        information=marks[INFORMATION].value if INFORMATION in marks else None,
        rejected=tuple(each.id for each in claims if each.decided is None),
        corrected=tuple(each.id for each in claims if each.decided not in (None, each.claim)),
        decisions=(*group.formed_by, *_reworded_by(claims)),
    )


def _reworded_by(claims: Iterable[ReviewedClaim]) -> list[str]:
    """The decisions by which claims say something else than was read."""
    changed = (each for each in claims if each.decided != each.claim)
    return list(dict.fromkeys(each.key for claim in changed for each in claim.marks.values()))


def _brought(report: IncidentReport, group: DecidedGroup) -> IncidentReport:
    return msgspec.structs.replace(report, decided_by=group.arrived.get(report.telling))


def _graded(reports: Iterable[IncidentReport], grades: SourceGrades, field: str) -> dict[str, Judged]:
    """Report -> its own grade, else that of its outlet."""
    names = {each.id: (("report", each.id, field), ("outlet", each.outlet or "", field)) for each in reports}
    found = ((report, [grades[key] for key in keys if key in grades]) for report, keys in names.items())
    return {report: judged(decided[0]) for report, decided in found if decided}


def _remark(decided: Decided) -> Remark:
    said = decided.decision
    return Remark(text=said.after["value"], who=said.who, decided_at=decided.decided_at, decision=decided.key)
