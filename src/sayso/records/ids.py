"""Names that are hashes of content: the same words, meaning and method give the same name."""

from __future__ import annotations

import hashlib

import msgspec

ID_DIGITS = 16


def content_id(prefix: str, *parts: object) -> str:
    """`prefix:` and 16 hexadecimal digits of the SHA-256 of the parts' canonical JSON."""
    canonical = msgspec.json.encode(parts, order="sorted")
    return f"{prefix}:{hashlib.sha256(canonical).hexdigest()[:ID_DIGITS]}"


def report_id(data: bytes) -> str:
    """`sha256:` and the full hash of the bytes that were read."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
