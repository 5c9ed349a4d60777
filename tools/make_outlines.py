"""Make the desk's small world map out of a TopoJSON file of the world's countries.

The data are Natural Earth's 1:50m country polygons, version 4.1.0, which are in the public domain
(https://www.naturalearthdata.com). They are read in the form in which the npm package `world-atlas` 2.0.2 carries
them (its own packaging is under the ISC licence): `npm pack world-atlas`, unpack it, and then

    python tools/make_outlines.py package/countries-50m.json

writes `src/sayso/desk/data/outlines.json`:
`{"source": ..., "countries": [{"iso": "SY", "name": "Syria", "rings": [[[lon, lat], ...], ...]}, ...]}`.

Longitudes and latitudes are degrees (WGS 84) rounded to two decimals. A ring is closed: its first point is also its
last. Holes (Lesotho inside South Africa) are rings like the others, so fill with the even-odd rule. Borders are
thinned once for both neighbours, so they still meet. No ring crosses the 180th meridian: what does is cut there.
Territories that have no ISO 3166-1 code have `iso` null; Kosovo has the user-assigned XK, as GeoNames has it. The
borders are those that Natural Earth draws: who holds the ground, not a view on whose it is.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry

Point = tuple[float, float]
Ring = list[Point]

SOURCE = "Natural Earth 4.1.0, 1:50m, public domain, by way of world-atlas 2.0.2; thinned and rounded"
OUTLINES = Path(__file__).resolve().parents[1] / "src" / "sayso" / "desk" / "data" / "outlines.json"
THINNING_DEGREES = 0.02
SMALLEST_ISLAND_SQUARE_DEGREES = 0.02  # the Gaza Strip is about 0.03, and must stay
DECIMALS = 2
CODES_WITHOUT_NUMBER = {"Kosovo": "XK"}
NEWER_NAMES = {
    "Macedonia": "North Macedonia",
    "eSwatini": "Eswatini",
    "N. Cyprus": "Northern Cyprus",
    "Indian Ocean Ter.": "Australian Indian Ocean Territories",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the desk's country outlines out of a TopoJSON file.")
    parser.add_argument("topojson", type=Path, help="countries-50m.json of the npm package world-atlas")
    parser.add_argument("--out", type=Path, default=OUTLINES)
    arguments = parser.parse_args()
    atlas = json.loads(arguments.topojson.read_text(encoding="utf-8"))
    arguments.out.write_text(outlines_text(collect_countries(atlas)), encoding="utf-8")


def outlines_text(countries: Iterable[dict[str, Any]]) -> str:
    """The outlines as JSON, one country a line, so that a change of one border changes one line."""
    lines = ",\n".join(json.dumps(country, ensure_ascii=False, separators=(",", ":")) for country in countries)
    return f'{{"source":{json.dumps(SOURCE)},"countries":[\n{lines}\n]}}\n'


def collect_countries(atlas: dict[str, Any]) -> list[dict[str, Any]]:
    """TopoJSON in, countries out, by name; shapes that share a code (Australia's islets) become one country."""
    full = decode_arcs(atlas)
    thin = [thin_arc(arc) for arc in full]
    gathered: dict[tuple[str | None, str], tuple[list[Ring], list[Ring]]] = {}
    for shape in sorted(atlas["objects"]["countries"]["geometries"], key=lambda each: each["properties"]["name"]):
        thin_rings, full_rings = gathered.setdefault(identify_country(shape), ([], []))
        thin_rings += shape_rings(shape, thin)
        full_rings += shape_rings(shape, full)
    return [describe_country(key, *rings) for key, rings in sorted(gathered.items(), key=lambda item: item[0][1])]


def describe_country(key: tuple[str | None, str], thin: list[Ring], full: list[Ring]) -> dict[str, Any]:
    iso, name = key
    rings = keep_rings(map(round_ring, thin)) or keep_rings(map(round_ring, full)) or [tiny_square(full[0])]
    return {"iso": iso, "name": name, "rings": rings}


def identify_country(shape: dict[str, Any]) -> tuple[str | None, str]:
    """The country's ISO 3166-1 alpha-2 code, or None, and its name in full."""
    name = shape["properties"]["name"]
    known = pycountry.countries.get(numeric=shape.get("id", ""))
    if known is None:
        return CODES_WITHOUT_NUMBER.get(name), NEWER_NAMES.get(name, name)
    if "." in name or is_islet_of(name, known.name):
        return known.alpha_2, spoken_order(known.name)
    return known.alpha_2, NEWER_NAMES.get(name, name)


def is_islet_of(name: str, country: str) -> bool:
    """Whether a shape bears the number of a country that goes by quite another name."""
    return country == "Australia" and name != country


def spoken_order(name: str) -> str:
    """The name as it is said: `Virgin Islands, U.S.` becomes `U.S. Virgin Islands`."""
    head, comma, tail = name.partition(", ")
    if not comma:
        return name
    return f"{tail.removeprefix('The ')} {head}"


def decode_arcs(atlas: dict[str, Any]) -> list[Ring]:
    (scale_x, scale_y), (left, bottom) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    decoded = []
    for arc in atlas["arcs"]:
        x = y = 0
        points: Ring = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        decoded.append(points)
    return decoded


def thin_arc(arc: Ring) -> Ring:
    """Douglas and Peucker's thinning (1973): drop points that lie within `THINNING_DEGREES` of the line kept."""
    kept = {0, len(arc) - 1}
    waiting = [(0, len(arc) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        farthest = max(between, key=lambda at: distance(arc[at], arc[first], arc[last]), default=first)
        if distance(arc[farthest], arc[first], arc[last]) > THINNING_DEGREES:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [arc[at] for at in sorted(kept)]


def distance(point: Point, start: Point, end: Point) -> float:
    """Degrees from the point to the segment, on the flat sheet of longitude and latitude."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length = run * run + rise * rise
    along = ((point[0] - start[0]) * run + (point[1] - start[1]) * rise) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    off_x, off_y = point[0] - start[0] - along * run, point[1] - start[1] - along * rise
    return (off_x * off_x + off_y * off_y) ** 0.5


def shape_rings(shape: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    joined = (join_arcs(numbers, arcs) for polygon in polygons for numbers in polygon)
    return [piece for ring in joined for piece in cut_at_meridian(ring)]


def join_arcs(numbers: list[int], arcs: list[Ring]) -> Ring:
    """One ring; a negative number (~n) means arc n walked backwards, as TopoJSON has it."""
    ring: Ring = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return ring


def cut_at_meridian(ring: Ring) -> list[Ring]:
    """The ring's pieces on this side and that of the 180th meridian; one piece for nearly every ring."""
    unrolled = close_at_pole(unroll(ring))
    lowest, highest = min(x for x, _ in unrolled), max(x for x, _ in unrolled)
    if lowest >= -180 and highest <= 180:
        return [unrolled]
    return [piece for turn in (-360, 0, 360) if (piece := clip_to_sheet(unrolled, turn))]


def unroll(ring: Ring) -> Ring:
    """The same ring with no jump from 180 to -180: longitudes run on past 180 instead."""
    turned = 0.0
    unrolled = ring[:1]
    for (before, _), (x, y) in pairwise(ring):
        turned += 360 * round((before - x) / 360)
        unrolled.append((x + turned, y))
    return unrolled


def close_at_pole(ring: Ring) -> Ring:
    """Antarctica's coast goes once round the world; on a flat sheet it closes along the bottom edge."""
    if abs(ring[0][0] - ring[-1][0]) < 180:
        return ring
    return [*ring, (ring[-1][0], -90.0), (ring[0][0], -90.0), ring[0]]


def clip_to_sheet(ring: Ring, turn: int) -> Ring:
    """What of the ring lies between -180 and 180 when it is moved by `turn` degrees; closed, or empty."""
    moved = [(x + turn, y) for x, y in ring]
    left = clip_side(moved, 180.0, lambda x: x <= 180.0)
    both = clip_side(left, -180.0, lambda x: x >= -180.0)
    return [*both, both[0]] if both else []


def clip_side(ring: Ring, edge: float, inside: Callable[[float], bool]) -> Ring:
    """Sutherland and Hodgman's clipping (1974) against one meridian; the answer is left open."""
    clipped: Ring = []
    for before, point in zip([*ring[-1:], *ring], ring, strict=False):
        if inside(before[0]) != inside(point[0]):
            share = (edge - before[0]) / (point[0] - before[0])
            clipped.append((edge, before[1] + share * (point[1] - before[1])))
        if inside(point[0]):
            clipped.append(point)
    return clipped


def round_ring(ring: Ring) -> Ring:
    rounded = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring]
    return rounded[:1] + [point for before, point in pairwise(rounded) if point != before]


def keep_rings(rings: Iterable[Ring]) -> list[Ring]:
    """The rings large enough to see, largest first, and the largest whatever its size."""
    ordered = sorted((ring for ring in rings if area(ring) > 0), key=area, reverse=True)
    return ordered[:1] + [ring for ring in ordered[1:] if area(ring) >= SMALLEST_ISLAND_SQUARE_DEGREES]


def area(ring: Ring) -> float:
    """Square degrees, by the shoelace formula."""
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))) / 2


def tiny_square(ring: Ring) -> Ring:
    """The square that stands for a country smaller than the rounding (the Vatican)."""
    step = 10**-DECIMALS
    x, y = ring[0]
    return round_ring([(x, y), (x + step, y), (x + step, y + step), (x, y + step), (x, y)])


if __name__ == "__main__":
    main()
