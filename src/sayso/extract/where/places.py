"""Grammar in, place mentions out: the door of "where"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.extract.where.mentions import to_mention
from sayso.extract.where.named_sites import CITY, NAMESAKE, anchor_of, back_references, named_sites, site_mention
from sayso.extract.where.names import Found, look_up, weigh
from sayso.extract.where.people import People
from sayso.extract.where.roads import named_roads
from sayso.extract.where.unknown import unknown_names
from sayso.extract.where.words import Words
from sayso.parse.grammar import Grammar
from sayso.records.spans import Span
from sayso.resolve.gazetteer import GazetteerEntry
from sayso.resolve.places_score import fame
from sayso.resolve.places_types import PlaceMention

NATURAL = frozenset(
    ("island", "islands", "peninsula", "valley", "plain", "plains", "desert", "mountains", "hills", "forest", "basin",
     "highlands", "archipelago", "corridor", "range", "massif")
)  # fmt: skip
"""Nouns for stretches of land that nobody administers: no municipality."""

__all__ = ["PlaceMention", "find_places", "site_mention"]


def find_places(grammar: Grammar, *, masked: tuple[Span, ...] = ()) -> tuple[PlaceMention, ...]:
    """The places that a text names, left to right, then its named sites, then what refers back to them ("the city").

    The peoples that it names are there too (role "people"): they are context, no places. masked: spans of the names
    of parties and people, in which no place is looked for.
    """
    words = Words(grammar, masked)
    runs = words.runs()
    people = People(words, runs)
    kept = weigh(words, people, look_up(words, runs))
    unknown = unknown_names(words, people, runs, kept)
    named = {token for hit in unknown for token in range(hit.first, hit.last + 1)}
    found = sorted([*(hit for hit in kept if hit.first not in named), *unknown], key=lambda hit: hit.first)
    at, ends = {hit.first: hit for hit in found}, frozenset(hit.last for hit in found)
    mentions = _with_bearings(found, [to_mention(words, hit, at, ends) for hit in found])
    sites = _sites(words, _without_overlaps(named_roads(words, runs), named_sites(words, runs, found)), mentions)
    return (*mentions, *sites, *back_references(words, _levels(words, found), mentions))


def _with_bearings(found: Sequence[Found], mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "The village of X, 20 km east of Y": X is near Y; a name that no list knows lies at the point behind it."""
    for number, after in enumerate(mentions[1:]):
        if after.beside:
            mentions[number] = msgspec.structs.replace(mentions[number], near=after.stem)
        elif not found[number].entries and _is_point(after) and _is_behind(after, mentions[number]):
            mentions[number] = msgspec.structs.replace(mentions[number], anchor=number + 1)
    return mentions


def _is_behind(after: PlaceMention, mention: PlaceMention) -> bool:
    return 0 < after.span[0] - mention.span[1] <= len(", ")


def _is_point(mention: PlaceMention) -> bool:
    return mention.direction is not None or mention.distance_m is not None


def _without_overlaps(roads: list[tuple[int, int]], sites: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Roads, and the sites that share no token with one."""
    taken = {token for first, last in roads for token in range(first, last + 1)}
    return sorted([*roads, *(site for site in sites if taken.isdisjoint(range(site[0], site[1] + 1)))])


def _sites(words: Words, spans: Sequence[tuple[int, int]], mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    text, sites = words.grammar.text, []
    for first, last in spans:
        span = words.grammar.span(first, last)
        name, anchor = text[span[0] : span[1]], anchor_of(words.grammar, first, last, mentions)
        sites.append(PlaceMention(span=span, name=name, stem=name, role="site", kind="site", anchor=anchor))
    return sites


def _levels(words: Words, found: Sequence[Found]) -> list[tuple[int, str]]:
    """The number of each mention with the level of its best known place, or what it is called; a capital's twice."""
    best = [(number, max(hit.entries, key=fame, default=None)) for number, hit in enumerate(found) if not hit.is_people]
    levels = [(number, _level_of(words, found[number], entry)) for number, entry in best]
    levels += [(n, "settlement") for n, level in levels if _is_town_too(words, found[n], level)]
    levels += [(n, NAMESAKE) for n, level in levels if level == "settlement" and _is_province_too(found[n])]
    towns = [(number, entry) for number, entry in best if entry is not None and entry.level == "settlement"]
    levels += [(n, CITY) for n, level in levels if level == "settlement" and found[n].entries]
    return sorted(levels) + [(number, "capital") for number, entry in towns if entry.capital]


def _level_of(words: Words, hit: Found, entry: GazetteerEntry | None) -> str:
    """The level of the best known place of a name, or what the noun behind it says: "Masisi territory" is no town."""
    noun, level = words.lower(hit.last + 1), entry.level if entry is not None else "settlement"
    if noun in words.book.district_nouns:
        return "district"
    areas = (other.level for other in hit.entries if other.level in ("admin1", "admin2", "region"))
    if noun in NATURAL:
        return "region"
    if words.lower(hit.last) in words.book.water_nouns and noun not in words.book.region_nouns:
        return "water"
    return next(areas, "admin2") if level == "settlement" and noun in words.book.region_nouns else level


def _is_province_too(hit: Found) -> bool:
    """Whether a town's name is its province's as well."""
    seats = {entry.country for entry in hit.entries if entry.level == "settlement"}
    return any(entry.level == "admin1" and entry.country in seats for entry in hit.entries)


def _is_town_too(words: Words, hit: Found, level: str) -> bool:
    """Whether a province's name is a town's as well, and nothing beside it says that the province is meant; a
    district bears the name of its town, which the gazetteer may lack."""
    called = not words.book.region_nouns.isdisjoint((words.lower(hit.last), words.lower(hit.last + 1)))
    if level == "admin2":
        return not called
    return level == "admin1" and not called and any(entry.level == "settlement" for entry in hit.entries)
