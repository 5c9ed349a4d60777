"""One incident, in the order in which casualty recorders ask: what is known, who says what, how sure, how it came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from sayso.desk.sitrep_words import MEASURES, days_words
from sayso.desk.views.evidence import Statement, Told, report_href
from sayso.desk.views.rows import Cell, Row, cell_of, range_words, row_of, short_id
from sayso.desk.views.toll_plot import TollPlot, draw_toll
from sayso.ledger import Decided
from sayso.records import (
    Incident,
    IncidentDispute,
    IncidentFigure,
    IncidentPlace,
    Join,
    ResponsibilityClaim,
    Toll,
    TollPoint,
)
from sayso.review import Docket, HarmSuggestion, Remark, ReviewedIncident, Withheld, as_seen, history, next_states

MOST_REPORTS = 60
"""Reports of which an incident's page shows the words; it names all of them."""
NATURES = {"event_count": "of this happening", "cumulative": "to date", "stock": "at that time", "flow": "in that time"}


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """One word on a toll: who says it, the words, the bounds, when it was said or printed, independent or a copy."""

    speakers: tuple[str, ...]
    bounds: str
    low: float | None
    best: float | None
    high: float | None
    day: str
    quote: str
    href: str
    outlet: str
    independent: bool
    superseded: bool
    claims: tuple[str, ...]


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything said on one measure of one group, with what the policy makes of it, and the rule by which."""

    heading: str
    nature: str
    cell: Cell | None
    rule: str
    rivals: tuple[Rival, ...]
    plot: TollPlot | None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A report of the incident. copy_of: the outlet or id of the first report of its source, where it is a copy."""

    id: str
    href: str
    outlet: str
    title: str
    day: str
    uris: tuple[str, ...]
    copy_of: str | None
    why: str
    grade: str
    decided_by: str | None


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What one speaker says of the happening."""

    speaker: str
    statements: tuple[Statement, ...]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the log of decisions, about this incident."""

    number: int
    key: str
    at: str
    who: str
    kind: str
    what: str
    reason: str
    stands: bool


class IncidentView(msgspec.Struct, frozen=True, kw_only=True):
    """One incident as its page shows it."""

    row: Row
    id: str
    earlier_ids: tuple[str, ...]
    places: tuple[IncidentPlace, ...]
    figures: tuple[Figures, ...]
    responsibility: tuple[ResponsibilityClaim, ...]
    disputes: tuple[IncidentDispute, ...]
    positions: tuple[Position, ...]
    others: tuple[Statement, ...]
    sources: tuple[Source, ...]
    unshown: int
    joins: tuple[Join, ...]
    state: str
    next_states: tuple[str, ...]
    assignee: str | None
    harm: str | None
    suggested: HarmSuggestion | None
    information: int | None
    comments: tuple[Remark, ...]
    history: tuple[Step, ...]


def view_incident(docket: Docket, name: str, withheld: Withheld) -> IncidentView | None:
    """A docket, an incident's id, and what whoever asks may not see, in; what its page shows out, None where that is
    nothing. Raises DecisionRefused."""
    reviewed = as_seen(docket, docket.find(name), withheld)
    return _view(docket, reviewed, withheld) if reviewed else None


def _view(docket: Docket, reviewed: ReviewedIncident, withheld: Withheld) -> IncidentView:
    incident = reviewed.incident
    shown = list(dict.fromkeys(account.id for account in incident.accounts))[:MOST_REPORTS]
    docket.machine.accounts.fetch(shown)
    told = Told(incident, (docket.accounts[report][0].record for report in shown))
    own = incident.review
    return IncidentView(
        row=row_of(reviewed),
        id=incident.id,
        earlier_ids=incident.earlier_ids,
        places=incident.where,
        figures=tuple(_figures(incident, told)),
        responsibility=incident.responsibility,
        disputes=incident.disputes,
        positions=tuple(positions_of(told.happenings())),
        others=tuple(told.others()),
        sources=tuple(_sources(reviewed, told)),
        unshown=len({account.id for account in incident.accounts}) - len(shown),
        joins=incident.joins,
        state=reviewed.state,
        next_states=next_states(reviewed.state),
        assignee=reviewed.assignee,
        harm=own.harm if own else None,
        suggested=reviewed.suggested,
        information=own.information if own else None,
        comments=reviewed.comments,
        history=tuple(map(_step, () if withheld.touches(incident.id) else history(docket, incident.id))),
    )


