"""A picture of pixels as curves: borders that are fitted once and shared by both their regions, and inner lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Mask, Regions
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.trace.chains import Chain, End, Links, chains, places, through
from stretchguide.figure.trace.cracks import borders
from stretchguide.figure.trace.curve_text import Curve, in_steps, reversed_curves
from stretchguide.figure.trace.fitting import Curves, fitted
from stretchguide.figure.trace.joining import run_from
from stretchguide.figure.trace.smoothing import Polyline, SmoothLines, smoothed


class Finish(NamedTuple):
    """How finely lines are drawn, in pixels."""

    sigma: float
    """Of the filter that takes the steps of the raster out."""
    tolerance: float
    """How far a curve may stay away from its line."""
    corner: int
    """So far to both sides a corner is looked for."""

    def looser(self, times: float) -> Finish:
        """The same with curves that may stray so many times as far."""
        return self._replace(tolerance=self.tolerance * times)


class Border(NamedTuple):
    """A border between two regions, as curves from a node to a node."""

    chain: Chain
    curves: list[Curve]


Loop = list[Curve]
"""Curves, each of which begins where the one before ends."""


@dataclass(frozen=True)
class Tracing:
    """The borders of a picture."""

    borders: list[Border]

    def loops(self, inside: Collection[int], least: int) -> Iterator[Loop]:
        """The closed outlines of some regions taken as one, those shorter than so many pixels left out."""
        pieces = [piece for border in self.borders for piece in _walked(border, inside)]
        begins: dict[int, list[int]] = {}
        for number, piece in enumerate(pieces):
            begins.setdefault(int(piece.chain.nodes[0]), []).append(number)
        left = set(range(len(pieces)))
        for number in range(len(pieces)):
            if number in left:
                loop = [pieces[each] for each in _round(number, pieces, begins, left)]
                if sum(len(piece.chain.nodes) - 1 for piece in loop) >= least:
                    yield [curve for piece in loop for curve in piece.curves]

    def lines(self, under: Mask) -> list[Loop]:
        """The borders that touch some pixels (height, width), as lines."""
        touched = np.zeros((under.shape[0] + 1, under.shape[1] + 1), np.bool_)
        for row, column in product((slice(-1), slice(1, None)), repeat=2):
            touched[row, column] |= under
        is_touched = touched.ravel()
        return [border.curves for border in self.borders if is_touched[border.chain.nodes].any()]


def _walked(border: Border, inside: Collection[int]) -> Iterator[Border]:
    """A border as it is walked with the regions to the left; none where they lie on both sides or on neither."""
    chain = border.chain
    is_left, is_right = chain.left in inside, chain.right in inside
    if is_left and not is_right:
        yield border
    if is_right and not is_left:
        turned = Chain(chain.nodes[::-1], chain.is_closed, chain.right, chain.left)
        yield Border(turned, reversed_curves(border.curves))


def _round(number: int, pieces: list[Border], begins: dict[int, list[int]], left: set[int]) -> Iterator[int]:
    """The pieces from one on, each beginning where the one before ends, until it is closed."""
    at: int | None = number
    while at is not None:
        left.discard(at)
        yield at
        at = next((each for each in begins.get(int(pieces[at].chain.nodes[-1]), ()) if each in left), None)


def traced(region: Regions, grid: Grid, finish: Finish) -> Tracing:
    """The borders of a picture of regions."""
    found = chains(borders(region))
    if not found:
        return Tracing([])
    runs = _runs(found, through(found, grid.width))
    lines, knots = _smooth(found, runs, grid, finish)
    curves = fitted(
        lines, np.array(sorted({knot for row in knots for knot in row}), np.intp), finish.tolerance, finish.corner
    )
    written = in_steps(curves.handles, grid)
    return Tracing([Border(found[n], each) for n, each in _by_chain(runs, knots, curves, written)])


def traced_lines(found: list[Chain], grid: Grid, finish: Finish) -> list[Loop]:
    """Inner lines as curves."""
    if not found:
        return []
    runs = [[End(number, False)] for number in range(len(found))]
    lines, knots = _smooth(found, runs, grid, finish)
    curves = fitted(lines, np.array([knot for row in knots for knot in row], np.intp), finish.tolerance, finish.corner)
    written = in_steps(curves.handles, grid)
    return [each for _, each in _by_chain(runs, knots, curves, written)]


def traced_strokes(strokes: list[Floats], grid: Grid, tolerance: float) -> list[Loop]:
    """Lines that are smooth already, by their points in pixels, as curves."""
    if not strokes:
        return []
    last = np.cumsum([len(stroke) for stroke in strokes]) - 1
    first = last - [len(stroke) - 1 for stroke in strokes]
    points = np.concatenate(strokes)
    curves = fitted(SmoothLines(points, first, last), np.empty(0, np.intp), tolerance, len(points))
    written = in_steps(curves.handles, grid)
    return [written[curves.between(*ends)] for ends in zip(first, last, strict=True)]


def _by_chain(
    runs: list[list[End]], knots: list[list[int]], curves: Curves, written: list[Curve]
) -> Iterator[tuple[int, list[Curve]]]:
    """The curves of each chain, in its own direction."""
    for run, row in zip(runs, knots, strict=True):
        for end, first, last in zip(run, row, row[1:], strict=False):
            piece = written[curves.between(first, last)]
            yield end.chain, reversed_curves(piece) if end.is_last else piece


def _runs(found: list[Chain], links: Links) -> list[list[End]]:
    """Every chain once, in lines that run on through junctions."""
    runs: list[list[End]] = []
    done: set[int] = set()
    for number in range(len(found)):
        if number not in done:
            run = run_from(number, links)
            done.update(end.chain for end in run)
            runs.append(run)
    return runs


def _smooth(
    found: list[Chain], runs: list[list[End]], grid: Grid, finish: Finish
) -> tuple[SmoothLines, list[list[int]]]:
    """Runs as smooth lines, and by run the points at which its chains begin and end.

    A line that runs on is smooth at a junction; those that end there are drawn to where it went.
    """
    polylines, within = [], []
    for run in runs:
        polyline, knots = _polyline([found[end.chain] for end in run], [end.is_last for end in run], grid.width)
        polylines.append(polyline)
        within.append(knots)
    lines = smoothed(polylines, finish.sigma)
    rows = [[int(first) + knot for knot in row] for first, row in zip(lines.first, within, strict=True)]
    _meet(lines, found, runs, rows)
    return lines, rows


def _polyline(run: list[Chain], is_turned: list[bool], width: int) -> tuple[Polyline, list[int]]:
    """The middles of the cracks of a run, and which of its points are the ends of its chains."""
    nodes = [chain.nodes[:: -1 if turned else 1] for chain, turned in zip(run, is_turned, strict=True)]
    spots = [places(each, width) for each in nodes]
    middles = np.concatenate([(each[1:] + each[:-1]) / 2 for each in spots])
    counts = np.cumsum([len(each) - 1 for each in spots]).tolist()
    if run[0].is_closed or (len(run) > 1 and nodes[0][0] == nodes[-1][-1]):
        return Polyline(np.roll(middles, 1, axis=0), True), [0, *counts]
    points = np.concatenate([spots[0][:1], middles, spots[-1][-1:]])
    return Polyline(points, False), [0, *counts[:-1], len(points) - 1]


def _meet(lines: SmoothLines, found: list[Chain], runs: list[list[End]], rows: list[list[int]]) -> None:
    """Draw the ends of lines to where the line went that runs on through their node."""
    went: dict[int, Floats] = {}
    loose: list[tuple[int, int]] = []
    for run, row in zip(runs, rows, strict=True):
        for number, end in enumerate(run):
            nodes = found[end.chain].nodes
            entry, leave = (nodes[-1], nodes[0]) if end.is_last else (nodes[0], nodes[-1])
            if number:
                went[int(entry)] = lines.points[row[number]]
            elif not _is_round(run, found):
                loose.append((int(entry), row[0]))
            if number == len(run) - 1 and not _is_round(run, found):
                loose.append((int(leave), row[-1]))
        if len(run) > 1 and _is_round(run, found):
            end = run[0]
            nodes = found[end.chain].nodes
            went[int(nodes[-1 if end.is_last else 0])] = lines.points[row[0]]
    for node, point in loose:
        if node in went:
            lines.points[point] = went[node]


def _is_round(run: list[End], found: list[Chain]) -> bool:
    """Whether a run comes back to where it began."""
    first, last = run[0], run[-1]
    if len(run) == 1:
        return found[first.chain].is_closed
    begin = found[first.chain].nodes[-1 if first.is_last else 0]
    return bool(begin == found[last.chain].nodes[0 if last.is_last else -1])
