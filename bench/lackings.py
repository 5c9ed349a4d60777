"""Who lacks what, told in many ways: which wordings are read, and what is made up.

    python -m bench.lackings [FILE.yaml] [--show WAY]

The table has one row a way that is not always read, the worst first: the share of checks that hold, found and wanted,
made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.relatings import Outcome, Way, check, run
from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Condition, Record, Report, report_id

DATA = Path(__file__).with_name("lackings.yaml")


def read_lackings(ways: Sequence[Way]) -> Iterator[Outcome]:
    """Ways in, what was read of each sentence out; a further theme of a claim that has a wanted one is no fault."""
    rows = [(way.name, told) for way in ways for told in way.told]
    reports = [Report(id=report_id(told.text.encode()), text=told.text) for _, told in rows]
    for (name, told), report, grammar in zip(rows, reports, parse_grammars(reports), strict=True):
        wanted = {theme for want in told.wants for theme in want.split("/")}
        yield check(name, told, lackings(extract_record(report, grammar), wanted), exact=(0,))


def lackings(record: Record, wanted: set[str]) -> list[tuple[str, ...]]:
    """The themes of every condition, one row each; of a condition with a theme that is wanted only such themes."""
    found = [c.themes for c in record.claims if isinstance(c, Condition) and c.realis not in ("negated", "planned")]
    kept = [[theme for theme in themes if theme in wanted] or themes for themes in found]
    return [(theme,) for theme in dict.fromkeys(theme for themes in kept for theme in themes)]


if __name__ == "__main__":
    run(read_lackings, data=DATA, about=__doc__)
