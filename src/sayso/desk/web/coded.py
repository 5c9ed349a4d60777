"""Where codings are sent: by the form of a unit, or as JSON by a program."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from msgspec import Meta
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.views.coded_fields import values_sent
from sayso.desk.views.coding import UnitAsked, UnitView, coder_in, view_unit
from sayso.desk.web.asking import PageRefused
from sayso.desk.web.decisions import Name
from sayso.desk.web.forms import read_every, read_json
from sayso.desk.web.office import Office
from sayso.desk.web.sheets import JSON
from sayso.desk.web.viewers import Viewer, admit
from sayso.review import code_unit, find_sample


class Codings(msgspec.Struct, frozen=True, kw_only=True):
    """What a coder says a unit of a sample is: field -> value, as JSON."""

    sample: Name
    unit: Name
    said: Annotated[dict[str, Any], Meta(min_length=1)]
    note: Annotated[str, Meta(max_length=10_000)] = ""


def coding_routes(office: Office) -> list[Route]:
    """Where the form goes, and its twin for programs."""

    async def by_form(request: Request, viewer: Viewer) -> Response:
        sent = await read_every(request)
        await run_in_threadpool(_keep, office, _of_form(office, sent), viewer)
        query = urlencode({"sample": sent["sample"][-1]})
        return RedirectResponse(f"/code?{query}", status_code=303)

    async def by_program(request: Request, viewer: Viewer) -> Response:
        given = await read_json(request, Codings)
        kept = await run_in_threadpool(_keep, office, given, viewer)
        return Response(msgspec.json.encode(kept), status_code=201, media_type=JSON)

    return [
        Route("/codings", admit(office, "code", by_form), methods=["POST"]),
        Route("/codings.json", admit(office, "code", by_program), methods=["POST"]),
    ]


def _of_form(office: Office, sent: dict[str, list[str]]) -> Codings:
    """What a form has in, the codings out. Raises CodingRefused, PageRefused."""
    name, unit, note = (sent.get(each, [""])[-1] for each in ("sample", "unit", "note"))
    sample = find_sample(office.engine, name)
    return Codings(sample=name, unit=unit, said=values_sent(sample.of, sample.fields, sent), note=note[:10_000])


def _keep(office: Office, given: Codings, viewer: Viewer) -> UnitView:
    """Keeps what a coder says; the unit as they see it then. Raises CodingRefused, PageRefused."""
    with office.working:
        sample, withheld = find_sample(office.engine, given.sample), office.withheld_from(viewer.role)
        number = sample.units.index(given.unit) + 1 if given.unit in sample.units else 1
        asked = UnitAsked(sample=sample.name, unit=number)
        if view_unit(office.engine, asked, viewer.name, withheld).withheld:
            raise PageRefused(403, "this is withheld", "ask who set up the desk for the right to see it")
        coder = coder_in(sample, viewer.name) or viewer.name
        code_unit(office.engine, sample.name, given.unit, given.said, coder=coder, note=given.note)
        return view_unit(office.engine, asked, viewer.name, withheld)
