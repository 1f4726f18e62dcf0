"""Path data for SVG: short numbers, a pen that does not drift, splines and polygons.

Points are given in centimetres on the screen, y down. They are written in whole millimetres, the unit of every drawing:
without a dot, numbers are shorter. Nothing here knows what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, degrees, floor, pi, radians, sin, sqrt

from stretchguide.figure.ellipses import Arc, half_axes, support_point
from stretchguide.figure.geometry import Point

# Added before rounding, so that a value halfway between two steps is rounded the same way on every machine, whatever
# its mathematics library makes of the last digit of a sine.
_NUDGE = 1e-7

Steps = tuple[int, int]
"""A way or a place in whole millimetres."""


def steps(value: float) -> int:
    """A length in cm as whole millimetres."""
    return floor((value + _NUDGE) * 10 + 0.5)


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


def _row(first: int, *counts: int) -> str:
    """Whole numbers in a row, as `joined` writes them."""
    return str(first) + "".join([str(count) if count < 0 else f" {count}" for count in counts])


# An arc of nearly half an ellipse moves by many times what is rounded off its radii: above this part of the greatest
# chord (an arc of 128 degrees) the radii are made to fit the rounded ends, and written with one more digit where the
# arc would move by more than can be seen (cm).
_NEARLY_HALF = 0.9
_HALF = 0.99998
_TOO_SMALL = 0.96
_SEEN = 0.2
# A long ellipse thinner than this (smaller half axis in cm) is drawn as two lines, because rounded ends would throw
# its arc about. One is long when its axes have at least this ratio; its turn is written to a tenth of a degree.
_THIN = 0.6
_LONG = 4


def _arc_numbers(
    axes: tuple[float, float, float], chord: Point, way: Steps, is_large: bool, is_back: bool = False
) -> str:
    """What stands behind the `a` of an arc: its chord is the exact way to its end, the way is what the pen goes.

    `axes` are its half axes (cm) and its turn (radians).
    """
    major, minor, angle = axes
    half_chord = _half_chord(chord, major, minor, angle)
    turn = _rounded_turn(angle, half_chord > _NEARLY_HALF or major > _LONG * minor)
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
    return joined((*radii, number(turn))) + f" {int(is_large)}{int(not is_back)}" + _row(*way)


def _rounded_turn(angle: float, is_exact: bool) -> float:
    """The turn of an ellipse (radians) in degrees, over -90 to 90, rounded to one or to a tenth of one."""
    turn = float(round(degrees(angle) + _NUDGE, 1 if is_exact else None))
    return turn if turn > -90 else turn + 180


def _ratio(major: float, minor: float) -> tuple[str, str]:
    """Radii a little too small whose ratio is that of the half axes (cm): the smaller one is whole to begin with."""
    whole = max(1, floor(minor * _TOO_SMALL * 10))
    return str(floor(major / minor * whole + _NUDGE + 0.5)), str(whole)


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


class Pen:
    """Writes path data with relative commands in whole mm, each from where the last one really ended: no drift."""

    __slots__ = ("_begun", "_last", "path", "x", "y")

    def __init__(self) -> None:
        self.path = ""
        self.x = 0
        self.y = 0
        """Where the pen is, in mm."""
        self._begun: Steps = (0, 0)
        self._last = ""

    def move(self, point: Point) -> None:
        """Begin a new subpath at a point. The first one of a path is absolute, so that paths can be put together."""
        before = (self.x, self.y)
        self.x, self.y = self._begun = (steps(point[0]), steps(point[1]))
        text = "M" + _row(self.x, self.y)
        if self.path:
            near = "m" + _row(self.x - before[0], self.y - before[1])
            text = min(text, near, key=len)
        self.path += text
        self._last = ""

    def step(self, point: Point) -> Steps:
        """Go to a point and say how far that is; the caller writes the command."""
        x, y = steps(point[0]), steps(point[1])
        way = (x - self.x, y - self.y)
        self.x, self.y = x, y
        return way

    def write(self, letter: str, text: str) -> None:
        """Write a command; its letter is left out where it is the same as before and a sign parts the numbers."""
        self.path += text if letter == self._last and text[0] == "-" else letter + text
        self._last = letter

    def line(self, point: Point) -> None:
        """A straight line, unless the point is where the pen is."""
        dx, dy = self.step(point)
        if dx and dy:
            self.write("l", _row(dx, dy))
        elif dx:
            self.write("h", str(dx))
        elif dy:
            self.write("v", str(dy))

    def arc(self, arc: Arc, is_back: bool = False, ends: tuple[Point, Point] | None = None) -> None:
        """An arc of an ellipse, from where the pen is, less than the whole ellipse; or back, from its end to its start.

        It ends where the arc does, wherever the pen was. Its ends are computed, unless they are given.
        """
        ellipse, start, end = arc
        begin, point = ends or (support_point(ellipse, start), support_point(ellipse, end))
        chord = (point[0] - begin[0], point[1] - begin[1])
        major, minor, _ = axes = half_axes(ellipse)
        goal = begin if is_back else point
        if minor < _THIN and major > _LONG * minor:
            self.line(support_point(ellipse, atan2(-chord[0], chord[1])))
            self.line(goal)
            return
        way = self.step(goal)
        if way != (0, 0):
            # Normals turn by half a circle where the points do: one says whether the other is the large arc.
            self.write("a", _arc_numbers(axes, chord, way, end - start > pi, is_back))

    def half_circle(self, point: Point) -> None:
        """Half a circle to a point, with the clock. A radius too small is scaled up until it fits, which is exact."""
        self.write("a", "1 1 0 01" + _row(*self.step(point)))

    def curve(self, controls: Sequence[Point], ends: Sequence[Point]) -> None:
        """A quadratic curve whose first control point is given; the others follow smoothly, one for each end."""
        bend = (steps(controls[0][0]) - self.x, steps(controls[0][1]) - self.y)
        self.write("q", _row(*bend, *self.step(ends[0])))
        if len(ends) > 1:
            self.write("t", _row(*(count for end in ends[1:] for count in self.step(end))))

    def close(self) -> None:
        """End the subpath where it began."""
        self.path += "z"
        self.x, self.y = self._begun
        self._last = ""


def fine_mm(value: float) -> str:
    """A length in cm to a tenth of a millimetre."""
    return number(value * 10)


def whole_degrees(angle: float) -> int:
    """An angle in radians as whole degrees."""
    return round(degrees(angle))


def on_grid(point: Point) -> Point:
    """The point on a grid of 0.2, so that the points halfway between two lie on the pen's grid of 0.1 exactly."""
    return (round(point[0] * 5 + _NUDGE) / 5, round(point[1] * 5 + _NUDGE) / 5)


