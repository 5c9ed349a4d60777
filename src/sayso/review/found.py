"""Answers of a search in, what people decided on the claims among them out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Engine

from sayso.ledger import Found, load_decisions, load_harvests, targets_on_claims
from sayso.review.verdicts import ReviewedClaim, decided_by_report, review_claims


def review_found(engine: Engine, found: Sequence[Found]) -> dict[tuple[str, str], ReviewedClaim]:
    """Answers in; ids of a report and of its claim -> how that was decided out, for those on which somebody decided.

    Where nobody decided on any of them, no record is read.
    """
    claims = {(each.report, each.id) for each in found if each.of == "claim"}
    targets = targets_on_claims(engine, sorted({id for _, id in claims}))
    if not targets:
        return {}
    decided = decided_by_report(load_decisions(engine, targets=targets))
    records = (each.record for each in load_harvests(engine, reports=sorted(decided)))
    reviewed = (claim for record in records for claim in review_claims(record, decided[record.report.id]))
    return {(claim.report, claim.id): claim for claim in reviewed if (claim.report, claim.id) in claims}
