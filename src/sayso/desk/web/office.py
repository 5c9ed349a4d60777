"""The office: the ledger that is open, its docket, and the pages made of them, until the ledger has gone on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock, RLock

import msgspec
from cachetools import LRUCache
from sqlalchemy import Engine

from sayso.desk.web.sheets import Sheet
from sayso.ledger import Mark, ledger_mark, load_decisions
from sayso.review import Docket, MachineGroups, load_machine_groups

KEPT = 2_000
"""Pages that are kept in memory, the least wanted going first."""
KEPT_BYTES = 200_000_000


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
        self._keeping = Lock()
        self._machine: MachineGroups
        self.docket: Docket
        self.mark = Mark(-1, -1)
        self._sheets: LRUCache[Hashable, Sheet] = LRUCache(KEPT_BYTES, getsizeof=lambda sheet: sheet.size)
        self.refresh()

    def refresh(self) -> bool:
        """Looks whether the ledger has gone on, and goes along. Whether it had."""
        mark = ledger_mark(self.engine)
        if mark == self.mark:
            return False
        with self.working:
            if mark.entry != self.mark.entry:
                self._machine = load_machine_groups(self.engine)
            self.docket = Docket(self._machine, load_decisions(self.engine))
            self.mark = ledger_mark(self.engine)
            with self._keeping:
                self._sheets.clear()
        return True

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
