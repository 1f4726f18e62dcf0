"""What somebody says who sees a body, whatever words brought it there: by the body that is solved."""

from __future__ import annotations

import re
from typing import Any

import pytest

from stretchguide.figure.lints.seen import seen_of
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.sentence.words import BRIEF
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose_steps import mirrored
from stretchguide.figure.words.seen import Feet

STEPPED = {"left foot": "step forward 40", "right foot": "step back 40"}
SHINS = {"right leg": "raise front-out 86, turn out 92, knee 90", "left leg": "raise side 84, knee 90"}
DOG = {"hips": "fold 52, lift 37", "left leg": "raise front 76, knee 58"}
BAR = {"arms": "raise front 148, elbow 44, grip"}

# Every position of the vocabulary: words of poses, and what one sees.
SEEN: dict[str, list[tuple[dict[str, Any], str]]] = {
    "standing": [
        ({"base": "stand"}, "Standing."),
        ({"base": "stand", "hips": "lower 14"}, "Standing with the knees bent."),
        ({"base": "stand", "hips": "lower 40"}, "In a deep squat."),
        ({"base": "stand", "hips": "lower 20", **STEPPED}, "In a lunge, left foot far in front."),
        (
            {"base": "stand", "hips": "lower 4", "right leg": "raise front 24, knee 3, flex 12"},
            "Standing, right heel on the floor in front with the toes up.",
        ),
        (
            {"base": "stand", "right leg": "raise front 70, knee 90"},
            "Standing, right knee raised.",
        ),
    ],
    "seated-chair": [
        ({"base": "sit-chair"}, "Sitting on a chair."),
        ({"base": "sit-chair", "legs": "raise front-out 89, swing 4, knee 84"}, "Sitting on a chair, feet wide."),
        ({"base": "sit-chair", "right leg": "raise front 90, knee 88"}, "Sitting on a chair."),
        (
            {"base": "sit-chair", "right leg": "raise front 64, knee 18, flex 10"},
            "Sitting on a chair, right leg stretched forward, heel down.",
        ),
        (
            {"base": "sit-chair", "right leg": "raise front 104, knee 96"},
            "Sitting on a chair, right knee drawn up.",
        ),
    ],
    "seated-floor": [
        ({"base": "cross-legged"}, "Sitting cross-legged, right foot in front."),
        ({"base": "long-sit"}, "Sitting on the floor, legs stretched out."),
        ({"base": "long-sit", "right foot": "flat 40"}, "Sitting on the floor, right knee up, left leg stretched out."),
        ({"base": "long-sit", "legs": "raise front-out 86"}, "Sitting on the floor, legs wide apart."),
        (
            {"base": "long-sit", "right foot": "flat 40", "left leg": "raise back 84, knee 4, point 60"},
            "Sitting on the floor, right knee up, left leg out behind.",
        ),
        ({"base": "long-sit", **SHINS}, "Sitting on the floor, right shin in front, left shin behind."),
        ({"base": "sit-heels"}, "Sitting back on the heels."),
    ],
    "kneeling": [
        ({"base": "kneel"}, "Kneeling upright."),
        (
            {"base": "kneel", "hips": "fold 60", "hands": "on seat", "props": "chair 50"},
            "Kneeling, bent forward at the hips, both hands on the seat, a chair ahead.",
        ),
    ],
    "half-kneeling": [({"base": "half-kneel left"}, "Kneeling on one knee, left foot in front.")],
    "quadruped": [
        ({"base": "all-fours"}, "On hands and knees."),
        (
            {"base": "all-fours", "hips": "fold 54, lift 37", "legs": "raise front 48, knee 4, flex 4"},
            "In an upside-down V, hands and feet on the floor.",
        ),
        (
            {"base": "all-fours", **DOG, "right leg": "raise front 50, knee 4, flex 24"},
            "In an upside-down V, hands and feet on the floor, left knee bent.",
        ),
    ],
    "supine": [
        ({"base": "supine"}, "Lying on the back."),
        ({"base": "supine", "feet": "flat 42", "knees": "up"}, "Lying on the back with the knees bent."),
        (
            {"base": "supine", "right leg": "raise front 84, knee 4"},
            "Lying on the back, right leg straight up.",
        ),
        (
            {"base": "supine", "left leg": "raise side 20", "right leg": "raise across 16"},
            "Lying on the back, legs to the left.",
        ),
    ],
    "prone": [({"base": "prone"}, "Lying on the front.")],
    "side-lying": [({"base": "lie left"}, "Lying on the left side with the knees bent.")],
    "hanging": [
        ({"base": "hang", **BAR, "legs": "knee 0, flex 0"}, "Standing under a bar, hands on it."),
        ({"base": "hang", "legs": "raise front 30, knee 58"}, "Hanging from a bar, toes on the floor, knees bent."),
        ({"base": "hang", "hips": "lift 10", "legs": "knee 66"}, "Hanging from a bar, feet off the floor, knees bent."),
    ],
}
EACH = [(position, *seen) for position, every in SEEN.items() for seen in every]


