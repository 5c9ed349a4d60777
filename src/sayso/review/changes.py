"""What changed: each incident as decided, compared with what was told of it last; what is another is told.

It goes on from where it came to: incidents that were made since, and those on which somebody decided since. Where the
machine has grouped all anew, every group that is not told as it is now is looked at. What was found is compared and
told a few incidents at a time, in turns, so that it can be stopped anywhere and goes on the next time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Engine

from sayso.codebook import load_states
from sayso.ledger import (
    Change,
    Decided,
    ToldUpTo,
    all_groups,
    all_told,
    append_change,
    find_changes,
    groups_by_day,
    groups_of,
    last_change_of,
    load_decisions,
    members_of,
    note_told,
    note_told_up_to,
    taking_turn,
    tellings_named,
    tellings_of_incident,
    tellings_of_reports,
    told_of_reports,
    told_up_to_now,
    up_to_now,
)
from sayso.reconcile import incident_id
from sayso.review.docket import Docket, docket_of_tellings
from sayso.review.headlines import ToldIncident, tell_incident
from sayso.review.regroup import DecidedGroup, ids_of
from sayso.review.verdicts import REPORT
from sayso.review.withheld import LEAST, Withheld, load_withheld, touched_otherwise

GROUPS_AT_ONCE = 50
FOUND_RIGHT = frozenset(state.name for state in load_states().states if state.changed)
"""States in which a person has found right what an incident says now."""
UNCOMPARED = ("headline", "corrected", "superseded")
"""What of a telling may be other words for the same."""
Told = Mapping[int, tuple[Change, ToldIncident]]


class _Due(msgspec.Struct, frozen=True, kw_only=True):
    """What has to be looked at: groups by their keys, in order, changes of whose ids no telling is left; the decisions,
    and what is withheld by them; and how far all is told once that is done."""

    groups: list[str]
    left: list[int]
    log: list[Decided]
    withheld: Withheld
    reached: ToldUpTo


def note_changes(engine: Engine) -> int:
    """A ledger in whose incidents are up to date; how many changes were noted out. `load_changes` gives them.

    It may be stopped anywhere, and goes on the next time; what is told is not told again. Several at once take turns.
    """
    noted = 0
    while due := _find_due(engine):
        batches = (due.groups[at : at + GROUPS_AT_ONCE] for at in range(0, len(due.groups), GROUPS_AT_ONCE))
        counts = [_note_some(engine, due, each) for each in batches]
        noted += sum(counts) + _finish(engine, due)
    return noted


# -- what is due --------------------------------------------------------------------------------------------------
def _find_due(engine: Engine) -> _Due | None:
    """What is due; None where all is told."""
    with engine.connect() as connection:
        now, before = up_to_now(connection), told_up_to_now(connection)
    if now is None or now == before:
        return None
    log = load_decisions(engine)
    now = msgspec.structs.replace(now, decision=len(log))
    withheld = load_withheld(engine, LEAST, log=log)
    touched = touched_otherwise(engine, log, before.decision if before else 0)
    with engine.connect() as connection:
        if before is None or before.generation != now.generation:
            groups, left = _due_of_all(connection, log, touched, now)
        else:
            made = groups_by_day(connection, after=before.entry)
            decided = _decided_since(connection, log[before.decision :], touched, now.generation)
            groups, left = groups_by_day(connection, of={*made, *decided}), []
    return _Due(groups=groups, left=left, log=log, withheld=withheld, reached=now)


def _due_of_all(
    connection: Connection, log: list[Decided], touched: Iterable[str], now: ToldUpTo
) -> tuple[list[str], list[int]]:
    """Every group that is not told as it stands, and the changes of whose ids no telling is left."""
    told = all_told(connection)
    groups = all_groups(connection, now.generation)
    names = {key: [incident_id(each) for each in tellings] for key, tellings in groups.items()}
    same = {key for key, ids in names.items() if key in told and all(told.get(id) == told[key] for id in ids)}
    standing = {told[id] for ids in names.values() for id in ids if id in told}
    decided = _decided_since(connection, log, touched, now.generation)
    due = groups_by_day(connection, of=(groups.keys() - same) | decided)
    return due, sorted({*told.values()} - standing)


def _decided_since(connection: Connection, log: Iterable[Decided], touched: Iterable[str], generation: int) -> set[str]:
    """Keys of the groups on which decisions, or undoings, may have a bearing. touched: ids of incidents that are
    withheld by them, or no more."""
    ids: set[str] = {*touched}
    reports: set[str] = set()
    for each in log:
        if each.decision.of == "incident":
            ids.update(ids_of(each))
        elif each.decision.of == "claim":
            reports.update(_reports_of(each))
    tellings = [*tellings_named(connection, sorted(ids)).values(), *tellings_of_reports(connection, sorted(reports))]
    return {*groups_of(connection, generation, tellings).values()}


def _reports_of(decided: Decided) -> Iterator[str]:
    for value in (decided.decision.before, decided.decision.after):
        if isinstance(value, Mapping) and REPORT in value:
            yield value[REPORT]


# -- to tell ------------------------------------------------------------------------------------------------------
def _note_some(engine: Engine, due: _Due, keys: Sequence[str]) -> int:
    """Tells what is another among the incidents of these groups, and those that decisions tie to them."""
    with taking_turn(engine) as connection:
        if not _is_current(connection, due):
            return 0
        tellings = [each for group in members_of(connection, due.reached.generation, keys).values() for each in group]
        docket = docket_of_tellings(engine, tellings, due.log)
        return _Teller(connection, docket, due.withheld).tell_all()


def _finish(engine: Engine, due: _Due) -> int:
    """Cancels what is gone and notes how far all is told, if the groups are still those that were looked at."""
    with taking_turn(engine) as connection:
        if not _is_current(connection, due):
            return 0
        changes = find_changes(connection, due.left).values()
        gone = [each for each in changes if each.kind != "cancel"]
        for each in gone:
            _cancel(connection, each, into=None)
        note_told_up_to(connection, due.reached)
        return len(gone)


def _is_current(connection: Connection, due: _Due) -> bool:
    now = up_to_now(connection)
    return now is not None and now.generation == due.reached.generation


def _cancel(connection: Connection, last: Change, *, into: str | None) -> None:
    """An incident is one no more. Where nothing goes on in its place, its id leads to this."""
    said = Change(
        number=0, at="", kind="cancel", incident=last.incident, replaces=last.number, into=into,
        reviewed=last.reviewed, body=last.body,
    )  # fmt: skip
    append_change(connection, said, () if into else (last.incident,))


class _Teller:
    """The incidents of a docket beside what was told last under their ids."""

    def __init__(self, connection: Connection, docket: Docket, withheld: Withheld) -> None:
        self.connection, self.docket, self.withheld = connection, docket, withheld
        self.key_of = {telling: key for group, key in docket.machine.keys.items() for telling in group}
        self.before = told_of_reports(connection, sorted({*docket.machine.reports.values()}))
        changes = find_changes(connection, {each.number for each in self.before})
        self.told: Told = {
            number: (each, msgspec.convert(each.body, ToldIncident))
            for number, each in changes.items()
            if each.kind != "cancel"
        }

    def tell_all(self) -> int:
        """Tells them by day, then by id; an incident that went into another is cancelled behind that one."""
        groups = {self.docket.review(each).incident.id: each for each in self.docket.regrouped.groups}
        incidents = {id: self.docket.review(each).incident for id, each in groups.items()}
        homes = {number: self._home(change) for number, (change, _) in sorted(self.told.items())}
        noted = 0
        for id in sorted(incidents, key=lambda id: (incidents[id].when.start or "9999", id)):
            here = [self.told[number][0] for number, home in homes.items() if home is groups[id]]
            first, *others = sorted(here, key=lambda each: (each.incident != id, each.number)) or [None]
            noted += self._tell(id, groups[id], first)
            for each in others:
                _cancel(self.connection, each, into=id)
            noted += len(others)
        return noted

    def _home(self, change: Change) -> DecidedGroup | None:
        """The group that goes on as what was told: that of the telling which its id names, of its report, or else of
        any that it spoke for. None where that one is not in this docket."""
        ids = [change.incident, *(each.id for each in self.before if each.number == change.number)]
        for id in dict.fromkeys(ids):
            if found := self.docket.group_of.get(id):
                return found
            if keys := tellings_of_incident(self.connection, id):
                return self.docket.group_of.get(incident_id(keys[0]))
        return None

    def _tell(self, id: str, group: DecidedGroup, last: Change | None) -> int:
        """Tells of a group where it is another than was told; how many changes that took."""
        reviewed = self.docket.review(group)
        now = tell_incident(reviewed, withheld=self.withheld.touches(id))
        targets = [*(incident_id(each) for each in group.tellings), *self._keys(group)]
        kind = self._kind(group, now, last)
        if last and kind is None:
            note_told(self.connection, last.number, targets, instead_of=last.number)
            return 0
        cancelled = None if last else last_change_of(self.connection, id)
        replaces = last or (cancelled if cancelled and cancelled.kind == "cancel" else None)
        said = Change(
            number=0, at="", kind=kind or "new", incident=id, replaces=replaces.number if replaces else None,
            reviewed=now.state in FOUND_RIGHT, body=msgspec.to_builtins(now),
        )  # fmt: skip
        append_change(self.connection, said, targets)
        return 1

    def _keys(self, group: DecidedGroup) -> list[str]:
        """The names of the machine's groups of which a group has tellings."""
        return sorted({self.key_of[each] for each in group.tellings if each in self.key_of})

    def _kind(self, group: DecidedGroup, now: ToldIncident, last: Change | None) -> str | None:
        if last is None:
            return "new"
        then = self.told[last.number][1]
        reports = {each.report for each in self.before if each.number == last.number}
        told_by = {self.docket.machine.reports[each] for each in group.tellings}
        if _compared(now) == _compared(then) and reports == told_by:
            return None
        reworded = now.corrected != then.corrected
        taken_back = now.figures != then.figures and self._superseded(group, now, then, reports)
        return "correction" if reworded or taken_back else "update"

    def _superseded(self, group: DecidedGroup, now: ToldIncident, then: ToldIncident, reports: set[str]) -> bool:
        """Whether a word that was told of holds no more, since its source has said another."""
        incident = self.docket.review(group).incident
        report_of = {claim.id: claim.report for claim in incident.claims}
        return any(report_of.get(claim) in reports for claim in {*now.superseded} - {*then.superseded})


def _compared(told: ToldIncident) -> dict[str, object]:
    return {name: value for name, value in msgspec.structs.asdict(told).items() if name not in UNCOMPARED}
