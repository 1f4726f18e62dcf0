"""The body at rest in the coordinates of the muscle table: a place along a segment, and an angle round it.

The table (``muscles.shapes``) counts the place along the bone of a limb from 0 to 1, or up the torso by rings, and the
angle from 0 in front over 90 outside to 180 behind and -90 inside. Here are the same segments on the mesh; a hand is
counted from the wrist to the knuckles, a foot from the heel to the toes (0 above, 180 below).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from stretchguide.figure.body.skeleton import SIGN
from stretchguide.figure.muscles.shapes import FOOT, FOREARM, HAND, SHANK, THIGH, TORSO, UPPER_ARM
from stretchguide.figure.raster.arrays import Floats, Mask, Rows, Whole
from stretchguide.figure.rest.names import head_of
from stretchguide.figure.rest.rest_body import RestBody

_BONES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        UPPER_ARM: ("upperarm01", "lowerarm01"),
        FOREARM: ("lowerarm01", "wrist"),
        THIGH: ("upperleg01", "lowerleg01"),
        SHANK: ("lowerleg01", "foot"),
        HAND: ("wrist", "finger3-1"),
    }
)
_ON_ARMS = (FOREARM, HAND)
HANDS_OUT = 41.0
"""Where hands begin on the body at rest, whose arms are held away: so far from the middle, in cm."""
# Skin of a limb lies no farther from its bone than this (cm), and no farther beyond its ends than this part of it.
_REACH: Mapping[str, float] = MappingProxyType(
    {UPPER_ARM: 9.5, FOREARM: 7.5, THIGH: 15.0, SHANK: 11.0, HAND: 7.0, FOOT: 9.0}
)
_BEYOND = 0.24
# Heights of the rings of the torso (cm): crotch, hips, hip bones, waist, lower ribs, chest, shoulders, collarbones,
# neck, neck, base of the skull. What lies less than this below or above a height is measured for its ring.
_RING_HEIGHTS = (80.2, 89.8, 99.2, 108.2, 119.2, 130.2, 136.7, 143.1, 146.9, 150.2, 154.5)
_NEAR_RING = 1.6
# Above the collarbones the neck alone is measured: it ends so far ahead, and so far out (cm).
_NECK_BEGINS, _NECK_AHEAD, _NECK_OUT = 145.0, 9.0, 7.5
# The torso lies between these heights, and so near to the middle (cm).
_TORSO_LOW, _TORSO_HIGH, _TORSO_OUT = 74.0, 158.0, 24.0
# The axis of a foot lies so high over the floor (cm).
_FOOT_AXIS = 3.0
# Skin lies so far above and below the ends of a bone at most (cm).
_OVER = 10.0
# A shape on one side stays so far from the middle (cm).
_FROM_MIDDLE = 0.8


class SurfacePoints(NamedTuple):
    """Places on a segment, as the table counts."""

    at: Whole
    """The numbers of those asked about that lie on it."""
    place: Rows
    """Of those."""
    angle: Rows
    """Of those, -180 to 180 degrees."""


def on_segment(rest: RestBody, segment: str, side: str, points: Rows, *, is_central: bool = False) -> SurfacePoints:
    """Places of the body at rest (3, count; cm) on a segment of one side; a central one has both sides."""
    if segment == TORSO:
        return _on_torso(rest, side, points, is_central)
    return _on_limb(rest, segment, side, points)


def is_arm(points: Rows) -> Mask:
    """Which places belong to an arm: at rest the arms are held away from the trunk."""
    found: Mask = np.abs(points[0]) > 17.0 + np.clip(136.0 - points[1], 0, 60) * 0.35
    return found


def _on_torso(rest: RestBody, side: str, points: Rows, is_central: bool) -> SurfacePoints:
    out = points[0] * SIGN[side]
    least = -_TORSO_OUT if is_central else _FROM_MIDDLE
    at = np.nonzero((points[1] > _TORSO_LOW) & (points[1] < _TORSO_HIGH) & (out > least) & (out < _TORSO_OUT))[0]
    at = at[~is_arm(points[:, at])]
    _, y, z = points[:, at]
    numbers = np.arange(len(_RING_HEIGHTS))
    below = (y - _RING_HEIGHTS[0]) / (_RING_HEIGHTS[1] - _RING_HEIGHTS[0])
    place = np.where(below < 0, below, np.interp(y, _RING_HEIGHTS, numbers))
    middle, width, depth = (np.interp(place, numbers, column) for column in _rings(rest).T)
    return SurfacePoints(at, place, np.degrees(np.arctan2(out[at] / width, (z - middle) / depth)))


@cache
def _rings(rest: RestBody) -> Floats:
    """By ring, how far ahead its middle is, and its half width and half depth (cm)."""
    places = rest.places[np.unique(rest.faces)]
    places = places[~is_arm(places.T)]
    return np.array([_ring(places, height) for height in _RING_HEIGHTS])


def _ring(places: Floats, height: float) -> tuple[float, float, float]:
    near = places[np.abs(places[:, 1] - height) < _NEAR_RING]
    if height > _NECK_BEGINS:
        near = near[(near[:, 2] < _NECK_AHEAD) & (np.abs(near[:, 0]) < _NECK_OUT)]
    low, high = near[:, 2].min(), near[:, 2].max()
    return float((low + high) / 2), float(np.abs(near[:, 0]).max()), float((high - low) / 2)


class _LimbAxes(NamedTuple):
    """A limb at rest: its near end, its bone, and its ways ahead and out."""

    start: Floats
    bone: Floats
    ahead: Floats
    out: Floats

    @property
    def box(self) -> tuple[float, float]:
        """The lowest and the highest that its skin reaches (cm)."""
        ends = (self.start[1], self.start[1] + self.bone[1])
        return min(ends) - _OVER, max(ends) + _OVER


def _on_limb(rest: RestBody, segment: str, side: str, points: Rows) -> SurfacePoints:
    limb = _limb(rest, segment, side)
    low, high = limb.box
    near = (points[1] > low) & (points[1] < high) & (points[0] * SIGN[side] > 0)
    at = np.nonzero(near & (is_arm(points) if segment in _ON_ARMS else True))[0]
    off = points[:, at] - limb.start[:, None]
    place = _along(off, limb.bone) / (limb.bone * limb.bone).sum()
    ahead, out = _along(off, limb.ahead), _along(off, limb.out)
    within = (ahead * ahead + out * out < _REACH[segment] ** 2) & (np.abs(place - 0.5) < 0.5 + _BEYOND)
    return SurfacePoints(at[within], place[within], np.degrees(np.arctan2(out[within], ahead[within])))


def _along(off: Rows, way: Floats) -> Rows:
    x, y, z = (float(each) for each in way)
    found: Rows = off[0] * x + off[1] * y + off[2] * z
    return found


@cache
def _limb(rest: RestBody, segment: str, side: str) -> _LimbAxes:
    if segment == FOOT:
        return _foot(rest, side)
    start, end = (np.array(head_of(rest.bones, name, side)) for name in _BONES[segment])
    bone = end - start
    if segment in _ON_ARMS:  # Its outer side is that of the back of the hand.
        out = _across(np.subtract(rest.landmarks[f"{side} knuckles"], rest.landmarks[f"{side} palm"]), bone)
        ahead = np.cross(bone, out) * SIGN[side]
        return _LimbAxes(start, bone, ahead / np.sqrt((ahead * ahead).sum()), out)
    ahead = _across(np.array([0.0, 0.0, 1.0]), bone)
    out = np.cross(ahead, bone) * SIGN[side]
    return _LimbAxes(start, bone, ahead, out / np.sqrt((out * out).sum()))


def _foot(rest: RestBody, side: str) -> _LimbAxes:
    """A foot: level from its heel to its toes, as it stands at rest."""
    (x, _, heel), (_, _, toe) = rest.landmarks[f"{side} heel"], rest.landmarks[f"{side} toe"]
    return _LimbAxes(
        np.array([x, _FOOT_AXIS, heel]),
        np.array([0.0, 0.0, toe - heel]),
        np.array([0.0, 1.0, 0.0]),
        np.array([1.0, 0.0, 0.0]) * SIGN[side],
    )


def _across(way: Floats, bone: Floats) -> Floats:
    """What of a way is across a bone, length 1."""
    rest = way - bone * ((way * bone).sum() / (bone * bone).sum())
    found: Floats = rest / np.sqrt((rest * rest).sum())
    return found
