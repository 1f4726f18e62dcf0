"""Arrows that say which way a part of the body moves.

An arrow is tied to a part by words and put where the drawing is free: it never covers the limb it speaks of when there
is room beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, radians, sin
from typing import NamedTuple
from xml.etree.ElementTree import Element

from stretchguide.figure.body import SIDES, SIGN, Body
from stretchguide.figure.flesh import in_frame
from stretchguide.figure.free_space import Plane, band, freest
from stretchguide.figure.geometry import (
    IDENTITY,
    UP,
    Camera,
    Frame,
    Point,
    Vector,
    across,
    add,
    along,
    dot,
    scale,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.outline import Pen, polygon
from stretchguide.figure.palette import LIGHT
from stretchguide.figure.paper import Ink, add_inks
from stretchguide.figure.pen import midpoints, mm, on_grid
from stretchguide.figure.pose import Arrow

UPRIGHT_BASES = frozenset(("stand", "sit-chair", "kneel", "half-kneel", "sit-heels", "hang", "all-fours"))
"""In these, left and forward are the room's; lying, they are the body's."""

_WAYS: dict[str, Vector] = {
    "left": (1.0, 0.0, 0.0),
    "right": (-1.0, 0.0, 0.0),
    "forward": (0.0, 0.0, 1.0),
    "back": (0.0, 0.0, -1.0),
}
_VERTICAL = {"up": 1.0, "down": -1.0}


class _Anchor(NamedTuple):
    """A part's middle, how far its flesh reaches from there (cm), and the way it faces."""

    place: Vector
    reach: float
    faces: Vector | None


# Parts of the trunk: joint, frame, the middle of the flesh in that frame, its reach (cm), and the frame of its face.
_TRUNK: dict[str, tuple[str, str, Vector, float, str]] = {
    "pelvis": ("pelvis", "pelvis", (0, 0, 0), 18, "pelvis"),
    "hips": ("pelvis", "pelvis", (0, 0, 0), 18, "pelvis"),
    "waist": ("l3", "l3", (0, 0, 0), 15, "t7"),
    "chest": ("t7", "t7", (0, 4, 3), 17, "t7"),
    "head": ("c1", "head", (0, 7, 2), 12, "head"),
    "chin": ("c1", "head", (0, -1, 2), 10, "head"),
}
_LIMB_JOINTS = {
    "elbow": "elbow",
    "knee": "knee",
    "shoulder": "shoulder",
    "hip": "hip",
    "heel": "ankle",
    "arm": "elbow",
    "leg": "knee",
    "wrist": "wrist",
    "ankle": "ankle",
}
PARTS = (*_TRUNK, *(f"{side} {part}" for side in SIDES for part in ("hand", "foot", *_LIMB_JOINTS)))
"""Every part an arrow can be tied to."""


def _anchor(body: Body, part: str) -> _Anchor:
    if part in _TRUNK:
        joint, frame, middle, reach, face = _TRUNK[part]
        place = in_frame(body.joints[joint], body.frames[frame], *middle)
        return _Anchor(place, reach, body.frames[face][2])
    side, _, piece = part.partition(" ")
    if piece == "hand":
        return _Anchor(along(body.joints[f"{side} wrist"], body.hands[side].direction, 9), 7, None)
    if piece == "foot":
        return _Anchor(in_frame(body.joints[f"{side} ankle"], body.frames[f"{side} foot"], 0, -4, 8), 10, None)
    return _Anchor(body.joints[f"{side} {_LIMB_JOINTS[piece]}"], 9, None)


_USUAL_LENGTH = 20.0
# Beside the body, not on it: an arrow up or down the trunk stands so far before it (cm).
_BEFORE_TRUNK = 19.0
# A push against the way a part faces is drawn in front of it, its tip on the part.
_AGAINST = -0.5


def line(body: Body, arrow: Arrow, base: str) -> list[Vector]:
    """The points of an arrow in space, from tail to tip (cm), before it is put where the drawing is free."""
    if arrow.motion == "turn":
        return _turn(body, arrow)
    if arrow.motion == "tilt":
        return _tilt(body, arrow)
    if arrow.motion == "nod":
        return _nod(body, arrow, base)
    anchor = _anchor(body, arrow.part)
    size = arrow.amount or _USUAL_LENGTH
    if arrow.is_over:
        return _over(anchor.place, _sideways(body, arrow.ways[-1], base), size)
    way = _way(body, arrow, anchor.place, base)
    start = anchor.place
    if way[1] and arrow.part in ("chest", "head", "pelvis", "hips"):
        start = along(start, body.frames["t7"][2], _BEFORE_TRUNK)
    if anchor.faces and dot(way, anchor.faces) < _AGAINST:
        return [along(start, way, -anchor.reach - size), along(start, way, -anchor.reach)]
    return [along(start, way, anchor.reach * 0.9), along(start, way, anchor.reach * 0.9 + size)]


