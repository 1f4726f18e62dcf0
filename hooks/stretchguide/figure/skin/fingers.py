"""A finger as a chain of three phalanges, counted from the flat hand.

At rest the fingers of a body are a little curled. Here each phalanx is first turned into the plane of the palm; all
that a shape bends is counted from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import atan2, copysign, degrees
from typing import NamedTuple

from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.rest.names import of_side
from stretchguide.figure.shapes.geometry import (
    Frame,
    Vector,
    across,
    add,
    combined,
    cross,
    distance,
    dot,
    rotation,
    scale,
    shortest_rotation,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.skin.palm import PalmWays

THUMB = 1
FINGERS = (2, 3, 4, 5)
"""Index, middle, ring and little finger."""
PHALANGES = (1, 2, 3)


Curl = tuple[float, float, float]
"""How far the joints of a finger, the knuckle first, are bent towards the palm: degrees from the flat hand."""


class FingerBones(NamedTuple):
    """A finger of the body at rest, in cm."""

    names: tuple[str, ...]
    joints: tuple[Vector, ...]
    """Where its phalanges begin, and its tip."""


def finger_of(rest: Mapping[str, RestBone], side: str, finger: int) -> FingerBones:
    """A finger of a side, by its number."""
    names = tuple(of_side(f"finger{finger}-{number}", side) for number in PHALANGES)
    return FingerBones(names, (*(rest[name].head for name in names), rest[names[-1]].tail))


def flat_way(finger: FingerBones, palm: PalmWays) -> Vector:
    """Where the whole finger points in a flat hand: a unit vector at rest."""
    return unit(across(subtract(finger.joints[-1], finger.joints[0]), palm.out))


def flat_phalanges(finger: FingerBones, palm: PalmWays) -> Iterator[Vector]:
    """Each phalanx turned into the plane of the palm: from its joint to the next, at rest (cm)."""
    for start, end in pairwise(finger.joints):
        yield scale(unit(across(subtract(end, start), palm.out)), distance(start, end))


def splay(finger: FingerBones, palm: PalmWays) -> float:
    """How far a finger points away from the length of the palm, in degrees, right-handed about the way out of it."""
    way = flat_way(finger, palm)
    return degrees(atan2(dot(cross(palm.along, way), palm.out), dot(palm.along, way)))


def thumb_turn(thumb: FingerBones, palm: PalmWays, opposed: float, aside: float) -> Frame:
    """How a thumb is turned before it bends: away from the fingers, then about the length of the palm to its front.

    So it bends across the palm. Both angles in degrees.
    """
    sign = copysign(1, splay(thumb, palm))
    return combined(rotation(scale(palm.along, sign), opposed), rotation(palm.out, aside * sign))


def phalanx_turns(finger: FingerBones, palm: PalmWays, curl: Curl, turned: Frame) -> Iterator[Frame]:
    """How each phalanx is turned from rest, in the axes of the palm at rest; before it bends, the finger is turned."""
    way = flat_way(finger, palm)
    axis = cross(way, palm.out)
    bent = 0.0
    for (start, end), flat_one, more in zip(pairwise(finger.joints), flat_phalanges(finger, palm), curl, strict=True):
        bent += more
        flat = shortest_rotation(unit(subtract(end, start)), unit(flat_one))
        yield combined(turned, combined(rotation(axis, bent), flat))


def chain(finger: FingerBones, turns: Iterator[Frame]) -> Iterator[tuple[str, Vector, Frame]]:
    """Each phalanx with its place and its turn, as seen from the hand at rest (cm)."""
    place = finger.joints[0]
    for name, turn, (start, end) in zip(finger.names, turns, pairwise(finger.joints), strict=True):
        yield name, place, turn
        place = add(place, to_world(turn, subtract(end, start)))
