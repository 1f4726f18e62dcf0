"""The inset of a figure: a tile with the piece of the muscle map that shows what the figure hides.

It says from where it is seen by what one sees there: a face, a navel and kneecaps, or hair, a spine and the hollows of
the knees. It goes into an empty corner, or beside the figure when there is none. A nested `svg` cuts it off at its rim:
a clip path would need an id. Nothing is written in it: pages turn a picture round for the other side, its letters too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from stretchguide.figure.atlas.map_body import MAP_VIEWS, MapBody, MapView, map_body, outlines
from stretchguide.figure.ink.free_space import Plane
from stretchguide.figure.ink.palette import LIGHT
from stretchguide.figure.ink.paper import PictureFrame, plain
from stretchguide.figure.muscles.members import members
from stretchguide.figure.picture.wanted import Wanted
from stretchguide.figure.raster.arrays import Mask
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import Point
from stretchguide.figure.shapes.outline import mm
from stretchguide.figure.shapes.pen import line_through
from stretchguide.figure.trace.curve_text import path
from stretchguide.figure.trace.tracing import Finish

# The tile (cm of the figure), how much smaller than the figure its body is, and the roundness of its corners.
_WIDTH, _HEIGHT, _SCALE = 44.0, 50.0, 0.74
# What is smaller than this there (cm) is shown larger.
_SMALL, _LARGE_SCALE = 19.0, 1.1
# Where both sides are lit and would not go into the tile, it is smaller still, down to this.
_LEAST_SCALE = 0.44
_TILE_CORNER = mm(5)
# Between the tile and a figure beside which it stands.
_APART = 2.0
# Below the tile there is so much room.
_BELOW = 1.0
_TILE_LINE = mm(1.2)
# Pages show a figure in a place of this breadth to its height.
_ASPECT = 4 / 3
# The piece of the map that is shown stays on the body: the highest and lowest it reaches (cm on the screen). It follows
# what it shows sideways by half, so that the body can be known, and farther where that would be cut off: so much room
# is left at its rim.
_TOP, _BOTTOM, _SIDEWAYS, _RIM = -180.0, 6.0, 0.5, 5.0
# A stamp is drawn with few curves; smaller outlines are left out (pixels).
_FINISH, _SPECK = Finish(sigma=3.0, tolerance=2.8, corner=9), 12

# What tells the front of the body of the map from its back: lines on its left half, the other half has the same (cm to
# the side and up). From the front: navel, breastbone and collarbones, kneecaps; from behind: the spine, shoulder
# blades, the cleft of the buttocks with a fold below each, elbows and hollows of the knees.
_HINTS: Mapping[MapView, Sequence[Sequence[Point]]] = MappingProxyType(
    {
        "front": (
            ((0.0, 102.4), (1.3, 103.2), (1.5, 104.6)),
            ((2.2, 139.6), (6.5, 141.2), (11.5, 142.4)),
            ((8.0, 47.2), (11.6, 45.4), (15.2, 47.2)),
        ),
        "back": (
            ((0.0, 141.0), (0.0, 124.0), (0.0, 106.0)),
            ((7.2, 129.0), (8.0, 122.6), (11.2, 120.6)),
            ((0.0, 95.0), (0.2, 88.0), (0.0, 81.5)),
            ((2.6, 79.8), (8.0, 78.0), (13.4, 79.6)),
            ((7.6, 48.6), (11.4, 47.2), (15.0, 48.6)),
        ),
    }
)
_HINT_LINE = mm(0.9)

OneMuscle = tuple[str, str]
"""One muscle and its side."""


def draw(root: Element, rest: RestBody, missing: Sequence[Wanted], corner: Point, facing: float) -> None:
    """Put an inset that shows some muscles under the root, at its corner.

    On the map, a muscle can be seen from the front or from the back; all are shown in the view that shows more, but
    rather in the one whose right and left are those of the figure: how far that faces the eye (cosine; < 0 its back).
    """
    tile = _tile(_view(rest, missing, facing), [single for each in missing for single in _singles(each)])
    if tile.lit.any():
        _draw(root, corner, tile)


def tile_frame(corner: Point) -> PictureFrame:
    """What a tile at a corner fills (cm)."""
    x, y = corner
    return PictureFrame(x, y, x + _WIDTH, y + _HEIGHT)


def left_out(rest: RestBody, missing: Sequence[Wanted], facing: float) -> list[Wanted]:
    """Those of some muscles that an inset which shows all of them together does not show after all."""
    view = _view(rest, missing, facing) if missing else None
    return [each for each in missing if view and not view.shown(each.name, (each.side,))]


# A figure faces the eye, or turns its back to it, from here on (cosine). Then a view that looks the same way is taken
# when it shows at least this part of what the other one does, and some of each muscle (square cm).
_FACES, _ENOUGH, _SOME = 0.3, 0.4, 4.0


def _view(rest: RestBody, missing: Sequence[Wanted], facing: float) -> MapBody:
    front, back = (map_body(rest, view) for view in MAP_VIEWS)
    shown = {view: [view.shown(each.name, (each.side,)) for each in missing] for view in (front, back)}
    best = max(shown, key=lambda view: sum(shown[view]))
    same = front if facing > 0 else back
    is_enough = sum(shown[same]) >= _ENOUGH * sum(shown[best]) and min(shown[same]) >= _SOME
    return same if abs(facing) > _FACES and is_enough else best


def _singles(wanted: Wanted) -> list[OneMuscle]:
    return [(name, wanted.side) for name in members(wanted.name)]


@dataclass(frozen=True)
class _Tile:
    """A piece of the map, with muscles lit."""

    body: MapBody
    singles: Sequence[OneMuscle]
    scale: float = _SCALE
    """How much smaller than the figure its body is."""

    @cached_property
    def lit(self) -> Mask:
        """Where they are seen."""
        found: Mask = np.logical_or.reduce([self.body.muscle(name, (side,)) for name, side in self.singles])
        return found

    @cached_property
    def box(self) -> tuple[Point, Point]:
        """What is lit, by its corners on the screen (cm)."""
        grid = self.body.art.pixels.grid
        rows, columns = np.nonzero(self.lit)
        return (
            (grid.left + int(columns.min()) * grid.cell, grid.top + int(rows.min()) * grid.cell),
            (grid.left + int(columns.max()) * grid.cell, grid.top + int(rows.max()) * grid.cell),
        )

    @property
    def most(self) -> float:
        """The scale at which a tile is just wide enough for it."""
        (left, _), (right, _) = self.box
        return _WIDTH / (right - left + 2 * _RIM)

    @property
    def is_small(self) -> bool:
        """Whether it would be lost in a tile of the usual scale."""
        (left, top), (right, bottom) = self.box
        return max(right - left, bottom - top) < _SMALL

    @cached_property
    def window(self) -> Grid:
        """The piece of the map's grid that is shown."""
        grid = self.body.art.pixels.grid
        width, height = round(_WIDTH / self.scale / grid.cell), round(_HEIGHT / self.scale / grid.cell)
        left, top = _corner(self.box, self.scale)
        column, row = round((left - grid.left) / grid.cell), round((top - grid.top) / grid.cell)
        return Grid(grid.left + column * grid.cell, grid.top + row * grid.cell, grid.cell, width, height)

    def path(self, mask: Mask) -> str:
        """Path data of what the window shows of a piece of the map, and of a little more."""
        return "".join(path(loop) for loop in outlines(self._cut(mask), self.body.art.pixels.grid, _FINISH, _SPECK))

    def _cut(self, mask: Mask) -> Mask:
        grid, shown = self.body.art.pixels.grid, self.window
        beyond = round(_RIM / grid.cell)
        row, column = round((shown.top - grid.top) / grid.cell), round((shown.left - grid.left) / grid.cell)
        rows = slice(max(0, row - beyond), max(0, row + shown.height + beyond))
        columns = slice(max(0, column - beyond), max(0, column + shown.width + beyond))
        found = np.zeros_like(mask)
        found[rows, columns] = mask[rows, columns]
        return found


