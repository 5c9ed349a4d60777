"""Incidents: what many reports say of one happening, side by side."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records.claims import Measure

Responsibility = Literal["known", "suspected", "contested", "conceded", "denied"]
CollapseReason = Literal[
    "same_bytes", "same_url", "same_text", "near_text", "wire", "rewritten", "same_outlet", "same_speaker"
]
DisputeKind = Literal["figures", "denial", "perpetrators", "descriptions", "control"]


class IncidentPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place of an incident, as the reports that name it most exactly have it. WGS 84; country ISO 3166-1 alpha-2."""

    name: str
    kind: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    precision: str = "unknown"


class IncidentWhen(msgspec.Struct, frozen=True, kw_only=True):
    """ISO dates, inclusive; null where no report tells. basis: told, or published (no report names a day)."""

    start: str | None = None
    end: str | None = None
    basis: Literal["told", "published", "unknown"] = "unknown"


class IncidentParty(msgspec.Struct, frozen=True, kw_only=True):
    """A party to an incident; role: on which side of the deeds the claims have it."""

    name: str
    kind: str
    role: Literal["actor", "recipient", "both"]
    wikidata: str | None = None
    claims: tuple[str, ...]


class IncidentClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of an incident: its id, and the id of the report that it stands in."""

    id: str
    report: str


class IncidentReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report of an incident. uris: wherever its bytes were found. source: the id of the first report of the
    independent source that it belongs to: copies have one in common. telling: what part of the report stands here: a
    report that tells of several happenings stands in the incident of each. decided_by: the key of the decision that
    brought it here, null where the machine did."""

    id: str
    uris: tuple[str, ...]
    outlet: str | None = None
    day: str | None = None
    source: str
    telling: str = ""
    decided_by: str | None = None


class SourceCounts(msgspec.Struct, frozen=True, kw_only=True):
    """How many reports there are, as they were found; by how many outlets; from how many independent sources, since
    copies are not corroboration."""

    reports: int
    outlets: int
    independent: int


class SourceCollapse(msgspec.Struct, frozen=True, kw_only=True):
    """Reports, by id, that count as one source, and why. about: the number that they have from one mouth, where only
    this one has one source; null where the reports are one source in all."""

    reports: tuple[str, ...]
    reason: CollapseReason
    why: str
    about: str | None = None


class IncidentFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of a policy: what the claims named say together. group is null for people of any kind.

    rule: how low, best and high came about, in the policy's own names, parted by semicolons. given_by: who gives best
    (where that is empty, any number of the cell).
    """

    measure: Measure
    group: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    policy: str
    rule: str
    claims: tuple[str, ...]
    given_by: SourceCounts | None = None


class TollPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One word on a toll: the day on which it was said or printed, whose word it is, its bounds and its claims."""

    day: str | None
    speakers: tuple[str, ...]
    report: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    superseded: bool = False
    claims: tuple[str, ...]


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """Every word on one measure of one group, by day: how the toll moved. nature: event_count, or a total to date."""

    measure: Measure
    group: str | None = None
    nature: str
    points: tuple[TollPoint, ...]


class DisputeSide(msgspec.Struct, frozen=True, kw_only=True):
    """What one side says, who says it, and where."""

    says: str
    speakers: tuple[str, ...]
    claims: tuple[str, ...]


class IncidentDispute(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of one incident that can't all hold, by side."""

    kind: DisputeKind
    about: str
    why: str
    sides: tuple[DisputeSide, ...]


class ResponsibilityClaim(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have done it, how sure the reports are, and on whose word."""

    party: str
    status: Responsibility
    said_by: tuple[str, ...]
    denied_by: tuple[str, ...] = ()
    claims: tuple[str, ...]


class ScoredFeature(msgspec.Struct, frozen=True, kw_only=True):
    """One named thing that two accounts agree or differ in, and what it weighs, in bits."""

    name: str
    value: str
    bits: float


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Why an account stands with another: features that add up to `bits`. Ids of reports."""

    report: str
    other: str
    bits: float
    features: tuple[ScoredFeature, ...]


class IncidentReview(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided of an incident. harm: one of Airwars' five words; information: 1 to 6 of the Admiralty scale.

    rejected, corrected: ids of its claims; rejected ones count for nothing and stand in no other field. decisions: keys
    of those by which it is another incident than the machine made.
    """

    state: str
    assignee: str | None = None
    harm: str | None = None
    information: int | None = None
    rejected: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as many reports tell it. `earlier_ids` are ids that this happening had or could have had.

    reports: uris (a report's id where it has none), the earliest first. joins: one for each account but the first.
    review: null where no ledger was asked.
    """

    id: str
    earlier_ids: tuple[str, ...] = ()
    reports: tuple[str, ...]
    accounts: tuple[IncidentReport, ...] = ()
    claims: tuple[IncidentClaim, ...]
    figures: tuple[IncidentFigure, ...]
    tolls: tuple[Toll, ...] = ()
    when: IncidentWhen
    where: tuple[IncidentPlace, ...]
    parties: tuple[IncidentParty, ...]
    responsibility: tuple[ResponsibilityClaim, ...] = ()
    disputes: tuple[IncidentDispute, ...]
    independent_sources: int
    counts: SourceCounts | None = None
    collapses: tuple[SourceCollapse, ...] = ()
    background: bool = False
    joins: tuple[Join, ...] = ()
    review: IncidentReview | None = None
