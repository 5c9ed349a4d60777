"""An incident as one row: when, where, between whom, the figures, on how many sources it rests, what is in dispute."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Engine

from sayso.desk.sitrep_lines import name_to_show
from sayso.desk.sitrep_words import MEASURES, count_words, days_words, number_words
from sayso.records import Incident, IncidentFigure, IncidentPlace
from sayso.review import ReviewedIncident, Withheld, as_seen, load_docket_of

NO_PLACE = "no place named"
EXACT = ("site", "settlement")
"""Precisions of a place that may be drawn as a point; everything else is an area."""
READ = "machine_read"
PARTIES_SHOWN, FIGURES_SHOWN = 3, 4


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of an incident by a policy: bounds, and the same in words. group is null for people of any kind."""

    measure: str
    group: str | None
    low: float | None
    best: float | None
    high: float | None
    words: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One incident of a list. id: without its prefix, as addresses have it. start, end: ISO dates, inclusive.

    basis: told, published (no report names a day) or unknown. precision: of the place, as the contract names it.
    disputes: the kinds of what cannot all hold. state: where it stands in review. withheld: whoever asks may not see
    it, and nothing of it is told.
    """

    id: str
    sentence: str
    start: str | None
    end: str | None
    basis: str
    when: str
    place: str
    precision: str
    country: str | None
    lat: float | None
    lon: float | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    figures: tuple[Cell, ...]
    reports: int
    independent: int
    disputes: tuple[str, ...]
    state: str
    withheld: bool = False

    @property
    def exact(self) -> bool:
        """Whether its place may be drawn as a point."""
        return self.precision in EXACT

    @property
    def reviewed(self) -> bool:
        """Whether a person has looked."""
        return self.state != READ


def row_of(reviewed: ReviewedIncident) -> Row:
    """An incident as decided in, its row out."""
    incident = reviewed.incident
    place = incident.where[0] if incident.where else IncidentPlace(name=NO_PLACE, kind="unknown")
    return Row(
        id=short_id(incident.id),
        sentence=sentence_of(incident),
        start=incident.when.start,
        end=incident.when.end,
        basis=incident.when.basis,
        when=days_words(incident.when.start, incident.when.end),
        place=name_to_show(place.name),
        precision=place.precision,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        actors=parties_of(incident, "actor"),
        recipients=parties_of(incident, "recipient"),
        figures=tuple(cell_of(each) for each in incident.figures),
        reports=len(incident.accounts),
        independent=incident.independent_sources,
        disputes=tuple(dict.fromkeys(each.kind for each in incident.disputes)),
        state=reviewed.state,
    )


def rows_seen(engine: Engine, found: Iterable[ReviewedIncident], withheld: Withheld) -> list[Row]:
    """Incidents and what is withheld from whoever asks in; their rows out, without what withheld reports say."""
    return [_row_seen(engine, each, withheld) for each in found]


def _row_seen(engine: Engine, reviewed: ReviewedIncident, withheld: Withheld) -> Row:
    name = reviewed.incident.id
    if not withheld.touches(name):
        return row_of(reviewed)
    docket = load_docket_of(engine, [name])
    seen = as_seen(docket, docket.find(name), withheld)
    return row_of(seen) if seen else withheld_row(name)


def withheld_row(name: str) -> Row:
    """The row of an incident that whoever asks may not see."""
    return Row(
        id=short_id(name),
        sentence="Withheld.",
        start=None,
        end=None,
        basis="unknown",
        when="withheld",
        place="withheld",
        precision="unknown",
        country=None,
        lat=None,
        lon=None,
        actors=(),
        recipients=(),
        figures=(),
        reports=0,
        independent=0,
        disputes=(),
        state=READ,
        withheld=True,
    )


def short_id(name: str) -> str:
    """`incident:3f…` -> `3f…`, as addresses have it."""
    return name.partition(":")[2] or name


def cell_of(figure: IncidentFigure) -> Cell:
    """A figure with its bounds in words."""
    return Cell(
        measure=figure.measure,
        group=figure.group,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        words=f"{range_words(figure.low, figure.best, figure.high)} {_whom(figure)}",
    )


def range_words(low: float | None, best: float | None, high: float | None) -> str:
    """12; 12 to 15; 12 (10 to 15); 10 or more; up to 15; no number."""
    if low is not None and low == high:
        return number_words(low)
    if low is not None and high is not None:
        bounds = f"{number_words(low)} to {number_words(high)}"
    elif low is not None:
        bounds = f"{number_words(low)} or more"
    elif high is not None:
        bounds = f"up to {number_words(high)}"
    else:
        return number_words(best) if best is not None else "no number"
    return bounds if best is None else f"{number_words(best)} ({bounds})"


def parties_of(incident: Incident, role: str) -> tuple[str, ...]:
    """The names of the parties that stand on one side of the deeds, or on both."""
    return tuple(name_to_show(each.name) for each in incident.parties if each.role in (role, "both"))


def sentence_of(incident: Incident) -> str:
    """What is known, in a sentence: the figures, who to whom, where, when, and on how many sources it rests."""
    figures = [cell_of(each).words for each in _foremost(incident.figures)]
    told = "; ".join(filter(None, [", ".join(figures), _between(incident)])) or "Told without figures or parties"
    where = name_to_show(incident.where[0].name) if incident.where else NO_PLACE
    sources = count_words(incident.independent_sources, "independent source")
    reports = count_words(len(incident.accounts), "report")
    said = f"{told}. {where}, {days_words(incident.when.start, incident.when.end)}, as {sources} in {reports} tell it."
    return said[0].upper() + said[1:]


def _foremost(figures: tuple[IncidentFigure, ...]) -> Iterable[IncidentFigure]:
    """The gravest measures first, people of any kind before groups of them."""
    order = {measure: at for at, measure in enumerate(MEASURES)}
    whole = {each.measure for each in figures if each.group is None}
    kept = (each for each in figures if each.group is None or each.measure not in whole)
    return sorted(kept, key=lambda each: order[each.measure])[:FIGURES_SHOWN]


def _between(incident: Incident) -> str:
    actors, recipients = (parties_of(incident, role)[:PARTIES_SHOWN] for role in ("actor", "recipient"))
    if set(actors) == set(recipients):
        return f"between {' and '.join(actors)}" if len(actors) > 1 else ", ".join(actors)
    said = [f"by {', '.join(actors)}" if actors else "", f"to {', '.join(recipients)}" if recipients else ""]
    return " ".join(filter(None, said))


def _whom(figure: IncidentFigure) -> str:
    group = f" ({figure.group.replace('_', ' ')})" if figure.group else ""
    return MEASURES[figure.measure] + group
