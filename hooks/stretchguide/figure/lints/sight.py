"""Whether the face can be seen: which arm covers it from where the eye is, and from where it would be free."""

from __future__ import annotations

from math import sqrt

from stretchguide.figure.body.flesh import ARM_PIECES, part_balls
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import Camera, Vector, add, dot, to_world
from stretchguide.figure.words.pose import View
from stretchguide.figure.words.views import VIEWS
from stretchguide.format.sides import SIDES

# Points of the face in the frame of the head, from c1 (cm): both eyes, the tip of the nose, the mouth.
_FACE: tuple[Vector, ...] = ((-3.2, 6.8, 9.0), (3.2, 6.8, 9.0), (0.0, 2.6, 12.0), (0.0, -0.5, 10.0))
# The face counts as seen when it looks towards the eye by this much (cosine), and as hidden when so many of its points
# are covered.
_TOWARDS = 0.1
_COVERED = 2


def covering_arms(body: Body, camera: Camera) -> list[str]:
    """The parts of the arms that hide the face, the one that covers most first; none when the face looks away."""
    frame, origin = body.frames["head"], body.joints["c1"]
    if not _faces(body, camera):
        return []
    points = [add(origin, to_world(frame, place)) for place in _FACE]
    counts = {}
    for side in SIDES:
        for name in ARM_PIECES:
            counts[f"{side} {name}"] = sum(_covers(body, f"{side} {name}", camera, point) for point in points)
    if sum(counts.values()) < _COVERED:
        return []
    return sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])


def _faces(body: Body, camera: Camera) -> bool:
    return dot(body.frames["head"][2], camera.view) >= _TOWARDS


def _covers(body: Body, name: str, camera: Camera, point: Vector) -> bool:
    """Whether a part lies on the line from a point to the eye."""
    x, y = camera.point(point)
    depth = camera.depth(point)
    for centre, radius in part_balls(body, name):
        u, v = camera.point(centre)
        square = radius * radius - (u - x) ** 2 - (v - y) ** 2
        if square > 0 and camera.depth(centre) + sqrt(square) > depth:
            return True
    return False


# A face that is hidden at the height from which the figure is seen may be seen from one of these (degrees).
_HEIGHTS = (12.0, 30.0, 50.0)


def open_view(body: Body, view: View) -> str:
    """The words of the view nearest to a view in which no arm hides the face and the face is seen; empty when none is.

    It keeps the height of the eye when it can, and says it: a view without it would be seen from the usual height.
    """
    for height in (view.elevation, *_HEIGHTS):
        found = [
            (abs((azimuth - view.azimuth + 180) % 360 - 180), name)
            for name, azimuth in VIEWS.items()
            if _is_open(body, Camera(azimuth, height))
        ]
        if found:
            return str(view._replace(way=min(found)[1], elevation=height))
    return ""


def _is_open(body: Body, camera: Camera) -> bool:
    return _faces(body, camera) and not covering_arms(body, camera)
