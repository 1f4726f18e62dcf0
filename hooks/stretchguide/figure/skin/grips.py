"""How far fingers bend for each shape of a hand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import atan2, degrees
from typing import NamedTuple

from stretchguide.figure.skin.clasps import CLASPING, LACED
from stretchguide.figure.skin.fingers import Curl, FingerBones


class ThumbShape(NamedTuple):
    """How a thumb is held, counted from the flat hand, in degrees."""

    opposed: float = 0.0
    """Turned about the length of the palm, to the front of it."""
    aside: float = 0.0
    """Away from the fingers > 0."""
    curl: Curl = (0, 0, 0)


class HandShape(NamedTuple):
    """How a hand is held."""

    curls: Mapping[int, Curl]
    """By finger."""
    thumb: ThumbShape
    together: float = 0.0
    """How much of their splay the fingers give up: 1 has them parallel."""


def _even(curl: Curl) -> dict[int, Curl]:
    return dict.fromkeys((2, 3, 4, 5), curl)


_FLAT = HandShape(_even((2, 2, 1)), ThumbShape(curl=(20, -14, -8)), 0.45)
_RELAXED = HandShape(
    {2: (14, 20, 10), 3: (18, 24, 12), 4: (22, 27, 14), 5: (25, 28, 14)},
    ThumbShape(28, 0, (8, 4, 6)),
    0.35,
)
_CUP = HandShape(_even((30, 32, 18)), ThumbShape(38, 0, (6, 8, 8)))
_FIST = HandShape(_even((82, 100, 62)), ThumbShape(58, -22, (14, 34, 42)), 0.8)
_POINT = HandShape({**_even((80, 98, 60)), 2: (4, 4, 2)}, ThumbShape(55, -18, (12, 30, 34)), 0.8)

_LACED = HandShape(_even((64, 42, 22)), ThumbShape(30, -10, (8, 12, 14)))
_CLASPING = HandShape(_even((46, 52, 30)), ThumbShape(48, 0, (8, 14, 14)), 0.8)

_SHAPES = {
    "flat": _FLAT,
    "relaxed": _RELAXED,
    "cup": _CUP,
    "fist": _FIST,
    "point": _POINT,
    LACED: _LACED,
    CLASPING: _CLASPING,
}

_MOST = (88, 104, 66)
"""No joint of a finger bends farther (degrees)."""
_HALF_FINGER = 0.85
"""From the middle of a finger to its skin (cm)."""
_PALM_MEETS = 4.4
"""So much of the palm lies on what is held, towards the knuckles (cm)."""
_OPPOSES = ThumbShape(70, 4, (6, 16, 14))


def hand_shape(shape: str, held: float, finger: FingerBones) -> HandShape:
    """The shape by its name. One that closes does so round something of a radius (cm)."""
    if shape in _SHAPES:
        return _SHAPES[shape]
    return HandShape(_even(closed_round(held, finger)), _OPPOSES, 0.5)


def closed_round(radius: float, finger: FingerBones) -> Curl:
    """The bends of a finger that lies round a cylinder, whose palm and phalanges touch it about their middles.

    Two neighbours of lengths a and b that touch a circle of radius r there meet at atan(a / 2r) + atan(b / 2r): exactly
    where they are as long as each other, else within 2 mm.
    """
    around = 2 * (radius + _HALF_FINGER)
    halves = [degrees(atan2(length, around)) for length in (_PALM_MEETS, *finger.lengths)]
    bends = (a + b for a, b in pairwise(halves))
    knuckle, middle, end = (min(bend, most) for bend, most in zip(bends, _MOST, strict=True))
    return knuckle, middle, end