@pytest.mark.parametrize(("position", "words", "text"), EACH)
def test_a_posture_is_called_what_one_sees(position: str, words: dict[str, Any], text: str) -> None:
    pose = parse(words)
    assert position in BASES[pose.base].positions
    assert describe(pose, say=BRIEF, seen=seen_of(solve(pose))) == text


def test_every_position_has_its_words_and_no_two_postures_the_same() -> None:
    assert set(SEEN) == {position for base in BASES.values() for position in base.positions}
    texts = [text for _, _, text in EACH]
    assert len(set(texts)) == len(texts) - 1, "a leg that is raised as far as a seat has it is none"


CHAIR = {"base": "sit-chair"}
BACK = {"base": "supine"}
WALL = {"base": "stand", "hands": "on wall 130", "props": "wall 60"}

ALL_FOURS = "On hands and knees."
TABLED = ["chair", "table 56"]
TOWEL = {"left hand": "hold towel", "props": "towel"}
STRAP = {"right hand": "hold strap", "props": "strap right ankle"}
ON_SEAT = {"hips": "fold 46, shift back 18", "props": ["chair ahead 14", "mat"]}

# What decides a picture, and what words alone would say otherwise.
DECIDES: list[tuple[dict[str, Any], str]] = [
    # How it stands and leans
    (
        {"base": "stand", "hips": "lower 50, shift back 16, fold 34", "feet": "wide 46"},
        "In a deep squat, leaning forward",
    ),
    (
        {
            "base": "stand",
            "feet": "wide 78",
            "hips": "shift left 26, shift back 20, fold 32",
            "left knee": "forward out",
        },
        "In a side lunge over the bent left leg, leaning forward, right leg straight.",
    ),
    ({"base": "stand", "hips": "shift forward 6", "lower back": "arch 30"}, "Standing, leaning back"),
    (
        {**WALL, "right foot": "step back 30", "hips": "shift forward 10"},
        "Standing, both hands on the wall, right foot",
    ),
    ({"base": "stand", "feet": "step back 6", "hips": "shift back 6"}, "Standing."),
    ({"base": "stand", "right foot": "step back 22, step in 34"}, "right foot crossed behind"),
    # On a seat
    ({**CHAIR, "hips": "shift forward 16"}, "Sitting near the front of a chair."),
    ({**CHAIR, "hips": "shift back 5"}, "Sitting well back on a chair."),
    ({**CHAIR, "hips": "turn left 90", "legs": "raise front 87, knee 87"}, "Sitting sideways on a chair"),
    ({**CHAIR, "feet": "toes up 30"}, "toes lifted with the heels on the floor"),
    ({**CHAIR, "right leg": "raise front 92, knee 66"}, "right foot lifted off the floor"),
    ({**CHAIR, "left foot": "step forward 20, step out 40, toes up 10"}, "left leg stretched"),
    ({**CHAIR, "right leg": "raise front 98, swing 30, knee 84"}, "right thigh crossed over the left one"),
    # On the floor
    ({"base": "long-sit", "right foot": "flat 46, step in 36"}, "right foot crossed over the straight left leg"),
    (
        {"base": "long-sit", "feet": "wide 74, flat 54", "right knee": "out", "left knee": "in"},
        "knees lowered to the right",
    ),
    ({"base": "long-sit", "left hand": "on floor back 30 out 6"}, "left hand on the floor behind"),
    ({"base": "sit-heels", "hips": "lift 10", "props": "cushion heels"}, "Sitting on a cushion on the heels."),
    ({"base": "all-fours", "right foot": "flat, step out 72"}, "right leg straight out to the side, foot flat"),
    ({"base": "all-fours", "hips": "shift forward 12"}, "On hands and knees, rocked forward."),
    (
        {"base": "all-fours", "hips": "lower 13, shift back 24"},
        "On hands and knees, the hips sat back towards the heels",
    ),
    # Lying
    (
        {**BACK, "feet": "flat 44, together", "hips": "turn right 18", "right knee": "out up", "left knee": "in"},
        "knees rolled to the right",
    ),
    ({**BACK, "feet": "flat 46, wide 52", "right knee": "in"}, "right knee sunk to the left"),
    ({**BACK, "right leg": "raise front 118, knee 106"}, "right knee drawn to the chest"),
    ({**BACK, "right leg": "raise front 90, knee 90"}, "right knee lifted, pointing up"),
    ({**BACK, "right leg": "raise front 74, knee 40"}, "right leg straight up with the knee soft"),
    (
        {"base": "prone", "trunk": "arch 34", "hands": "on floor ahead 22", "elbows": "down"},
        "both forearms on the floor",
    ),
    ({"base": "prone", "hips": "turn left 60"}, "Lying on the front, rolled half on to the right side"),
    ({"base": "lie left", "left arm": "reach up"}, "left arm past the head"),
    # Hands and head
    ({"base": "stand", "arms": "raise back 18, turn in 60, elbow 40, laced"}, "fingers laced behind the back"),
    ({"base": "stand", "arms": "raise side 170, laced away"}, "fingers laced overhead, palms up"),
    ({"base": "stand", "arms": "raise front 160, elbow 8", "hands": "hold towel", "props": "towel"}, "towel overhead"),
    (
        {"base": "stand", "arms": "raise back 30, elbow 6", "hands": "hold towel", "props": "towel"},
        "towel behind the back",
    ),
    ({"base": "stand", "arms": "raise side 86, turn out 80, elbow 90"}, "elbows bent and the hands up"),
    (
        {"base": "stand", "left arm": "raise across 74, elbow 92", "right arm": "raise across 92, elbow 92"},
        "arms crossed, the right one on top with the elbows bent",
    ),
    ({"base": "stand", "hands": "lean on frame 134", "props": "doorway 76"}, "with the elbows at shoulder height"),
    (
        {
            "base": "stand",
            "right hand": "hold left frame 184",
            "left hand": "hold left frame 103",
            "trunk": "bend left 10",
            "props": "doorway 90",
        },
        "both hands holding the left door frame, the right one higher",
    ),
    (
        {"base": "all-fours", "hips": "fold 34", "hands": "on floor ahead 40", "head": "up 8"},
        "On hands and knees, hips high, forehead on the floor",
    ),
    # As somebody sees it who knows neither angles nor words
    (
        {
            "base": "stand",
            "right leg": "raise front 42, knee 3, flex 8",
            "hips": "fold 74, lower 12, shift back 20",
            "trunk": "fold 14",
            "arms": "reach down, elbow 6",
        },
        "right heel on the floor in front with the toes up",
    ),
    ({"base": "stand", "right foot": "on step 16, heel down 2", "props": "step 16"}, "with the heel over the edge."),
    (
        {"base": "stand", "right foot": "on step 16, heel down 22", "props": "step 16"},
        "with the heel down over the edge.",
    ),
    ({"base": "all-fours", "hips": "shift back 10", "props": "cushion heels"}, "On hands and knees, a cushion"),
    (
        {**CHAIR, "hips": "fold 22", "trunk": "fold 20", "right arm": "raise front 117, elbow 6", "props": TABLED},
        "right hand on the table.",
    ),
    ({"base": "stand", **TOWEL, "left arm": "raise front 150, turn out 20, elbow 132"}, "towel above the shoulder."),
    ({"base": "stand", **TOWEL, "left arm": "raise front 150, turn in 20, elbow 132"}, "towel behind the neck."),
    (
        {"base": "prone", "trunk": "arch 42", "hands": "on floor ahead 22", "elbows": "down"},
        "both forearms on the floor",
    ),
    (
        {"base": "prone", **STRAP, "right arm": "raise side 120, elbow 140, turn out 60"},
        "right hand holding the strap over the shoulder, a strap round the right ankle.",
    ),
    ({"base": "prone", **STRAP, "right arm": "raise back-out 14, elbow 6"}, "holding the strap beside the hips"),
    ({**BACK, "arms": "raise side 52, swing -36, elbow 6, palm forward"}, "arms out to the side with the palms up."),
    ({**CHAIR, "arms": "raise side 42, elbow 6, palm forward"}, "arms out to the side with the palms forward."),
    (
        {"base": "kneel", **ON_SEAT, "hands": "palms together", "arms": "raise front 68, turn in 20, elbow 118"},
        "Kneeling, bent forward at the hips, elbows on the seat with the palms together, a chair ahead.",
    ),
    ({"base": "stand", "arms": "raise side 8, elbow 10, shrug 14"}, "shoulders lifted"),
    ({"base": "stand", "right arm": "raise front 30, elbow 60"}, "right arm beside the body with the elbow bent"),
    ({"base": "sit-heels", "hips": "fold 40", "hands": "on floor ahead 6 out 6"}, "both hands on the floor ahead."),
    ({"base": "all-fours", "hands": "on floor"}, "On hands and knees."),
    # Where limbs end that go to rest
    ({"base": "stand", "arrows": "hands down"}, "Standing, arms hanging down, arrow: both hands down."),
    ({**CHAIR, "arrows": "hands down"}, "Sitting on a chair, hands on the thighs, arrow: both hands down."),
    (
        {**BACK, "left foot": "flat 40", "arrows": "right foot down"},
        "right leg straight, left foot flat on the floor, arrow: right foot down.",
    ),
    (
        {**CHAIR, "hips": "fold 31", "trunk": "fold 36", "head": "nod 4", "hands": "on table", "props": "table 50"},
        "forehead on",
    ),
]


