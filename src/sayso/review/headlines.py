"""What is told of an incident when it is another than before: in a sentence, and its days, places, figures, parties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

import msgspec

from sayso.records import Incident, IncidentFigure, IncidentPlace, IncidentWhen, Measure
from sayso.review.reviewed import ReviewedIncident

MEASURES = get_args(Measure)
"""In the order in which they are told."""
MOST_COUNTED = 3
"""Figures that a sentence has room for."""


class ToldFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its bounds: how many of whom suffered what."""

    measure: str
    group: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None


class ToldParty(msgspec.Struct, frozen=True, kw_only=True):
    """A party, and on which side of the deeds it is."""

    name: str
    role: str


class ToldIncident(msgspec.Struct, frozen=True, kw_only=True):
    """What a change tells.

    reports: how many, as they were found; sources: how many independent ones; disputes: how many there are; corrected:
    keys of the decisions by which claims say something else than was read; superseded: ids of claims whose source has
    said something else since; withheld: whether it, or a report of it, is for who may see restricted records only.
    """

    headline: str
    when: IncidentWhen
    places: tuple[IncidentPlace, ...] = ()
    figures: tuple[ToldFigure, ...] = ()
    parties: tuple[ToldParty, ...] = ()
    reports: int
    sources: int
    disputes: int = 0
    state: str
    corrected: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    withheld: bool = False


def tell_incident(reviewed: ReviewedIncident, *, withheld: bool = False) -> ToldIncident:
    """An incident as decided, and whether it is withheld, in, what is told of it out."""
    incident = reviewed.incident
    words = (point for toll in incident.tolls for point in toll.points if point.superseded)
    return ToldIncident(
        headline=headline_of(incident),
        when=incident.when,
        places=incident.where,
        figures=tuple(map(_figure, incident.figures)),
        parties=tuple(ToldParty(name=each.name, role=each.role) for each in incident.parties),
        reports=_reports(incident),
        sources=incident.independent_sources,
        disputes=len(incident.disputes),
        state=reviewed.state,
        corrected=corrections_of(reviewed),
        superseded=tuple(sorted({claim for point in words for claim in point.claims})),
        withheld=withheld,
    )


def corrections_of(reviewed: ReviewedIncident) -> tuple[str, ...]:
    """The keys of the decisions by which claims of an incident say something else than was read, or count no more."""
    changed = (each for each in reviewed.claims if each.decided != each.claim)
    return tuple(sorted({mark.key for claim in changed for mark in claim.marks.values()}))


def headline_of(incident: Incident) -> str:
    """An incident in, what is known of it in one sentence out: "14 to 16 killed, 30 injured in Kadugli on 2024-03-05,
    by 3 reports from 2 independent sources"."""
    counted = ", ".join(map(_counted, _foremost(incident.figures))) or _without_figures(incident)
    where = f" in {incident.where[0].name}" if incident.where else ""
    told = f"{_number(_reports(incident), 'report')} from {_number(incident.independent_sources, 'independent source')}"
    return f"{counted}{where}{_days(incident.when)}, by {told}"


def _reports(incident: Incident) -> int:
    return incident.counts.reports if incident.counts else len(incident.reports)


def _figure(figure: IncidentFigure) -> ToldFigure:
    return ToldFigure(measure=figure.measure, group=figure.group, low=figure.low, best=figure.best, high=figure.high)


def _foremost(figures: Sequence[IncidentFigure]) -> Iterable[IncidentFigure]:
    """The first figure of each measure: of people of any kind where there is one."""
    found: dict[str, IncidentFigure] = {}
    for each in sorted(figures, key=lambda each: each.group is not None):
        found.setdefault(each.measure, each)
    return sorted(found.values(), key=lambda each: MEASURES.index(each.measure))[:MOST_COUNTED]


def _counted(figure: IncidentFigure) -> str:
    measure = figure.measure.replace("_", " ")
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        number = f"{figure.low:,g} to {figure.high:,g}"
    else:
        known = next((each for each in (figure.best, figure.low, figure.high) if each is not None), None)
        number = "an unknown number" if known is None else f"{known:,g}"
    return " ".join(filter(None, (number, figure.group and figure.group.replace("_", " "), measure)))


def _without_figures(incident: Incident) -> str:
    names = [each.name for each in incident.parties[:2]]
    return f"An incident with {' and '.join(names)}" if names else "An incident"


def _days(when: IncidentWhen) -> str:
    if when.start is None:
        return ""
    return f" on {when.start}" if when.end in (None, when.start) else f" between {when.start} and {when.end}"


def _number(number: int, one: str) -> str:
    return f"{number:,} {one}" + ("" if number == 1 else "s")
