"""The phrases of hips, trunk and head, with their meanings and the numbers they take."""

from __future__ import annotations

from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.limits import ANGLE, LENGTH, usually
from stretchguide.format.sides import SIDES

HIPS = (
    Form("fold", (), ANGLE, "pelvis tips forward"),
    Form("tuck", (), ANGLE, "pelvis tips back, tailbone under"),
    Form("tilt", SIDES, ANGLE, "pelvis tips to a side"),
    Form("turn", SIDES, ANGLE, "pelvis and legs turn"),
    Form("shift", ("left", "right", "forward", "back"), LENGTH, "pelvis moves level"),
    Form("lower", (), LENGTH, "pelvis sinks"),
    Form("lift", (), LENGTH, "pelvis rises"),
)
SPINE = (
    Form("straight", meaning="says nothing: undoes what an earlier step said"),
    Form("turn", SIDES, ANGLE, "turns"),
    Form("bend", SIDES, ANGLE, "bends to a side"),
    Form("tilt", SIDES, ANGLE, "the same as bend"),
    Form("fold", (), ANGLE, "bends forward"),
    Form("round", (), ANGLE, "the same as fold"),
    Form("nod", (), ANGLE, "the same as fold"),
    Form("down", (), ANGLE, "the same as fold"),
    Form("arch", (), ANGLE, "bends backward"),
    Form("up", (), ANGLE, "the same as arch"),
)
HEAD = (
    *SPINE,
    Form("tuck", (), usually(ANGLE, 10), "chin drawn back, gaze level"),
    Form("poke", (), usually(ANGLE, 10), "chin pushed forward, gaze level"),
)
FORWARD_WORDS, BACKWARD_WORDS = ("fold", "round", "nod", "down"), ("arch", "up")
