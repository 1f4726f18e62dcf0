"""What hands and feet are on has to be among the things of a pose: what is missing, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Arm, Leg, Thing
from stretchguide.figure.words.things import THINGS, givers
from stretchguide.figure.words.where import BESIDE
from stretchguide.format.sides import SIDES

Missing = tuple[str, str]
"""The key of the hand, foot or knee, and a message."""


def missing(base: Base, arms: Sequence[Arm], legs: Sequence[Leg], things: Sequence[Thing]) -> Iterator[Missing]:
    """Each hand, foot and knee that is on something that is not there."""
    for side, arm in zip(SIDES, arms, strict=True):
        place = arm.contact.place if arm.contact else arm.holds
        if place:
            key = f"{side} hand"
            yield from _lacking(key, place, [each for each in things if is_for_hand(each, place, side, base)])
    for side, leg in zip(SIDES, legs, strict=True):
        if leg.support:
            key = f"{side} {'knee' if leg.support.touches == 'shin' else 'foot'}"
            place = leg.support.place
            yield from _lacking(key, place, [each for each in things if is_for_foot(each, place, base)])


def _lacking(key: str, place: str, found: Sequence[Thing]) -> Iterator[Missing]:
    needs = givers(place)
    if not needs or found:
        return
    side, _, limb = key.partition(" ")
    what = needs[0]
    if THINGS[what].is_one_for_each_hand:
        what = f"{what} {side}"
    elif "ahead" in THINGS[what].places and limb != "hand":
        what = f"{what} ahead"
    yield key, f"the {key} is at the {place}, but there is no {what}; add '{what}' to props"


def is_for_hand(thing: Thing, place: str, side: str, base: Base) -> bool:
    """Whether a thing gives a place to the hand of a side."""
    words = THINGS[thing.kind]
    if place not in words.gives:
        return False
    if words.is_one_for_each_hand:
        return thing.place == side
    return not words.is_floor_of_lying or is_bed_a_seat(base)


def is_for_foot(thing: Thing, place: str, base: Base) -> bool:
    """Whether a thing gives a place to feet and shins: the seat under a body does not."""
    words = THINGS[thing.kind]
    if place not in words.gives:
        return False
    if not words.seat:
        return True
    if words.is_floor_of_lying:
        return base.stands
    return thing.place in BESIDE or not base.has_seat


def is_bed_a_seat(base: Base) -> bool:
    """Whether a bed is something to sit on or to lean on: who lies or kneels on one has it for the floor."""
    return base.stands or base.has_seat
