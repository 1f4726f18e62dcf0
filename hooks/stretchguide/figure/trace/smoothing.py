"""Smooth lines through the middles of cracks, all in one go (a Gaussian filter along each line).

The middle of a crack is steadier than its ends: on a slanted border middles lie on a line, corners on a stair.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Whole
from stretchguide.figure.raster.grid import DIGITS


class Polyline(NamedTuple):
    """A line to smooth."""

    points: Floats
    """In pixels (count, 2). Of a closed one the last is not the first."""
    is_closed: bool


class SmoothLines(NamedTuple):
    """Lines as rows of points, one after the other."""

    points: Floats
    first: Whole
    """The numbers of each line's first point."""
    last: Whole
    """And of its last; a closed line has its first point again at the end."""


def smoothed(lines: list[Polyline], sigma: float) -> SmoothLines:
    """Lines smoothed by a Gaussian of so many points; open ones keep their ends."""
    kernel = _kernel(sigma)
    reach = len(kernel) // 2
    count = np.array([len(line.points) for line in lines])
    is_closed = np.array([line.is_closed for line in lines])
    padded = np.concatenate([_padded(line, reach) for line in lines])
    filtered = np.zeros((len(padded) - 2 * reach, 2))
    for offset, weight in enumerate(kernel):
        filtered += padded[offset : len(padded) - 2 * reach + offset] * weight
    begin = np.cumsum(count + 2 * reach) - (count + 2 * reach)
    total = count + is_closed
    last = np.cumsum(total) - 1
    first = last - total + 1
    line = np.repeat(np.arange(len(lines)), total)
    within = np.arange(int(total.sum())) - first[line]
    points = np.round(filtered[begin[line] + within % count[line]], DIGITS)
    for number in np.nonzero(~is_closed)[0]:
        points[first[number]], points[last[number]] = lines[number].points[0], lines[number].points[-1]
    return SmoothLines(points, first, last)


def _kernel(sigma: float) -> list[float]:
    reach = int(3 * sigma + 0.5)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    return [float(weight) for weight in weights / weights.sum()]


def _padded(line: Polyline, reach: int) -> Floats:
    """A line carried on at both ends: a closed one round, an open one turned about its end point."""
    points, count = line.points, len(line.points)
    if line.is_closed:
        return points[np.arange(-reach, count + reach) % count]
    back = np.minimum(np.arange(reach, 0, -1), count - 1)
    return np.concatenate([2 * points[0] - points[back], points, 2 * points[-1] - points[count - 1 - back[::-1]]])
