"""Lines of JSON -> inputs: one report a line, streamed; a bad line is refused alone."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import msgspec

from sayso.errors import InputRefused
from sayso.read.dates import given_day
from sayso.read.raw import RawInput
from sayso.read.refusals import refused
from sayso.records import Interval, report_id


class CorpusLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one line of a corpus may say. Other keys are let pass."""

    uri: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | Interval | None = None
    outlet: str | None = None
    language: str | None = None


def read_lines(stream: io.BufferedIOBase, name: str, limit: int) -> Iterator[RawInput | InputRefused]:
    """A stream of JSON lines in, one input or refusal a line out; blank lines are skipped."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(stream, limit)
            yield refused("too_large", f"{name}, line {number}", f"the line has more than {limit:,} bytes")
        elif stripped := line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _read_line(stripped, name, number)


def _skip_line(stream: io.BufferedIOBase, limit: int) -> None:
    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
        pass


def _read_line(line: bytes, name: str, number: int) -> RawInput | InputRefused:
    try:
        fields = _decode(line)
    except (ValueError, RecursionError) as error:
        return refused("bad_line", f"{name}, line {number}", f"it is no JSON object of a report ({error})")
    what = fields.uri or f"{name}, line {number}"
    body = fields.text if fields.text and fields.text.strip() else fields.html
    if not body or not body.strip():
        return refused("bad_line", what, f"line {number} of {name} has no text")
    return _input(fields, body, fields.uri or f"{name}:{number}")


def _decode(line: bytes) -> CorpusLine:
    """The line's fields. Python's own decoder is asked second: it lets lone surrogates pass, which are then left
    out."""
    try:
        return msgspec.json.decode(line, type=CorpusLine)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        loose = json.dumps(json.loads(line), ensure_ascii=False).encode("utf-8", "ignore")
        return msgspec.json.decode(loose, type=CorpusLine)


def _input(fields: CorpusLine, body: str, uri: str) -> RawInput:
    return RawInput(
        id=report_id(msgspec.json.encode(fields, order="sorted")),
        uri=uri,
        data=body.encode(),
        kind="text" if body is fields.text else "html",
        title=fields.title,
        published=given_day(fields.published),
        outlet=fields.outlet,
        language=fields.language,
    )
