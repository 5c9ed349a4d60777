"""Pages that show each user something of their own: made anew for each, and served as all pages are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.views.agreement import AgreementView, view_agreement
from sayso.desk.views.agreement import Asked as AgreementAsked
from sayso.desk.views.coding import Nothing, Samples, UnitAsked, UnitView, view_samples, view_unit
from sayso.desk.views.saved import Saved
from sayso.desk.web.asking import ask
from sayso.desk.web.office import Office
from sayso.desk.web.paper import print_page
from sayso.desk.web.searches import searches_of
from sayso.desk.web.sheets import HTML, JSON, Sheet, give, make_sheet
from sayso.desk.web.viewers import Viewer, admit
from sayso.ledger import Right


class OwnPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page. path: where; right: who may see it; asked: the type of what its address may ask; shown: the type of
    what `view` gives."""

    path: str
    template: str
    summary: str
    right: Right
    asked: type
    shown: type
    view: Callable[[Office, Any, Viewer], Any]


OWN_PAGES = (
    OwnPage(
        path="/coding",
        template="coding.html",
        summary="Samples to code, and how far each coder has come.",
        right="code",
        asked=Nothing,
        shown=Samples,
        view=lambda office, _, viewer: view_samples(office.engine, viewer.name),
    ),
    OwnPage(
        path="/code",
        template="code.html",
        summary="One unit of a sample, as its coder may see it.",
        right="code",
        asked=UnitAsked,
        shown=UnitView,
        view=lambda office, asked, viewer: view_unit(
            office.engine, asked, viewer.name, office.withheld_from(viewer.role)
        ),
    ),
    OwnPage(
        path="/saved",
        template="saved.html",
        summary="The searches that somebody keeps, each with what is new.",
        right="read",
        asked=Nothing,
        shown=Saved,
        view=lambda office, _, viewer: searches_of(office, viewer),
    ),
    OwnPage(
        path="/agreement",
        template="agreement.html",
        summary="How far the coders of a sample agree, and on what they do not.",
        right="code",
        asked=AgreementAsked,
        shown=AgreementView,
        view=lambda office, asked, viewer: view_agreement(
            office.engine, office.log, asked, viewer.name, office.withheld_from(viewer.role)
        ),
    ),
)


def own_routes(office: Office) -> list[Route]:
    """Every page at its address, and its JSON twin at the same with `.json`."""
    return [
        Route(f"{page.path}{ending}", _endpoint(office, page, kind), methods=["GET"])
        for page in OWN_PAGES
        for ending, kind in ((".json", JSON), ("", HTML))
    ]


def _endpoint(office: Office, page: OwnPage, kind: str) -> Callable[[Request], Any]:
    async def answer(request: Request, viewer: Viewer) -> Response:
        asked = ask(page.asked, request)
        return give(await run_in_threadpool(_write, office, page, kind, asked, viewer), request)

    return admit(office, page.right, answer)


def _write(office: Office, page: OwnPage, kind: str, asked: Any, viewer: Viewer) -> Sheet:
    with office.working:
        shown = page.view(office, asked, viewer)
    if kind == JSON:
        return make_sheet(msgspec.json.encode(shown), JSON)
    return make_sheet(print_page(page.template, office.settings, asked=asked, shown=shown, viewer=viewer), HTML)
