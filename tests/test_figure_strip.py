"""What nobody moved stays where it is: hands and feet of which several steps of a version say the same."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from figure_strips import STAYS, slid, wandered, wandering
from records import sample_reading
from stretchguide.figure.picture.one_room import Solved, origins
from stretchguide.figure.shapes.geometry import distance
from stretchguide.figure.solver import strip
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import Pose
from stretchguide.figure.words.pose_steps import poses_of
from stretchguide.format.sides import SIDES

KNEELING = {"base": "half-kneel left", "left hand": "on seat", "props": ["chair left 30", "mat"]}


def steps(*own: Mapping[str, object]) -> list[Pose]:
    """The poses of the steps of a version."""
    return [parse(each) for each in poses_of(own)]


def test_a_hand_on_a_seat_stays_while_the_hips_go_forward() -> None:
    poses = steps(KNEELING, {"hips": "tuck 12, shift forward 17"})
    before, after = map(solve, poses)
    assert wandered(before, after, "left") > 8
    before, after = strip.solve_strip(poses).values()
    assert wandered(before, after, "left") < STAYS


def test_hands_on_the_floor_stay_while_the_body_rocks_back() -> None:
    poses = steps({"base": "all-fours"}, {"hips": "shift back 16"})
    before, after = strip.solve_strip(poses).values()
    for side in SIDES:
        assert wandered(before, after, side) < STAYS
        assert after.joints[f"{side} knee"][2] == pytest.approx(before.joints[f"{side} knee"][2], abs=0.1)
    assert after.joints["pelvis"][2] - before.joints["pelvis"][2] == pytest.approx(-16, abs=0.5)


def test_a_hand_goes_along_with_the_leg_that_it_touches() -> None:
    poses = steps({"base": "sit-chair", "hands": "on thigh 40"}, {"left leg": "raise front 78, knee 4"})
    before, after = strip.solve_strip(poses).values()
    assert wandered(before, after, "left") < STAYS
    assert distance(before.joints["left wrist"], after.joints["left wrist"]) > STAYS


def test_a_planted_foot_stays_while_the_hips_shift() -> None:
    before, after = (
        solve(parse({"base": "all-fours", "right foot": "flat 30, step out 40", "hips": hips}))
        for hips in ("rest", "shift back 8")
    )
    assert distance(before.joints["right ankle"], after.joints["right ankle"]) < 0.1
    assert distance(before.joints["pelvis"], after.joints["pelvis"]) == pytest.approx(8, abs=0.5)


@pytest.mark.parametrize(
    ("base", "hips", "slides"),
    [("all-fours", "shift back 16", False), ("supine", "turn left 62", True), ("supine", "turn left 8", False)],
)
def test_a_foot_that_slides_over_the_floor_is_told(base: str, hips: str, slides: bool) -> None:
    solved = [Solved(pose, solve(pose)) for pose in steps({"base": base}, {"hips": hips})]
    before, after = zip(solved, origins(solved), strict=True)
    assert (slid(before, after, "left") > STAYS) == slides


def test_who_hangs_rises_under_a_bar_that_stays() -> None:
    hanging = {"base": "hang", "legs": "raise front 30, knee 60", "props": ["bar"]}
    poses = steps(hanging, {"arms": "reach up, shrug -20, grip"}, {"arms": "raise front 148, elbow 44, grip"})
    bodies = list(strip.solve_strip(poses).values())
    heights = [body.joints["left wrist"][1] for body in bodies]
    assert heights == pytest.approx([heights[0]] * 3, abs=0.1)
    low, drawn_up, bent = (body.joints["pelvis"][1] for body in bodies)
    assert low + 1 < drawn_up < bent


def test_a_place_that_another_posture_cannot_meet_is_not_taken() -> None:
    poses = steps(
        {"base": "stand", "hands": "on wall 128", "props": ["wall 46"]},
        {"feet": "step back 60", "hips": "fold 80"},
    )
    before, after = strip.solve_strip(poses).values()
    assert [before.joints, after.joints] == [solve(pose).joints for pose in poses]
    assert wandered(before, after, "left") > 10


def test_one_posture_has_one_body_and_the_first_step_is_as_it_is_alone() -> None:
    poses = steps(KNEELING, {"hips": "shift forward 17"}, {"hips": "rest"})
    bodies = strip.solve_strip(dict.fromkeys(poses))
    assert len(bodies) == 2
    assert poses[0] == poses[2]
    assert strip.solve_strip([poses[0]])[poses[0]].joints == solve(poses[0]).joints


# -- of the sample ----------------------------------------------------------------------------------------------------


def test_hands_stay_in_the_versions_of_the_sample() -> None:
    assert list(wandering(sample_reading())) == []
