"""Which piece of the way that a part went is shown: beside the body as far as it can be, and up to the part.

A way that lies on the body for the most part says nothing: it seems to speak of what it crosses.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import dist, hypot

from stretchguide.figure.ink.free_space import Plane, spread
from stretchguide.figure.shapes.geometry import Point

# A cell that weighs so much is body; what weighs so much is never covered: a face, or what is lit.
_BODY, _NEVER = 1.0, 4.0
# A piece is at least so long (cm), and such a part of its way.
_LEAST, _MUCH = 18.0, 0.25
# The share of the whole way that may lie on the body, where one of so many points at its beginning is seen beside that
# and where none is; of its end when it is shown alone; and of its beginning.
_FIRST, _FROM_BESIDE, _FROM_AMID, _OF_END, _OF_BEGINNING = 4, 0.65, 0.4, 0.3, 0.2
# A way ends before the part that it leads to, if that is no farther back than this (cm).
_MOST_OFF = 11.0
# A line is drawn through so many points at most.
_POINTS = 9


# A beginning does not end so near to another part (cm), to which it would seem to lead.
_AT = 30.0


def seen_way(plane: Plane, points: Sequence[Point], strangers: Sequence[Point]) -> list[Point]:
    """The piece of a way that is shown: all of it up to its part, or its end, or its beginning, where no other part is;
    none when too much of each lies on the body.
    """
    fine = spread(points)
    weights = [plane.worst([point]) for point in fine]
    last = _before_part(fine, weights)
    fine, weights = fine[: last + 1], weights[: last + 1]
    least = max(_LEAST, _MUCH * _length(fine))
    most = _FROM_BESIDE if min(weights[:_FIRST]) < _BODY else _FROM_AMID
    found = _longest(fine, weights, most, least, [(0, len(fine))])
    found = found or _longest(fine, weights, _OF_END, least, [(first, len(fine)) for first in range(len(fine))])
    ends = [end for end in range(len(fine), 0, -1) if all(dist(fine[end - 1], each) > _AT for each in strangers)]
    return _thinned(found or _longest(fine, weights, _OF_BEGINNING, least, [(0, end) for end in ends]))


def _before_part(fine: Sequence[Point], weights: Sequence[float]) -> int:
    """The number of the point at which a way ends before its part; its last where that lies amid the body."""
    for number in range(len(fine) - 1, 0, -1):
        if dist(fine[number], fine[-1]) > _MOST_OFF:
            break
        if weights[number] < _BODY:
            return number
    return len(fine) - 1


def _longest(
    fine: Sequence[Point], weights: Sequence[float], most: float, least: float, runs: Sequence[tuple[int, int]]
) -> list[Point]:
    """The first of some runs that is long enough (cm), and of which no more than a share lies on the body."""
    for first, end in runs:
        piece, on = fine[first:end], weights[first:end]
        if _length(piece) < least:
            return []
        if max(on) < _NEVER and sum(weight >= _BODY for weight in on) <= most * len(on):
            return list(piece)
    return []


def _thinned(points: list[Point]) -> list[Point]:
    """Some points, evenly chosen."""
    if len(points) <= _POINTS:
        return points
    step = (len(points) - 1) / (_POINTS - 1)
    return [points[round(number * step)] for number in range(_POINTS)]


def clear(plane: Plane, points: list[Point]) -> list[Point]:
    """The longest piece of a curve that covers nothing that may not be covered; all of it when none is long enough."""
    if len(points) == 2 or plane.worst(spread(points)) < _NEVER:
        return points
    runs = [points[first:last] for first in range(len(points)) for last in range(first + 2, len(points) + 1)]
    clear = [run for run in runs if plane.worst(spread(run)) < _NEVER]
    longest = max(clear, key=_length, default=points)
    return longest if _length(longest) >= _LEAST else points


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(points))
