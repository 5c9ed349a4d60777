"""Chosen senses -> Place records: ids, precision, uncertainty, what lies within what."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import msgspec

from sayso.records.ids import content_id
from sayso.records.mentions import Candidate, Place, PlacePrecision
from sayso.records.spans import Span, tidy
from sayso.resolve.gazetteer import GazetteerEntry, open_gazetteer
from sayso.resolve.gazetteer_fold import fold
from sayso.resolve.places_score import METRES_PER_DEGREE, PART_RADIUS, PART_SHIFT, Scored, kilometres, lies_in, rank
from sayso.resolve.places_types import PlaceMention

Key = tuple[str, str]
"""A folded name and what the text calls it, where that is an area or a water; a town needs no word."""
CAPITAL = " capital"
"""How "the Syrian capital" ends: what a capital is called is no name where it has been given one."""
RUNNERS_UP = 3
LEAST_AT_HOME, SHARE_AT_HOME = 3, 0.7
SURROUNDINGS_RADIUS = 2.5
BEARING_ERROR = 0.4
"""Half of the 45 degrees that "north of" leaves open, as a share of the distance."""
LEAST_UNCERTAINTY_M = 1_000
NEAR_TOWN_M = 25_000
PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "admin1": "admin1", "admin2": "admin2", "region": "region", "settlement": "settlement",
    "site": "site", "water": "region",
}  # fmt: skip


class Sense(msgspec.Struct, frozen=True):
    """What one name of a report means: the candidates best first, and the chosen one, if any."""

    ranked: list[Scored]
    entry: GazetteerEntry | None


class Draft(msgspec.Struct):
    """A place in the making: its record without evidence and holder, the spans, and the entry that it is or lies at."""

    place: Place
    spans: list[Span]
    entry: GazetteerEntry | None
    whole: bool = True
    holder: str | None = None


def sense_key(mention: PlaceMention) -> Key:
    """Which mentions share a sense: those of one name, areas apart from towns."""
    return fold(mention.stem), mention.kind if mention.kind in ("region", "district", "water") else ""


def to_places(mentions: Sequence[PlaceMention], senses: dict[Key, Sense]) -> tuple[Place, ...]:
    """Mentions and the senses of their names in; one place per sense, part and site out, by first evidence."""
    drafts: dict[str, Draft] = {}
    of_mention: dict[int, str] = {}
    for number, mention in enumerate(mentions):
        draft = _draft(mention, senses, drafts, of_mention)
        if draft is not None:
            kept = drafts.setdefault(draft.place.id, draft)
            if kept.place.name.endswith(CAPITAL) and not draft.place.name.endswith(CAPITAL):
                kept.place = draft.place
            kept.spans.append(mention.span)
            of_mention[number] = kept.place.id
    _add_holders(drafts, mentions, of_mention)
    _lend_country(drafts.values())
    places = [
        msgspec.structs.replace(draft.place, evidence=tidy(draft.spans), within=draft.holder)
        for draft in drafts.values()
    ]
    return tuple(sorted(places, key=lambda place: place.evidence[0]))


def _draft(
    mention: PlaceMention, senses: dict[Key, Sense], drafts: dict[str, Draft], of_mention: dict[int, str]
) -> Draft | None:
    if mention.role == "people":
        return None
    anchor = drafts.get(of_mention.get(mention.anchor, "")) if mention.anchor is not None else None
    if mention.role == "back":
        return anchor
    if mention.role == "site":
        return _site(mention, anchor)
    sense = senses[sense_key(mention)]
    if sense.entry is None:
        return _unresolved(mention, sense)
    return _whole(mention, sense, sense.entry) if mention.is_whole else _part(mention, sense.entry)


def _whole(mention: PlaceMention, sense: Sense, entry: GazetteerEntry) -> Draft:
    place = Place(
        id=content_id("place", entry.geonames or entry.name, entry.level, entry.country),
        name=mention.name,
        kind="district" if mention.kind == "district" and entry.level == "admin2" else entry.kind,
        country=entry.country,
        admin1=open_gazetteer().admin1_name(entry.admin1),
        lat=entry.lat,
        lon=entry.lon,
        geonames=entry.geonames,
        precision=PRECISION[entry.level],
        uncertainty_m=max(entry.radius_m, LEAST_UNCERTAINTY_M),
        candidates=_candidates(sense.ranked, but=entry),
        evidence=(),
    )
    return Draft(place, [], entry)


def _unresolved(mention: PlaceMention, sense: Sense) -> Draft:
    """A place that may be one of several; its country is known where the likeliest two share it."""
    countries = {one.entry.country for one in sense.ranked[:2]}
    place = Place(
        id=content_id("place", *sense_key(mention), "unresolved"),
        name=mention.name,
        kind=mention.kind or "other",
        country=countries.pop() if len(countries) == 1 else None,
        candidates=_candidates(sense.ranked, but=None),
        evidence=(),
    )
    return Draft(place, [], None)


def _candidates(ranked: Sequence[Scored], *, but: GazetteerEntry | None) -> tuple[Candidate, ...]:
    """The runners-up; a score is the candidate's share of exp(points) among all."""
    if not ranked:
        return ()
    total = sum(math.exp(one.points - ranked[0].points) for one in ranked)
    return tuple(
        Candidate(
            name=one.entry.name,
            country=one.entry.country,
            geonames=one.entry.geonames,
            lat=one.entry.lat,
            lon=one.entry.lon,
            score=round(math.exp(one.points - ranked[0].points) / total, 4),
        )
        for one in [one for one in ranked if but is None or one.entry.id != but.id][:RUNNERS_UP]
    )


