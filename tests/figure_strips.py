"""How far hands and feet wander between the steps of a version that say the same of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.lints.seen import seen_of
from stretchguide.figure.picture.one_room import Solved, origins
from stretchguide.figure.shapes.geometry import Vector, add, distance
from stretchguide.figure.solver.carrying import carried_of, moved_along
from stretchguide.figure.solver.strip import solve_strip
from stretchguide.figure.words.language import parse
from stretchguide.format.sides import SIDES
from stretchguide.gallery.gallery import poses_of
from stretchguide.project import Reading

STAYS = 2.0
"""A hand or a foot that wanders less than this stays where it is (cm)."""
ELSEWHERE = 99.0
"""So far has a hand wandered that touches something else (cm)."""


def wandered(before: Body, after: Body, side: str) -> float:
    """How far the hand of a side is from where it would be, had it stayed on what it touches (cm)."""
    old, new = carried_of(before, side), carried_of(after, side)
    return distance(moved_along(old, before, after).point, new.target.point) if old.host == new.host else ELSEWHERE


def slid(before: tuple[Solved, Vector], after: tuple[Solved, Vector], side: str) -> float:
    """How far a foot on the floor, of which two poses say the same, goes over it (cm): each body with its origin."""
    old, new = before[0], after[0]
    said = [(pose.base, pose.things, pose.leg(side)) for pose in (old.pose, new.pose)]
    bears = [getattr(seen_of(each.body).feet, side) for each in (old, new)]
    if said[0] != said[1] or new.pose.leg(side).is_free or not bears[0] or bears[0] != bears[1]:
        return 0.0
    places = (add(each.body.joints[f"{side} ankle"], origin) for each, origin in (before, after))
    (x, _, z), (new_x, _, new_z) = places
    return distance((x, 0.0, z), (new_x, 0.0, new_z))


def wandering(reading: Reading) -> Iterator[str]:
    """Every hand and foot of a record that wanders from one step to the next, by words that say the same of it."""
    assert reading.library
    for id, guide in reading.library.guides.items():
        for variant in guide.record.variants:
            poses = [parse(words) for words in poses_of(variant) if words]
            bodies = solve_strip(dict.fromkeys(poses))
            solved = [Solved(pose, bodies[pose]) for pose in poses]
            steps = pairwise(zip(solved, origins(solved), strict=True))
            for number, (before, after) in enumerate(steps, 2):
                for side in SIDES:
                    for part, far in (("hand", _moved(before[0], after[0], side)), ("foot", slid(before, after, side))):
                        if far > STAYS:
                            yield f"{id}, {variant.id}, {number}: the {side} {part} wanders {far:.0f} cm"


def _moved(before: Solved, after: Solved, side: str) -> float:
    """How far a hand wanders that touches the same by the same words; else it has not."""
    contact = after.pose.arm(side).contact
    if not contact or contact.how == "lean" or before.pose.arm(side).contact != contact:
        return 0.0
    return wandered(before.body, after.body, side)
