"""Who looks at the desk: by a session, by a token, or, where no user is set up, whoever sits at this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

import msgspec
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.web.asking import PageRefused
from sayso.desk.web.forms import own_address, read_form
from sayso.desk.web.office import Office
from sayso.desk.web.paper import print_page
from sayso.desk.web.sheets import HTML
from sayso.ledger import (
    Right,
    Role,
    User,
    begin_session,
    check_password,
    end_session,
    find_session,
    find_token,
    may,
)

COOKIE = "sayso_session"
HOURS = 12.0
TRIES = RateLimitItemPerMinute(5)
"""Of one address, and of one name."""
CHECKS, MOST_WAITING = 2, 20
"""Passwords that are checked at once, and people who may wait for that: a check takes 64 MiB and a tenth of a second of
four cores, so that a flood of them would leave nothing for the pages."""
LONGEST_NAME = 64
BEARER = "bearer "


class Viewer(msgspec.Struct, frozen=True, kw_only=True):
    """Whoever asks. signed_in: by a session or a token, and not for want of users."""

    name: str
    role: Role
    signed_in: bool


Answer = Callable[[Request, "Viewer"], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


def admit(office: Office, right: Right, answer: Answer) -> Endpoint:
    """An answer for who has a right in, the same for everybody out: who has it not is told so, or asked to sign in."""

    async def admitted(request: Request) -> Response:
        viewer = await run_in_threadpool(viewer_of, office, request)
        if viewer is None:
            if request.method == "GET" and not request.url.path.endswith(".json"):
                return RedirectResponse(f"/login?{_asked(request)}", status_code=303)
            raise PageRefused(401, "this is for users of the desk", "sign in, or send a token as Authorization: Bearer")
        if not may(viewer.role, right):
            raise PageRefused(403, f"a {viewer.role} may not do that", "ask who set up the desk for another role")
        return await answer(request, viewer)

    return admitted


def viewer_of(office: Office, request: Request) -> Viewer | None:
    """Who asks; None where nobody known does."""
    if not office.has_users:
        return Viewer(name=office.settings.who, role="admin", signed_in=False)
    given = request.headers.get("authorization", "")
    if given.lower().startswith(BEARER):
        user = find_token(office.engine, given[len(BEARER) :].strip())
    else:
        user = find_session(office.engine, request.cookies.get(COOKIE, ""))
    return Viewer(name=user.name, role=user.role, signed_in=True) if user else None


def login_routes(office: Office) -> list[Route]:
    """Where one signs in and out."""
    door = _Door(office)
    return [
        Route("/login", door.show, methods=["GET"]),
        Route("/login", door.sign_in, methods=["POST"]),
        Route("/logout", door.sign_out, methods=["POST"]),
    ]


class _Door:
    """Signing in, as often as somebody who mistypes may try, and no oftener."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.tries = MovingWindowRateLimiter(MemoryStorage())
        self.checks = asyncio.Semaphore(CHECKS)
        self.waiting = 0

    async def show(self, request: Request) -> Response:
        return self._page(own_address(request.query_params.get("back", "")), "", status=200)

    async def sign_in(self, request: Request) -> Response:
        form = await read_form(request)
        name, back = form.get("name", "").strip()[:LONGEST_NAME], own_address(form.get("back", ""))
        client = request.client.host if request.client else ""
        if not all([self.tries.hit(TRIES, "from", client), self.tries.hit(TRIES, "as", name.casefold())]):
            return self._page(back, "Too many tries: wait a minute, and try again.", status=429)
        if self.waiting >= MOST_WAITING:
            return self._page(back, "Many are signing in just now: wait a moment, and try again.", status=503)
        user = await self._check(name, form.get("password", ""))
        if user is None:
            return self._page(back, "That name and that password do not go together.", status=401)
        secret = await run_in_threadpool(begin_session, self.office.engine, user.name, hours=HOURS)
        response = RedirectResponse(back, status_code=303)
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, secret, max_age=int(HOURS * 3600), httponly=True, samesite="strict", secure=secure)
        return response

    async def _check(self, name: str, password: str) -> User | None:
        """Who has that name and that password. Whoever waits for it holds no thread."""
        self.waiting += 1
        try:
            async with self.checks:
                return await run_in_threadpool(check_password, self.office.engine, name, password)
        finally:
            self.waiting -= 1

    async def sign_out(self, request: Request) -> Response:
        await run_in_threadpool(end_session, self.office.engine, request.cookies.get(COOKIE, ""))
        response = RedirectResponse("/login", status_code=303)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return response

    def _page(self, back: str, wrong: str, *, status: int) -> Response:
        body = print_page("login.html", self.office.settings, back=back, wrong=wrong, viewer=None)
        headers = {"Cache-Control": "no-store"} | ({"Retry-After": "5"} if status == 503 else {})
        return Response(body, status_code=status, media_type=HTML, headers=headers)


def _asked(request: Request) -> str:
    """The query by which signing in leads back to what was asked for."""
    query = f"?{request.url.query}" if request.url.query else ""
    return urlencode({"back": request.url.path + query})
