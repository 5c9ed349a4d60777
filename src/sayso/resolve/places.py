"""Place mentions -> places: one sense of a name in a report, chosen by named features, or left open on a tie."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from sayso.records.mentions import Place
from sayso.resolve.gazetteer import GazetteerEntry, find_name
from sayso.resolve.gazetteer_fold import fold
from sayso.resolve.places_build import Key, Sense, sense_key, to_places
from sayso.resolve.places_context import gather, look_up
from sayso.resolve.places_score import Anchors, Context, Scored, kilometres, lies_in, score
from sayso.resolve.places_types import PlaceMention

SURE = 1.5
"""A lead of so many points makes a place an anchor for those around it."""
TIE = 0.05
SAME_PLACE_KM = 25.0
ROUNDS = 3
BIG, SPOKEN_OF = 300_000, 0.2
LEADING = 0.8
"""Share of the weight of the country that a report names most, from which on a name may be one of another spelling
there: of who fights abroad, a report names the forces often and the villages never."""
AT_HOME = 0.6
"""Weight of a country from which on a report is about it."""
FARTHEST_NEAR_KM = 400.0
"""No report tells where a town is by one that is farther away."""
WIDEST_TOWN_KM = 40.0
NEARBY = 0.3
"""Nearness to a place of the report, of 1, below which a town is far from all of them: some 180 km."""
LOCAL = frozenset(("city", "town", "village", "district", "site"))
SMALL = (" village", " hamlet", " neighborhood", " neighbourhood", " quarter")
KEPT = 12
"""So many candidates go into the second round."""
LEAST_CHANCE, PER_MENTION = 0.03, 0.12
Names = dict[str, tuple[GazetteerEntry, ...]]


def resolve_places(
    mentions: Sequence[PlaceMention], *, outlet: str | None = None, dateline: str | None = None
) -> tuple[Place, ...]:
    """The mentions of one report in, its places out, in the order of their first evidence.

    outlet: name or address, whose own place counts as near; dateline: the name of the place that the report was filed
    from. One place per sense, with the spans of all of its mentions; peoples are context only. A tie of two places
    more than 25 km apart, and a name that the gazetteer lacks, leave lat and lon null.
    """
    return to_places(mentions, weigh_senses(mentions, outlet=outlet, dateline=dateline))


def weigh_senses(
    mentions: Sequence[PlaceMention], *, outlet: str | None = None, dateline: str | None = None
) -> dict[Key, Sense]:
    """As `resolve_places`, up to the choice: each name's candidates, best first, and the chosen one, if any."""
    names, groups = look_up(mentions), _group(mentions)
    context = gather(mentions, names, outlet)
    if dateline:
        context.homes = (*context.homes, *find_name(dateline))
    ranked, view = _rank_all(groups, names, context)
    return {key: _sense(key, ranked[key], view) for key in groups}


def _sense(key: Key, ranked: list[Scored], view: Context) -> Sense:
    """What a name means: nothing that is known where the best candidate lies where the report has no business."""
    if ranked and _is_out_of_place(key, ranked[0], view):
        return Sense([], None)
    return Sense(ranked, _decided(ranked))


def _is_out_of_place(key: Key, best: Scored, view: Context) -> bool:
    """Whether a candidate is a town or a district that few know, or few by this name, in a country that a report on
    another one does not speak of: a namesake of a village that no gazetteer knows."""
    entry = best.entry
    known = (
        entry.level not in ("settlement", "admin2")
        or entry.capital
        or (entry.population >= BIG and entry.how != "other")
    )
    if known or best.features.keys() & {"qualifier", "home"} or entry.country in view.spoken_of:
        return False
    elsewhere = any(share >= AT_HOME for country, share in view.countries.items() if country != entry.country)
    return elsewhere and view.anchors.nearness(entry, but=key[0]) < NEARBY


def _group(mentions: Sequence[PlaceMention]) -> dict[Key, list[PlaceMention]]:
    """The mentions of one name together: one sense a report, but for "Kharkiv" and "Kharkiv region"."""
    groups: dict[Key, list[PlaceMention]] = {}
    for mention in mentions:
        if mention.role == "name":
            groups.setdefault(sense_key(mention), []).append(mention)
    return groups


def _rank_all(
    groups: dict[Key, list[PlaceMention]], names: Names, context: Context
) -> tuple[dict[Key, list[Scored]], Context]:
    """The candidates of every name, best first, and what is sure at last; each round sees what the one before has made
    sure."""
    entries = {
        key: [
            entry
            for entry in names[key[0]]
            if _may_be_meant(entry, context) and _may_be_called(entry, group) and _may_be_near(entry, group, names)
        ]
        for key, group in groups.items()
    }
    view, ranked = context, {}
    for _ in range(ROUNDS):
        ranked = {key: _rank(key, group, entries[key], names, view) for key, group in groups.items()}
        entries = {key: [one.entry for one in scored[:KEPT]] for key, scored in ranked.items()}
        view = _anchored(context, ranked, groups)
    return ranked, view


