"""A sheet: the bytes of one page or of its JSON, packed and named by their hash, ready to be given out again."""

from __future__ import annotations

import gzip
import hashlib

import msgspec
from starlette.requests import Request
from starlette.responses import Response

HTML, JSON = "text/html; charset=utf-8", "application/json"
PACK_FROM = 1_000
"""Bytes from which packing is worth its while."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One answer. packed: the same, gzipped, where that is shorter; tag: its entity tag."""

    body: bytes
    packed: bytes | None
    kind: str
    tag: str
    status: int = 200

    @property
    def size(self) -> int:
        return len(self.body) + len(self.packed or b"")


def make_sheet(body: bytes, kind: str, *, status: int = 200) -> Sheet:
    """Bytes and their media type in, the sheet out."""
    packed = gzip.compress(body, compresslevel=5, mtime=0) if len(body) >= PACK_FROM else None
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    return Sheet(body=body, packed=packed, kind=kind, tag=tag, status=status)


def give(sheet: Sheet, request: Request) -> Response:
    """The sheet as the answer to a request: as nothing, where whoever asks has it; packed, where they take that."""
    headers = {"ETag": sheet.tag, "Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Cookie, HX-Request"}
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if sheet.status == 200 and sheet.tag in known:
        return Response(status_code=304, headers=headers)
    body = sheet.body
    if sheet.packed and "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = sheet.packed, "gzip"
    return Response(body, status_code=sheet.status, media_type=sheet.kind, headers=headers)
