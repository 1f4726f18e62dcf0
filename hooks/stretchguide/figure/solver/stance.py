"""How a pose stands in the room, in numbers: base, pelvis, feet, knees and legs, before any joint has a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import asin, degrees

from stretchguide.figure.body.limbs import LegAngles
from stretchguide.figure.body.skeleton import HIP_OUT, KNEE_HEIGHT, LEG, SIGN
from stretchguide.figure.floor.footing import Footing, footings_of
from stretchguide.figure.shapes.geometry import (
    IDENTITY,
    Frame,
    Vector,
    combined,
    rotation_x,
    rotation_y,
    rotation_z,
    to_world,
)
from stretchguide.figure.things.kinds import Room, room_of
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.pose import HipTurn, Leg, Pose
from stretchguide.format.sides import SIDES


@dataclass(frozen=True, slots=True)
class Stance:
    """What is known of a pose before any joint has a place."""

    base: Base
    side: str | None
    """The side a lying body lies on, the front foot of a half-kneeling one, the foot in front of a cross-legged one."""
    pelvis_frame: Frame = IDENTITY
    base_frame: Frame = IDENTITY
    """What the angles of the legs count from: the pelvis without fold, tuck and tilt."""
    shift: Vector = (0.0, 0.0, 0.0)
    lower: float = 0.0
    room: Room = field(default_factory=Room)
    feet: dict[str, Footing] = field(default_factory=dict)
    legs: dict[str, LegAngles | None] = field(default_factory=dict)
    """The angles of a leg, when the words say anything of it."""
    has_free_leg: dict[str, bool] = field(default_factory=dict)
    """Whether a leg is held by its angles, whatever its foot might do."""
    poles: dict[str, Vector | None] = field(default_factory=dict)
    """Where a knee should go, for a left one: x is mirrored for the right one."""
    knees: dict[str, Vector] = field(default_factory=dict)
    """Where the knees of kneeling legs are on the floor."""

    @property
    def lain_on(self) -> str:
        """The side that a body on its side lies on; empty for any other."""
        return (self.side or "") if self.base.lies == "side" else ""

    @property
    def raised(self) -> float:
        """How much higher than the floor a body sits or lies on something, in cm."""
        return self.room.raises() if self.base.pelvis_on == "floor" else 0.0

    def sloped(self, angles: LegAngles) -> LegAngles:
        """The angles of a leg that comes down to the floor from there."""
        return angles._replace(lift=angles.lift - degrees(asin(self.raised / LEG)))

    def hip_offset(self, side: str) -> Vector:
        """From the middle of the pelvis to a hip."""
        return to_world(self.pelvis_frame, (SIGN[side] * HIP_OUT, 0.0, 0.0))

    def bears(self, side: str) -> bool:
        """Whether a standing body stands on this leg."""
        foot = self.feet[side]
        return self.legs[side] is None and foot.rests_on is None and foot.support is None

    def is_leg_loose(self, side: str) -> bool:
        """Whether shank and foot of a sitting or lying body may rest on the floor."""
        foot = self.feet[side]
        is_placed = foot.stands or foot.rests_on is not None or foot.soles is not None or foot.support is not None
        return not is_placed and not self.base.is_crossed


# -- from a pose ------------------------------------------------------------------------------------------------------

# Ways of the knee, for a left one.
_KNEE_WAYS: dict[str, Vector] = {
    "out": (1, 0.25, 0.1),
    "forward": (0, 0.3, 1),
    "up": (0, 1, 0.2),
    "in": (-0.6, 0.6, 0.4),
    "back": (0, 0.2, -1),
}
# A leg of which only the knee is said, or not how far it is raised.
_LIFT, _PLANE, _PLANE_PRONE = 4.0, 90.0, 10.0


def summed(ways: Mapping[str, Vector], words: Iterable[str]) -> Vector | None:
    """The sum of the directions of some words; None without words."""
    found = [ways[word] for word in words]
    if not found:
        return None
    return (sum(w[0] for w in found), sum(w[1] for w in found), sum(w[2] for w in found))


def stance_of(pose: Pose) -> Stance:
    """How a pose stands in the room."""
    base = BASES[pose.base]
    start = _base_frame(base, pose.side)
    legs = dict(zip(SIDES, pose.legs, strict=True))
    return Stance(
        base=base,
        side=pose.side,
        pelvis_frame=_turned(start, pose.hips.turns),
        base_frame=_turned(start, [turn for turn in pose.hips.turns if turn.motion == "turn"]),
        shift=(pose.hips.left, 0.0, pose.hips.forward),
        lower=pose.hips.lower,
        room=room_of(pose),
        feet=footings_of(pose),
        legs={side: _leg_angles(base, leg) for side, leg in legs.items()},
        has_free_leg={side: bool(leg.raised or leg.knee is not None) for side, leg in legs.items()},
        poles={side: summed(_KNEE_WAYS, leg.knee_ways) for side, leg in legs.items()},
        knees=_knees(base, pose.side, legs),
    )


def _base_frame(base: Base, side: str | None) -> Frame:
    if base.lies == "side":
        return rotation_z(90 if side == "right" else -90)
    return rotation_x(base.turn) if base.turn else IDENTITY


def _turned(frame: Frame, turns: Iterable[HipTurn]) -> Frame:
    for turn in turns:
        frame = combined(frame, _turn_frame(turn))
    return frame


def _turn_frame(turn: HipTurn) -> Frame:
    if turn.motion == "fold":
        return rotation_x(turn.degrees)
    return rotation_y(turn.degrees) if turn.motion == "turn" else rotation_z(-turn.degrees)


def resting_leg(base: Base) -> LegAngles:
    """A leg of which nothing is said."""
    lift, plane, knee, point = base.leg
    return LegAngles(lift, plane, knee=knee, point=point)


def _leg_angles(base: Base, leg: Leg) -> LegAngles | None:
    """The angles of a leg of which anything is said, whatever is not said filled in."""
    if not (leg.raised or leg.swing) and leg.knee is leg.turn is None:
        return None
    if not leg.raised and leg.knee is None:
        rest = resting_leg(base)
        return rest._replace(turn=rest.turn if leg.turn is None else leg.turn)
    plane = leg.plane
    if plane is None:
        plane = (_PLANE_PRONE if base.lies == "front" else _PLANE) + leg.swing
    lift = _LIFT if leg.lift is None else leg.lift
    point = LegAngles().point if leg.point is None else leg.point
    return LegAngles(lift, plane, leg.turn or 0.0, leg.knee or 0.0, point)


def _knees(base: Base, front: str | None, legs: Mapping[str, Leg]) -> dict[str, Vector]:
    """The knees on the floor; where one foot stands, it is the front one."""
    if base.knees is None:
        return {}
    usual, ahead = base.knees
    found = {}
    for side in SIDES:
        if base.standing_feet and side == front:
            continue
        width = legs[side].knees_wide
        out = usual if width is None else width / 2
        found[side] = (SIGN[side] * out, KNEE_HEIGHT, ahead)
    return found
