"""Where decisions are sent: a form of the desk's own pages, or JSON of a program."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.web.asking import PageRefused
from sayso.desk.web.decisions import LISTS, AnyDecision, decision_of, json_or_word
from sayso.desk.web.forms import check_size, own_address, read_form
from sayso.desk.web.office import Office
from sayso.desk.web.sheets import JSON
from sayso.desk.web.viewers import Viewer, admit
from sayso.ledger import Decided


def decision_routes(office: Office) -> list[Route]:
    """Where forms go, and its twin for programs."""

    async def by_form(request: Request, viewer: Viewer) -> Response:
        form = await read_form(request, lists=LISTS)
        back = own_address(form.pop("back", ""))
        await _decide(office, _plain(form), viewer)
        return RedirectResponse(back, status_code=303)

    async def by_program(request: Request, viewer: Viewer) -> Response:
        decided = await _decide(office, await _json(request), viewer)
        return Response(msgspec.json.encode(decided), status_code=201, media_type=JSON)

    return [
        Route("/decisions", admit(office, "decide", by_form), methods=["POST"]),
        Route("/decisions.json", admit(office, "decide", by_program), methods=["POST"]),
    ]


async def _decide(office: Office, given: dict[str, Any], viewer: Viewer) -> Decided:
    try:
        decision = decision_of(given)
    except msgspec.ValidationError as error:
        raise PageRefused(422, f"this is no decision ({error})", "go back and complete it") from error
    return await run_in_threadpool(_take, office, decision, viewer.name)


def _take(office: Office, decision: AnyDecision, who: str) -> Decided:
    with office.working:
        decided = decision.take(office, who)
        office.look()
    return decided


def _plain(form: dict[str, Any]) -> dict[str, Any]:
    """The fields that were filled in, a value as what it means."""
    given = {name: value for name, value in form.items() if value != ""}
    return given | ({"value": json_or_word(given["value"])} if "value" in given else {})


async def _json(request: Request) -> dict[str, Any]:
    check_size(request)
    try:
        return msgspec.json.decode(await request.body(), type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise PageRefused(400, f"the body is no JSON object ({error})", "send one decision as a JSON object") from error
