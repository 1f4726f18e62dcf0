"""Feet and toes."""

from __future__ import annotations

from collections.abc import Mapping

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.skin.names import of_side
from stretchguide.figure.skin.posed_bone import PosedBone, rigid


def foot_bones(rest: Mapping[str, RestBone], body: Body, side: str) -> dict[str, PosedBone]:
    """The bones of a foot."""
    return {of_side("foot", side): rigid(body.joints[f"{side} ankle"], body.frames[f"{side} foot"])}
