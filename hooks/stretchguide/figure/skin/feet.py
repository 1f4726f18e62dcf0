"""Feet and toes.

The sole is as far below the solved ankle as the solver has it, the ankle of the skin gives way. The solved foot is one
rigid piece; where it bears on its ball with the heel up, the toes bend back until they lie on what the ball stands on,
and where their tops are to lie on the floor, they bend under until they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import asin, degrees
from typing import NamedTuple

from stretchguide.figure.body.skeleton import ANKLE_HEIGHT, SIGN, Body
from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.rest.names import head_of, of_side
from stretchguide.figure.shapes.geometry import Frame, along, combined, rotation_x, rotation_y, subtract
from stretchguide.figure.skin.posed_bone import PosedBone, rigid

TOES = (1, 2, 3, 4, 5)
"""From the great toe to the little one."""

# A foot bears on its ball when it points down by more than this, its top looks up or ahead, and the ball is this near
# the floor (degrees, cosine, cm); so far toes bend back (degrees).
_POINTS_DOWN = 2.0
_TOP_UP = -0.4
_BALL_LOW = 7.0
_TOES_BACK = 75.0
# The tops of straight toes lie on the floor when a foot points down and back by so much (degrees).
_TOPS_LIE = 24.0


def foot_bones(rest: Mapping[str, RestBone], body: Body, side: str) -> dict[str, PosedBone]:
    """The bones of a foot; the far joints of the toes go with the near ones."""
    ankle = head_of(rest, "foot", side)
    frame = body.frames[f"{side} foot"]
    foot = rigid(along(body.joints[f"{side} ankle"], frame[1], ankle[1] - ANKLE_HEIGHT), frame)
    ball = foot.carried(subtract(head_of(rest, "toe2-1", side), ankle))[1]
    bend = toes_under(foot.turn) if side in body.on_tops else -toes_back(foot.turn, ball)
    toes = {
        of_side(f"toe{toe}-1", side): rigid(
            foot.carried(subtract(head_of(rest, f"toe{toe}-1", side), ankle)),
            combined(foot.turn, _toe_turn(body, side, toe, bend)),
        )
        for toe in TOES
    }
    return {of_side("foot", side): foot, **toes}


class ToeTurn(NamedTuple):
    """How one toe is held, in degrees: lifted, and turned to the outer side of the foot."""

    up: float = 0.0
    out: float = 0.0


_DOWN = ToeTurn(-4.0)
_TOE_SHAPES: Mapping[str, tuple[ToeTurn, ...]] = {
    "": (ToeTurn(),) * len(TOES),
    "spread": (ToeTurn(0, -16), ToeTurn(0, -5), ToeTurn(0, 2), ToeTurn(0, 10), ToeTurn(0, 20)),
    "big up": (ToeTurn(44), _DOWN, _DOWN, _DOWN, _DOWN),
    "small up": (_DOWN, *(ToeTurn(42),) * 4),
}
"""From the great toe to the little one, by the word of the shape."""


def _toe_turn(body: Body, side: str, toe: int, under: float) -> Frame:
    """How a toe is turned in the frame of its foot, when what it lies on bends it towards the sole by some degrees."""
    held = body.toes.get(side)
    if held is None:
        return rotation_x(under)
    up, out = _TOE_SHAPES[held.shape][toe - 1]
    return combined(rotation_y(SIGN[side] * out), rotation_x(under - up - held.back))


def toes_back(foot: Frame, ball: float) -> float:
    """How far the toes bend back (degrees), from the frame of the foot and how high its ball is over the floor (cm)."""
    down = _points_down(foot)
    bears = down > _POINTS_DOWN and foot[1][1] > _TOP_UP and ball < _BALL_LOW
    return min(down, _TOES_BACK) if bears else 0.0


def toes_under(foot: Frame) -> float:
    """How far toes bend towards the sole until their tops lie on the floor (degrees)."""
    return max(0.0, _points_down(foot) - _TOPS_LIE)


def _points_down(foot: Frame) -> float:
    return degrees(asin(max(-1.0, min(1.0, -foot[2][1]))))
