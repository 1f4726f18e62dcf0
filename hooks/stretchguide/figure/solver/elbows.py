"""Elbows that bear: a forearm that lies along a thigh or upright on a wall, the elbow where the upper arm ends."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.body.girth import profile, segment_ends
from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.body.skeleton import FOREARM, SIGN, UPPER_ARM, Body
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import (
    UP,
    Vector,
    add,
    along,
    between,
    distance,
    scale,
    subtract,
    to_local,
    unit,
)
from stretchguide.figure.things.kinds import Room
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.pose import Contact

# An elbow is tried at so many places along a thigh, from there to there (0 at the hip, 1 at the knee); its middle is so
# far over the skin (cm), and when the words have a place, it may be so far from there.
_PLACES, _FIRST, _LAST = 24, 0.35, 0.97
_ELBOW_DEEP = 4.1
_STRAY = 0.12
# The forearm points past the knee, so far to the inner side (cm).
_INWARD = 7.0
# The middle of an elbow and of a wrist over something upright that the forearm lies on, and from wrist to palm (cm).
_FOREARM_OFF, _WRIST_OFF, _PALM = 3.9, 2.0, 8.0
# The shoulder goes with the arm; after so many rounds it stays.
_ROUNDS = 3


class _Bent(NamedTuple):
    """Where an elbow goes, and the arm that has it there."""

    elbow: Vector
    target: ArmTarget
    wrist: Vector


def lean(body: Body, side: str, contact: Contact, room: Room) -> None:
    """Lay the forearm of a side along a thigh, or upright on a thing of the room.

    What the upper arm is too short or too long for is noted as a miss.
    """
    touch = Touch(body, side, contact)
    is_on_limb = bool(PLACES[contact.place].segment)
    bents = _on_thigh(body, contact) if is_on_limb else [_upright(spot) for spot in room.spots(touch)]
    shoulder = body.joints[f"{side} shoulder socket"]
    for _ in range(_ROUNDS):
        bent = min(bents, key=lambda each: abs(distance(shoulder, each.elbow) - UPPER_ARM))
        out = to_local(body.frames["t7"], subtract(bent.elbow, between(shoulder, bent.wrist, 0.5)))
        set_arm_to(body, side, bent.target._replace(pole=unit(out)))
        shoulder = body.joints[f"{side} shoulder"]
    del body.misses[f"{side} hand"]
    body.misses[f"{side} forearm"] = distance(body.joints[f"{side} elbow"], bent.elbow)
    host = f"{contact.side} thigh" if is_on_limb else contact.place
    body.hosts[f"{side} forearm"] = host
    if not is_on_limb:
        body.hosts[f"{side} hand"] = host


def _on_thigh(body: Body, contact: Contact) -> list[_Bent]:
    wrists = [(elbow, along(elbow, _way(body, contact.side, elbow), FOREARM)) for elbow in _places(body, contact)]
    return [_Bent(elbow, ArmTarget(wrist, reach=0.0), wrist) for elbow, wrist in wrists]


def _upright(spot: Spot) -> _Bent:
    """A forearm that points up, its palm on the same face."""
    assert spot.normal
    palm = along(spot.point, UP, FOREARM + _PALM)
    target = ArmTarget(palm, spot.normal, UP, reach=_PALM, shape="flat")
    wrist = along(along(palm, UP, -_PALM), spot.normal, _WRIST_OFF)
    return _Bent(along(spot.point, spot.normal, _FOREARM_OFF), target, wrist)


def _places(body: Body, contact: Contact) -> list[Vector]:
    """Where the middle of an elbow can be on a thigh: on its upper face, a little to the inner side."""
    middle, spread = (_FIRST + _LAST) / 2, (_LAST - _FIRST) / 2
    if contact.number is not None:
        middle, spread = contact.number / 100, _STRAY
    shares = [middle + spread * (2 * step / _PLACES - 1) for step in range(_PLACES + 1)]
    return [_over(body, contact.side, share) for share in shares if _FIRST <= share <= _LAST] or [
        _over(body, contact.side, min(max(middle, _FIRST), _LAST))
    ]


def _over(body: Body, owner: str, share: float) -> Vector:
    """Over a thigh, at a share of its length from the hip."""
    start, end = segment_ends(body, owner, "thigh")
    x, _, z = body.frames[f"{owner} thigh"]
    radius, forward, outward = profile("thigh", share)
    middle = along(along(between(start, end, share), z, forward), x, outward * SIGN[owner])
    return along(middle, z, radius + _ELBOW_DEEP)


def _way(body: Body, owner: str, elbow: Vector) -> Vector:
    """Where a forearm points from an elbow on a thigh."""
    past = add(_over(body, owner, 1.0), scale(body.frames[f"{owner} thigh"][0], -SIGN[owner] * _INWARD))
    return unit(subtract(past, elbow))