def _tile(body: MapBody, singles: Sequence[OneMuscle]) -> _Tile:
    tile = _Tile(body, singles)
    if not tile.lit.any():
        return tile
    if tile.is_small:
        return replace(tile, scale=_LARGE_SCALE)
    if tile.most >= _SCALE:
        return tile
    if tile.most >= _LEAST_SCALE:
        return replace(tile, scale=tile.most)
    # What is farther apart does not go into one tile: one side shows the place.
    return _Tile(body, [(name, side) for name, side in singles if side == singles[0][1]])


def _corner(box: tuple[Point, Point], scale: float) -> Point:
    """Where the window begins round what is lit."""
    (x0, y0), (x1, y1) = box
    width, height = _WIDTH / scale, _HEIGHT / scale
    reach = width / 2 - _RIM
    x = max(x1 - reach, min(x0 + reach, (x0 + x1) / 2 * _SIDEWAYS))
    y = max(_TOP + height / 2, min(_BOTTOM - height / 2, (y0 + y1) / 2))
    return x - width / 2, y - height / 2


def place(planes: Sequence[tuple[Plane, Point]], frame: PictureFrame) -> tuple[Point, PictureFrame]:
    """One corner for the tiles of some pictures, and the frame with room for them: in a corner, beside it or above it.

    Each picture is what is taken on it, and how far it is moved in the frame (cm).

    They cover as little as can be, what lies beyond a close view included, and of such places it takes the one that
    leaves the figures largest. Without a picture nothing changes.
    """
    if not planes:
        return (frame.left, frame.top), frame
    places = [*_corners(frame), *_beside(frame)]
    return min(
        ((each, _with_tile(frame, each)) for each in places),
        key=lambda found: (sum(_covered(*plane, found[0]) for plane in planes), _size(found[1])),
    )


