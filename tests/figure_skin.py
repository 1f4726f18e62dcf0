"""The body at rest, and skins of bodies in plain poses, for the tests of the figures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from figure_bodies import made
from project_copy import ROOT
from stretchguide.figure.body.limbs import ArmAngles, LegAngles
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.skin.posed_skin import PosedSkin, skin_of
from stretchguide.gallery.body import CACHE, body


def rest() -> RestBody:
    """The body that set-up has fetched."""
    return body(ROOT / CACHE)


def skin(of: Body) -> PosedSkin:
    return skin_of(rest(), of)


def handed(shape: str, held: float = 4.0) -> Body:
    """A standing body whose hands, in front of it, have a shape; what is wrapped has such a radius (cm)."""
    arm = ArmAngles(lift=80, plane=70, elbow=20, shape=shape)
    found = made(limbs=(LegAngles(), LegAngles(), arm, arm))
    found.wraps.update(left=held, right=held)
    return found


def moved_by(*bones: str) -> NDArray[np.bool_]:
    """The vertices that some bones move most."""
    numbers = [number for number, name in enumerate(rest().bones) if name in bones]
    return np.isin(rest().movers[:, 0], numbers)


def farthest(some: NDArray[np.float64], others: NDArray[np.float64]) -> float:
    """How far the one of some places that is farthest from all others is from the nearest of them (cm)."""
    offs = some[:, None, :] - others[None]
    return float(np.sqrt((offs * offs).sum(2).min(1).max()))
