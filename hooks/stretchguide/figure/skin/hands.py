"""The hand and its fingers, in the shape that the solved hand has."""

from __future__ import annotations

from collections.abc import Mapping

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.skin.names import of_side
from stretchguide.figure.skin.palm import palm_turn
from stretchguide.figure.skin.posed_bone import PosedBone, rigid


def hand_bones(rest: Mapping[str, RestBone], body: Body, side: str) -> dict[str, PosedBone]:
    """The bones of a hand."""
    return {of_side("wrist", side): rigid(body.joints[f"{side} wrist"], palm_turn(rest, body, side))}