@pytest.mark.parametrize(("words", "said"), DECIDES)
def test_what_decides_a_picture_is_told_as_it_is_seen(words: dict[str, Any], said: str) -> None:
    pose = parse(words)
    text = describe(pose, say=BRIEF, seen=seen_of(solve(pose)))
    assert said in text
    assert "shifted" not in text
    assert not re.search(r"\d", text)


def test_fingers_are_told_where_they_point_and_not_where_words_want_them() -> None:
    pose = parse({"base": "all-fours", "hands": "on floor side"})
    seen = seen_of(solve(pose))
    way = {"left fingers": (90, 0, 40), "right fingers": (-90, 0, 40)}
    for turned, said in (
        (1, "On hands and knees, both hands on the floor, fingers pointing outwards."),
        (-1, ALL_FOURS),
    ):
        spots = {name: (spot[0] * turned, *spot[1:]) for name, spot in way.items()}
        text = describe(pose, say=BRIEF, seen=seen._replace(spots=tuple({**dict(seen.spots), **spots}.items())))
        assert text == said


def test_what_is_seen_of_the_other_side_is_the_same_mirrored() -> None:
    words: dict[str, Any] = {"base": "stand", "right foot": "step back 22, step in 34", "left arm": "raise side 60"}
    seen, other = (seen_of(solve(parse(each))) for each in (words, mirrored(words)))
    text = describe(parse(mirrored(words)), say=BRIEF, seen=seen.mirrored)
    assert text == describe(parse(mirrored(words)), say=BRIEF, seen=other)
    assert "left foot crossed behind" in text


