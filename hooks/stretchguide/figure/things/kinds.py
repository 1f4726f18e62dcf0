"""Every thing, gathered: where all that a pose names stands, what of it does not give way, and its pieces as drawn.

A thing is a row of `words.things` and a `Presence` in the table of its family; a test holds the two together. Whether
a hand reaches a thing, and whether a body sinks into one, is the business of solver and lints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things import beds, blocks, cushions, floors, held, rolling, seats, steps, tables, walls
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Pose, Thing

_FAMILIES = (seats, beds, floors, cushions, rolling, blocks, steps, walls, tables, held)

KINDS: Mapping[str, Presence] = MappingProxyType(
    {word: presence for family in _FAMILIES for word, presence in family.KINDS.items()}
)
"""Every thing, by its word."""


def room_of(pose: Pose) -> Room:
    """Where things stand: as the words of a pose say, or where its hands and feet need them."""
    room = Room()
    for thing in pose.things:
        room = KINDS[thing.kind].arranged(room, thing, pose)
    return room


def furniture(room: Room, base: Base, things: Iterable[Thing]) -> Boxes:
    """The boxes of the things in a room, by the name that a contact has for them.

    A bed counts as a seat for who sits on its edge or stands before it; who lies on one has it for the floor.
    """
    found: dict[str, tuple[Box, ...]] = {}
    for thing in things:
        for name, boxes in KINDS[thing.kind].boxes(room, thing, base).items():
            found[name] = (*found.get(name, ()), *boxes)
    return found


def props(setting: Setting, things: Sequence[Thing]) -> list[Prop]:
    """The pieces of all things, in the order of the words. Raises KeyError for a kind that cannot be drawn."""
    return [prop for thing in things for prop in KINDS[thing.kind].drawn(setting, thing)]
