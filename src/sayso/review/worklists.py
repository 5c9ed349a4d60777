"""Worklists: incidents that wait for somebody. And what has been decided on one of them, from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Engine

from sayso.codebook import load_states
from sayso.ledger import Decided, load_confidence
from sayso.review.docket import Docket
from sayso.review.regroup import PARTS, DecidedGroup
from sayso.review.reviewed import ReviewedIncident
from sayso.review.verdicts import claim_targets

CHANGED = frozenset(state.name for state in load_states().states if state.set_by == "change")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a worklist asks for; what is left out is not asked.

    state: one of the states; assignee: to whom it is given; changed: approved or signed off, and another since; rivals:
    figures that cannot both hold; one_source: no second independent source; below: a claim behind its figures has a
    confidence under this, 0 to 1.
    """

    state: str | None = None
    assignee: str | None = None
    changed: bool = False
    rivals: bool = False
    one_source: bool = False
    below: float | None = None


def work_list(docket: Docket, wanted: Wanted | None = None) -> tuple[ReviewedIncident, ...]:
    """A docket and what is wanted in, the incidents that answer to all of it out, by day, then by id."""
    asked = wanted or Wanted()
    found = (each for each in docket.incidents() if answers_to(each, asked))
    return tuple(each for each in found if is_below(docket, docket.find(each.incident.id), asked.below))


def is_below(docket: Docket, group: DecidedGroup, share: float | None) -> bool:
    """Whether a claim behind an incident's figures is less sure than this, 0 to 1; None asks nothing."""
    if share is None:
        return True
    confidence = docket.confidence(group)
    return confidence is not None and confidence < share


def those_below(engine: Engine, found: Sequence[ReviewedIncident], share: float) -> Iterator[ReviewedIncident]:
    """Incidents as decided in; those of which a claim behind the figures is less sure than this, 0 to 1, out. As
    `is_below` says, without what their reports say."""
    confidence = load_confidence(engine, (claim.report for each in found for claim in each.incident.claims))
    for each in found:
        counted = {claim for figure in each.incident.figures for claim in figure.claims}
        claims = [claim for claim in each.incident.claims if not counted or claim.id in counted]
        if min((confidence.get((claim.report, claim.id), 1.0) for claim in claims), default=1.0) < share:
            yield each


def answers_to(each: ReviewedIncident, wanted: Wanted) -> bool:
    """Whether an incident is what a worklist asks for, its confidence aside."""
    rivals = any(dispute.kind == "figures" for dispute in each.incident.disputes)
    return (
        wanted.state in (None, each.state)
        and wanted.assignee in (None, each.assignee)
        and (not wanted.changed or each.state in CHANGED)
        and (not wanted.rivals or rivals)
        and (not wanted.one_source or each.incident.independent_sources < 2)
    )


def history(docket: Docket, incident: str) -> tuple[Decided, ...]:
    """An incident's id in, the rows of the log that are about it, its reports, their outlets or its claims, undone ones
    and undoings among them, out. Raises DecisionRefused."""
    names = _names(docket, docket.find(incident))
    return tuple(each for each in docket.log if names & _about(each))


def _names(docket: Docket, group: DecidedGroup) -> frozenset[tuple[str, str]]:
    """Everything of an incident on which somebody may decide, as kind and name."""
    names = {("incident", key) for key, each in docket.group_of.items() if each is group}
    for telling in map(docket.machine.tellings.__getitem__, group.tellings):
        record = docket.machine.accounts[telling.report][0].record
        told = {*telling.claims}
        claims = [claim for claim in record.claims if claim.id in told]
        names |= {("report", telling.report), ("outlet", record.report.outlet or "")}
        names |= {("claim", target) for target in claim_targets(record, claims)}
    return frozenset(names)


def _about(decided: Decided) -> frozenset[tuple[str, str]]:
    said = decided.decision
    targets = {(said.of, target) for target in said.targets}
    if isinstance(said.after, Mapping) and PARTS in said.after:
        targets |= {("incident", each) for value in (said.before, said.after) for part in value[PARTS] for each in part}
    return frozenset(targets)
