"""What a posture is called by somebody who sees it, for brief texts: a squat, knees bent, an upside-down V."""

from __future__ import annotations

from stretchguide.figure.sentence.legs import LEG_ACROSS, LEG_OUT
from stretchguide.figure.sentence.postures import posture, unturned
from stretchguide.figure.sentence.seen_arms import arms_as_seen
from stretchguide.figure.sentence.seen_legs import legs_as_seen
from stretchguide.figure.sentence.sight import Sight
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.places import GROUND
from stretchguide.figure.words.pose import Arm, Hips, Leg, Pose
from stretchguide.figure.words.seen import Feet, Seen

# Hips that are lowered by up to so many cm are lowered by nothing that one sees; from so many on it is a squat.
_HARDLY, _SQUAT = 8.0, 30.0
# Feet that are so far apart from front to back (cm) stand in a lunge.
_LUNGE = 40.0
# Hips that are so far before the feet (cm), over hands on the floor, are part of one long line.
_PLANK = 60.0
# Who lies with the hips folded by so much (degrees) is not on the back any more.
_HALF_UP, _UP = 30.0, 70.0
# Hips that are lifted by so much (cm) over hands and knees are over hands and feet.
_LIFTED = 8.0
# A knee that is bent by so much (degrees) under a body on hands and knees still bears it.
_BEARS = 60.0


def by_look(pose: Pose, usual: str, seen: Seen) -> tuple[str, Pose]:
    """What a posture is called, else the usual words of its base; and the pose without what that says.

    Where nobody has looked at the body, it is called by its words alone.
    """
    sight, feet = Sight(seen), seen.feet
    if sight:
        pose = pose._replace(arms=arms_as_seen(pose, sight), legs=legs_as_seen(pose, sight))
        if told := posture(pose, usual, sight):
            return told
        pose = unturned(pose) if BASES[pose.base].lies == "back" else pose
    base = BASES[pose.base]
    pose = pose._replace(legs=(_seen(pose.legs[0], base), _seen(pose.legs[1], base)))
    if base.stands:
        return _standing(pose, usual)
    if base.hangs and any(feet):
        return _under_what_it_holds(pose, usual, feet)
    if base.lies == "back" and _fold(pose) >= _HALF_UP:
        usual = "sitting up" if _fold(pose) >= _UP else "half sitting up"
        pose = pose._replace(hips=Hips(), rests_head=True)
    if base.lies == "back" and all(leg.is_flat for leg in pose.legs):
        left, right = (leg._replace(is_flat=False, flat_distance=None, knee_ways=()) for leg in pose.legs)
        return f"{usual} with the knees bent", pose._replace(legs=(left, right))
    if base.hand == f"on {GROUND}":
        return _on_hands(pose, usual)
    return usual.removesuffix(" upright") if _fold(pose) > _UPRIGHT else usual, pose


def _on_hands(pose: Pose, usual: str) -> tuple[str, Pose]:
    if all(map(_is_on_forearm, pose.arms)):
        return usual.replace("hands", "forearms"), pose._replace(arms=(Arm(), Arm()))
    return _over_hands(pose, usual) if all(leg.raised == "front" for leg in pose.legs) else (usual, pose)


def _is_on_forearm(arm: Arm) -> bool:
    return arm.contact is not None and (arm.contact.how, arm.contact.place) == ("lean", GROUND)


def _fold(pose: Pose) -> float:
    """How far the hips are folded, in degrees."""
    return sum(turn.degrees for turn in pose.hips.turns if turn.motion == "fold")


# A body is upright up to this bend at the hips (degrees).
_UPRIGHT = 30.0


def _bare(leg: Leg) -> Leg:
    """The leg without the angles by which it is held."""
    return leg._replace(raised="", lift=None, swing=0.0, knee=None, point=None, turn=None)


# Where a long leg is that a body on its back moves along the floor.
_SLID = {"side": LEG_OUT, "across": LEG_ACROSS}


def _seen(leg: Leg, base: Base) -> Leg:
    """A leg as it is seen: one that is raised by its words may stand, or lie on the floor."""
    if base.sits_on_floor and leg.is_flat:
        return leg._replace(is_flat=False, flat_distance=None, knee_ways=("up",))
    bend = leg.knee or 0.0
    if base.lies == "back" and leg.raised in _SLID and not leg.swing and bend < _BENT:
        return _bare(leg)._replace(stance=_SLID[leg.raised], point=leg.point, turn=leg.turn)
    return leg


def _under_what_it_holds(pose: Pose, usual: str, feet: Feet) -> tuple[str, Pose]:
    """Who holds something overhead and has feet on the floor."""
    thing = usual.rpartition("from ")[2]
    bends = max(leg.knee or 0.0 for leg in pose.legs)
    left, right = (_bare(leg) for leg in pose.legs)
    arms = [Arm() if arm.shape == "grip" and not arm.contact else arm for arm in pose.arms]
    bare = pose._replace(hips=pose.hips._replace(lower=0.0), legs=(left, right), arms=(arms[0], arms[1]))
    if "toes" in feet:
        a_little = "a little " if _BENT < bends <= _MUCH else ""
        return f"{usual}, toes on the floor{_knees(bends).replace('bent', a_little + 'bent')}", bare
    return f"standing under {thing}, hands on it{_knees(bends)}", bare


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
    bends = [leg.knee or 0.0 for leg in pose.legs]
    are_alike = len({round(bend, -1) for bend in bends}) == 1
    name = f"in an upside-down V, hands and feet on the floor{_knees(max(bends)) if are_alike else ''}"
    legs = bare if are_alike else (_only_bent(left, bends[0]), _only_bent(right, bends[1]))
    return name, pose._replace(hips=Hips(), arms=(arms[0], arms[1]), legs=legs)


def _only_bent(leg: Leg, bend: float) -> Leg:
    return leg._replace(knee=bend if bend > _BENT else None)


def _knees(bend: float) -> str:
    return ", knees bent" if bend > _BENT else ""


# Knees that are bent by more than this (degrees) look bent, and by more than the second much so.
_BENT, _MUCH = 20.0, 50.0
