"""Every thing, gathered: where all that a pose names stands, what of it does not give way, and its pieces as drawn.

A thing is a row of `words.things` and a `Presence` in the table of its family; a test holds the two together. Whether
a hand reaches a thing, and whether a body sinks into one, is the business of solver and lints.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things import beds, blocks, cushions, floors, held, rolling, seats, steps, tables, walls
from stretchguide.figure.things.presence import Boxes, Presence
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.words.needed_things import is_for_foot, is_for_hand
from stretchguide.figure.words.pose import Pose

_FAMILIES = (seats, beds, floors, cushions, rolling, blocks, steps, walls, tables, held)

KINDS: Mapping[str, type[Presence]] = MappingProxyType(
    {word: presence for family in _FAMILIES for word, presence in family.KINDS.items()}
)
"""Every thing, by its word."""


class Room(NamedTuple):
    """The things round a body."""

    things: tuple[Presence, ...] = ()

    def top(self) -> Box | None:
        """What a lying body has for the floor, where that ends beside it: what is beyond hangs."""
        return next((top for thing in self.things if (top := thing.top())), None)

    def boxes(self) -> Boxes:
        """What of all things does not give way, in cm.

        A bed counts as a seat for who sits on its edge or stands before it; who lies on one has it for the floor.
        """
        found: dict[str, tuple[Box, ...]] = {}
        for thing in self.things:
            for name, boxes in thing.boxes().items():
                found[name] = (*found.get(name, ()), *boxes)
        return found

    def spots(self, touch: Touch) -> list[Spot]:
        """Where a hand can be that touches a thing. What stands beside the body goes before what is under it."""
        place = touch.contact.place
        found = [each for each in self.things if is_for_hand(each.thing, place, touch.side, each.base)]
        beside = [each for each in found if is_for_foot(each.thing, place, each.base)]
        return [spot._replace(host=place) for each in beside or found for spot in each.spots(place, touch)]

    def raises(self) -> float:
        """How much higher the things make who sits on the floor, in cm."""
        return max((thing.raises for thing in self.things), default=0.0)

    def under_foot(self, place: str) -> list[Box]:
        """What a foot or a shin at a place can be on."""
        found = (each for each in self.things if is_for_foot(each.thing, place, each.base))
        return [box for each in found for box in each.boxes()[place]]

    def drawn(self, setting: Setting) -> list[Prop]:
        """The pieces of all things, in the order of the words."""
        return [prop for thing in self.things for prop in thing.drawn(setting)]


def room_of(pose: Pose) -> Room:
    """Where the things of a pose stand. Raises KeyError for a kind that nobody knows."""
    return Room(tuple(KINDS[thing.kind](thing, pose) for thing in pose.things))
