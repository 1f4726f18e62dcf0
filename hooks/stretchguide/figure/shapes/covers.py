"""Convex shapes on the screen as what lies behind them sees them: does a point lie in one?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, inf, sin

from stretchguide.figure.shapes.ellipses import UNIT_CIRCLE, Arc, Ellipse, support
from stretchguide.figure.shapes.geometry import Point

ScreenHalf = tuple[float, float, float]
"""A half of the screen: a unit vector out of it, and how far it reaches from the origin (cm)."""
ScreenBox = tuple[float, float, float, float]
"""Left, top, right, bottom (cm)."""


class Cover:
    """A convex shape on the screen: what lies inside cannot be seen."""

    __slots__ = ("_find", "_found", "_parting", "_whole", "box", "is_needed")

    def __init__(self, find: Callable[[], list[ScreenHalf]], box: ScreenBox, ellipses: Sequence[Ellipse] = ()) -> None:
        """`find` finds the planes between which it lies, when they are wanted: most covers have nothing behind them.

        `ellipses` are those on its outline, when it is the hull of some.
        """
        self._find = find
        self._found: list[ScreenHalf] | None = None
        self.box = box
        self._whole = ellipses
        """The ellipses of which nothing has been cut off."""
        self._parting: ScreenHalf = (0.0, 0.0, inf)
        """The plane that last had a point beyond it: most likely, the next point is beyond it too."""
        self.is_needed = False
        """Whether something has been left out because of it."""

    @property
    def planes(self) -> list[ScreenHalf]:
        """The planes between which it lies."""
        if self._found is None:
            self._found = self._find()
        return self._found

    def holds(self, point: Point, inside: float) -> bool:
        """Whether a point lies in it, so many cm from the edge; below 0, a little outside, but never out of its box."""
        x, y = point
        left, top, right, bottom = self.box
        if not (left < x < right and top < y < bottom):
            return False
        beyond = -inside
        c, s, reach = self._parting
        if x * c + y * s - reach > beyond:
            return False
        for c, s, reach in self.planes:
            if x * c + y * s - reach > beyond:
                self._parting = (c, s, reach)
                return False
        return True

    def is_round(self, ellipse: Ellipse) -> bool:
        """Whether it goes round a whole ellipse on its outline: a hull that shares it with another one does."""
        return ellipse in self._whole

    def cut_off(self, start: Point, end: Point, overlap: float = 0.0) -> None:
        """Take away what lies outside a straight line, as its outline goes along it, and a strip beside it (cm)."""
        plane = _outside(start, end)
        if plane:
            self._whole = ()
            self.planes.append((plane[0], plane[1], plane[2] - overlap))

    def vanish(self) -> None:
        """Hide nothing any more."""
        self.box = (inf, inf, -inf, -inf)


def _outside(start: Point, end: Point) -> ScreenHalf | None:
    """The plane outside a straight piece of an outline, which goes with the clock; none when it has no length."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = hypot(dx, dy)
    if not size:
        return None
    x, y = dy / size, -dx / size
    return (x, y, start[0] * x + start[1] * y)


def polygon_cover(corners: Sequence[Point]) -> Cover:
    """A convex polygon, its corners given as an outline goes: with the clock on the screen."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Cover(lambda: _polygon_planes(corners), (min(xs), min(ys), max(xs), max(ys)))


def _polygon_planes(corners: Sequence[Point]) -> list[ScreenHalf]:
    planes = (_outside(corners[index - 1], point) for index, point in enumerate(corners))
    return [plane for plane in planes if plane]


def hull_cover(arcs: Sequence[Arc], reaches: Sequence[float]) -> Cover:
    """A hull of ellipses, by the arcs of its outline and how far it reaches in each of `UNIT_CIRCLE`."""
    right, bottom, left, top = reaches[:: len(reaches) // 4]
    box = (-left, -top, right, bottom)
    return Cover(lambda: _hull_planes(arcs, reaches), box, [arc.ellipse for arc in arcs])


def _hull_planes(arcs: Sequence[Arc], reaches: Sequence[float]) -> list[ScreenHalf]:
    # Between the directions a hull reaches less far than they say: along an arc by a millimetre, but along a straight
    # line, which may be long, by much more. So the lines count too.
    lines = [(cos(arc.end), sin(arc.end), support(arc.ellipse, arc.end)) for arc in arcs] if len(arcs) > 1 else []
    return lines + [(c, s, reach) for (c, s), reach in zip(UNIT_CIRCLE, reaches, strict=True)]


def meeting(covers: Iterable[Cover], box: ScreenBox) -> list[Cover]:
    """Those that may have a point in common with what a box holds."""
    left, top, right, bottom = box
    return [
        cover
        for cover in covers
        if cover.box[0] < right and left < cover.box[2] and cover.box[1] < bottom and top < cover.box[3]
    ]


def around(boxes: Iterable[ScreenBox]) -> ScreenBox:
    """The box round some boxes, one at least."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
