"""Paths -> inputs: files, folders, standard input, corpora; each that can't be opened is refused alone."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from sayso.errors import InputRefused
from sayso.read.corpus import read_lines
from sayso.read.raw import RawInput, RawKind
from sayso.read.refusals import refused
from sayso.records import report_id

LIMIT = 20_000_000
"""Bytes of one file, or of one line of a corpus, unless the caller says otherwise."""

_PEEK = 1 << 16
_CORPUS_NAMES = (".jsonl", ".ndjson")
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_GZIP = b"\x1f\x8b"
_OBJECT_LINE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[ \t]*"[^"\n]{1,40}"[ \t]*:')
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)


def find_inputs(
    paths: Sequence[str], *, limit: int = LIMIT, stdin: BinaryIO | None = None
) -> Iterator[RawInput | InputRefused]:
    """Paths in, inputs out, in order and one at a time; what can't be opened comes out as its refusal.

    A path is a file, a folder (walked in sorted order, hidden entries skipped) or `-` for standard input. A
    `.jsonl` or `.ndjson` file, or one that holds JSON lines, is a corpus and gives one input a line. Gzip is read
    as what it holds.
    """
    for path in paths:
        if path == "-":
            yield from _read_stream(stdin or sys.stdin.buffer, "-", limit)
        elif not os.path.exists(path):
            yield refused("missing", _shown(path))
        else:
            yield from _read_path(path, limit)


def _read_path(path: str, limit: int) -> Iterator[RawInput | InputRefused]:
    for found in _walk(path) if os.path.isdir(path) else [path]:
        if isinstance(found, InputRefused):
            yield found
        else:
            yield from _read_file(found, limit)


def _walk(folder: str) -> Iterator[str | InputRefused]:
    closed: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(_seen(folders))
        yield from (os.path.join(where, name) for name in sorted(_seen(files)))
    yield from (refused("unreadable", _shown(error.filename or folder), error.strerror) for error in closed)


def _seen(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _read_file(path: str, limit: int) -> Iterator[RawInput | InputRefused]:
    try:
        stream = open(path, "rb", buffering=0)  # noqa: SIM115
    except OSError as error:
        yield refused("unreadable", _shown(path), error.strerror)
        return
    with stream:
        yield from _read_stream(stream, _shown(path), limit)


def _shown(path: str) -> str:
    """The path as text that can be written anywhere: what in it is no UTF-8 is spelled out."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _read_stream(stream: BinaryIO, name: str, limit: int) -> Iterator[RawInput | InputRefused]:
    reader = io.BufferedReader(stream, _PEEK)  # type: ignore[arg-type]
    try:
        if reader.peek(2)[:2] == _GZIP:
            with gzip.GzipFile(fileobj=reader) as packed, io.BufferedReader(packed, _PEEK) as inside:  # type: ignore[type-var]
                yield from _read_opened(inside, name, name.removesuffix(".gz"), limit)
        else:
            yield from _read_opened(reader, name, name, limit)
    except (OSError, EOFError, zlib.error) as error:
        yield refused("unreadable", name, f"it breaks off or is damaged ({error})")
    finally:
        reader.detach()


def _read_opened(
    stream: io.BufferedReader, name: str, name_inside: str, limit: int
) -> Iterator[RawInput | InputRefused]:
    if name_inside.lower().endswith(_CORPUS_NAMES) or _OBJECT_LINE.match(stream.peek(_PEEK)):
        yield from read_lines(stream, name, limit)
    else:
        yield _whole(stream.read(limit + 1), name, name_inside, limit)


def _whole(data: bytes, name: str, name_inside: str, limit: int) -> RawInput | InputRefused:
    if len(data) > limit:
        return refused("too_large", name, f"it has more than {limit:,} bytes")
    return RawInput(id=report_id(data), uri=name, data=data, kind=_kind(data, name_inside))


def _kind(data: bytes, name: str) -> RawKind:
    return "html" if name.lower().endswith(_PAGE_NAMES) or _PAGE.search(data, 0, 1024) else "text"
