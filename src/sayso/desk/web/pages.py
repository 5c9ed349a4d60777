"""The pages that show the same to all of a role: each one function from what is asked to what is shown."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sayso.desk.views.breaking import Asked as BreakingAsked
from sayso.desk.views.breaking import Breaking, view_breaking
from sayso.desk.views.found import Asked as SearchAsked
from sayso.desk.views.found import FoundView, view_found
from sayso.desk.views.incident import IncidentView, view_incident
from sayso.desk.views.left_out import view_left_out
from sayso.desk.views.preview import MergeAsked, PreviewView, SplitAsked, view_merge, view_split
from sayso.desk.views.queue import Asked as QueueAsked
from sayso.desk.views.queue import Queue, view_queue
from sayso.desk.views.report import Asked as ReportAsked
from sayso.desk.views.report import ReportView, view_report
from sayso.desk.views.situation import Asked as SituationAsked
from sayso.desk.views.situation import Situation, view_situation
from sayso.desk.web.asking import PageRefused
from sayso.desk.web.office import Office, full_id
from sayso.desk.web.page import Page
from sayso.desk.web.viewers import Viewer
from sayso.errors import DecisionRefused
from sayso.ledger import load_harvests, load_left_out
from sayso.review import Withheld, decided_by_report, review_claims

HASH = "sha256:"


class OfOne(msgspec.Struct, frozen=True, kw_only=True):
    """A page about one thing: its id, or the beginning of one."""

    id: str


def _is_withheld() -> PageRefused:
    return PageRefused(403, "this is withheld", "ask who set up the desk for the right to see it")


def full_report(report: str) -> str:
    """`3f…` -> `sha256:3f…`."""
    return report if report.startswith(HASH) else HASH + report


def _situation(office: Office, asked: SituationAsked, viewer: Viewer) -> Situation:
    return view_situation(office.engine, office.log, asked, office.withheld_from(viewer.role))


def _queue(office: Office, asked: QueueAsked, viewer: Viewer) -> Queue:
    return view_queue(office.engine, office.log, asked, office.withheld_from(viewer.role))


def _report(office: Office, asked: ReportAsked, viewer: Viewer) -> ReportView:
    name = full_report(asked.id)
    if name in office.withheld_from(viewer.role).reports:
        raise _is_withheld()
    harvest = next(load_harvests(office.engine, reports=[name]), None)
    if harvest is None:
        raise PageRefused(404, f"there is no report {asked.id[:80]}", "look for it by its words in the search")
    decided = decided_by_report(office.log).get(name, {})
    reviewed = {each.id: each for each in review_claims(harvest.record, decided)}
    report = harvest.record.report
    left_out = view_left_out(report, load_left_out(office.engine, report)) if asked.left_out else None
    return view_report(harvest, reviewed, asked, left_out)


def _incident(office: Office, asked: OfOne, viewer: Viewer) -> IncidentView:
    try:
        shown = view_incident(office.docket_of(asked.id), full_id(asked.id), office.withheld_from(viewer.role))
    except DecisionRefused as error:
        raise PageRefused(404, f"there is no incident {asked.id[:80]}", "look for it in the situation") from error
    if shown is None:
        raise _is_withheld()
    return shown


def _merge(office: Office, asked: MergeAsked, viewer: Viewer) -> PreviewView:
    names = tuple(map(full_id, asked.incidents))
    _check_open(names, office.withheld_from(viewer.role))
    return view_merge(office.docket_of(*names), names)


def _split(office: Office, asked: SplitAsked, viewer: Viewer) -> PreviewView:
    name = full_id(asked.incident)
    _check_open([name], office.withheld_from(viewer.role))
    return view_split(office.docket_of(name), name, tuple(map(full_report, asked.reports)))


def _check_open(names: Iterable[str], withheld: Withheld) -> None:
    """Who may not see all of an incident may not put it together anew."""
    if any(map(withheld.touches, names)):
        raise _is_withheld()


PAGES = (
    Page(
        path="/situation",
        template="situation.html",
        summary="The incidents of a period, a place, a party.",
        asked=SituationAsked,
        shown=Situation,
        view=_situation,
    ),
    Page(
        path="/incidents/{id}",
        template="incident.html",
        summary="One incident: rival figures, sources, disputes, what was decided.",
        asked=OfOne,
        shown=IncidentView,
        view=_incident,
    ),
    Page(
        path="/reports/{id}",
        template="report.html",
        summary="One report, with its claims.",
        asked=ReportAsked,
        shown=ReportView,
        view=_report,
    ),
    Page(
        path="/review",
        template="review.html",
        summary="Incidents that wait for somebody.",
        asked=QueueAsked,
        shown=Queue,
        view=_queue,
    ),
    Page(
        path="/merge",
        template="preview.html",
        summary="What a merge would come to.",
        asked=MergeAsked,
        shown=PreviewView,
        view=_merge,
    ),
    Page(
        path="/split",
        template="preview.html",
        summary="What a split would come to.",
        asked=SplitAsked,
        shown=PreviewView,
        view=_split,
    ),
    Page(
        path="/breaking",
        template="breaking.html",
        summary="What changed, each change naming the one that it replaces.",
        asked=BreakingAsked,
        shown=Breaking,
        view=lambda office, asked, viewer: view_breaking(office.engine, asked, office.withheld_from(viewer.role)),
    ),
    Page(
        path="/search",
        template="search.html",
        summary="Reports, claims and incidents that answer a query.",
        asked=SearchAsked,
        shown=FoundView,
        view=lambda office, asked, viewer: view_found(office.engine, asked, office.withheld_from(viewer.role)),
    ),
)
