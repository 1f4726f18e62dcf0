"""Outlines of convex shapes as rings of arcs and corners, without what lies behind other shapes.

A run of arcs that lies inside another convex shape, of the same path or painted later, becomes one straight line: what
is cut off lies inside that shape too, because it is convex, so that nothing changes that can be seen. The body is made
of many hulls that overlap: this saves a good part of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot

from stretchguide.figure.shapes.covers import Cover, hull_cover, meeting, polygon_cover
from stretchguide.figure.shapes.ellipses import Ellipse, hull_and_reaches
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.path_numbers import Steps, place_in_steps
from stretchguide.figure.shapes.pen import Pen
from stretchguide.figure.shapes.rim import APART, RimPiece, corner, is_near, pieces_of

# How deep in a shape something must lie to be hidden (cm): in one of the same path it may stick out by what nobody
# sees, in one that is painted later it may not, because outlines have a breadth.
_INSIDE = -0.1
_BENEATH = 0.1
# Two shapes of a path that were both cut overlap by this (cm) less what may stick out: through a gap between them one
# would see the lines under their fills.
_OVERLAP = 0.25
# What lies in several shapes together may have a hole between them: it is looked at on smaller and smaller rings, of
# fewer and fewer points, no farther apart than on the rim.
_INWARDS = (0.85, 0.7, 0.55, 0.4, 0.25, 0.1)
# No outline has fewer pieces.
_FEWEST = 2


class Contour:
    """The outline of a convex shape, and what of it has to be drawn."""

    __slots__ = ("cover", "pieces")

    def __init__(self, pieces: Sequence[RimPiece], cover: Cover) -> None:
        self.pieces = list(pieces)
        self.cover = cover

    def leave_out(self, later: Iterable[Cover], beside: Iterable[Cover]) -> None:
        """Leave out what is hidden by shapes that are painted later, or by others of the same path."""
        before = [(cover, _BENEATH) for cover in meeting(later, self.cover.box)]
        around = [(cover, _INSIDE) for cover in meeting(beside, self.cover.box)]
        for cover, inside in before:
            self._cut(cover, inside)
        for cover, inside in around:
            for start, end in self._cut(cover, inside):
                self.cover.cut_off(start, end, _OVERLAP)
        if not self.cover.is_needed and self._is_within(before + around):
            self.pieces = []
        if not self.pieces:
            self.cover.vanish()

    def _is_within(self, shapes: Sequence[tuple[Cover, float]]) -> bool:
        """Whether all that is left lies in some shapes together."""
        needed: list[Cover] = []
        last: tuple[Cover, float] | None = None  # neighbours mostly lie in the same shape
        for point in self._all_over():
            if last and last[0].holds(point, last[1]):
                continue
            last = next((shape for shape in shapes if shape[0].holds(point, shape[1])), None)
            if not last:
                return False
            needed.append(last[0])
        for cover in needed:
            cover.is_needed = True
        return True

    def _all_over(self) -> Iterator[Point]:
        """Points all along what is left, then others all over what that goes round."""
        rim: list[Point] = []
        for point in self._points():
            rim.append(point)
            yield point
        x = sum(point[0] for point in rim) / max(1, len(rim))
        y = sum(point[1] for point in rim) / max(1, len(rim))
        for part in _INWARDS:
            yield from ((x + (u - x) * part, y + (v - y) * part) for u, v in rim[:: int(1 / part)])

    def _points(self) -> Iterator[Point]:
        """Points all along what is left, straight lines included: first the ends of its pieces, which say most."""
        for piece in self.pieces:
            yield piece.start
            if piece.arc:
                yield piece.end
        for index, piece in enumerate(self.pieces):
            (x0, y0), (x1, y1) = self.pieces[index - 1].end, piece.start
            count = int(hypot(x1 - x0, y1 - y0) / APART)
            yield from ((x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(1, count))
            yield from piece.between

    def _cut(self, cover: Cover, inside: float) -> list[tuple[Point, Point]]:
        """Replace each run of arcs inside a shape by a straight line; return those lines."""
        left, top, right, bottom = cover.box
        hidden = [
            left < piece.start[0] < right and top < piece.start[1] < bottom and piece.is_in(cover, inside)
            for piece in self.pieces
        ]
        if not any(hidden):
            return []
        cover.is_needed = True
        if all(hidden):
            self.pieces = []
            return []
        first = hidden.index(False)
        pieces = self.pieces[first:] + self.pieces[:first]
        hidden = hidden[first:] + hidden[:first]
        kept: list[RimPiece] = []
        lines: list[tuple[Point, Point]] = []
        index = 0
        while index < len(pieces):
            end = index
            while end < len(pieces) and hidden[end]:
                end += 1
            run = pieces[index:end]
            if len(run) > 1 or any(piece.arc for piece in run):
                lines.append(_shortened(kept, run, pieces[end % len(pieces)], cover, inside))
            else:
                kept += run
            kept += pieces[end : end + 1]
            index = end + 1
        self.pieces = kept
        return lines

    def draw(self, pen: Pen) -> None:
        """Draw what is left as a closed subpath. It ends with its longest straight line, which closing it draws."""
        if not self.pieces:
            return
        self._straighten()
        ends = [_ends(piece) for piece in self.pieces]
        begin = _after_longest_line(ends)
        pen.move_to(ends[begin][0])
        for index in (*range(begin, len(ends)), *range(begin)):
            piece, (start, end) = self.pieces[index], ends[index]
            if index != begin:
                pen.line_to(start)
            if piece.arc and end:
                pen.arc_to(end, piece.arc, (piece.start, piece.end))
        pen.close()

    def _straighten(self) -> None:
        """Make flat arcs lines, and leave out corners that lie nearly on the line between their neighbours."""
        pieces: list[RimPiece] = []
        for piece in self.pieces:
            pieces += (corner(piece.start), corner(piece.end)) if piece.arc and piece.is_flat else (piece,)
        index = 0
        while index < len(pieces) and len(pieces) > _FEWEST:
            piece, after = pieces[index], pieces[(index + 1) % len(pieces)]
            if not piece.arc and is_near(piece.start, pieces[index - 1].end, after.start):
                del pieces[index]
            else:
                index += 1
        self.pieces = pieces


def hull_contour(ellipses: Sequence[Ellipse]) -> Contour:
    """The outline of the hull of some ellipses."""
    arcs, reaches = hull_and_reaches(ellipses)
    return Contour(pieces_of(arcs), hull_cover(arcs, reaches))


def polygon_contour(corners: Sequence[Point]) -> Contour:
    """The outline of a convex polygon."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*corners, corners[0]]))
    corners = corners if area >= 0 else corners[::-1]  # with the clock on the screen
    return Contour([corner(point) for point in corners], polygon_cover(corners))


def _shortened(
    kept: list[RimPiece], run: Sequence[RimPiece], after: RimPiece, cover: Cover, inside: float
) -> tuple[Point, Point]:
    """Add the corners of the line that replaces a run to what is kept before it; return the line.

    The line begins where the piece before ends and goes on to the next one, if these points are hidden too.
    """
    start, end = kept[-1].end, after.start
    if not cover.holds(start, inside):
        start = run[0].start
        kept.append(corner(start))
    if not cover.holds(end, inside):
        end = run[-1].end
        kept.append(corner(end))
    return start, end


def _ends(piece: RimPiece) -> tuple[Steps, Steps | None]:
    """Where a piece starts and, if it is an arc, where it ends, on the pen's grid."""
    return place_in_steps(piece.start), place_in_steps(piece.end) if piece.arc else None


def _after_longest_line(ends: Sequence[tuple[Steps, Steps | None]]) -> int:
    """The number of the piece to which the longest straight line leads."""
    lines = []
    x, y = ends[-1][1] or ends[-1][0]
    for start, end in ends:
        lines.append((start[0] - x) ** 2 + (start[1] - y) ** 2)
        x, y = end or start
    return lines.index(max(lines))
