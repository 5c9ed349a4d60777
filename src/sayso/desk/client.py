"""A desk from afar: functions over its pages for programs, each giving the type that the page has.

    with open_desk("https://desk.example", token="sayso_...") as desk:
        for row in desk.incidents(place="Dilling", start=date(2024, 5, 1)):
            print(row.when, row.sentence)

What a function may be asked by name are the fields of the page's own `Asked`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Self, TypeVar

import httpx2
import msgspec
from httpx2 import EventSource

from sayso.desk.views.breaking import Asked as BreakingAsked
from sayso.desk.views.breaking import Breaking, Told
from sayso.desk.views.found import Answer, FoundView
from sayso.desk.views.found import Asked as SearchAsked
from sayso.desk.views.incident import IncidentView
from sayso.desk.views.queue import Asked as QueueAsked
from sayso.desk.views.queue import Queue
from sayso.desk.views.report import Asked as ReportAsked
from sayso.desk.views.report import ReportView
from sayso.desk.views.rows import Row, short_id
from sayso.desk.views.situation import Asked as SituationAsked
from sayso.desk.views.situation import Situation
from sayso.errors import DeskRefused
from sayso.ledger import Decided

PATIENCE = 60.0
"""Seconds that an answer may take; the stream gives a sign of life every 15."""
AGAIN = 3.0
"""Seconds until a stream that broke is taken up again."""
T = TypeVar("T")


class _Refusal(msgspec.Struct):
    why: str


def open_desk(address: str, *, token: str | None = None) -> Desk:
    """Where a desk is served, and a token where it has users, in; the desk out."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return Desk(httpx2.Client(base_url=address, headers=headers, timeout=PATIENCE))


class Desk:
    """An open desk. What it refuses, and where it can't be reached, is raised as DeskRefused."""

    def __init__(self, client: httpx2.Client) -> None:
        self._client = client

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()

    # -- pages ----------------------------------------------------------------------------------------------------
    def situation(self, **asked: Any) -> Situation:
        """One page of the situation: `start`, `end`, `all`, `place`, `party`, `changed_since`, `after`."""
        return self._get("/situation", SituationAsked(**asked), Situation)

    def incidents(self, **asked: Any) -> Iterator[Row]:
        """The rows of all pages of a situation, the newest first."""
        after: str | None = ""
        while after is not None:
            page = self.situation(**asked, after=after)
            yield from page.rows
            after = page.next

    def incident(self, id: str) -> IncidentView:
        """An incident by an id that it has or had."""
        return self._get(f"/incidents/{short_id(id)}", None, IncidentView)

    def report(self, id: str, *, part: int = 1) -> ReportView:
        """A part of a report, with its claims."""
        asked = ReportAsked(id="", part=part)
        return self._get(f"/reports/{short_id(id)}", asked, ReportView)

    def queue(self, **asked: Any) -> Queue:
        """What waits: `state`, `assignee`, `one_source`, `rivals`, `changed`, `below`."""
        return self._get("/review", QueueAsked(**asked), Queue)

    def search(self, query: str) -> Iterator[Answer]:
        """Everything that answers a query, the newest first."""
        skip: int | None = 0
        while skip is not None:
            page = self._get("/search", SearchAsked(q=query, skip=skip), FoundView)
            yield from page.answers
            skip = page.next

    def changes(self, **asked: Any) -> Iterator[Told]:
        """Every change behind a number, `after`, or since a moment, `since`, in order; all of them where neither is
        given."""
        question = BreakingAsked(**asked) if asked else BreakingAsked(after=0)
        while True:
            page = self._get("/breaking", question, Breaking)
            yield from page.changes
            if page.next is None:
                return
            question = BreakingAsked(after=page.next)

    def follow(self, *, after: int | None = None) -> Iterator[Told]:
        """Every change behind that number (or behind the newest), and then each as it comes, without an end; a
        connection that breaks is taken up where it was left."""
        last = self._get("/breaking", BreakingAsked(), Breaking).newest if after is None else after
        while True:
            with suppress(httpx2.TransportError, msgspec.DecodeError):
                for change in self._stream(last):
                    last = change.number
                    yield change
            time.sleep(AGAIN)

    # -- decisions ------------------------------------------------------------------------------------------------
    def decide(self, act: str, *, reason: str, **fields: Any) -> Decided:
        """Takes a decision, by its name and fields (docs/desk.md), and gives what the log has of it."""
        body = msgspec.json.encode({"act": act, "reason": reason, **fields})
        headers = {"Content-Type": "application/json"}
        return _read(self._ask("POST", "/decisions.json", content=body, headers=headers), Decided)

    # -- the way there --------------------------------------------------------------------------------------------
    def _get(self, path: str, asked: msgspec.Struct | None, shown: type[T]) -> T:
        return _read(self._ask("GET", f"{path}.json", params=_query(asked)), shown)

    def _ask(self, method: str, path: str, **sent: Any) -> httpx2.Response:
        try:
            return self._client.request(method, path, **sent)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            why = f"the desk at {self._client.base_url} can't be reached ({type(error).__name__})"
            raise DeskRefused(None, f"{why}; see that it is open, and where.") from error

    def _stream(self, last: int) -> Iterator[Told]:
        with self._client.stream("GET", "/breaking/stream", params={"after": str(last)}) as answer:
            if "event-stream" not in answer.headers.get("content-type", ""):
                answer.read()
                raise _refused(answer)
            for event in EventSource(answer):
                if event.event == "change":
                    yield msgspec.json.decode(event.data, type=Told)


def _query(asked: msgspec.Struct | None) -> dict[str, str]:
    """What is asked, as an address has it; what is not asked is left out."""
    values = msgspec.to_builtins(asked) if asked else {}
    return {
        name: "true" if value is True else str(value)
        for name, value in values.items()
        if value is not None and value is not False and value != ""
    }


def _read(answer: httpx2.Response, shown: type[T]) -> T:
    if not answer.is_success:
        raise _refused(answer)
    return msgspec.json.decode(answer.content, type=shown)


def _refused(answer: httpx2.Response) -> DeskRefused:
    try:
        why = msgspec.json.decode(answer.content, type=_Refusal).why
    except msgspec.DecodeError:
        why = "The answer is none of a desk's; see that the address is that of a desk."
    return DeskRefused(answer.status_code, why)
