"""Poses of the steps of a record: what a step keeps of the one before, and the same for the other side."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from figure_words import MUSCLES, POSES, PROTOTYPE, RECORDS, keys_and_phrases, poses
from stretchguide.figure.shapes.geometry import Vector
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse, read
from stretchguide.figure.words.places import FOOT_THINGS, STEP
from stretchguide.figure.words.pose import Arm, Contact, Leg
from stretchguide.figure.words.pose_steps import inherited, mirrored, poses_of

# -- steps ------------------------------------------------------------------------------------------------------------


def test_a_step_changes_only_what_it_says() -> None:
    first = {
        "base": "stand",
        "hands": "on hip",
        "trunk": "fold 10",
        "arrows": ["head up"],
        "breath": "in",
        "feel": ["x"],
    }
    assert inherited(first, {"trunk": "straight"}) == {"base": "stand", "hands": "on hip", "trunk": "straight"}


def test_one_side_replaces_what_a_plural_gave_it() -> None:
    first = {"base": "stand", "feet": "wide 80", "left foot": ["turned out 20"]}
    second = inherited(first, {"right foot": "hip-wide"})
    assert second == {"base": "stand", "left foot": ["wide 80", "turned out 20"], "right foot": "hip-wide"}
    assert inherited(second, {"feet": "together"}) == {"base": "stand", "feet": "together"}


def test_a_raised_arm_lets_go_of_what_its_hand_touched() -> None:
    first = inherited(None, {"base": "stand", "hands": "on hip, flat"})
    second = inherited(first, {"left arm": "raise side 90, shrug 4"})
    assert parse(second).arm("left") == Arm("side", 90, shrug=4, shape="flat")
    assert parse(second).arm("right") == parse(first).arm("right")
    third = inherited(second, {"left hand": "on head"})
    assert parse(third).arm("left") == Arm(shrug=4, contact=Contact("on", "head"))
    assert parse(inherited(third, {"hands": "relaxed"})).arm("left") == Arm("side", 90, shrug=4)


def test_a_thing_in_the_hand_is_not_let_go() -> None:
    first = {"base": "stand", "props": "strap", "hands": "hold strap"}
    assert parse(inherited(first, {"left arm": "reach up"})).arm("left") == Arm(reach="up", holds="strap", shape="grip")


def test_a_raised_leg_comes_back_to_where_its_foot_was() -> None:
    steps = poses_of([{"base": "stand", "feet": "step back 40"}, {"left leg": "knee 90"}, {"left leg": "point 0"}])
    legs = [parse(step).leg("left") for step in steps]
    assert legs == [Leg(forward=-40), Leg(knee=90), Leg(forward=-40, point=0)]


def test_a_raised_leg_leaves_the_other_one_and_a_planted_foot_comes_down() -> None:
    first = {"base": "supine", "left foot": "on right thigh, point 9"}
    steps = poses_of([first, {"left leg": "raise front 80, turn out 9"}, {"left foot": "flat 40"}])
    legs = [parse(step).leg("left") for step in steps]
    assert legs[1] == Leg("front", 80, turn=-9, point=9)
    assert legs[2] == Leg(turn=-9, is_flat=True, flat_distance=40)


@pytest.mark.parametrize("place", [*(f"on {thing}" for thing in FOOT_THINGS), "across other knee"])
def test_a_raised_leg_takes_its_foot_off_what_it_stands_on_but_a_step_stays_under_it(place: str) -> None:
    """The leg of a foot that is on a thing is as the thing needs it: what is said of it would not be seen."""
    first = {"base": "stand", "props": ["chair ahead", "wall"], "left foot": place}
    second = inherited(first, {"left leg": "knee 60"})
    is_step = place == f"on {STEP}"
    assert second.get("left foot") == (place if is_step else None)
    if place != "on frame":  # A frame has a base of its own.
        said = {**first, "left leg": "knee 60"}
        assert (knee(said) == knee(first)) != is_step, "whether words of the leg count beside the foot's"


def knee(pose: dict[str, Any]) -> Vector:
    return solve(parse(pose)).joints["left knee"]


def test_rest_undoes_what_an_earlier_step_said() -> None:
    first = {"base": "sit-chair", "arms": "raise side 90", "head": "nod 20", "hips": "fold 3", "trunk": "fold 2"}
    second = inherited(first, {"arms": "rest", "head": "rest", "hips": "rest", "trunk": "rest"})
    assert parse(second) == parse({"base": "sit-chair"})


def test_a_step_without_a_pose_keeps_the_picture() -> None:
    steps = poses_of([{"base": "stand", "trunk": "fold 9", "arrows": ["head up"]}, None, {"trunk": "fold 3"}])
    assert steps[1] == {"base": "stand", "trunk": "fold 9"}
    assert parse(steps[2]).trunk.fold == 3
    assert poses_of([None]) == [{}]


# -- the other side ---------------------------------------------------------------------------------------------------


def test_mirroring_swaps_the_words_and_nothing_else() -> None:
    pose = {
        "base": "half-kneel left",
        "view": "front-right 8",
        "left hand": ["on right knee"],
        "props": "strap left foot",
    }
    assert mirrored(pose) == {
        "base": "half-kneel right",
        "view": "front-left 8",
        "right hand": ["on left knee"],
        "props": "strap right foot",
    }


def test_mirroring_writes_out_sides_that_the_base_has_by_itself() -> None:
    assert mirrored({"base": "cross-legged"}) == {"base": "cross-legged left", "view": "front-left 14"}
    assert mirrored({"base": "stand"}) == {"base": "stand"}
    assert mirrored({"trunk": "turn left 5"}) == {"trunk": "turn right 5"}


@pytest.mark.parametrize("base", [f"{name} {'left' if base.side else ''}".strip() for name, base in BASES.items()])
def test_the_recommended_view_is_mirrored_too(base: str) -> None:
    one, other = parse({"base": base}), parse(mirrored({"base": base}))
    assert (one.view.azimuth + other.view.azimuth) % 360 == 0
    assert one.view.elevation == other.view.elevation


def test_mirrored_twice_is_the_same() -> None:
    for pose in [*POSES, *({"base": "stand", key: phrase} for key, phrase in keys_and_phrases())]:
        once = mirrored(pose)
        assert read(mirrored(once), MUSCLES)[0] == read(pose, MUSCLES)[0], pose
        assert mirrored(mirrored(once)) == once, pose


@given(poses)
def test_mirroring_any_pose_twice_is_the_same(pose: dict[str, str]) -> None:
    assert read(mirrored(mirrored(pose))) == read(pose)


def test_the_poses_of_the_design_are_all_there() -> None:
    assert (len(PROTOTYPE), len(RECORDS)) == (36, 180)
