"""What forms send: read within bounds, and where they lead back to."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from starlette.requests import Request

from sayso.desk.web.asking import PageRefused

LARGEST = 1_000_000
"""Bytes of what is sent."""
MOST_FIELDS = 2_000
HOME = "/situation"
T = TypeVar("T")


async def read_form(request: Request, *, lists: frozenset[str] = frozenset()) -> dict[str, Any]:
    """A request in, the fields of its form out; of those in `lists` all values. Raises PageRefused."""
    check_size(request)
    async with request.form(max_fields=MOST_FIELDS, max_files=0) as form:
        return {name: form.getlist(name) if name in lists else form[name] for name in form}


async def read_every(request: Request) -> dict[str, list[str]]:
    """A request in, the fields of its form, each with all its values, out. Raises PageRefused."""
    check_size(request)
    async with request.form(max_fields=MOST_FIELDS, max_files=0) as form:
        return {name: [str(each) for each in form.getlist(name)] for name in form}


async def read_json(request: Request, wanted: type[T]) -> T:
    """A request and what its body has to be in, that out. Raises PageRefused."""
    check_size(request)
    try:
        return msgspec.json.decode(await request.body(), type=wanted)
    except msgspec.ValidationError as error:
        raise PageRefused(422, f"the body is not what is wanted ({error})", "see /openapi.json") from error
    except msgspec.DecodeError as error:
        raise PageRefused(400, f"the body is no JSON ({error})", "send a JSON object") from error


def check_size(request: Request) -> None:
    """Raises PageRefused for a body that is too large, or does not say how large it is."""
    size = request.headers.get("content-length", "")
    if not size.isdecimal() or int(size) > LARGEST:
        raise PageRefused(413, "what is sent must say its length, and be shorter", "send less")


def own_address(back: str) -> str:
    """An address of the desk's own: the path that was given, or home where it is none, or leads to another host."""
    own = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if own else HOME