def positions_of(statements: Iterable[Statement]) -> Iterator[Position]:
    """Statements by speaker, those who say most first; what outlets say in their own voice comes last."""
    said: dict[tuple[bool, str], list[Statement]] = defaultdict(list)
    for each in statements:
        said[each.own_voice, each.said_by].append(each)
    for (_, speaker), each in sorted(said.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])):
        yield Position(speaker=speaker, statements=tuple(each))


def _figures(incident: Incident, told: Told) -> Iterator[Figures]:
    """The tolls, the gravest measure first; then figures of a policy that no toll stands behind."""
    order = {measure: at for at, measure in enumerate(MEASURES)}
    cells = {(figure.measure, figure.group): figure for figure in incident.figures}
    tolls = sorted(incident.tolls, key=lambda toll: (order[toll.measure], toll.group or "", toll.nature))
    for toll in tolls:
        yield _of_toll(toll, cells.get((toll.measure, toll.group)), told)


def _of_toll(toll: Toll, figure: IncidentFigure | None, told: Told) -> Figures:
    group = f", {toll.group.replace('_', ' ')}" if toll.group else ""
    counted = figure if toll.nature == "event_count" else None
    return Figures(
        heading=f"{MEASURES[toll.measure].capitalize()}{group}",
        nature=NATURES.get(toll.nature, toll.nature),
        cell=cell_of(counted) if counted else None,
        rule=f"{counted.policy}: {counted.rule}" if counted else "",
        rivals=tuple(_rival(point, told) for point in toll.points),
        plot=draw_toll(toll),
    )


def _rival(point: TollPoint, told: Told) -> Rival:
    found = [told.statements[claim] for claim in point.claims if claim in told.statements]
    account = told.reports.get(point.report)
    return Rival(
        speakers=point.speakers,
        bounds=range_words(point.low, point.best, point.high),
        low=point.low,
        best=point.best,
        high=point.high,
        day=days_words(point.day, point.day),
        quote=found[0].quote if found else "",
        href=found[0].href if found else report_href(point.report),
        outlet=account.outlet if account else "",
        independent=point.report in told.firsts,
        superseded=point.superseded,
        claims=point.claims,
    )


def _sources(reviewed: ReviewedIncident, told: Told) -> Iterator[Source]:
    """Each report once, the earliest first, with why it counts as a copy where it does."""
    incident = reviewed.incident
    why = {report: each.why for each in incident.collapses for report in each.reports if each.about is None}
    names = {account.id: account.outlet or short_id(account.id) for account in incident.accounts}
    for account in {each.id: each for each in incident.accounts}.values():
        copied = account.source != account.id
        read = told.reports.get(account.id)
        grade = reviewed.sources.get(account.id)
        yield Source(
            id=short_id(account.id),
            href=report_href(account.id),
            outlet=account.outlet or "",
            title=read.title if read else "",
            day=days_words(account.day, account.day),
            uris=account.uris,
            copy_of=names.get(account.source, short_id(account.source)) if copied else None,
            why=why.get(account.id, "") if copied else "",
            grade=str(grade.value) if grade else "",
            decided_by=account.decided_by,
        )


def _step(decided: Decided) -> Step:
    said = decided.decision
    return Step(
        number=decided.number,
        key=decided.key,
        at=decided.decided_at,
        who=said.who,
        kind=said.kind,
        what=_what(decided),
        reason=said.reason,
        stands=decided.stands,
    )


def _what(decided: Decided) -> str:
    said = decided.decision
    if said.field is None:
        return f"{said.of}: {', '.join(said.targets)}"
    after = said.after["value"] if isinstance(said.after, dict) and "value" in said.after else said.after
    return f"{said.field}: {msgspec.json.encode(after).decode()}"