def _way(body: Body, arrow: Arrow, start: Vector, base: str) -> Vector:
    if arrow.towards:
        return unit(subtract(_anchor(body, arrow.towards).place, start))
    frame: Frame = IDENTITY if base in UPRIGHT_BASES else body.frames["base"]
    total: Vector = (0.0, 0.0, 0.0)
    for word in arrow.ways:
        step = scale(UP, _VERTICAL[word]) if word in _VERTICAL else to_world(frame, _WAYS[word])
        total = add(total, step)
    return unit(total)


# A way that points up or down by more than this (sine) is no way over to somewhere.
_UPRIGHT_WAY = 0.8


def _sideways(body: Body, word: str, base: str) -> Vector:
    """Level, to where an arrow goes that goes up first; a body on its side turns its upper side over to the back."""
    frame: Frame = IDENTITY if base in UPRIGHT_BASES else body.frames["base"]
    way = to_world(frame, _WAYS[word])
    if abs(way[1]) > _UPRIGHT_WAY:
        is_side = word in SIDES
        way = scale(frame[2] if is_side else frame[1], -1 if way[1] > 0 else 1)
    return unit(across(way, UP))


def _over(place: Vector, sideways: Vector, size: float) -> list[Vector]:
    """A bow: first up, then over to a side."""
    start = add(place, add(scale(sideways, -16), (0.0, 4.0, 0.0)))
    return [
        add(start, add(scale(sideways, size * 1.7 * t), (0.0, 11 * sin(pi * min(1.0, t * 1.02)), 0.0)))
        for t in (0, 0.25, 0.5, 0.75, 1)
    ]


def _turn(body: Body, arrow: Arrow) -> list[Vector]:
    """An arc round the body's axis: over the head for chest and head, round it for the waist."""
    joints, frames = body.joints, body.frames
    middle, frame, radius, degrees = {
        "head": (in_frame(joints["c1"], frames["head"], 0, 21, 0), frames["c7"], 14.0, 130.0),
        "waist": (joints["l3"], frames["pelvis"], 25.0, 120.0),
    }.get(arrow.part, (in_frame(joints["c1"], frames["c7"], 0, 26, 0), frames["l3"], 18.0, 128.0))
    sign = SIGN[arrow.ways[0]]
    whole = arrow.amount or degrees
    angles = [radians(-whole / 2 + whole * i / 6) for i in range(7)]
    return [along(along(middle, frame[0], radius * sign * sin(a)), frame[2], radius * cos(a)) for a in angles]


# A small curve: its middle in the frame of a part, its radius (cm), and where it begins and ends (degrees from the
# part's front over its top).
_NODS: dict[str, tuple[str, str, Vector, float, tuple[float, float]]] = {
    "down": ("c1", "head", (0, 5, 0), 20.0, (42.0, -24.0)),
    "up": ("c1", "head", (0, 5, 0), 20.0, (-24.0, 42.0)),
    "under": ("pelvis", "pelvis", (0, 0, 0), 23.0, (146.0, 236.0)),
    "forward": ("pelvis", "pelvis", (0, 0, 0), 23.0, (214.0, 124.0)),
}
# Under a body on its back is the floor: then the front of the pelvis shows how it rolls.
_ROLLS_ON_BACK = {"under": (-42.0, 44.0), "forward": (44.0, -42.0)}


def _nod(body: Body, arrow: Arrow, base: str) -> list[Vector]:
    """A small curve in the plane between left and right."""
    word = arrow.ways[0]
    joint, frame_name, offset, radius, (first, last) = _NODS[word]
    if base == "supine" and word in _ROLLS_ON_BACK:
        first, last = _ROLLS_ON_BACK[word]
    if arrow.amount:
        middle, half = (first + last) / 2, arrow.amount / 2
        first, last = (middle - half, middle + half) if first < last else (middle + half, middle - half)
    frame = body.frames[frame_name]
    centre = in_frame(body.joints[joint], frame, *offset)
    angles = [radians(first + (last - first) * i / 5) for i in range(6)]
    return [along(along(centre, frame[2], radius * cos(a)), frame[1], radius * sin(a)) for a in angles]


def _tilt(body: Body, arrow: Arrow) -> list[Vector]:
    """An arc in the plane of the trunk, on the side it bends to."""
    is_head = arrow.part == "head"
    middle, frame = (body.joints["c7"], body.frames["t7"]) if is_head else (body.joints["l3"], body.frames["pelvis"])
    radius, last = (40.0, 44.0) if is_head else (96.0, 28.0)
    sign, first = SIGN[arrow.ways[0]], -4.0
    last = arrow.amount or last
    angles = [radians(first + (last - first) * i / 4) for i in range(5)]
    points = [along(along(middle, frame[0], sign * radius * sin(a)), frame[1], radius * cos(a)) for a in angles]
    return points if is_head else [along(point, frame[2], 14) for point in points]


