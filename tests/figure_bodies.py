"""Bodies in plain poses, for the tests of the figures: no words, no solver."""

from __future__ import annotations

from hypothesis import strategies as st

from stretchguide.figure.body.limbs import ArmAngles, LegAngles, set_arm, set_leg
from stretchguide.figure.body.skeleton import Bend, Blade, Body, Hand, Trunk, set_spine
from stretchguide.figure.shapes.geometry import Frame, Vector, rotation_x, rotation_y, rotation_z
from stretchguide.format.sides import OTHER, SIDES

bends = st.builds(Bend, st.floats(-40, 40), st.floats(-35, 35), st.floats(-50, 50))
folds = st.builds(rotation_x, st.floats(-90, 90))
pelvis_frames = st.one_of(
    folds,
    st.builds(rotation_y, st.floats(-90, 90)),
    st.builds(rotation_z, st.floats(-90, 90)),
)
trunks = st.builds(Trunk, st.just((0.0, 89.0, 0.0)), pelvis_frames, bends, bends, bends)
leg_angles = st.builds(
    LegAngles,
    lift=st.floats(0, 120),
    plane=st.floats(-90, 120),
    turn=st.floats(-50, 50),
    knee=st.floats(0, 150),
    point=st.floats(-20, 60),
    foot_out=st.floats(-20, 40),
)
arm_angles = st.builds(
    ArmAngles,
    lift=st.floats(0, 170),
    plane=st.floats(-60, 130),
    turn=st.floats(-80, 80),
    elbow=st.floats(0, 145),
    pronate=st.floats(-90, 90),
    reach=st.just(""),
    wrist=st.floats(-80, 80),
    blade=st.builds(Blade, up=st.floats(-2, 4), back=st.floats(-15, 25)),
    shape=st.sampled_from(["relaxed", "flat", "cup", "grip", "fist", "point", "wrap"]),
)

Limbs = tuple[LegAngles, LegAngles, ArmAngles, ArmAngles]
"""Left leg, right leg, left arm, right arm."""
limbs = st.tuples(leg_angles, leg_angles, arm_angles, arm_angles)
RESTING: Limbs = (LegAngles(), LegAngles(), ArmAngles(), ArmAngles())
STANDING = Trunk((0.0, 89.0, 0.0))


def made(trunk: Trunk = STANDING, limbs: Limbs = RESTING) -> Body:
    """A body from its angles; the base is upright."""
    body = Body()
    set_spine(body, trunk)
    body.frames["base"] = rotation_x(0)
    for side, leg, arm in zip(SIDES, limbs[:2], limbs[2:], strict=True):
        set_leg(body, side, leg)
        set_arm(body, side, arm)
    return body


bodies = st.builds(made, trunks, limbs)


def mirrored_vector(v: Vector) -> Vector:
    return (-v[0], v[1], v[2])


def mirrored_frame(frame: Frame) -> Frame:
    """The frame of the bone on the other side: mirrored, and its x turned round, so that it stays right-handed."""
    x, y, z = (mirrored_vector(axis) for axis in frame)
    return ((-x[0], -x[1], -x[2]), y, z)


def mirrored_name(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{OTHER[first]} {rest}" if first in OTHER else name


def mirrored(body: Body) -> Body:
    """The body as a mirror shows it."""
    found = Body(
        {mirrored_name(name): mirrored_vector(joint) for name, joint in body.joints.items()},
        {mirrored_name(name): mirrored_frame(frame) for name, frame in body.frames.items()},
    )
    for side, hand in body.hands.items():
        along_hand, palm, thumb = (mirrored_vector(v) for v in hand[:3])
        found.hands[OTHER[side]] = Hand(along_hand, palm, thumb, hand.shape)
    return found
