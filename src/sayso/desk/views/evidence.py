"""Claims as statements that can be followed: whose word, the words, and where they stand in their report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from sayso.desk.sitrep_lines import Account, Line
from sayso.desk.sitrep_words import days_words
from sayso.desk.views.rows import short_id
from sayso.records import Event, Figure, Incident, Record

ALONE = 1
"""The number of a report that has a page to itself."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One claim in words. report: the short id of its report; href: where its words stand; own_voice: it is the
    outlet's word; independent: its report is the first of its independent source; day: when it was printed."""

    id: str
    kind: str
    report: str
    href: str
    outlet: str
    day: str
    said_by: str
    act: str
    own_voice: bool
    what: str
    who: str
    where: str
    when: str
    status: str
    quote: str
    independent: bool


class LoneAccount(Account):
    """A report that has a page to itself: its anchors are the ids of its claims, so that links to them last."""

    def __init__(self, record: Record) -> None:
        super().__init__(record, ALONE)

    def name_place(self, kind: str, id: str, _at: int) -> str:
        return anchor_of(kind, id)


class Told:
    """The reports of an incident, as decided, with their claims looked up by id."""

    def __init__(self, incident: Incident, records: Iterable[Record]) -> None:
        self.incident = incident
        self.reports = {record.report.id: LoneAccount(record) for record in records}
        self.firsts = {account.source for account in incident.accounts}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Claim -> its statement, for the claims of the incident whose report is at hand."""
        wanted = {claim.id for claim in self.incident.claims}
        return {each.id: each for account in self.reports.values() for each in self._of(account, wanted)}

    @cached_property
    def lines(self) -> dict[str, Line]:
        """Claim -> its line, with the claim itself."""
        return {line.claim.id: line for account in self.reports.values() for line in account.lines}

    def happenings(self) -> Iterator[Statement]:
        """What is told to have happened, figures aside."""
        for each in self.statements.values():
            if isinstance(self.lines[each.id].claim, Event):
                yield each

    def others(self) -> Iterator[Statement]:
        """Who holds what, who lacks what, who stands with whom."""
        for each in self.statements.values():
            if not isinstance(self.lines[each.id].claim, Event | Figure):
                yield each

    def _of(self, account: Account, wanted: set[str]) -> Iterator[Statement]:
        for line in account.lines:
            if line.claim.id in wanted:
                yield statement_of(line, account, independent=account.record.report.id in self.firsts)


def statement_of(line: Line, account: Account, *, independent: bool = True) -> Statement:
    """A line and the account that it is of in, the statement out."""
    report = account.record.report
    return Statement(
        id=line.claim.id,
        kind=str(line.claim.__struct_config__.tag),
        report=short_id(report.id),
        href=report_href(report.id, line.claim.id),
        outlet=account.outlet,
        day=days_words(report.published.start, report.published.end),
        said_by=line.said_by,
        act=line.act,
        own_voice=line.own_voice,
        what=line.what,
        who=line.who,
        where=line.where,
        when=line.when,
        status=line.status,
        quote=line.quote,
        independent=independent,
    )


def report_href(report: str, claim: str = "") -> str:
    """The address of a report, or of the words of a claim in it."""
    return f"/reports/{short_id(report)}" + (f"#{anchor_of('c', claim)}" if claim else "")


def anchor_of(kind: str, id: str) -> str:
    """The place of a claim (kind c) or an utterance (kind u) in its report's page."""
    return f"w-{kind}{short_id(id)}"
