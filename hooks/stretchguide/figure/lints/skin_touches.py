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
from stretchguide.figure.solver.measures import Measured, are_joined, measured, piece
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
            yield SkinTouch(part, host, surface.clearance(vertices) if surface else _NOWHERE)


# Limbs that lie in nothing else are looked at in this order: what is named first is said to be in the other.
_LIMBS = ("hand", "forearm", "upper arm", "foot", "shank", "thigh")
_BELLY = frozenset(("thigh", "chest"))
"""The belly gives way to thighs, and they to it; to the ribs they are measured with the flesh."""


def skin_overlaps(body: Body, rest: RestBody, skin: PosedSkin) -> Iterator[SkinTouch]:
    """Every limb whose skin lies in that of another part that it does not say it touches, and how deep."""
    limbs = sorted((name for name in rest.parts if piece(name) in _LIMBS), key=lambda name: _LIMBS.index(piece(name)))
    for turn, part in enumerate(limbs):
        others = [*limbs[turn + 1 :], *(name for name in rest.parts if name not in limbs)]
        for other in others:
            touch = {body.hosts.get(part) == other, body.hosts.get(other) == part}
            if any(touch) or are_joined(part, other) or {piece(part), other} == _BELLY:
                continue
            if deep := _deep(rest, skin, part, other):
                yield SkinTouch(part, other, -deep)


def _deep(rest: RestBody, skin: PosedSkin, part: str, other: str) -> float:
    """How deep the skin of a part is in that of another one (cm)."""
    low, high = (getattr(skin.vertices[rest.parts[other]], end)(0) for end in ("min", "max"))
    places = skin.vertices[rest.parts[part]]
    near = rest.parts[part][((places > low) & (places < high)).all(1)]
    if not len(near) or not (surface := surface_near(rest, skin.vertices, other, skin.vertices[near])):
        return 0.0
    deep, _ = surface.depths(skin.vertices[near])
    return float(deep.max())


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


_MEETS_WITH = {"forearm": "upper arm", "thigh": "shank", "shank": "thigh", "foot": "shank"}


def _touching(rest: RestBody, part: str, host: str) -> NDArray[np.intp]:
    """The vertices of a part, and of the one that may do the touching for it.

    The skin of an elbow is the upper arm's, that of a knee belongs to thigh and shank; with a foot that is not on the
    floor, the shank may lie on the thing.
    """
    side, _, name = part.partition(" ")
    beyond = _MEETS_WITH.get(name, "") if name != "foot" or host != GROUND else ""
    return np.concatenate([rest.parts[part], rest.parts[f"{side} {beyond}"]]) if beyond else rest.parts[part]
