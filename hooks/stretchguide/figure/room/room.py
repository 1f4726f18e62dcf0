"""The room round a body: where the things stand that hands and feet can be on."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.words.pose import Thing


class Chair(NamedTuple):
    """A chair or stool beside the body."""

    thing: Thing
    x: float
    """Its middle, in cm."""
    z: float
    facing: str
    """Where one looks who sits on it: `forward`, `back`, `left` or `right`, as the body has it."""

    def placed(self, x: float, z: float) -> tuple[float, float]:
        """A place on the floor, given as the chair has left and ahead, in the room."""
        turns = {"forward": (x, z), "back": (-x, -z), "left": (z, -x), "right": (-z, x)}
        turned = turns[self.facing]
        return (self.x + turned[0], self.z + turned[1])


class Room(NamedTuple):
    """Where the things around the body are, in cm."""

    wall: float = 60.0
    """Its front face, ahead of the middle, or at the side `wall_side`."""
    wall_side: str = ""
    """`left` or `right`, when the wall is not ahead or behind."""
    doorway: float = 50.0
    """Half of the doorway's width."""
    doorway_ahead: float = -2.0
    doorway_aside: float = 0.0
    """How far the middle of the doorway is to the left."""
    table: float = 66.0
    """The near edge, ahead of the middle."""
    seat: float = 43.5
    """The height of a chair's seat, and of a bed."""
    chairs: tuple[Chair, ...] = ()
    """Those beside the body."""
    bed: float | None = None
    """The near edge of a bed ahead."""
    step: float = 22.0
    """The near edge of a step."""
    blocks: tuple[float, float] = (15.0, 15.0)
    """The heights of blocks under the left and the right hand."""
