"""A ledger in, the application that serves its desk out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from importlib import resources

import msgspec
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sayso.desk.web.asking import PageRefused
from sayso.desk.web.coded import coding_routes
from sayso.desk.web.deciding import decision_routes
from sayso.desk.web.feeds import feed_routes
from sayso.desk.web.guard import Guard
from sayso.desk.web.hooks import send_hooks
from sayso.desk.web.office import Office, Settings
from sayso.desk.web.openapi import openapi_routes
from sayso.desk.web.outlines import OUTLINES
from sayso.desk.web.own_pages import OWN_PAGES
from sayso.desk.web.page import page_route, page_routes
from sayso.desk.web.pages import PAGES
from sayso.desk.web.paper import print_page
from sayso.desk.web.searches import search_routes
from sayso.desk.web.sheets import HTML, JSON
from sayso.desk.web.viewers import login_routes
from sayso.errors import CodingRefused, DecisionRefused, QueryError, UserRefused

LOOK_EVERY = 1.0
"""Seconds between two looks whether the ledger has gone on."""


def make_app(engine: Engine, settings: Settings) -> Starlette:
    """An open ledger and how it is served in, an ASGI application out."""
    office = Office(engine, settings)
    errors = (HTTPException, PageRefused, DecisionRefused, CodingRefused, QueryError, UserRefused)
    return Starlette(
        routes=[
            page_route(office, PAGES[0], "/", HTML),
            *page_routes(office, (*PAGES, *OWN_PAGES)),
            *decision_routes(office),
            *coding_routes(office),
            *search_routes(office),
            *login_routes(office),
            *feed_routes(office),
            *openapi_routes(office),
            OUTLINES,
            Mount("/static", _Assets(directory=_folder())),
        ],
        middleware=[Middleware(Guard), Middleware(TrustedHostMiddleware, allowed_hosts=[*settings.hosts])],
        exception_handlers={error: _refusal(settings) for error in errors},
        lifespan=_watching(office),
    )


def _folder() -> str:
    return str(resources.files("sayso.desk") / "static")


class _Assets(StaticFiles):
    """Files that never change under one address: each is asked for by the hash of what is in it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if scope["query_string"]:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def _watching(office: Office) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        closing = asyncio.Event()
        watches = [asyncio.create_task(each(office, closing)) for each in (_watch, _send)]
        yield
        closing.set()
        await asyncio.gather(*watches)

    return lifespan


async def _watch(office: Office, closing: asyncio.Event) -> None:
    """Looks every second until the desk closes; what is begun is finished, since it holds a connection."""
    while not closing.is_set():
        await run_in_threadpool(office.catch_up)
        await _rest(closing)


async def _send(office: Office, closing: asyncio.Event) -> None:
    """Sends to hooks what is due, every second; a receiver that takes its time keeps no page waiting."""
    while not closing.is_set():
        await send_hooks(office.engine)
        await _rest(closing)


async def _rest(closing: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(closing.wait(), LOOK_EVERY)


def _refusal(settings: Settings) -> Callable[[Request, Exception], Awaitable[Response]]:
    """A handler that says what is wrong, as a page or as JSON, as it was asked for."""

    async def refuse(request: Request, error: Exception) -> Response:
        status, why = _told(error)
        if request.url.path.endswith(".json"):
            return Response(msgspec.json.encode({"status": status, "why": why}), status_code=status, media_type=JSON)
        body = print_page("refused.html", settings, status=status, why=why, viewer=None)
        return Response(body, status_code=status, media_type=HTML)

    return refuse


def _told(error: Exception) -> tuple[int, str]:
    match error:
        case PageRefused():
            return error.status, str(error)
        case UserRefused():
            return 400, str(error)
        case HTTPException():
            why = {404: "There is no such page.", 405: "That can't be done here."}
            return error.status_code, why.get(error.status_code, error.detail)
        case DecisionRefused() | CodingRefused():
            return 409, _sentence(str(error))
        case _:
            return 400, str(error)


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:]
