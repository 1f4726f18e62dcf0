"""What a thing is apart from its words: where it stands, what of it does not give way, and how it is drawn."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from stretchguide.figure.room.room import Room
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.words.bases import Base
from stretchguide.figure.words.pose import Pose, Thing

Boxes: TypeAlias = Mapping[str, Sequence[Box]]
"""What does not give way, in cm, by the name that a contact has for it."""


class Presence(ABC):
    """How things of one kind are there. What rests on the body or hangs from a hand is only drawn."""

    @property
    def in_hand(self) -> float:
        """The radius of what a hand closes round (cm)."""
        return 1.4

    def arranged(self, room: Room, thing: Thing, pose: Pose) -> Room:
        """The room with the thing in it: what hands and feet have to know of where it is."""
        return room

    def boxes(self, room: Room, thing: Thing, base: Base) -> Boxes:
        """What of it does not give way; soft things have none."""
        return {}

    @abstractmethod
    def drawn(self, setting: Setting, thing: Thing) -> Iterator[Prop]:
        """Its pieces, each painted at once."""
