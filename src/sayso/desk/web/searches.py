"""Where searches are sent that somebody keeps, looks at or drops: by a form, or as JSON by a program."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.views.saved import Saved, href_of, view_saved
from sayso.desk.web.asking import PageRefused
from sayso.desk.web.forms import read_form, read_json
from sayso.desk.web.office import Office
from sayso.desk.web.sheets import JSON
from sayso.desk.web.viewers import Viewer, admit
from sayso.ledger import THIS_MACHINE, drop_search, look_at_search, save_search

PATH = "/saved"
Label = Annotated[str, Meta(min_length=1, max_length=100, description="What the search is called.")]


class Save(msgspec.Struct, frozen=True, kw_only=True, tag_field="act", tag="save"):
    """A query is kept under a name, instead of what stood there."""

    name: Label
    query: Annotated[str, Meta(min_length=1, max_length=1_000)]

    def take(self, office: Office, owner: str) -> str:
        """Keeps it; the address to which that leads."""
        save_search(office.engine, owner, self.name, self.query)
        return PATH


class Look(msgspec.Struct, frozen=True, kw_only=True, tag_field="act", tag="look"):
    """Somebody looks at the answers of a search: what comes from now on is new."""

    name: Label

    def take(self, office: Office, owner: str) -> str:
        """Notes it; the address of the answers."""
        found = look_at_search(office.engine, owner, self.name)
        if found is None:
            raise _not_there(self.name)
        return href_of(found.query)


class Drop(msgspec.Struct, frozen=True, kw_only=True, tag_field="act", tag="drop"):
    """A search is kept no more."""

    name: Label

    def take(self, office: Office, owner: str) -> str:
        """Drops it; the address to which that leads."""
        if not drop_search(office.engine, owner, self.name):
            raise _not_there(self.name)
        return PATH


AnySearch = Save | Look | Drop


def search_routes(office: Office) -> list[Route]:
    """Where the forms go, and their twin for programs."""

    async def by_form(request: Request, viewer: Viewer) -> Response:
        form = await read_form(request)
        try:
            asked = msgspec.convert(form, AnySearch, strict=False)
        except msgspec.ValidationError as error:
            raise PageRefused(422, f"this can't be kept ({error})", "go back and complete it") from error
        return RedirectResponse(await run_in_threadpool(asked.take, office, owner_of(viewer)), status_code=303)

    async def by_program(request: Request, viewer: Viewer) -> Response:
        asked = await read_json(request, AnySearch)
        await run_in_threadpool(asked.take, office, owner_of(viewer))
        kept = await run_in_threadpool(searches_of, office, viewer)
        return Response(msgspec.json.encode(kept), status_code=201, media_type=JSON)

    return [
        Route("/searches", admit(office, "read", by_form), methods=["POST"]),
        Route("/searches.json", admit(office, "read", by_program), methods=["POST"]),
    ]


def owner_of(viewer: Viewer) -> str:
    """Whose searches somebody sees: their own; where no user is set up, this machine's."""
    return viewer.name if viewer.signed_in else THIS_MACHINE


def searches_of(office: Office, viewer: Viewer) -> Saved:
    """What somebody keeps, and what is new of it."""
    return view_saved(office.engine, owner_of(viewer), office.withheld_from(viewer.role))


def _not_there(name: str) -> PageRefused:
    return PageRefused(404, f"there is no search {name!r}", "see those that are kept")
