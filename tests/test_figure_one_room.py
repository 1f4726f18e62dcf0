"""The bodies of a strip in one room: what bears them stays where it is, and so do things."""

from __future__ import annotations

from typing import Any

import pytest

from stretchguide.figure.picture.one_room import Solved, origins
from stretchguide.figure.shapes.geometry import add, distance
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.language import parse


def places(*poses: dict[str, Any]) -> tuple[list[Solved], list[tuple[float, float, float]]]:
    stands = [Solved(parse(words), solve(parse(words))) for words in poses]
    return stands, origins(stands)


STAYING = {
    "who sits back on the heels": (
        ("left ankle", "right ankle"),
        ({"base": "kneel"}, {"base": "sit-heels"}),
        5.0,
    ),
    "who lifts the hips from hands and knees": (
        ("left wrist", "right wrist"),
        ({"base": "all-fours"}, {"base": "all-fours", "hips": "fold 54, lift 37", "legs": "raise front 54, knee 12"}),
        5.0,
    ),
    "who walks on": (
        ("left ankle",),
        (
            {"base": "stand", "left foot": "step forward 40", "right foot": "heel up 10"},
            {"base": "stand", "right leg": "knee 90"},
        ),
        1.0,
    ),
}


@pytest.mark.parametrize("name", STAYING)
def test_what_bears_a_body_stays(name: str) -> None:
    joints, poses, most = STAYING[name]
    stands, found = places(*poses)
    for joint in joints:
        first, second = (add(stand.body.joints[joint], at) for stand, at in zip(stands, found, strict=True))
        assert distance((first[0], 0, first[2]), (second[0], 0, second[2])) < most
    assert distance(stands[0].body.joints[joints[0]], stands[1].body.joints[joints[0]]) > 18, "they would slide"


def test_a_thing_stays_and_the_knees_go() -> None:
    near, far = ({"base": "kneel", "hands": "on seat", "props": f"chair {away}"} for away in (30, 70))
    _, found = places(near, far, near)
    assert found == [(0, 0, 0), (0, 0, -40), (0, 0, 0)]


def test_who_does_not_leave_the_place_is_not_moved() -> None:
    stand: dict[str, Any] = {"base": "stand"}
    _, found = places(stand, {**stand, "feet": "wide 90"}, {**stand, "arms": "raise side 90"}, stand)
    assert found == [(0, 0, 0)] * 4


def test_both_knees_that_part_are_no_way_to_a_side() -> None:
    _, found = places({"base": "sit-heels"}, {"base": "sit-heels", "knees": "wide 56", "hips": "fold 40"})
    assert found[1][0] == pytest.approx(0, abs=0.5)


def test_who_lies_stays_where_the_pelvis_is_when_the_legs_bend() -> None:
    _, found = places({"base": "lie left", "legs": "raise front 8, knee 6"}, {"base": "lie left"})
    assert found == [(0, 0, 0)] * 2


def test_a_bed_that_ends_under_the_hips_stays() -> None:
    lies: dict[str, Any] = {"base": "supine", "props": "bed end"}
    _, found = places(lies, {**lies, "hips": "shift back 20"}, {**lies, "right leg": "raise back 10, knee 56"})
    assert found == [(0, 0, 0), (0, 0, 20), (0, 0, 0)]


def test_the_feet_of_who_walks_the_hands_out_stay() -> None:
    bends = {"base": "stand", "hips": "fold 100, lower 12, shift forward 12", "hands": "on floor ahead 14"}
    plank = {"hips": "fold 86, shift forward 90", "feet": "step back 8, heel up 60", "hands": "on floor"}
    _, found = places(bends, {"base": "stand", **plank})
    assert found == [(0, 0, 0)] * 2
