"""The words of the pose language for things beside the body and for signs on the picture: data, and its shapes."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.words.tables import LENGTH, Limits
from stretchguide.format.sides import SIDES

# -- things -----------------------------------------------------------------------------------------------------------


class ThingWords(NamedTuple):
    """What may follow the name of a thing."""

    places: tuple[str, ...] = ("",)
    """Parts of the body it lies at; the first is taken when none is written, empty: none need be."""
    number: Limits | None = None
    meaning: str = ""
    must_say: bool = False
    """Whether the place must be written."""


_AHEAD = Limits(-150, 200, "cm", is_optional=True)
_NEAR_EDGE = Limits(0, 150, "cm", is_optional=True)
_FEET = ("left foot", "right foot")
_HANDS = ("left hand", "right hand")
_TRUNK = ("upper", "lower", "hips")
_BESIDE = ("ahead", "behind", "left", "right")
BESIDE = (*_BESIDE, *(f"{way} turned" for way in _BESIDE))
"""Where a chair can stand beside a body; turned, its back is towards the body."""
CUSHION_AT = (*(f"{side} {part}" for part in ("knee", "hip") for side in SIDES), "heels", *SIDES)
"""Where a cushion can lie: under a joint, between thighs and calves, or beside the body."""
THINGS = {
    "chair": ThingWords(("", *BESIDE), _NEAR_EDGE, "under who sits on it, else ahead or behind; its edge so far away"),
    "stool": ThingWords(("", *BESIDE), _NEAR_EDGE, "a chair without a back"),
    "bed": ThingWords(number=_AHEAD, meaning="under a lying or sitting body, or so far ahead"),
    "mat": ThingWords(meaning="comes with the bases on the floor by itself"),
    "no mat": ThingWords(meaning="the bare floor"),
    "pillow": ThingWords(meaning="under the head"),
    "cushion": ThingWords(
        CUSHION_AT, meaning="under a knee or a hip, on the heels, or on the floor beside the body", must_say=True
    ),
    "roller": ThingWords(_TRUNK, meaning="a foam roller under the back"),
    "block": ThingWords(SIDES, Limits(2, 60, "cm", is_optional=True), "under a hand, so high", must_say=True),
    "step": ThingWords(
        ("", "rail", "left rail", "right rail"), LENGTH._replace(is_optional=True), "so high; with a rail beside it"
    ),
    "wall": ThingWords(("", *SIDES), _AHEAD, "so far ahead of the body's middle, behind it below 0; or at its side"),
    "doorway": ThingWords(
        ("", *SIDES), LENGTH._replace(is_optional=True), "so wide; with a side, its frame there is before that leg"
    ),
    "table": ThingWords(number=_AHEAD, meaning="its edge so far ahead"),
    "strap": ThingWords(("", *_FEET), meaning="from both hands to a foot, or between the hands"),
    "towel": ThingWords(("", *_FEET), meaning="from both hands to a foot, or between the hands"),
    "stick": ThingWords(("", *_HANDS, "chest", "back"), meaning="in both hands, in one, or across the trunk"),
    "club": ThingWords(("", *_HANDS, "chest", "back"), meaning="a golf club, held like a stick"),
    "ball": ThingWords((*_FEET, *_HANDS, *_TRUNK), LENGTH._replace(is_optional=True), "so wide", must_say=True),
    "bar": ThingWords(meaning="comes with hang by itself"),
}
"""Things beside the body, in the order in which a pose lists them."""
ONLY_ONE = ("bed", "step", "wall", "doorway", "table")
"""Things of which a picture has one at most."""

# -- signs ------------------------------------------------------------------------------------------------------------

ARROW_TRUNK = ("pelvis", "hips", "waist", "chest", "head", "chin")
ARROW_LIMBS = ("hand", "foot", "heel", "elbow", "knee", "shoulder", "hip", "arm", "leg", "wrist", "ankle")
ARROW_BOTH = {"hands": "hand", "elbows": "elbow", "knees": "knee", "feet": "foot"}
"""Two that move together: one arrow stands between them."""
ARROW_PARTS = (*ARROW_TRUNK, *ARROW_BOTH, *(f"{side} {part}" for side in SIDES for part in ARROW_LIMBS))
ARROW_SAME = {"hips": "pelvis", "over": "chest"}
"""Other spellings."""
ARROW_WAYS = ("up", "down", "left", "right", "forward", "back")
ARROW_AT = {"turn": ("chest", "over", "head", "waist"), "tilt": ("head", "chest"), "bend": ("chest", "head")}
"""Where a turning or tilting arrow may be; the first when nothing is said."""
ARROW_OVER = ("left", "right", "forward", "back")
"""Where an arrow that goes up and over ends."""
ARROW_NODS = {"nod": ("head", ("down", "up")), "tuck": ("pelvis", ("under",)), "tip": ("pelvis", ("forward",))}
"""Small curved arrows: what they are at, and which way they go."""
BREATHS = ("in", "out", "easy")
