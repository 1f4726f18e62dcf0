"""Pixels as curves: near the pixels, smooth, shared by neighbours, and whole where they were dashes."""

from __future__ import annotations

import re
from itertools import pairwise
from math import hypot

import numpy as np
import pytest

from stretchguide.figure.raster.arrays import Regions
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.trace.chains import Chain, chains
from stretchguide.figure.trace.cracks import borders
from stretchguide.figure.trace.curve_text import Curve, path
from stretchguide.figure.trace.joining import joined
from stretchguide.figure.trace.tracing import Finish, Loop, traced, traced_strokes

SIZE = 120
GRID = Grid(0, 0, 0.4, SIZE, SIZE)
FINISH = Finish(sigma=1.6, tolerance=0.8, corner=5)
STEP = 4
"""Millimetres a pixel."""
_ROWS, _COLUMNS = np.mgrid[0:SIZE, 0:SIZE]


def disc(x: float = 60, y: float = 60, radius: float = 40) -> Regions:
    found: Regions = (np.hypot(_COLUMNS + 0.5 - x, _ROWS + 0.5 - y) < radius).astype(np.int16)
    return found


def along(curve: Curve, part: float) -> tuple[float, float]:
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y


def points(loop: Loop) -> list[tuple[float, float]]:
    return [along(curve, part) for curve in loop for part in (0, 0.25, 0.5, 0.75)]


def test_a_disc_is_a_round_line_of_few_curves() -> None:
    (loop,) = traced(disc(), GRID, FINISH).loops({1}, 10)
    off = [hypot(x - 60 * STEP, y - 60 * STEP) - 40 * STEP for x, y in points(loop)]
    assert max(map(abs, off)) < 1.2 * STEP
    assert len(loop) <= 14
    assert loop[0][0] == loop[-1][-1]


def test_a_ring_has_two_lines_and_a_disc_within_has_one() -> None:
    region = disc()
    region[disc(radius=20) == 1] = 2
    tracing = traced(region, GRID, FINISH)
    assert len(list(tracing.loops({1}, 10))) == 2
    assert len(list(tracing.loops({2}, 10))) == 1
    assert len(list(tracing.loops({1, 2}, 10))) == 1


def test_neighbours_share_their_border_to_the_step() -> None:
    region = disc()
    region[:, 60:] *= 2
    tracing = traced(region, GRID, FINISH)
    (left,), (right,) = tracing.loops({1}, 10), tracing.loops({2}, 10)
    turned = {curve[::-1] for curve in right}
    assert len(turned & set(left)) >= 1
    assert sum(hypot(c[3][0] - c[0][0], c[3][1] - c[0][1]) for c in turned & set(left)) > 78 * STEP


@pytest.mark.parametrize("row", range(28, 92, 7))
def test_an_outline_is_smooth_where_another_line_meets_it(row: int) -> None:
    region = disc()
    region[row:] *= 2
    (loop,) = traced(region, GRID, FINISH).loops({1, 2}, 10)
    off = [hypot(x - 60 * STEP, y - 60 * STEP) - 40 * STEP for x, y in points(loop)]
    assert max(map(abs, off)) < 1.2 * STEP
    ends = {curve[3] for curve in loop} & {
        curve[0] for border in traced(region, GRID, FINISH).borders for curve in border.curves
    }
    assert ends, "the other line ends on this one"


def test_loops_are_closed_whatever_meets() -> None:
    chance = np.random.default_rng(7)
    for _ in range(20):
        region = np.zeros((SIZE, SIZE), np.int16)
        for _ in range(8):
            x, y = chance.uniform(30, 90, 2)
            region[disc(x, y, chance.uniform(6, 25)) == 1] = chance.integers(1, 5)
        for wanted in ({1}, {2}, {1, 2}, {3, 4}):
            for loop in traced(region, GRID, FINISH).loops(wanted, 0):
                assert all(one[3] == other[0] for one, other in pairwise(loop))
                assert loop[0][0] == loop[-1][3]


def test_specks_are_left_out() -> None:
    region = disc()
    region[60, 60] = 2
    assert list(traced(region, GRID, FINISH).loops({2}, 10)) == []


def test_nothing_has_no_line() -> None:
    assert list(traced(np.zeros((SIZE, SIZE), np.int16), GRID, FINISH).loops({1}, 0)) == []
    assert traced_strokes([], GRID, 0.3) == []


def line(row: int, first: int, last: int) -> Chain:
    return Chain(np.arange(first, last) + row * (SIZE + 1), False)


def test_dashes_become_a_line_and_strangers_do_not() -> None:
    dashes = [line(10, 10, 20), line(10, 26, 40), line(11, 46, 60)]
    (whole,) = joined(dashes, SIZE, 12)
    assert len(whole.nodes) == 38
    assert len(joined([line(10, 10, 20), line(10, 40, 50)], SIZE, 12)) == 2, "too far"
    assert len(joined([line(10, 10, 20), line(18, 21, 30)], SIZE, 12)) == 2, "beside each other"


def test_every_crack_belongs_to_one_chain() -> None:
    region = disc()
    region[:, 60:] *= 2
    cracks = borders(region)
    assert sum(len(chain.nodes) - 1 for chain in chains(cracks)) == len(cracks.start)


def test_a_path_is_whole_numbers() -> None:
    (loop,) = traced(disc(), GRID, FINISH).loops({1}, 10)
    assert re.fullmatch(r"M\d+ \d+(c-?\d+( ?-?\d+)+|l-?\d+ ?-?\d+)+", path(loop))


def test_straight_curves_are_lines_and_points_are_nothing() -> None:
    assert path([((0, 0), (3, 0), (7, 0), (10, 0)), ((10, 0), (10, 0), (10, 0), (10, 0))]) == "M0 0l10 0"
    assert path([]) == ""
