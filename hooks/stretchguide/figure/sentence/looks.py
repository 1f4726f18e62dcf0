"""What a posture is called by somebody who sees it, for brief texts: a squat, knees bent, an upside-down V."""

from __future__ import annotations

from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import GROUND
from stretchguide.figure.words.pose import Arm, Hips, Leg, Pose

# Hips that are lowered by up to so many cm are lowered by nothing that one sees; from so many on it is a squat.
_HARDLY, _SQUAT = 8.0, 30.0
# Feet that are so far apart from front to back (cm) stand in a lunge.
_LUNGE = 40.0
# Hips that are so far before the feet (cm), over hands on the floor, are part of one long line.
_PLANK = 60.0
# Who lies with the hips folded by so much (degrees) is not on the back any more.
_HALF_UP = 30.0
# Hips that are lifted by so much (cm) over hands and knees are over hands and feet.
_LIFTED = 8.0
# A knee that is bent by so much (degrees) under a body on hands and knees still bears it.
_BEARS = 60.0


def by_look(pose: Pose, usual: str) -> tuple[str, Pose]:
    """What a posture is called, else the usual words of its base; and the pose without what that says."""
    base = BASES[pose.base]
    if base.stands:
        return _standing(pose, usual)
    if base.lies == "back" and _fold(pose) >= _HALF_UP:
        usual, pose = "half sitting up", pose._replace(hips=Hips())
    if base.lies == "back" and all(leg.is_flat for leg in pose.legs):
        left, right = (leg._replace(is_flat=False, flat_distance=None, knee_ways=()) for leg in pose.legs)
        return f"{usual} with the knees bent", pose._replace(legs=(left, right))
    if base.hand == f"on {GROUND}" and all(map(_is_on_forearm, pose.arms)):
        return usual.replace("hands", "forearms"), pose._replace(arms=(Arm(), Arm()))
    if base.hand == f"on {GROUND}" and all(leg.raised == "front" for leg in pose.legs):
        return _over_hands(pose, usual)
    return usual, pose


def _is_on_forearm(arm: Arm) -> bool:
    return arm.contact is not None and (arm.contact.how, arm.contact.place) == ("lean", GROUND)


def _fold(pose: Pose) -> float:
    """How far the hips are folded, in degrees."""
    return sum(turn.degrees for turn in pose.hips.turns if turn.motion == "fold")


def _standing(pose: Pose, usual: str) -> tuple[str, Pose]:
    if pose.hips.forward >= _PLANK and all(arm.contact and arm.contact.place == GROUND for arm in pose.arms):
        return "in a plank, on hands and toes", pose._replace(hips=Hips(), arms=(Arm(), Arm()), legs=(Leg(), Leg()))
    low = pose.hips.lower
    left, right = pose.legs
    is_lunge = abs(left.forward - right.forward) >= _LUNGE
    if low <= _HARDLY or any(turn.motion == "fold" for turn in pose.hips.turns):
        return usual, pose._replace(hips=pose.hips._replace(lower=min(0.0, low)))
    upright = "in a squat" if low >= _SQUAT else f"{usual} with the knees bent"
    return "in a lunge" if is_lunge else upright, pose._replace(hips=pose.hips._replace(lower=0.0, forward=0.0))


def _over_hands(pose: Pose, usual: str) -> tuple[str, Pose]:
    left, right = (leg._replace(raised="", lift=None, swing=0.0, knee=None, point=None) for leg in pose.legs)
    bare = left, right
    if pose.hips.lower > -_LIFTED:
        bears = all((leg.knee or 0.0) >= _BEARS for leg in pose.legs)
        return (f"{usual}, toes tucked under", pose._replace(legs=bare)) if bears else (usual, pose)
    arms = tuple(Arm() if arm.contact and arm.contact.place == GROUND else arm for arm in pose.arms)
    knees = {round(leg.knee or 0.0, -1) for leg in pose.legs}
    name = f"in an upside-down V, hands and feet on the floor{_knees(max(knees))}"
    legs = bare if len(knees) == 1 else pose.legs
    return name, pose._replace(hips=Hips(), arms=(arms[0], arms[1]), legs=(legs[0], legs[1]))


def _knees(bend: float) -> str:
    return ", knees bent" if bend > _BENT else ""


# Knees that are bent by more than this (degrees) look bent.
_BENT = 20.0
