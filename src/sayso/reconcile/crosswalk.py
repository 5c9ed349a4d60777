"""Incidents in, rows of a crosswalk out: which report stands where, with which claims, and what put it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.codebook import load_joining
from sayso.records import Incident, Join

HEAD = (
    "incident", "report", "telling", "uri", "independent_source", "claims", "joined_by", "decision", "joined_to",
    "bits",
)  # fmt: skip


def crosswalk_columns() -> tuple[str, ...]:
    """The columns: what stands where, how it came there, and a column for each feature of the score."""
    return (*HEAD, *(feature.name for feature in load_joining().features))


def crosswalk_rows(incidents: Iterable[Incident]) -> Iterator[dict[str, str]]:
    """A row for each report of each incident. joined_by: score; decision, where a person put it there, whose key stands
    beside it; first for an incident's first report."""
    for incident in incidents:
        joins: dict[str, Join] = {join.report: join for join in reversed(incident.joins)}
        claims: dict[str, list[str]] = defaultdict(list)
        for claim in incident.claims:
            claims[claim.report].append(claim.id)
        for report in incident.accounts:
            yield {
                "incident": incident.id,
                "report": report.id,
                "telling": report.telling,
                "uri": " ".join(report.uris),
                "independent_source": report.source,
                "claims": " ".join(claims[report.id]),
                **_joined(joins.get(report.id)),
                **({"joined_by": "decision", "decision": report.decided_by} if report.decided_by else {}),
            }


def _joined(join: Join | None) -> dict[str, str]:
    if join is None:
        return {"joined_by": "first", "joined_to": "", "bits": ""}
    features = {each.name: f"{each.value} {each.bits:+g}" for each in join.features}
    return {"joined_by": "score", "joined_to": join.other, "bits": f"{join.bits:g}", **features}
