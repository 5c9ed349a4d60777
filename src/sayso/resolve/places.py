"""Place mentions -> places: one sense of a name in a report, chosen by named features, or left open on a tie."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records.mentions import Place
from sayso.resolve.gazetteer import GazetteerEntry
from sayso.resolve.gazetteer_fold import fold
from sayso.resolve.places_build import Sense, to_places
from sayso.resolve.places_context import gather, look_up
from sayso.resolve.places_score import Context, Scored, kilometres, score
from sayso.resolve.places_types import PlaceMention

SURE = 1.5
"""A lead of so many points makes a place an anchor for those around it."""
TIE = 0.05
SAME_PLACE_KM = 25.0
ROUNDS = 2


def resolve_places(
    mentions: Sequence[PlaceMention], *, outlet: str | None = None, dateline: str | None = None
) -> tuple[Place, ...]:
    """The mentions of one report in, its places out, in the order of their first evidence.

    outlet: name or address, whose own place counts as near; dateline: the name of the place that the report was filed from.
    One place per sense, with the spans of all of its mentions; peoples are context only. A tie of two places more than 25 km
    apart, and a name that the gazetteer lacks, leave lat and lon null.
    """
    names = look_up(mentions)
    groups = _group(mentions)
    context = gather(mentions, names, outlet)
    if dateline:
        context.homes = (*context.homes, *names.get(fold(dateline), ()))
    ranked: dict[str, list[Scored]] = {}
    for _ in range(ROUNDS):
        ranked = {key: _rank(key, group, names, context) for key, group in groups.items()}
        context = _anchored(context, ranked, groups)
    senses = {key: Sense(group, ranked[key], _decided(ranked[key])) for key, group in groups.items()}
    return to_places(mentions, senses)


def _group(mentions: Sequence[PlaceMention]) -> dict[str, list[PlaceMention]]:
    """The mentions of one name together: one sense a report."""
    groups: dict[str, list[PlaceMention]] = {}
    for mention in mentions:
        if mention.role == "name":
            groups.setdefault(fold(mention.name), []).append(mention)
    return groups


def _rank(
    key: str, group: list[PlaceMention], names: dict[str, tuple[GazetteerEntry, ...]], context: Context
) -> list[Scored]:
    entries = [entry for entry in names[key] if entry.how != "people"]
    kinds = [mention.kind for mention in group if mention.kind is not None]
    lords = [names[fold(mention.qualifiers[0])] for mention in group if mention.qualifiers]
    scored = [score(entry, context, group=entries, kinds=kinds, lords=lords) for entry in entries]
    return sorted(scored, key=lambda one: (-one.points, one.entry.id))


def _decided(ranked: list[Scored]) -> GazetteerEntry | None:
    """The best candidate; none where another one ties with it somewhere else."""
    if not ranked:
        return None
    best = ranked[0]
    rivals = [one for one in ranked[1:3] if best.points - one.points < TIE]
    here = (best.entry.lat, best.entry.lon)
    far = any(kilometres(here, (one.entry.lat, one.entry.lon)) > SAME_PLACE_KM for one in rivals)
    return None if far else best.entry


def _anchored(context: Context, ranked: dict[str, list[Scored]], groups: dict[str, list[PlaceMention]]) -> Context:
    """The context with what is sure by now: places to be near to, and their countries and areas."""
    anchors, countries, areas = [], dict(context.countries), dict(context.areas)
    for key, scored in ranked.items():
        if not scored or (len(scored) > 1 and scored[0].points - scored[1].points < SURE):
            continue
        entry, often = scored[0].entry, len(groups[key])
        if entry.level not in ("country", "water") and entry.country is not None:
            anchors.append((entry.lat, entry.lon, entry.id))
            countries[entry.country] = min(1.0, countries.get(entry.country, 0.0) + 0.15 * often)
            if entry.admin1:
                areas[entry.admin1] = min(1.0, areas.get(entry.admin1, 0.0) + 0.15 * often)
    return Context(countries, areas, anchors, context.homes, context.home_country)
