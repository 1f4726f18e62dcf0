"""A pose without what matters least to a reader, for a sentence that would be too long to listen to.

What is left out follows from what is kept: a head that goes with the chest, a knee that lies where the foot is, a chair
under the hand that holds its back.
"""

from __future__ import annotations

from stretchguide.figure.sentence.words import WAYS
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import PLACES, STEP
from stretchguide.figure.words.pose import Arm, Bending, Contact, Hips, Leg, Pose, Thing
from stretchguide.figure.words.things import THINGS
from stretchguide.figure.words.where import BAND, SLACK
from stretchguide.format.sides import SIDES


def abridged(pose: Pose) -> Pose:
    """The same pose with fewer words."""
    left, right = pose.legs
    return pose._replace(
        hips=_hips(pose),
        lower_back=Bending() if any(turn.motion == "fold" for turn in pose.hips.turns) else pose.lower_back,
        head=_head(pose),
        arms=(_arm(pose.arms[0]), _arm(pose.arms[1])),
        legs=(_leg(left), _leg(right)),
        things=tuple(thing for thing in pose.things if not _follows(thing, pose)),
        arrows=tuple(
            arrow._replace(ways=arrow.ways[-1:], is_over=False) if arrow.is_over else arrow
            for arrow in pose.arrows or ()
        ),
    )


def curt(pose: Pose) -> Pose:
    """The same pose with what hands and feet touch, but less of how limbs are held that touch nothing."""
    hips, trunk = pose.hips, pose.trunk
    turned = sum(turn.degrees for turn in hips.turns if turn.motion == "turn")
    left, right = (_curt_arm(arm, other) for arm, other in zip(pose.arms, reversed(pose.arms), strict=True))
    left_leg, right_leg = (leg._replace(knee=None, point=None, knee_ways=(), knees_wide=None) for leg in pose.legs)
    return pose._replace(
        hips=hips._replace(lower=0.0, forward=0.0) if hips.turns else hips,
        trunk=trunk._replace(turn=0.0) if turned * trunk.turn < 0 else trunk,
        head=pose.head._replace(fold=0.0),
        arms=(left, right) if any(arm.contact or arm.holds or arm.look for arm in pose.arms) else pose.arms,
        legs=(left_leg, right_leg),
    )


# A trunk that is turned by more degrees is turned far.
_FAR = 49.0


def terse(pose: Pose) -> Pose:
    """The same pose with that of it which a sentence can leave out at all: what limbs touch, and how the trunk goes."""
    left, right = (_terse_arm(arm, other) for arm, other in zip(pose.arms, reversed(pose.arms), strict=True))
    if all(arm.contact and PLACES[arm.contact.place].is_hugged for arm in pose.arms):
        left = right = Arm(look=(("arm", "crossed on the chest"),))
    if BASES[pose.base].lies == "front":
        told = zip((left, right), pose.arms, strict=True)
        left, right = (Arm() if _is_free(whole) else arm for arm, whole in told)
    legs = [_terse_leg(leg) for leg in pose.legs]
    touched = {arm.contact.place for arm in pose.arms if arm.contact}
    on_step = any(leg.on_step is not None for leg in pose.legs)
    return pose._replace(
        hips=pose.hips._replace(left=0.0) if pose.trunk.side else pose.hips,
        trunk=pose.trunk._replace(fold=0.0, turn=max(-_FAR, min(_FAR, pose.trunk.turn))),
        upper_back=Bending(),
        lower_back=Bending(),
        arms=(left, right),
        legs=(legs[0], legs[1]),
        things=tuple(
            thing
            for thing in pose.things
            if not (on_step and thing.kind == STEP) and thing.kind not in touched and not _pads(thing)
        ),
    )


def _is_free(arm: Arm) -> bool:
    """Whether an arm is raised, and does no more."""
    return bool(arm.raised) and not (arm.contact or arm.look or arm.holds)


# What is seen of a limb, with fewer words: the middle of the body is known by the way across it, a heel or a foot by
# the leg that is out.
_SHORTER = {
    "on the floor behind": "behind",
    "crossed over the straight": "across the straight",
    "to the chest and across": "across",
    ", foot flat": "",
    ", heel down": "",
}


