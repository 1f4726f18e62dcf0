"""How far hands wander between the steps of a version that say the same of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import distance
from stretchguide.figure.solver.carrying import carried_of, moved_along
from stretchguide.figure.solver.strip import solve_strip
from stretchguide.figure.words.language import parse
from stretchguide.format.sides import SIDES
from stretchguide.gallery.gallery import poses_of
from stretchguide.project import Reading

STAYS = 2.0
"""A hand that wanders less than this stays where it is (cm)."""
ELSEWHERE = 99.0
"""So far has a hand wandered that touches something else (cm)."""


def wandered(before: Body, after: Body, side: str) -> float:
    """How far the hand of a side is from where it would be, had it stayed on what it touches (cm)."""
    old, new = carried_of(before, side), carried_of(after, side)
    return distance(moved_along(old, before, after).point, new.target.point) if old.host == new.host else ELSEWHERE


def wandering(reading: Reading) -> Iterator[str]:
    """Every hand of a record that wanders from one step to the next, by words that say the same of it."""
    assert reading.library
    for id, guide in reading.library.guides.items():
        for variant in guide.record.variants:
            poses = [parse(words) for words in poses_of(variant) if words]
            bodies = solve_strip(dict.fromkeys(poses))
            for number, (before, after) in enumerate(pairwise(poses), 2):
                for side in SIDES:
                    contact = after.arm(side).contact
                    if not contact or contact.how == "lean" or before.arm(side).contact != contact:
                        continue
                    far = wandered(bodies[before], bodies[after], side)
                    if far > STAYS:
                        yield f"{id}, {variant.id}, {number}: the {side} hand wanders {far:.0f} cm"
