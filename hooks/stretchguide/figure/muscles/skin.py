"""Muscle shapes on the skin of a body: where a shape of the table is on the screen, and how much of it can be seen.

A shape given by (place, angle) goes round a limb or the torso. What faces away is drawn in to the outline, so that a
shape that goes out of sight ends at the edge of the body. What other parts hide is not known here: see `marks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from math import atan2, cos, degrees, radians, sin, sqrt
from typing import NamedTuple

from stretchguide.figure.body.flesh import in_frame, profile, segment_ends
from stretchguide.figure.body.girth import TORSO as TORSO_RINGS
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.body.skeleton import UPPER_ARM as UPPER_ARM_LENGTH
from stretchguide.figure.muscles.shapes import FLAT, GROUPS, HAND, MUSCLES, TORSO, UPPER_ARM, OutlinePoint, SkinShape
from stretchguide.figure.shapes.geometry import (
    Camera,
    Frame,
    Point,
    Vector,
    add,
    along,
    between,
    dot,
    scale,
    to_world,
    unit,
)


class Patch(NamedTuple):
    """A shape on the screen: control points with a sign for corners, and which part of its points faces the eye."""

    outline: tuple[tuple[Point, bool], ...]
    facing: float

    @property
    def area(self) -> float:
        """What its control points enclose, in square cm of the screen."""
        return abs(signed_area([point for point, _ in self.outline]))

    @property
    def clockwise(self) -> tuple[tuple[Point, bool], ...]:
        """The outline, clockwise on the screen: paths that overlap then fill each other, on both sides of the body."""
        return self.outline if signed_area([point for point, _ in self.outline]) > 0 else self.outline[::-1]


class SkinRing(NamedTuple):
    """The skin of a segment at one place: its middle, the axes outward and forward, and the half axes in cm."""

    middle: Vector
    outward: Vector
    forward: Vector
    half_width: float
    half_depth: float


class _TorsoStation(NamedTuple):
    middle: Vector
    frame: Frame
    half_width: float
    half_depth: float


def members(name: str) -> tuple[str, ...]:
    """The ids whose shapes are lit for an id of the vocabulary; none for a muscle that nobody has drawn yet."""
    return GROUPS.get(name, (name,) if name in MUSCLES else ())


def is_known(name: str) -> bool:
    """Whether an id of the vocabulary has shapes."""
    return name in MUSCLES or name in GROUPS


# The skin is a little outside the volumes of pelvis and trunk.
_WIDER_HIPS = 1.06
_WIDER_TRUNK = 1.01
_CROTCH = ((0.0, -9.0, -1.2), 15.8, 9.8)
"""The lowest ring reaches down to the fold of the buttock: middle in the frame of the pelvis, half width and depth."""
# Rings above the torso's own: joint, frame, middle in that frame, half width and half depth (cm). Collarbones, two for
# the neck, and the base of the skull.
_UPPER_RINGS: tuple[tuple[str, str, Vector, float, float], ...] = (
    ("t7", "t7", (0.0, 15.4, 0.9), 15.0, 5.6),
    ("c7", "c7", (0.0, 3.2, 0.6), 6.4, 5.7),
    ("c7", "c7", (0.0, 6.5, 1.6), 5.0, 5.2),
    ("c1", "head", (0.0, 1.5, -0.6), 4.9, 5.0),
)


def _torso_stations(body: Body) -> tuple[_TorsoStation, ...]:
    stations = []
    for name, ring in TORSO_RINGS.items():
        middle, width, depth = ring.centre, ring.half_width, ring.half_depth
        if name == "crotch":
            middle, width, depth = _CROTCH
        wider = _WIDER_HIPS if name in ("crotch", "hip") else _WIDER_TRUNK
        frame = body.frames[ring.frame]
        place = add(body.joints[ring.joint], to_world(frame, middle))
        stations.append(_TorsoStation(place, frame, width * wider, depth * wider))
    for joint, name, middle, width, depth in _UPPER_RINGS:
        frame = body.frames[name]
        stations.append(_TorsoStation(add(body.joints[joint], to_world(frame, middle)), frame, width, depth))
    return tuple(stations)


# Beyond the end of a limb its skin narrows by so much of its radius for each length of the bone.
_LIMB_NARROWS = 1.2
# The cap of the shoulder is a ball of this radius round the joint (cm); from here on, the arm is thicker.
_SHOULDER_CAP = 6.0
_CAP_ENDS = 0.12
_CAP_TIP = 0.25
# Below the lowest ring of the torso the skin narrows by half of what it would be one ring lower.
_TORSO_NARROWS = 0.5


class Skin:
    """The surface of a body, on which shapes lie. Limbs are round; the torso and neck are ellipses between rings."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self._stations = _torso_stations(body)

    def ring(self, segment: str, side: str, place: float) -> SkinRing:
        """The skin at a place of a segment: along the bone (a little beyond 0 and 1 too), or up the torso (0 to 10)."""
        if segment == TORSO:
            return self._torso_ring(side, place)
        near, far = segment_ends(self.body, side, segment)
        frame = self.body.frames[f"{side} {segment}"]
        radius, forward, outward = profile(segment, max(0.0, min(1.0, place)))
        if segment == UPPER_ARM and place < _CAP_ENDS:
            radius = _cap_radius(place) if place < 0 else max(radius, _cap_radius(place))
        elif place < 0:
            radius *= 1 + place * _LIMB_NARROWS
        out = scale(frame[0], SIGN[side])
        middle = along(along(between(near, far, place), frame[2], forward), out, outward)
        return SkinRing(middle, out, frame[2], radius, radius)

    def _torso_ring(self, side: str, place: float) -> SkinRing:
        index = max(0, min(len(self._stations) - 2, int(max(0.0, place))))
        part = place - index
        low, high = self._stations[index], self._stations[index + 1]
        width = low.half_width + (high.half_width - low.half_width) * part
        depth = low.half_depth + (high.half_depth - low.half_depth) * part
        if part < 0:
            width *= 1 + part * _TORSO_NARROWS
            depth *= 1 + part * _TORSO_NARROWS
        outward = scale(unit(between(low.frame[0], high.frame[0], part)), SIGN[side])
        forward = unit(between(low.frame[2], high.frame[2], part))
        return SkinRing(between(low.middle, high.middle, part), outward, forward, width, depth)


