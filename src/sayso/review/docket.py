"""The docket: a ledger's incidents as decided, worked out from what the machine made and the log of decisions."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import Decided, load_decisions, tellings_of_incident
from sayso.reconcile import (
    DEFAULT_POLICY,
    Account,
    Group,
    Telling,
    assemble_incidents,
    incident_id,
    retell,
    telling_order,
)
from sayso.records import AnyClaim, Incident
from sayso.review.groups import MachineGroups, load_machine_groups, load_some_groups
from sayso.review.judged import content_of
from sayso.review.regroup import DecidedGroup, Regrouped, regroup, tied_ids
from sayso.review.reviewed import ReviewedIncident, SourceGrades, grade_sources, review_incident, review_part
from sayso.review.verdicts import ReviewedClaim, decided_by_report, decided_on_claims, decided_record, review_claims

ID = "incident:"


class Docket:
    """What the machine made and the log in; everything as decided out, each incident when it is asked for."""

    def __init__(self, machine: MachineGroups, log: Sequence[Decided], *, policy: str = DEFAULT_POLICY) -> None:
        self.machine, self.log, self.policy = machine, tuple(log), policy
        self.reviewed = _review_reports(machine, self.log)
        self.accounts, self.tellings = _as_decided(machine, self.reviewed)
        self._made: dict[Group, Incident] = {}
        self._seen: dict[str, ReviewedIncident] = {}

    @property
    def number(self) -> int:
        """The number of the last decision that it knows of; 0 for none."""
        return len(self.log)

    @cached_property
    def regrouped(self) -> Regrouped:
        """The groups as decided, with what was decided on them."""
        return regroup(self.machine.groups, self.log, names=self.machine.names, nearer=self._nearer)

    @cached_property
    def group_of(self) -> dict[str, DecidedGroup]:
        """Id of an incident, of any that it has or had -> the group that it is now."""
        return {name: self._of_telling[key] for name, key in self.machine.names.items()}

    @cached_property
    def _of_telling(self) -> dict[str | None, DecidedGroup]:
        return {key: group for group in self.regrouped.groups for key in group.tellings}

    def incidents(self) -> tuple[ReviewedIncident, ...]:
        """All incidents, by day, then by id."""
        groups = self.regrouped.groups
        self._made.update(self.machine.made([group.tellings for group in groups if self._is_as_made(group)]))
        self._fetch([group for group in groups if group.tellings not in self._made or group.marks])
        found = [self.review(group) for group in groups]
        return tuple(sorted(found, key=lambda each: (each.incident.when.start or "9999", each.incident.id)))

    def find(self, name: str) -> DecidedGroup:
        """The group of an incident, by an id that it has or had, or the beginning of one. Raises DecisionRefused."""
        if group := self.group_of.get(name) or self._of_telling.get(self.machine.trace(name)):
            return group
        start = f"{ID}{name.removeprefix(ID)}"
        found = {id(group): group for key, group in self.group_of.items() if name and key.startswith(start)}
        if len(found) != 1:
            raise DecisionRefused(f"{'several incidents begin' if found else 'no incident begins'} with {name!r}")
        return next(iter(found.values()))

    def parts_of(self, name: str) -> list[DecidedGroup]:
        """The groups in which the tellings of a machine's incident stand now: one, where it was not split. Raises
        DecisionRefused."""
        first = self.machine.names.get(name)
        whole = next((group for group in self.machine.groups if first in group), ())
        found = {id(group): group for key in whole if (group := self._of_telling.get(key))}
        return [*found.values()] or [self.find(name)]

    def id_of(self, group: DecidedGroup) -> str:
        """The id of the incident that a group is: that of its first telling."""
        return incident_id(self.in_order(group)[0])

    def in_order(self, group: DecidedGroup) -> list[str]:
        """The group's tellings, the first one first."""
        return sorted(group.tellings, key=lambda key: telling_order(self.tellings[key]))

    def report_tellings(self, group: DecidedGroup, report: str) -> list[str]:
        """The tellings of a report (by id, or where it was found) in a group, or the one of that key."""
        self._fetch([group])
        found = [key for key in self.in_order(group) if report in self._names_of(self.tellings[key].report)]
        return found or [key for key in group.tellings if key == report]

    def review(self, group: DecidedGroup) -> ReviewedIncident:
        """The incident that a group is, as decided."""
        name = group.tellings[0]
        if name not in self._seen:
            self._seen[name] = self._review(group)
        return self._seen[name]

    def review_without(self, group: DecidedGroup, reports: Collection[str]) -> ReviewedIncident:
        """The same as if these reports (by id) told nothing of it: under its ids and with what was judged of all of it.
        Some report has to be left."""
        whole = self.review(group)
        left = tuple(each for each in group.tellings if self.machine.reports[each] not in reports)
        part = self._assemble(msgspec.structs.replace(group, tellings=left))
        return review_part(whole, part)

    def content(self, group: DecidedGroup) -> str:
        """The hash of what an incident is made of now."""
        return content_of(self._assemble(group), self._told(group))

    def lost(self) -> list[Decided]:
        """Decisions that stand and whose subject is not found: no claim at that locus, no such incident."""
        found = {each.key for claims in self.reviewed.values() for claim in claims for each in claim.marks.values()}
        counting = (each for marks in decided_on_claims(self.log).values() for each in marks.values())
        claims = {each.number: each for each in counting if each.key not in found}
        return sorted([*claims.values(), *self.regrouped.lost], key=lambda each: each.number)

    def confidence(self, group: DecidedGroup) -> float | None:
        """The lowest confidence of the claims behind an incident's figures, of all its claims where it has no figure;
        None where it has no claim."""
        confidence = {claim.id: claim.confidence for _, claims in self._told(group) for claim in claims}
        figures = self.review(group).incident.figures
        counted = {claim for figure in figures for claim in figure.claims} or confidence.keys()
        return min((confidence[claim] for claim in counted), default=None)

    def _names_of(self, report: str) -> set[str]:
        return {report, *(account.name for account in self.accounts[report])}

    def _nearer(self, telling: str, parts: Sequence[Sequence[str]]) -> int:
        """Which of the lists of tellings one has more in common with; of equals the first."""
        bits = self.machine.grouping.bits
        shared = [sum(bits(telling, other) for other in part) / len(part) for part in parts]
        return shared.index(max(shared))

    def _is_as_made(self, group: DecidedGroup) -> bool:
        """Whether nothing was decided by which the incident is another than the machine made."""
        untouched = self.policy == DEFAULT_POLICY and group.tellings in self._machine_groups
        return untouched and not any(self.machine.reports[key] in self.reviewed for key in group.tellings)

    @cached_property
    def _machine_groups(self) -> frozenset[Group]:
        return frozenset(self.machine.groups)

    def _fetch(self, groups: Sequence[DecidedGroup]) -> None:
        """Has at hand what the groups are made of."""
        keys = [key for group in groups for key in group.tellings]
        self.machine.tellings.fetch(keys)
        self.machine.accounts.fetch(map(self.machine.reports.__getitem__, keys))

    def _told(self, group: DecidedGroup) -> Iterator[tuple[Account, list[AnyClaim]]]:
        self._fetch([group])
        for telling in map(self.tellings.__getitem__, group.tellings):
            account = self.accounts[telling.report][0]
            yield account, [account.claims[claim] for claim in telling.claims]

    def _assemble(self, group: DecidedGroup) -> Incident:
        if group.tellings not in self._made and self._is_as_made(group):
            self._made.update(self.machine.made([group.tellings]))
        if group.tellings in self._made:
            return self._made[group.tellings]
        self._fetch([group])
        made = assemble_incidents(
            [group.tellings], self.tellings, self.accounts, self.machine.grouping, policy=self.policy
        )
        return made[0]

    def _review(self, group: DecidedGroup) -> ReviewedIncident:
        incident = self._assemble(group)
        content = content_of(incident, self._told(group)) if group.marks else ""
        return review_incident(incident, group, tuple(self._claims(group)), self._grades, content=content)

    def _claims(self, group: DecidedGroup) -> Iterator[ReviewedClaim]:
        """The reviewed claims of the group's tellings, as the machine told them."""
        for key in group.tellings:
            if claims := self.reviewed.get(self.machine.reports[key]):
                reviewed = {each.id: each for each in claims}
                told = self.machine.tellings[key].claims
                yield from (reviewed[claim] for claim in told if claim in reviewed)

    @cached_property
    def _grades(self) -> SourceGrades:
        return grade_sources(self.log)


