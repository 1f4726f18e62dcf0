"""How near the skin of a figure is to what it should touch.

What should touch what is taken from the solved body: what its hands and feet say they are on, and what of its flesh
lies on the floor or on a seat. The skin is drawn over the same bones with other flesh: the difference is told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.body.girth import ENDS
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.gaps import box_gap, height
from stretchguide.figure.skin.posed_skin import PosedSkin
from stretchguide.figure.skin.surface import BoxSurface, surface_near
from stretchguide.figure.solver.measures import Measured, measured, piece
from stretchguide.figure.words.places import GROUND, PLACES
from stretchguide.figure.words.pose import Pose

_RESTS = 0.6
"""Flesh that is this near to the floor or a seat lies on it (cm)."""
_SAT_ON = [name for name, place in PLACES.items() if place.chair == "seat"]
_STANDS = 0.5
"""A limb steeper than this (sine) stands on what is at its end, and does not lie."""
_NOWHERE = 99.0
"""What is nowhere near is so far away (cm)."""


class SkinTouch(NamedTuple):
    """A part, and what it should touch."""

    part: str
    host: str
    """Another part, a piece of furniture, or `floor`."""
    away: float
    """How far the skin is from it in cm, below 0 how deep inside."""


def skin_touches(pose: Pose, body: Body, rest: RestBody, skin: PosedSkin) -> Iterator[SkinTouch]:
    """Every contact of a figure, measured on its skin."""
    figure = measured(pose, body)
    for part, host in sorted(_contacts(figure)):
        touching = _touching(rest, part, host)
        vertices = skin.vertices[touching]
        if host == GROUND:
            yield SkinTouch(part, host, float(vertices[:, 1].min()))
        elif host in figure.boxes:
            yield SkinTouch(part, host, float(BoxSurface(figure.boxes[host]).gaps(vertices).min()))
        elif host in rest.parts:
            surface = surface_near(rest, skin.vertices, host, vertices)
            yield SkinTouch(part, host, surface.gap(vertices) if surface else _NOWHERE)


def _contacts(figure: Measured) -> set[tuple[str, str]]:
    found = {(part, host) for part, host in figure.body.hosts.items() if part in figure.solids}
    for part, solid in figure.solids.items():
        if piece(part) in ENDS and abs(figure.body.frames[part][1][1]) > _STANDS:
            continue
        if abs(height(solid)) < _RESTS:
            found.add((part, GROUND))
        for thing in _SAT_ON:
            if any(abs(box_gap(box, solid)) < _RESTS for box in figure.boxes.get(thing, ())):
                found.add((part, thing))
    return found


def _touching(rest: RestBody, part: str, host: str) -> NDArray[np.intp]:
    """The vertices of a part, and of the one that may do the touching for it.

    The skin of an elbow is the upper arm's; with a foot that is not on the floor, the shank may lie on the thing.
    """
    side, _, name = part.partition(" ")
    beyond = {"forearm": "upper arm", "foot": "" if host == GROUND else "shank"}.get(name)
    return np.concatenate([rest.parts[part], rest.parts[f"{side} {beyond}"]]) if beyond else rest.parts[part]
