"""Masks of pixels, made larger or smaller."""

from __future__ import annotations

import numpy as np

from stretchguide.figure.raster.arrays import Mask


def grown(mask: Mask, rounds: int) -> Mask:
    """A mask larger by so many pixels to every side, or smaller; what lies beyond the edge counts for neither."""
    found = mask if rounds > 0 else ~mask
    for _ in range(abs(rounds)):
        before, found = found, found.copy()
        found[1:] |= before[:-1]
        found[:-1] |= before[1:]
        found[:, 1:] |= before[:, :-1]
        found[:, :-1] |= before[:, 1:]
    return found if rounds > 0 else ~found


def window(mask: Mask, room: int) -> tuple[slice, slice]:
    """The piece of a mask in which something is set, with room round it; nothing of an empty one."""
    rows, columns = (np.nonzero(mask.any(axis))[0] for axis in (1, 0))
    if not len(rows):
        return slice(0), slice(0)
    return tuple(slice(max(each[0] - room, 0), each[-1] + room + 1) for each in (rows, columns))  # type: ignore[return-value]
