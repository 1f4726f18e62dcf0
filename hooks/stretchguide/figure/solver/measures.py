"""What a finished figure measures: how near contacts are to what they touch, and how deep its parts lie in something.

Nothing is taken from the solver but the body and what it says it touches: flesh is measured where it is. What is too
far or too deep, and what to say about it, is the business of `lints`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.gaps import box_gap, gap, height
from stretchguide.figure.shapes.solids import Box, Solid
from stretchguide.figure.solver.clearance import part_solids, ribcage, touching
from stretchguide.figure.things.kinds import room_of
from stretchguide.figure.things.presence import Boxes
from stretchguide.figure.words.limb_forms import HAND_PAIRS
from stretchguide.figure.words.places import GROUND
from stretchguide.figure.words.pose import Pose
from stretchguide.format.sides import SIDES


class Measured(NamedTuple):
    """A body with its flesh and the furniture round it as solids."""

    body: Body
    solids: Mapping[str, Solid]
    boxes: Boxes
    top: Box | None = None
    """What a lying body has for the floor, where that ends beside it."""

    def deep(self, one: Solid) -> float:
        """How deep flesh is in what it lies on, in cm; below 0 when it is over it."""
        return -(box_gap(self.top, one, 0.0) if self.top else height(one))


def measured(pose: Pose, body: Body) -> Measured:
    """A body ready to be measured."""
    room = room_of(pose)
    return Measured(body, part_solids(body), room.boxes(), room.top())


class Meeting(NamedTuple):
    """A hand or foot, and what it should touch."""

    key: str
    host: str
    miss: float
    """How far the bones stay away from the place, in cm."""
    away: float | None
    """How far the flesh is from the surface, in cm, below 0 inside; None when that cannot be measured."""


def touches(figure: Measured) -> Iterator[Meeting]:
    """Every contact of a figure."""
    for key, host in figure.body.hosts.items():
        yield Meeting(key, host, figure.body.misses.get(key, 0.0), _away(figure, key, host))


def _away(figure: Measured, key: str, host: str) -> float | None:
    """How far hand or foot is from what it touches; with a foot, the shin may do the touching."""
    side, _, part = key.partition(" ")
    solids, boxes = figure.solids, figure.boxes
    if part == "hand" and figure.body.hands[side].shape in HAND_PAIRS:
        return None  # Fingers go between each other, which this flesh has not.
    bearing = (
        [part_solid(figure.body, touching(figure.body, side))]
        if part == "hand"
        else [solids[key]]
        if part == "forearm"
        else [solids[key], solids[f"{side} shank"]]
    )
    if host == GROUND:
        return min(map(height, bearing))
    if host in boxes:
        return min(box_gap(box, one) for box in boxes[host] for one in bearing)
    return min(gap(one, solids[host]) for one in bearing) if host in solids else None


class Overlap(NamedTuple):
    """A part that lies in something."""

    part: str
    other: str
    """Another part, a piece of furniture, or `floor`."""
    deep: float
    """In cm."""


def overlaps(figure: Measured) -> Iterator[Overlap]:
    """Every part that lies in the floor, in furniture, or in a part it is not joined to."""
    yield from _in_the_room(figure)
    yield from _in_each_other(figure)


def _in_the_room(figure: Measured) -> Iterator[Overlap]:
    for name, one in figure.solids.items():
        deep = figure.deep(one) - _toes_bend(figure.body, name)
        if deep > 0:
            yield Overlap(name, GROUND, deep)
    for thing, pieces in figure.boxes.items():
        for name, one in figure.solids.items():
            deep = -min(box_gap(box, one, 0.0) for box in pieces)
            if deep > 0:
                yield Overlap(name, thing, deep)


# The toes of this flesh are stiff: of a foot on its ball, whose toes bend back, and of one on the tops of its toes they
# are so deep in the floor (cm).
_STIFF_TOES, _STIFF_TOPS = 2.0, 4.0


def _toes_bend(body: Body, part: str) -> float:
    """How deep a foot is in the floor only because its toes do not bend (cm)."""
    if piece(part) != "foot":
        return 0.0
    if part.partition(" ")[0] in body.on_tops:
        return _STIFF_TOPS
    _, top, ahead = body.frames[part]
    return _STIFF_TOES if top[1] > 0 > ahead[1] else 0.0


_NEIGHBOURS = {
    frozenset(pair)
    for pair in (
        ("pelvis", "chest"),
        ("chest", "neck"),
        ("chest", "head"),
        ("neck", "head"),
        ("left thigh", "right thigh"),
        *(("pelvis", f"{side} thigh") for side in SIDES),
        *((trunk, f"{side} upper arm") for side in SIDES for trunk in ("chest", "neck")),
        *((f"{side} upper arm", f"{side} forearm") for side in SIDES),
        *((f"{side} forearm", f"{side} hand") for side in SIDES),
        *((f"{side} thigh", f"{side} shank") for side in SIDES),
        *((f"{side} shank", f"{side} foot") for side in SIDES),
    )
}
"""Parts that are joined, or always press each other."""
_ORDER = ("hand", "forearm", "upper arm", "foot", "shank", "thigh", "head", "neck", "chest", "pelvis")
"""Which of two parts is said to be in the other: the first."""


def are_joined(part: str, other: str) -> bool:
    """Whether two parts grow together, or always press each other."""
    return frozenset((part, other)) in _NEIGHBOURS


def piece(part: str) -> str:
    """The name of a part without its side."""
    return part.partition(" ")[2] if part.startswith(SIDES) else part


def _in_each_other(figure: Measured) -> Iterator[Overlap]:
    ribs = ribcage(figure.body)
    solids = figure.solids
    for first, second in combinations(sorted(solids, key=lambda name: _ORDER.index(piece(name))), 2):
        if are_joined(first, second):
            continue
        is_lap = second == "chest" and piece(first) in ("thigh", "shank", "foot")
        deep = -gap(solids[first], ribs if is_lap else solids[second], 0.0)
        if deep > 0:
            yield Overlap(first, second, deep)
