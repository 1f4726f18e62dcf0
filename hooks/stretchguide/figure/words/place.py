"""What the row of a place can say: all that words, hands and feet have to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from stretchguide.figure.words.limits import HEIGHT, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something that a hand can touch, and some of it a foot or a shin."""

    owner: Literal["", "own", "hand"] = ""
    """`own`: the hand's own side where none is written; `hand`: always the other arm's; empty: there is one."""
    number: Limits | None = None
    """What may be written after it: how far down a limb, or how high."""
    faces: tuple[str, ...] = ()
    """Which side of it may be written."""
    takes_steps: bool = False
    """Whether the hand is moved on it by steps: from under the shoulder, or along it."""
    turns_fingers: bool = False
    """Whether it may be written where on it the fingers point."""
    has_sides: bool = False
    """Whether there is one at each side of the body: a hand is on that of its own side where none is written."""
    is_carried: bool = False
    """The hand holds it and takes it along."""

    said: str = ""
    """What the sentence calls it, where that is not its own word."""
    usual_face: str = ""
    """What the sentence says of a hand that is simply on it."""
    is_hugged: bool = False
    """Whether an arm whose hand lies on that of the other side goes across the chest."""
    rests_head: str = ""
    """What the sentence has a forehead rest on that lies where hands lie there; empty = it rests on no such place."""
    is_leaned_on: bool = False
    """Whether an elbow and the forearm can lie there."""
    is_elbow_told: bool = False
    """Whether a reader is always told where the elbow goes."""
    foot_how: str = "on"
    """How the sentence has a foot there."""
    nearer: str = "turn, bend or fold the trunk further towards it"
    """What to do when a hand does not reach it; `{place}` is its word."""

    is_on_arm: bool = False
    """Whether it is on an arm, which has to be set before the hand that touches it."""
    palm: Literal["", "flat", "closed"] = ""
    """How a hand lies there, when its fingers may point elsewhere than the spot has them: flat, with any way of the
    fingers, or closed round a limb, where they may lie a little askew."""
    chair: Literal["", "seat", "back"] = ""
    """Which part of a chair it is: such a chair stands within reach, its back turned to who holds that."""

    bears: Mapping[str, str] = field(default_factory=dict)
    """What of a leg it can bear, `sole`, `heel` or `shin`, with the meaning of these words. A foot that is simply `on`
    it is there with the first."""
    segment: Literal["", "thigh", "shank"] = ""
    """The segment of the other leg that a foot lies on there, where one can lie."""
    percent: float = 0.0
    """How far along that segment it lies when no number is written."""

    @property
    def has_height(self) -> bool:
        """Whether its number is a height over the floor, in cm."""
        return self.number == HEIGHT