def _corners(frame: PictureFrame) -> list[Point]:
    return [(x, y) for y in (frame.top, frame.bottom - _HEIGHT - _BELOW) for x in (frame.right - _WIDTH, frame.left)]


def _beside(frame: PictureFrame) -> list[Point]:
    """The corner of a tile to the right of the frame, to its left, and above it."""
    right, left = frame.right + _APART, frame.left - _APART - _WIDTH
    middle = frame.top + max(0.0, (frame.height - _HEIGHT) / 2 if frame.height < _HEIGHT else 0.0)
    above = frame.top - _APART - _HEIGHT
    return [(right, middle), (left, middle), (frame.right - _WIDTH, above), (frame.left, above)]


def _with_tile(frame: PictureFrame, place: Point) -> PictureFrame:
    x, y = place
    right, bottom = max(frame.right, x + _WIDTH), max(frame.bottom, y + _HEIGHT + _BELOW)
    return PictureFrame(min(frame.left, x), min(frame.top, y), right, bottom)


def _size(frame: PictureFrame) -> float:
    """How far a figure is scaled down that fills a frame: its width where it is broader than its place on a page."""
    return max(frame.width, frame.height * _ASPECT)


def _covered(plane: Plane, shift: Point, corner: Point) -> float:
    x, y = corner[0] - shift[0], corner[1] - shift[1]
    return plane.within((x - 1, y - 1, x + _WIDTH + 1, y + _HEIGHT + 1))


def _draw(root: Element, place: Point, tile: _Tile) -> None:
    shown = tile.window
    left, top, wide, high = shown.left, shown.top, shown.width * shown.cell, shown.height * shown.cell
    corner, size = {"x": mm(left), "y": mm(top)}, {"width": mm(wide), "height": mm(high)}
    holder = SubElement(
        root,
        "svg",
        {
            "x": mm(place[0]),
            "y": mm(place[1]),
            "width": mm(_WIDTH),
            "height": mm(_HEIGHT),
            "viewBox": " ".join((*corner.values(), *size.values())),
        },
    )
    SubElement(holder, "rect", {"class": "sf-p1", "fill": LIGHT["p1"], "rx": _TILE_CORNER, **corner, **size})
    body = {"class": "sf-n sf-o", "fill": LIGHT["n"], "stroke": LIGHT["e"], "stroke-width": _TILE_LINE}
    SubElement(holder, "path", {**body, "d": tile.path(tile.body.whole)})
    _add_hints(holder, tile)
    SubElement(holder, "path", {"class": "sf-mu", "fill": LIGHT["mu"], "stroke-width": "0", "d": tile.path(tile.lit)})


def _add_hints(holder: Element, tile: _Tile) -> None:
    """What shows the tile's side of the body: hair and face where it holds the head, and the lines of `_HINTS`."""
    if hair := tile.path(tile.body.art.pixels.region == BodyRegion.HAIR):
        SubElement(holder, "path", {**dict(plain("h")), "d": hair})
        face = tile.body.features[-1]
        if face.path:
            SubElement(holder, "path", {**dict(face.look), "stroke": LIGHT["e"], "d": face.path})
    window = tile.window
    across, down = (window.left, window.left + window.width * window.cell), (window.top + window.height * window.cell)
    lines = [
        line
        for half in _HINTS[tile.body.view]
        for line in ([(x, -y) for x, y in half], [(-x, -y) for x, y in half])
        if any(across[0] < x < across[1] and window.top < y < down for x, y in line)
    ]
    look = {"class": "sf-l", "fill": "none", "stroke": LIGHT["e"], "stroke-width": _HINT_LINE, "stroke-opacity": ".7"}
    if lines:
        SubElement(holder, "path", {**look, "d": "".join(map(line_through, dict.fromkeys(map(tuple, lines))))})
