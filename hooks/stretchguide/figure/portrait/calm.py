"""Patches on a body made calm: one smooth shape on one surface, with room for the line at which the surface ends.

A patch is blurred along the surface, over no end of it, and is where half of it is left: bays and notches fill, tips
round off, slivers go, and a straight border stays where it is.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Mask, Rows, Short
from stretchguide.figure.raster.masks import grown, window
from stretchguide.figure.trace.chains import chains, places
from stretchguide.figure.trace.cracks import borders

# A patch runs into its neighbours so many times, each time by such a share: a blur of 3.7 pixels.
_ROUNDS, _SHARE = 20, np.float32(1 / 3)
# It is where so much is left; of what is so narrow that most of it would go, where so much is.
_HALF, _LESS, _MOST = np.float32(0.5), np.float32(0.3), 0.5
# Neighbours that lie farther apart than this on the body at rest (cm) do not lie on one surface.
_APART = 2.2
# So many pixels along the end of a surface are left to its line.
_LINE = 2
# What is less broad on the whole than this (pixels: its area by half its outline) is a sliver; what has less area than
# this (pixels) is a speck, and a hole that has less is filled.
_NARROW, _SPECK, _HOLE = 3.2, 60, 120


class PixelSurface(NamedTuple):
    """Where patches can be: pixels, and which of them hang together on the body."""

    own: Mask
    across: Mask
    """(height, width - 1): whether a pixel and the one to its right lie on one surface."""
    down: Mask
    """(height - 1, width): the same for the one below."""

    def cut(self, piece: tuple[slice, slice]) -> PixelSurface:
        """A window of it."""
        row, column = piece
        height, width = self.own.shape
        rows, columns = slice(row.start, min(row.stop, height)), slice(column.start, min(column.stop, width))
        return PixelSurface(
            self.own[piece],
            self.across[rows, columns.start : columns.stop - 1],
            self.down[rows.start : rows.stop - 1, columns],
        )


def surface(own: Mask, mark: Short) -> PixelSurface:
    """The surface that some pixels show, whose places on the body at rest (3, height, width; cm) are known."""
    across = _is_near(mark[:, :, :-1], mark[:, :, 1:]) & own[:, :-1] & own[:, 1:]
    down = _is_near(mark[:, :-1], mark[:, 1:]) & own[:-1] & own[1:]
    return PixelSurface(own, across, down)


def _is_near(one: Short, other: Short) -> Mask:
    x, y, z = one - other
    found: Mask = x * x + y * y + z * z < _APART * _APART
    return found


def inside(on: PixelSurface) -> Mask:
    """The pixels that are not beside an end of their surface."""
    ends = ~on.own
    for edge, one, other in ((~on.across, np.s_[:, :-1], np.s_[:, 1:]), (~on.down, np.s_[:-1], np.s_[1:])):
        ends[one] |= edge
        ends[other] |= edge
    return ~grown(ends, _LINE - 1)


def calmed(mask: Mask, on: PixelSurface, room: Mask) -> Mask:
    """A patch made calm, within the room that there is (see `inside`)."""
    found = np.zeros_like(mask)
    piece = window(mask, _ROUNDS + 1)
    part = mask[piece]
    if part.size:
        blurred = _blurred(part, on.cut(piece))
        is_narrow = ((blurred > _HALF) & part).sum() < _MOST * part.sum()
        found[piece] = _without_scraps((blurred > (_LESS if is_narrow else _HALF)) & room[piece])
    return found & room


def _blurred(mask: Mask, on: PixelSurface) -> Short:
    """A mask that has run into its neighbours."""
    found = mask.astype(np.float32)
    ways = [
        (found[:, 1:], found[:, :-1], on.across * _SHARE, np.empty_like(found[:, 1:])),
        (found[1:], found[:-1], on.down * _SHARE, np.empty_like(found[1:])),
    ]
    for _ in range(_ROUNDS):
        for one, other, share, flow in ways:
            np.multiply(np.subtract(one, other, out=flow), share, out=flow)
            np.subtract(one, flow, out=one)
            np.add(other, flow, out=other)
    return found


def _without_scraps(mask: Mask) -> Mask:
    """A patch without small holes, and without what is small or narrow, as a far muscle that looks over the back."""
    padded = np.pad(mask, 1)
    for chain in chains(borders(padded.astype(np.int16))):
        corners = places(chain.nodes, padded.shape[1])
        x, y = corners.T
        area = abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())) / 2
        is_sliver = 2 * area < _NARROW * len(corners)
        if is_sliver or area < _HOLE:
            piece, filling = _filling(corners)
            if not padded[piece][filling].any():
                padded[piece] |= filling
            elif is_sliver or area < _SPECK:
                padded[piece] &= ~filling
    return padded[1:-1, 1:-1]


def _filling(corners: Floats) -> tuple[tuple[slice, slice], Mask]:
    """A window of pixels, and which of them lie in a polygon of their corners."""
    low, high = corners.min(0).astype(int), corners.max(0).astype(int)
    piece = (slice(low[1], high[1]), slice(low[0], high[0]))
    row, column = np.mgrid[piece]
    return piece, within(corners, column.ravel() + 0.5, row.ravel() + 0.5).reshape(row.shape)


def within(corners: Floats, x: Rows, y: Rows) -> Mask:
    """Which points lie in a polygon: a line from each to one side crosses its edge an odd number of times."""
    found = np.zeros(len(x), np.bool_)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y0 != y1:
            found ^= ((y0 > y) != (y1 > y)) & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    return found
