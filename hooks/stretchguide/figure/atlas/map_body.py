"""The standing body of the map, from the front and from the back: its drawing, and shapes of muscles on its skin.

Palms face forward, as anatomists stand. The chin is lifted for the front view, so that the neck can be seen. The soles
of the feet, which no view of a standing body shows, are drawn beside the legs of the back view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Literal, get_args

import numpy as np

from stretchguide.figure.body.limbs import ArmAngles, LegTarget, set_arm, set_leg_to
from stretchguide.figure.body.skeleton import ANKLE_HEIGHT, SIGN, Bend, Body, Trunk, set_spine
from stretchguide.figure.ink.paper import Ink, plain
from stretchguide.figure.muscles.members import members
from stretchguide.figure.muscles.shapes import FOOT, HAND, MUSCLES, TORSO, MuscleShapes, SkinShape
from stretchguide.figure.portrait.light import BodyPixels
from stretchguide.figure.portrait.line_art import LineArt, finish_for
from stretchguide.figure.portrait.portrait import Portrait
from stretchguide.figure.portrait.rest_map import HANDS_OUT
from stretchguide.figure.raster.arrays import Mask
from stretchguide.figure.raster.grid import Grid
from stretchguide.figure.raster.masks import window
from stretchguide.figure.raster.pixels import EMPTY
from stretchguide.figure.rest.regions import BodyRegion
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import FORWARD, IDENTITY, UP, Camera, Point
from stretchguide.figure.shapes.outline import cornered_spline, spline
from stretchguide.figure.skin.posed_skin import skin_of
from stretchguide.figure.trace.curve_text import path
from stretchguide.figure.trace.tracing import Finish, Loop, traced
from stretchguide.format.sides import SIDES

MapView = Literal["front", "back"]
MAP_VIEWS: tuple[MapView, ...] = get_args(MapView)

# How the body of the map stands: the pelvis (cm), the ankles, toes out and arms out (degrees), the chin up for the
# front view.
_PELVIS = (0.0, 89.2, -1.0)
_ANKLE_OUT, _TOES_OUT = 12.5, 8.0
_ARMS = ArmAngles(lift=15, plane=0, elbow=5, turn=-10, pronate=-75)
_CHIN_UP = 10.0
_BOX = (-46.0, -176.0, 46.0, 6.0)
"""What the standing body fills: left, top, right and bottom (cm)."""
# Long muscles of the limbs are drawn wider than in the table.
_WIDEN = 1.1
# A piece of a shape whose outline is shorter (pixels) is a speck.
_SPECK = 16
# Feet begin so high on the body at rest (cm).
_ANKLE_HIGH = 7.5


def standing(view: MapView) -> Body:
    """The body of one view."""
    body = Body()
    neck = Bend(fold=-_CHIN_UP if view == "front" else 0.0)
    set_spine(body, Trunk(pelvis=_PELVIS, neck=neck))
    body.frames["base"] = IDENTITY
    for side in SIDES:
        ankle = (SIGN[side] * _ANKLE_OUT, ANKLE_HEIGHT, 0.0)
        knees = (SIGN[side] * 0.12, 0.0, 1.0)
        set_leg_to(body, side, LegTarget(ankle, knees, UP, FORWARD, foot_out=_TOES_OUT))
        set_arm(body, side, _ARMS)
    return body


@cache
def map_body(rest: RestBody, view: MapView) -> MapBody:
    """The body of one view, made once."""
    return MapBody(rest, view)


class MapBody:
    """One view of the standing body, without its clothes."""

    def __init__(self, rest: RestBody, view: MapView) -> None:
        self.view = view
        self.camera = Camera(0 if view == "front" else 180, 0)
        self._rest = replace(rest, drawn=rest.places)
        self._body = standing(view)
        self._found: dict[tuple[str, tuple[str, ...]], Mask] = {}

    @cached_property
    def art(self) -> LineArt:
        """The body as it is drawn on a figure."""
        skin = skin_of(self._rest, self._body)
        return Portrait(self._rest, skin, self._body, self.camera, (), ()).art(_BOX)

    @cached_property
    def features(self) -> Sequence[Ink]:
        """Hair, lines and face, without the outline."""
        hair = Ink(plain("h"), self.path(self.art.pixels.region == BodyRegion.HAIR))
        return hair, *self.art.features()

    @cached_property
    def whole(self) -> Mask:
        """Where the body is."""
        found: Mask = self.art.pixels.region != EMPTY
        return found

    @cached_property
    def silhouette(self) -> str:
        """Path data of the outline of all of it."""
        return self.path(self.whole)

    def muscle(self, name: str, sides: Sequence[str] = SIDES) -> Mask:
        """Where a muscle of the table is seen."""
        key = name, tuple(sides)
        if key not in self._found:
            self._found[key] = np.logical_or.reduce([self._on_side(MUSCLES[name], side) for side in sides])
        return self._found[key]

    def shown(self, name: str, sides: Sequence[str] = SIDES) -> float:
        """How much is seen of the muscles of an id of the vocabulary, in square cm."""
        cells = sum(int(self.muscle(each, sides).sum()) for each in members(name))
        return cells * self.art.pixels.grid.cell**2

    def region(self, shapes: Iterable[SkinShape], parts: Iterable[str] = ()) -> str:
        """Path data of shapes on both sides, and of hands and feet as a whole."""
        own = tuple(shapes)
        found = [self._surface.within(own, side) for side in SIDES]
        return self.path(np.logical_or.reduce([*found, *(self._limb_end(part) for part in parts)]))

    def path(self, mask: Mask) -> str:
        """Path data of a piece of the picture."""
        return "".join(map(path, outlines(mask, self.art.pixels.grid, finish_for(self.art.pixels.grid), _SPECK)))

    @cached_property
    def _surface(self) -> BodyPixels:
        return BodyPixels(self._rest, self.art.pixels.mark, np.nonzero(self.whole.ravel())[0])

    def _on_side(self, muscle: MuscleShapes, side: str) -> Mask:
        found = np.zeros_like(self.whole)
        for shape in muscle.shapes:
            found |= self._surface.within((shape,), side, _widen(muscle, shape))
        return found

    def _limb_end(self, part: str) -> Mask:
        x, y, _ = self.art.pixels.mark
        found: Mask = self.whole & ((np.abs(x) > HANDS_OUT) if part == HAND else (y < _ANKLE_HIGH))
        return found


def _widen(muscle: MuscleShapes, shape: SkinShape) -> float:
    is_long = shape.is_spindle and shape.segment not in (TORSO, FOOT, HAND)
    return _WIDEN if is_long and muscle.layer == "muscle" else 1.0


def outlines(mask: Mask, grid: Grid, finish: Finish, least: int) -> Iterator[Loop]:
    """The outlines of a piece of a picture, those shorter than so many pixels left out."""
    rows, columns = window(mask, 1)
    piece = np.pad(mask[rows, columns], 1)
    if not piece.any():
        return iter(())
    left = grid.left + (columns.start - 1) * grid.cell
    top = grid.top + (rows.start - 1) * grid.cell
    cut = Grid(left, top, grid.cell, piece.shape[1], piece.shape[0])
    return traced(piece.astype(np.int16), cut, finish).loops((1,), least)


# -- soles ------------------------------------------------------------------------------------------------------------

# The sole of a left foot seen from below, heel up (cm from the middle of the heel; x to the inner side, y down), and
# what lies under it. Drawn beside the legs, the middle so far out and down, and a little narrower inside.
_SOLE: tuple[Point, ...] = (
    (-3.2, 0), (-4, -6), (-3.4, -13), (-4.6, -19), (-4.2, -24), (-1, -26.5), (2, -25.5), (4.6, -21), (5, -15),
    (3.9, -8), (3.4, -1), (0, 1.6),
)  # fmt: skip
UNDER_FOOT: dict[str, tuple[tuple[Point, bool], ...]] = {
    "plantar-fascia": (
        ((-1.6, -1), True), ((-2.6, -10), False), ((-4.2, -18), False), ((-1.5, -20), True), ((-0.4, -18), False),
        ((1.4, -19.4), True), ((2.4, -16.5), False), ((4.2, -17), True), ((2.6, -9), False), ((1.8, -1), True),
    ),
    "foot-intrinsics": (((-2.4, -3), True), ((-4.6, -10), False), ((-4.8, -17.5), True), ((-2.8, -12), False)),
    "toe-flexors": (
        ((-2.6, -6), True), ((-0.5, -13), False), ((-3, -23.5), True), ((-0.5, -18), False), ((1.4, -23), True),
        ((1.6, -15), False),
    ),
}  # fmt: skip
_SOLE_OUT, _SOLE_DOWN, _SOLE_LONG, _SOLE_INSIDE = 37.0, -3.0, 0.96, 0.74


def soles() -> str:
    """Path data of both soles."""
    return "".join(spline(_on_sole(sign, point) for point in _SOLE) for sign in (-1, 1))


def under_foot(name: str) -> str:
    """Path data of what lies under both feet; empty for what does not."""
    points = UNDER_FOOT.get(name, ())
    return "".join(
        cornered_spline((_on_sole(sign, point, _SOLE_INSIDE), corner) for point, corner in points) for sign in (-1, 1)
    )


def _on_sole(sign: int, point: Point, narrow: float = 1.0) -> Point:
    return (sign * (_SOLE_OUT - point[0] * narrow), _SOLE_DOWN + point[1] * _SOLE_LONG)