# -- on the drawing ---------------------------------------------------------------------------------------------------

# Sizes of an arrow on the screen (cm): its head, half the head's breadth, line and light border.
_HEAD, _HALF_HEAD = 7.5, 4.8
_WIDTH, _BORDER = mm(3), mm(5.4)
# What it needs to both sides of its line.
_CLEAR = 6.0
# Round an arrow's points the drawing leaves so much room.
_ROOM = 3.0
# To cover another arrow is worse than to cover the body.
_ARROW_WEIGHT = 2.0
# An arrow that points nearly at the eye would be a dot: it is at least so long on the screen.
_SHORTEST = 11.0


def draw(parent: Element, camera: Camera, points: Sequence[Vector], plane: Plane) -> None:
    """Put an arrow under an element with round line ends, where it covers least; the plane then knows of it.

    Where it has to cover something it has a light border.
    """
    free = freest(plane, _stretched([camera.point(point) for point in points]), _CLEAR)
    covers = plane.along(band(free, _CLEAR)) > 0
    plane.add_line(free, _CLEAR, _ARROW_WEIGHT)
    for point in free:
        plane.frame.add_point(point, _ROOM)
    _draw(parent, free, covers)


def _stretched(points: list[Point]) -> list[Point]:
    """An arrow that is foreshortened, drawn out to where it still reads as an arrow: a curve keeps its height."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    size = hypot(x1 - x0, y1 - y0)
    if len(points) > 2:
        return _bowed(points if size >= _SHORTEST else _opened(points))
    if size >= _SHORTEST:
        return points
    dx, dy = ((x1 - x0) / size, (y1 - y0) / size) if size > 0.5 else (0.0, 1.0)
    return [(x1 - dx * _SHORTEST, y1 - dy * _SHORTEST), (x1, y1)]


def _opened(points: Sequence[Point]) -> list[Point]:
    """A curve whose ends are too near each other, spread to the side it runs to already."""
    (x0, _), (x1, _) = points[0], points[-1]
    sign = -1 if x1 < x0 else 1
    more = max(0.0, _SHORTEST - abs(x1 - x0)) * sign
    last = len(points) - 1
    return [(x + more * i / last, y) for i, (x, y) in enumerate(points)]


# A curve that is seen from its edge looks straight: one that leaves the line between its ends by less than this share
# of it is bowed by so much more.
_STRAIGHT, _BOW = 0.03, 0.2


def _bowed(points: list[Point]) -> list[Point]:
    """A curve, bowed a little where it would look straight."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    size = hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / size, (y1 - y0) / size
    if max(abs((x - x0) * uy - (y - y0) * ux) for x, y in points) > _STRAIGHT * size:
        return points
    last = len(points) - 1
    bows = [_BOW * size * sin(pi * i / last) for i in range(last + 1)]
    return [(x + uy * bow, y - ux * bow) for (x, y), bow in zip(points, bows, strict=True)]


def _draw(parent: Element, points: Sequence[Point], has_border: bool) -> None:
    (x1, y1), (x2, y2) = points[-2:]
    size = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / size, (y2 - y1) / size
    shaft = curve_through([*points[:-1], (x2 - ux * _HEAD * 0.7, y2 - uy * _HEAD * 0.7)])
    x, y = x2 - ux * _HEAD, y2 - uy * _HEAD
    corners = [
        (x2 + ux, y2 + uy),
        (x - uy * _HALF_HEAD, y + ux * _HALF_HEAD),
        (x + uy * _HALF_HEAD, y - ux * _HALF_HEAD),
    ]
    head = polygon(corners)
    border = (("class", "sf-hl"), ("fill", "none"), ("stroke", LIGHT["bg"]), ("stroke-width", _BORDER))
    shaft_look = (("class", "sf-l"), ("fill", "none"), ("stroke", LIGHT["ar"]), ("stroke-width", _WIDTH))
    head_look = (("class", "sf-ar"), ("fill", LIGHT["ar"]), ("stroke", "none"))
    below = [Ink(border, shaft + head)] if has_border else []
    inks = [*below, Ink(shaft_look, shaft), Ink(head_look, head)]
    add_inks(parent, inks)


def curve_through(points: Sequence[Point]) -> str:
    """An open smooth line through its ends, drawn to the points between."""
    pen = Pen()
    pen.move(points[0])
    if len(points) == 2:
        pen.line(points[1])
    else:
        grid = [on_grid(point) for point in points]
        pen.curve(grid[1:-1], [*midpoints(grid[1:-1]), grid[-1]])
    return pen.path
