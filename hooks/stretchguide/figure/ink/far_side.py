"""Which limbs lie on the far side of a body in profile: they are drawn darker, so that right and left stay apart."""

from __future__ import annotations

from stretchguide.figure.body.flesh import ARM_PIECES
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import Camera, dot
from stretchguide.format.sides import OTHER, SIDES

LEG_PIECES = ("thigh", "shank", "foot")

# The trunk is seen nearly from the side: the sine of the angle from its front.
_IN_PROFILE = 0.75


def far_parts(body: Body, camera: Camera) -> frozenset[str]:
    """The parts of the limbs on the far side of a body in profile."""
    far: list[str] = []
    for pieces, trunk, joint in ((ARM_PIECES, "t7", "shoulder"), (LEG_PIECES, "pelvis", "hip")):
        if abs(dot(body.frames[trunk][0], camera.view)) <= _IN_PROFILE:
            continue
        for side in SIDES:
            here, there = body.joints[f"{side} {joint}"], body.joints[f"{OTHER[side]} {joint}"]
            if camera.depth(here) < camera.depth(there):
                far += [f"{side} {piece}" for piece in pieces]
    return frozenset(far)
