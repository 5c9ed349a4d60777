"""What a merge, a split or a move would come to, field by field, before anybody decides: nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from sayso.ledger import Decided, Decision
from sayso.records import Incident, IncidentFigure, IncidentPlace
from sayso.review.docket import Docket
from sayso.review.on_incidents import plan_merge, plan_move, plan_split
from sayso.review.regroup import PARTS
from sayso.review.reviewed import ReviewedIncident

NOBODY = "preview"
Values = Sequence[Any]
Judge = Callable[[Values], str | None]
"""What a field is in several incidents in; why that can't all hold of one, or None, out."""


class PreviewField(msgspec.Struct, frozen=True, kw_only=True):
    """A field: what it is in each incident before, and in each after; as JSON.

    field: when, where, figure, actors, recipients, reports, sources, state, assignee, harm or information; of: the
    measure and the group of a figure, as "killed civilians". conflict: why the incidents can't be of one mind on it, or
    null.
    """

    field: str
    of: str | None = None
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    conflict: str | None = None


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents as they are and as they would be, and their fields side by side, those in conflict first."""

    before: tuple[ReviewedIncident, ...]
    after: tuple[ReviewedIncident, ...]
    fields: tuple[PreviewField, ...]

    @property
    def conflicts(self) -> tuple[PreviewField, ...]:
        """The fields in which the incidents can't both be right, or on which people have decided differently."""
        return tuple(each for each in self.fields if each.conflict)


def preview_merge(docket: Docket, incidents: Sequence[str]) -> Preview:
    """Ids of incidents in, what their merge would come to out. Raises DecisionRefused, as the merge itself would."""
    return _preview(docket, plan_merge(docket, incidents, who=NOBODY, reason=NOBODY))


def preview_split(docket: Docket, incident: str, reports: Sequence[str]) -> Preview:
    """An incident's id, and the reports that would be another one, in; what the split would come to out."""
    return _preview(docket, plan_split(docket, incident, reports, who=NOBODY, reason=NOBODY))


def preview_move(docket: Docket, report: str, source: str, to: str) -> Preview:
    """A report, the incident that it stands in, and the one to which it would go, in; what that would come to out."""
    return _preview(docket, plan_move(docket, report, source, to, who=NOBODY, reason=NOBODY))


def _preview(docket: Docket, planned: Decision) -> Preview:
    taken = Decided(number=docket.number + 1, key=NOBODY, previous=None, decided_at="", decision=planned)
    later = Docket(docket.machine, (*docket.log, taken), policy=docket.policy)
    before = _named(docket, planned.before[PARTS])
    after = _named(later, planned.after[PARTS])
    fields = _fields(before, after)
    return Preview(before=before, after=after, fields=tuple(sorted(fields, key=lambda each: each.conflict is None)))


def _named(docket: Docket, parts: Sequence[Sequence[str]]) -> tuple[ReviewedIncident, ...]:
    return tuple(docket.review(docket.find(part[0])) for part in parts)


def _fields(before: Sequence[ReviewedIncident], after: Sequence[ReviewedIncident]) -> Iterator[PreviewField]:
    """Each field, judged by the side on which there are more incidents."""
    for field, (read, judge) in FIELDS.items():
        yield _field(field, None, [read(each) for each in before], [read(each) for each in after], judge)
    sides = [[_figures(each.incident) for each in side] for side in (before, after)]
    for of in dict.fromkeys(of for side in sides for figures in side for of in figures):
        yield _field("figure", of, *([figures.get(of) for figures in side] for side in sides), _apart)


def _field(field: str, of: str | None, before: Values, after: Values, judge: Judge) -> PreviewField:
    known = [value for value in max(before, after, key=len) if value not in (None, [])]
    conflict = judge(known) if len(known) > 1 else None
    return PreviewField(field=field, of=of, before=tuple(before), after=tuple(after), conflict=conflict)


# -- what a field is ----------------------------------------------------------------------------------------------
def _when(reviewed: ReviewedIncident) -> dict[str, str] | None:
    when = reviewed.incident.when
    return msgspec.to_builtins(when) if when.start else None


def _where(reviewed: ReviewedIncident) -> list[dict[str, Any]]:
    return [msgspec.to_builtins(place) for place in reviewed.incident.where]


def _parties(*roles: str) -> Callable[[ReviewedIncident], list[str]]:
    return lambda reviewed: [party.name for party in reviewed.incident.parties if party.role in roles]


def _figures(incident: Incident) -> dict[str, dict[str, Any]]:
    return {_name(figure): {side: getattr(figure, side) for side in SIDES} for figure in incident.figures}


def _name(figure: IncidentFigure) -> str:
    return " ".join(filter(None, (figure.measure, figure.group)))


# -- what can't all hold ------------------------------------------------------------------------------------------
SIDES = ("low", "best", "high")


def _never(_: Values) -> str | None:
    return None


def _other_days(values: Values) -> str | None:
    """Days that do not touch."""
    last_start, first_end = max(each["start"] for each in values), min(each["end"] or each["start"] for each in values)
    return "their days do not touch" if first_end < last_start else None


def _other_places(values: Values) -> str | None:
    """No place in common."""
    names = [{_place(msgspec.convert(place, IncidentPlace)) for place in places} for places in values]
    return None if set.intersection(*names) else "they have no place in common"


def _place(place: IncidentPlace) -> str:
    return str(place.geonames or f"{place.name.casefold()} {place.country}")


def _other_actors(values: Values) -> str | None:
    return None if set.intersection(*map(set, values)) else "nobody is said to have acted in all of them"


def _apart(values: Values) -> str | None:
    """Bounds that do not touch."""
    bounds = [[each[side] for side in SIDES if each[side] is not None] for each in values]
    lows, highs = [min(each) for each in bounds if each], [max(each) for each in bounds if each]
    return "their bounds do not touch" if lows and max(lows) > min(highs) else None


def _decided_differently(values: Values) -> str | None:
    return "people have decided differently" if any(each != values[0] for each in values) else None


FIELDS: dict[str, tuple[Callable[[ReviewedIncident], Any], Judge]] = {
    "when": (_when, _other_days),
    "where": (_where, _other_places),
    "actors": (_parties("actor", "both"), _other_actors),
    "recipients": (_parties("recipient", "both"), _never),
    "reports": (lambda each: len({account.id for account in each.incident.accounts}), _never),
    "sources": (lambda each: each.incident.independent_sources, _never),
    "state": (lambda each: each.state, _decided_differently),
    "assignee": (lambda each: each.assignee, _decided_differently),
    "harm": (lambda each: each.harm.value if each.harm else None, _decided_differently),
    "information": (lambda each: each.information.value if each.information else None, _decided_differently),
}
"""Field -> how it is read off an incident, and what of it can't all hold."""
