"""What a pose wants, in numbers: stance, bends of the spine, and what each arm does.

This is the seam between what a pose says and the solver: every default is filled in here. Nothing has a place yet.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from stretchguide.figure.body.limbs import ArmAngles
from stretchguide.figure.body.skeleton import STRAIGHT, Bend, Blade
from stretchguide.figure.shapes.geometry import Vector
from stretchguide.figure.solver.stance import Stance, stance_of, summed
from stretchguide.figure.things.kinds import KINDS
from stretchguide.figure.things.presence import Boxes
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.pose import Arm, Bending, Contact, Pose
from stretchguide.figure.words.touch_words import resting
from stretchguide.format.sides import SIDES


class ArmPlan(NamedTuple):
    """What an arm does."""

    angles: ArmAngles = ArmAngles()
    """Of an arm that touches nothing; what its shoulder blade does holds for the other ones too."""
    contact: Contact | None = None
    """What the hand touches."""
    elbow: Vector | None = None
    """Where the words want the elbow, for a left arm in the frame of the chest."""
    shape: str = ""
    """How the hand is held, when the words say so."""
    grip: float = 0.0
    """The radius of the thing that the hand holds (cm); 0 when it holds none."""
    instead: Contact | None = None
    """What the hand touches when the first place is a bad one: of a hand that only rests."""

    @property
    def rank(self) -> int:
        """Which arm is set first: free ones, then hands on something, then hands on the other arm."""
        if self.contact is None:
            return 0
        return 2 if PLACES[self.contact.place].is_on_arm else 1


class BodyPlan(NamedTuple):
    """A pose in numbers."""

    stance: Stance
    lumbar: Bend = STRAIGHT
    thoracic: Bend = STRAIGHT
    neck: Bend = STRAIGHT
    chin_tuck: float = 0.0
    """In degrees; a poke is negative."""
    rests_head: bool = False
    """Whether the back of the head lies on the floor."""
    arms: tuple[ArmPlan, ArmPlan] = (ArmPlan(), ArmPlan())
    """Left, right."""
    boxes: Boxes = MappingProxyType({})
    """What of the things does not give way, by the name that a contact has for it."""


# -- from a pose ------------------------------------------------------------------------------------------------------

# An arm with nothing said about it: lift, plane and elbow in degrees.
_HANGING = ArmAngles()
# The plane of an arm that is only swung.
_SWUNG_FROM = 90.0
# Degrees of the collarbone that lift the shoulder by 1 cm.
_SHRUG_PER_CM = 5.0
# Ways of the elbow, for a left arm in the frame of the chest.
_ELBOW_WAYS: dict[str, Vector] = {
    "out": (1, -0.15, -0.1),
    "down": (0.25, -1, -0.2),
    "back": (0.2, -0.3, -1),
    "up": (0.4, 1, 0),
    "forward": (0.2, -0.2, 1),
    "in": (-1, -0.3, 0.3),
}


def plan_of(pose: Pose) -> BodyPlan:
    """The plan of a pose."""
    base = BASES[pose.base]
    lower, upper = base.rounding
    tucked = pose.hips.tuck if base.lies == "back" else 0.0  # on the back, a tuck rounds the lumbar spine
    stance = stance_of(pose)
    left, right = pose.arms
    return BodyPlan(
        stance,
        _bend(pose.lumbar, lower + tucked),
        _bend(pose.thoracic, upper),
        _bend(pose.head),
        pose.chin_tuck,
        pose.rests_head,
        (_arm(left, "left"), _arm(right, "right")),
        stance.room.boxes(),
    )


def _bend(bending: Bending, fold: float = 0.0) -> Bend:
    return Bend(bending.fold + fold, bending.side, bending.turn)


# Where a hand rests when the place where a base has it rest is a bad one, by the side of the hand and that place.
_INSTEAD = {
    side: {resting(base.hand, side): resting(base.hand_instead, side) for base in BASES.values() if base.hand_instead}
    for side in SIDES
}


def _arm(arm: Arm, side: str) -> ArmPlan:
    elbow = summed(_ELBOW_WAYS, arm.elbow_ways)
    instead = _INSTEAD[side].get(arm.contact) if arm.contact else None
    grip = KINDS[arm.holds].grip if arm.holds in KINDS else 0.0
    return ArmPlan(_arm_angles(arm), arm.contact, elbow, arm.shape, grip, instead)


def _arm_angles(arm: Arm) -> ArmAngles:
    plane = arm.plane
    if plane is None:
        plane = _SWUNG_FROM + arm.swing if arm.swing else _HANGING.plane
    return ArmAngles(
        lift=_HANGING.lift if arm.lift is None else arm.lift,
        plane=plane,
        reach=arm.reach,
        turn=arm.turn or 0.0,
        elbow=_HANGING.elbow if arm.elbow is None else arm.elbow,
        pronate=arm.palm or 0.0,
        wrist=arm.wrist or 0.0,
        blade=Blade(arm.shrug / _SHRUG_PER_CM, arm.draw),
        shape=arm.shape or _HANGING.shape,
    )
