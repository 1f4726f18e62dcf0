"""Outlines of convex shapes as rings of arcs and corners."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from stretchguide.figure.shapes.ellipses import Ellipse, hull_and_reaches
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.path_numbers import Steps, place_in_steps
from stretchguide.figure.shapes.pen import Pen
from stretchguide.figure.shapes.rim import RimPiece, corner, is_near, pieces_of

# No outline has fewer pieces.
_FEWEST = 2


class Contour:
    """The outline of a convex shape."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: Sequence[RimPiece]) -> None:
        self.pieces = list(pieces)

    def draw(self, pen: Pen) -> None:
        """Draw it as a closed subpath. It ends with its longest straight line, which closing it draws."""
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
    return Contour(pieces_of(hull_and_reaches(ellipses)[0]))


def polygon_contour(corners: Sequence[Point]) -> Contour:
    """The outline of a convex polygon."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*corners, corners[0]]))
    corners = corners if area >= 0 else corners[::-1]  # with the clock on the screen
    return Contour([corner(point) for point in corners])


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
