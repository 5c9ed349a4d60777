"""What changed, sent to the addresses of hooks: in order, at least once, signed by Standard Webhooks.

The scheme is that of standardwebhooks.com. A receiver tells a change that comes twice by its `webhook-id`. What is not
taken with a status of 2xx is sent again later; 410 says that it never will be.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import httpx2
import msgspec
from sqlalchemy import Engine
from standardwebhooks import Webhook
from starlette.concurrency import run_in_threadpool

from sayso.desk.views.breaking import Told, told_of
from sayso.ledger import Hook, load_changes, note_failed, note_sent, take_hooks
from sayso.review import load_withheld

AT_ONCE = 20
"""Changes that a hook is sent in one turn."""
PATIENCE = 15.0
"""Seconds that a receiver may take."""
GONE = "status 410"


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a turn: how many changes came through, and why the next did not, where one did not."""

    hook: str
    number: int
    failed: str | None = None


async def send_hooks(engine: Engine) -> list[Sent]:
    """A ledger in; sends what is due to each of its hooks, to all of them at once, and says what became of it."""
    hooks = await run_in_threadpool(take_hooks, engine)
    if not hooks:
        return []
    async with httpx2.AsyncClient(timeout=PATIENCE, follow_redirects=False, trust_env=False) as client:
        return list(await asyncio.gather(*(_send(engine, client, each) for each in hooks)))


async def _send(engine: Engine, client: httpx2.AsyncClient, hook: Hook) -> Sent:
    """Sends the next changes one after the other, until one does not come through."""
    told = await run_in_threadpool(_next, engine, hook)
    sent, failed = 0, None
    for change in told:
        if failed := await _post(client, hook, change):
            break
        sent += 1
    if sent or not failed:
        await run_in_threadpool(note_sent, engine, hook.name, told[sent - 1].number if sent else hook.reached)
    if failed:
        await run_in_threadpool(note_failed, engine, hook.name, failed, for_good=failed == GONE)
    return Sent(hook=hook.name, number=sent, failed=failed)


def _next(engine: Engine, hook: Hook) -> list[Told]:
    changes = load_changes(engine, after=hook.reached, most=AT_ONCE)
    withheld = load_withheld(engine, hook.role)
    return [told_of(each, withheld) for each in changes]


async def _post(client: httpx2.AsyncClient, hook: Hook, change: Told) -> str | None:
    """Why it did not come through; None where it did. Nothing of the answer but its status is read."""
    body = body_of(change)
    headers = signed_headers(hook.secret, change, body, datetime.now(UTC))
    try:
        async with asyncio.timeout(PATIENCE), client.stream("POST", hook.address, content=body, headers=headers) as got:
            return None if got.is_success else f"status {got.status_code}"
    except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, OSError) as error:
        return type(error).__name__


def body_of(change: Told) -> bytes:
    """A change as it is sent: `type` says what became of the incident, `data` is what the breaking page has."""
    sent = {"type": f"incident.{change.kind}", "timestamp": change.at, "data": change}
    return msgspec.json.encode(sent)


def signed_headers(secret: str, change: Told, body: bytes, now: datetime) -> dict[str, str]:
    """The headers by which a receiver knows who sent it, when, and whether they have it already."""
    name = f"change-{change.number}"
    return {
        "content-type": "application/json",
        "webhook-id": name,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(name, now, body.decode()),
    }