def _cap_radius(place: float) -> float:
    """How thick the cap of the shoulder is at a place of the upper arm, in cm; hardly anything beyond it."""
    rise = place * UPPER_ARM_LENGTH
    return sqrt(max(_CAP_TIP, _SHOULDER_CAP * _SHOULDER_CAP - rise * rise))


# Points that face away by more are drawn in to the edge of the body: a shape ends just before its outline.
_EDGE = 84.0
# A shape of which a smaller part faces the eye is not drawn.
_LEAST_FACING = 0.2
# A flat shape that faces the eye less (cosine) is not drawn.
_LEAST_FLAT = 0.12
# Shapes lie a little inside the skin, so that their edge never crosses the body's outline.
_INSIDE = 0.985
# A shape that is widened round the segment by some factor grows along it by this part of the surplus.
_ALONG_SHARE = 0.6


def patch(
    skin: Skin,
    camera: Camera,
    shape: SkinShape,
    side: str,
    *,
    widen: float = 1.0,
    inside: float = _INSIDE,
    turn: float = 0,
) -> Patch | None:
    """What can be seen of a shape on one side of the body; None when it faces away.

    It is widened round the segment by a factor, lies inside the skin by another, and may be turned round the segment by
    some degrees.
    """
    if shape.flat:
        return _flat_patch(skin.body, camera, shape, side)
    spots = widened(shape.outline, widen)
    rings = [skin.ring(shape.segment, side, spot.place) for spot in spots]
    seen = [_seen(ring, camera, spot.angle + turn, inside) for ring, spot in zip(rings, spots, strict=True)]
    facing = sum(abs(relative) <= _EDGE for _, relative in seen) / len(seen)
    if facing < _LEAST_FACING:
        return None
    points = tuple((seen[i][0], spot.is_corner) for i, spot in enumerate(spots) if not _is_stray(seen, i))
    return Patch(points, facing) if len(points) >= 3 else None


def whole_outline(skin: Skin, camera: Camera, shape: SkinShape, side: str, widen: float = 1.0) -> Patch:
    """The whole shape as if the body were glass."""
    if shape.flat:
        return Patch(_flat_outline(skin.body, camera, shape, side), 1.0)
    spots = widened(shape.outline, widen)
    points = [_skin_point(skin.ring(shape.segment, side, spot.place), spot.angle, _INSIDE) for spot in spots]
    return Patch(tuple((camera.point(p), spot.is_corner) for p, spot in zip(points, spots, strict=True)), 1.0)


