"""What somebody says who sees a body, whatever words brought it there: by the body that is solved."""

from __future__ import annotations

from typing import Any

import pytest

from stretchguide.figure.lints.feet import feet_of
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.sentence.words import BRIEF
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import Feet

STEPPED = {"left foot": "step forward 40", "right foot": "step back 40"}
SHINS = {"right leg": "raise front-out 86, turn out 92, knee 90", "left leg": "raise side 84, knee 90"}
DOG = {"hips": "fold 52, lift 37", "left leg": "raise front 76, knee 58"}
BAR = {"arms": "raise front 148, elbow 44, grip"}

# Every position of the vocabulary: words of poses, and what one sees.
SEEN: dict[str, list[tuple[dict[str, Any], str]]] = {
    "standing": [
        ({"base": "stand"}, "Standing."),
        ({"base": "stand", "hips": "lower 14"}, "Standing with the knees bent."),
        ({"base": "stand", "hips": "lower 40"}, "In a squat."),
        ({"base": "stand", "hips": "lower 20", **STEPPED}, "In a lunge, right foot back, left foot forward."),
        (
            {"base": "stand", "hips": "lower 4", "right leg": "raise front 24, knee 3, flex 12"},
            "Standing, right foot forward and on its heel.",
        ),
        (
            {"base": "stand", "right leg": "raise front 70, knee 90"},
            "Standing, right leg raised forward with the knee bent.",
        ),
    ],
    "seated-chair": [
        ({"base": "sit-chair"}, "Sitting on a chair."),
        ({"base": "sit-chair", "legs": "raise front-out 89, swing 4, knee 84"}, "Sitting on a chair, feet wide."),
        ({"base": "sit-chair", "right leg": "raise front 90, knee 88"}, "Sitting on a chair."),
        (
            {"base": "sit-chair", "right leg": "raise front 64, knee 18, flex 10"},
            "Sitting on a chair, right foot forward and on its heel.",
        ),
        (
            {"base": "sit-chair", "right leg": "raise front 104, knee 96"},
            "Sitting on a chair, right leg drawn up with the knee bent.",
        ),
    ],
    "seated-floor": [
        ({"base": "cross-legged"}, "Sitting cross-legged, right foot in front."),
        ({"base": "long-sit"}, "Sitting on the floor, legs stretched out."),
        ({"base": "long-sit", "right foot": "flat 40"}, "Sitting on the floor, right knee up, left leg stretched out."),
        ({"base": "long-sit", "legs": "raise front-out 86"}, "Sitting on the floor, legs wide apart."),
        (
            {"base": "long-sit", "right foot": "flat 40", "left leg": "raise back 84, knee 4, point 60"},
            "Sitting on the floor, right knee up, left leg back along the floor.",
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
            "Lying on the back, right leg raised well forward with the knee straight.",
        ),
        (
            {"base": "supine", "left leg": "raise side 20", "right leg": "raise across 16"},
            "Lying on the back, right leg across to the other side, left leg out to the side.",
        ),
    ],
    "prone": [({"base": "prone"}, "Lying on the front.")],
    "side-lying": [({"base": "lie left"}, "Lying on the left side.")],
    "hanging": [
        ({"base": "hang", **BAR, "legs": "knee 0, flex 0"}, "Standing under a bar, hands on it."),
        ({"base": "hang", "legs": "raise front 30, knee 58"}, "Hanging from a bar, toes on the floor."),
        ({"base": "hang", "hips": "lift 10", "legs": "knee 66"}, "Hanging from a bar, hips lifted, knees bent."),
    ],
}
EACH = [(position, *seen) for position, every in SEEN.items() for seen in every]


@pytest.mark.parametrize(("position", "words", "text"), EACH)
def test_a_posture_is_called_what_one_sees(position: str, words: dict[str, Any], text: str) -> None:
    pose = parse(words)
    assert position in BASES[pose.base].positions
    assert describe(pose, say=BRIEF, feet=feet_of(solve(pose))) == text


def test_every_position_has_its_words_and_no_two_postures_the_same() -> None:
    assert set(SEEN) == {position for base in BASES.values() for position in base.positions}
    texts = [text for _, _, text in EACH]
    assert len(set(texts)) == len(texts) - 1, "a leg that is raised as far as a seat has it is none"


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
    assert feet_of(solve(parse(words))) == feet
