"""Cap, ears and nose: just enough on a head that has no face to show where it looks."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, cos, pi, sin, sqrt
from typing import NamedTuple

from stretchguide.figure.body import Body
from stretchguide.figure.flesh import in_frame
from stretchguide.figure.geometry import (
    Camera,
    Point,
    Vector,
    across,
    add,
    along,
    cross,
    distance,
    dot,
    length,
    scale,
    to_world,
    unit,
)
from stretchguide.figure.outline import Volume, ellipsoid

# The cap is a slice of an ellipsoid on the skull: middle and half axes in the frame of the head (cm), the way of the
# slice's top (up and back) and how far from the middle it is cut, in half axes.
_CAP_MIDDLE = (0.0, 8.3, 0.0)
_CAP_HALF_AXES = (7.8, 8.4, 9.4)
_CAP_TOP = (0.0, 0.62, -0.78)
_CAP_CUT = 0.12
# Points of the rim, and of the silhouette when a piece of it is seen.
_RIM_POINTS = 16
_SILHOUETTE_POINTS = 6
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


def cap(body: Body, camera: Camera) -> list[Point]:
    """The outline of what can be seen of the cap, as control points; empty when nothing can."""
    slice_ = _slice(body, camera)
    rim = _rim(slice_.top)
    seen = [dot(point, slice_.towards_eye) > 0 for point in rim]
    if all(seen):
        outline = rim
    elif any(seen):
        outline = _partly_seen(slice_, rim, seen)
    else:
        faces = dot(slice_.top, slice_.towards_eye) > 0
        outline = [_silhouette(slice_, 2 * pi * i / _RIM_POINTS) for i in range(_RIM_POINTS)] if faces else []
    return [camera.point(_from_ball(slice_, point)) for point in outline]


def _slice(body: Body, camera: Camera) -> _Cap:
    frame = body.frames["head"]
    x, y, z = (scale(axis, size) for axis, size in zip(frame, _CAP_HALF_AXES, strict=True))
    way = [dot(axis, camera.view) / size for axis, size in zip(frame, _CAP_HALF_AXES, strict=True)]
    return _Cap(unit(_CAP_TOP), unit((way[0], way[1], way[2])), _place(body, *_CAP_MIDDLE), (x, y, z))


def _from_ball(slice_: _Cap, point: Vector) -> Vector:
    return add(slice_.middle, to_world(slice_.axes, point))


def _rim(top: Vector) -> list[Vector]:
    """Points of the circle where the ball is cut."""
    radius = sqrt(1 - _CAP_CUT * _CAP_CUT)
    first = unit(across((0.0, 0.0, 1.0) if abs(top[2]) < 0.9 else (1.0, 0.0, 0.0), top))
    second = cross(top, first)
    angles = [2 * pi * i / _RIM_POINTS for i in range(_RIM_POINTS)]
    middle = scale(top, _CAP_CUT)
    return [along(along(middle, first, radius * cos(a)), second, radius * sin(a)) for a in angles]


def _silhouette(slice_: _Cap, angle: float) -> Vector:
    """A point of the ball's outline as the eye sees it; angle 0 is the one nearest to the top of the slice."""
    sideways = across(slice_.top, slice_.towards_eye)
    first = unit(sideways) if length(sideways) > 1e-6 else (1.0, 0.0, 0.0)
    second = cross(slice_.towards_eye, first)
    return add(scale(first, cos(angle)), scale(second, sin(angle)))


def _partly_seen(slice_: _Cap, rim: list[Vector], seen: list[bool]) -> list[Vector]:
    """The visible run of the rim, closed by the piece of the silhouette that lies in the slice."""
    count = len(rim)
    first = next(i for i in range(count) if seen[i] and not seen[i - 1])
    run = [rim[(first + i) % count] for i in range(count)]
    run = run[: next((i for i in range(count) if not seen[(first + i) % count]), count)]
    half = acos(max(-1.0, min(1.0, _CAP_CUT / length(across(slice_.top, slice_.towards_eye)))))
    angles = [-half + 2 * half * i / _SILHOUETTE_POINTS for i in range(_SILHOUETTE_POINTS + 1)]
    edge = [_silhouette(slice_, angle) for angle in angles]
    if distance(run[-1], edge[0]) > distance(run[-1], edge[-1]):
        edge.reverse()
    return edge + run
