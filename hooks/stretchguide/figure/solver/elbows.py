"""Elbows that bear: a forearm that lies along a thigh, upright on a wall, or ahead on floor or seat."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from stretchguide.figure.body.girth import profile, segment_ends
from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.body.skeleton import FOREARM, SIGN, UPPER_ARM, Body
from stretchguide.figure.floor.on_floor import floor, floor_axes
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
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.kinds import Room
from stretchguide.figure.words.places import GROUND, PLACES
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
# On something level the elbow is tried so far from under the shoulder, ahead and back (cm), and nearer where the words
# move it. The forearm sinks from elbow to wrist by so much, and the palm is so far below that. On a seat, which is no
# deeper than forearm and hand are long, it points so far to the inner side (degrees).
_AHEAD, _BACK, _MOVED = 30, 3, 6
_WRIST_LOWER, _PALM_LOWER = 1.1, 2.0
_TURNED_IN = 16.0
# The shoulder goes with the arm; after so many rounds it stays.
_ROUNDS = 3


class _Bent(NamedTuple):
    """Where an elbow goes, and the arm that has it there."""

    elbow: Vector
    target: ArmTarget
    wrist: Vector


def lean(body: Body, side: str, contact: Contact, room: Room) -> None:
    """Lay the forearm of a side along a thigh, ahead on floor or seat, or upright on a thing of the room.

    What the upper arm is too short or too long for is noted as a miss.
    """
    touch = Touch(body, side, contact)
    is_on_limb = bool(PLACES[contact.place].segment)
    bents = _bents(touch, room)
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


def _bents(touch: Touch, room: Room) -> list[_Bent]:
    place = touch.contact.place
    if PLACES[place].segment:
        return _on_thigh(touch.body, touch.contact)
    if place == GROUND:
        return _on_level(touch, None)
    if PLACES[place].chair:
        boxes = room.under_foot(place) or room.boxes()[place]
        return [bent for box in boxes for bent in _on_level(touch, box)]
    return [_upright(spot) for spot in room.spots(touch)]


def _on_level(touch: Touch, box: Box | None) -> list[_Bent]:
    """Forearms ahead on the floor or on a box, from under the shoulder onwards, or from where the words move it."""
    ahead, left = floor_axes(touch.body)
    x, _, z = floor(touch)[0].point
    middle = (x, (box.high[1] if box else 0.0) + _ELBOW_DEEP, z)
    slides = range(-_MOVED, _MOVED + 1) if touch.contact.steps else range(-_BACK, _AHEAD + 1)
    elbows = [along(middle, ahead, slide) for slide in slides]
    turn = radians(_TURNED_IN) if box else 0.0
    way = add(scale(ahead, cos(turn)), scale(left, -SIGN[touch.side] * sin(turn)))
    return [_ahead(elbow, way) for elbow in elbows if box is None or _is_on(box, elbow)] or [_ahead(middle, way)]


def _ahead(elbow: Vector, way: Vector) -> _Bent:
    """A forearm that lies ahead, its palm down."""
    wrist = along(along(elbow, way, FOREARM), UP, -_WRIST_LOWER)
    return _Bent(elbow, ArmTarget(along(wrist, UP, -_PALM_LOWER), UP, way, reach=0.0, shape="flat"), wrist)


def _is_on(box: Box, place: Vector) -> bool:
    (x0, _, z0), (x1, _, z1) = box
    x, _, z = place
    return x0 <= x <= x1 and z0 <= z <= z1


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
