"""Where the bodies of a strip are in one room: what stands there stays there, and so do the feet that nobody moves.

Each pose is solved round an origin of its own, under the hips of who kneels and under the knees of who sits on the
heels. Seen one after the other, such bodies would slide over the floor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot
from statistics import fmean, median
from typing import NamedTuple

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import Vector, add, subtract
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.kinds import room_of
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.places import GROUND
from stretchguide.figure.words.pose import Pose
from stretchguide.format.sides import SIDES


class Solved(NamedTuple):
    """A solved body and its pose, without its signs."""

    pose: Pose
    body: Body


_Shift = tuple[float, float]
"""To the figure's left and ahead, in cm."""

# What bears a body, hands first, and up to which height (cm) each of these joints does.
_BEARING = (*((f"{side} {joint}", 14.0) for joint in ("wrist", "knee", "ankle") for side in SIDES), ("pelvis", 22.0))
# Of who stands, an ankle over the ball of its foot bears as well.
_ON_THE_BALL = 4.0
# Places that part by less than this (cm) move together; a shift of less is none: a knee that gives way a little.
_TOGETHER, _SLIPS = 6.0, 6.0
# Things are the same when their sizes agree to this (cm).
_SAME_SIZE = 0.5


def origins(bodies: Sequence[Solved]) -> list[Vector]:
    """Where the origin of each body is on the floor of the first one's room (cm)."""
    found: list[Vector] = [(0.0, 0.0, 0.0)] if bodies else []
    for before, now in pairwise(bodies):
        x, z = (0.0, 0.0) if now == before else _shift(before, now)
        found.append(add(found[-1], (x, 0.0, z)))
    return found


def _shift(before: Solved, now: Solved) -> _Shift:
    """How far the origin has to go so that what stays does: whatever the legs of who lies do, the pelvis."""
    things = list(_moved_things(_things(before), _things(now)))
    lies = all(BASES[each.pose.base].lies for each in (before, now))
    x, z = things[0] if things else (0.0, 0.0) if lies else _moved_bearing(before, now)
    return (x, z) if hypot(x, z) >= _SLIPS else (0.0, 0.0)


def _things(solved: Solved) -> Mapping[str, Sequence[Box]]:
    room = room_of(solved.pose)
    top = room.top()
    return {**room.boxes(), **({GROUND: (top,)} if top else {})}


def _moved_things(before: Mapping[str, Sequence[Box]], now: Mapping[str, Sequence[Box]]) -> Iterator[_Shift]:
    """How far things seem to have gone that are the same in both rooms."""
    for name, boxes in before.items():
        for old, new in zip(boxes[:1], now.get(name, ())[:1], strict=False):
            sizes = (subtract(box.high, box.low) for box in (old, new))
            if all(abs(a - b) < _SAME_SIZE for a, b in zip(*sizes, strict=True)):
                yield old.low[0] - new.low[0], old.low[2] - new.low[2]


def _moved_bearing(before: Solved, now: Solved) -> _Shift:
    """How far that seems to have gone which bears both bodies and is not set down elsewhere: most of it goes along."""
    more = _ON_THE_BALL if all(BASES[each.pose.base].stands for each in (before, now)) else 0.0
    old, new = before.body.joints, now.body.joints
    shifts = [
        (old[name][0] - new[name][0], old[name][2] - new[name][2])
        for name, high in _BEARING
        if max(old[name][1], new[name][1]) < high + more
    ]
    ahead = [0.0, *(z for _, z in shifts)]
    staying = max(([z for _, z in shifts if abs(z - each) < _TOGETHER] for each in ahead), key=len)
    return (median(x for x, _ in shifts), fmean(staying)) if staying else (0.0, 0.0)
