"""The map: outlines of countries around the places that are named; what is not exact is an area, never a pin."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import msgspec

from sayso.desk.sitrep import Located
from sayso.desk.sitrep_lines import name_to_show
from sayso.desk.sitrep_words import count_words

WIDTH, TALLEST, SHORTEST = 960, 640, 360
SMALLEST_DEGREES = 2.4
"""The least height of the map, in degrees: enough to recognise where in the world it is."""
MARGIN = 0.18
EXACT = ("site", "settlement")
METRES_A_DEGREE = 111_320
WIDEST_AREA_METRES = 400_000
LETTER = 6.8
LABEL_HEIGHT = 15

Box = tuple[float, float, float, float]
Point = tuple[float, float]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One place. `exact`: a dot; else an area of that radius. `labelled`: its label found room at label_x, label_y."""

    x: float
    y: float
    radius: float
    exact: bool
    name: str
    title: str
    anchor: str
    label_x: float = 0
    label_y: float = 0
    label_end: bool = False
    labelled: bool = False


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """One outline. `named`: the situation speaks of the whole country. `label`: where its name has room, or None."""

    name: str
    path: str
    named: bool
    label: tuple[float, float] | None


class Map(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing in its own units, and the bar that shows its scale."""

    width: int
    height: int
    countries: tuple[Country, ...]
    marks: tuple[Mark, ...]
    scale_km: int
    scale_length: float


class _Sheet:
    """Longitude and latitude to the drawing's units: equirectangular, true at the middle latitude."""

    def __init__(self, box: Box) -> None:
        west, south, east, north = box
        self.shrink = math.cos(math.radians((south + north) / 2))
        wide, tall = (east - west) * self.shrink, north - south
        self.unit = min(WIDTH / wide, TALLEST / tall)
        self.height = int(max(SHORTEST, min(TALLEST, tall * self.unit)))
        self.middle = (west + east) / 2, (south + north) / 2

    def xy(self, lon: float, lat: float) -> Point:
        x = WIDTH / 2 + (lon - self.middle[0]) * self.shrink * self.unit
        y = self.height / 2 - (lat - self.middle[1]) * self.unit
        return round(x, 1), round(y, 1)

    def metres(self, distance: float) -> float:
        return distance / METRES_A_DEGREE * self.unit

    def box(self) -> Box:
        half_wide, half_tall = WIDTH / 2 / self.unit / self.shrink, self.height / 2 / self.unit
        lon, lat = self.middle
        return lon - half_wide, lat - half_tall, lon + half_wide, lat + half_tall


def draw_map(located: Sequence[Located]) -> Map | None:
    """Places in, the drawing out; None where no place has a position."""
    narrow = [each for each in located if each.place.precision not in ("country", "unknown")]
    if not located:
        return None
    sheet = _Sheet(_frame(narrow or list(located)))
    named = {each.place.country for each in located if each.place.precision == "country"}
    kilometres, length = _scale_bar(sheet)
    marks = [mark for each in narrow if (mark := _mark(each, sheet))]
    taken: list[Box] = [(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in marks if m.exact]
    return Map(
        width=WIDTH,
        height=sheet.height,
        marks=tuple(_place_labels(marks, taken, sheet)),
        countries=tuple(_countries(sheet, named, taken)),
        scale_km=kilometres,
        scale_length=round(length, 1),
    )


def _frame(located: Sequence[Located]) -> Box:
    """The box around the places, without those that lie far off and matter little, with a margin."""
    kept = _near_the_bulk(located)
    lons, lats = [each.place.lon for each in kept], [each.place.lat for each in kept]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    tall = max(north - south, (east - west) * 0.6, SMALLEST_DEGREES) * (1 + 2 * MARGIN)
    wide = max(east - west, tall * 1.5) * (1 + 2 * MARGIN)
    lon, lat = (west + east) / 2, (south + north) / 2
    return lon - wide / 2, lat - tall / 2, lon + wide / 2, lat + tall / 2


def _near_the_bulk(located: Sequence[Located]) -> list[Located]:
    """Nine tenths of the lines, nearest first to the place with the most; what lies far off must not shrink it."""
    middle = max(located, key=lambda each: len(each.lines)).place
    ordered = sorted(located, key=lambda each: math.hypot(each.place.lon - middle.lon, each.place.lat - middle.lat))
    enough, seen = 0.9 * sum(len(each.lines) for each in located), 0
    kept = []
    for each in ordered:
        if seen >= enough:
            break
        kept.append(each)
        seen += len(each.lines)
    return kept


def _mark(each: Located, sheet: _Sheet) -> Mark | None:
    x, y = sheet.xy(each.place.lon, each.place.lat)
    if not (0 <= x <= WIDTH and 0 <= y <= sheet.height):
        return None
    exact = each.place.precision in EXACT
    metres = min(each.place.uncertainty_m or 25_000, WIDEST_AREA_METRES)
    radius = 3 + min(6, math.sqrt(len(each.lines))) if exact else max(10, sheet.metres(metres))
    name = name_to_show(each.place.name)
    kind = each.place.precision.replace("_", " ")
    title = f"{name}: {count_words(len(each.lines), 'statement')}; position known to the {kind}"
    return Mark(x=x, y=y, radius=round(radius, 1), exact=exact, name=name, title=title, anchor=each.lines[0].anchor)


def _place_labels(marks: Sequence[Mark], taken: list[Box], sheet: _Sheet) -> Iterator[Mark]:
    """Labels that fit beside their marks without touching another; areas are drawn first, so that dots lie on top."""
    labelled = [_label(mark, taken, sheet) for mark in sorted(marks, key=lambda mark: not mark.exact)]
    yield from sorted(labelled, key=lambda mark: (mark.exact, -mark.radius))


def _label(mark: Mark, taken: list[Box], sheet: _Sheet) -> Mark:
    wide, gap = len(mark.name) * LETTER, (mark.radius if mark.exact else 2) + 4
    for right, dy in ((True, 4), (False, 4), (True, -8), (True, 16), (False, -8), (False, 16)):
        x = mark.x + gap if right else mark.x - gap
        y = mark.y + dy
        box = (x if right else x - wide, y - LABEL_HEIGHT + 3, x + wide if right else x, y + 3)
        if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= sheet.height and not _hits(box, taken):
            taken.append(box)
            at = {"label_x": round(x, 1), "label_y": round(y, 1), "label_end": not right, "labelled": True}
            return msgspec.structs.replace(mark, **at)
    return mark


def _hits(box: Box, taken: Iterable[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken)


def _countries(sheet: _Sheet, named: set[str | None], taken: list[Box]) -> Iterator[Country]:
    box = sheet.box()
    for country in load_outlines():
        rings = [[sheet.xy(lon, lat) for lon, lat in ring] for ring in country["rings"] if _meets(ring, box)]
        if rings:
            is_named = country["iso"] is not None and country["iso"] in named
            label = _room(rings, len(country["name"]) * LETTER, taken, sheet)
            yield Country(name=country["name"], path="".join(map(_path, rings)), named=is_named, label=label)


@cache
def load_outlines() -> list[dict[str, Any]]:
    """The countries of the world: `iso`, `name`, and `rings` of (longitude, latitude)."""
    data = resources.files("sayso.desk") / "data" / "outlines.json"
    return json.loads(data.read_text(encoding="utf-8"))["countries"]


def _meets(ring: Sequence[Sequence[float]], box: Box) -> bool:
    lons, lats = [point[0] for point in ring], [point[1] for point in ring]
    return min(lons) < box[2] and box[0] < max(lons) and min(lats) < box[3] and box[1] < max(lats)


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z"


def _room(rings: Sequence[Sequence[Point]], wide: float, taken: list[Box], sheet: _Sheet) -> Point | None:
    """The middle of the longest stretch of the country in sight that has room for its name, or None."""
    found: list[tuple[float, Point, Box]] = []
    for y in range(2 * LABEL_HEIGHT, sheet.height - LABEL_HEIGHT, LABEL_HEIGHT):
        for start, end in _stretches(rings, y):
            x = (start + end) / 2
            box = (x - wide / 2, y - LABEL_HEIGHT + 3, x + wide / 2, y + 3)
            if end - start > wide + 8 and not _hits(box, taken):
                found.append((end - start, (round(x, 1), y), box))
    if not found:
        return None
    _, point, box = max(found)
    taken.append(box)
    return point


def _stretches(rings: Sequence[Sequence[Point]], y: float) -> Iterator[tuple[float, float]]:
    """Where a horizontal line runs inside the outline, by the even-odd rule, as far as it is in sight."""
    sides = (side for ring in rings for side in pairwise(ring))
    crossed = sorted(
        x + (y - top) / (foot - top) * (far - x) for (x, top), (far, foot) in sides if (top > y) != (foot > y)
    )
    for start, end in zip(crossed[::2], crossed[1::2], strict=False):
        if end > 0 and start < WIDTH:
            yield max(start, 0), min(end, WIDTH)


def _scale_bar(sheet: _Sheet) -> tuple[int, float]:
    """A round number of kilometres that takes up about an eighth of the width."""
    for kilometres in (5, 10, 20, 50, 100, 200, 500, 1000, 2000):
        length = sheet.metres(kilometres * 1000)
        if length >= WIDTH / 10:
            return kilometres, length
    return 2000, sheet.metres(2_000_000)
