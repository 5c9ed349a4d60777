"""The only code that turns records into JSON and back, and the schema that they answer to."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs
import msgspec

from sayso.errors import RecordError
from sayso.records.record import Record, RefusedInput

_decoder = msgspec.json.Decoder(Record)


def record_to_json(record: Record | RefusedInput) -> bytes:
    """Record in, one line of JSON out (UTF-8, no line break)."""
    return msgspec.json.encode(record)


def record_from_json(line: bytes | str) -> Record:
    """One line of JSON in, Record out. Raises RecordError where the line breaks the contract."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise RecordError(str(error)) from error


@cache
def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    schema = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Sayso record", **schema}


@cache
def _validator() -> Any:
    return jsonschema_rs.validator_for(record_schema())


def check_record(record: Record) -> bytes:
    """Record in, its line of JSON out. Raises RecordError where it breaks the schema or a span leaves the text."""
    for error in _validator().iter_errors(msgspec.to_builtins(record)):
        raise RecordError(f"{'/'.join(map(str, error.instance_path))}: {error.message[:200]}")
    _check_spans(record)
    return record_to_json(record)


def _check_spans(record: Record) -> None:
    size = len(record.report.text)
    for items in (record.parties, record.people, record.places, record.times, record.utterances, record.claims):
        for item in items:
            if not item.evidence or any(not 0 <= start < end <= size for start, end in item.evidence):
                raise RecordError(f"{item.id}: evidence {item.evidence} does not lie in a text of {size} code points")
