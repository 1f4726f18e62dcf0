"""Lints: what is wrong with a picture, said in words, at the key that brings it about; good pictures have none."""

from __future__ import annotations

import re

import pytest

from figure_poses import TITLES, named, solved
from stretchguide.figure.body.limbs import ArmTarget, set_arm_to
from stretchguide.figure.lints.faults import Fault, _cm, faults
from stretchguide.figure.lints.sight import covering_arms, open_view
from stretchguide.figure.shapes.geometry import Camera, along, unit
from stretchguide.figure.words.keys import KEYS
from stretchguide.figure.words.pose import View


def found(**keys: object) -> list[Fault]:
    return faults(*solved(**keys))


def about(pattern: str, **keys: object) -> Fault:
    """The fault whose message fits a pattern."""
    all_found = found(**keys)
    fitting = [fault for fault in all_found if re.search(pattern, fault.message)]
    assert fitting, all_found
    return fitting[0]


@pytest.mark.parametrize("title", TITLES)
def test_good_poses_have_no_faults(title: str) -> None:
    assert not faults(*named(title))


def test_every_fault_has_a_key_of_the_language_and_says_what_to_do() -> None:
    bad = [
        found(base="long-sit", left_hand="hold left toes", head="turn left 95"),
        found(base="stand", feet="wide 190", left_arm="raise back 120"),
        found(base="supine", left_leg="raise back 40", right_arm="raise back 60"),
    ]
    for fault in (each for some in bad for each in some):
        assert fault.key in KEYS
        assert re.fullmatch(r"[^;]+[;:] .+", fault.message)
        assert not fault.message.endswith(".")


def test_a_place_out_of_reach_names_one_within() -> None:
    fault = about("short of", base="long-sit", left_hand="hold left toes")
    assert fault.key == "left hand"
    offered = re.search("`(hold left [^`]+)` is within reach", fault.message)
    assert offered
    assert not [each for each in found(base="long-sit", left_hand=offered[1]) if "short" in each.message]


def test_a_floor_out_of_reach_asks_for_a_fold() -> None:
    fault = about("short of the floor", base="stand", left_hand="on floor")
    assert "fold hips or trunk" in fault.message


def test_a_hand_that_floats_is_found_though_the_solver_says_nothing() -> None:
    pose, body = solved(base="sit-chair", left_hand="on left thigh 60")
    body.misses.clear()
    wrist = body.joints["left wrist"]
    set_arm_to(body, "left", ArmTarget(along(wrist, (0, 1, 0), 6), (0, 1, 0), unit((0, 0, 1)), shape="flat"))
    body.misses.clear()
    assert [fault.key for fault in faults(pose, body) if "hangs" in fault.message] == ["left hand"]


def test_what_is_in_the_floor_is_named() -> None:
    fault = about("deep in the floor", base="sit-chair", left_leg="raise front 20, knee 0")
    assert fault.key == "left leg"
    assert fault.message.startswith("the left ")


def test_what_is_in_furniture_is_named() -> None:
    fault = about("deep in the wall", base="stand", props=["wall 20"], left_leg="raise front 80, knee 0")
    assert fault.key == "left leg"


def test_limbs_in_each_other_are_named() -> None:
    legs = {"left_leg": "raise front 90, knee 90", "right_leg": "raise front 90, knee 90, turn out 60"}
    fault = about("deep in the", base="supine", **legs)
    assert fault.key in ("left leg", "right leg")


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("head", {"head": "turn left 95"}),
        ("head", {"head": "tilt right 60"}),
        ("trunk", {"trunk": "turn right 100"}),
        ("lower back", {"lower_back": "turn left 50"}),
        ("upper back", {"upper_back": "arch 60"}),
        ("left arm", {"left_arm": "raise back 110"}),
        ("left arm", {"left_arm": "raise side 20, elbow 170"}),
        ("right arm", {"right_arm": "raise front 60, wrist back 120"}),
        ("left leg", {"left_leg": "raise back 120"}),
        ("right leg", {"right_leg": "raise front 60, knee 175"}),
        ("right leg", {"right_leg": "raise side 110"}),
    ],
)
def test_joints_beyond_what_people_can_do(key: str, keys: dict[str, str]) -> None:
    assert about("people reach", base="stand", **keys).key == key


def test_a_thigh_that_is_folded_goes_out_as_far_as_it_points() -> None:
    """In butterfly the knees are a little higher than the hips, which is no way round by the side."""
    assert not [each for each in found(base="long-sit", feet="soles together 35", knees="out") if "out" in each.message]


def test_a_stance_too_wide_is_a_fault_of_the_feet() -> None:
    assert about("too far away", base="stand", feet="wide 190").key in ("left foot", "right foot")


BEFORE_THE_FACE = {"base": "stand", "left_arm": "raise across 120, elbow 40"}


@pytest.mark.parametrize("view", ["front 8", "front 24", "front 8 close"])
def test_an_arm_before_the_face_asks_for_another_view(view: str) -> None:
    fault = about("hides the face", view=view, **BEFORE_THE_FACE)
    assert fault.key == "view"
    offered = re.search("`view: ([^`]+)` shows it", fault.message)
    assert offered
    assert offered[1].split()[1:] == view.split()[1:], "as high and as close as before"
    assert not [each for each in found(view=offered[1], **BEFORE_THE_FACE) if "hides" in each.message]


def test_a_face_is_looked_at_from_where_the_eye_is() -> None:
    """A forearm before the mouth hides it from a level eye, and not from one high above."""
    _, body = solved(base="stand", left_arm="raise across 120, elbow 20")
    hidden = [bool(covering_arms(body, Camera(0, height))) for height in (0, 8, 60)]
    assert hidden == [True, True, False]


def test_a_face_that_looks_away_is_not_hidden() -> None:
    _, body = solved(base="stand", left_hand="behind head", left_elbow="out")
    assert covering_arms(body, Camera(180, 8)) == []
    assert open_view(body, View("front", 8)) == "front 8"


def test_faults_are_the_same_every_time() -> None:
    keys = {"base": "long-sit", "hands": "hold toes", "head": "turn left 95"}
    assert found(**keys) == found(**keys)


def test_lengths_are_said_roundly() -> None:
    assert _cm(1.26) == "1.3 cm"
    assert _cm(4.6) == "5 cm"
