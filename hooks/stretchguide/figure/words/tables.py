"""Every word of the pose language, with its meaning and the numbers it takes: data, and the shapes of that data.

`language` reads poses by these tables, and `language_reference` orders them for a page of reference, so the two cannot
differ. What a word does to the body is the solver's business, but for plain angles that are part of its meaning.
"""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.format.sides import SIDES


class Limits(NamedTuple):
    """The numbers a word takes."""

    least: float
    most: float
    unit: str
    usual: float | None = None
    """Taken when the number is left out; None where it must be written."""
    is_optional: bool = False
    """Whether it may be left out without any usual value."""


class Form(NamedTuple):
    """One kind of phrase: a verb, a word of choice after it, a number at the end."""

    verb: str
    ways: tuple[str, ...] = ()
    number: Limits | None = None
    meaning: str = ""


# Limits keep slips of the pen out (`turn 400`); what a body can do is checked on the solved figure.
_ANGLE = Limits(0, 180, "degrees")
_SIGNED = Limits(-180, 180, "degrees")
LENGTH = Limits(0, 200, "cm")
PERCENT = Limits(0, 100, "percent", is_optional=True)
HEIGHT = Limits(0, 250, "cm", is_optional=True)
FLOOR_STEP = Limits(-120, 120, "cm")
ELEVATION = Limits(-60, 90, "degrees", is_optional=True)
KNEE_WIDTH = Limits(0, 150, "cm", usual=30)


def _usual(limits: Limits, value: float) -> Limits:
    return limits._replace(usual=value)


# -- things under the body, and view ----------------------------------------------------------------------------------

VIEWS: dict[str, float] = {
    "front": 0,
    "front-left": 38,
    "left": 90,
    "back-left": 142,
    "back": 180,
    "back-right": -142,
    "right": -90,
    "front-right": -38,
}
"""Where the eye is, as an azimuth in degrees; left is the figure's."""

CLOSE = "close"
"""After a view: only head and chest are shown, and hands that are near them."""

# -- trunk and head ---------------------------------------------------------------------------------------------------

HIPS = (
    Form("fold", (), _ANGLE, "pelvis tips forward"),
    Form("tuck", (), _ANGLE, "pelvis tips back, tailbone under"),
    Form("tilt", SIDES, _ANGLE, "pelvis tips to a side"),
    Form("turn", SIDES, _ANGLE, "pelvis and legs turn"),
    Form("shift", ("left", "right", "forward", "back"), LENGTH, "pelvis moves level"),
    Form("lower", (), LENGTH, "pelvis sinks"),
    Form("lift", (), LENGTH, "pelvis rises"),
)
SPINE = (
    Form("straight", meaning="says nothing: undoes what an earlier step said"),
    Form("turn", SIDES, _ANGLE, "turns"),
    Form("bend", SIDES, _ANGLE, "bends to a side"),
    Form("tilt", SIDES, _ANGLE, "the same as bend"),
    Form("fold", (), _ANGLE, "bends forward"),
    Form("round", (), _ANGLE, "the same as fold"),
    Form("nod", (), _ANGLE, "the same as fold"),
    Form("down", (), _ANGLE, "the same as fold"),
    Form("arch", (), _ANGLE, "bends backward"),
    Form("up", (), _ANGLE, "the same as arch"),
)
HEAD = (
    *SPINE,
    Form("tuck", (), _usual(_ANGLE, 10), "chin drawn back, gaze level"),
    Form("poke", (), _usual(_ANGLE, 10), "chin pushed forward, gaze level"),
)
FORWARD_WORDS, BACKWARD_WORDS = ("fold", "round", "nod", "down"), ("arch", "up")

# -- limbs ------------------------------------------------------------------------------------------------------------

RAISE_PLANES: dict[str, float] = {
    "front": 90,
    "front-out": 50,
    "front-in": 108,
    "side": 0,
    "back-out": -45,
    "back": -90,
    "across": 128,
}
"""The plane a limb is raised in, in degrees: 0 sideways, 90 forward."""
RAISE_SAME = {"forward": "front", "diagonal": "front-out"}
"""Other spellings."""
PALMS: dict[str, float] = {"in": 0, "down": 80, "up": -85, "forward": -70, "back": 70, "out": 160}
"""Turn of the forearm in degrees, for an arm that hangs."""
REACHES = ("front", "back", "left", "right", "up", "down")
SHAPES = ("flat", "relaxed", "cup", "grip", "fist", "point")

