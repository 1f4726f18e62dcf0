"""Arrows that say which way a part of the body moves.

An arrow is tied to a part by words. Here is where it runs in space; `arrow_signs` puts it on the drawing.
"""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import NamedTuple

from stretchguide.figure.body.flesh import in_frame
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import (
    IDENTITY,
    UP,
    Frame,
    Vector,
    across,
    add,
    along,
    between,
    distance,
    dot,
    scale,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import ARROW_BOTH
from stretchguide.format.sides import SIDES

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
    "chin": ("c1", "head", (0, -1, 2), 13, "head"),
}
_JOINT_OF_PART = {
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

# An arrow of two parts is not moved aside: it begins so far from their middle (cm).
_BOTH_REACH = 13.0


def _anchor(body: Body, part: str) -> _Anchor:
    if part in _TRUNK:
        joint, frame, middle, reach, face = _TRUNK[part]
        place = in_frame(body.joints[joint], body.frames[frame], *middle)
        return _Anchor(place, reach, body.frames[face][2])
    if part in ARROW_BOTH:
        left, right = (_anchor(body, f"{side} {ARROW_BOTH[part]}") for side in SIDES)
        return left._replace(place=between(left.place, right.place, 0.5), reach=_BOTH_REACH)
    side, _, piece = part.partition(" ")
    if piece == "hand":
        return _Anchor(along(body.joints[f"{side} wrist"], body.hands[side].direction, 9), 7, None)
    if piece == "foot":
        return _Anchor(in_frame(body.joints[f"{side} ankle"], body.frames[f"{side} foot"], 0, -4, 8), 10, None)
    faces = scale(body.frames["t7"][0], SIGN[side]) if piece == "shoulder" else None
    return _Anchor(body.joints[f"{side} {_JOINT_OF_PART[piece]}"], 9, faces)


# The parts that a reader knows an arrow by; what is nearer than this to the arrow's own (cm) is part of it.
_ENDS = ("head", *(f"{side} {part}" for side in SIDES for part in ("hand", "elbow", "knee", "foot")))
_SAME_PART = 22.0


class Sign(NamedTuple):
    """An arrow on its way to the drawing."""

    points: list[Vector]
    """From tail to tip in space (cm), before it is put where the drawing is free."""
    strangers: list[Vector]
    """Other parts, beside which it would seem to speak of them."""
    stays: bool
    """Whether it stands where it is even if that covers something: only there, between two parts, it speaks of both."""


def sign(body: Body, arrow: Arrow, base: Base) -> Sign:
    """Where an arrow runs, and what it keeps away from."""
    return Sign(line(body, arrow, base), _strangers(body, arrow), arrow.part in ARROW_BOTH)


def _strangers(body: Body, arrow: Arrow) -> list[Vector]:
    if arrow.motion != "move":
        return []
    own = _anchor(body, arrow.part).place
    found = [_anchor(body, part).place for part in _ENDS if part != arrow.towards]
    return [place for place in found if distance(place, own) > _SAME_PART]


_USUAL_LENGTH = 20.0
# Beside the body, not on it: an arrow along the trunk stands so far before it (cm); this is how well it has to agree
# with the trunk's own way (cosine).
_BEFORE_TRUNK = 19.0
_ALONG_TRUNK = 0.5
# A push against the way a part faces is drawn in front of it, its tip on the part.
_AGAINST = -0.5


def line(body: Body, arrow: Arrow, base: Base) -> list[Vector]:
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
    if abs(dot(way, body.frames["t7"][1])) > _ALONG_TRUNK and arrow.part in ("chest", "head", "pelvis", "hips"):
        start = along(start, body.frames["t7"][2], _BEFORE_TRUNK)
    if anchor.faces and dot(way, anchor.faces) < _AGAINST:
        return [along(start, way, -anchor.reach - size), along(start, way, -anchor.reach)]
    return [along(start, way, anchor.reach * 0.9), along(start, way, anchor.reach * 0.9 + size)]


def _frame(body: Body, base: Base) -> Frame:
    """What left and forward are of: the room, or a body that sits or lies on its floor."""
    return body.frames["base"] if base.pelvis_on == "floor" else IDENTITY


def _way(body: Body, arrow: Arrow, start: Vector, base: Base) -> Vector:
    if arrow.towards:
        return unit(subtract(_anchor(body, arrow.towards).place, start))
    frame = _frame(body, base)
    total: Vector = (0.0, 0.0, 0.0)
    for word in arrow.ways:
        step = scale(UP, _VERTICAL[word]) if word in _VERTICAL else to_world(frame, _WAYS[word])
        total = add(total, step)
    return unit(total)


# A way that points up or down by more than this (sine) is no way over to somewhere.
_UPRIGHT_WAY = 0.8


def _sideways(body: Body, word: str, base: Base) -> Vector:
    """Level, to where an arrow goes that goes up first; a body on its side turns its upper side over to the back."""
    frame = _frame(body, base)
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


def _nod(body: Body, arrow: Arrow, base: Base) -> list[Vector]:
    """A small curve in the plane between left and right."""
    word = arrow.ways[0]
    joint, frame_name, offset, radius, (first, last) = _NODS[word]
    if base.lies == "back" and word in _ROLLS_ON_BACK:
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
