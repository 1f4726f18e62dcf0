"""How thick the body is: the stations of the tapered limbs and the rings of the torso, as volumes round the bones.

The tables are fitted to the skin that is drawn over the same bones: `dev.py body --contacts` measures how far it is off
them where it touches anything. Hands, feet, the head and what joins the rings are in `hulls`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import Frame, Vector, add, along, between, to_world
from stretchguide.figure.shapes.outline import Volume, ball, ellipsoid


class Station(NamedTuple):
    """A limb at one place along the bone (0 to 1): its radius, and how far its middle lies forward and out (cm)."""

    place: float
    radius: float
    forward: float
    outward: float


LIMBS: dict[str, tuple[Station, ...]] = {
    "upper arm": (
        Station(0, 5.1, 0.6, 0.4),
        Station(0.3, 4.9, 0, 0.1),
        Station(0.66, 4.3, 0, -0.3),
        Station(1, 3.1, 0.5, -0.3),
    ),
    "forearm": (
        Station(0, 3.1, 0.5, -0.3),
        Station(0.26, 3.9, 0.2, -0.3),
        Station(0.66, 2.95, -0.2, 0),
        Station(1, 2.3, 0, -0.1),
    ),
    "thigh": (
        Station(0, 8.6, 0.8, -1.3),
        Station(0.34, 9.6, 2.6, -1.4),
        Station(0.7, 8.1, 1.8, -1.0),
        Station(1, 5.5, -0.2, -0.3),
    ),
    "shank": (
        Station(0, 5.3, -0.1, -0.3),
        Station(0.3, 6.6, -2.6, 0.8),
        Station(0.64, 5.1, -1.8, 0.8),
        Station(1, 3.2, -0.5, 0.5),
    ),
}
"""The four stations of each tapered segment, from the near joint to the far one."""

ENDS: dict[str, tuple[str, str]] = {
    "upper arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
}
"""The joints of each tapered segment."""


@lru_cache(maxsize=1024)
def profile(segment: str, place: float) -> tuple[float, float, float]:
    """Radius, and how far the middle lies forward and outward (cm), at a place along the bone (0 to 1)."""
    stations = LIMBS[segment]
    for a, b in pairwise(stations):
        if place <= b.place:
            part = max(0.0, min(1.0, (place - a.place) / (b.place - a.place)))
            return (
                a.radius + (b.radius - a.radius) * part,
                a.forward + (b.forward - a.forward) * part,
                a.outward + (b.outward - a.outward) * part,
            )
    return stations[-1][1:]


def segment_ends(body: Body, side: str, segment: str) -> tuple[Vector, Vector]:
    """The near and the far joint of a tapered segment."""
    near, far = ENDS[segment]
    return body.joints[f"{side} {near}"], body.joints[f"{side} {far}"]


def limb_ball(body: Body, side: str, segment: str, place: float, grow: float = 0.0) -> Volume:
    """The ball that fills a limb at a place along the bone, some cm thicker."""
    near, far = segment_ends(body, side, segment)
    frame = body.frames[f"{side} {segment}"]
    radius, forward, outward = profile(segment, place)
    middle = along(along(between(near, far, place), frame[2], forward), frame[0], outward * SIGN[side])
    return ball(middle, radius + grow)


# A station nearer than this to the end of a shortened limb is left out: the curve would kink.
_STATIONS_APART = 0.08


def limb(
    body: Body, side: str, segment: str, *, start: float = 0.0, end: float = 1.0, grow: float = 0.0
) -> tuple[Volume, ...]:
    """The balls along a tapered segment, from a start to an end on the bone (0 to 1), some cm thicker."""
    inner = [station.place for station in LIMBS[segment][1:-1] if start < station.place < end - _STATIONS_APART]
    places = [start, *(inner or [start + (end - start) * 0.5]), end]
    return tuple([limb_ball(body, side, segment, place, grow) for place in places])


# -- torso ------------------------------------------------------------------------------------------------------------


class Ring(NamedTuple):
    """An ellipsoid of the torso: bone and joint it belongs to, where its middle is in that frame, half sizes in cm."""

    frame: str
    joint: str
    centre: Vector
    half_width: float
    half_depth: float
    half_height: float


TORSO: dict[str, Ring] = {
    "crotch": Ring("pelvis", "pelvis", (0, -1.5, 1.5), 13.0, 9.0, 7),
    "hip": Ring("pelvis", "pelvis", (0, 0.6, 1.1), 17.6, 12.2, 8),
    "iliac": Ring("pelvis", "pelvis", (0, 10, 3.5), 15.6, 10.9, 4),
    "waist": Ring("l3", "l3", (0, 3, 6.2), 13.5, 9.7, 3),
    "rib": Ring("t12", "t12", (0, 6.2, 5.6), 15.1, 10.8, 4),
    "chest": Ring("t7", "t7", (0, 1.5, 5.1), 16.4, 11.5, 6),
    "upper": Ring("t7", "t7", (0, 8.8, 3.2), 15.9, 9.4, 5.5),
}
"""The rings of the torso, from below to above."""

_HEM_THICKNESS = 0.2


def torso_ring(body: Body, name: str, grow: float = 0.0, is_flat: bool = False) -> Volume:
    """A ring of the torso, some cm thicker; flat as the hem of a shirt."""
    ring = TORSO[name]
    frame = body.frames[ring.frame]
    centre = add(body.joints[ring.joint], to_world(frame, ring.centre))
    height = _HEM_THICKNESS if is_flat else ring.half_height + grow
    return ellipsoid(centre, frame, ring.half_width + grow, height, ring.half_depth + grow)


def in_frame(origin: Vector, frame: Frame, x: float, y: float, z: float) -> Vector:
    """A point given in a frame that stands at an origin."""
    return add(origin, to_world(frame, (x, y, z)))
