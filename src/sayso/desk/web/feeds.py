"""What changed, for machines that wait: a stream of events that can be taken up again, Atom, and JSON Feed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable

import msgspec
from lxml import etree
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.views.breaking import UNREVIEWED, Asked, Breaking, Told, told_of, view_breaking
from sayso.desk.web.office import Office
from sayso.desk.web.sheets import give, make_sheet
from sayso.desk.web.viewers import Viewer, admit, viewer_of
from sayso.ledger import Change, Role, load_changes, newest_change
from sayso.review import Withheld

LOOK_EVERY, PING = 1.0, 15
"""Seconds between two looks for changes, and between two signs of life."""
AT_ONCE = 100
ATOM = "http://www.w3.org/2005/Atom"
TITLE = "Sayso: what changed"
JSON_FEED = "https://jsonfeed.org/version/1.1"


def feed_routes(office: Office) -> list[Route]:
    """The stream and the feeds."""

    async def stream(request: Request, viewer: Viewer) -> Response:
        return EventSourceResponse(_events(office, request, viewer.role), ping=PING)

    async def atom(request: Request, viewer: Viewer) -> Response:
        shown = await run_in_threadpool(_newest, office, viewer)
        return give(make_sheet(_atom(shown.changes, str(request.base_url)), "application/atom+xml"), request)

    async def json_feed(request: Request, viewer: Viewer) -> Response:
        shown = await run_in_threadpool(_newest, office, viewer)
        return give(make_sheet(_json_feed(shown.changes, str(request.base_url)), "application/feed+json"), request)

    return [
        Route("/breaking/stream", admit(office, "read", stream), methods=["GET"]),
        Route("/breaking.atom", admit(office, "read", atom), methods=["GET"]),
        Route("/breaking/feed.json", admit(office, "read", json_feed), methods=["GET"]),
    ]


def _newest(office: Office, viewer: Viewer) -> Breaking:
    return view_breaking(office.engine, Asked(), office.withheld_from(viewer.role))


async def _events(office: Office, request: Request, role: Role) -> AsyncIterator[ServerSentEvent]:
    """Every change behind the last one that a reader has, and then each as it comes, for as long as they are let in."""
    at = await run_in_threadpool(_begin, office, request)
    while not await request.is_disconnected():
        changes, withheld = await run_in_threadpool(_behind, office, at, role)
        for change in changes:
            at = change.number
            yield ServerSentEvent(msgspec.json.encode(told_of(change, withheld)).decode(), event="change", id=str(at))
        await asyncio.sleep(LOOK_EVERY)
        viewer = await run_in_threadpool(viewer_of, office, request)
        if viewer is None:
            return
        role = viewer.role


def _behind(office: Office, number: int, role: Role) -> tuple[list[Change], Withheld]:
    """The changes behind a number, and what is withheld: looked at last, so that none of them is told too late."""
    changes = load_changes(office.engine, after=number, most=AT_ONCE)
    office.look()
    return changes, office.withheld_from(role)


def _begin(office: Office, request: Request) -> int:
    """The number after which a reader goes on: what their browser says it had last, what they ask, or the newest."""
    for given in (request.headers.get("last-event-id", ""), request.query_params.get("after", "")):
        if given.isdecimal() and len(given) < 16:
            return int(given)
    last = newest_change(office.engine)
    return last.number if last else 0


def _atom(changes: Iterable[Told], base: str) -> bytes:
    changes = list(changes)
    feed = etree.Element("feed", xmlns=ATOM)
    _add(feed, "title", TITLE)
    _add(feed, "id", f"{base}breaking")
    _add(feed, "updated", changes[0].at if changes else "1970-01-01T00:00:00+00:00")
    etree.SubElement(_add(feed, "author"), "name").text = "Sayso"
    etree.SubElement(feed, "link", rel="self", href=f"{base}breaking.atom")
    for change in changes:
        entry = _add(feed, "entry")
        _add(entry, "title", _title(change))
        _add(entry, "id", f"{base}breaking#change-{change.number}")
        _add(entry, "updated", change.at)
        etree.SubElement(entry, "link", href=base.rstrip("/") + change.href)
        _add(entry, "summary", _summary(change))
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, name)
    child.text = text
    return child


def _json_feed(changes: Iterable[Told], base: str) -> bytes:
    items = [
        {
            "id": f"{base}breaking#change-{change.number}",
            "url": base.rstrip("/") + change.href,
            "title": _title(change),
            "content_text": _summary(change),
            "date_published": change.at,
            "_sayso": change,
        }
        for change in changes
    ]
    urls = {"home_page_url": f"{base}breaking", "feed_url": f"{base}breaking/feed.json"}
    return msgspec.json.encode({"version": JSON_FEED, "title": TITLE, **urls, "items": items})


def _title(change: Told) -> str:
    return f"{change.kind}: {change.headline}"


def _summary(change: Told) -> str:
    """Whether anybody looked, and what it replaces."""
    parts = [
        "reviewed" if change.reviewed else UNREVIEWED,
        f"replaces change {change.replaces}" if change.replaces else "",
        f"its reports stand in incident {change.into} now" if change.into else "",
    ]
    return "; ".join(filter(None, parts)) + "."
