"""The docket: a ledger's incidents as decided, worked out from what the machine made and the log of decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import Decided, load_decisions
from sayso.reconcile import DEFAULT_POLICY, Account, Telling, assemble_incidents, incident_id, retell, telling_order
from sayso.records import AnyClaim, Incident, IncidentReview
from sayso.review.groups import MachineGroups, load_machine_groups
from sayso.review.judged import (
    HarmSuggestion,
    Judged,
    content_of,
    find_assignee,
    find_state,
    judged,
    suggest_harm,
)
from sayso.review.regroup import DecidedGroup, Regrouped, regroup
from sayso.review.verdicts import INFORMATION, ReviewedClaim, decided_on_claims, decided_record, review_claims

SOURCE, HARM = "source", "harm"
ID = "incident:"


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
    confidence: the lowest of the claims behind its figures, of all its claims where it has none; null for no claim.
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
    confidence: float | None = None


class Docket:
    """What the machine made and the log in; everything as decided out, each incident when it is asked for."""

    def __init__(self, machine: MachineGroups, log: Sequence[Decided], *, policy: str = DEFAULT_POLICY) -> None:
        self.machine, self.log, self.policy = machine, tuple(log), policy
        self.names = {incident_id(key): key for key in machine.tellings}
        self.reviewed = _review_reports(machine, self.log)
        self.accounts, self.tellings = _as_decided(machine, self.reviewed)
        self._seen: dict[str, ReviewedIncident] = {}

    @property
    def number(self) -> int:
        """The number of the last decision that it knows of; 0 for none."""
        return len(self.log)

    @cached_property
    def regrouped(self) -> Regrouped:
        """The groups as decided, with what was decided on them."""
        return regroup(self.machine.groups, self.log, names=self.names, nearer=self._nearer)

    @cached_property
    def group_of(self) -> dict[str, DecidedGroup]:
        """Id of an incident, of any that it has or had -> the group that it is now."""
        return {incident_id(key): group for group in self.regrouped.groups for key in group.tellings}

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The names of those that print the reports."""
        accounts = (each for same in self.accounts.values() for each in same)
        return frozenset(each.record.report.outlet for each in accounts if each.record.report.outlet)

    def incidents(self) -> tuple[ReviewedIncident, ...]:
        """All incidents, by day, then by id."""
        found = [self.review(group) for group in self.regrouped.groups]
        return tuple(sorted(found, key=lambda each: (each.incident.when.start or "9999", each.incident.id)))

    def find(self, name: str) -> DecidedGroup:
        """The group of an incident, by an id that it has or had, or the beginning of one. Raises DecisionRefused."""
        if name in self.group_of:
            return self.group_of[name]
        start = f"{ID}{name.removeprefix(ID)}"
        found = {id(group): group for key, group in self.group_of.items() if name and key.startswith(start)}
        if len(found) != 1:
            raise DecisionRefused(f"{'several incidents begin' if found else 'no incident begins'} with {name!r}")
        return next(iter(found.values()))

    def id_of(self, group: DecidedGroup) -> str:
        """The id of the incident that a group is: that of its first telling."""
        return incident_id(self.in_order(group)[0])

    def in_order(self, group: DecidedGroup) -> list[str]:
        """The group's tellings, the first one first."""
        return sorted(group.tellings, key=lambda key: telling_order(self.tellings[key]))

    def report_tellings(self, group: DecidedGroup, report: str) -> list[str]:
        """The tellings of a report (by id, or where it was found) in a group, or the one of that key."""
        found = [key for key in self.in_order(group) if report in self._names_of(self.tellings[key].report)]
        return found or [key for key in group.tellings if key == report]

    def review(self, group: DecidedGroup) -> ReviewedIncident:
        """The incident that a group is, as decided."""
        name = group.tellings[0]
        if name not in self._seen:
            self._seen[name] = self._review(group)
        return self._seen[name]

    def content(self, group: DecidedGroup) -> str:
        """The hash of what an incident is made of now."""
        return content_of(self._assemble(group), self._told(group))

    def lost(self) -> list[Decided]:
        """Decisions that stand and whose subject is not found: no claim at that locus, no such incident or report."""
        found = {each.key for claims in self.reviewed.values() for claim in claims for each in claim.marks.values()}
        counting = (each for marks in decided_on_claims(self.log).values() for each in marks.values())
        reports = [each for each in self.log if each.stands and each.decision.of == "report"]
        gone = [each for each in reports if not self.machine.accounts.keys() & {*each.decision.targets}]
        claims = {each.number: each for each in counting if each.key not in found}
        return sorted([*claims.values(), *gone, *self.regrouped.lost], key=lambda each: each.number)

    def _names_of(self, report: str) -> set[str]:
        return {report, *(account.name for account in self.accounts[report])}

    def _nearer(self, telling: str, parts: Sequence[Sequence[str]]) -> int:
        """Which of the lists of tellings one has more in common with; of equals the first."""
        bits = self.machine.grouping.bits
        shared = [sum(bits(telling, other) for other in part) / len(part) for part in parts]
        return shared.index(max(shared))

    def _told(self, group: DecidedGroup) -> Iterator[tuple[Account, list[AnyClaim]]]:
        for telling in map(self.tellings.__getitem__, group.tellings):
            account = self.accounts[telling.report][0]
            yield account, [account.claims[claim] for claim in telling.claims]

    def _assemble(self, group: DecidedGroup) -> Incident:
        made = assemble_incidents(
            [group.tellings], self.tellings, self.accounts, self.machine.grouping, policy=self.policy
        )
        return made[0]

    def _review(self, group: DecidedGroup) -> ReviewedIncident:
        incident = self._assemble(group)
        content = content_of(incident, self._told(group)) if group.marks else ""
        marks = {field: judged(each, content) for field, each in group.marks.items()}
        claims = tuple(self._claims(group))
        own = IncidentReview(
            state=find_state(group.marks, content),
            assignee=find_assignee(group.marks),
            harm=marks[HARM].value if HARM in marks else None,
            information=marks[INFORMATION].value if INFORMATION in marks else None,
            rejected=tuple(each.id for each in claims if each.decided is None),
            corrected=tuple(each.id for each in claims if each.decided not in (None, each.claim)),
            decisions=(*group.formed_by, *_reworded_by(claims)),
        )
        accounts = tuple(
            msgspec.structs.replace(each, decided_by=group.arrived.get(each.telling)) for each in incident.accounts
        )
        return ReviewedIncident(
            incident=msgspec.structs.replace(incident, accounts=accounts, review=own),
            state=own.state,
            assignee=own.assignee,
            harm=marks.get(HARM),
            suggested=suggest_harm(incident),
            information=marks.get(INFORMATION),
            sources=self._sources(incident, SOURCE),
            credibility=self._sources(incident, INFORMATION),
            comments=tuple(map(_remark, group.comments)),
            claims=claims,
            formed_by=group.formed_by,
            confidence=self._confidence(incident, group),
        )

    def _claims(self, group: DecidedGroup) -> Iterator[ReviewedClaim]:
        """The reviewed claims of the group's tellings, as the machine told them."""
        for telling in map(self.machine.tellings.__getitem__, group.tellings):
            reviewed = {each.id: each for each in self.reviewed.get(telling.report, ())}
            yield from (reviewed[claim] for claim in telling.claims if claim in reviewed)

    def _sources(self, incident: Incident, field: str) -> dict[str, Judged]:
        """Report of the incident -> its grade, or that of its outlet."""
        graded = self._graded_sources
        names = {
            each.id: (("report", each.id, field), ("outlet", each.outlet or "", field)) for each in incident.accounts
        }
        found = {report: next((graded[key] for key in keys if key in graded), None) for report, keys in names.items()}
        return {report: judged(decided) for report, decided in found.items() if decided}

    @cached_property
    def _graded_sources(self) -> dict[tuple[str, str, str], Decided]:
        """Kind, name and field of a source -> the decision that counts."""
        rows = (each for each in self.log if each.stands and each.decision.of in ("report", "outlet"))
        graded = [each for each in rows if each.decision.kind == "grade"]
        return {
            (each.decision.of, target, each.decision.field or ""): each
            for each in graded
            for target in each.decision.targets
        }

    def _confidence(self, incident: Incident, group: DecidedGroup) -> float | None:
        confidence = {claim.id: claim.confidence for _, claims in self._told(group) for claim in claims}
        counted = {claim for figure in incident.figures for claim in figure.claims} or confidence.keys()
        return min((confidence[claim] for claim in counted), default=None)


