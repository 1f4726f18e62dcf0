"""Every base of the pose language, one row each: how a body bears its weight, and all that follows from it.

Whoever needs to know what a base does asks its row (`BASES[pose.base].lies`), never its name. A new base is a new row
here. Numbers and words that it leaves out are those of most bases: knees and feet free, legs that hang, a mat under it.
What its row has to say depends on what bears it: `standing_feet` where feet stand, `knees` where it kneels, `pelvis_on`
where it sits or lies, with `turn` and `lies` where it lies. Then the schema is written anew, and tests ask for the
rest: a golden figure (`base-stand` in ``golden/figures.yml``), and that a body rests on what its row says.

>>> [name for name, base in BASES.items() if base.lies]
['supine', 'prone', 'lie']
>>> BASES["half-kneel"].standing_feet, BASES["half-kneel"].stands
(1, False)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class RestingLeg(NamedTuple):
    """A leg that is held by its angles when nothing is said of it, in degrees from the base."""

    lift: float = 0.0
    plane: float = 90.0
    """0 sideways, 90 forward, -90 back."""
    knee: float = 0.0
    """Bend; 0 is straight."""
    point: float = 8.0
    """Of the toes; flexed < 0."""


_HANGING = RestingLeg()


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """How a body bears its weight, and what it does where the words say nothing."""

    meaning: str
    """In a few words, for the reference of the language."""
    said: str
    """How the sentence of a figure begins; `{side}` is the side of the base, `{seat}` what is sat on."""
    said_of_legs: str = ""
    """What the sentence says of legs that only rest; empty where that goes without saying."""
    positions: tuple[str, ...]
    """The positions of records that can begin with it."""

    view: str
    """The recommended one; `{own}` is the side of the base, `{other}` the other one."""
    side: str = ""
    """What a side after the word means; empty where none may be written."""
    usual_side: str = ""
    """Taken when the side is left out; without it the side must be written."""
    hand: str = ""
    """Where an unmentioned hand rests."""
    hand_instead: str = ""
    """Where it rests when that is a bad place, as when the body folds forward."""
    arm: str = ""
    """How an unmentioned arm is held."""
    is_arm_of_side: bool = False
    """Whether that holds for the arm of the base's side only."""
    thing: str = "mat"
    """What comes along when no other seat or mat is named."""

    pelvis_on: Literal["", "floor", "seat"] = ""
    """What the pelvis lies or sits on, if it does."""
    lies: Literal["", "back", "front", "side"] = ""
    """On what a lying body lies: on the side that the base names."""
    turn: float = 0.0
    """How far the pelvis is tipped forward from upright, in degrees; a body on its side is turned to that side."""
    rounding: tuple[float, float] = (0.0, 0.0)
    """Degrees that the base folds the lower and the upper back by itself."""

    standing_feet: int = 0
    """How many feet stand on the floor by themselves. One: that of the base's side."""
    feet: tuple[float, float] = (10.0, 0.0)
    """Where feet on the floor are when nothing is said: to the side and ahead, in cm."""
    is_foot_ahead: bool = False
    """Whether a foot that is set down points ahead; else it goes on as the leg comes."""
    knees: tuple[float, float] | None = None
    """Where the knees of a kneeling body are on the floor: to the side and ahead, in cm."""
    is_crossed: bool = False
    """Whether the legs are crossed, with the foot of the base's side in front."""
    leg: RestingLeg = _HANGING

    @property
    def has_seat(self) -> bool:
        """Whether it sits on a seat: a chair, a stool, the edge of a bed."""
        return self.pelvis_on == "seat"

    @property
    def sits_on_floor(self) -> bool:
        """Whether it sits on the floor, upright."""
        return self.pelvis_on == "floor" and not self.lies

    @property
    def hangs(self) -> bool:
        """Whether the hands bear all."""
        return not (self.standing_feet or self.pelvis_on or self.knees)

    @property
    def stands(self) -> bool:
        """Whether the feet bear all."""
        return bool(self.standing_feet) and not self.pelvis_on and not self.knees


