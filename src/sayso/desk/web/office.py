"""The office: the ledger that is open, and the pages made of it, kept until the ledger has gone on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from threading import Lock, RLock

import msgspec
from cachetools import LRUCache
from sqlalchemy import Engine

from sayso.desk.web.sheets import Sheet
from sayso.ledger import Decided, Mark, Role, has_users, ledger_mark, load_decisions
from sayso.review import Docket, Withheld, load_docket_of, load_withheld, note_changes, update_incidents

KEPT_BYTES = 200_000_000
"""Pages that are kept in memory, the least wanted going first."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the desk is served. name: the ledger, as it may be shown. who: who decides, where no user is set up.

    hosts: the names by which it may be called.
    """

    name: str
    who: str
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]", "::1")


class Office:
    """What the pages of a desk are made from. Pages are made one at a time; what was made is given out at once."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.engine, self.settings = engine, settings
        self.working = RLock()
        self.log: Sequence[Decided] = ()
        self.mark = self._caught_up = Mark(-1, -1, -1)
        self._withheld: dict[Role, Withheld] = {}
        self._keeping = Lock()
        self._sheets: LRUCache[Hashable, Sheet] = LRUCache(KEPT_BYTES, getsizeof=lambda sheet: sheet.size)
        self.has_users = has_users(engine)
        """Whether anybody was ever set up: from then on the desk asks who is there."""
        self.look()

    def look(self) -> bool:
        """Looks whether the ledger has gone on; pages are made anew then. Whether it had."""
        self.has_users = self.has_users or has_users(self.engine)
        mark = ledger_mark(self.engine)
        if mark == self.mark:
            return False
        with self.working, self._keeping:
            if mark.decision != self.mark.decision:
                self.log = load_decisions(self.engine)
            self.mark = mark
            self._withheld.clear()
            self._sheets.clear()
        return True

    def catch_up(self) -> None:
        """Where the ledger has gone on: puts together what is new, and notes what changed by it."""
        if ledger_mark(self.engine) != self._caught_up:
            update_incidents(self.engine)
            note_changes(self.engine)
            self._caught_up = ledger_mark(self.engine)
        self.look()

    def docket_of(self, *incidents: str) -> Docket:
        """The docket of incidents by their ids, without their prefix or with it."""
        return load_docket_of(self.engine, [full_id(each) for each in incidents])

    def withheld_from(self, role: Role) -> Withheld:
        """What somebody of that role may not see."""
        with self.working:
            if role not in self._withheld:
                self._withheld[role] = load_withheld(self.engine, role, log=self.log)
            return self._withheld[role]

    def kept(self, key: Hashable) -> Sheet | None:
        """A sheet that was made since the ledger last went on."""
        with self._keeping:
            return self._sheets.get(key)

    def make(self, key: Hashable, write: Callable[[], Sheet]) -> Sheet:
        """Makes a sheet, and keeps it."""
        with self.working:
            sheet = self.kept(key) or write()
            with self._keeping:
                if sheet.size < KEPT_BYTES:
                    self._sheets[key] = sheet
        return sheet


def full_id(incident: str) -> str:
    """`3f…` -> `incident:3f…`."""
    return incident if incident.startswith("incident:") else f"incident:{incident}"
