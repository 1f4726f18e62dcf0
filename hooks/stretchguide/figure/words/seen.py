"""What is seen of a solved body, whatever words have brought it there: words that raise a leg do not say where it ends.

It is measured once a body is solved (`lints.seen`), and the sentence is told from it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from stretchguide.format.sides import OTHER

Bearing = Literal["", "flat", "heel", "toes", "lying ahead", "lying back"]
"""What of a foot is on the floor; a leg lies whose knee is there as well, its shin going ahead or back from there."""


class Feet(NamedTuple):
    """How both feet bear."""

    left: Bearing = ""
    right: Bearing = ""


IN_THE_AIR = Feet()
"""Neither is on the floor, or nobody has looked."""

Spot = tuple[int, int, int]
"""To the figure's left, up and ahead in its room, in whole cm; of a way, in hundredths."""


class Seen(NamedTuple):
    """How a body is seen to be."""

    feet: Feet = IN_THE_AIR
    spots: tuple[tuple[str, Spot], ...] = ()
    """Where it is, each with the name of its part: `pelvis`, `neck`, `forehead`, `left knee`. `gaze` and `left fingers`
    are ways: where the face looks, where fingers point. `left reach` is the left wrist from the neck as the chest has
    it: out to that side, up, ahead. Empty where nobody has looked."""

    @property
    def mirrored(self) -> Seen:
        """The same of the other side."""
        left, right = self.feet
        return Seen(Feet(right, left), tuple((_other(name), _flipped(name, spot)) for name, spot in self.spots))


def _other(name: str) -> str:
    side, _, part = name.partition(" ")
    return f"{OTHER.get(side, side)} {part}".strip()


def _flipped(name: str, spot: Spot) -> Spot:
    return spot if name.endswith(" reach") else (-spot[0], spot[1], spot[2])


UNSEEN = Seen()
"""Nobody has looked."""
