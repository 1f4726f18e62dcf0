"""Cubic curves through many lines at once: fit all pieces, split each bad one at its worst point, fit again.

The fit is that of Schneider, "An Algorithm for Automatically Fitting Digitized Curves" (Graphics Gems, 1990): the
tangents at the ends are given, the lengths of the two handles follow from least squares, and one step of Newton's
method moves the points along the curve. Splits stay off the outer sixth of a piece: that saves many rounds.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Whole
from stretchguide.figure.trace.smoothing import SmoothLines


class Curves(NamedTuple):
    """Cubic curves, in the order of the points that they go through."""

    handles: Floats
    """The four control points of each (count, 4, 2)."""
    first: Whole
    """The number of the point where each begins."""

    def between(self, first: int, last: int) -> slice:
        """Those from one point to another, both of which are knots."""
        begin, end = np.searchsorted(self.first, (first, last))
        return slice(int(begin), int(end))


class _Pieces(NamedTuple):
    """Pieces of lines, each from a point to a point."""

    first: Whole
    last: Whole


class _Handles(NamedTuple):
    """What a fit has found for each piece."""

    points: Floats
    error: Floats
    """The square of the worst distance, in square pixels."""
    worst: Whole
    """The number of the worst point."""


# How many points a tangent reaches to both sides, or inwards from a corner.
_TANGENT = 4
# A line turns a corner where the cosine between its ways before and after is below this.
_CORNER = 0.35
# A piece of so few points is not split.
_SHORT = 3
# Pieces so large together are fitted without Newton's step in the first round: most of them will be split anyhow.
_MANY_POINTS = 1500


def fitted(lines: SmoothLines, knots: Whole, tolerance: float, reach: int) -> Curves:
    """Curves that stay within a tolerance (pixels) of every point of the lines.

    At the knots a curve ends, without a corner; a corner is looked for by so many points to both sides.
    """
    fit = _Fit(lines, knots, reach)
    pieces, found, firsts = fit.pieces(), [], []
    for number in range(len(lines.points)):
        if not len(pieces.first):
            break
        handles = fit.handles(pieces, careful=number > 1 or len(lines.points) < _MANY_POINTS)
        is_good = (handles.error < tolerance * tolerance) | (pieces.last - pieces.first < _SHORT)
        found.append(handles.points[is_good])
        firsts.append(pieces.first[is_good])
        pieces = _split(_Pieces(*(each[~is_good] for each in pieces)), handles.worst[~is_good])
    first = np.concatenate(firsts)
    order = np.argsort(first, kind="stable")
    return Curves(np.concatenate(found)[order], first[order])


def _split(pieces: _Pieces, worst: Whole) -> _Pieces:
    sixth = np.maximum(1, (pieces.last - pieces.first + 1) // 6)
    at = np.clip(worst, pieces.first + sixth, pieces.last - sixth)
    first, last = np.concatenate([pieces.first, at]), np.concatenate([at, pieces.last])
    order = np.argsort(first, kind="stable")
    return _Pieces(first[order], last[order])


class _Fit:
    """The points of lines, and where they have knots and corners."""

    def __init__(self, lines: SmoothLines, knots: Whole, reach: int) -> None:
        self._x, self._y = (np.ascontiguousarray(axis) for axis in lines.points.T)
        count = len(self._x)
        size = lines.last - lines.first + 1
        self._begin, self._end = np.repeat(lines.first, size), np.repeat(lines.last, size)
        step = np.hypot(np.diff(self._x, prepend=self._x[:1]), np.diff(self._y, prepend=self._y[:1]))
        self._way = np.cumsum(step)
        self._corner = np.zeros(count, np.bool_)
        self._corner[lines.first] = self._corner[lines.last] = True
        self._add_corners(reach)
        self._knot = self._corner.copy()
        self._knot[knots] = True

    def _add_corners(self, reach: int) -> None:
        """The sharpest first; beside a corner there is no other."""
        number = np.arange(len(self._x))
        inside = np.nonzero((number - reach >= self._begin) & (number + reach <= self._end))[0]
        cosine = self._turn(inside, reach)
        sharp = np.nonzero(cosine < _CORNER)[0]
        for i in sharp[np.argsort(cosine[sharp], kind="stable")].tolist():
            at = int(inside[i])
            if not self._corner[max(at - reach, 0) : at + reach + 1].any():
                self._corner[at] = True

    def _turn(self, at: Whole, reach: int) -> Floats:
        ax, ay = self._x[at] - self._x[at - reach], self._y[at] - self._y[at - reach]
        bx, by = self._x[at + reach] - self._x[at], self._y[at + reach] - self._y[at]
        cosine: Floats = (ax * bx + ay * by) / (np.sqrt((ax * ax + ay * ay) * (bx * bx + by * by)) + 1e-9)
        return cosine

    def pieces(self) -> _Pieces:
        """From knot to knot of each line."""
        knots = np.nonzero(self._knot)[0]
        first, last = knots[:-1], knots[1:]
        is_one = self._end[first] >= last
        return _Pieces(first[is_one], last[is_one])

    def handles(self, pieces: _Pieces, *, careful: bool) -> _Handles:
        """The best curve for each piece."""
        fit = _PiecesFit(self._x, self._y, self._way, pieces, self._tangents(pieces))
        return fit.solved(2 if careful else 1)

    def _tangents(self, pieces: _Pieces) -> tuple[Floats, Floats, Floats, Floats]:
        """The ways into each piece at its start and at its end, length 1."""
        first, last = pieces
        is_corner = self._corner[first]
        behind = np.where(is_corner, first, np.maximum(first - _TANGENT, self._begin[first]))
        ahead = np.minimum(first + _TANGENT, np.where(is_corner, last, self._end[first]))
        start = self._way_between(behind, ahead)
        is_corner = self._corner[last]
        behind = np.maximum(last - _TANGENT, np.where(is_corner, first, self._begin[last]))
        ahead = np.where(is_corner, last, np.minimum(last + _TANGENT, self._end[last]))
        return (*start, *self._way_between(ahead, behind))

    def _way_between(self, start: Whole, end: Whole) -> tuple[Floats, Floats]:
        x, y = self._x[end] - self._x[start], self._y[end] - self._y[start]
        size = np.hypot(x, y) + 1e-12
        return x / size, y / size


class _PiecesFit:
    """Least squares for the handles of many pieces; every array has an entry a point of a piece."""

    def __init__(
        self, x: Floats, y: Floats, way: Floats, pieces: _Pieces, tangents: tuple[Floats, Floats, Floats, Floats]
    ) -> None:
        first, last = pieces
        size = last - first + 1
        self._start = np.cumsum(size) - size
        self._owner = np.repeat(np.arange(len(first)), size)
        self._point = np.arange(len(self._owner)) - (self._start - first)[self._owner]
        self._size, self._tangents = size, tangents
        self._corner = x[first], y[first]
        self._chord = x[last] - x[first], y[last] - y[first]
        self._away = x[self._point] - self._corner[0][self._owner], y[self._point] - self._corner[1][self._owner]
        whole = (way[last] - way[first] + 1e-12)[self._owner]
        self._part = (way[self._point] - way[first][self._owner]) / whole

    def solved(self, rounds: int) -> _Handles:
        """Handles and errors; after the first round the points are moved along the curve."""
        lengths = self._lengths()
        rest = self._rest(lengths)
        for _ in range(rounds - 1):
            self._move(lengths, rest)
            lengths = self._lengths()
            rest = self._rest(lengths)
        error = rest[0] * rest[0] + rest[1] * rest[1]
        greatest = np.maximum.reduceat(error, self._start)
        at = np.nonzero(error >= greatest[self._owner])[0]
        _, first = np.unique(self._owner[at], return_index=True)
        return _Handles(self._control(lengths), greatest, self._point[at[first]])

    def _lengths(self) -> tuple[Floats, Floats]:
        """How long the two handles of each piece are; a third of the chord where the equations say nothing sensible."""
        tx, ty, ux, uy = self._tangents
        outer, inner = self._weights()
        x, y = self._from_ends(outer, inner)
        along_first = x * tx[self._owner] + y * ty[self._owner]
        along_second = x * ux[self._owner] + y * uy[self._owner]
        a, b = (np.add.reduceat(each * each, self._start) for each in (outer, inner))
        mixed = np.add.reduceat(outer * inner, self._start) * (tx * ux + ty * uy)
        c, d = (np.add.reduceat(each, self._start) for each in (outer * along_first, inner * along_second))
        divisor = a * b - mixed * mixed
        is_solved = np.abs(divisor) > 1e-9
        divisor = np.where(is_solved, divisor, 1.0)
        first, second = (c * b - d * mixed) / divisor, (a * d - mixed * c) / divisor
        chord = np.hypot(*self._chord)
        low, high = 1e-3 * chord, 3 * chord + 5
        is_good = is_solved & (first > low) & (second > low) & (first < high) & (second < high)
        return np.where(is_good, first, chord / 3), np.where(is_good, second, chord / 3)

    def _weights(self) -> tuple[Floats, Floats]:
        """Of the two inner control points (Bernstein's polynomials)."""
        part, rest = self._part, 1 - self._part
        return 3 * rest * rest * part, 3 * rest * part * part

    def _from_ends(self, outer: Floats, inner: Floats) -> tuple[Floats, Floats]:
        """What is left of each point's way when handles of no length have done their part."""
        share = self._part * self._part * self._part + inner
        x, y = self._chord
        return self._away[0] - share * x[self._owner], self._away[1] - share * y[self._owner]

    def _rest(self, lengths: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
        """From the curve to each point."""
        tx, ty, ux, uy = self._tangents
        first, second = lengths
        outer, inner = self._weights()
        x, y = self._from_ends(outer, inner)
        return (
            x - outer * (first * tx)[self._owner] - inner * (second * ux)[self._owner],
            y - outer * (first * ty)[self._owner] - inner * (second * uy)[self._owner],
        )

    def _move(self, lengths: tuple[Floats, Floats], rest: tuple[Floats, Floats]) -> None:
        """Move each point along its curve to where it is nearest (one step of Newton's method)."""
        legs = [self._legs(lengths, axis) for axis in (0, 1)]
        (vx, ax), (vy, ay) = (self._velocity(leg) for leg in legs)
        slope = vx * vx + vy * vy - rest[0] * ax - rest[1] * ay
        is_moved = np.abs(slope) > 1e-9
        step = np.where(is_moved, (rest[0] * vx + rest[1] * vy) / np.where(is_moved, slope, 1.0), 0)
        self._part = np.clip(self._part + step, 0, 1)
        self._part[self._start] = 0
        self._part[self._start + self._size - 1] = 1

    def _legs(self, lengths: tuple[Floats, Floats], axis: int) -> tuple[Floats, Floats, Floats]:
        """The three legs of the control polygon along an axis, for each point."""
        first = lengths[0] * self._tangents[axis]
        last = -lengths[1] * self._tangents[2 + axis]
        middle = self._chord[axis] - last - first
        return first[self._owner], middle[self._owner], last[self._owner]

    def _velocity(self, legs: tuple[Floats, Floats, Floats]) -> tuple[Floats, Floats]:
        """The first and the second derivative of the curves, at each point."""
        first, middle, last = legs
        part, rest = self._part, 1 - self._part
        velocity = 3 * rest * rest * first + 6 * rest * part * middle + 3 * part * part * last
        return velocity, 6 * rest * (middle - first) + 6 * part * (last - middle)

    def _control(self, lengths: tuple[Floats, Floats]) -> Floats:
        tx, ty, ux, uy = self._tangents
        x, y = self._corner
        end_x, end_y = x + self._chord[0], y + self._chord[1]
        first, second = lengths
        points = (x, y, x + tx * first, y + ty * first, end_x + ux * second, end_y + uy * second, end_x, end_y)
        return np.stack(points, axis=1).reshape(-1, 4, 2)