def _part(mention: PlaceMention, entry: GazetteerEntry) -> Draft:
    """A part of a place, its surroundings, or a point at a distance from it."""
    near = entry.level in ("settlement", "site")
    lat, lon, uncertainty = _shifted(mention, entry, near)
    place = Place(
        id=content_id(
            "place", entry.geonames or entry.name, entry.level, mention.direction, mention.distance_m, mention.part
        ),
        name=mention.name,
        kind="other" if near or mention.distance_m else "region",
        country=entry.country,
        admin1=_area_at(lat, lon, entry),
        lat=round(lat, 4),
        lon=round(lon, 4),
        precision="near_settlement" if near else "region",
        uncertainty_m=uncertainty,
        evidence=(),
    )
    return Draft(place, [], entry, whole=False)


def _area_at(lat: float, lon: float, entry: GazetteerEntry) -> str | None:
    """The first order area of the place that a point is told from, where the point lies within that area's radius."""
    gazetteer = open_gazetteer()
    name = gazetteer.admin1_name(entry.admin1)
    areas = [a for a in gazetteer.find(fold(name or "")) if a.level == "admin1" and a.admin1 == entry.admin1]
    near = kilometres((lat, lon), (entry.lat, entry.lon)) * 1000 <= NEAR_TOWN_M
    inside = any(kilometres((lat, lon), (a.lat, a.lon)) * 1000 <= a.radius_m for a in areas)
    return name if near or inside or not areas else None


def _shifted(mention: PlaceMention, entry: GazetteerEntry, near: bool) -> tuple[float, float, int]:
    """Latitude and longitude in degrees, and metres of uncertainty."""
    north, east = mention.direction or (0, 0)
    length = math.hypot(north, east) or 1.0
    if mention.distance_m is not None:
        metres, uncertainty = float(mention.distance_m), mention.distance_m * BEARING_ERROR + entry.radius_m
    elif near:
        metres, uncertainty = entry.radius_m, entry.radius_m * SURROUNDINGS_RADIUS
    else:
        metres, uncertainty = entry.radius_m * PART_SHIFT, entry.radius_m * PART_RADIUS
    up, right = metres * north / length / METRES_PER_DEGREE, metres * east / length / METRES_PER_DEGREE
    lat = max(-89.0, min(89.0, entry.lat + up))
    lon = (entry.lon + right / math.cos(math.radians(lat)) + 180.0) % 360.0 - 180.0
    return lat, lon, round(max(uncertainty, LEAST_UNCERTAINTY_M))


def _site(mention: PlaceMention, anchor: Draft | None) -> Draft:
    """A site: where its settlement is, as far as the text tells."""
    around = anchor.place if anchor is not None else None
    place = Place(
        id=content_id("place", "site", fold(mention.stem), around.id if around else None),
        name=mention.name,
        kind="site",
        country=around.country if around else None,
        admin1=around.admin1 if around else None,
        lat=around.lat if around else None,
        lon=around.lon if around else None,
        precision="site",
        uncertainty_m=around.uncertainty_m if around else None,
        evidence=(),
    )
    return Draft(place, [], None, whole=False, holder=around.id if around else None)