BASES = {
    "stand": Base(
        meaning="standing",
        said="standing",
        positions=("standing",),
        view="front 8",
        thing="",
        standing_feet=2,
        feet=(8.8, 0.0),
        is_foot_ahead=True,
    ),
    "sit-chair": Base(
        meaning="sitting on a chair",
        said="sitting on {seat}",
        positions=("seated-chair",),
        view="front-right 10",
        hand="on same thigh 62",
        hand_instead="on seat",
        thing="chair",
        pelvis_on="seat",
        standing_feet=2,
        feet=(11.0, 40.0),
        is_foot_ahead=True,
    ),
    "cross-legged": Base(
        meaning="sitting cross-legged",
        said="sitting cross-legged, {side} foot in front",
        positions=("seated-floor",),
        view="front-right 14",
        side="the foot in front",
        usual_side="right",
        hand="on same knee",
        pelvis_on="floor",
        rounding=(8.0, 2.0),
        is_crossed=True,
    ),
    "long-sit": Base(
        meaning="sitting, legs stretched out",
        said="sitting on the floor",
        said_of_legs="stretched out",
        positions=("seated-floor",),
        view="front-left 20",
        hand="on floor out 12 back 10 fingers back",
        hand_instead="on same thigh 60",
        pelvis_on="floor",
        is_foot_ahead=True,
        leg=RestingLeg(91.0, 86.0, 3.0, -4.0),
    ),
    "kneel": Base(
        meaning="kneeling upright",
        said="kneeling upright",
        positions=("kneeling", "quadruped", "seated-floor"),
        view="front-left 10",
        knees=(9.0, 0.0),
    ),
    "half-kneel": Base(
        meaning="kneeling on one knee",
        said="kneeling on one knee, {side} foot in front",
        positions=("half-kneeling",),
        view="front-{other} 8",
        side="the foot in front",
        standing_feet=1,
        feet=(10.0, 42.0),
        is_foot_ahead=True,
        knees=(10.0, 0.0),
    ),
    "sit-heels": Base(
        meaning="kneeling, sitting on the heels",
        said="sitting back on the heels",
        positions=("seated-floor", "kneeling"),
        view="left 10",
        hand="on same thigh 66",
        knees=(13.0, 37.0),
    ),
    "all-fours": Base(
        meaning="on hands and knees",
        said="on hands and knees",
        positions=("quadruped", "kneeling", "seated-floor"),
        view="left 10",
        hand="on floor",
        turn=82.0,
        knees=(9.5, 0.0),
    ),
    "supine": Base(
        meaning="lying on the back",
        said="lying on the back",
        positions=("supine",),
        view="left 14",
        arm="raise back-out 18, palm back",
        pelvis_on="floor",
        lies="back",
        turn=-90.0,
        is_foot_ahead=True,
        leg=RestingLeg(2.0, 60.0, 4.0, 32.0),
    ),
    "prone": Base(
        meaning="lying on the front",
        said="lying on the front",
        positions=("prone",),
        view="left 12",
        arm="raise front-out 14, elbow 0, palm up",
        pelvis_on="floor",
        lies="front",
        turn=90.0,
        leg=RestingLeg(3.0, 10.0, 2.0, 76.0),
    ),
    "lie": Base(
        meaning="lying on one side",
        said="lying on the {side} side",
        positions=("side-lying",),
        view="front 50",
        side="the side lain on",
        arm="reach front, elbow 4",
        is_arm_of_side=True,
        pelvis_on="floor",
        lies="side",
        leg=RestingLeg(80.0, 91.0, 86.0, 14.0),
    ),
    "hang": Base(
        meaning="hanging from a bar",
        said="hanging from a bar",
        positions=("hanging",),
        view="front 6",
        arm="reach up, elbow 4, grip",
        thing="bar",
        feet=(8.0, 0.0),
        leg=RestingLeg(3.0, 90.0, 6.0, 35.0),
    ),
}
"""Every base, by its word."""

USUAL = "stand"
"""The base of a pose that names none, so that the rest of it can be read."""