def load_docket(engine: Engine, *, policy: str = DEFAULT_POLICY) -> Docket:
    """A ledger in, its docket out. policy: the rule for figures; raises KeyError where there is none of that name."""
    return Docket(load_machine_groups(engine), load_decisions(engine), policy=policy)


def _review_reports(machine: MachineGroups, log: Sequence[Decided]) -> dict[str, list[ReviewedClaim]]:
    """Report -> its claims on which somebody decided."""
    decided = decided_on_claims(log)
    if not decided:
        return {}
    rows = ((report, review_claims(accounts[0].record, decided)) for report, accounts in machine.accounts.items())
    return {report: claims for report, claims in rows if claims}


def _as_decided(
    machine: MachineGroups, reviewed: dict[str, list[ReviewedClaim]]
) -> tuple[dict[str, list[Account]], dict[str, Telling]]:
    """The accounts and tellings with the claims of reviewed reports as decided."""
    accounts = {**machine.accounts}
    for report, claims in reviewed.items():
        accounts[report] = [Account(decided_record(each.record, claims)) for each in machine.accounts[report]]
    touched = {key: each for key, each in machine.tellings.items() if each.report in reviewed}
    return accounts, machine.tellings | {key: retell(each, accounts[each.report][0]) for key, each in touched.items()}


def _reworded_by(claims: Sequence[ReviewedClaim]) -> list[str]:
    """The decisions by which claims say something else than was read."""
    changed = (each for each in claims if each.decided != each.claim)
    return list(dict.fromkeys(each.key for claim in changed for each in claim.marks.values()))


def _remark(decided: Decided) -> Remark:
    said = decided.decision
    return Remark(text=said.after["value"], who=said.who, decided_at=decided.decided_at, decision=decided.key)
