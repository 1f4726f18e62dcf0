"""Two bones that meet a place, and the frame of a bone: what arms and legs have in common."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from stretchguide.figure.shapes.geometry import DOWN, Frame, Vector, across, cross, length, scale, unit

# Two bones never stretch quite straight and never fold quite flat, so that the joint between keeps a direction.
_STRAIGHTEST = 0.999
_TIGHTEST = 1.02
_NO_POLE = 1e-4
# A way shorter than this (cm) has no direction, and one shorter than the next is no reach.
_NO_DIRECTION = 1e-8
_NO_WAY = 1e-3


class TwoBones(NamedTuple):
    """The middle joint, the end, and by how many cm the end misses the target."""

    joint: Vector
    end: Vector
    miss: float


def inverse_kinematics(start: Vector, target: Vector, first: float, second: float, pole: Vector) -> TwoBones:
    """Bend two bones of given lengths so that the end meets the target (law of cosines).

    The middle joint goes to the side of the pole, a direction. A target too far away or too near is met as nearly as
    the bones allow, on the straight line to it; `miss` says how far the end stays away.
    """
    sx, sy, sz = start
    x, y, z = target[0] - sx, target[1] - sy, target[2] - sz
    size = sqrt(x * x + y * y + z * z)
    x, y, z = (x / size, y / size, z / size) if size > _NO_DIRECTION else DOWN
    reach = min(max(size, abs(first - second) * _TIGHTEST, _NO_WAY), (first + second) * _STRAIGHTEST)
    cosine = (first * first + reach * reach - second * second) / (2 * first * reach)
    cosine = max(-1.0, min(1.0, cosine))
    ox, oy, oz = _sideways(pole, (x, y, z))
    on, out = first * cosine, first * sqrt(1 - cosine * cosine)
    joint = (sx + x * on + ox * out, sy + y * on + oy * out, sz + z * on + oz * out)
    return TwoBones(joint, (sx + x * reach, sy + y * reach, sz + z * reach), abs(size - reach))


def _sideways(pole: Vector, direction: Vector) -> Vector:
    """The unit vector perpendicular to a direction that is nearest to the pole."""
    out = across(pole, direction)
    return unit(out if length(out) >= _NO_POLE else across((0.01, 0.02, 1.0), direction))


def bone_frame(direction: Vector, front: Vector) -> Frame:
    """The frame of a bone that runs in a direction (a unit vector), turned so that its z is nearest to the front."""
    y = scale(direction, -1)
    z = across(front, y)
    if length(z) < 1e-3:
        z = across((0.1, 0.2, 0.9), y)
    z = unit(z)
    return (cross(y, z), y, z)
