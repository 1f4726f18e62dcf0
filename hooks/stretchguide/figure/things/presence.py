"""What a thing is apart from its words: where it stands, what does not give way, where hands meet it, how it looks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.pose import Pose, Thing

Boxes: TypeAlias = Mapping[str, Sequence[Box]]
"""What does not give way, in cm, by the place that it is for hands and feet; where it is none, by a name of its own."""


@dataclass(frozen=True)
class Presence(ABC):
    """A thing in a pose. What rests on the body or hangs from a hand is only drawn."""

    thing: Thing
    pose: Pose
    """It stands where its words say, or where hands and feet need it."""

    grip: ClassVar[float] = 1.4
    """The radius of what a hand closes round (cm)."""

    @property
    def base(self) -> Base:
        """How the body beside it bears its weight."""
        return BASES[self.pose.base]

    @property
    def raises(self) -> float:
        """How much higher it makes who sits or lies on the floor, in cm."""
        return 0.0

    def top(self) -> Box | None:
        """What there is of the floor of who lies on it, where that ends beside the body."""
        return None

    def boxes(self) -> Boxes:
        """What of it does not give way; soft things have none. A foot goes on the box of a place that bears one."""
        return {}

    def spots(self, place: str, touch: Touch) -> list[Spot]:
        """Where a hand can be that touches it, at a place that it gives; none where a hand only holds it."""
        return []

    @abstractmethod
    def drawn(self, setting: Setting) -> Iterator[Prop]:
        """Its pieces, each painted at once."""
