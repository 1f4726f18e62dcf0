"""Curves as path data: whole steps of a millimetre or half of one, and lines where nobody sees the difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from stretchguide.figure.raster.arrays import Floats
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.shapes.path_numbers import NUDGE, Steps, pair, row

Curve: TypeAlias = tuple[Steps, Steps, Steps, Steps]
"""A cubic curve by its control points, in whole steps of the drawing."""

# A curve whose handles leave its chord by less than this (steps) is a line.
_FLAT = 0.8


def in_steps(handles: Floats, grid: Grid) -> list[Curve]:
    """Curves on a grid (count, 4, 2), in steps of its drawing."""
    corner = np.array([grid.left, grid.top])
    scale = 10 * steps_in_mm(grid)
    whole = np.floor((handles * grid.cell + corner + NUDGE) * scale + 0.5).astype(int).tolist()
    return [tuple((x, y) for x, y in curve) for curve in whole]  # type: ignore[misc]


# Pixels smaller than this (cm) want finer steps than a millimetre.
_FINE_CELL = 0.24


def steps_in_mm(grid: Grid) -> int:
    """How many steps a millimetre of the drawing has."""
    return 2 if grid.cell < _FINE_CELL else 1


def reversed_curves(curves: Sequence[Curve]) -> list[Curve]:
    """The same line, walked the other way."""
    return [(d, c, b, a) for a, b, c, d in reversed(curves)]


def path(curves: Sequence[Curve]) -> str:
    """Path data of one line."""
    out = ["M" + pair(*curves[0][0])] if curves else []
    last = "M"
    for curve in curves:
        if text := _step(*curve):
            out.append(_after(text) if text[0] == last else text)
            last = text[0]
    return "".join(out)


def _after(text: str) -> str:
    """A command as it is written after one of its kind."""
    return text[1:] if text[1] == "-" else f" {text[1:]}"


def _step(start: Steps, first: Steps, second: Steps, end: Steps) -> str:
    """A command from a place; empty where the curve is a point."""
    x, y = start
    ax, ay, bx, by, dx, dy = first[0] - x, first[1] - y, second[0] - x, second[1] - y, end[0] - x, end[1] - y
    size = (dx * dx + dy * dy) ** 0.5
    if not (ax or ay or bx or by or dx or dy):
        return ""
    if size and abs(dx * ay - dy * ax) < _FLAT * size and abs(dx * by - dy * bx) < _FLAT * size:
        return "l" + pair(dx, dy)
    return "c" + row(ax, ay, bx, by, dx, dy)
