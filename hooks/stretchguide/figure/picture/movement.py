"""What moved between two bodies: which part most, and the way it took from there to here."""

from __future__ import annotations

from math import acos, degrees, hypot, sin

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.picture.anchors import anchor
from stretchguide.figure.picture.arrows import ways_of
from stretchguide.figure.shapes.geometry import (
    Camera,
    Vector,
    add,
    between,
    dot,
    length,
    scale,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import ARROW_BOTH, AWAY
from stretchguide.format.sides import SIDES

PARTS = ("head", "chest", "pelvis", *(f"{side} {part}" for part in ("hand", "foot", "knee", "elbow") for side in SIDES))
"""Those that a movement is told by."""

# The joint round which a part swings, `{}` for its side; what is not named goes straight.
_PIVOTS = {
    "hand": "{} shoulder",
    "wrist": "{} shoulder",
    "elbow": "{} shoulder",
    "arm": "{} shoulder",
    "foot": "{} hip",
    "heel": "{} hip",
    "ankle": "{} hip",
    "knee": "{} hip",
    "leg": "{} hip",
    "head": "c7",
    "chin": "c7",
    "chest": "pelvis",
}
_STEPS = 8
"""Points of a way."""
# Two directions that part by more than this (degrees) do not say which way round: a limb goes by the outside and ahead.
_OPPOSITE = 135.0
_BY_THE_SIDE: Vector = (0.8, 0.0, 0.6)
_AHEAD: Vector = (0.0, 0.0, 1.0)
# Knees and elbows follow hands and feet: they have to move farther by this factor to be what moved most.
_FOLLOWS = 1.25


def moved_most(before: Body, now: Body, camera: Camera) -> tuple[str, float]:
    """The part that went farthest on the screen, and how far (cm)."""
    return max(((part, _counted(part, before, now, camera)) for part in PARTS), key=lambda each: each[1])


def _counted(part: str, before: Body, now: Body, camera: Camera) -> float:
    far = on_screen(part, before, now, camera)
    return far if part.endswith(("hand", "foot")) else far / _FOLLOWS


def on_screen(part: str, before: Body, now: Body, camera: Camera) -> float:
    """How far a part went on the screen (cm)."""
    (x0, y0), (x1, y1) = (camera.point(anchor(body, part).place) for body in (before, now))
    return hypot(x1 - x0, y1 - y0)


# A second direction is said too when a part went that way nearly as far; none that runs along the first (cosine).
_TOO, _ALIKE = 0.6, 0.5


def in_words(part: str, went: Vector, body: Body, base: Base) -> Arrow:
    """The arrow whose words say which way a part went, as a body in its base would: of one that lies, to head or feet
    as well.
    """
    ways = ways_of(body, base)
    ahead = body.frames["base"][1]
    if base.lies and abs(dot(went, ahead)) > max(dot(went, way) for way in ways.values()):
        return Arrow(part, towards="head") if dot(went, ahead) > 0 else Arrow(part, ways=(AWAY,))
    first = max(ways, key=lambda word: dot(went, ways[word]))
    across = {word: way for word, way in ways.items() if abs(dot(way, ways[first])) < _ALIKE}
    second = max(across, key=lambda word: dot(went, across[word]), default=first)
    said = (first, second) if dot(went, ways[second]) > _TOO * dot(went, ways[first]) else (first,)
    return Arrow(part, ways=tuple(word for word in ways if word in said))


def way(part: str, before: Body, now: Body) -> list[Vector]:
    """The way of a part from one body to the other (cm): round the joint that bears it, which moves along."""
    if part in ARROW_BOTH:
        ways = [way(f"{side} {ARROW_BOTH[part]}", before, now) for side in SIDES]
        return [between(left, right, 0.5) for left, right in zip(*ways, strict=True)]
    side, _, piece = part.rpartition(" ")
    pivot = _PIVOTS.get(piece, "")
    start, end = anchor(before, part).place, anchor(now, part).place
    parts = [step / _STEPS for step in range(_STEPS + 1)]
    if not pivot:
        return [between(start, end, each) for each in parts]
    first, last = before.joints[pivot.format(side)], now.joints[pivot.format(side)]
    turned = _turned(subtract(start, first), subtract(end, last), _outer(side, piece, now))
    return [add(between(first, last, each), turned(each)) for each in parts]


def _outer(side: str, piece: str, body: Body) -> Vector:
    """Which way round a part goes when its two places lie on opposite sides of its joint."""
    if not side or piece in ("foot", "heel", "ankle", "knee", "leg"):
        return to_world(body.frames["pelvis"], _AHEAD)
    x, y, z = _BY_THE_SIDE
    return to_world(body.frames["t7"], (x * SIGN[side], y, z))


class _Swing:
    """A vector on its way to another: it turns evenly, and its length goes evenly from one to the other's."""

    def __init__(self, start: Vector, end: Vector) -> None:
        self.start, self.end = unit(start), unit(end)
        self.lengths = length(start), length(end)
        self.angle = acos(max(-1.0, min(1.0, dot(self.start, self.end))))

    def __call__(self, part: float) -> Vector:
        size = self.lengths[0] + (self.lengths[1] - self.lengths[0]) * part
        if sin(self.angle) < 1e-3:
            return scale(unit(between(self.start, self.end, part)), size)
        before, after = (sin(each * self.angle) / sin(self.angle) for each in (1 - part, part))
        return scale(unit(add(scale(self.start, before), scale(self.end, after))), size)


def _turned(start: Vector, end: Vector, outer: Vector) -> _Swing | _Round:
    swing = _Swing(start, end)
    return (
        _Round(start, scale(outer, (length(start) + length(end)) / 2), end)
        if degrees(swing.angle) > _OPPOSITE
        else swing
    )


class _Round:
    """A vector that swings to another by way of a third."""

    def __init__(self, start: Vector, middle: Vector, end: Vector) -> None:
        self.first, self.second = _Swing(start, middle), _Swing(middle, end)

    def __call__(self, part: float) -> Vector:
        return self.first(part * 2) if part < 0.5 else self.second(part * 2 - 1)
