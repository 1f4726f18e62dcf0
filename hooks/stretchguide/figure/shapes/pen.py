"""Path data for SVG: a pen that does not drift, splines and polygons.

Points are given in centimetres on the screen, y down. Nothing here knows what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, pi

from stretchguide.figure.shapes.ellipses import Arc, half_axes, support_point
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.path_numbers import (
    LONG,
    NUDGE,
    THIN,
    Steps,
    ellipse_arc_numbers,
    pair,
    place_in_steps,
    row,
)


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
        """Begin a new subpath at a point."""
        self.move_to(place_in_steps(point))

    def move_to(self, place: Steps) -> None:
        """Begin a new subpath. The first one of a path is absolute, so that paths can be put together."""
        text = "M" + pair(*place)
        if self.path:
            near = "m" + pair(place[0] - self.x, place[1] - self.y)
            text = min(text, near, key=len)
        self.x, self.y = self._begun = place
        self.path += text
        self._last = ""

    def step(self, place: Steps) -> Steps:
        """Go to a place and say how far that is; the caller writes the command."""
        x, y = place
        way = (x - self.x, y - self.y)
        self.x, self.y = x, y
        return way

    def write(self, letter: str, text: str) -> None:
        """Write a command; its letter is left out where it is the same as before and a sign parts the numbers."""
        self.path += text if letter == self._last and text[0] == "-" else letter + text
        self._last = letter

    def line(self, point: Point) -> None:
        """A straight line, unless the point is where the pen is."""
        self.line_to(place_in_steps(point))

    def line_to(self, place: Steps) -> None:
        """A straight line, unless the place is where the pen is."""
        dx, dy = self.step(place)
        if dx and dy:
            self.write("l", pair(dx, dy))
        elif dx:
            self.write("h", str(dx))
        elif dy:
            self.write("v", str(dy))

    def arc(self, arc: Arc, is_back: bool = False) -> None:
        """An arc of an ellipse, from where the pen is, less than the whole ellipse; or back, from its end to its start.

        It ends where the arc does, wherever the pen was.
        """
        ends = support_point(arc.ellipse, arc.start), support_point(arc.ellipse, arc.end)
        self.arc_to(place_in_steps(ends[0] if is_back else ends[1]), arc, ends, is_back)

    def arc_to(self, place: Steps, arc: Arc, ends: tuple[Point, Point], is_back: bool = False) -> None:
        """The same to a place, with the ends of the arc."""
        (x, y), (u, v) = ends
        chord = (u - x, v - y)
        major, minor, _ = axes = half_axes(arc.ellipse)
        if minor < THIN and major > LONG * minor:
            self.line(support_point(arc.ellipse, atan2(-chord[0], chord[1])))
            self.line_to(place)
            return
        way = self.step(place)
        if way != (0, 0):
            # Normals turn by half a circle where the points do: one says whether the other is the large arc.
            self.write("a", ellipse_arc_numbers(axes, chord, way, arc.end - arc.start > pi, is_back))

    def curve(self, controls: Sequence[Point], ends: Sequence[Point]) -> None:
        """A quadratic curve whose first control point is given; the others follow smoothly, one for each end."""
        begun = (self.x, self.y)
        x, y = place_in_steps(controls[0])
        first, *others = [self.step(place_in_steps(end)) for end in ends]
        bend = (x - begun[0], y - begun[1])
        self.write("q", row(*bend, *first))
        if others:
            self.write("t", row(*[count for way in others for count in way]))

    def close(self) -> None:
        """End the subpath where it began."""
        self.path += "z"
        self.x, self.y = self._begun
        self._last = ""


def on_grid(point: Point) -> Point:
    """The point on a grid of 0.2, so that the points halfway between two lie on the pen's grid of 0.1 exactly."""
    return (round(point[0] * 5 + NUDGE) / 5, round(point[1] * 5 + NUDGE) / 5)


def midpoints(points: Sequence[Point]) -> list[Point]:
    return [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]


def line_through(points: Sequence[Point]) -> str:
    """An open smooth line through its ends, drawn to the points between."""
    pen = Pen()
    pen.move(points[0])
    if len(points) == 2:
        pen.line(points[1])
    else:
        grid = [on_grid(point) for point in points]
        pen.curve(grid[1:-1], [*midpoints(grid[1:-1]), grid[-1]])
    return pen.path


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


def polygon(points: Sequence[Point]) -> str:
    """Path data of straight lines through the points, closed."""
    pen = Pen()
    pen.move(points[0])
    for point in points[1:]:
        pen.line(point)
    pen.close()
    return pen.path
