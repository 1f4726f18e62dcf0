"""How far fingers bend for each shape of a hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stretchguide.figure.skin.clasps import CLASPING, LACED
from stretchguide.figure.skin.fingers import Curl


class ThumbShape(NamedTuple):
    """How a thumb is held, counted from the flat hand, in degrees."""

    opposed: float = 0.0
    """Turned about the length of the palm, to the front of it."""
    aside: float = 0.0
    """Away from the fingers > 0."""
    curl: Curl = (0, 0, 0)

    def between(self, end: ThumbShape, part: float) -> ThumbShape:
        """A part of the way to another one, bent as that: 0 to 1."""
        return end._replace(
            opposed=self.opposed + (end.opposed - self.opposed) * part,
            aside=self.aside + (end.aside - self.aside) * part,
        )


class HandShape(NamedTuple):
    """How a hand is held."""

    curls: Mapping[int, Curl]
    """By finger."""
    thumb: ThumbShape
    together: float = 0.0
    """How much of their splay the fingers give up: 1 has them parallel."""
    from_thumb: ThumbShape = ThumbShape()
    """Where the thumb comes from when the hand closes."""


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
_HOOK = HandShape(_even((0, 100, 66)), ThumbShape(10, 0, (12, -8, -4)), 0.7)
_ROOF = HandShape(_even((84, 4, 2)), ThumbShape(14, -6, (12, -8, -4)), 0.9)
_FAN = HandShape(_even((0, 0, 0)), ThumbShape(0, 26, (4, -14, -8)), -0.5)
_THUMB_OUT = HandShape(_even((2, 2, 1)), ThumbShape(10, 34, (-8, -14, -10)), 0.45)

_LACED = HandShape(_even((64, 42, 22)), ThumbShape(30, -10, (8, 12, 14)))
_LACED_AWAY = HandShape(_even((-14, 12, 8)), ThumbShape(10, 0, (8, 4, 4)), -0.5)
_TOGETHER = HandShape(_even((7, 3, 0)), ThumbShape(6, -14, (4, 0, 0)), 0.9)
_BACKS = HandShape(_even((-8, 0, 0)), ThumbShape(6, -14, (4, 0, 0)), 0.9)
_CLASPING = HandShape(_even((46, 52, 30)), ThumbShape(48, 0, (8, 14, 14)), 0.8)

_SHAPES = {
    "flat": _FLAT,
    "relaxed": _RELAXED,
    "cup": _CUP,
    "fist": _FIST,
    "point": _POINT,
    "hook": _HOOK,
    "roof": _ROOF,
    "fan": _FAN,
    "thumb out": _THUMB_OUT,
    LACED: _LACED,
    "laced away": _LACED_AWAY,
    "palms together": _TOGETHER,
    "backs together": _BACKS,
    CLASPING: _CLASPING,
}

_OPEN = HandShape(_even((88, 104, 66)), ThumbShape(78, -30, (4, 8, 8)), 0.5, ThumbShape(78, 40))
"""Of a hand that closes on something: no joint bends farther."""

_CLOSING = ("grip", "wrap")
_STIFF = ("fist", "point", "hook", "roof", "fan", "thumb out", LACED, "laced away", "palms together", "backs together")


def closes(shape: str) -> bool:
    """Whether fingers of this shape close until they touch."""
    return shape in _CLOSING


def drapes(shape: str) -> bool:
    """Whether fingers of this shape lie on what is under them, however it is curved."""
    return shape not in _STIFF


def hand_shape(shape: str) -> HandShape:
    """The shape by its name."""
    return _OPEN if closes(shape) else _SHAPES[shape]


def draped(shape: HandShape) -> HandShape:
    """The same, with fingers that may bend as far as a cup to lie on what is under them."""
    curls = {finger: _more(curl, _CUP.curls[finger]) for finger, curl in shape.curls.items()}
    return shape._replace(curls=curls)


def _more(one: Curl, other: Curl) -> Curl:
    return max(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2])
