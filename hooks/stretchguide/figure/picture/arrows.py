"""Arrows that say which way a part of the body moves.

An arrow is tied to a part by words. Here is where it runs in space; `arrow_signs` puts it on the drawing.
"""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import NamedTuple

from stretchguide.figure.body.flesh import part_balls
from stretchguide.figure.body.girth import in_frame
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.picture.anchors import anchor
from stretchguide.figure.shapes.geometry import (
    IDENTITY,
    UP,
    Frame,
    Vector,
    across,
    add,
    along,
    cross,
    distance,
    dot,
    scale,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import ARROW_BOTH, AWAY
from stretchguide.format.sides import SIDES

_WAYS: dict[str, Vector] = {
    "left": (1.0, 0.0, 0.0),
    "right": (-1.0, 0.0, 0.0),
    "forward": (0.0, 0.0, 1.0),
    "back": (0.0, 0.0, -1.0),
}
_VERTICAL = {"up": 1.0, "down": -1.0}


# The parts that a reader knows an arrow by; what is nearer than this to the arrow's own (cm) is part of it.
_ENDS = ("head", *(f"{side} {part}" for side in SIDES for part in ("hand", "elbow", "knee", "foot")))
_SAME_PART = 22.0


class Sign(NamedTuple):
    """An arrow on its way to the drawing."""

    points: list[Vector]
    """From tail to tip in space (cm), before it is put where the drawing is free."""
    strangers: list[Vector]
    """Other parts, beside which it would seem to speak of them."""
    stays: bool = False
    """Whether it stands where it is even if that covers something: only there, between two parts, it speaks of both."""
    about: Vector | None = None
    """The middle of the part that a straight one speaks of; where it stands beside that, the drawing decides."""
    reach: float = 0.0
    """How far the flesh of the part goes from there (cm)."""
    breadth: float = 0.0
    """As far as that for waist and chest, beside which the elbows are: an arrow at their edge is their own (cm)."""
    pushes: bool = False
    """Whether it goes against the way that its part faces: it ends there."""
    arrives: bool = False
    """Whether it shows how a part came where that is: it ends there, and is not moved elsewhere."""
    presses: bool = False
    """Whether it presses without moving: it ends at a bar, where the flesh of its part does."""
    faces: Vector | None = None
    """The way that the front of a chest faces: what stands beside it is rather on that side."""
    is_upright: bool = False
    """Whether a chest goes up or down by it: from ahead there is one on both sides, where one alone is an arm's."""
    wraps: bool = False
    """Whether it goes round a limb: what of it is behind that is not seen."""
    returns: bool = False
    """Whether its part goes that way and back again: it has a head at both ends."""
    instead: Sign | None = None
    """What stands beside the part of a way that would lie on the body for the most part."""


def sign(body: Body, arrow: Arrow, base: Base) -> Sign:
    """Where an arrow runs, and what it keeps away from."""
    points = line(body, arrow, base)
    if arrow.motion in _ROUNDS:
        is_ring = arrow.motion == "circle"
        return Sign(points, [], stays=is_ring, wraps=is_ring and arrow.part.endswith("wrist"))
    others = strangers(body, arrow.part, arrow.towards)
    if arrow.motion == "press":
        others += _toes(body, arrow.part)
        return Sign(_pressing(body, arrow, base), others, about=anchor(body, arrow.part).place, presses=True)
    if arrow.is_over or (arrow.part in ARROW_BOTH and not is_one(body, arrow.part)):
        return Sign(points, others, stays=arrow.part in ARROW_BOTH)
    return straight(body, arrow.part, points, others)


# The toes in the frame of the foot, from the ankle (cm).
_TOES = (0.0, -5.0, 18.0)


def _toes(body: Body, part: str) -> list[Vector]:
    """The toes of a heel that presses: beside them it would seem that they do."""
    side, _, piece = part.rpartition(" ")
    is_heel = piece == "heel"
    return [in_frame(body.joints[f"{side} ankle"], body.frames[f"{side} foot"], *_TOES)] if is_heel else []


# The flesh that presses, by the part's name without its side; that of a part is so much farther from its middle than
# its reach at most (cm).
_FLESH = {
    **dict.fromkeys(("foot", "heel", "ankle"), ("foot",)),
    **dict.fromkeys(("hand", "wrist"), ("hand",)),
    **dict.fromkeys(("elbow", "arm", "shoulder"), ("upper arm", "forearm")),
    **dict.fromkeys(("knee", "leg"), ("thigh", "shank")),
    **dict.fromkeys(("pelvis", "waist", "chest", "hip"), ("pelvis", "chest")),
    **dict.fromkeys(("head", "chin"), ("head",)),
}
_FARTHER = 12.0


def _pressing(body: Body, arrow: Arrow, base: Base) -> list[Vector]:
    """Tail and tip of what presses: it ends where the flesh of its part does that way, at what it presses against."""
    own = anchor(body, arrow.part)
    side, _, piece = arrow.part.rpartition(" ")
    way = _way(body, arrow, own.place, base)
    names = [name if name in ("pelvis", "chest", "head") else f"{side} {name}" for name in _FLESH[piece]]
    flesh = [ball for name in names for ball in part_balls(body, name)]
    near = [ball for ball in flesh if distance(ball[0], own.place) < own.reach + _FARTHER]
    far = max((dot(subtract(centre, own.place), way) + radius for centre, radius in near), default=own.reach)
    return [along(own.place, way, far - (arrow.amount or _USUAL_LENGTH)), along(own.place, way, far)]


# Two parts that are so near each other (cm) have their arrow beside them, not between.
_TOGETHER = 26.0


def is_one(body: Body, part: str) -> bool:
    """Whether a part is one, or two that are together: feet side by side, laced hands."""
    if part not in ARROW_BOTH:
        return True
    left, right = (anchor(body, f"{side} {ARROW_BOTH[part]}").place for side in SIDES)
    return distance(left, right) < _TOGETHER


def straight(body: Body, part: str, points: list[Vector], others: list[Vector]) -> Sign:
    """An arrow of two points, tied to one part."""
    own = anchor(body, part)
    pushes = own.faces is not None and dot(unit(subtract(points[-1], points[0])), own.faces) < _AGAINST
    breadth = own.reach if part in ("waist", "chest") else 0.0
    found = Sign(points, others, about=own.place, reach=own.reach, breadth=breadth, pushes=pushes)
    if part != "chest":
        return found
    up = dot(unit(subtract(points[-1], points[0])), UP)
    return found._replace(faces=body.frames["t7"][2], is_upright=abs(up) > _UPRIGHT)


def strangers(body: Body, part: str, towards: str = "") -> list[Vector]:
    """Where other parts are, which an arrow would seem to speak of if it stood beside them."""
    own = anchor(body, part).place
    found = [anchor(body, each).place for each in _ENDS if each != towards]
    return [place for place in found if distance(place, own) > _SAME_PART]


_USUAL_LENGTH = 20.0
# A push runs against the way a part faces (cosine).
_AGAINST = -0.5
# What goes up or down goes so much that way (cosine).
_UPRIGHT = 0.9


def line(body: Body, arrow: Arrow, base: Base) -> list[Vector]:
    """The points of an arrow in space, from tail to tip (cm), before it is put where the drawing is free."""
    if arrow.motion in _ROUNDS:
        return _ROUNDS[arrow.motion](body, arrow, base)
    own = anchor(body, arrow.part)
    size = arrow.amount or _USUAL_LENGTH
    if arrow.is_over:
        return _over(own.place, _sideways(body, arrow.ways[-1], base), size)
    way = _way(body, arrow, own.place, base)
    return [along(own.place, way, own.reach * 0.9), along(own.place, way, own.reach * 0.9 + size)]


def _frame(body: Body, base: Base) -> Frame:
    """What left and forward are of: the room, or a body that sits or lies on its floor."""
    return body.frames["base"] if base.pelvis_on == "floor" else IDENTITY


def _way(body: Body, arrow: Arrow, start: Vector, base: Base) -> Vector:
    if arrow.towards:
        return unit(subtract(anchor(body, arrow.towards).place, start))
    ways = {**ways_of(body, base), AWAY: scale(body.frames["base"][1], -1)}
    total: Vector = (0.0, 0.0, 0.0)
    for word in arrow.ways:
        total = add(total, ways[word])
    return unit(total)


def ways_of(body: Body, base: Base) -> dict[str, Vector]:
    """The directions that arrows are told by, in the order of their words."""
    frame = _frame(body, base)
    vertical = {word: scale(UP, up) for word, up in _VERTICAL.items()}
    return vertical | {word: to_world(frame, way) for word, way in _WAYS.items()}


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


# An arc that is to read as a turn goes so far round (degrees), with so many points.
_AROUND, _POINTS = 220.0, 12


def _turn(body: Body, arrow: Arrow, _: Base) -> list[Vector]:
    """An arc round the body's axis, by its front: over the head for chest and head, round it for the waist."""
    joints, frames = body.joints, body.frames
    middle, frame, radius, degrees = {
        "head": (in_frame(joints["c1"], frames["head"], 0, 23, 0), frames["c7"], 14.0, _AROUND),
        "waist": (joints["l3"], frames["pelvis"], 25.0, 120.0),
    }.get(arrow.part, (in_frame(joints["c1"], frames["c7"], 0, 28, 0), frames["l3"], 18.0, _AROUND))
    sign = SIGN[arrow.ways[0]]
    whole = arrow.amount or degrees
    count = _POINTS if whole >= _AROUND else 6
    angles = [radians(-whole / 2 + whole * i / count) for i in range(count + 1)]
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


# A ring goes so far round (degrees) and begins here, counted from its first axis.
_ROUND, _BEGINS = 300.0, -75.0
# Its radius by the part (cm).
_RADII = {"pelvis": 24.0, "head": 16.0, "foot": 11.0, "ankle": 11.0, "heel": 11.0, "hand": 9.0, "wrist": 8.0}
_RADIUS = 13.0
# Ahead of the hand that it is of, so far from its middle, and so far out from a shoulder (cm): it covers neither.
_AHEAD_OF_HAND, _BESIDE_SHOULDER = 18.0, 21.0
_LEVEL = ("pelvis", "head", "knee", "leg")
_ACROSS_FOOT = ("foot", "ankle", "heel")


def _ring(body: Body, arrow: Arrow, base: Base) -> list[Vector]:
    """Round a part, in the plane in which it goes round: level, across foot or hand, or seen from the side. A wrist
    turns with its forearm, round the length of that.
    """
    side, _, piece = arrow.part.rpartition(" ")
    room, centre = _frame(body, base), anchor(body, arrow.part).place
    first, second = body.frames["t7"][2], body.frames["t7"][1]  # from ahead over the top
    if piece in _LEVEL:
        first, second = room[0], room[2]
    elif piece in _ACROSS_FOOT:
        foot = body.frames[f"{side} foot"]
        first, second, centre = foot[0], foot[1], along(centre, foot[2], _RADII["foot"])
    elif piece == "wrist":
        return _round_forearm(body, side, arrow, room)
    elif piece == "hand":
        hand = body.hands[side]
        first, second = hand.palm, cross(hand.direction, hand.palm)
        centre = along(centre, hand.direction, _AHEAD_OF_HAND)
    elif piece == "shoulder":
        centre = along(centre, body.frames["t7"][0], SIGN[side] * _BESIDE_SHOULDER)
    turn = -1 if arrow.ways and arrow.ways[0] in ("forward", "left") else 1
    radius = arrow.amount / 2 if arrow.amount else _RADII.get(piece, _RADIUS)
    angles = [radians(90 + turn * (_BEGINS - 90 + _ROUND * i / 12 + 15)) for i in range(13)]
    return [along(along(centre, first, radius * cos(a)), second, radius * sin(a)) for a in angles]


# The ring of a forearm is so far from its wrist (cm), and goes so far round to both sides of its top (degrees), with so
# many points. It leans by this much, so that it is open from the side.
_UP_THE_FOREARM, _OVER_FOREARM, _TURNS, _LEANS = 3.0, 135.0, 17, 0.55


def _round_forearm(body: Body, side: str, arrow: Arrow, room: Frame) -> list[Vector]:
    """An arc over the top of a forearm to the side that the words say, from below it to below it."""
    wrist = body.joints[f"{side} wrist"]
    axis = unit(subtract(wrist, body.joints[f"{side} elbow"]))
    way = to_world(room, _WAYS[arrow.ways[0] if arrow.ways else side])
    there = unit(across(way, axis))
    top = cross(there, axis) if dot(cross(there, axis), UP) > 0 else cross(axis, there)
    radius = arrow.amount / 2 if arrow.amount else _RADII["wrist"]
    angles = [radians(_OVER_FOREARM * (2 * i / (_TURNS - 1) - 1)) for i in range(_TURNS)]
    centre = along(wrist, axis, -_UP_THE_FOREARM)
    out = add(there, scale(axis, _LEANS if dot(way, to_world(room, _WAYS[side])) > 0 else -_LEANS))
    return [along(along(centre, top, radius * cos(a)), out, radius * sin(a)) for a in angles]


def _tilt(body: Body, arrow: Arrow, _: Base) -> list[Vector]:
    """An arc in the plane of the trunk, on the side it bends to."""
    is_head = arrow.part == "head"
    middle, frame = (body.joints["c7"], body.frames["t7"]) if is_head else (body.joints["l3"], body.frames["pelvis"])
    radius, last = (40.0, 44.0) if is_head else (96.0, 28.0)
    sign, first = SIGN[arrow.ways[0]], -4.0
    last = arrow.amount or last
    angles = [radians(first + (last - first) * i / 4) for i in range(5)]
    points = [along(along(middle, frame[0], sign * radius * sin(a)), frame[1], radius * cos(a)) for a in angles]
    return points if is_head else [along(point, frame[2], 14) for point in points]


_ROUNDS = {"turn": _turn, "tilt": _tilt, "nod": _nod, "circle": _ring}
"""How arrows run that are no straight ones, by their motion."""