def load_docket(engine: Engine, *, policy: str = DEFAULT_POLICY) -> Docket:
    """A ledger in, its docket out. policy: the rule for figures; raises KeyError where there is none of that name."""
    return Docket(load_machine_groups(engine), load_decisions(engine), policy=policy)


def load_docket_of(engine: Engine, incidents: Sequence[str], *, policy: str = DEFAULT_POLICY) -> Docket:
    """Ids that incidents have or had in, the docket of these and of what decisions tie to them out, as the ledger was
    brought up to date last: as quick on a large ledger as on a small one. What it lacks it says nothing of: `lost` and
    `incidents` are of these only.
    """
    with engine.connect() as connection:
        tellings = [key for each in incidents for key in tellings_of_incident(connection, each)[:1]]
    return docket_of_tellings(engine, tellings, load_decisions(engine), policy=policy)


def docket_of_tellings(
    engine: Engine, tellings: Collection[str], log: Sequence[Decided], *, policy: str = DEFAULT_POLICY
) -> Docket:
    """Keys of tellings and the log in, the docket of the incidents in which they stand out."""
    return Docket(load_some_groups(engine, tellings, tied_ids(log)), log, policy=policy)


def _review_reports(machine: MachineGroups, log: Sequence[Decided]) -> dict[str, list[ReviewedClaim]]:
    """Report -> its claims on which somebody decided."""
    decided = decided_by_report(log)
    there = [report for report in decided if report in machine.accounts]
    machine.accounts.fetch(there)
    rows = ((report, review_claims(machine.accounts[report][0].record, decided[report])) for report in there)
    return {report: claims for report, claims in rows if claims}


def _as_decided(
    machine: MachineGroups, reviewed: Mapping[str, list[ReviewedClaim]]
) -> tuple[Mapping[str, list[Account]], Mapping[str, Telling]]:
    """The accounts and tellings, those of reviewed reports with their claims as decided."""
    accounts = {
        report: [Account(decided_record(each.record, claims)) for each in machine.accounts[report]]
        for report, claims in reviewed.items()
    }
    touched = [key for key, report in machine.reports.items() if report in reviewed]
    tellings = {key: retell(machine.tellings[key], accounts[machine.reports[key]][0]) for key in touched}
    return ChainMap(accounts, machine.accounts), ChainMap(tellings, machine.tellings)  # type: ignore[arg-type]
