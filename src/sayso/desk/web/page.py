"""One page of the desk, and how it is served: as HTML, and at `.json` as what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.web.asking import ask
from sayso.desk.web.office import Office
from sayso.desk.web.paper import print_page
from sayso.desk.web.sheets import HTML, JSON, Sheet, give, make_sheet
from sayso.desk.web.viewers import Viewer, admit
from sayso.ledger import Right


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page. path: where; asked: the type of what its address may ask; shown: the type of what `view` gives.

    right: who may see it. own: it shows each user something else, and is made anew each time; what is not is kept
    for all who have the same role.
    """

    path: str
    template: str
    summary: str
    asked: type
    shown: type
    view: Callable[[Office, Any, Viewer], Any]
    right: Right = "read"
    own: bool = False


def page_routes(office: Office, pages: Iterable[Page]) -> list[Route]:
    """Every page at its address, and its JSON twin at the same with `.json`."""
    endings = ((".json", JSON), ("", HTML))
    return [page_route(office, page, page.path + ending, kind) for page in pages for ending, kind in endings]


def page_route(office: Office, page: Page, path: str, kind: str) -> Route:
    """A page as `kind` at an address."""
    make = _make_own if page.own else _make_kept

    async def answer(request: Request, viewer: Viewer) -> Response:
        return give(await make(office, page, kind, ask(page.asked, request), viewer), request)

    return Route(path, admit(office, page.right, answer), methods=["GET"])


async def _make_kept(office: Office, page: Page, kind: str, asked: Any, viewer: Viewer) -> Sheet:
    seen_as = Viewer(name="", role=viewer.role, signed_in=viewer.signed_in)
    key = (page.path, kind, asked, seen_as)
    kept = office.kept(key)
    return kept or await run_in_threadpool(office.make, key, lambda: _write(office, page, kind, asked, seen_as))


async def _make_own(office: Office, page: Page, kind: str, asked: Any, viewer: Viewer) -> Sheet:
    return await run_in_threadpool(_write, office, page, kind, asked, viewer)


def _write(office: Office, page: Page, kind: str, asked: Any, viewer: Viewer) -> Sheet:
    with office.working:
        shown = page.view(office, asked, viewer)
    if kind == JSON:
        return make_sheet(msgspec.json.encode(shown), JSON)
    return make_sheet(print_page(page.template, office.settings, asked=asked, shown=shown, viewer=viewer), HTML)