def midpoints(points: Sequence[Point]) -> list[Point]:
    return [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]


def spline(points: Iterable[Point]) -> str:
    """Path data of a closed quadratic B-spline with these control points; empty when fewer than three differ."""
    controls = _without_repeats([on_grid(point) for point in points])
    if len(controls) < 3:
        return ""
    middle = midpoints([*controls, controls[0]])
    pen = Pen()
    pen.move(middle[-1])
    pen.curve(controls, middle)
    pen.close()
    return pen.path


def cornered_spline(points: Iterable[tuple[Point, bool]]) -> str:
    """Path data of a closed outline of control points, each with a sign whether it is a sharp corner.

    Between corners the outline is a quadratic B-spline. Empty when fewer than three points differ.
    """
    grid = [(on_grid(point), is_corner) for point, is_corner in points]
    kept = [grid[i] for i in range(len(grid)) if not i or grid[i][0] != grid[i - 1][0]]
    if len(kept) > 1 and kept[0][0] == kept[-1][0]:
        kept.pop()
    if len(kept) < 3:
        return ""
    first = next((i for i, (_, is_corner) in enumerate(kept) if is_corner), None)
    if first is None:
        return spline(point for point, _ in kept)
    pen = Pen()
    pen.move(kept[first][0])
    controls: list[Point] = []
    for point, is_corner in kept[first + 1 :] + kept[: first + 1]:
        if not is_corner:
            controls.append(point)
        elif controls:
            pen.curve(controls, [*midpoints(controls), point])
            controls = []
        else:
            pen.line(point)
    pen.close()
    return pen.path


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    """The points of a closed outline, without those that equal the one before."""
    kept = [point for i, point in enumerate(points) if not i or point != points[i - 1]]
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def polygon(points: Sequence[Point], is_closed: bool = True) -> str:
    """Path data of straight lines through the points."""
    pen = Pen()
    pen.move(points[0])
    for point in points[1:]:
        pen.line(point)
    if is_closed:
        pen.close()
    return pen.path
