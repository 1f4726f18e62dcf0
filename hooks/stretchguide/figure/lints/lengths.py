"""Whether a lit muscle is longer in its pose than in a body that stands at ease.

A muscle grows longer when a joint that it crosses moves against what the muscle does there: the hamstrings bend the
knee and straighten the hip, so a straight knee and a bent hip lengthen them. That follows from where each begins and
ends (any textbook of anatomy); how far each joint counts is no measure, only enough to tell longer from shorter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import atan2, degrees

from stretchguide.figure.body.ranges import knee_bend
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.shapes.geometry import scale, to_local
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.format.sides import SIDES

# By muscle: how much longer it is for each degree of a motion. Motions of a hip: bent, out; of a knee and an ankle:
# bent, toes up; of the back and the neck: rounded.
_BY_MOTION: Mapping[str, Mapping[str, float]] = {
    "hamstrings": {"hip": 1.0, "knee": -0.7},
    "gluteus-maximus": {"hip": 1.0},
    "rectus-femoris": {"hip": -0.7, "knee": 1.0},
    "vasti": {"knee": 1.0},
    "quadriceps": {"hip": -0.3, "knee": 1.0},
    "iliopsoas": {"hip": -1.0},
    "adductors": {"out": 1.0, "hip": 0.3},
    "gracilis": {"out": 1.0},
    "gastrocnemius": {"ankle": 1.0, "knee": -0.3},
    "soleus": {"ankle": 1.0},
    "tibialis-anterior": {"ankle": -1.0},
    "lumbar-erectors": {"back": 1.0},
    "thoracic-erectors": {"back": 1.0},
    "rectus-abdominis": {"back": -1.0},
    "splenius": {"neck": 1.0, "turn": 0.5},
}
# Less than so much is no stretch (degrees of the joint that counts fully), below nought it is shorter.
_SHORTER = -8.0


def shortened(pose: Pose, body: Body, felt: tuple[LitMuscle, ...]) -> Iterator[str]:
    """Of the muscles that are lit as stretched most, those that are shorter than at rest on every side that is lit."""
    for muscle in felt:
        counts = _BY_MOTION.get(muscle.muscle)
        sides = (muscle.side,) if muscle.side else SIDES
        if counts and all(_change(pose, body, side, counts) < _SHORTER for side in sides):
            yield f"{muscle.side} {muscle.muscle}" if muscle.side else muscle.muscle


def _change(pose: Pose, body: Body, side: str, counts: Mapping[str, float]) -> float:
    motions = _motions(pose, body, side)
    return sum(motions[motion] * share for motion, share in counts.items())


def _motions(pose: Pose, body: Body, side: str) -> Mapping[str, float]:
    """Degrees from where a body has its joints that stands at ease."""
    x, y, z = to_local(body.frames["pelvis"], scale(body.frames[f"{side} thigh"][1], -1))
    _, down, ahead = to_local(body.frames[f"{side} shank"], body.frames[f"{side} foot"][2])
    return {
        "hip": degrees(atan2(z, -y)),
        "out": degrees(atan2(x * SIGN[side], abs(y) + abs(z))),
        "knee": knee_bend(body, side),
        "ankle": degrees(atan2(down, ahead)),
        "back": pose.lumbar.fold + pose.thoracic.fold,
        "neck": pose.head.fold,
        "turn": abs(pose.head.turn),
    }
