"""Outlines on the screen: balls and ellipsoids become ellipses, their convex hull exact SVG arcs, a limb two curves.

One primitive draws the whole figure: the convex hull of some volumes. Its outline consists of arcs of the projected
ellipses and of the straight lines between them, and SVG can say both exactly. A limb that is not foreshortened is
shorter and smoother as two quadratic B-spline sides with an arc at each end. This module knows shapes only: no body,
no colours, no order of painting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, pi, sqrt
from typing import NamedTuple

from stretchguide.figure.ellipses import Arc, Ellipse, Volume, ball, ellipsoid, hull, projected, support, support_point
from stretchguide.figure.geometry import Camera, Point, Vector, dot
from stretchguide.figure.pen import (
    Pen,
    cornered_spline,
    midpoints,
    number,
    numbers,
    on_grid,
    polygon,
    spline,
    whole_degrees,
)

__all__ = [
    "Arc",
    "Ellipse",
    "Limb",
    "LimbTrace",
    "Pen",
    "Volume",
    "ball",
    "cornered_spline",
    "ellipsoid",
    "hull",
    "hull_path",
    "limb_path",
    "number",
    "numbers",
    "polygon",
    "projected",
    "spline",
    "support",
    "support_point",
]


class Limb(NamedTuple):
    """A tapered piece of a limb: balls along a bone, drawn as two smooth sides and two ends."""

    stations: tuple[Volume, ...]
    axis: Vector
    """The way of the bone, length 1."""
    is_flat: bool
    """Whether it ends in a flat rim, as a sleeve does, and not in a ball."""
    rim: Volume
    """The disc at the end; the outline of a flat end when the limb is foreshortened."""
    start: float = 0.0
    end: float = 1.0
    """Which part of the bone it covers: 0 is the near joint, 1 the far one."""


class LimbTrace(NamedTuple):
    """What drawing a limb found: was it too foreshortened for curves; its two sides alone when both ends are open."""

    is_foreshortened: bool
    sides: str


# An arc cannot say a whole ellipse: it is drawn as two, each stopping this short of the half turn.
_ALMOST = 0.001
# Arcs over half a turn are drawn in two pieces, so that rounding cannot choose the wrong side.
_LONGEST_ARC = pi * 1.05


def hull_path(camera: Camera, volumes: Iterable[Volume], pen: Pen | None = None) -> Pen:
    """Draw the outline of the hull of some volumes, as a closed subpath."""
    pen = pen or Pen()
    arcs = hull([projected(camera, volume) for volume in volumes])
    if len(arcs) == 1:
        ellipse = arcs[0].ellipse
        pen.move(support_point(ellipse, 0.0))
        pen.arc(Arc(ellipse, 0.0, pi - _ALMOST))
        pen.arc(Arc(ellipse, pi, 2 * pi - _ALMOST))
        pen.close()
        return pen
    pen.move(support_point(arcs[0].ellipse, arcs[0].start))
    for count, arc in enumerate(arcs):
        if count:
            pen.line(support_point(arc.ellipse, arc.start))
        _outline_arc(pen, arc)
    pen.close()
    return pen


def _outline_arc(pen: Pen, arc: Arc) -> None:
    ellipse, start, end = arc
    if end - start > _LONGEST_ARC:
        middle = (start + end) / 2
        pen.arc(Arc(ellipse, start, middle))
        start = middle
    pen.arc(Arc(ellipse, start, end))


# A limb seen shorter than so many of its greatest radii is drawn as hulls: its sides would be mostly caps.
_FORESHORTENED = 1.15
_THINNEST_RIM = 0.3
_TOO_SMALL = 0.96


def limb_path(camera: Camera, limb: Limb, pen: Pen, open_start: bool = False, open_end: bool = False) -> LimbTrace:
    """Draw a limb: two B-spline sides and an arc at each end.

    An open end has no stroke: the subpath is left open there, so that the fill closes and the outline does not.
    With both ends open the path is closed for the fill, and the two sides come back alone for the stroke.
    """
    edges = _edges(camera, limb)
    if edges is None:
        _limb_hulls(camera, limb, pen)
        return LimbTrace(True, "")
    left, right, angle = edges
    if open_end and not open_start:
        pen.move(right[0])
        _side(pen, right)
        _round_end(pen, left[0])
        _side(pen, left)
        return LimbTrace(False, "")
    pen.move(left[0])
    _side(pen, left)
    if limb.is_flat and not open_end:
        _flat_end(pen, right[0], abs(dot(limb.axis, camera.view)), angle)
    else:
        _round_end(pen, right[0])
    _side(pen, right)
    if open_start and open_end:
        pen.close()
        return LimbTrace(False, _two_sides(left, right))
    if not open_start:
        _round_end(pen, left[0])
        pen.close()
    return LimbTrace(False, "")


def _edges(camera: Camera, limb: Limb) -> tuple[list[Point], list[Point], float] | None:
    """Both edges of a limb in the order in which they are drawn, and the angle of what lies across it, in radians.

    Nothing when the limb is too foreshortened. Left is left of the way, on a screen whose y points down.
    """
    points = [camera.point(station.centre) for station in limb.stations]
    radii = [station.radius for station in limb.stations]
    dx, dy = points[-1][0] - points[0][0], points[-1][1] - points[0][1]
    size = sqrt(dx * dx + dy * dy)
    if size < max(radii) * _FORESHORTENED:
        return None
    x, y = dy / size, -dx / size
    left = [(px + x * r, py + y * r) for (px, py), r in zip(points, radii, strict=True)]
    right = [(px - x * r, py - y * r) for (px, py), r in zip(points, radii, strict=True)]
    return left, right[::-1], atan2(y, x)


def _limb_hulls(camera: Camera, limb: Limb, pen: Pen) -> None:
    """A foreshortened limb: the hulls of neighbouring stations, with the rim as the last when the end is flat."""
    last = limb.rim if limb.is_flat else limb.stations[-1]
    stations = (*limb.stations[:-1], last)
    for pair in pairwise(stations):
        hull_path(camera, pair, pen)


def _two_sides(left: Sequence[Point], right: Sequence[Point]) -> str:
    pen = Pen()
    for side in (left, right):
        pen.move(side[0])
        _side(pen, side)
    return pen.path


def _side(pen: Pen, points: Sequence[Point]) -> None:
    """An open quadratic B-spline from where the pen is: through the last point, drawn to those between."""
    controls = [on_grid(point) for point in points[1:-1]]
    pen.curve(controls, [*midpoints(controls), points[-1]])


def _round_end(pen: Pen, point: Point) -> None:
    """Half a circle to a point. A radius too small is scaled up by SVG until it fits, which is exact."""
    pen.path += "a1 1 0 01" + numbers(pen.step(point))


def _flat_end(pen: Pen, point: Point, facing: float, angle: float) -> None:
    """The rim of a sleeve: half the ellipse that a disc shows when its axis faces the eye by so much (0 to 1).

    The half axes are written a little too small, for the same reason: only their ratio counts.
    """
    way = pen.step(point)
    radius = _TOO_SMALL * sqrt(way[0] ** 2 + way[1] ** 2) / 2
    pen.path += (
        "a" + numbers((radius, max(_THINNEST_RIM, radius * facing), whole_degrees(angle))) + " 01" + numbers(way)
    )
