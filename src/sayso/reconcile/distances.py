"""How far two places lie apart."""

from __future__ import annotations

import math
from functools import lru_cache

EARTH_KM = 6_371.0


@lru_cache(maxsize=200_000)
def kilometres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Two positions (latitude, longitude, in degrees) in, kilometres on a sphere out."""
    first, second = math.radians(one[0]), math.radians(other[0])
    turn = math.sin((second - first) / 2) ** 2
    turn += math.cos(first) * math.cos(second) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(turn)))