def _may_be_meant(entry: GazetteerEntry, context: Context) -> bool:
    """A place that the name only sounds like is meant where the report is above all about its country, or it is a big
    one of a report that is about none."""
    if entry.how == "sound":
        share = context.countries.get(entry.country or "", 0.0)
        about = share >= SPOKEN_OF and share >= LEADING * max(context.countries.values())
        return about or (entry.population >= BIG and not context.countries)
    return entry.how != "people"


def _may_be_called(entry: GazetteerEntry, group: list[PlaceMention]) -> bool:
    """Whether a place may be what the text calls it: no country is a district, no large city a village."""
    if entry.level in ("settlement", "site"):
        return entry.population < BIG or not any(mention.name.lower().endswith(SMALL) for mention in group)
    return entry.level != "country" or not all(mention.kind in LOCAL for mention in group)


def _may_be_near(entry: GazetteerEntry, group: list[PlaceMention], names: Names) -> bool:
    """Whether a town is not far from all that is told to be near it: "X, 20 km east of Y"; a part of a town, in it."""
    near = [names.get(fold(mention.near), ()) for mention in group if mention.near]
    towns = [names.get(fold(mention.town), ()) for mention in group if mention.town]
    return all(_is_within_km(entry, around, FARTHEST_NEAR_KM) for around in near if around) and all(
        _is_within_km(entry, around, WIDEST_TOWN_KM) for around in towns if around
    )


def _is_within_km(entry: GazetteerEntry, around: Sequence[GazetteerEntry], most: float) -> bool:
    """Whether it is so near to one of the places, or to the edge of one that is no town."""
    here = entry.lat, entry.lon
    return any(
        kilometres(here, (other.lat, other.lon)) <= most + (other.radius_m / 1000) * (other.level != "settlement")
        for other in around
    )


def _rank(
    key: Key, group: list[PlaceMention], entries: list[GazetteerEntry], names: Names, context: Context
) -> list[Scored]:
    kinds = sorted({mention.kind for mention in group if mention.kind is not None})
    lords = [names[fold(name)] for name in {mention.qualifiers[0] for mention in group if mention.qualifiers}]
    scored = [score(entry, context, name=key[0], group=entries, kinds=kinds, lords=lords) for entry in entries]
    return sorted(scored, key=lambda one: (-one.points, one.entry.id))


def _decided(ranked: list[Scored]) -> GazetteerEntry | None:
    """The best candidate; none where another one ties with it somewhere else."""
    if not ranked:
        return None
    best = ranked[0]
    rivals = [one for one in ranked[1:3] if best.points - one.points < TIE]
    return None if any(_is_elsewhere(best.entry, one.entry) for one in rivals) else best.entry


def _is_elsewhere(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    if lies_in(one, other) or lies_in(other, one):
        return False
    return kilometres((one.lat, one.lon), (other.lat, other.lon)) > SAME_PLACE_KM


def _anchored(context: Context, ranked: dict[Key, list[Scored]], groups: dict[Key, list[PlaceMention]]) -> Context:
    """The context with what is sure by now: places to be near to, and their countries and areas; unsure ones count
    less.
    """
    anchors, countries, areas = Anchors(), dict(context.countries), dict(context.areas)
    for key, scored in ranked.items():
        for one, chance in _chances(scored):
            if one.entry.level not in ("country", "water") and one.entry.country is not None:
                anchors.add(one.entry, key[0], math.sqrt(chance))
            if one.entry.level != "country":
                _raise(countries, one.entry.country, chance * len(groups[key]))
                _raise(areas, one.entry.admin1, chance * len(groups[key]))
    return msgspec.structs.replace(context, countries=countries, areas=areas, anchors=anchors)


def _chances(scored: list[Scored]) -> list[tuple[Scored, float]]:
    """The likeliest candidates with their share of exp(points) among all; one that leads by far is certain."""
    if len(scored) == 1 or (len(scored) > 1 and scored[0].points - scored[1].points >= SURE):
        return [(scored[0], 1.0)]
    weights = [math.exp(one.points - scored[0].points) for one in scored]
    chances = [weight / sum(weights) for weight in weights]
    return [(one, chance) for one, chance in zip(scored, chances, strict=True) if chance >= LEAST_CHANCE]


def _raise(shares: dict[str, float], name: str | None, often: float) -> None:
    if name:
        shares[name] = min(1.0, shares.get(name, 0.0) + PER_MENTION * often)
