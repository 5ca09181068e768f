"""How far apart two points of the earth are."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

RADIUS = 6371.0
"""Kilometres."""


@lru_cache(maxsize=65536)
def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance between two points (degrees), in kilometres."""
    lat_a, lon_a, lat_b, lon_b = radians(latitude), radians(longitude), radians(other_latitude), radians(other_longitude)
    part = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(min(1.0, part)))
