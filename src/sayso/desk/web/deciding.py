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
from sayso.desk.web.office import Office
from sayso.desk.web.sheets import JSON
from sayso.ledger import Decided

LARGEST = 1_000_000
"""Bytes of a decision."""
HOME = "/situation"


def decision_routes(office: Office) -> list[Route]:
    """Where forms go, and its twin for programs."""

    async def by_form(request: Request) -> Response:
        given = await _form(request)
        back = given.pop("back", HOME)
        await _decide(office, given)
        return RedirectResponse(back if _is_own(back) else HOME, status_code=303)

    async def by_program(request: Request) -> Response:
        decided = await _decide(office, await _json(request))
        return Response(msgspec.json.encode(decided), status_code=201, media_type=JSON)

    return [Route("/decisions", by_form, methods=["POST"]), Route("/decisions.json", by_program, methods=["POST"])]


async def _decide(office: Office, given: dict[str, Any]) -> Decided:
    try:
        decision = decision_of(given)
    except msgspec.ValidationError as error:
        raise PageRefused(422, f"this is no decision ({error})", "go back and complete it") from error
    return await run_in_threadpool(_take, office, decision)


def _take(office: Office, decision: AnyDecision) -> Decided:
    with office.working:
        decided = decision.take(office, office.settings.who)
        office.look()
    return decided


async def _form(request: Request) -> dict[str, Any]:
    _check_size(request)
    async with request.form(max_fields=2_000, max_files=0) as form:
        given: dict[str, Any] = {name: form.getlist(name) if name in LISTS else form[name] for name in form}
    if "value" in given:
        given["value"] = json_or_word(given["value"])
    return {name: value for name, value in given.items() if value != ""}


async def _json(request: Request) -> dict[str, Any]:
    _check_size(request)
    try:
        return msgspec.json.decode(await request.body(), type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise PageRefused(400, f"the body is no JSON object ({error})", "send one decision as a JSON object") from error


def _check_size(request: Request) -> None:
    size = request.headers.get("content-length", "")
    if not size.isdecimal() or int(size) > LARGEST:
        raise PageRefused(413, "a decision must say its length, and be shorter", "send less")


def _is_own(back: str) -> bool:
    """Whether an address is one of the desk's own: a path, and no other host's."""
    return back.startswith("/") and not back.startswith(("//", "/\\"))
