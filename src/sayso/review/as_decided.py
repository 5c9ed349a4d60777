"""Incidents as the machine has them in, as people decided them out: what nobody decided on costs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Engine

from sayso.ledger import Decided
from sayso.records import Incident, IncidentReview
from sayso.review.docket import load_docket_of
from sayso.review.judged import BEGINNING, suggest_harm
from sayso.review.regroup import ids_decided_on
from sayso.review.reviewed import ReviewedIncident
from sayso.review.verdicts import decided_by_report


def review_browsed(
    engine: Engine, incidents: Sequence[Incident], log: Sequence[Decided]
) -> tuple[ReviewedIncident, ...]:
    """Incidents as they are kept in, as decided out, in their order: those that were merged once, those that were split
    in all their parts."""
    names, reports = ids_decided_on(log), decided_by_report(log).keys()
    touched = [each.id for each in incidents if _is_touched(each, names, reports)]
    decided = dict(_decided(engine, touched))
    reviewed = (part for each in incidents for part in decided.get(each.id) or [_untouched(each)])
    return tuple({each.incident.id: each for each in reviewed}.values())


def _is_touched(incident: Incident, names: Iterable[str], reports: Iterable[str]) -> bool:
    return any(name in names for name in (incident.id, *incident.earlier_ids)) or any(
        account.id in reports for account in incident.accounts
    )


def _decided(engine: Engine, names: Sequence[str]) -> Iterator[tuple[str, list[ReviewedIncident]]]:
    if names:
        docket = load_docket_of(engine, names)
        yield from ((name, [docket.review(part) for part in docket.parts_of(name)]) for name in names)


def _untouched(incident: Incident) -> ReviewedIncident:
    own = msgspec.structs.replace(incident, review=IncidentReview(state=BEGINNING))
    return ReviewedIncident(incident=own, state=BEGINNING, suggested=suggest_harm(incident))
