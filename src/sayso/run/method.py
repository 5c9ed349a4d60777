"""The name of the method: what read a report, down to the code and the codebook."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

ROOMS = ("records", "codebook", "read", "parse", "resolve", "extract")
"""What settles the record of a report. A change in any of them is another method, and reads again."""
DIGITS = 12


@cache
def name_method(model: str) -> str:
    """A language model's name and version in, the method's name out: the version of Sayso, a fingerprint, the model."""
    digest = hashlib.sha256()
    for room in ROOMS:
        _add_folder(digest, resources.files("sayso") / room)
    return f"sayso {metadata.version('sayso')} ({digest.hexdigest()[:DIGITS]}), {model}"


def _add_folder(digest: hashlib._Hash, folder: Traversable) -> None:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir() and entry.name != "__pycache__":
            _add_folder(digest, entry)
        elif entry.name.endswith((".py", ".yaml", ".json")):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
