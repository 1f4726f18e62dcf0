"""The arrows of a picture in space: along the way that a part took, where that can be seen, else as the words say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import dist, hypot

from stretchguide.figure.picture import movement
from stretchguide.figure.picture.anchors import anchor, is_of_trunk
from stretchguide.figure.picture.arrows import Sign, is_one, line, sign, straight, strangers
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.shapes.geometry import Vector, distance, dot, subtract, unit
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import Arrow
from stretchguide.format.sides import OTHER

# A way is shown as it was when it is so long on the screen (cm), and runs as the words say by this much (cosine).
_SEEN, _AGREES = 9.0, 0.25
# An arrow whose length on the screen is less than this part of it points at the eye: then a shorter way (cm) is shown.
_FORESHORTENED, _LEAST_SEEN = 0.34, 1.5
# Arrows whose ends lie so near each other on the screen (cm) are one.
_ONE = 18.0
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
        return _each_once(scene, list(_unsaid(scene)))
    return _each_once(scene, [found for arrow in said if (found := _said(scene, arrow))])


def _said(scene: Scene, arrow: Arrow) -> Sign | None:
    """The arrow of some words. None where it would point at the eye, and the ghost tells the movement alone."""
    way = _way_of(scene, arrow, _SEEN)
    found = way or sign(scene.body, arrow, BASES[scene.pose.base])
    if way or not (found.about and _is_towards_eye(scene, found.points)):
        return found
    return _way_of(scene, arrow, _LEAST_SEEN) or (None if scene.before else found)


def _is_towards_eye(scene: Scene, points: list[Vector]) -> bool:
    (x0, y0), (x1, y1) = (scene.camera.point(point) for point in (points[0], points[-1]))
    return hypot(x1 - x0, y1 - y0) < _FORESHORTENED * distance(points[0], points[-1])


def _each_once(scene: Scene, found: list[Sign]) -> list[Sign]:
    """The arrows without those that run on the screen where another of them does: of both shoulders from the side."""
    ends = [[scene.camera.point(point) for point in (each.points[0], each.points[-1])] for each in found]
    return [
        each
        for number, each in enumerate(found)
        if not any(all(dist(*pair) < _ONE for pair in zip(ends[number], other, strict=True)) for other in ends[:number])
    ]


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


def _way_of(scene: Scene, arrow: Arrow, least: float) -> Sign | None:
    """The way that a part took, when it is so long on the screen (cm) and shows what the words say, or the contrary:
    no arrow contradicts the ghost.
    """
    if scene.before is None or arrow.motion != "move" or arrow.part == "waist":
        return None
    before, now = scene.before.body, scene.body
    if movement.on_screen(arrow.part, before, now, scene.camera) < least:
        return None
    went = unit(subtract(anchor(now, arrow.part).place, anchor(before, arrow.part).place))
    asked = line(now, arrow, BASES[scene.pose.base])
    if abs(dot(went, unit(subtract(asked[-1], asked[0])))) < _AGREES:
        return None
    return _along(scene, arrow.part)


def _along(scene: Scene, part: str) -> Sign:
    assert scene.before
    way = movement.way(part, scene.before.body, scene.body)
    others = strangers(scene.body, part)
    if is_of_trunk(part):  # It goes where the body is, so that the arrow stands beside it.
        return straight(scene.body, part, [way[0], way[-1]], others)
    points = _short_of(scene, way, anchor(scene.body, part).reach)
    is_short = len(points) == 2 and is_one(scene.body, part)
    return straight(scene.body, part, points, others) if is_short else Sign(points, others)


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
