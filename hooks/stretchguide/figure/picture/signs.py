"""The arrows of a picture in space: along the way that a part took, where that can be seen, else as the words say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from stretchguide.figure.picture import movement
from stretchguide.figure.picture.anchors import anchor
from stretchguide.figure.picture.arrows import Sign, line, sign, strangers
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.shapes.geometry import Vector, dot, subtract, unit
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import Arrow
from stretchguide.format.sides import OTHER

# A way is shown as it was when it is so long on the screen (cm), and runs as the words say by this much (cosine).
_SEEN, _AGREES = 9.0, 0.25
# From so long on (cm) a way is shown as a curve.
_CURVED = 18.0
# A part that nobody has named has an arrow when it went so far on the screen, in parts of the picture's longer side.
_TELLING = 0.06
# Both sides have one where one went nearly as far as the other.
_AS_FAR = 0.75


def signs(scene: Scene) -> list[Sign]:
    """The arrows of a scene; of what nobody has named, the part that went farthest has one."""
    said = scene.pose.arrows
    if said is None:
        return list(_unsaid(scene))
    return [_way_of(scene, arrow) or sign(scene.body, arrow, BASES[scene.pose.base]) for arrow in said]


def _unsaid(scene: Scene) -> Iterator[Sign]:
    if scene.before is None:
        return
    before, now, camera = scene.before.body, scene.body, scene.camera
    part, far = movement.moved_most(before, now, camera)
    side, _, piece = part.partition(" ")
    if far < max(_SEEN, _TELLING * max(scene.frame.width, scene.frame.height)):
        return
    yield _along(scene, part)
    other = f"{OTHER[side]} {piece}" if side in OTHER else ""
    if other and movement.on_screen(other, before, now, camera) > _AS_FAR * far:
        yield _along(scene, other)


def _way_of(scene: Scene, arrow: Arrow) -> Sign | None:
    """The way that a part took, when it shows what the words say."""
    if scene.before is None or arrow.motion != "move" or arrow.part == "waist":
        return None
    before, now = scene.before.body, scene.body
    if movement.on_screen(arrow.part, before, now, scene.camera) < _SEEN:
        return None
    went = unit(subtract(anchor(now, arrow.part).place, anchor(before, arrow.part).place))
    asked = line(now, arrow, BASES[scene.pose.base])
    if dot(went, unit(subtract(asked[-1], asked[0]))) < _AGREES:
        return None
    return _along(scene, arrow.part)


def _along(scene: Scene, part: str) -> Sign:
    assert scene.before
    points = movement.way(part, scene.before.body, scene.body)
    return Sign(_short_of(scene, points, anchor(scene.body, part).reach), strangers(scene.body, part), stays=False)


def _short_of(scene: Scene, points: list[Vector], reach: float) -> list[Vector]:
    """A way that ends where the part begins on the screen, as long as enough of it is left; a short one is straight."""
    shown = [scene.camera.point(point) for point in points]
    sizes = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in pairwise(shown)]
    if sum(sizes) < _CURVED:
        return [points[0], points[-1]]
    x, y = shown[-1]
    last = len(points) - 1
    while hypot(shown[last][0] - x, shown[last][1] - y) < reach and sum(sizes[: last - 1]) > _CURVED:
        last -= 1
    return points[: last + 1]