_RAISE = Form("raise", (*RAISE_PLANES, *RAISE_SAME), Limits(-60, 200, "degrees"), "upper arm or thigh, from hanging")
_SWING = Form("swing", (), _SIGNED, "moves the plane of the raise towards the front")
_TURN = Form("turn", ("in", "out"), _ANGLE, "round the limb's own length")
ARM = (
    _RAISE,
    _SWING,
    Form("reach", REACHES, None, "upper arm points there, as the base sees it"),
    Form("elbow", (), _ANGLE, "bend; 0 is straight"),
    _TURN,
    Form("palm", tuple(PALMS), None, "of an arm that hangs"),
    Form("palm", (), _SIGNED, "turn of the forearm; 0 has the palm towards the body"),
    Form("wrist", ("back", "down"), _ANGLE, "bends the hand"),
    Form("shrug", (), Limits(-30, 90, "degrees"), "lifts the shoulder; below 0 draws it down"),
    Form("draw", ("back", "forward"), Limits(0, 40, "degrees", usual=20), "shoulder to the spine, or away from it"),
    *(Form(shape, meaning="shape of the hand") for shape in SHAPES),
)
LEG = (
    _RAISE,
    _SWING,
    Form("knee", (), _ANGLE, "bend; 0 is straight"),
    _TURN,
    Form("point", (), _usual(_ANGLE, 35), "toes away"),
    Form("flex", (), _usual(_ANGLE, 12), "toes towards the shin"),
)
FOOT = (
    Form("hip-wide", meaning="ankles under the hips"),
    Form("shoulder-wide", meaning="ankles under the shoulders"),
    Form("together", meaning="feet side by side"),
    Form("wide", (), LENGTH, "from ankle to ankle"),
    Form("step", ("back", "forward", "out", "in"), LENGTH, "from where the foot is otherwise"),
    Form("turned", ("out", "in"), _ANGLE, "toes"),
    Form("heel up", (), _usual(_ANGLE, 35), "weight on the ball of the foot"),
    Form("flat", (), LENGTH._replace(is_optional=True), "sole on the floor, so far ahead of the pelvis"),
    Form("soles together", (), _usual(LENGTH, 30), "so far ahead of the pelvis"),
    Form("on step", (), _usual(LENGTH, 16), "on a step of that height"),
    Form("on seat", meaning="sole on a chair beside the body"),
    Form("heel on seat", meaning="the leg stretched out to a chair beside the body"),
    Form("on wall", (), HEIGHT, "sole on the wall, so high; as high as the leg reaches"),
    Form("heel on wall", (), HEIGHT, "the leg stretched up the wall"),
    Form("on frame", (), HEIGHT, "heel on the frame of a doorway; as high as the leg reaches"),
    Form("point", (), _usual(_ANGLE, 40), "toes away"),
    Form("flex", (), _usual(_ANGLE, 15), "toes towards the shin"),
    Form("tucked", meaning="toes of a kneeling leg under"),
)
TOES = (Form("tucked", meaning="toes of a kneeling leg under"),)
ELBOW_WAYS = ("out", "down", "back", "up", "forward", "in")
KNEE_WAYS = ("out", "forward", "up", "in", "back")
KNEE = (
    Form("wide", (), KNEE_WIDTH, "of a kneeling body"),
    Form("on seat", meaning="shin on a chair beside the body"),
)
REST = "rest"
"""Alone after the key of a limb, of the head or the hips: as if the key had never been written."""

# -- places -----------------------------------------------------------------------------------------------------------


class Place(NamedTuple):
    """Something that a hand can touch."""

    owner: str
    """`own` or `other`: whose it is when no side is written; `hand`: always the other arm's; empty: there is one."""
    number: Limits | None = None
    faces: tuple[str, ...] = ()
    is_carried: bool = False
    """The hand holds it and takes it along."""


_FACES_ROUND = ("out", "in", "back")
PLACES = {
    "head": Place("", faces=("top", "side")),
    "chin": Place(""),
    "chest": Place(""),
    "belly": Place(""),
    "back": Place(""),
    "hip": Place("own"),
    "waist": Place("own"),
    "shoulder": Place("own"),
    "knee": Place("own", faces=(*_FACES_ROUND, "front")),
    "thigh": Place("own", PERCENT, _FACES_ROUND),
    "shin": Place("own", PERCENT, _FACES_ROUND),
    "ankle": Place("own", faces=_FACES_ROUND),
    "foot": Place("own"),
    "toes": Place("own"),
    "elbow": Place("hand"),
    "upper-arm": Place("hand"),
    "forearm": Place("hand", PERCENT),
    "wrist": Place("hand"),
    "hand": Place("hand", faces=("back",)),
    "fingers": Place("hand"),
    "floor": Place("", faces=("side", "fingers back")),
    "wall": Place("", HEIGHT),
    "frame": Place("", HEIGHT),
    "table": Place(""),
    "seat": Place(""),
    "block": Place(""),
    "chair-back": Place(""),
    "strap": Place("", is_carried=True),
    "towel": Place("", is_carried=True),
    "stick": Place("", is_carried=True),
    "club": Place("", is_carried=True),
    "ball": Place("", is_carried=True),
    "bar": Place("", is_carried=True),
    "rail": Place("", is_carried=True),
}
HOWS = ("on", "hold", "behind", "under", "to")
FACE_SAME = {"outside": "out", "inside": "in", "behind": "back", "under": "back"}
"""Other spellings."""
FLOOR_STEPS = ("ahead", "back", "out", "in")
REST_PLACES: dict[str, float] = {"knee": 88, "thigh": 60, "shin": 60}
"""Where on the other leg a foot can lie; the percent along thigh or shin that is taken when none is written."""
REST_HOWS = ("on", "across", "over")
FOOT_THINGS = ("step", "seat", "wall", "frame")
"""Things a foot can be on; each is a word of `FOOT`, too."""

# -- keys -------------------------------------------------------------------------------------------------------------

LIMB_KEYS = ("arm", "hand", "elbow", "leg", "foot", "knee", "toes")
PLURALS = {"arms": "arm", "hands": "hand", "elbows": "elbow", "legs": "leg", "feet": "foot", "knees": "knee"}
SIDED_KEYS = tuple(f"{side} {limb}" for side in SIDES for limb in LIMB_KEYS)
TRUNK_KEYS = ("hips", "trunk", "lower back", "upper back", "head")
SIGN_KEYS = ("arrows", "feel", "also", "breath")
"""What a step does not pass on to the next one."""
KEYS = ("base", "view", *TRUNK_KEYS, *SIDED_KEYS, *PLURALS, "props", *SIGN_KEYS, "title")
