"""Numbers in path data: whole millimetres as short as can be, and arcs whose rounding nobody sees.

Lengths are given in centimetres on the screen. They are written in whole millimetres, the unit of every drawing:
without a dot, numbers are shorter.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, degrees, floor, radians, sin, sqrt

from stretchguide.figure.shapes.geometry import Point

# Added before rounding, so that a value halfway between two steps is rounded the same way on every machine, whatever
# its mathematics library makes of the last digit of a sine.
NUDGE = 1e-7

Steps = tuple[int, int]
"""A way or a place in whole millimetres."""


def steps(value: float) -> int:
    """A length in cm as whole millimetres."""
    return floor((value + NUDGE) * 10 + 0.5)


def place_in_steps(point: Point) -> Steps:
    """A place in cm as whole millimetres."""
    x, y = point
    return (floor((x + NUDGE) * 10 + 0.5), floor((y + NUDGE) * 10 + 0.5))


def mm(value: float) -> str:
    """A length in cm as a drawing has it.

    >>> mm(1.4), mm(-0.04), mm(12)
    ('14', '0', '120')
    """
    return str(steps(value))


def number(value: float) -> str:
    """A number as SVG reads it, to one digit after the dot and as short as can be.

    >>> number(0.52), number(-0.04), number(12.0)
    ('.5', '0', '12')
    """
    count = steps(value)
    whole, rest = divmod(abs(count), 10)
    text = (f"{whole}.{rest}" if whole else f".{rest}") if rest else f"{whole}"
    return f"-{text}" if count < 0 else text


def joined(texts: Iterable[str]) -> str:
    """Numbers in a row, with a space only where SVG needs one: before a digit, or a dot that would join a whole number.

    >>> joined(("1.5", ".5", "-3", "2"))
    '1.5.5-3 2'
    """
    out = ""
    has_dot = False
    for text in texts:
        if out and text[0] != "-" and not (text[0] == "." and has_dot):
            out += " "
        out += text
        has_dot = "." in text
    return out


def row(first: int, *counts: int) -> str:
    """Whole numbers in a row, as `joined` writes them."""
    return str(first) + "".join([str(count) if count < 0 else f" {count}" for count in counts])


def pair(x: int, y: int) -> str:
    """Two whole numbers in a row: what most commands need."""
    return f"{x}{y}" if y < 0 else f"{x} {y}"


# An arc of nearly half an ellipse moves by many times what is rounded off its radii: above this part of the greatest
# chord (an arc of 128 degrees) the radii are made to fit the rounded ends, and written with one more digit where the
# arc would move by more than can be seen (cm).
_NEARLY_HALF = 0.9
_HALF = 0.99998
_TOO_SMALL = 0.96
_SEEN = 0.2
# A long ellipse thinner than this (smaller half axis in cm) is drawn as two lines, because rounded ends would throw
# its arc about. One is long when its axes have at least this ratio; its turn is written to a tenth of a degree.
THIN = 0.6
LONG = 4


def ellipse_arc_numbers(
    axes: tuple[float, float, float], chord: Point, way: Steps, is_large: bool, is_back: bool = False
) -> str:
    """What stands behind the `a` of an arc: its chord is the exact way to its end, the way is what the pen goes.

    `axes` are its half axes (cm) and its turn (radians).
    """
    major, minor, angle = axes
    half_chord = _half_chord(chord, major, minor, angle)
    if half_chord <= _NEARLY_HALF and major <= LONG * minor:
        whole = steps(major), steps(minor)
        numbers = row(*whole, 0 if whole[0] == whole[1] else int(_rounded_turn(angle, 0)))
        return numbers + _end_numbers(way, is_large, is_back)
    turn = _rounded_turn(angle, 1)
    radii = mm(major), mm(minor)
    if half_chord > _HALF:  # radii too small are scaled up by SVG until they fit
        is_round = radii[0] == radii[1]
        radii = ("1", "1") if is_round else _ratio(major, minor)
        is_large = False
    elif half_chord > _NEARLY_HALF:
        moved = (way[0] / 10, way[1] / 10)
        radii, is_large = _fitted((major, minor, radians(turn)), moved, _height(half_chord, is_large))
    return arc_numbers(radii, 0 if radii[0] == radii[1] else turn, way, is_large, is_back)


def arc_numbers(radii: tuple[str, str], turn: float, way: Steps, is_large: bool = False, is_back: bool = False) -> str:
    """What stands behind the `a` of an arc, which goes with the clock or back."""
    return joined((*radii, number(turn))) + _end_numbers(way, is_large, is_back)


def _end_numbers(way: Steps, is_large: bool, is_back: bool) -> str:
    return f" {'1' if is_large else '0'}{'0' if is_back else '1'}" + pair(*way)


def _rounded_turn(angle: float, digits: int) -> float:
    """The turn of an ellipse (radians) in degrees, over -90 to 90, with so many digits after the dot."""
    turn = round(degrees(angle) + NUDGE, digits)
    return turn if turn > -90 else turn + 180


def _ratio(major: float, minor: float) -> tuple[str, str]:
    """Radii a little too small whose ratio is that of the half axes (cm): the smaller one is whole to begin with."""
    whole = max(1, floor(minor * _TOO_SMALL * 10))
    return str(floor(major / minor * whole + NUDGE + 0.5)), str(whole)


def _fitted(axes: tuple[float, float, float], way: Point, height: float) -> tuple[tuple[str, str], bool]:
    """Half axes with which an arc rises as high over the way as it should, and whether it is the large arc then.

    The height counts in half axes; `axes` are those (cm) and the turn (radians).
    """
    major, minor, turn = axes
    rounded = _half_chord(way, major, minor, turn)
    grow = (rounded**2 + height**2) / (2 * height)
    is_large = height > grow
    a, b = round(major * grow, 1), round(minor * grow, 1)
    moved = abs(_height(_half_chord(way, a, b, turn), is_large) * a - height * major)
    written = mm if moved <= _SEEN else fine_mm
    return (written(major * grow), written(minor * grow)), is_large


def _half_chord(chord: Point, major: float, minor: float, angle: float) -> float:
    """Half the length of a chord after its ellipse is stretched to radius 1: at most 1, or the ellipse is too small."""
    c, s = cos(angle), sin(angle)
    x, y = chord
    return sqrt(((x * c + y * s) / major) ** 2 + ((y * c - x * s) / minor) ** 2) / 2


def _height(half_chord: float, is_large: bool) -> float:
    """How high an arc of a circle of radius 1 rises over its chord; SVG scales a circle that is too small for it."""
    if half_chord >= 1:
        return half_chord
    middle = sqrt(1 - half_chord**2)
    return 1 + middle if is_large else 1 - middle


def fine_mm(value: float) -> str:
    """A length in cm to a tenth of a millimetre."""
    return number(value * 10)
