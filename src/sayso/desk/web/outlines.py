"""The outlines of the map, as GeoJSON."""

from __future__ import annotations

from functools import cache

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.sitrep_map import load_outlines
from sayso.desk.web.sheets import Sheet, give, make_sheet

PATH = "/outlines.geojson"


async def _outlines(request: Request) -> Response:
    response = give(_sheet(), request)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


@cache
def _sheet() -> Sheet:
    """A hole of a country is another country, which is drawn over it: each ring is a polygon of its own."""
    features = [
        {
            "type": "Feature",
            "properties": {"iso": each["iso"], "name": each["name"]},
            "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in each["rings"]]},
        }
        for each in load_outlines()
    ]
    return make_sheet(msgspec.json.encode({"type": "FeatureCollection", "features": features}), "application/geo+json")


OUTLINES = Route(PATH, _outlines, methods=["GET"])
