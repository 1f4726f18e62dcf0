"""Pelvis, spine, neck and head: each bone rides on a joint of the solved spine.

The solved spine and that of the body at rest are not the same curve. So a bone keeps the place that it has beside a
joint when both stand straight: in a body that stands straight nothing is bent or stretched, and wherever a joint goes,
its bone goes with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from stretchguide.figure.body.skeleton import Body, Trunk, set_spine
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.shapes.geometry import Vector, add, between, subtract, to_world
from stretchguide.figure.skin.posed_bone import PosedBone, rigid, turn_between
from stretchguide.format.sides import SIDES


class _Ride(NamedTuple):
    """The joint and frame that carry a bone, and how far it follows the next ones instead."""

    joint: str
    frame: str
    next_joint: str = ""
    next_frame: str = ""
    part: float = 0.0


_RIDES = {
    "root": _Ride("pelvis", "pelvis"),
    "spine05": _Ride("pelvis", "pelvis", "s1", "l5", 0.5),
    "spine04": _Ride("s1", "l5"),
    "spine03": _Ride("l3", "l3"),
    "spine02": _Ride("t12", "t12"),
    "spine01": _Ride("t7", "t7"),
    "neck01": _Ride("c7", "c7"),
    "neck02": _Ride("c7", "c7", "c1", "head", 0.33),
    "neck03": _Ride("c7", "c7", "c1", "head", 0.67),
    "head": _Ride("c1", "head"),
}


def trunk_bones(rest: Mapping[str, RestBone], body: Body) -> dict[str, PosedBone]:
    """The bones of the trunk, the neck and the head."""
    return {name: _ridden(rest, body, name, ride) for name, ride in _RIDES.items()}


def _ridden(rest: Mapping[str, RestBone], body: Body, name: str, ride: _Ride) -> PosedBone:
    frame, place = body.frames[ride.frame], riding(rest, body, rest[name].head, ride.joint, ride.frame)
    if ride.part:
        other = riding(rest, body, rest[name].head, ride.next_joint, ride.next_frame)
        frame, place = turn_between(frame, body.frames[ride.next_frame], ride.part), between(place, other, ride.part)
    return rigid(place, frame)


def riding(rest: Mapping[str, RestBone], body: Body, place: Vector, joint: str, frame: str) -> Vector:
    """Where a place of the body at rest is now when it rides on a joint."""
    hips = between(rest["upperleg01.L"].head, rest["upperleg01.R"].head, 0.5)
    off = subtract(subtract(place, hips), _straight()[joint])
    return add(body.joints[joint], to_world(body.frames[frame], off))


@cache
def _straight() -> dict[str, Vector]:
    """The joints of a body that stands straight, from the middle between its hips; shoulders are in their sockets."""
    body = Body()
    set_spine(body, Trunk(pelvis=(0.0, 0.0, 0.0)))
    return {**body.joints, **{f"{side} shoulder": body.joints[f"{side} shoulder socket"] for side in SIDES}}
