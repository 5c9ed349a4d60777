"""Sayso turns conflict reports into an attributed, auditable record. The doors of its rooms, each opened when first
asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sayso.records import Record, Refusal, RefusedInput, Report, record_from_json, record_schema, record_to_json

DOORS = {
    "append_harvest": "sayso.ledger",
    "check_record": "sayso.records",
    "extract_record": "sayso.extract",
    "find_inputs": "sayso.read",
    "load_codebook": "sayso.codebook",
    "load_harvests": "sayso.ledger",
    "open_desk": "sayso.desk.client",
    "open_ledger": "sayso.ledger",
    "parse_grammars": "sayso.parse",
    "read_report": "sayso.read",
    "resolve_places": "sayso.resolve",
    "resolve_times": "sayso.resolve",
}
"""Door -> the room that it leads to; the language model is loaded by those who go through, not by those who pass."""

__all__ = [
    "Record", "Refusal", "RefusedInput", "Report", "append_harvest", "check_record", "extract_record", "find_inputs",
    "load_codebook", "load_harvests", "open_desk", "open_ledger", "parse_grammars", "read_report", "record_from_json",
    "record_schema", "record_to_json", "resolve_places", "resolve_times",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in DOORS:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(DOORS[name]), name)
