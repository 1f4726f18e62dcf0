"""Pixels of a body and things as paths: fills that share their borders, a heavier outer line, thinner inner ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot

import numpy as np

from stretchguide.figure.ink import paper
from stretchguide.figure.ink.paper import Ink, fill, plain
from stretchguide.figure.portrait.light import Light
from stretchguide.figure.portrait.rest_map import HANDS_OUT
from stretchguide.figure.portrait.tints import BODY, LIT, SHADE, THING
from stretchguide.figure.raster.arrays import Floats, Mask, Regions
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.raster.pixels import EMPTY, Pixels
from stretchguide.figure.shapes.path_numbers import number
from stretchguide.figure.trace.chains import Chain, chains
from stretchguide.figure.trace.cracks import folds
from stretchguide.figure.trace.curve_text import path, steps_in_mm
from stretchguide.figure.trace.joining import joined
from stretchguide.figure.trace.tracing import Finish, Loop, traced, traced_lines, traced_strokes
from stretchguide.format.sides import SIDES

# The steps of the raster (pixels) and the edges of the body's faces (cm) are smoothed away.
_SIGMA, _SIGMA_CM = 1.5, 0.45
_TOLERANCE, _TOLERANCE_CM = 1.3, 0.2
_CORNER = 5


def finish_for(grid: Grid) -> Finish:
    """How finely a picture is drawn."""
    return Finish(
        sigma=hypot(_SIGMA, _SIGMA_CM / grid.cell),
        tolerance=hypot(_TOLERANCE, _TOLERANCE_CM / grid.cell),
        corner=max(_CORNER, round(0.9 / grid.cell)),
    )


# Lines, in pixels: where the body ends against what is not the body, and within it.
_OUTER, _INNER, _FINE = 3.2, 1.8, 1.5
_OWN = ("stroke-width", "paint-order")
"""What a lit place has from its picture, not from its colours."""
_LEAST_SHADOW = 100
_SHADE = ".15"
"""How much of what it falls on a shadow takes away: lines under it stay."""
_SOFT = Finish(sigma=7.0, tolerance=4.0, corner=12)
# A lit patch with an outline of fewer cracks would be a speck.
_LEAST_PATCH = 36
_FACE_TOLERANCE = 0.3
# A loop of fewer cracks is a speck.
_SPECK = 34
# An inner line is drawn when its folds are so plain in the mean; all are on hands, and on heads and feet, which on the
# body at rest lie above and below these (cm).
_PLAIN, _HEAD, _FOOT = 0.8, 150.0, 11.0
# Dashes are joined over a gap of so many pixels; a line of fewer cracks is a stray one, and so is a closed one.
_GAP, _SHORTEST_DASH, _SHORTEST, _SHORTEST_RING = 14.0, 5, 26, 45


@dataclass(frozen=True)
class LineArt:
    """A picture of pixels, traced."""

    pixels: Pixels
    at_hems: Mask
    """Which pixels lie beside the edge of a cloth."""
    light: Light
    strokes: list[Floats]
    """The lines of the face, in pixels."""
    shadow: Regions
    """A picture of the shadow alone."""
    looseness: float = 1.0
    """How many times as far as usual its curves may stray from its lines."""

    def ground(self) -> Ink:
        """The shadow."""
        loops = traced(self.shadow, self.pixels.grid, _SOFT.looser(self.looseness)).loops((SHADE,), _LEAST_SHADOW)
        return Ink((*plain("sh"), ("fill-opacity", _SHADE)), _path(loops))

    def body(self) -> Iterator[Ink]:
        """All paths of the body, in the order of painting."""
        grid = self.pixels.grid
        region = np.where(self.pixels.region == THING, EMPTY, self.pixels.region)
        tracing = traced(region, grid, self._finish())
        yield Ink((*fill("c"), self._width(_OUTER)), _path(tracing.loops(BODY, _SPECK)))
        for each, token in BODY.items():
            yield Ink((*fill(token), self._width(_INNER)), _path(tracing.loops({each}, _SPECK)))
        yield from self._patches()
        line = (("fill", "none"), self._width(_INNER))
        yield Ink(line, _path(tracing.lines(self.light.region > 0)))
        yield from self.features()

    def features(self) -> Iterator[Ink]:
        """The fine lines within the body, and its face."""
        grid = self.pixels.grid
        line = (("fill", "none"), self._width(_FINE))
        yield Ink(line, _path(traced_lines(self._inner_lines(), grid, self._finish())))
        yield Ink((("class", "sf-fa"), *line), _path(traced_strokes(self.strokes, grid, _FACE_TOLERANCE)))

    def _patches(self) -> Iterator[Ink]:
        """What is lit, the also lit first."""
        tracing = traced(self.light.region, self.pixels.grid, self._finish())
        for look, is_hot in ((paper.WARM, False), (paper.HOT, True)):
            loops = [loop for side in SIDES for loop in tracing.loops({LIT[is_hot, side]}, _LEAST_PATCH)]
            yield Ink((*(each for each in look if each[0] not in _OWN), self._width(_INNER)), _path(loops))

    def _inner_lines(self) -> list[Chain]:
        found = folds(self.pixels, self.at_hems)
        dashes = [line for line in chains(found.cracks) if len(line.nodes) > _SHORTEST_DASH]
        plain = [line for line in dashes if self._is_fine(line) or found.strength[line.cracks].mean() > _PLAIN]
        lines = joined(plain, self.pixels.grid.width, _GAP)
        return [line for line in lines if len(line.nodes) > (_SHORTEST_RING if line.is_closed else _SHORTEST)]

    def _is_fine(self, line: Chain) -> bool:
        """Whether a line lies on head, hand or foot, where small steps are meant."""
        row, column = divmod(int(line.nodes[len(line.nodes) // 2]), self.pixels.grid.width + 1)
        x, y, _ = self.pixels.mark[:, row, column]
        return bool(y > _HEAD or y < _FOOT or abs(x) > HANDS_OUT)

    def _finish(self) -> Finish:
        return finish_for(self.pixels.grid).looser(self.looseness)

    def _width(self, pixels: float) -> tuple[str, str]:
        """The attribute of a breadth of lines."""
        grid = self.pixels.grid
        return ("stroke-width", number(pixels * grid.cell * 10 * steps_in_mm(grid)))


def _path(lines: Iterable[Loop]) -> str:
    return "".join(map(path, lines))
