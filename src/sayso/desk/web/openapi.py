"""The OpenAPI description of the desk, made from the same types by which it answers."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.views.coding import UnitView
from sayso.desk.views.saved import Saved
from sayso.desk.web.coded import Codings
from sayso.desk.web.decisions import AnyDecision
from sayso.desk.web.office import Office
from sayso.desk.web.own_pages import OWN_PAGES
from sayso.desk.web.page import Page
from sayso.desk.web.pages import PAGES
from sayso.desk.web.searches import AnySearch
from sayso.desk.web.sheets import JSON, Sheet, give, make_sheet
from sayso.desk.web.viewers import Viewer, admit
from sayso.ledger import Decided

REF = "#/components/schemas/{name}"
PATH = "/openapi.json"


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may be sent: where to, what, and what is answered."""

    path: str
    name: str
    summary: str
    sent: Any
    told: str
    answer: Any


POSTS = (
    Post(
        path="/decisions.json", name="decide", summary="Take a decision.", sent=AnyDecision,
        told="The decision, as the log has it.", answer=Decided,
    ),
    Post(
        path="/codings.json", name="code_unit", summary="Say what a unit of a sample is.", sent=Codings,
        told="The unit, as its coder sees it now.", answer=UnitView,
    ),
    Post(
        path="/searches.json", name="keep_search", summary="Keep, look at or drop a search.", sent=AnySearch,
        told="All that are kept now.", answer=Saved,
    ),
)  # fmt: skip
ALL_PAGES = (*PAGES, *OWN_PAGES)


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was refused."""

    status: int
    why: str


def openapi_routes(office: Office) -> list[Route]:
    """Where the description is."""

    async def describe(request: Request, _viewer: Viewer) -> Response:
        return give(_sheet(), request)

    return [Route(PATH, admit(office, "read", describe), methods=["GET"])]


@cache
def _sheet() -> Sheet:
    return make_sheet(msgspec.json.encode(describe_desk()), JSON)


@cache
def describe_desk() -> dict[str, Any]:
    """The description, by OpenAPI 3.1."""
    bodies = [
        *(page.shown for page in ALL_PAGES),
        *(each for post in POSTS for each in (post.sent, post.answer)),
        Refusal,
    ]
    schemas, components = msgspec.json.schema_components(bodies, ref_template=REF)
    refusal, posted = schemas[-1], schemas[len(ALL_PAGES) : -1]
    paths = {
        f"{page.path}.json": {"get": _get(page, schema, refusal)}
        for page, schema in zip(ALL_PAGES, schemas, strict=False)
    }
    for post, sent, answer in zip(POSTS, posted[::2], posted[1::2], strict=True):
        paths[post.path] = {"post": _post(post, sent, answer, refusal)}
    security = {"token": {"type": "http", "scheme": "bearer"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sayso", "version": importlib.metadata.version("sayso")},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": security},
        "security": [{}, {"token": []}],
    }


def _get(page: Page, shown: Any, refusal: Any) -> dict[str, Any]:
    return {
        "summary": page.summary,
        "operationId": re.sub(r"\W+", "_", page.path).strip("_"),
        "parameters": list(_parameters(page)),
        "responses": {
            "200": {"description": "As it is now.", "content": {JSON: {"schema": shown}}},
            "304": {"description": "You have it."},
            **_refusals(refusal, 400, 401, 403, 404, 409),
        },
    }


def _post(post: Post, sent: Any, answer: Any, refusal: Any) -> dict[str, Any]:
    return {
        "summary": post.summary,
        "operationId": post.name,
        "requestBody": {"required": True, "content": {JSON: {"schema": sent}}},
        "responses": {
            "201": {"description": post.told, "content": {JSON: {"schema": answer}}},
            **_refusals(refusal, 400, 401, 403, 404, 409, 413, 422),
        },
    }


def _refusals(refusal: Any, *statuses: int) -> dict[str, Any]:
    return {str(status): {"description": "Why not.", "content": {JSON: {"schema": refusal}}} for status in statuses}


def _parameters(page: Page) -> Iterator[dict[str, Any]]:
    """What an address may ask: a field of the type each, in the path where the path has it."""
    (schema,), components = msgspec.json.schema_components([page.asked], ref_template=REF)
    fields = components[schema["$ref"].rpartition("/")[2]]["properties"]
    for name, field in fields.items():
        in_path = f"{{{name}}}" in page.path
        yield {"name": name, "in": "path" if in_path else "query", "required": in_path, "schema": _simple(field)}


def _simple(field: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field as an address can have it: there is no null in an address, and no default."""
    kinds = [each for each in field.get("anyOf", [field]) if each.get("type") != "null"]
    return {name: value for name, value in kinds[0].items() if name != "default"}
