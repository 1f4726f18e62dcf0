"""The cracks between pixels: where two regions meet, and where one surface ends in front of another of its region.

A crack is the side of a pixel. Its ends are nodes, the corners of pixels, numbered row by row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Mask, Regions, Short, Whole
from stretchguide.figure.raster.pixels import EMPTY, Pixels


class Cracks(NamedTuple):
    """Sides of pixels, each walked down or to the right."""

    start: Whole
    """Nodes."""
    end: Whole
    left: Whole
    """The region to the left of who walks; what is there is not asked of inner lines."""
    right: Whole


class _Neighbours(NamedTuple):
    """All pairs of pixels that lie beside each other, or one above the other."""

    one: tuple[slice, slice]
    other: tuple[slice, slice]
    is_beside: bool


_PAIRS = (
    _Neighbours((slice(None), slice(None, -1)), (slice(None), slice(1, None)), True),
    _Neighbours((slice(None, -1), slice(None)), (slice(1, None), slice(None)), False),
)


def borders(region: Regions) -> Cracks:
    """Where regions meet."""
    return _gathered(_border(region, pair) for pair in _PAIRS)


def _border(region: Regions, pair: _Neighbours) -> Cracks:
    one, other = region[pair.one], region[pair.other]
    row, column = np.nonzero(one != other)
    first, second = one[row, column].astype(np.intp), other[row, column].astype(np.intp)
    left, right = (second, first) if pair.is_beside else (first, second)
    return Cracks(*_nodes(region.shape[1], row, column, pair.is_beside), left, right)


# Neighbours on the screen that lie farther apart than this on the body at rest (cm) do not lie on one surface.
_APART = 1.1
# And by this many times farther than the pixels beside them: a surface seen from its edge runs away gradually.
_STEEPER = 2.5


# Where cloth ends, only what lies farther apart than this does not (cm).
_APART_AT_HEMS = 4.0
# A fold is plain when it hides so much of the skin, or when what lies behind it is so much farther away (cm).
_PLAINLY_APART, _PLAINLY_DEEPER = 4.5, 2.2


class Folds(NamedTuple):
    """Where a body hides another piece of itself that has the same region: arm before arm, calf on thigh."""

    cracks: Cracks
    strength: Short
    """Of each, from 0: at 1 it is plain, below it may be a mere unevenness of the skin."""


def folds(pixels: Pixels, at_hems: Mask) -> Folds:
    """All of them."""
    found = [_fold(pixels, at_hems, pair) for pair in _PAIRS]
    return Folds(_gathered(each.cracks for each in found), np.concatenate([each.strength for each in found]))


def _fold(pixels: Pixels, at_hems: Mask, pair: _Neighbours) -> Folds:
    region, one = pixels.region[pair.one], pixels.mark[(slice(None), *pair.one)]
    apart = _square(one - pixels.mark[(slice(None), *pair.other)])
    is_same = (region != EMPTY) & (region == pixels.region[pair.other])
    row, column = np.nonzero((apart > _APART * _APART) & is_same)
    least = np.where(at_hems[pair.one][row, column], np.float32(_APART_AT_HEMS), np.float32(_APART))
    gap = np.sqrt(apart[row, column])
    is_step = gap > least + _STEEPER * _beside(apart, row, column, pair.is_beside)
    row, column, gap = row[is_step], column[is_step], gap[is_step]
    deeper = np.abs(pixels.depth[pair.one][row, column] - pixels.depth[pair.other][row, column])
    strength = np.maximum(gap / np.float32(_PLAINLY_APART), deeper / np.float32(_PLAINLY_DEEPER))
    return Folds(_plain(pixels, row, column, pair.is_beside), strength)


def _square(ways: Short) -> Short:
    x, y, z = ways
    found: Short = x * x + y * y + z * z
    return found


def _beside(apart: Short, row: Whole, column: Whole, is_beside: bool) -> Short:
    """How far apart the pairs before and after are, whichever is less."""
    last_row, last_column = apart.shape[0] - 1, apart.shape[1] - 1
    if is_beside:
        before, after = apart[row, np.maximum(column - 1, 0)], apart[row, np.minimum(column + 1, last_column)]
    else:
        before, after = apart[np.maximum(row - 1, 0), column], apart[np.minimum(row + 1, last_row), column]
    found: Short = np.sqrt(np.minimum(before, after))
    return found


def _plain(pixels: Pixels, row: Whole, column: Whole, is_beside: bool) -> Cracks:
    nothing = np.zeros(len(row), np.intp)
    return Cracks(*_nodes(pixels.grid.width, row, column, is_beside), nothing, nothing)


def _nodes(width: int, row: Whole, column: Whole, is_beside: bool) -> tuple[Whole, Whole]:
    """Where the cracks begin and end that lie right of some pixels, or below them."""
    across = width + 1
    if is_beside:
        return row * across + column + 1, (row + 1) * across + column + 1
    return (row + 1) * across + column, (row + 1) * across + column + 1


def _gathered(found: Iterator[Cracks]) -> Cracks:
    return Cracks(*(np.concatenate(each) for each in zip(*found, strict=True)))
