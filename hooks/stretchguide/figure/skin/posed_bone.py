"""How a bone lies in a pose, and the turns between bones."""

from __future__ import annotations

from math import atan2, degrees, sqrt
from typing import NamedTuple

import numpy as np

from stretchguide.figure.body.two_bones import bone_frame
from stretchguide.figure.rest.material import Places
from stretchguide.figure.shapes.geometry import (
    Frame,
    Vector,
    across,
    add,
    combined,
    cross,
    distance,
    dot,
    rotation,
    scale,
    shortest_rotation,
    subtract,
    to_world,
    unit,
)

# Two frames turned against each other by nearly half a turn have no turn between them: it could go either way.
_HALF_TURN = 170.0
_NO_TURN = 1e-9


class PosedBone(NamedTuple):
    """A bone in a pose. What is at a place at rest is now at `head + axes * (place - its head at rest)`."""

    head: Vector
    """Where its near end is, in cm."""
    turn: Frame
    """Its rotation from rest."""
    axes: Frame
    """The same, and its stretch: what it does to a vector at rest."""

    def carried(self, off: Vector) -> Vector:
        """Where a place is now that at rest lay so far from the bone's head."""
        return add(self.head, to_world(self.axes, off))

    def all_carried(self, offs: Places) -> Places:
        """The same of many places, (n, 3)."""
        places = np.full_like(offs, self.head)
        for axis, way in enumerate(self.axes):
            places += offs[:, axis, None] * np.array(way)
        return places


def rigid(head: Vector, turn: Frame) -> PosedBone:
    """A bone that is as long as at rest."""
    return PosedBone(head, turn, turn)


def stretched(head: Vector, turn: Frame, way: Vector, factor: float) -> PosedBone:
    """A bone that is so many times as long as at rest along a direction, a unit vector at rest."""
    x, y, z = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    longer = tuple(add(axis, scale(way, (factor - 1) * dot(axis, way))) for axis in (x, y, z))
    return PosedBone(head, turn, combined(turn, (longer[0], longer[1], longer[2])))


def turn_from(rest: Frame, now: Frame) -> Frame:
    """The rotation that takes one frame to another."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = rest
    return combined(now, ((ax, bx, cx), (ay, by, cy), (az, bz, cz)))


def turn_between(a: Frame, b: Frame, part: float) -> Frame:
    """The rotation a part of the way from one (0) to another (1), on the shortest way."""
    turn = turn_from(a, b)
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = turn
    axis = (yz - zy, zx - xz, xy - yx)
    size = sqrt(dot(axis, axis))
    angle = degrees(atan2(size, xx + yy + zz - 1))
    if size < _NO_TURN or angle > _HALF_TURN:
        return b
    return combined(rotation(scale(axis, 1 / size), angle * part), a)


def swung(turn: Frame, rest_way: Vector, way: Vector) -> Frame:
    """A rotation turned on by the shortest one so that a direction at rest goes a way; both are unit vectors."""
    return combined(shortest_rotation(to_world(turn, rest_way), way), turn)


def twist_of(turn: Frame, other: Frame, way: Vector) -> float:
    """How far the second rotation is turned against the first about a unit vector, in degrees, -180 to 180."""
    start = unit(across((0.3, 0.5, 0.8), way))
    end = to_world(turn_from(turn, other), start)
    return degrees(atan2(dot(cross(start, end), way), dot(start, across(end, way))))


def bone_turn(rest: tuple[Vector, Vector], rest_front: Vector, now: tuple[Vector, Vector], front: Vector) -> Frame:
    """The rotation of a bone from its ends and the direction of its front, at rest and now."""
    at_rest = bone_frame(unit(subtract(rest[1], rest[0])), rest_front)
    return turn_from(at_rest, bone_frame(unit(subtract(now[1], now[0])), front))


def longer(rest: tuple[Vector, Vector], now: tuple[Vector, Vector]) -> float:
    """How many times as long a bone is as at rest."""
    return distance(*now) / distance(*rest)
