"""Incidents as tables for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.desk.sitrep_words import MEASURES, count_words, days_words, visible
from sayso.records import Incident, IncidentDispute, IncidentFigure, SourceCollapse

INDENT = (0, 0, 0, 2)
MOST_COLLAPSES = 8
MOST_REASONS, LEAST_BITS = 5, 1.0
"""Reasons for a join that are shown, and the bits from which on a feature is one."""
REASON_NAMES = {"days": "day", "dates": "date", "published": "printed", "site": "village or site", "toll": "numbers"}
OF_THINGS = frozenset(("attacks", "structures_destroyed", "structures_damaged", "area_controlled"))
"""Measures of which nobody is counted."""
REASONS = {
    "same_bytes": "the same file", "same_url": "the same address", "same_text": "the same text",
    "near_text": "nearly the same text", "wire": "one agency", "rewritten": "rewritten", "same_speaker": "one speaker",
    "same_outlet": "one outlet",
}  # fmt: skip


def show_incidents(incidents: Sequence[Incident], console: Console) -> None:
    """Every incident: when and where, who tells of it, its figures by the policy, its disputes."""
    reports = len({report.id for incident in incidents for report in incident.accounts})
    told = f"{count_words(len(incidents), 'incident')} in {count_words(reports, 'report')}"
    console.print(Text(told, style="bold"))
    for incident in incidents:
        _show(incident, console)


def _show(incident: Incident, console: Console) -> None:
    console.rule(Text(visible(_heading(incident)), style="bold"), align="left", style="dim")
    console.print(Text(visible(_told_by(incident))), soft_wrap=True)
    for why in (*_why_together(incident), *_why_one_source(incident)):
        console.print(Padding(Text(visible(why)), INDENT))
    for charge in incident.responsibility[:3]:
        words = f"{charge.party}: {charge.status}, says {', '.join(charge.said_by) or 'nobody'}"
        denied = f"; denied by {', '.join(charge.denied_by)}" if charge.denied_by else ""
        console.print(Padding(Text(visible(words + denied)), INDENT))
    if incident.figures:
        console.print(Padding(_figures(incident.figures), INDENT))
    for dispute in incident.disputes:
        console.print(Padding(Text(visible(_dispute(dispute))), INDENT))


def _heading(incident: Incident) -> str:
    place = incident.where[0].name if incident.where else "no place named"
    day = days_words(incident.when.start, incident.when.end) or "no day known"
    basis = " (by the reports' days)" if incident.when.basis == "published" else ""
    return f"{day}{basis} · {place} · {incident.id}"


def _told_by(incident: Incident) -> str:
    counted = incident.counts
    reports = count_words(counted.reports if counted else len(incident.reports), "report")
    outlets = f" by {count_words(counted.outlets, 'outlet')}" if counted else ""
    sources = count_words(incident.independent_sources, "independent source")
    return f"{reports}{outlets}, {sources}: {', '.join(incident.reports)}"


def _why_one_source(incident: Incident) -> Iterator[str]:
    """Why there are fewer sources than reports: what are copies, and what is on one speaker's word."""
    found_at = {account.id: " ".join(account.uris) or account.id for account in incident.accounts}
    collapses = _joined(incident.collapses)
    for reports, collapse in collapses[:MOST_COLLAPSES]:
        names = ", ".join(found_at.get(each, each) for each in reports)
        about = f" for {collapse.about}" if collapse.about else ""
        yield f"One source{about}: {names} ({REASONS[collapse.reason]}: {collapse.why})"
    if (more := len(collapses) - MOST_COLLAPSES) > 0:
        yield f"One source: {count_words(more, 'more pair')} of reports"


def _joined(collapses: Iterable[SourceCollapse]) -> list[tuple[list[str], SourceCollapse]]:
    """The reports that one reason makes one source, as one row with the first of its pairs."""
    rows: list[tuple[list[str], SourceCollapse]] = []
    for each in collapses:
        alike = (row for row in rows if (row[1].reason, row[1].about) == (each.reason, each.about))
        known = next((reports for reports, _ in alike if not set(reports).isdisjoint(each.reports)), None)
        if known is None:
            rows.append((list(each.reports), each))
        else:
            known += [report for report in each.reports if report not in known]
    return rows


def _why_together(incident: Incident) -> Iterator[str]:
    """What most speaks for it that the reports tell of one happening, by how many of the joins it speaks for."""
    told = [(each.name, each.value.partition(" (")[0]) for join in incident.joins for each in join.features
            if each.bits >= LEAST_BITS and not each.value.startswith("unknown")]  # fmt: skip
    most = Counter(told).most_common(MOST_REASONS)
    words = "; ".join(f"{REASON_NAMES.get(name, name)}: {value} ({number})" for (name, value), number in most)
    if words:
        yield f"Together by: {words}; of {count_words(len(incident.joins), 'join')}"


def _figures(figures: Iterable[IncidentFigure]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False)
    for name in ("Figure", "Of", "Low", "Best", "High", "By"):
        table.add_column(name, overflow="fold")
    for figure in (each for each in figures if each.measure != "other"):
        numbers = ["" if n is None else f"{n:,g}" for n in (figure.low, figure.best, figure.high)]
        of = figure.group or ("" if figure.measure in OF_THINGS else "people")
        cells = [MEASURES[figure.measure], of, *numbers, figure.policy]
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table


def _dispute(dispute: IncidentDispute) -> str:
    sides = "; ".join(f"{side.says} ({', '.join(side.speakers)})" for side in dispute.sides)
    return f"Disputed: {dispute.about}: {sides}"
