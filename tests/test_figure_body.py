"""The skeleton: proportions, spine, shoulder blade, legs, arms and two-bone inverse kinematics."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from figure_bodies import Limbs, bodies, folds, limbs, made, mirrored, mirrored_name, mirrored_vector, trunks
from stretchguide.figure.body.limbs import (
    ArmAngles,
    ArmTarget,
    LegAngles,
    LegTarget,
    lifted,
    set_arm,
    set_arm_to,
    set_leg,
    set_leg_to,
    wrist_place,
)
from stretchguide.figure.body.skeleton import (
    ARM,
    FOREARM,
    LEG,
    SHANK,
    SIGN,
    THIGH,
    UPPER_ARM,
    Bend,
    Blade,
    Body,
    Trunk,
    press_shoulder,
    set_spine,
    shoulder_point,
    tuck_chin,
)
from stretchguide.figure.body.two_bones import bone_frame, inverse_kinematics
from stretchguide.figure.shapes.geometry import (
    FORWARD,
    UP,
    Frame,
    Vector,
    add,
    along,
    cross,
    distance,
    dot,
    length,
    rotation_y,
    scale,
    subtract,
    to_world,
    unit,
)
from stretchguide.format.sides import SIDES

coordinates = st.floats(-60, 60)
places = st.tuples(coordinates, coordinates, coordinates)
directions = places.filter(lambda v: length(v) > 1).map(unit)
BONES = {
    ("hip", "knee"): THIGH,
    ("knee", "ankle"): SHANK,
    ("shoulder", "elbow"): UPPER_ARM,
    ("elbow", "wrist"): FOREARM,
}


def is_frame(frame: Frame) -> bool:
    x, y, z = frame
    return abs(length(x) - 1) + abs(length(y) - 1) < 1e-6 and abs(dot(x, y)) < 1e-6 and distance(cross(x, y), z) < 1e-6


# -- bones ------------------------------------------------------------------------------------------------------------


def test_proportions_of_a_standing_figure() -> None:
    joints = made().joints
    heights = {name: joints[name][1] for name in ("pelvis", "s1", "l3", "t12", "t7", "c7", "c1")}
    assert heights == pytest.approx(
        {"pelvis": 89, "s1": 98.1, "l3": 105, "t12": 112.8, "t7": 127.7, "c7": 145.8, "c1": 156.3}
    )
    assert joints["left hip"][0] == 10.5
    assert joints["left shoulder socket"][0] == 17.6
    assert joints["left ankle"][1] == pytest.approx(89 - 40.9 - 42.2)


@given(bodies)
def test_bones_keep_their_lengths_and_frames_stay_rigid(body: Body) -> None:
    for side in SIDES:
        for (near, far), size in BONES.items():
            assert distance(body.joints[f"{side} {near}"], body.joints[f"{side} {far}"]) == pytest.approx(size)
        along_hand, palm, thumb, _ = body.hands[side]
        assert is_frame((thumb, along_hand, palm) if side == "right" else (scale(thumb, -1), along_hand, palm))
    assert all(is_frame(frame) for frame in body.frames.values())


@given(bodies)
def test_a_bone_runs_along_its_frame(body: Body) -> None:
    for side in SIDES:
        for name, near, size in (
            ("thigh", "hip", THIGH),
            ("shank", "knee", SHANK),
            ("upper arm", "shoulder", UPPER_ARM),
        ):
            far = {"hip": "knee", "knee": "ankle", "shoulder": "elbow"}[near]
            end = along(body.joints[f"{side} {near}"], body.frames[f"{side} {name}"][1], -size)
            assert distance(end, body.joints[f"{side} {far}"]) < 1e-6


@given(trunks, folds, limbs)
def test_the_mirrored_pose_is_the_mirrored_body(trunk: Trunk, fold: Frame, angles: Limbs) -> None:
    trunk = trunk._replace(pelvis_frame=fold)  # which looks the same in the mirror
    other = Trunk(
        mirrored_vector(trunk.pelvis),
        trunk.pelvis_frame,
        *(Bend(bend.fold, -bend.side, -bend.turn) for bend in trunk[2:]),
    )
    left_leg, right_leg, left_arm, right_arm = angles
    expected = mirrored(made(trunk, angles))
    found = made(other, (right_leg, left_leg, right_arm, left_arm))
    for name, joint in expected.joints.items():
        assert distance(found.joints[name], joint) < 1e-6, name
    for name, frame in expected.frames.items():
        assert all(distance(a, b) < 1e-6 for a, b in zip(found.frames[name], frame, strict=True)), name
    for side, hand in expected.hands.items():
        assert all(distance(a, b) < 1e-6 for a, b in zip(found.hands[side][:3], hand[:3], strict=True)), side


@given(directions, directions)
def test_a_bone_frame_faces_the_front_as_far_as_it_can(direction: Vector, front: Vector) -> None:
    frame = bone_frame(direction, front)
    assert is_frame(frame)
    assert distance(scale(frame[1], -1), direction) < 1e-9
    assert dot(frame[2], front) > -1e-3


def test_a_copy_has_its_own_joints() -> None:
    body = made()
    other = body.copy()
    assert other == body
    other.joints["c1"] = (0.0, 0.0, 0.0)
    other.notes.append("moved")
    assert other != body
    assert not body.notes


# -- spine ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bend", "way"),
    [
        pytest.param(Bend(fold=40), (0, 0, 1), id="folding goes forward"),
        pytest.param(Bend(side=30), (1, 0, 0), id="bending goes to the left"),
    ],
)
def test_ways_the_trunk_bends(bend: Bend, way: Vector) -> None:
    moved = subtract(made(Trunk(lumbar=bend, thoracic=bend)).joints["c7"], made(Trunk()).joints["c7"])
    assert dot(moved, way) > 10


def test_turning_faces_the_left() -> None:
    body = made(Trunk(lumbar=Bend(turn=10), thoracic=Bend(turn=35), neck=Bend(turn=45)))
    assert body.frames["t7"][2] == pytest.approx(to_world(rotation_y(45), FORWARD))
    assert body.frames["head"][2] == pytest.approx((1, 0, 0))


def test_a_tucked_chin_moves_the_head_back_and_keeps_it_level() -> None:
    body, tucked = made(), made()
    tuck_chin(tucked, 15)
    assert tucked.joints["c1"][2] < body.joints["c1"][2] - 2
    assert abs(tucked.frames["head"][2][1]) < 0.1, "the gaze stays level"
    poked = made()
    tuck_chin(poked, -15)
    assert poked.joints["c1"][2] > body.joints["c1"][2] + 2


def test_the_shoulder_one_lies_on_gives_way() -> None:
    body = made()
    press_shoulder(body, "left")
    assert body.joints["left shoulder socket"][0] < 13
    assert body.joints["right shoulder socket"][0] == -17.6


def test_the_shoulder_blade_follows_the_arm() -> None:
    body = made()
    rest = body.joints["left shoulder socket"]
    assert distance(shoulder_point(body, "left", (0.0, -1.0, 0.0)), rest) < 1e-9
    overhead = subtract(shoulder_point(body, "left", UP), rest)
    assert overhead == pytest.approx((-3.2, 4.6, 0)), "up and in"
    assert subtract(shoulder_point(body, "left", (0.0, 0.0, 1.0)), rest)[2] > 2, "forward"
    assert subtract(shoulder_point(body, "left", (-1.0, 0.0, 0.0)), rest)[0] < -2, "in, across the chest"
    assert subtract(shoulder_point(body, "left", (0.0, -1.0, 0.0), blade=Blade(up=2)), rest) == pytest.approx((0, 2, 0))


@pytest.mark.parametrize("side", SIDES)
def test_a_shoulder_blade_is_drawn_back_to_the_spine_and_forward_away_from_it(side: str) -> None:
    """The collarbone, 15 cm long, turns about its inner end."""
    body = made()
    rest = body.joints[f"{side} shoulder socket"]
    for back, deeper, nearer in ((20, 4.5, 2.6), (-20, -5.1, -0.9)):
        point = shoulder_point(body, side, (0.0, -1.0, 0.0), Blade(back=back))
        x, y, z = subtract(point, rest)
        assert (-z, -x * SIGN[side], y) == pytest.approx((deeper, nearer, 0), abs=0.1)


# -- two bones --------------------------------------------------------------------------------------------------------


@given(places, places, st.floats(20, 45), st.floats(20, 45), directions)
def test_two_bones_meet_every_target_they_can_reach(
    start: Vector, target: Vector, first: float, second: float, pole: Vector
) -> None:
    joint, end, miss = inverse_kinematics(start, target, first, second, pole)
    away = distance(start, target)
    assert distance(start, joint) == pytest.approx(first)
    assert distance(joint, end) == pytest.approx(second)
    assert distance(end, target) == pytest.approx(miss, abs=1e-6)
    if max(abs(first - second) * 1.02, 0.001) <= away <= (first + second) * 0.999:
        assert miss == 0
    else:
        assert miss > 0


@given(places, places, directions)
def test_the_middle_joint_goes_to_the_side_of_the_pole(start: Vector, target: Vector, pole: Vector) -> None:
    way = unit(subtract(target, start))
    assume(5 < distance(start, target) < ARM and abs(dot(way, pole)) < 0.999)
    joint = inverse_kinematics(start, target, UPPER_ARM, FOREARM, pole).joint
    out = subtract(joint, along(start, way, dot(subtract(joint, start), way)))
    assert dot(out, pole) >= -1e-9


def test_a_pole_along_the_limb_still_bends_it_somewhere() -> None:
    joint = inverse_kinematics((0.0, 0.0, 0.0), (0.0, -60.0, 0.0), THIGH, SHANK, (0.0, -1.0, 0.0)).joint
    assert joint[2] > 20


# -- legs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lift", "plane", "expected"),
    [(0, 90, (0, -1, 0)), (90, 90, (0, 0, 1)), (90, 0, (1, 0, 0)), (90, -90, (0, 0, -1)), (180, 0, (0, 1, 0))],
)
def test_directions_a_left_limb_is_lifted_in(lift: float, plane: float, expected: Vector) -> None:
    assert lifted("left", lift, plane) == pytest.approx(expected, abs=1e-9)
    assert lifted("right", lift, plane) == pytest.approx(mirrored_vector(expected), abs=1e-9)


@pytest.mark.parametrize("side", SIDES)
def test_the_kneecap_of_a_raised_thigh_looks_up_and_out_when_turned_out(side: str) -> None:
    body = made()
    set_leg(body, side, LegAngles(lift=90))
    assert body.frames[f"{side} thigh"][2] == pytest.approx(UP)
    set_leg(body, side, LegAngles(lift=90, turn=-45))
    assert body.frames[f"{side} thigh"][2][0] * SIGN[side] > 0.7


@given(st.sampled_from(SIDES), st.tuples(st.floats(-25, 25), st.floats(5, 45), st.floats(-30, 40)))
def test_a_leg_meets_its_ankle(side: str, ankle: Vector) -> None:
    body = made()
    set_leg_to(body, side, LegTarget(ankle, sole=UP, toes=FORWARD, foot_out=10))
    hip = body.joints[f"{side} hip"]
    miss = max(0.0, distance(hip, ankle) - LEG * 0.999)
    assert distance(body.joints[f"{side} ankle"], ankle) == pytest.approx(miss, abs=1e-6)
    assert body.misses.get(f"{side} foot", 0) == pytest.approx(miss, abs=1e-6)
    assert body.joints[f"{side} knee"][2] >= min(hip[2], ankle[2]) - 1e-6, "the knee goes forward"
    foot = body.frames[f"{side} foot"]
    assert is_frame(foot)
    assert foot[1] == pytest.approx(UP), "the sole is flat"
    assert foot[2][0] * SIGN[side] > 0.1, "the toes point out"


def test_a_foot_that_does_not_stand_follows_the_shank() -> None:
    body = made()
    set_leg_to(body, "left", LegTarget((9.2, 30.0, 30.0), point=40))
    shank, foot = body.frames["left shank"], body.frames["left foot"]
    assert dot(shank[2], foot[2]) == pytest.approx(0.766, abs=1e-3)


def test_the_greatest_miss_of_a_foot_is_kept() -> None:
    body = made()
    set_leg_to(body, "left", LegTarget((10.5, -10.0, 0.0)))
    set_leg_to(body, "left", LegTarget((10.5, 20.0, 0.0)))
    assert body.misses["left foot"] == pytest.approx(89 + 10 - LEG * 0.999)


# -- arms -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
def test_a_hanging_hand_has_its_palm_to_the_body_and_its_thumb_in_front(side: str) -> None:
    body = made()
    set_arm(body, side, ArmAngles(lift=0, elbow=0))
    hand = body.hands[side]
    assert hand.direction == pytest.approx((0, -1, 0))
    assert hand.palm == pytest.approx((-SIGN[side], 0, 0))
    assert hand.thumb == pytest.approx(FORWARD)


@pytest.mark.parametrize("side", SIDES)
def test_elbows_bend_forward_and_wrists_towards_the_palm(side: str) -> None:
    body = made()
    set_arm(body, side, ArmAngles(lift=0, elbow=90))
    assert body.joints[f"{side} wrist"][2] > 20
    set_arm(body, side, ArmAngles(lift=0, elbow=0, wrist=60))
    assert body.hands[side].direction[0] * SIGN[side] < -0.8


def test_an_arm_reaches_in_the_frame_of_the_base() -> None:
    """A fold of the trunk does not take the direction along."""
    body = made(Trunk(thoracic=Bend(fold=60)))
    set_arm(body, "left", ArmAngles(reach="left", elbow=0))
    assert unit(subtract(body.joints["left elbow"], body.joints["left shoulder"])) == pytest.approx((1, 0, 0))


@given(
    st.sampled_from(SIDES),
    st.tuples(st.floats(-30, 30), st.floats(100, 150), st.floats(25, 40)),
    st.sampled_from([(0.0, 0.0, -1.0), (0.0, 1.0, 0.0), (0.6, 0.0, -0.8)]),
)
def test_a_palm_meets_its_place(side: str, point: Vector, normal: Vector) -> None:
    body = made()
    target = ArmTarget(point, normal, shape="flat")
    set_arm_to(body, side, target)
    assume(body.misses[f"{side} hand"] == 0)
    wrist, hand = body.joints[f"{side} wrist"], body.hands[side]
    palm = along(along(wrist, hand.direction, target.reach), hand.palm, 2.0)
    assert distance(palm, point) < 1e-6
    assert hand.palm == pytest.approx(scale(normal, -1))
    assert distance(body.joints[f"{side} shoulder"], body.joints[f"{side} elbow"]) == pytest.approx(UPPER_ARM)


def test_most_places_in_front_are_reached() -> None:
    body = made()
    spots = [(x, y, z) for x in (-10.0, 0.0, 25.0) for y in (95.0, 120.0, 145.0) for z in (20.0, 35.0)]
    for spot in spots:
        set_arm_to(body, "left", ArmTarget(spot, (0.0, 0.0, -1.0)))
        assert body.misses["left hand"] < 0.01, spot


def test_a_place_too_far_away_is_missed_by_what_is_missing() -> None:
    body = made()
    set_arm_to(body, "left", ArmTarget((17.0, 137.0, 120.0)))
    wrist = body.joints["left wrist"]
    assert body.misses["left hand"] == pytest.approx(112 - wrist[2], abs=1)
    assert distance(body.joints["left shoulder socket"], body.joints["left shoulder"]) > 3, "the shoulder glides along"


def test_a_hand_without_a_surface_goes_on_from_the_forearm() -> None:
    body = made()
    set_arm_to(body, "right", ArmTarget((-20.0, 120.0, 40.0)))
    forearm = unit(subtract(body.joints["right wrist"], body.joints["right elbow"]))
    assert body.hands["right"].direction == pytest.approx(forearm)


def test_fingers_on_a_surface_that_faces_the_shoulder_point_up_the_chest() -> None:
    body = made()
    shoulder = body.joints["left shoulder socket"]
    target = ArmTarget(add(shoulder, (0.0, 0.0, 40.0)), (0.0, 0.0, -1.0))
    fingers, wrist = wrist_place(target, shoulder, body.frames["t7"][1])
    assert fingers == pytest.approx(UP)
    assert wrist == pytest.approx(add(shoulder, (0.0, -8.0, 38.0)))


def test_setting_the_spine_again_moves_the_sockets() -> None:
    body = made()
    set_spine(body, Trunk((0.0, 50.0, 0.0)))
    assert body.joints["left shoulder socket"][1] == pytest.approx(50 + 38.7 + 8.4)
    assert mirrored_name("left hip") == "right hip"
