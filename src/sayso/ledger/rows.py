"""Records to rows and back. A row's key is a hash of what it says, so that nobody can change it unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, get_args, get_type_hints

import msgspec

from sayso.ledger.tables import HARVESTED
from sayso.records import AnyClaim, Dispute, Place, Record, RefusedInput, Report, Span, content_id

Row = dict[str, Any]
Gave = tuple[str, list[Row], list[Row]]
"""A list of the record by name, its rows, and the rows of their evidence."""

_COLUMNS = {
    "parties": ("name", "kind", "country"),
    "people": ("name", "party"),
    "places": ("name", "country", "geonames", "lat", "lon", "precision"),
    "times": ("start", "end", "precision"),
    "utterances": ("act", "mode", "outer"),
    "disputes": ("about",),
}
_CLAIM_COLUMNS = ("utterance", "realis", "background", "confidence", "type", "measure", "group", "low", "best", "high")
_DECODERS = {name: msgspec.json.Decoder(get_args(get_type_hints(Record)[name])[0]) for name in HARVESTED}


def portions(items: Iterable[Any], most: int) -> Iterator[list[Any]]:
    """Items, so many at a time."""
    waiting = iter(items)
    while some := list(islice(waiting, most)):
        yield some


def report_row(report: Report) -> Row:
    """The row of a report. Where it was found is no part of it: that is a sighting."""
    return {
        "key": report_key(report),
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "language": report.language,
        "published_start": report.published.start,
        "published_end": report.published.end,
        "published_basis": report.published.basis,
        "conflict": report.relevance.conflict if report.relevance else None,
        "text": report.text,
        "item": msgspec.json.encode(msgspec.structs.replace(report, text="", uri=None)).decode(),
    }


def report_key(report: Report) -> str:
    """The name of a report as read: the same bytes, read in the same way, wherever they were found."""
    return content_id("report", msgspec.structs.replace(report, uri=None))


def report_of(row: Mapping[str, Any], *, uri: str | None = None) -> Report:
    """The report that a row of `report` holds."""
    return msgspec.structs.replace(msgspec.json.decode(row["item"], type=Report), text=row["text"], uri=uri)


def sighting_row(report: str, uri: str | None) -> Row:
    """The row that says where the bytes of a report (by its key) were found."""
    return {"key": content_id("sighting", report, uri), "report": report, "uri": uri}


def refusal_row(refused: RefusedInput) -> Row:
    parts = msgspec.to_builtins(refused.refused)
    return {"key": content_id("refusal", refused.uri, parts), "uri": refused.uri, **parts}


def pass_row(record: Record, gave: Iterable[Gave], method: str, *, was_read: bool, reading: str) -> Row:
    """The row that says what has been done; its digest seals the rows of the harvest."""
    report = report_key(record.report)
    keys = [row["key"] for _, rows, _ in gave for row in rows]
    return {
        "key": pass_key(reading, method, was_read=was_read),
        "report": report,
        "report_id": record.report.id,
        "reading": reading,
        "method": method,
        "was_read": was_read,
        "digest": content_id("harvest", report, keys),
    }


def pass_key(reading: str, method: str, *, was_read: bool) -> str:
    """The name of a pass: the report's key before the method looked at it, and the method.

    A report left unread is a pass of its own kind.
    """
    return content_id("pass", reading, method, was_read)


def harvest_rows(record: Record, pass_: str) -> Iterator[Gave]:
    """The rows of each list of the record that holds something."""
    places = {place.id: place for place in record.places}
    for name in HARVESTED:
        if items := getattr(record, name):
            rows = [item_row(name, item, number, pass_, record.report.id, places) for number, item in enumerate(items)]
            text, table = record.report.text, str(HARVESTED[name].name)
            pairs = zip(rows, items, strict=True)
            yield name, rows, [span for row, item in pairs for span in evidence_rows(table, row, item, text)]


def item_row(name: str, item: Any, position: int, pass_: str, report_id: str, places: Mapping[str, Place]) -> Row:
    """The row of one item of a record's list `name`."""
    json = msgspec.json.encode(item).decode()
    own = {"key": content_id(name, pass_, position, json), "pass": pass_, "position": position, "item": json}
    if name == "claims":
        return own | {"id": item.id} | _claim_columns(item, report_id, places)
    identity = f"dispute:{position}" if isinstance(item, Dispute) else item.id
    return own | {"id": identity} | {column: getattr(item, column) for column in _COLUMNS[name]}


def item_of(name: str, json: str) -> Any:
    """The item that a row of the list `name` holds."""
    return _DECODERS[name].decode(json)


def evidence_rows(table: str, row: Row, item: Any, text: str) -> Iterator[Row]:
    """The spans of one item, each with the words that stand there."""
    own = {"pass": row["pass"], "of": table, "position": row["position"]}
    for number, (start, end) in enumerate(getattr(item, "evidence", ())):
        yield own | {"number": number, "start": start, "end": end, "quote": text[start:end]}


def locus_of(report_id: str, kind: str, evidence: Iterable[Span]) -> str:
    """Where in a report a claim or a mention stands, whatever read it: what a person's verdict hangs on."""
    return content_id("locus", report_id, kind, tuple(evidence))


def _claim_columns(claim: AnyClaim, report_id: str, places: Mapping[str, Place]) -> Row:
    columns = {column: getattr(claim, column, None) for column in _CLAIM_COLUMNS}
    kind = claim.__struct_config__.tag
    start, end = (claim.when.start, claim.when.end) if claim.when else (None, None)
    where = sorted(str(places[each].geonames or places[each].name.casefold()) for each in claim.where if each in places)
    return columns | {
        "kind": kind,
        "when_start": start,
        "when_end": end,
        "locus": locus_of(report_id, kind, claim.evidence),
        "content_key": content_id("content", kind, columns["type"], columns["measure"], where, start, end),
    }
