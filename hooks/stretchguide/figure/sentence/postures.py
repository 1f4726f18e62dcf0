"""What a solved body's posture is called by somebody who sees it: how it stands, sits or lies, and how it leans.

Hips that only make room for a step, and a head that only makes up for a lean, are no part of what one sees.
"""

from __future__ import annotations

from stretchguide.figure.sentence.seen_legs import BENT, STRAIGHT, bare, stands
from stretchguide.figure.sentence.sight import Sight
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.places import GROUND, PLACES, STEP
from stretchguide.figure.words.pose import Arm, Bending, Hips, Pose
from stretchguide.format.sides import OTHER, SIDES

Told = tuple[str, Pose]
"""What a posture is called, and the pose without what that says."""


def posture(pose: Pose, usual: str, sight: Sight) -> Told | None:
    """What a posture is called; None where its words say it well enough."""
    base = BASES[pose.base]
    pose = pose._replace(lower_back=Bending() if base.lies == "side" else pose.lower_back)
    if base.lies == "back":
        return None
    if base.lies:
        return (_on_front if base.lies == "front" else _on_side)(pose, usual, sight)
    if base.hangs:
        return None if any(sight.feet) else _hanging(pose, usual, sight)
    if _is_plank(pose):
        legs = (bare(pose.legs[0]), bare(pose.legs[1]))
        bared = pose._replace(hips=Hips(), trunk=Bending(), arms=(Arm(), Arm()), legs=legs)
        return "in a plank, on hands and toes", bared
    name, pose = _named(pose, usual, base, sight)
    if base.hand == f"on {GROUND}":
        return _with_head(name, pose, sight) if name else None
    leans = _leaning(pose, sight)
    is_upright = sight.lean < _IS_BENT and abs(pose.trunk.side) < _A_LITTLE
    upright = name if is_upright else name.removesuffix(" upright")
    pose = pose._replace(hips=_told_hips(pose, base, sight))
    return _with_head(f"{upright}{leans and ', '}{leans}", pose, sight)


def _named(pose: Pose, usual: str, base: Base, sight: Sight) -> Told:
    if base.stands:
        return _standing(pose, usual, sight)
    if base.has_seat:
        return _on_seat(pose, usual, sight)
    if base.hand == f"on {GROUND}":
        return _on_hands(pose, usual, sight)
    if base.sits_on_floor and any(thing.place == "seat" for thing in pose.things):
        things = tuple(thing for thing in pose.things if thing.place != "seat")
        return usual.replace("on the floor", "on a cushion"), pose._replace(things=things)
    if any(thing.place == "heels" for thing in pose.things) and sight.high("pelvis") < _ON_HEELS:
        things = tuple(thing for thing in pose.things if thing.place != "heels")
        return "sitting on a cushion on the heels", pose._replace(things=things)
    return usual, pose


# The hips of who sits on the heels, on a cushion or not, are not so high (cm).
_ON_HEELS = 40

# -- how it leans -----------------------------------------------------------------------------------------------------

# A trunk that is tipped by so many degrees leans, is bent, or is bent far; back it takes less to be seen.
_A_LITTLE, _LEANS, _IS_BENT, _FAR, _BACK = 12, 24, 46, 76, -10
# A back that is rounded by more than this (degrees) is not bent at the hips alone.
_ROUND = 26


def _leaning(pose: Pose, sight: Sight) -> str:
    lean = sight.lean
    if lean <= _BACK:
        return "leaning back"
    if lean < _A_LITTLE:
        return ""
    if lean < _IS_BENT:
        return "leaning forward" if lean >= _LEANS else "leaning a little forward"
    at = "" if pose.trunk.fold > _ROUND else " at the hips"
    return f"bent {'far ' if lean >= _FAR else ''}forward{at}"


# Hips that are so far to a side of the feet (cm) are pushed out there.
_OUT = 10


