"""The palm: its ways at rest, and its rotation in a pose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.body.two_bones import bone_frame
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.rest.names import head_of
from stretchguide.figure.shapes.geometry import Frame, Vector, across, cross, scale, subtract, unit
from stretchguide.figure.skin.posed_bone import turn_from


class PalmWays(NamedTuple):
    """Unit vectors at rest."""

    along: Vector
    """From the wrist to the knuckle of the middle finger."""
    out: Vector
    """Out of the palm."""


def palm_ways(rest: Mapping[str, RestBone], side: str) -> PalmWays:
    """The ways of a palm at rest."""
    wrist, index, middle, little = (
        head_of(rest, name, side) for name in ("wrist", "finger2-1", "finger3-1", "finger5-1")
    )
    along = unit(subtract(middle, wrist))
    thumbwards = unit(across(subtract(index, little), along))
    return PalmWays(along, scale(cross(along, thumbwards), SIGN[side]))


def palm_turn(rest: Mapping[str, RestBone], body: Body, side: str) -> Frame:
    """The rotation of the palm from rest to the pose."""
    ways, hand = palm_ways(rest, side), body.hands[side]
    return turn_from(bone_frame(ways.along, ways.out), bone_frame(hand.direction, hand.palm))
