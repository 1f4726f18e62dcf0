"""Outlines on the screen: balls and ellipsoids become ellipses, their convex hull exact SVG arcs, a limb two curves.

One primitive draws the whole figure: the convex hull of some volumes. Its outline consists of arcs of the projected
ellipses and of the straight lines between them, and SVG can say both exactly. A limb that is not foreshortened is
shorter and smoother as two quadratic B-spline sides with an arc at each end. This module knows shapes only: no body,
no colours, no order of painting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, hypot, sqrt
from typing import NamedTuple

from stretchguide.figure.shapes.contours import Contour, hull_contour
from stretchguide.figure.shapes.covers import Cover
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
from stretchguide.figure.shapes.geometry import Camera, Point, Vector, dot
from stretchguide.figure.shapes.path_numbers import arc_numbers, mm, place_in_steps, whole_degrees
from stretchguide.figure.shapes.pen import Pen, cornered_spline, midpoints, on_grid, polygon, spline

__all__ = [
    "Arc",
    "Ellipse",
    "Limb",
    "LimbTrace",
    "Pen",
    "SeenLimb",
    "Volume",
    "ball",
    "contour_of",
    "cornered_spline",
    "draw_together",
    "ellipsoid",
    "hull_path",
    "limb_path",
    "mm",
    "polygon",
    "projected",
    "seen_limb",
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


Edges = tuple[list[Point], list[Point], float]
"""Both edges of a limb in the order in which they are drawn, and the angle of what lies across it, in radians.

Left is left of the way, on a screen whose y points down.
"""


class SeenLimb(NamedTuple):
    """A limb as a camera sees it."""

    limb: Limb
    camera: Camera
    stations: list[tuple[Point, float]]
    """Middle and radius of each."""
    edges: Edges | None
    """Nothing when it is too foreshortened for two sides: then it is drawn as hulls."""


class LimbTrace(NamedTuple):
    """What drawing a limb found: was it too foreshortened for curves; its two sides alone when both ends are open."""

    is_foreshortened: bool
    sides: str


def hull_path(camera: Camera, volumes: Iterable[Volume], pen: Pen | None = None) -> Pen:
    """Draw the outline of the hull of some volumes, as a closed subpath."""
    pen = pen or Pen()
    contour_of(camera, volumes).draw(pen)
    return pen


def contour_of(camera: Camera, volumes: Iterable[Volume]) -> Contour:
    """The outline of the hull of some volumes, ready to be drawn."""
    return hull_contour([projected(camera, volume) for volume in volumes])


def draw_together(outlines: Sequence[Contour], later: Iterable[Cover], pen: Pen) -> None:
    """Draw hulls that share a path, without what they hide of each other, and what later shapes hide."""
    for one in outlines:
        one.leave_out(later, (other.cover for other in outlines if other is not one))
        one.draw(pen)


# A limb seen shorter than so many of its greatest radii is drawn as hulls: its sides would be mostly caps.
_FORESHORTENED = 1.15
_THINNEST_RIM = 0.3
_TOO_SMALL = 0.96


def seen_limb(camera: Camera, limb: Limb) -> SeenLimb:
    """A limb as a camera sees it, ready to be drawn."""
    stations = [(camera.point(centre), radius) for centre, radius, _ in limb.stations]
    return SeenLimb(limb, camera, stations, _edges(stations))


def _edges(stations: Sequence[tuple[Point, float]]) -> Edges | None:
    (x0, y0), (x1, y1) = stations[0][0], stations[-1][0]
    dx, dy = x1 - x0, y1 - y0
    size = sqrt(dx * dx + dy * dy)
    if size < max([radius for _, radius in stations]) * _FORESHORTENED:
        return None
    x, y = dy / size, -dx / size
    left = [(px + x * r, py + y * r) for (px, py), r in stations]
    right = [(px - x * r, py - y * r) for (px, py), r in reversed(stations)]
    return left, right, atan2(y, x)


def limb_path(
    seen: SeenLimb, pen: Pen, open_start: bool = False, open_end: bool = False, *, later: Sequence[Cover] = ()
) -> LimbTrace:
    """Draw a limb: two B-spline sides and an arc at each end; as hulls, without what later shapes hide of them.

    An open end has no stroke: the subpath is left open there, so that the fill closes and the outline does not.
    With both ends open the path is closed for the fill, and the two sides come back alone for the stroke.
    """
    if seen.edges is None:
        _limb_hulls(seen, pen, later)
        return LimbTrace(True, "")
    left, right, angle = seen.edges
    if open_end and not open_start:
        pen.move(right[0])
        _side(pen, right)
        pen.half_circle(left[0])
        _side(pen, left)
        return LimbTrace(False, "")
    pen.move(left[0])
    _side(pen, left)
    if seen.limb.is_flat and not open_end:
        _flat_end(pen, right[0], abs(dot(seen.limb.axis, seen.camera.view)), angle)
    else:
        pen.half_circle(right[0])
    _side(pen, right)
    if open_start and open_end:
        pen.close()
        return LimbTrace(False, _two_sides(left, right))
    if not open_start:
        pen.half_circle(left[0])
        pen.close()
    return LimbTrace(False, "")


def _limb_hulls(seen: SeenLimb, pen: Pen, later: Sequence[Cover]) -> None:
    """A foreshortened limb: the hulls of neighbouring stations, with the rim as the last when the end is flat."""
    limb = seen.limb
    last = limb.rim if limb.is_flat else limb.stations[-1]
    stations = (*limb.stations[:-1], last)
    draw_together([contour_of(seen.camera, pair) for pair in pairwise(stations)], later, pen)


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


def _flat_end(pen: Pen, point: Point, facing: float, angle: float) -> None:
    """The rim of a sleeve: half the ellipse that a disc shows when its axis faces the eye by so much (0 to 1).

    The half axes are written a little too small, for the same reason: only their ratio counts.
    """
    way = pen.step(place_in_steps(point))
    radius = _TOO_SMALL * hypot(*way) / 20
    radii = mm(radius), mm(max(_THINNEST_RIM, radius * facing))
    pen.write("a", arc_numbers(radii, whole_degrees(angle), way))