@pytest.mark.parametrize(
    ("words", "feet"),
    [
        ({"base": "stand", "right leg": "raise front 60"}, Feet("flat", "")),
        ({"base": "sit-chair", "right foot": "step forward 50, toes up 40"}, Feet("flat", "heel")),
        ({"base": "kneel"}, Feet("lying back", "lying back")),
        ({"base": "long-sit", "right foot": "flat 40"}, Feet("lying ahead", "flat")),
    ],
)
def test_feet_bear_as_they_do_on_the_solved_body(words: dict[str, Any], feet: Feet) -> None:
    assert seen_of(solve(parse(words))).feet == feet


LONG_TEXTS: list[tuple[dict[str, Any], str]] = [
    (
        {
            "base": "stand",
            "hips": "lower 8, turn right 30",
            "trunk": "turn right 24",
            "left hand": "on right shoulder",
            "right hand": "on left shoulder",
            "left foot": "heel up 30",
            "props": "club chest",
            "arrows": "turn right",
        },
        "arms crossed on the chest",
    ),
    (
        {
            "base": "supine",
            "right leg": "raise front 40, knee 60",
            "left foot": "flat 40",
            "arms": "raise front 52, elbow 58",
            "hands": "hold strap",
            "props": "strap right foot",
            "arrows": "right foot down",
        },
        "holding the strap round the right foot",
    ),
]


@pytest.mark.parametrize(("words", "said"), LONG_TEXTS)
def test_what_decides_a_picture_stays_in_a_text_that_is_cut_to_what_can_be_listened_to(
    words: dict[str, Any], said: str
) -> None:
    pose = parse(words)
    text = describe(pose, say=BRIEF, seen=seen_of(solve(pose)))
    assert said in text
    assert len(text) <= 170
