"""Short reports of invented happenings, read once however many tests ask for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import msgspec
import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import raw_text, read_report
from sayso.records import Interval, Record

Told = tuple[str, str, str]
"""Outlet, day of publication, text."""
Reader = Callable[[Sequence[Told]], tuple[Record, ...]]


@cache
def read_told(told: tuple[Told, ...]) -> tuple[Record, ...]:
    reports = [
        read_report(
            msgspec.structs.replace(raw_text(text, uri=f"{outlet}/{day}"), outlet=outlet),
            published=Interval(start=day, end=day),
        )
        for outlet, day, text in told
    ]
    grammars = parse_grammars(reports)
    return tuple(extract_record(report, grammar) for report, grammar in zip(reports, grammars, strict=True))


@pytest.fixture
def read() -> Reader:
    """Reads reports into records."""
    return lambda told: read_told(tuple(told))