def _told_hips(pose: Pose, base: Base, sight: Sight) -> Hips:
    """What is still to say of hips whose lean is said: how they turn and tilt, and that they are pushed out."""
    turns = tuple(turn for turn in pose.hips.turns if turn.motion != "fold" or turn.degrees < 0)
    turns = tuple(turn for turn in turns if not base.has_seat or turn.motion != "turn" or abs(turn.degrees) < _SIDEWAYS)
    left = 0.0
    if base.stands and all(sight.feet):
        middle = sum(sight.at(f"{side} ankle")[0] for side in SIDES) / len(SIDES)
        off = sight.at("pelvis")[0] - middle
        left = off if abs(off) >= _OUT and not _is_sidelong(sight) else 0.0
    is_pushed = base.knees is not None and abs(pose.hips.forward) >= _OUT / 2 and abs(sight.lean) < _LEANS
    return Hips(turns, left=left, forward=pose.hips.forward if is_pushed else 0.0)


def plainer(name: str) -> str:
    """The same without what matters least of it, for a sentence that would be too long."""
    for more in (", leaning a little forward", ", leaning forward", ", leaning back", " at the hips", " upright"):
        name = name.replace(more, "")
    return name.replace(" near the front of ", " on ").replace(" with the knees", ", knees")


# -- on the feet ------------------------------------------------------------------------------------------------------

# Knees that are bent by so much (degrees) on both sides are soft, bent, bent in a stride, in a squat or in a deep one.
_SOFT, _KNEES_BENT, _IN_STRIDE, _SQUAT, _DEEP = 20, 32, 55, 70, 100
# Feet so far apart from front to back (cm), the front knee bent by so much (degrees) and the hips so low (cm): a lunge.
_LUNGE, _LUNGE_KNEE, _LUNGE_LOW = 40, 50, 76
# Feet so far apart to the sides (cm), and from front to back.
_WIDE, _STRIDE = 55, 15
# Hips that are so far before the feet (cm), over hands on the floor, are part of one long line.
_PLANK = 60


def _is_plank(pose: Pose) -> bool:
    on_floor = all(arm.contact and arm.contact.place == GROUND for arm in pose.arms)
    return BASES[pose.base].stands and pose.hips.forward >= _PLANK and on_floor


def _standing(pose: Pose, usual: str, sight: Sight) -> Told:
    bends = [sight.knee(side) for side in SIDES]
    front = "left" if sight.stride > 0 else "right"
    if not all(stands(pose, side, sight) for side in SIDES) or any(leg.support or leg.rest for leg in pose.legs):
        return usual, _without_step(pose)
    if abs(sight.stride) >= _LUNGE and sight.knee(front) >= _LUNGE_KNEE and sight.high("pelvis") < _LUNGE_LOW:
        return "in a lunge", pose
    if _is_sidelong(sight):
        return _over_one_leg(pose, sight)
    return _on_both(pose, usual, sight, min(bends))


def _over_one_leg(pose: Pose, sight: Sight) -> Told:
    bent = max(SIDES, key=sight.knee)
    left, right = (leg._replace(knee_ways=(), look=(), stance="", width=None) for leg in pose.legs)
    straight = (("leg", "straight"),)
    legs = (left, right._replace(look=straight)) if bent == "left" else (left._replace(look=straight), right)
    return f"in a side lunge over the bent {bent} leg", pose._replace(legs=legs)


def _on_both(pose: Pose, usual: str, sight: Sight, bend: int) -> Told:
    """How the knees of who stands on both feet are bent, by the one that is bent less (degrees)."""
    strides = abs(sight.stride) >= _STRIDE
    if bend >= _SQUAT and not strides and sight.lean < _FAR:
        return ("in a deep squat" if bend >= _DEEP else "in a squat"), pose
    if bend < (_KNEES_BENT if strides else _SOFT):
        return usual, pose
    knees = "knees bent" if bend >= (_IN_STRIDE if strides else _KNEES_BENT) else "knees soft"
    left, right = (leg._replace(look=tuple(each for each in leg.look if each[0] != "knee")) for leg in pose.legs)
    return f"{usual} with the {knees}", pose._replace(legs=(left, right))