def _shorter(look: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if [part for part, _ in look] == ["leg", "knee"]:
        look = (("leg", f"{look[0][1]}, knee {look[1][1]}"),)
    found = []
    for part, does in look:
        fewer = does
        for words, instead in _SHORTER.items():
            fewer = fewer.replace(words, instead)
        found.append((part, fewer))
    return tuple(found)


def _terse_leg(leg: Leg) -> Leg:
    if leg.is_flat and not leg.look:
        leg = leg._replace(is_flat=False, flat_distance=None, look=(("foot", "flat"),))
    leg = leg._replace(look=_shorter(leg.look), toes_back=0.0 if leg.look else leg.toes_back)
    leg = leg._replace(out=0.0, swing=0.0, forward=0.0 if leg.is_flat else leg.forward)
    stance = "" if leg.stance == "shoulder-wide" else leg.stance
    return leg._replace(stance=stance, heel_up=None if leg.look else leg.heel_up)


def _terse_arm(arm: Arm, other: Arm) -> Arm:
    """An arm without what only bears a body that sits or lies, or that is out while the other hand does something."""
    if any(does.endswith(("beside the hips", "out to the side")) for _, does in arm.look):
        return Arm()
    is_busy = bool(other.contact or other.look or other.holds)
    if is_busy and arm.raised and abs(arm.lift or 0.0) <= _OVERHEAD and not (arm.contact or arm.look or arm.holds):
        return Arm()
    if arm.lift is not None and abs(arm.lift) > _ALL_UP and _is_free(arm):
        return Arm(look=(("arm", "overhead"),))
    if arm.lift is not None and abs(arm.lift) > _HIGH and arm.raised == "side" and _is_free(arm):
        return Arm(look=(("arm", "high to the side"),))
    if arm.reach and not arm.look:
        return Arm(look=(("arm", WAYS.get(arm.reach, arm.reach)),))
    return arm._replace(look=_shorter(arm.look), contact=arm.contact and _place_alone(arm.contact))


# Where things are that only make somebody comfortable, and where one stands by.
_PADDED = ("left knee", "right knee", "end", *SIDES)


def _pads(thing: Thing) -> bool:
    """Whether a thing is only there for comfort, or lies by until it is needed."""
    words = THINGS[thing.kind]
    return words.bears_head or (thing.place in _PADDED and (words.is_padding or words.is_floor_of_lying))


def _place_alone(contact: Contact) -> Contact:
    return contact._replace(face="", steps=())


# An arm that is raised so far (degrees), or overhead, is what one sees first; from the last on it is straight up.
_LEVEL, _OVERHEAD, _HIGH, _ALL_UP = 70.0, 100.0, 105.0, 150.0


def _curt_arm(arm: Arm, other: Arm) -> Arm:
    """An arm that touches nothing is told when it is up, or when the other hand is on it."""
    if arm.contact:
        return arm._replace(contact=arm.contact._replace(fingers=""))
    is_up = (arm.lift or 0.0) > _LEVEL or any("past the head" not in does for _, does in arm.look)
    is_held = other.contact is not None and PLACES[other.contact.place].owner == "hand"
    arm = arm._replace(look=tuple(part for part in arm.look if part[0] != "palm"))
    return arm._replace(palm=None, elbow=None) if arm.holds or is_up or is_held else Arm()


def _is_bent_aside(pose: Pose) -> bool:
    return bool(pose.trunk.side or pose.trunk.turn)


def _hips(pose: Pose) -> Hips:
    """Under a chest that turns or bends to a side, the hips only give way."""
    if not _is_bent_aside(pose):
        return pose.hips
    turns = tuple(turn for turn in pose.hips.turns if turn.motion != "fold")
    return pose.hips._replace(turns=turns, forward=0.0)


def _head(pose: Pose) -> Bending:
    """A head says nothing when it goes where the chest goes."""
    head, trunk = pose.head, pose.trunk
    goes_along = (head.side or head.turn) * (trunk.turn or trunk.side) > 0
    return head._replace(side=0.0, turn=0.0) if goes_along else head


def _arm(arm: Arm) -> Arm:
    return arm._replace(turn=None, elbow_ways=(), contact=arm.contact and _contact(arm.contact))


def _contact(contact: Contact) -> Contact:
    """A limb is held from wherever it can be; on the floor one way says where."""
    return contact._replace(face="" if contact.how == "hold" else contact.face, steps=contact.steps[:1])


def _leg(leg: Leg) -> Leg:
    return leg._replace(knee_ways=()) if leg.rest else leg


def _follows(thing: Thing, pose: Pose) -> bool:
    """Whether a reader knows of a thing by the hand that is on it."""
    held = {arm.holds for arm in pose.arms}
    touched = {arm.contact.place for arm in pose.arms if arm.contact}
    is_beside = not BASES[pose.base].has_seat
    return (thing.kind in held and (thing.place in ("", SLACK) or thing.place not in BAND)) or (
        is_beside and not touched.isdisjoint(THINGS[thing.kind].hinted_by)
    )
