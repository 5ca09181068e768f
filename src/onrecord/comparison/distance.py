"""How far apart two points of the earth are."""

from math import asin, cos, radians, sin, sqrt

RADIUS = 6371.0
"""Kilometres."""


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance between two points (latitude, longitude in degrees), in kilometres."""
    (lat_a, lon_a), (lat_b, lon_b) = (map(radians, p) for p in (a, b))
    part = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(min(1.0, part)))
