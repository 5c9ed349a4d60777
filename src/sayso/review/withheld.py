"""What is withheld from whom: reports and incidents that only some may see.

To withhold is a decision like any other: in the log, with who, when and why, and undone exactly. It hangs on the
report, or on every telling of the incident as it is then, so that a part which is split off stays withheld, and an
incident into which it is merged becomes so. A report of a withheld incident is withheld; so is an incident all of whose
reports are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import (
    Decided,
    Decision,
    DecisionTarget,
    Role,
    append_decision,
    load_decisions,
    may,
    reports_named,
    tellings_named,
    tellings_of_reports,
)
from sayso.reconcile import incident_id
from sayso.records import Incident
from sayso.review.deciding import VALUE
from sayso.review.docket import Docket, docket_of_tellings, load_docket
from sayso.review.regroup import DecidedGroup
from sayso.review.reviewed import ReviewedIncident

FIELD = "withheld"
LEAST: Role = "reader"
"""Who sees least: what is told to everybody is told as to them."""


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody may not see. reports: ids. hidden: all ids of incidents that are withheld as a whole; partly: of
    those in which a withheld report stands beside others."""

    reports: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()

    def hides(self, incident: Incident) -> bool:
        """Whether an incident is withheld as a whole."""
        return not self.hidden.isdisjoint((incident.id, *incident.earlier_ids))

    def touches(self, name: str) -> bool:
        """Whether an incident, by any id that it has or had, is withheld, or has a withheld report: what was told of it
        may rest on that."""
        return name in self.hidden or name in self.partly


NOTHING = Withheld()


# -- to decide ----------------------------------------------------------------------------------------------------
def withhold_report(engine: Engine, report: str, *, who: str, reason: str, withheld: bool = True) -> Decided:
    """A report (id, or where it was found) in, withheld from now on (or, where withheld is false, no more), out. Raises
    DecisionRefused."""
    found = reports_named(engine, report)
    if len(found) != 1:
        raise DecisionRefused(f"there is {'more than one' if found else 'no'} report {report!r}")
    return _withhold(engine, "report", found, withheld=withheld, who=who, reason=reason)


def withhold_incident(
    engine: Engine, incident: str, *, who: str, reason: str, withheld: bool = True, docket: Docket | None = None
) -> Decided:
    """An incident's id in, withheld from now on with all its reports (or no more), out. Raises DecisionRefused."""
    docket = docket or load_docket(engine)
    ids = [incident_id(each) for each in docket.in_order(docket.find(incident))]
    return _withhold(engine, "incident", ids, withheld=withheld, who=who, reason=reason)


def _withhold(
    engine: Engine, of: DecisionTarget, names: Sequence[str], *, withheld: bool, who: str, reason: str
) -> Decided:
    marked = _marked(load_decisions(engine), of)
    targets = tuple(each for each in names if (each in marked) is not withheld)
    if not targets:
        raise DecisionRefused(f"the {of} is {'withheld already' if withheld else 'not withheld'}")
    taken = Decision(
        kind="withhold", who=who, reason=reason, of=of, targets=targets, field=FIELD, before={VALUE: not withheld},
        after={VALUE: withheld},
    )  # fmt: skip
    return append_decision(engine, taken)


def _marked(log: Iterable[Decided], of: DecisionTarget) -> set[str]:
    """The reports, or the ids of incidents, of which the last word that stands is that they are withheld."""
    said: dict[str, bool] = {}
    for each in log:
        if each.stands and each.decision.kind == "withhold" and each.decision.of == of:
            said.update(dict.fromkeys(each.decision.targets, each.decision.after[VALUE]))
    return {name for name, withheld in said.items() if withheld}


# -- to see -------------------------------------------------------------------------------------------------------
def load_withheld(engine: Engine, role: Role, *, log: Sequence[Decided] | None = None) -> Withheld:
    """What somebody of that role may not see. log: the decisions, where they are at hand."""
    if may(role, "see_withheld"):
        return NOTHING
    log = load_decisions(engine) if log is None else log
    reports, ids = _marked(log, "report"), _marked(log, "incident")
    if not reports and not ids:
        return NOTHING
    with engine.connect() as connection:
        named = tellings_named(connection, sorted(ids)).values()
    docket = docket_of_tellings(engine, list(named), log)
    for group in docket.regrouped.groups:
        if not ids.isdisjoint(_ids(group)):
            reports |= _reports(docket, group)
    return _spread(engine, log, reports)


def _spread(engine: Engine, log: Sequence[Decided], reports: set[str]) -> Withheld:
    """Withheld reports in, with the incidents in which they stand out."""
    with engine.connect() as connection:
        tellings = tellings_of_reports(connection, sorted(reports))
    docket = docket_of_tellings(engine, tellings, log)
    touched = [group for group in docket.regrouped.groups if not reports.isdisjoint(_reports(docket, group))]
    hidden = {id for group in touched if _reports(docket, group) <= reports for id in _ids(group)}
    partly = {id for group in touched for id in _ids(group)} - hidden
    return Withheld(reports=frozenset(reports), hidden=frozenset(hidden), partly=frozenset(partly))


def touched_otherwise(engine: Engine, log: Sequence[Decided], number: int) -> frozenset[str]:
    """The log, and how many of its decisions were taken into account before, in; the ids of the incidents that are
    withheld, in part at least, and were not then, or were and are no more, out."""
    if not any(each.decision.of in ("report", "incident") and each.decision.field == FIELD for each in log[number:]):
        return frozenset()
    then, now = (load_withheld(engine, LEAST, log=each) for each in (_as_it_was(log, number), log))
    return (then.hidden | then.partly) ^ (now.hidden | now.partly)


def _as_it_was(log: Sequence[Decided], number: int) -> list[Decided]:
    """The first decisions of a log, before any later one took one of them back."""
    first = log[:number]
    keys = {each.key for each in first}
    return [
        each if each.undone_by is None or each.undone_by in keys else msgspec.structs.replace(each, undone_by=None)
        for each in first
    ]


def as_seen(docket: Docket, group: DecidedGroup, withheld: Withheld) -> ReviewedIncident | None:
    """An incident as somebody may see it from whom that is withheld: without what withheld reports say of it, in its
    figures too; None where all of it is withheld."""
    if not withheld.hidden.isdisjoint(_ids(group)):
        return None
    if withheld.reports.isdisjoint(_reports(docket, group)):
        return docket.review(group)
    return docket.review_without(group, withheld.reports)


def _ids(group: DecidedGroup) -> Iterator[str]:
    return (incident_id(each) for each in group.tellings)


def _reports(docket: Docket, group: DecidedGroup) -> set[str]:
    return {docket.machine.reports[each] for each in group.tellings}