def _add_holders(drafts: dict[str, Draft], mentions: Sequence[PlaceMention], of_mention: dict[int, str]) -> None:
    """`within`: the smallest named place of the report in which each place lies, or the one that it is said to lie
    in.
    """
    whole = [draft for draft in drafts.values() if draft.whole and draft.entry is not None]
    whole.sort(key=lambda draft: (-rank(draft.entry), draft.entry.radius_m))  # type: ignore[arg-type, union-attr]
    for draft in drafts.values():
        if draft.entry is not None and draft.holder is None:
            draft.holder = next((other.place.id for other in whole if _holds(other, draft)), None)
    _add_stated_holders(drafts, mentions, of_mention)


def _holds(holder: Draft, draft: Draft) -> bool:
    assert holder.entry is not None and draft.entry is not None
    if not draft.whole and draft.place.precision == "region" and holder.entry.id == draft.entry.id:
        return True
    return lies_in(draft.entry, holder.entry)


def _add_stated_holders(drafts: dict[str, Draft], mentions: Sequence[PlaceMention], of_mention: dict[int, str]) -> None:
    """A name without coordinates lies where the text says ("Gidan Dawa, Zamfara"), and takes that place's country and
    area.
    """
    told = _Told(mentions, of_mention)
    for number, mention in enumerate(mentions):
        draft = drafts.get(of_mention.get(number, ""))
        if draft is None or draft.holder is not None:
            continue
        holder = drafts.get(told.holder_of(mention))
        if draft.entry is not None:
            draft.holder = _unlisted(holder, draft)
            continue
        beside = drafts.get(told.nearest(mention.near, mention))
        if (holder := holder or beside) is not None and holder is not draft:
            draft.holder = holder.place.id if holder is not beside else None
            draft.place = _in_its_holder(draft.place, holder, inside=holder is not beside)


class _Told:
    """The places of a report by the names that its mentions tell."""

    def __init__(self, mentions: Sequence[PlaceMention], of_mention: dict[int, str]) -> None:
        self.mentions, self.of_mention = mentions, of_mention
        self.numbers: dict[str, list[int]] = defaultdict(list)
        for number in of_mention:
            self.numbers[fold(mentions[number].stem)].append(number)

    def nearest(self, stem: str, mention: PlaceMention) -> str:
        """The id of the place that a name means next to a mention: "Kharkiv" may be a town, and a region elsewhere."""
        numbers = self.numbers.get(fold(stem), ()) if stem else ()
        near = min(numbers, key=lambda number: abs(self.mentions[number].span[0] - mention.span[0]), default=None)
        return self.of_mention[near] if near is not None else ""

    def holder_of(self, mention: PlaceMention) -> str:
        """The id of the place that a name without coordinates is said to lie in, or, of a part of a town, of the
        town."""
        stated = self.nearest(mention.qualifiers[0], mention) if mention.qualifiers else ""
        return stated or (self.of_mention.get(mention.anchor, "") if mention.anchor is not None else "")


def _unlisted(holder: Draft | None, draft: Draft) -> str | None:
    """The id of a holder that no gazetteer has: of the others it is known what lies in them."""
    return holder.place.id if holder is not None and holder.entry is None and holder is not draft else None


def _in_its_holder(place: Place, holder: Draft, *, inside: bool) -> Place:
    """A name without coordinates in the country and the area of what holds it; a part of a town is where the town
    is."""
    around = holder.place
    place = msgspec.structs.replace(place, country=around.country, admin1=_area_of(holder))
    if not inside or place.kind != "district" or around.precision != "settlement":
        return place
    return msgspec.structs.replace(
        place, lat=around.lat, lon=around.lon, precision="district", uncertainty_m=around.uncertainty_m
    )


def _lend_country(drafts: Collection[Draft]) -> None:
    """Places that no gazetteer knows lie in the country of the report, where nearly all that it names lie in one."""
    counts = Counter(
        {
            country: sum(
                len(draft.spans) for draft in drafts if draft.entry is not None and draft.place.country == country
            )
            for country in {draft.place.country for draft in drafts}
            if country
        }
    )
    home, most = max(counts.items(), key=lambda one: (one[1], one[0]), default=(None, 0))
    if most < LEAST_AT_HOME or most < SHARE_AT_HOME * counts.total():
        return
    for draft in drafts:
        if draft.entry is None and draft.place.country is None and not draft.place.candidates:
            draft.place = msgspec.structs.replace(draft.place, country=home)


def _area_of(holder: Draft) -> str | None:
    return holder.place.name if holder.place.precision == "admin1" else holder.place.admin1
