"""Hooks: addresses to which changes are sent as they come, and how far each has got.

A hook has one sender at a time: whoever takes it has it for a while, so that two desks on one ledger do not both send.
"""

from __future__ import annotations

import base64
import re
import secrets
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from sayso.errors import HookRefused
from sayso.ledger.dialects import writing
from sayso.ledger.people import moment
from sayso.ledger.rights import Role
from sayso.ledger.tables import change
from sayso.ledger.tables_people import hook

SECRET = "whsec_"
BYTES = 32
"""Of the secret. Standard Webhooks asks for 24 to 64."""
WAITS = tuple(timedelta(seconds=seconds) for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400))
"""After how long what failed is tried again, the first time, the second: the schedule of Standard Webhooks. Where it
fails once more, the hook is stopped."""
HELD = timedelta(minutes=5)
"""How long whoever takes a hook has it."""
LONGEST = 2_000
_NAME = re.compile(r"[\w.-]{1,64}")


class Hook(msgspec.Struct, frozen=True, kw_only=True):
    """Where changes go. role: as who it sees them; reached: the number of the last change that came through.

    failures: how many tries failed since then; due: from when it is tried (UTC); stopped: why it is tried no more.
    """

    name: str
    address: str
    secret: str
    role: Role
    made: str
    reached: int
    failures: int = 0
    due: str = ""
    stopped: str | None = None

    def __repr__(self) -> str:
        return f"Hook(name={self.name!r}, address={self.address!r}, reached={self.reached})"


# -- to set up ----------------------------------------------------------------------------------------------------
def add_hook(engine: Engine, name: str, address: str, *, role: Role = "reader", secret: str | None = None) -> Hook:
    """A name, an address and what it may see in, the hook with its secret out; it gets what is noted from now on.

    secret: `whsec_` and base64; a new one where none is given. Raises HookRefused.
    """
    _check(name, address)
    key = secret or SECRET + base64.b64encode(secrets.token_bytes(BYTES)).decode()
    with writing(engine) as connection:
        if _find(connection, name):
            raise HookRefused(f"there is a hook {name!r} already", "remove it, or give another name")
        newest = connection.execute(select(func.max(change.c.number))).scalar() or 0
        now = moment()
        added = Hook(name=name, address=address, secret=key, role=role, made=now, reached=newest, due=now)
        connection.execute(insert(hook), msgspec.structs.asdict(added))
    return added


def load_hooks(engine: Engine) -> list[Hook]:
    """All of them, by name."""
    with engine.connect() as connection:
        return [Hook(**row) for row in connection.execute(select(hook).order_by(hook.c.name)).mappings()]


def remove_hook(engine: Engine, name: str) -> None:
    """Nothing goes there any more. Raises HookRefused."""
    with writing(engine) as connection:
        if not connection.execute(delete(hook).where(hook.c.name == name)).rowcount:
            raise _unknown(name)


def resume_hook(engine: Engine, name: str) -> None:
    """One that was stopped, or that waits, is tried at once; it goes on where it was left. Raises HookRefused."""
    with writing(engine) as connection:
        again = update(hook).where(hook.c.name == name).values(failures=0, due=moment(), stopped=None)
        if not connection.execute(again).rowcount:
            raise _unknown(name)


# -- to send ------------------------------------------------------------------------------------------------------
def take_hooks(engine: Engine) -> list[Hook]:
    """Those which have something to be sent now.

    Nobody else is given them until it is noted what came of it, or a while is over.
    """
    newest = select(func.coalesce(func.max(change.c.number), 0)).scalar_subquery()
    waiting = (hook.c.stopped.is_(None), hook.c.due <= moment(), hook.c.reached < newest)
    with engine.connect() as connection:
        found = [Hook(**row) for row in connection.execute(select(hook).where(*waiting)).mappings()]
    return [each for each in found if _take(engine, each)]


def note_sent(engine: Engine, name: str, reached: int, *, due: datetime | None = None) -> None:
    """Everything up to that change came through. due: from when the hook may be taken; at once, where none is given."""
    with writing(engine) as connection:
        values = {"reached": reached, "failures": 0, "due": moment(due)}
        connection.execute(update(hook).where(hook.c.name == name).values(values))


def note_failed(engine: Engine, name: str, why: str, *, for_good: bool = False) -> None:
    """A try failed: it is made again later, up to a time. for_good: it is never made again."""
    with writing(engine) as connection:
        found = _find(connection, name)
        if found is None:
            return
        over = for_good or found.failures >= len(WAITS)
        wait = WAITS[min(found.failures, len(WAITS) - 1)]
        values = {"failures": found.failures + 1, "due": moment(datetime.now(UTC) + wait)}
        stopped = why if over else None
        connection.execute(update(hook).where(hook.c.name == name).values(stopped=stopped, **values))


def _take(engine: Engine, seen: Hook) -> bool:
    """Whether nobody took it since it was seen."""
    same = hook.c.name == seen.name, hook.c.due == seen.due
    with writing(engine) as connection:
        until = moment(datetime.now(UTC) + HELD)
        return bool(connection.execute(update(hook).where(*same).values(due=until)).rowcount)


def _find(connection: Connection, name: str) -> Hook | None:
    row = connection.execute(select(hook).where(hook.c.name == name)).mappings().first()
    return Hook(**row) if row else None


def _check(name: str, address: str) -> None:
    if not _NAME.fullmatch(name):
        raise HookRefused(f"{name[:80]!r} is no name for a hook", "give 1 to 64 letters, digits, dots and hyphens")
    if not _is_address(address):
        raise HookRefused(f"{address[:80]!r} is no address to send to", "give one that begins with https://")


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and len(address) <= LONGEST
    except ValueError:
        return False


def _unknown(name: str) -> HookRefused:
    return HookRefused(f"there is no hook {name[:80]!r}", "'sayso hook list' names them all")