def _without_step(pose: Pose) -> Pose:
    """The pose without the step that a heel on it tells of."""
    is_told = any(place == "heel" and "step" in does for leg in pose.legs for place, does in leg.look)
    things = tuple(thing for thing in pose.things if thing.kind != STEP)
    return pose._replace(things=things) if is_told else pose


def _is_sidelong(sight: Sight) -> bool:
    """Whether a body stands over one bent leg, the other one straight out to its side."""
    apart = abs(sight.at("left ankle")[0] - sight.at("right ankle")[0])
    bends = sorted(sight.knee(side) for side in SIDES)
    return all(sight.feet) and apart >= _WIDE and bends[0] < STRAIGHT and bends[1] >= BENT


def _hanging(pose: Pose, usual: str, sight: Sight) -> Told:
    knees = ", knees bent" if min(sight.knee(side) for side in SIDES) >= BENT else ""
    arms = [arm if arm.contact or arm.draw or arm.shrug else Arm() for arm in pose.arms]
    legs = (bare(pose.legs[0]), bare(pose.legs[1]))
    return f"{usual}, feet off the floor{knees}", pose._replace(hips=Hips(), arms=(arms[0], arms[1]), legs=legs)


# -- on a seat, on hands and knees ------------------------------------------------------------------------------------

# Who sits so much farther forward than usual (cm) sits near the front of the seat, and farther back well back; who is
# turned by so much (degrees) sits sideways.
_NEAR_FRONT, _WELL_BACK, _SIDEWAYS = 10, -4, 50


def _on_seat(pose: Pose, usual: str, sight: Sight) -> Told:
    turned = sum(turn.degrees for turn in pose.hips.turns if turn.motion == "turn")
    if abs(turned) >= _SIDEWAYS:
        free = next((side for side in SIDES if _is_off(pose, side, sight)), "")
        return f"{usual.replace('on', 'sideways on', 1)}{free and f', the {free} thigh off the seat'}", pose
    if pose.hips.forward >= _NEAR_FRONT and usual.startswith("sitting on a"):
        return usual.replace("on", "near the front of", 1), pose
    return (usual.replace("on", "well back on", 1) if pose.hips.forward <= _WELL_BACK else usual), pose


# Hips that are so far ahead of a seat's middle (cm) leave the one that is ahead without it.
_OFF = 16


def _is_off(pose: Pose, side: str, sight: Sight) -> bool:
    """Whether the thigh of who sits sideways is beside the seat, and not yet down."""
    is_level = sight.rise(side, "hip", "knee") > -_SIDEWAYS
    return pose.hips.forward >= _OFF and is_level and sight.ahead(f"{side} hip", "pelvis") > 0


# The middle of a knee that kneels, on a cushion or not, is so low (cm).
_KNEELS = 16
# Of a body on hands and knees: a neck so far below the hips (cm) is low; hips so far off the knees have rocked, and
# ones so low have sat back.
_LOW, _ROCKED, _SAT_BACK = -14, 11, 36


def _on_hands(pose: Pose, usual: str, sight: Sight) -> Told:
    """Empty where it is on hands and feet, or its toes are tucked under by the angles of its legs."""
    knee = next((side for side in SIDES if sight.high(f"{side} knee") < _KNEELS), "")
    if not knee or all(leg.raised == "front" for leg in pose.legs):
        return "", pose
    name = usual.replace("hands", "forearms") if all(arm.leans for arm in pose.arms) else usual
    arms = (Arm(), Arm()) if all(arm.leans for arm in pose.arms) else pose.arms
    rocked = sight.ahead("pelvis", f"{knee} knee")
    if sight.over("neck", "pelvis") < _LOW and not any(arm.leans for arm in pose.arms):
        name += ", hips high" if _rests(pose, sight) else ", hips high, the chest lowered"
    elif sight.high("pelvis") < _SAT_BACK:
        name += ", the hips sat back towards the heels"
    elif abs(rocked) >= _ROCKED:
        name += f", rocked {'forward' if rocked > 0 else 'back'}"
    hips = Hips(tuple(turn for turn in pose.hips.turns if turn.motion != "fold" or turn.degrees < 0))
    head = pose.head._replace(fold=max(0.0, pose.head.fold))
    return name, pose._replace(hips=hips, arms=arms, head=head)


