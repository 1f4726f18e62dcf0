"""The standing body of the map, from the front and from the back: its silhouette, and shapes on its skin.

Palms face forward, as anatomists stand. The chin is lifted for the front view, so that the neck can be seen. The soles
of the feet, which no view of a standing body shows, are drawn beside the legs of the back view.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import Literal, get_args

from stretchguide.figure.body.flesh import PART_NAMES, parts
from stretchguide.figure.body.limbs import ArmAngles, LegTarget, set_arm, set_leg_to
from stretchguide.figure.body.skeleton import ANKLE_HEIGHT, SIGN, Bend, Body, Trunk, set_spine
from stretchguide.figure.muscles.shapes import FOOT, HAND, MUSCLES, TORSO, MuscleShapes, SkinShape
from stretchguide.figure.muscles.skin import Skin, patch
from stretchguide.figure.shapes.geometry import FORWARD, IDENTITY, UP, Camera, Point
from stretchguide.figure.shapes.outline import Limb, Pen, cornered_spline, hull_path, limb_path, seen_limb, spline
from stretchguide.format.sides import SIDES

MapView = Literal["front", "back"]
MAP_VIEWS: tuple[MapView, ...] = get_args(MapView)

# How the body of the map stands: the pelvis (cm), the ankles, toes out and arms out (degrees), the chin up for the
# front view.
_PELVIS = (0.0, 89.2, -1.0)
_ANKLE_OUT, _TOES_OUT = 12.5, 8.0
_ARMS = ArmAngles(lift=15, plane=0, elbow=5, turn=-10, pronate=-75)
_CHIN_UP = 18.0
# Shapes lie so far inside the skin: a bare rim remains between them and the body's outline. Long muscles of the limbs
# are drawn wider than in the table, which leaves room for the patches of a posed figure.
_INSIDE = 0.965
_WIDEN = 1.1
# A piece of a shape that shows less (square cm) is a sliver, and left out.
_SLIVER = 2.0


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


class MapBody:
    """One view of the standing body."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self.camera = Camera(0 if view == "front" else 180, 0)
        self.body = standing(view)
        self.skin = Skin(self.body)
        self._parts = parts(self.body, "map")

    def silhouette(self, names: Sequence[str]) -> str:
        """The outline of some parts of the body: one path, of which only the outer edge shows when it is stroked."""
        pen = Pen()
        for shape in (shape for name in names for layer in self._parts[name].layers for shape in layer.shapes):
            if isinstance(shape, Limb):
                limb_path(seen_limb(self.camera, shape), pen)
            else:
                hull_path(self.camera, shape, pen)
        return pen.path

    @cached_property
    def trunk_and_limbs(self) -> str:
        """The silhouette without the head."""
        return self.silhouette([name for name in PART_NAMES if name != "head"])

    @cached_property
    def head(self) -> str:
        """The silhouette of the head."""
        return self.silhouette(["head"])

    def drawn(self, muscle: MuscleShapes, sides: Sequence[str] = SIDES) -> tuple[str, float]:
        """Path data of what can be seen of a muscle, and how much that is (square cm); empty when it faces away."""
        path, shown = "", 0.0
        for shape in muscle.shapes:
            for side in sides[:1] if shape.is_central else sides:
                points, size = self.outline(shape, side, self._widen(muscle, shape))
                if size > _SLIVER:
                    path += cornered_spline(points)
                    shown += size
        return path, shown

    def outline(self, shape: SkinShape, side: str, widen: float = 1.0) -> tuple[tuple[tuple[Point, bool], ...], float]:
        """The control points of what can be seen of a shape, clockwise, and how much that is (square cm)."""
        seen = patch(self.skin, self.camera, shape, side, widen=widen, inside=_INSIDE)
        return (seen.clockwise, seen.area * seen.facing) if seen else ((), 0.0)

    def _widen(self, muscle: MuscleShapes, shape: SkinShape) -> float:
        is_long = shape.is_spindle and shape.segment not in (TORSO, FOOT, HAND)
        return _WIDEN if is_long and muscle.layer == "muscle" else 1.0


@lru_cache(maxsize=len(MAP_VIEWS))
def map_body(view: MapView) -> MapBody:
    """The body of one view, made once."""
    return MapBody(view)


@cache
def visible(name: str, view: MapView, sides: tuple[str, ...] = SIDES) -> float:
    """How much of a muscle one view shows, in square cm. The map never moves: it is measured once."""
    return map_body(view).drawn(MUSCLES[name], sides)[1]


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
