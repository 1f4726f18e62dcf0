"""Cap, ears and nose: just enough on a head that has no face to show where it looks."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, cos, dist, pi, sin, sqrt
from typing import NamedTuple

from stretchguide.figure.body.flesh import in_frame
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.contours import hull_contour
from stretchguide.figure.shapes.ellipses import Arc, Ellipse
from stretchguide.figure.shapes.geometry import (
    Camera,
    Point,
    Vector,
    across,
    add,
    cross,
    dot,
    length,
    scale,
    to_world,
    unit,
)
from stretchguide.figure.shapes.outline import Volume, ellipsoid
from stretchguide.figure.shapes.pen import Pen

# The cap is a slice of an ellipsoid on the skull: middle and half axes in the frame of the head (cm), the way of the
# slice's top (up and back) and how far from the middle it is cut, in half axes.
_CAP_MIDDLE = (0.0, 8.3, 0.0)
_CAP_HALF_AXES = (7.8, 8.4, 9.4)
_CAP_TOP = (0.0, 0.62, -0.78)
_CAP_CUT = 0.12
# An ear: where, and its half axes (cm); it is drawn when its side faces the eye more than this (cosine).
_EAR = (7.5, 3.9, -0.6)
_EAR_HALF_AXES = (1.0, 2.5, 1.7)
_EAR_WAY = (1.0, 0.0, -0.1)
_EAR_FACES = 0.12
# The nose: bridge, tip and both wings in the frame of the head (cm). From the side the outline of the head shows it;
# seen more from the front than this (cosine) it has a shape of its own: a shade without lines, since a short line in a
# small face reads as an eye.
_BRIDGE = (0.0, 8.0, 9.4)
_TIP = (0.0, 2.2, 12.6)
_WING = (2.1, 1.5, 10.2)
_NOSE_FACES = 0.3


class _Cap(NamedTuple):
    """The slice in the space where its ellipsoid is a ball of radius 1."""

    top: Vector
    towards_eye: Vector
    middle: Vector
    axes: tuple[Vector, Vector, Vector]


def _place(body: Body, x: float, y: float, z: float) -> Vector:
    return in_frame(body.joints["c1"], body.frames["head"], x, y, z)


def ears(body: Body, camera: Camera) -> list[Volume]:
    """The ears that face the eye."""
    frame = body.frames["head"]
    x, y, z = _EAR_WAY
    facing = [sign for sign in (1, -1) if dot(to_world(frame, (x * sign, y, z)), camera.view) > _EAR_FACES]
    return [ellipsoid(_place(body, _EAR[0] * sign, _EAR[1], _EAR[2]), frame, *_EAR_HALF_AXES) for sign in facing]


def nose(body: Body, camera: Camera) -> list[Point]:
    """The corners of the nose on the screen; empty when the outline of the head already shows it."""
    frame = body.frames["head"]
    if dot(frame[2], camera.view) <= _NOSE_FACES:
        return []
    x, y, z = _WING
    corners = [camera.point(_place(body, *place)) for place in (_BRIDGE, _TIP, (x, y, z), (-x, y, z))]
    return convex(corners)


def convex(points: Sequence[Point]) -> list[Point]:
    """The convex hull of some points, once round (Andrew's monotone chain)."""
    ordered = sorted(points)
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(points: Sequence[Point]) -> list[Point]:
    """One side of the hull of points that are sorted along it."""
    kept: list[Point] = []
    for x, y in points:
        while len(kept) > 1:
            (x0, y0), (x1, y1) = kept[-2:]
            if (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0:
                break
            kept.pop()
        kept.append((x, y))
    return kept


def cap(body: Body, camera: Camera) -> str:
    """What can be seen of the cap as path data: arcs of its rim and of the skull's outline; empty when nothing can."""
    slice_ = _slice(body, camera)
    rim, skull = _rim(slice_, camera), _silhouette(slice_, camera)
    # A point of the rim at an angle from its nearest faces the eye by level + lean * cos(angle).
    level = _CAP_CUT * dot(slice_.top, slice_.towards_eye)
    lean = sqrt(1 - _CAP_CUT**2) * length(across(slice_.towards_eye, slice_.top))
    pen = Pen()
    if level >= lean:
        hull_contour([rim.ellipse]).draw(pen)
    elif level > -lean:
        _draw_lune(pen, rim, acos(-level / lean), skull, acos(_CAP_CUT / length(_sideways(slice_))))
    elif level > 0:
        hull_contour([skull.ellipse]).draw(pen)
    return pen.path


def _slice(body: Body, camera: Camera) -> _Cap:
    frame = body.frames["head"]
    x, y, z = (scale(axis, size) for axis, size in zip(frame, _CAP_HALF_AXES, strict=True))
    way = [dot(axis, camera.view) / size for axis, size in zip(frame, _CAP_HALF_AXES, strict=True)]
    return _Cap(unit(_CAP_TOP), unit((way[0], way[1], way[2])), _place(body, *_CAP_MIDDLE), (x, y, z))


def _from_ball(slice_: _Cap, point: Vector) -> Vector:
    return add(slice_.middle, to_world(slice_.axes, point))


class _Round(NamedTuple):
    """An ellipse on the screen by its middle and two conjugate half diameters: middle + first cos a + second sin a."""

    middle: Point
    first: Point
    second: Point

    @property
    def ellipse(self) -> Ellipse:
        (x, y), (a, b), (c, d) = self
        return Ellipse(x, y, a * a + c * c, a * b + c * d, b * b + d * d)

    @property
    def is_with_clock(self) -> bool:
        """Whether it goes with the clock as the angle grows."""
        return self.first[0] * self.second[1] >= self.first[1] * self.second[0]

    def at(self, angle: float) -> Point:
        c, s = cos(angle), sin(angle)
        return tuple(m + u * c + v * s for m, u, v in zip(*self, strict=True))  # type: ignore[return-value]

    def arc(self, angle: float) -> Arc:
        """The arc from minus an angle to the angle, as the clock goes."""
        start, end = (-angle, angle) if self.is_with_clock else (angle, -angle)
        first, last = self._normal(start), self._normal(end)
        return Arc(self.ellipse, first, last if last > first else last + 2 * pi)

    def _normal(self, angle: float) -> float:
        """The direction out of the ellipse where it is at an angle."""
        c, s = cos(angle), sin(angle)
        (a, b), (u, v) = self.first, self.second
        sign = 1 if self.is_with_clock else -1
        return atan2((a * s - u * c) * sign, (v * c - b * s) * sign)


def _round(slice_: _Cap, camera: Camera, middle: Vector, first: Vector, second: Vector) -> _Round:
    """An ellipse whose middle and half diameters are given in the space of the ball."""
    ways = (camera.point(to_world(slice_.axes, way)) for way in (first, second))
    return _Round(camera.point(_from_ball(slice_, middle)), *ways)


def _rim(slice_: _Cap, camera: Camera) -> _Round:
    """The rim of the cap, from where it is nearest to the eye."""
    top, radius = slice_.top, sqrt(1 - _CAP_CUT * _CAP_CUT)
    near = across(slice_.towards_eye, top)
    first = unit(near) if length(near) > 1e-6 else unit(across((1.0, 0.0, 0.0), top))
    second = cross(top, first)
    return _round(slice_, camera, scale(top, _CAP_CUT), scale(first, radius), scale(second, radius))


def _sideways(slice_: _Cap) -> Vector:
    return across(slice_.top, slice_.towards_eye)


def _silhouette(slice_: _Cap, camera: Camera) -> _Round:
    """The outline of the whole ball, from where it is nearest to the top of the slice."""
    sideways = _sideways(slice_)
    first = unit(sideways) if length(sideways) > 1e-6 else (1.0, 0.0, 0.0)
    return _round(slice_, camera, (0.0, 0.0, 0.0), first, cross(slice_.towards_eye, first))


def _draw_lune(pen: Pen, rim: _Round, rim_angle: float, skull: _Round, skull_angle: float) -> None:
    """Draw the piece between the visible half of the rim and the outline of the skull, with which it shares its ends.

    The outline goes with the clock; the rim goes against it where the slice looks away from the eye.
    """
    pen.move(skull.at(-skull_angle if skull.is_with_clock else skull_angle))
    pen.arc(skull.arc(skull_angle))
    end = skull.at(skull_angle if skull.is_with_clock else -skull_angle)
    begins_there = dist(end, rim.at(-rim_angle)) < dist(end, rim.at(rim_angle))
    pen.arc(rim.arc(rim_angle), is_back=begins_there != rim.is_with_clock)
    pen.close()
