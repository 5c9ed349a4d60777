"""Incidents on the terminal: how many reports, outlets and sources, and why reports are one source."""

from __future__ import annotations

import io

from rich.console import Console

from sayso.desk import show_incidents
from sayso.reconcile import reconcile_records
from tests.reconcile.conftest import read_told
from tests.reconcile.second_week import SECOND_WEEK


def test_counts_and_why_reports_are_one_source() -> None:
    names = ("wire", "copy", "rewrite", "correction")
    (incident,) = reconcile_records(read_told(tuple(SECOND_WEEK[name] for name in names)))
    out = io.StringIO()
    show_incidents([incident], Console(file=out, width=400))
    shown = out.getvalue()
    assert "4 reports by 3 outlets, 1 independent source: " in shown
    assert "Together by: " in shown
    assert "One source: Great Lakes Wire/2024-03-04, Lake Herald/2024-03-04 (nearly the same text: " in shown
    assert "Radio Virunga/2024-03-05 (rewritten: " in shown
