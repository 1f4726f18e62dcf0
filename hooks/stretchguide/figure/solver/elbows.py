"""Elbows that bear: a forearm that lies along a thigh, the elbow where the upper arm comes down to it."""

from __future__ import annotations

from stretchguide.figure.body.girth import profile, segment_ends
from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.body.skeleton import FOREARM, SIGN, UPPER_ARM, Body
from stretchguide.figure.shapes.geometry import (
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
from stretchguide.figure.words.pose import Contact

# An elbow is tried at so many places along a thigh, from there to there (0 at the hip, 1 at the knee); its middle is so
# far over the skin (cm), and when the words have a place, it may be so far from there.
_PLACES, _FIRST, _LAST = 24, 0.35, 0.97
_ELBOW_DEEP = 4.1
_STRAY = 0.12
# The forearm points past the knee, so far to the inner side (cm).
_INWARD = 7.0
# The shoulder goes with the arm; after so many rounds it stays.
_ROUNDS = 3


def lean_on_thigh(body: Body, side: str, contact: Contact) -> None:
    """Lay the forearm of a side along a thigh. What the upper arm is too short or too long for is noted as a miss."""
    shoulder = body.joints[f"{side} shoulder socket"]
    for _ in range(_ROUNDS):
        elbow = min(_places(body, contact), key=lambda place: abs(distance(shoulder, place) - UPPER_ARM))
        wrist = along(elbow, _way(body, contact.side, elbow), FOREARM)
        out = to_local(body.frames["t7"], subtract(elbow, between(shoulder, wrist, 0.5)))
        set_arm_to(body, side, ArmTarget(wrist, reach=0.0, pole=unit(out)))
        shoulder = body.joints[f"{side} shoulder"]
    del body.misses[f"{side} hand"]
    body.misses[f"{side} forearm"] = distance(body.joints[f"{side} elbow"], elbow)
    body.hosts[f"{side} forearm"] = f"{contact.side} thigh"


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
