"""Whether the face can be seen: which arm covers it from where the eye is, and from where it would be free."""

from __future__ import annotations

from stretchguide.figure.body import SIDES, Body
from stretchguide.figure.flesh import part
from stretchguide.figure.geometry import Camera, Vector, add, dot, to_world
from stretchguide.figure.language_tables import VIEWS
from stretchguide.figure.pose import View

# Points of the face in the frame of the head, from c1 (cm): both eyes, the tip of the nose, the mouth.
_FACE: tuple[Vector, ...] = ((-3.2, 6.8, 9.0), (3.2, 6.8, 9.0), (0.0, 2.6, 12.0), (0.0, -0.5, 10.0))
# The face counts as seen when it looks towards the eye by this much (cosine), and as hidden when so many of its points
# are covered.
_TOWARDS = 0.1
_COVERED = 2


def covering_arms(body: Body, azimuth: float, elevation: float) -> list[str]:
    """The parts of the arms that hide the face, the one that covers most first; none when the face looks away."""
    camera = Camera(azimuth, elevation)
    frame, origin = body.frames["head"], body.joints["c1"]
    if dot(frame[2], camera.view) < _TOWARDS:
        return []
    points = [add(origin, to_world(frame, place)) for place in _FACE]
    counts = {}
    for side in SIDES:
        for name in ("hand", "forearm", "upper arm"):
            counts[f"{side} {name}"] = sum(_covers(body, f"{side} {name}", camera, point) for point in points)
    if sum(counts.values()) < _COVERED:
        return []
    return sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])


def _covers(body: Body, name: str, camera: Camera, point: Vector) -> bool:
    x, y = camera.point(point)
    depth = camera.depth(point)
    for centre, radius in part(body, name).balls:
        u, v = camera.point(centre)
        if (u - x) ** 2 + (v - y) ** 2 < radius * radius and camera.depth(centre) > depth:
            return True
    return False


def open_view(body: Body, view: View) -> str:
    """The named view nearest to a view in which no arm hides the face and the face is seen; empty when none does."""
    camera_frame = body.frames["head"]
    found = []
    for name, azimuth in VIEWS.items():
        looks = dot(camera_frame[2], Camera(azimuth, view.elevation).view) >= _TOWARDS
        if looks and not covering_arms(body, azimuth, view.elevation):
            found.append((abs((azimuth - view.azimuth + 180) % 360 - 180), name))
    return min(found)[1] if found else ""