# -- lying ------------------------------------------------------------------------------------------------------------

# Hips that are turned by so much (degrees) roll a body half on to its side.
_ROLLED = 40


def _on_front(pose: Pose, usual: str, sight: Sight) -> Told:
    turned = sum(turn.degrees for turn in pose.hips.turns if turn.motion == "turn")
    if abs(turned) < _ROLLED:
        return usual, pose
    side = "right" if turned > 0 else "left"
    arm = pose.arm(side)
    out = sight.out(side, "wrist", f"{side} shoulder") > _WIDE / 2
    arms = [Arm(look=(("arm", "out to the side"),)) if out else arm] * 2
    other = SIDES.index(OTHER[side])
    arms[other] = pose.arms[other]
    return (
        f"{usual}, rolled half on to the {side} side",
        pose._replace(hips=Hips(), trunk=Bending(), arms=(arms[0], arms[1])),
    )


def _on_side(pose: Pose, usual: str, sight: Sight) -> Told:
    if any(leg.look for leg in pose.legs) or min(sight.knee(side) for side in SIDES) < BENT:
        return usual, pose._replace(hips=_turns(pose))
    return f"{usual} with the knees bent", pose._replace(hips=_turns(pose))


def _turns(pose: Pose) -> Hips:
    return Hips(tuple(turn for turn in pose.hips.turns if turn.motion == "fold" and turn.degrees < 0))


def unturned(pose: Pose) -> Pose:
    """Of who lies on the back: hips that only go with a knee that is across, or with both that roll, say no more."""
    is_told = any("rolled" in does or "across" in does for leg in pose.legs for _, does in leg.look)
    turns = tuple(turn for turn in pose.hips.turns if turn.motion != "turn")
    hips, trunk = pose.hips._replace(turns=turns), pose.trunk._replace(turn=0.0)
    return pose._replace(hips=hips, trunk=trunk) if is_told else pose


# -- the head ---------------------------------------------------------------------------------------------------------

# A forehead that is so near to something (cm) lies on it; one that looks down so steeply (degrees) is not its side.
_TOUCHES, _DOWN = 4, -40
# Hands on the floor lift a forehead that lies on them by so much (cm), and lie so low.
_ON_HANDS, _HANDS_LOW = 14, 10
# A head that looks up by more than this (degrees) from a trunk that is bent forward looks ahead; one that looks down
# steeper than this, bent by so much itself, hangs.
_AHEAD, _HANGS, _NODS = -24, -56, 10


def _with_head(name: str, pose: Pose, sight: Sight) -> Told:
    """The same with how the head is held, where that is more than the trunk has it."""
    told = _rests(pose, sight)
    is_bent = sight.lean >= _IS_BENT
    if not told and is_bent and sight.gaze >= _AHEAD and pose.head.fold < 0:
        told = "looking ahead"
    if not told and is_bent and sight.gaze <= _HANGS and pose.head.fold > _NODS:
        told = "head hanging"
    fold = pose.head.fold
    if told or (fold < 0 and sight.lean >= _LEANS):
        fold = 0.0
    return f"{name}{told and ', '}{told}", pose._replace(head=pose.head._replace(fold=fold))


def _rests(pose: Pose, sight: Sight) -> str:
    """What the head rests on."""
    high = sight.high("forehead")
    if high <= _TOUCHES:
        return f"{'forehead' if sight.gaze < _DOWN else 'side of the head'} on the floor"
    wrists = {side: sight.high(f"{side} wrist") for side in SIDES}
    for side, arm in zip(SIDES, pose.arms, strict=True):
        place = PLACES[arm.contact.place] if arm.contact else None
        if not place or not place.rests_head:
            continue
        on_hands = high <= _ON_HANDS and max(wrists.values()) <= _HANDS_LOW
        if on_hands if place.owner else abs(high - wrists[side]) <= _TOUCHES:
            return f"forehead on the {place.rests_head}"
    return ""
