"""Outlines on the screen: balls and ellipsoids become ellipses, and their convex hull exact SVG arcs.

Things are drawn as convex hulls of some volumes. An outline consists of arcs of the projected ellipses and of the
straight lines between them, and SVG can say both exactly. This module knows shapes only: no things, no colours, no
order of painting.
"""

from __future__ import annotations

from collections.abc import Iterable

from stretchguide.figure.shapes.contours import Contour, hull_contour
from stretchguide.figure.shapes.ellipses import (
    Arc,
    Ellipse,
    Volume,
    ball,
    ellipsoid,
    projected,
    support,
    support_point,
)
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.shapes.path_numbers import mm
from stretchguide.figure.shapes.pen import Pen, cornered_spline, polygon, spline

__all__ = [
    "Arc",
    "Ellipse",
    "Pen",
    "Volume",
    "ball",
    "contour_of",
    "cornered_spline",
    "ellipsoid",
    "mm",
    "polygon",
    "projected",
    "spline",
    "support",
    "support_point",
]


def contour_of(camera: Camera, volumes: Iterable[Volume]) -> Contour:
    """The outline of the hull of some volumes, ready to be drawn."""
    return hull_contour([projected(camera, volume) for volume in volumes])
