"""Decisions as a page or a program sends them: each checked against its type, taken, and told back."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta

import sayso.review as review
from sayso.desk.web.office import Office
from sayso.ledger import Decided

Reason = Annotated[str, Meta(min_length=1, max_length=2_000, description="Why.")]
Name = Annotated[str, Meta(min_length=1, max_length=400)]


class Decision(msgspec.Struct, frozen=True, kw_only=True, tag_field="act"):
    """What all have in common."""

    reason: Reason

    def take(self, office: Office, who: str) -> Decided:
        """Takes the decision. Raises DecisionRefused."""
        raise NotImplementedError


class Accept(Decision, frozen=True, kw_only=True, tag="accept"):
    """A claim, or one field of it, is right."""

    claim: Name
    field: str | None = None

    def take(self, office: Office, who: str) -> Decided:
        return review.accept_claim(office.engine, self.claim, field=self.field, who=who, reason=self.reason)


class Reject(Decision, frozen=True, kw_only=True, tag="reject"):
    """A claim, or one field of it, is wrong."""

    claim: Name
    field: str | None = None

    def take(self, office: Office, who: str) -> Decided:
        return review.reject_claim(office.engine, self.claim, field=self.field, who=who, reason=self.reason)


class Correct(Decision, frozen=True, kw_only=True, tag="correct"):
    """A field of a claim has another value: as JSON, or a word."""

    claim: Name
    field: Name
    value: Any

    def take(self, office: Office, who: str) -> Decided:
        return review.correct_claim(office.engine, self.claim, self.field, self.value, who=who, reason=self.reason)


class Merge(Decision, frozen=True, kw_only=True, tag="merge"):
    """Several incidents are one; what was decided on the first counts."""

    incidents: Annotated[list[Name], Meta(min_length=1, max_length=100)]

    def take(self, office: Office, who: str) -> Decided:
        docket = office.docket_of(*self.incidents)
        return review.merge_incidents(office.engine, self.incidents, who=who, reason=self.reason, docket=docket)


class Split(Decision, frozen=True, kw_only=True, tag="split"):
    """Some reports of an incident are another one."""

    incident: Name
    reports: Annotated[list[Name], Meta(min_length=1, max_length=1_000)]

    def take(self, office: Office, who: str) -> Decided:
        docket = office.docket_of(self.incident)
        parted = (self.incident, self.reports)
        return review.split_incident(office.engine, *parted, who=who, reason=self.reason, docket=docket)


class Move(Decision, frozen=True, kw_only=True, tag="move"):
    """A report belongs to another incident."""

    report: Name
    source: Name
    to: Name

    def take(self, office: Office, who: str) -> Decided:
        docket = office.docket_of(self.source, self.to)
        moved = (self.report, self.source, self.to)
        return review.move_report(office.engine, *moved, who=who, reason=self.reason, docket=docket)


class State(Decision, frozen=True, kw_only=True, tag="state"):
    """An incident goes to another state."""

    incident: Name
    to: Name

    def take(self, office: Office, who: str) -> Decided:
        docket = office.docket_of(self.incident)
        return review.set_state(office.engine, self.incident, self.to, who=who, reason=self.reason, docket=docket)


class Assign(Decision, frozen=True, kw_only=True, tag="assign"):
    """An incident is given to somebody, or to nobody."""

    incident: Name
    assignee: str | None = None

    def take(self, office: Office, who: str) -> Decided:
        given = self.assignee or None
        docket = office.docket_of(self.incident)
        return review.assign(office.engine, self.incident, given, who=who, reason=self.reason, docket=docket)


class Harm(Decision, frozen=True, kw_only=True, tag="harm"):
    """One of Airwars' five words for an incident's harm."""

    incident: Name
    word: Name

    def take(self, office: Office, who: str) -> Decided:
        docket = office.docket_of(self.incident)
        return review.set_harm(office.engine, self.incident, self.word, who=who, reason=self.reason, docket=docket)


class GradeIncident(Decision, frozen=True, kw_only=True, tag="grade_incident"):
    """How credible an incident is, 1 to 6 of the Admiralty scale."""

    incident: Name
    grade: Annotated[int, Meta(ge=1, le=6)]

    def take(self, office: Office, who: str) -> Decided:
        docket = office.docket_of(self.incident)
        return review.grade_incident(
            office.engine, self.incident, self.grade, who=who, reason=self.reason, docket=docket
        )


class GradeReport(Decision, frozen=True, kw_only=True, tag="grade_report"):
    """How reliable a report is, A to F of the Admiralty scale."""

    report: Name
    grade: Annotated[str, Meta(pattern="^[A-F]$")]

    def take(self, office: Office, who: str) -> Decided:
        return review.grade_report(office.engine, self.report, self.grade, who=who, reason=self.reason)


class Note(Decision, frozen=True, kw_only=True, tag="note"):
    """Something to remember about an incident or a claim."""

    text: Annotated[str, Meta(min_length=1, max_length=10_000)]
    incident: str | None = None
    claim: str | None = None
    reason: Reason = "a comment"

    def take(self, office: Office, who: str) -> Decided:
        if self.claim:
            return review.comment_claim(office.engine, self.claim, self.text, who=who, reason=self.reason)
        name = self.incident or ""
        docket = office.docket_of(name)
        return review.comment_incident(office.engine, name, self.text, who=who, reason=self.reason, docket=docket)


class Adjudicate(Decision, frozen=True, kw_only=True, tag="adjudicate"):
    """What a field is on which the coders of a sample disagree: as JSON, or a word."""

    sample: Name
    unit: Name
    field: Name
    value: Any

    def take(self, office: Office, who: str) -> Decided:
        coded = (self.sample, self.unit, self.field, self.value)
        return review.adjudicate(office.engine, *coded, who=who, reason=self.reason)


class Undo(Decision, frozen=True, kw_only=True, tag="undo"):
    """A decision is taken back, exactly."""

    decision: Name

    def take(self, office: Office, who: str) -> Decided:
        return review.undo(office.engine, self.decision, who=who, reason=self.reason)


AnyDecision = (
    Accept | Reject | Correct | Merge | Split | Move | State | Assign | Harm | GradeIncident | GradeReport | Note
    | Adjudicate | Undo
)  # fmt: skip
LISTS = frozenset({"incidents", "reports"})


def decision_of(given: dict[str, Any]) -> AnyDecision:
    """What was sent in, the decision that it is out. Raises msgspec.ValidationError."""
    return msgspec.convert(given, AnyDecision, strict=False)


def json_or_word(value: str) -> Any:
    """A value as a person writes it: JSON where it is some, else the word itself."""
    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError:
        return value
