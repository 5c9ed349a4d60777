"""Checked data, kept in binary form in the user's cache directory: YAML is read again only where it has changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

T = TypeVar("T")
PACKAGE = Path(__file__).parents[1]
TYPES = ("codebook", "records")
"""The rooms whose modules say what an entry is. A change in any of them makes every kept file a stranger."""
DIGITS = 24
SECONDS_KEPT = 30 * 86_400
"""How long what no longer fits the data stays, for other versions of Sayso that share the directory."""


def recall_data(name: str, content: bytes, form: type[T], make: Callable[[], T]) -> T:
    """What `make` makes of a data file's content, from the cache where this content has been made into it before.

    A damaged file is made anew; where nothing can be written, nothing is kept. Raises what `make` raises.
    """
    path = cache_folder() / f"{name}-{_fingerprint(content, form)}.msgpack"
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=form)
    except (OSError, msgspec.MsgspecError):
        value = make()
    _keep(path, name, msgspec.msgpack.encode(value))
    return value


def cache_folder() -> Path:
    """Where the checked data of this user are kept."""
    return Path(platformdirs.user_cache_dir("sayso")) / "codebook"


def _fingerprint(content: bytes, form: type) -> str:
    return hashlib.sha256(b"\0".join((_types(), repr(form).encode(), content))).hexdigest()[:DIGITS]


@cache
def _types() -> bytes:
    digest = hashlib.sha256(msgspec.__version__.encode())
    for path in sorted(path for room in TYPES for path in (PACKAGE / room).glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


def _keep(path: Path, name: str, data: bytes) -> None:
    """Write beside and move into place, so that no half file is ever read; leave it where the directory is closed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, data)
        _forget_old(path.parent, name)
    except OSError:
        return


def _write_whole(path: Path, data: bytes) -> None:
    handle, draft = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".draft", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _forget_old(folder: Path, name: str) -> None:
    oldest = time.time() - SECONDS_KEPT
    for path in folder.glob(f"{name}-{'?' * DIGITS}.msgpack*"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