def middle(skin: Skin, shape: SkinShape, side: str) -> Vector:
    """The middle of a shape, on the skin of the body."""
    if shape.flat:
        points = _flat_points(skin.body, shape, side)[1]
        return scale(reduce(add, points), 1 / len(points))
    place, angle = centre_of(shape.outline)
    return _skin_point(skin.ring(shape.segment, side, place), angle, 1.0)


def centre_of(spots: Sequence[OutlinePoint]) -> tuple[float, float]:
    """The mean place of some points, and their mean angle."""
    return sum(spot.place for spot in spots) / len(spots), sum(spot.angle for spot in spots) / len(spots)


def widened(spots: Sequence[OutlinePoint], factor: float) -> Sequence[OutlinePoint]:
    """An outline stretched about its middle: round the segment by a factor, along it by a part of that."""
    if factor == 1:
        return spots
    place, angle = centre_of(spots)
    longer = 1 + (factor - 1) * _ALONG_SHARE
    return [
        OutlinePoint(place + (spot.place - place) * longer, angle + (spot.angle - angle) * factor, spot.is_corner)
        for spot in spots
    ]


def eye_angle(ring: SkinRing, camera: Camera) -> float | None:
    """The angle round a segment that faces the eye, in degrees; None when one looks along it."""
    x = dot(ring.outward, camera.view) / ring.half_width
    z = dot(ring.forward, camera.view) / ring.half_depth
    return degrees(atan2(x, z)) if abs(x) + abs(z) > 1e-6 else None


def relative_angle(angle: float, towards_eye: float) -> float:
    """How far an angle is from the one that faces the eye, from -180 to 180 degrees."""
    return (angle - towards_eye + 180) % 360 - 180


def _skin_point(ring: SkinRing, angle: float, inside: float) -> Vector:
    turn = radians(angle)
    across = along(ring.middle, ring.outward, ring.half_width * sin(turn) * inside)
    return along(across, ring.forward, ring.half_depth * cos(turn) * inside)


def _seen(ring: SkinRing, camera: Camera, angle: float, inside: float) -> tuple[Point, float]:
    """Where an angle is drawn, and how far it faces away from the eye (degrees): beyond the edge, it is drawn there."""
    towards_eye = eye_angle(ring, camera)
    centre = angle if towards_eye is None else towards_eye
    relative = relative_angle(angle, centre)
    drawn = max(-_EDGE, min(_EDGE, relative))
    return camera.point(_skin_point(ring, centre + drawn, inside)), relative


def _is_stray(seen: Sequence[tuple[Point, float]], index: int) -> bool:
    """Whether a hidden point was drawn in to the other edge than both its neighbours: it would make a stray line."""
    relative = seen[index][1]
    if abs(relative) <= _EDGE:
        return False
    before, after = seen[index - 1][1], seen[(index + 1) % len(seen)][1]
    return before * relative < 0 and after * relative < 0


def _flat_points(body: Body, shape: SkinShape, side: str) -> tuple[Vector, list[Vector]]:
    """The normal and the points of a flat shape in the world."""
    normal, points = FLAT[shape.flat]
    if shape.segment == HAND:
        hand, wrist = body.hands[side], body.joints[f"{side} wrist"]
        frame = (hand.thumb, hand.direction, hand.palm)
        return hand.palm, [in_frame(wrist, frame, *point) for point in points]
    frame, ankle, sign = body.frames[f"{side} foot"], body.joints[f"{side} ankle"], SIGN[side]
    turned = to_world(frame, (normal[0] * sign, normal[1], normal[2]))
    return turned, [in_frame(ankle, frame, x * sign, y, z) for x, y, z in points]


def _flat_outline(body: Body, camera: Camera, shape: SkinShape, side: str) -> tuple[tuple[Point, bool], ...]:
    _, points = _flat_points(body, shape, side)
    return tuple((camera.point(point), not i) for i, point in enumerate(points))


def _flat_patch(body: Body, camera: Camera, shape: SkinShape, side: str) -> Patch | None:
    normal, _ = _flat_points(body, shape, side)
    facing = dot(normal, camera.view)
    return Patch(_flat_outline(body, camera, shape, side), facing) if facing >= _LEAST_FLAT else None


def signed_area(points: Iterable[Point]) -> float:
    """What a closed line encloses, in square cm; below 0 when it runs against the clock (the shoelace formula)."""
    corners = list(points)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*corners, *corners[:1]])) / 2
