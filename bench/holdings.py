"""Who holds what, told in many ways: which wordings are read, and what is made up.

    python -m bench.holdings [FILE.yaml] [--show WAY]

The table has one row a way that is not always read, the worst first: the share of checks that hold, found and wanted,
made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.relatings import Outcome, Way, check, run
from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Control, Record, Report, report_id

DATA = Path(__file__).with_name("holdings.yaml")
LEFT_OUT = frozenset(("planned", "demanded", "possible", "negated", "expected", "conditional"))
"""What is no control that is or was."""


def read_holdings(ways: Sequence[Way]) -> Iterator[Outcome]:
    """Ways in, what was read of each sentence out."""
    rows = [(way.name, told) for way in ways for told in way.told]
    reports = [Report(id=report_id(told.text.encode()), text=told.text) for _, told in rows]
    for (name, told), report, grammar in zip(rows, reports, parse_grammars(reports), strict=True):
        yield check(name, told, holdings(extract_record(report, grammar)), exact=(1,))


def holdings(record: Record) -> list[tuple[str, str, str, str]]:
    """(holder, state, area, other) of every claim of control, one row a holder and place; all words that name them."""
    text, items = record.report.text, (*record.parties, *record.people, *record.places)
    words = {i.id: " ".join((i.name or "", *(text[a:b] for a, b in i.evidence))).lower() for i in items}
    found = [c for c in record.claims if isinstance(c, Control) and c.realis not in LEFT_OUT]
    return [
        (words.get(holder, ""), claim.state, words.get(place, ""), " ".join(words[i] for i in claim.other))
        for claim in found
        for holder in claim.holder or ("",)
        for place in claim.area or ("",)
    ]


if __name__ == "__main__":
    run(read_holdings, data=DATA, about=__doc__)
