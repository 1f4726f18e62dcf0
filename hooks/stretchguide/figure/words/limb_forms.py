"""The phrases of arms and legs, with their meanings, the numbers they take, and the angles that some stand for."""

from __future__ import annotations

from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.limits import ANGLE, KNEE_WIDTH, LENGTH, SIGNED_ANGLE, Limits, usually
from stretchguide.figure.words.places import FEET_ON, KNEES_ON, PLACES

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
HAND_PAIRS = ("laced", "laced away", "palms together", "backs together")
"""What both hands do together, where the angles of the arms bring them."""
HAND_SHAPES = {
    "flat": "shape of the hand",
    "relaxed": "shape of the hand",
    "cup": "shape of the hand",
    "grip": "shape of the hand",
    "fist": "shape of the hand",
    "point": "shape of the hand",
    "hook": "fingers curled, the big knuckles straight",
    "roof": "fingers straight, bent at the big knuckles",
    "fan": "fingers and thumb spread",
    "thumb out": "the thumb away from a flat hand",
}
SHAPES = (*HAND_SHAPES, *HAND_PAIRS)

_RAISE = Form("raise", (*RAISE_PLANES, *RAISE_SAME), Limits(-60, 200, "degrees"), "upper arm or thigh, from hanging")
_SWING = Form("swing", (), SIGNED_ANGLE, "moves the plane of the raise towards the front")
_TURN = Form("turn", ("in", "out"), ANGLE, "round the limb's own length")
ARM = (
    _RAISE,
    _SWING,
    Form("reach", REACHES, None, "upper arm points there, as the base sees it"),
    Form("elbow", (), ANGLE, "bend; 0 is straight"),
    _TURN,
    Form("palm", tuple(PALMS), None, "of an arm that hangs"),
    Form("palm", (), SIGNED_ANGLE, "turn of the forearm; 0 has the palm towards the body"),
    Form("wrist", ("back", "down"), ANGLE, "bends the hand"),
    Form("shrug", (), Limits(-30, 90, "degrees"), "lifts the shoulder; below 0 draws it down"),
    Form("draw", ("back", "forward"), Limits(0, 40, "degrees", usual=20), "shoulder to the spine, or away from it"),
    *(Form(shape, meaning=HAND_SHAPES.get(shape, "both hands")) for shape in SHAPES),
)
LEG = (
    _RAISE,
    _SWING,
    Form("knee", (), ANGLE, "bend; 0 is straight"),
    _TURN,
    Form("point", (), usually(ANGLE, 35), "toes away"),
    Form("flex", (), usually(ANGLE, 12), "toes towards the shin"),
)
FOOT = (
    Form("hip-wide", meaning="ankles under the hips"),
    Form("shoulder-wide", meaning="ankles under the shoulders"),
    Form("together", meaning="feet side by side"),
    Form("wide", (), LENGTH, "from ankle to ankle"),
    Form("step", ("back", "forward", "out", "in"), LENGTH, "from where the foot is otherwise"),
    Form("turned", ("out", "in"), ANGLE, "toes"),
    Form("heel up", (), usually(ANGLE, 35), "weight on the ball of the foot"),
    Form("heel down", (), usually(ANGLE, 15), "below the ball of the foot, over the edge of a step"),
    Form("toes up", (), usually(ANGLE, 30), "weight on the heel"),
    Form("tops down", meaning="the tops of the toes on the floor, the heel up and ahead"),
    Form("flat", (), LENGTH._replace(is_optional=True), "sole on the floor, so far ahead of the pelvis"),
    Form("soles together", (), usually(LENGTH, 30), "so far ahead of the pelvis"),
    Form("on step", (), usually(LENGTH, 16), "on a step of that height"),
    *(Form(words, (), PLACES[place].number, PLACES[place].bears[part]) for words, (place, part) in FEET_ON.items()),
    Form("point", (), usually(ANGLE, 40), "toes away"),
    Form("flex", (), usually(ANGLE, 15), "toes towards the shin"),
    Form("sole", ("in", "out"), ANGLE, "turned at the ankle, to face that way"),
    Form("tucked", meaning="toes of a kneeling leg under"),
)
TOE_SHAPES = {
    "spread": "like a fan",
    "big up": "the big toe lifted alone",
    "small up": "the small toes lifted, the big one down",
}
TOES = (
    Form("tucked", meaning="toes of a kneeling leg under"),
    Form("drawn back", (), usually(ANGLE, 45), "towards the shin, as by a hand"),
    *(Form(shape, meaning=meaning) for shape, meaning in TOE_SHAPES.items()),
)
ELBOW_WAYS = ("out", "down", "back", "up", "forward", "in")
KNEE_WAYS = ("out", "forward", "up", "in", "back")
KNEE = (
    Form("wide", (), KNEE_WIDTH, "of a kneeling body"),
    *(Form(words, meaning=PLACES[place].bears[part]) for words, (place, part) in KNEES_ON.items()),
)
