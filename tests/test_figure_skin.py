"""The skin of a solved body: it follows the bones, hands and feet have shapes, and every machine finds the same."""

from __future__ import annotations

import hashlib
from itertools import product
from math import radians, sin
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from figure_bodies import bodies, made, mirrored
from figure_poses import TITLES, named, solved
from figure_skin import farthest, handed, moved_by, rest, skin
from project_copy import ROOT, run_python
from stretchguide.figure.body.limbs import ArmAngles, LegAngles
from stretchguide.figure.body.skeleton import (
    ANKLE_HEIGHT,
    FOREARM,
    LEG,
    SHANK,
    THIGH,
    UPPER_ARM,
    Body,
    Trunk,
    set_spine,
)
from stretchguide.figure.lints.faults import faults
from stretchguide.figure.lints.skin_touches import skin_touches
from stretchguide.figure.rest.names import head_of
from stretchguide.figure.shapes.geometry import (
    IDENTITY,
    between,
    combined,
    distance,
    rotation,
    rotation_x,
    scale,
    shortest_rotation,
    subtract,
    to_world,
    unit,
)
from stretchguide.figure.skin.bones import posed_bones
from stretchguide.figure.skin.clasps import CLASPING, LACED, are_laced, held_as
from stretchguide.figure.skin.feet import toes_back
from stretchguide.figure.skin.posed_bone import turn_between, twist_of
from stretchguide.figure.skin.settling import Settled, settled
from stretchguide.figure.skin.surface import HeldRod, SkinSurface, surface_near
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.language import parse
from stretchguide.format.sides import SIDES

LETTER = {"left": "L", "right": "R"}
LEG_PARTS = ("thigh", "shank")
MOST_DEEP = 2.0
"""Skin gives way to a hand by so much (cm)."""
ANKLE_AT = 89 - LEG
"""How high the ankles of a body are whose hips are at 89 cm and whose legs hang."""


def test_a_body_that_stands_is_upright_and_stands_on_its_soles() -> None:
    leg = LegAngles(point=0)
    found = skin(made(limbs=(leg, leg, ArmAngles(), ArmAngles()))).vertices
    assert found[:, 1].min() == pytest.approx(ANKLE_AT - ANKLE_HEIGHT, abs=0.1)
    assert found[:, 1].max() == pytest.approx(173, abs=1.5)
    assert abs(found[:, 0].max() + found[:, 0].min()) < 0.3


_BONES_OF_JOINTS = {"s1": "spine04", "l3": "spine03", "t12": "spine02", "t7": "spine01", "c7": "neck01", "c1": "head"}


def test_the_spine_of_the_skeleton_is_that_of_the_body_at_rest() -> None:
    """Its numbers are typed, each rounded to a millimetre; from the hips up they add up to two at most."""
    bones = rest().bones
    body = Body()
    set_spine(
        body, Trunk(pelvis=between(head_of(bones, "upperleg01", "left"), head_of(bones, "upperleg01", "right"), 0.5))
    )
    places = {joint: bones[name].head for joint, name in _BONES_OF_JOINTS.items()}
    for side in SIDES:
        places |= {f"{side} hip": head_of(bones, "upperleg01", side)}
        places |= {f"{side} shoulder socket": head_of(bones, "upperarm01", side)}
    assert {joint: place for joint, place in places.items() if distance(body.joints[joint], place) > 0.2} == {}


@pytest.mark.parametrize(
    ("size", "near", "far"),
    [
        (UPPER_ARM, "upperarm01", "lowerarm01"),
        (FOREARM, "lowerarm01", "wrist"),
        (THIGH, "upperleg01", "lowerleg01"),
        (SHANK, "lowerleg01", "foot"),
    ],
)
@pytest.mark.parametrize("side", SIDES)
def test_limbs_of_the_skeleton_are_as_long_as_those_of_the_body_at_rest(
    side: str, size: float, near: str, far: str
) -> None:
    bones = rest().bones
    assert size == pytest.approx(distance(head_of(bones, near, side), head_of(bones, far, side)), abs=0.06)


def test_the_skeleton_stands_as_high_on_its_soles_as_the_body_at_rest() -> None:
    assert pytest.approx(head_of(rest().bones, "foot", "left")[1], abs=0.06) == ANKLE_HEIGHT


def test_places_and_faces_are_those_at_rest() -> None:
    found = skin(made())
    assert found.places is rest().places
    assert found.faces is rest().faces
    assert found.vertices.shape == found.places.shape


@given(bodies)
def test_bones_meet_the_joints_of_the_solved_body(body: Body) -> None:
    found = posed_bones(rest().bones, body)
    for side in SIDES:
        for bone, joint in (("lowerarm01", "elbow"), ("wrist", "wrist"), ("lowerleg01", "knee")):
            assert found[f"{bone}.{LETTER[side]}"].head == pytest.approx(body.joints[f"{side} {joint}"])


@pytest.mark.parametrize("title", TITLES[::5])
def test_no_part_of_the_skin_is_torn_away(title: str) -> None:
    """An edge that is short at rest is nowhere long: limbs are stretched a little, and armpit and groin open."""
    found = skin(named(title)[1])
    now, then = (lengths_of_edges(each, found.faces) for each in (found.vertices, rest().drawn))
    assert (now - then).max() < 10
    assert np.quantile(now - then, 0.99) < 2


def lengths_of_edges(places: np.ndarray, faces: np.ndarray) -> np.ndarray:
    off = places[faces[:, 0]] - places[faces[:, 1]]
    lengths: np.ndarray = np.sqrt((off * off).sum(1))
    return lengths


def test_a_mirrored_body_has_a_mirrored_skin() -> None:
    body = made(limbs=(LegAngles(lift=70), LegAngles(knee=60), ArmAngles(lift=120), ArmAngles(elbow=90, pronate=40)))
    own, other = skin(body).vertices, skin(mirrored(body)).vertices * (-1, 1, 1)
    paired = [
        each for each in range(0, len(own), 40) if farthest(rest().drawn[[each]] * (-1, 1, 1), rest().drawn) < 0.06
    ]
    assert len(paired) > 200
    assert farthest(own[paired], other) < 0.45, "in the middle plane a vertex has four bones, of one side"


def test_places_are_rounded() -> None:
    found = skin(made()).vertices
    assert (found == np.round(found, 4)).all()


# -- hands ------------------------------------------------------------------------------------------------------------


def heights_over_palm(body: Body, side: str, *bones: str) -> np.ndarray:
    """How far some of the hand lies in front of the plane through wrist and knuckles (cm)."""
    found = skin(body).vertices[moved_by(*(f"{bone}.{LETTER[side]}" for bone in bones))]
    heights: np.ndarray = (found - body.joints[f"{side} wrist"]) @ np.array(body.hands[side].palm)
    return heights


@pytest.mark.parametrize("side", SIDES)
def test_a_flat_hand_lies_flat(side: str) -> None:
    body = handed("flat")
    palm = np.quantile(heights_over_palm(body, side, "wrist", "metacarpal2", "metacarpal3"), 0.95)
    for finger in (1, 2, 3, 4, 5):
        tip = heights_over_palm(body, side, f"finger{finger}-3")
        assert tip.max() - palm < 0.5, finger


@pytest.mark.parametrize("side", SIDES)
def test_a_fist_brings_its_fingertips_to_the_palm(side: str) -> None:
    body = handed("fist")
    way = np.array(body.hands[side].direction)
    for finger in (2, 3, 4, 5):
        tip = skin(body).vertices[moved_by(f"finger{finger}-3.{LETTER[side]}")] - body.joints[f"{side} wrist"]
        assert (tip @ way).max() < 10.5, finger
        assert heights_over_palm(body, side, f"finger{finger}-3").min() > 0


@pytest.mark.parametrize("side", SIDES)
def test_a_hook_keeps_its_big_knuckles_straight_and_a_roof_its_fingers(side: str) -> None:
    hook, roof = handed("hook"), handed("roof")
    for finger in (2, 3, 4, 5):
        near, far = f"finger{finger}-1", f"finger{finger}-3"
        assert heights_over_palm(hook, side, near).mean() < 1.5, finger
        assert way_along(hook, side, finger) < -0.4, f"the tip of {finger} points back"
        assert heights_over_palm(roof, side, far).min() > heights_over_palm(roof, side, near).mean() + 1.5, finger
        assert abs(way_along(roof, side, finger)) < 0.35, f"{finger} points out of the palm"


def way_along(body: Body, side: str, finger: int) -> float:
    """How far the far phalanx of a finger points along the hand (cosine)."""
    bone = posed_bones(rest().bones, body)[f"finger{finger}-3.{LETTER[side]}"]
    own = rest().bones[f"finger{finger}-3.{LETTER[side]}"]
    way = np.array(to_world(bone.turn, unit(subtract(own.tail, own.head))))
    return float(way @ np.array(body.hands[side].direction))


@pytest.mark.parametrize("side", SIDES)
def test_a_fan_is_broader_than_a_flat_hand_and_a_thumb_is_drawn_out(side: str) -> None:
    def breadth(shape: str, *fingers: int) -> float:
        body = handed(shape)
        one, other = (tip(body, side, finger) for finger in fingers)
        return float((one - other) @ np.array(body.hands[side].thumb))

    assert breadth("fan", 2, 5) > breadth("flat", 2, 5) + 1
    assert breadth("thumb out", 1, 3) > breadth("flat", 1, 3) + 1.5


def test_a_pointing_hand_points() -> None:
    body = handed("point")
    way = np.array(body.hands["left"].direction)
    reach = {
        finger: ((skin(body).vertices[moved_by(f"finger{finger}-3.L")] - body.joints["left wrist"]) @ way).max()
        for finger in (2, 3, 4, 5)
    }
    assert reach.pop(2) > max(reach.values()) + 5


def tip(body: Body, side: str, finger: int) -> np.ndarray:
    """The middle of the far phalanx of a finger (cm)."""
    middle: np.ndarray = skin(body).vertices[moved_by(f"finger{finger}-3.{LETTER[side]}")].mean(0)
    return middle


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("radius", [1.0, 1.4, 1.9, 3.0], ids=["strap", "stick", "rail", "wrist"])
def test_a_grip_closes_on_both_sides_of_what_it_holds(side: str, radius: float) -> None:
    """The fingers come round from beyond it, the thumb from the wrist; no finger is in it."""
    body = handed("grip", radius)
    hand, rod = body.hands[side], HeldRod.in_hand(body.joints[f"{side} wrist"], body.hands[side], radius)
    for finger in (1, 2, 3, 4, 5):
        joints = [f"finger{finger}-{number}.{LETTER[side]}" for number in (2, 3)]
        places = skin(body).vertices[moved_by(*joints)]
        assert -0.7 < rod.gaps(places).min() < 0.4, finger
        off = places - rod.middle
        round_it = np.arctan2(off @ np.array(hand.palm), off @ np.array(hand.direction) * (-1 if finger == 1 else 1))
        assert round_it.max() > 0, f"{finger} comes round to the far side"


# -- feet -------------------------------------------------------------------------------------------------------------


def test_toes_of_a_foot_on_its_ball_lie_on_the_floor() -> None:
    assert toes_back(rotation_x(40), 3.0) == pytest.approx(40)


@pytest.mark.parametrize(
    ("down", "ball"),
    [(0, 3.0), (1, 3.0), (40, 20.0), (150, 3.0)],
    ids=["flat", "hardly raised", "in the air", "on its top"],
)
def test_other_feet_keep_their_toes(down: float, ball: float) -> None:
    assert toes_back(rotation_x(down), ball) == 0


@pytest.mark.parametrize(
    "words",
    [
        {"base": "stand", "right foot": "heel up 10"},
        {"base": "stand", "right foot": "heel up 45"},
        {"base": "kneel", "right toes": "tucked"},
        {"base": "stand", "feet": "wide 70"},
    ],
    ids=["heel up a little", "heel up", "toes tucked", "wide"],
)
def test_a_foot_stands_with_its_toes_on_the_floor(words: dict[str, object]) -> None:
    _, body = solved(**words)
    vertices = skin(body).vertices
    toes = moved_by(*(f"toe{toe}-{joint}.R" for toe in (1, 2, 3, 4, 5) for joint in (1, 2, 3)))
    assert vertices[rest().parts["right foot"], 1].min() == pytest.approx(0, abs=0.6)
    assert vertices[toes, 1].min() < 0.6


@pytest.mark.parametrize("toes", [15, 30, 45])
def test_a_foot_with_its_toes_up_stands_on_its_heel(toes: int) -> None:
    pose, body = solved(base="sit-chair", hips="shift forward 22", right_foot=f"step forward 50, toes up {toes}")
    vertices = skin(body).vertices
    assert vertices[rest().parts["right foot"], 1].min() == pytest.approx(0, abs=0.6)
    great_toe = moved_by("toe1-2.R")
    assert vertices[great_toe, 1].min() > 15 * sin(radians(toes))
    assert faults(pose, body) == []


def toe_middle(words: str, toe: int) -> np.ndarray:
    """The middle of a left toe of a foot that stands (cm)."""
    _, body = solved(base="stand", **({"left_toes": words} if words else {}))
    bones = moved_by(*(f"toe{toe}-{joint}.L" for joint in (1, 2, 3)))
    middle: np.ndarray = skin(body).vertices[bones].mean(0)
    return middle


def test_toes_spread_and_lift_one_by_one_or_all() -> None:
    held = ("", "spread", "big up", "small up", "drawn back 40")
    flat, spread, big, small, back = ([toe_middle(words, toe) for toe in (1, 2, 3, 4, 5)] for words in held)
    assert spread[4][0] - spread[0][0] > flat[4][0] - flat[0][0] + 0.8
    rises = [[now[1] - then[1] for now, then in zip(toes, flat, strict=True)] for toes in (big, small, back)]
    assert rises[0][0] > max(rises[0][1:]) + 0.5
    assert min(rises[1][1:]) > rises[1][0] + 0.3
    assert min(rises[2]) > 0.3


@pytest.mark.parametrize(("side", "way"), [("left", -1), ("right", 1)])
def test_a_sole_that_is_turned_in_faces_the_other_leg(side: str, way: int) -> None:
    _, body = solved(base="sit-chair", **{f"{side}_leg": "raise front 90, knee 20", f"{side}_foot": "sole in 30"})
    _, straight = solved(base="sit-chair", **{f"{side}_leg": "raise front 90, knee 20"})
    sole, before = (np.array(each.frames[f"{side} foot"][1]) * -1 for each in (body, straight))
    assert (sole - before)[0] * way > 0.3


@pytest.mark.parametrize("words", [{"base": "stand", "hips": "lower 6"}, {"base": "sit-chair"}], ids=["stand", "sit"])
def test_the_tops_of_the_toes_lie_on_the_floor(words: dict[str, object]) -> None:
    _, body = solved(**words, right_foot="step back 26, tops down")
    found = skin(body)
    assert found.vertices[rest().parts["right foot"], 1].min() == pytest.approx(0, abs=0.7)
    toes = moved_by("toe1-2.R", "toe2-3.R")
    tops = toes & (rest().drawn[:, 1] > 1.5)
    assert found.vertices[tops, 1].mean() < 1.2
    assert found.normals[tops, 1].mean() < -0.5


def test_a_heel_hangs_over_the_edge_of_a_step() -> None:
    feet = {"left_foot": "on step 16, step forward 20", "right_foot": "on step 16, heel down 20"}
    _, body = solved(base="stand", **feet, props=["step 16"])
    (step,) = body.furniture["step"]
    foot = skin(body).vertices[rest().parts["right foot"]]
    ball, heel = foot[foot[:, 2] > step.low[2]], foot[foot[:, 2] < step.low[2] - 8]
    assert ball[:, 1].min() == pytest.approx(16, abs=0.8)
    assert heel[:, 1].min() < 13


def test_a_hand_that_holds_a_rail_closes_round_it() -> None:
    _, body = solved(base="stand", feet="on step 16", right_hand="hold rail", props=["step 16 right rail"])
    rod = HeldRod.in_hand(body.joints["right wrist"], body.hands["right"], 1.9)
    assert body.misses["right hand"] < 0.5
    assert rod.middle[0] == pytest.approx(-31, abs=2)
    assert body.hands["right"].shape == "grip"


def test_a_forearm_that_leans_on_a_thigh_lies_on_it() -> None:
    pose, body = solved(base="sit-chair", hips="fold 50", trunk="fold 20", hands="lean on thigh")
    away = {touch.part: touch.away for touch in skin_touches(pose, body, rest(), skin(body)) if touch.host != "seat"}
    for side in SIDES:
        assert body.misses[f"{side} forearm"] < 0.5
        assert away[f"{side} forearm"] == pytest.approx(0, abs=1)


@pytest.mark.parametrize(
    ("host", "keys"),
    [
        ("floor", {"base": "all-fours", "hips": "fold 27"}),
        ("seat", {"base": "kneel", "hips": "fold 52, shift back 14", "props": "chair ahead 26"}),
    ],
)
def test_a_forearm_that_leans_on_something_level_lies_on_it(host: str, keys: dict[str, str]) -> None:
    pose, body = solved(**keys, hands=f"lean on {host}")
    away = {touch.part: touch.away for touch in skin_touches(pose, body, rest(), skin(body)) if touch.host == host}
    for side in SIDES:
        assert body.misses[f"{side} forearm"] < 0.5
        assert away[f"{side} forearm"] == pytest.approx(0, abs=1)
        assert away[f"{side} hand"] == pytest.approx(0, abs=1)
        assert body.joints[f"{side} wrist"][2] > body.joints[f"{side} elbow"][2] + 20


@pytest.mark.parametrize(("prop", "place"), [("doorway 76", "frame"), ("wall right 43", "wall")])
def test_a_forearm_that_leans_on_something_upright_stands_against_it(prop: str, place: str) -> None:
    pose, body = solved(base="stand", hips="shift back 8", right_hand=f"lean on {place} 134", props=[prop])
    away = {touch.part: touch.away for touch in skin_touches(pose, body, rest(), skin(body))}
    assert body.misses["right forearm"] < 0.5
    assert body.joints["right elbow"][1] == pytest.approx(134, abs=1)
    assert body.joints["right wrist"][1] == pytest.approx(134 + FOREARM, abs=1)
    assert away["right forearm"] == pytest.approx(0, abs=1)
    assert away["right hand"] == pytest.approx(0, abs=1)


# -- turns ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("angle", [-150, -40, 0, 25, 160])
def test_a_turn_between_two_is_on_the_way(angle: float) -> None:
    axis = (0.6, 0.0, 0.8)
    for part in (0.0, 0.3, 1.0):
        expected = rotation(axis, angle * part)
        found = turn_between(IDENTITY, rotation(axis, angle), part)
        assert np.array(found) == pytest.approx(np.array(expected), abs=1e-9)


@pytest.mark.parametrize("angle", [-170, -30, 0, 90])
def test_the_twist_about_a_way_is_found_whatever_else_turns(angle: float) -> None:
    way = (0.0, -1.0, 0.0)
    assert twist_of(IDENTITY, rotation(way, angle), way) == pytest.approx(angle)
    swung = combined(shortest_rotation(way, (0.0, -0.8, 0.6)), rotation(way, angle))
    assert twist_of(shortest_rotation(way, (0.0, -0.8, 0.6)), swung, (0.0, -0.8, 0.6)) == pytest.approx(angle)


# -- the same everywhere ----------------------------------------------------------------------------------------------

HASHED = """
import sys
sys.path[:0] = [{tests!r}, {hooks!r}]
from test_figure_skin import hashed
print(hashed())
"""


def hashed() -> str:
    """Of the skins of two bodies, one of which holds something."""
    skins = (skin(each).vertices.tobytes() for each in (made(), handed("wrap")))
    return hashlib.sha256(b"".join(skins)).hexdigest()


def test_the_same_bytes_on_another_processor_and_in_another_folder(tmp_path: Path) -> None:
    program = HASHED.format(tests=str(ROOT / "tests"), hooks=str(ROOT / "hooks"))
    other = {"OPENBLAS_CORETYPE": "Prescott", "PYTHONHASHSEED": "1", "NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3"}
    ended = run_python(tmp_path, "-c", program, **other)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == hashed()


# -- hands on the body ------------------------------------------------------------------------------------------------


def gap_of_palm(side: str, host: str, body: Body) -> float:
    """How far the palm is from the skin of a part (cm)."""
    vertices = skin(body).vertices
    palm = vertices[rest().palms[side]]
    surface = surface_near(rest(), vertices, host, palm)
    assert surface
    return surface.gap(palm)


def test_a_hand_on_the_thigh_lies_on_its_skin() -> None:
    _, body = solved(base="sit-chair", left_hand="on left thigh", right_hand="on right thigh")
    for side in SIDES:
        assert -0.9 < gap_of_palm(side, f"{side} thigh", body) < 0.3


def test_bones_of_an_arm_keep_their_lengths_when_its_hand_is_settled() -> None:
    _, body = solved(base="sit-chair", left_hand="on left thigh")
    other = settled(rest(), body).body
    assert other.joints["left wrist"] != body.joints["left wrist"]
    for start, end in (("shoulder", "elbow"), ("elbow", "wrist")):
        now, then = (distance(each.joints[f"left {start}"], each.joints[f"left {end}"]) for each in (other, body))
        assert now == pytest.approx(then, abs=0.05)


def test_a_hand_that_touches_nothing_stays_where_it_is() -> None:
    _, body = solved(base="stand", left_arm="raise front 80", props=["wall"])
    assert settled(rest(), body) == Settled(body, {})


def test_a_hand_on_a_wall_lies_on_it() -> None:
    _, body = solved(base="stand", left_hand="on wall 120", props=["wall"])
    (wall,) = body.furniture["wall"]
    hand = skin(body).vertices[rest().parts["left hand"]]
    assert hand[:, 2].max() == pytest.approx(wall.low[2], abs=0.7)
    assert (hand[:, 2] > wall.low[2] - 1.8).mean() > 0.4


def test_a_hand_that_holds_the_back_of_a_chair_closes_on_both_its_faces() -> None:
    _, body = solved(base="stand", left_hand="hold chair-back", props=["chair ahead turned 34"])
    back = body.furniture["chair-back"][0]
    hand = skin(body).vertices[rest().parts["left hand"]]
    beside = hand[hand[:, 1] < back.high[1] - 1]
    for face, way in ((back.low[2], -1), (back.high[2], 1)):
        over = (beside[:, 2] - face) * way
        assert over.max() > 1
        assert over[over > -1].min() > -0.9


@pytest.mark.parametrize("part", ["head", "pelvis"])
def test_what_rests_on_the_floor_meets_it(part: str) -> None:
    _, body = solved(base="supine")
    assert skin(body).vertices[rest().parts[part], 1].min() == pytest.approx(0, abs=0.4)


@pytest.mark.parametrize("side", SIDES)
def test_the_sole_of_a_standing_foot_is_on_the_floor(side: str) -> None:
    _, body = solved(base="stand")
    assert skin(body).vertices[rest().parts[f"{side} foot"], 1].min() == pytest.approx(0, abs=0.1)


def test_hands_palm_to_palm_whose_fingers_point_the_same_way_are_laced() -> None:
    body = handed("flat")
    body.hosts["left hand"] = "right hand"
    body.hands["right"] = body.hands["left"]._replace(palm=scale(body.hands["left"].palm, -1))
    assert are_laced(body)
    assert held_as(body, "left") == held_as(body, "right") == LACED


@pytest.mark.parametrize(
    ("shape", "lift"), [("palms together", 55), ("palms together", 33), ("backs together", 70), ("laced", 60)]
)
def test_palms_and_backs_meet_in_the_middle_and_do_not_cross_it(shape: str, lift: int) -> None:
    """But for the fingers of laced hands, which go between each other."""
    wrist = "wrist down 70" if shape == "backs together" else "wrist back 80"
    _, body = solved(base="stand", arms=f"raise front-out {lift}, turn in 70, elbow 100, {wrist}", hands=shape)
    vertices = skin(body).vertices
    for side, sign in (("left", 1), ("right", -1)):
        bones = ("wrist", *(f"metacarpal{number}" for number in (1, 2, 3, 4)))
        fingers = () if shape == "laced" else (f"finger{f}-{number}" for f in (2, 3, 4, 5) for number in (1, 2, 3))
        hand = vertices[moved_by(*(f"{bone}.{LETTER[side]}" for bone in (*bones, *fingers)))]
        assert -0.5 < (hand[:, 0] * sign).min() < 0.5


def test_a_hand_across_the_other_closes_round_it() -> None:
    low = "raise front-in 20, turn in 60, elbow 34, relaxed"
    _, body = solved(base="stand", right_arm=low, left_hand="hold right hand", left_elbow="out")
    assert not are_laced(body)
    assert held_as(body, "left") == CLASPING
    assert held_as(body, "right") == body.hands["right"].shape


def test_fingers_open_until_they_are_not_in_the_thigh() -> None:
    _, body = solved(base="sit-chair", left_hand="on left thigh", right_hand="on right thigh")
    found = settled(rest(), body)
    vertices = skin(body).vertices
    for side in SIDES:
        assert found.shapes[side]
        for finger in (2, 3, 4, 5):
            places = vertices[moved_by(*(f"finger{finger}-{each}.{LETTER[side]}" for each in (1, 2, 3)))]
            surface = surface_near(rest(), vertices, f"{side} thigh", places)
            assert surface
            assert surface.gap(places) > -0.9, finger


LAP = {"base": "sit-chair", "hips": "shift forward 20, tuck 12", "trunk": "fold 12"}
HANDS_AND_LEGS = {
    "behind both thighs, lying": {
        "base": "supine",
        "hands": "hold thigh 60 behind",
        "legs": "raise front 120, knee 118",
    },
    "between thigh and crossed shank": {
        **LAP,
        "right foot": "on left thigh 90",
        "right knee": "out forward",
        "right hand": "on right shin 50",
    },
}
"""Hands that two legs, or both halves of one, leave little room."""


@pytest.mark.parametrize("keys", HANDS_AND_LEGS.values(), ids=HANDS_AND_LEGS)
def test_a_hand_comes_out_of_one_limb_without_going_into_another(keys: dict[str, str]) -> None:
    body = solve(parse(keys))
    vertices = skin(body).vertices
    for hand, leg in product(("left hand", "right hand"), (f"{side} {part}" for side in SIDES for part in LEG_PARTS)):
        places = vertices[rest().parts[hand]]
        surface = surface_near(rest(), vertices, leg, places)
        assert not surface or surface.depths(places)[0].max() < MOST_DEEP, f"{hand} in {leg}"


def test_a_hand_beyond_the_end_of_what_it_touches_is_not_taken_for_inside() -> None:
    """The skin of the shank ends below the kneecap; over it a hand on the knee lies on the thigh's."""
    crossed = {"right leg": "raise front 100, swing 22, knee 84", "left foot": "step in 6, step back 4"}
    body = solve(parse({"base": "sit-chair", "hips": "shift forward 8", **crossed, "left hand": "on right knee front"}))
    vertices = skin(body).vertices
    gaps = [
        surface.clearance(vertices[rest().palms["left"]])
        for part in LEG_PARTS
        if (surface := surface_near(rest(), vertices, f"right {part}", vertices[rest().palms["left"]]))
    ]
    assert min(gaps) < 1.0


def test_a_surface_tells_inside_from_outside() -> None:
    flat = SkinSurface(np.array([[0.0, 0, 0], [0, 0, 5]]), np.array([[0.0, 1, 0], [0, 1, 0]]))
    assert flat.gap(np.array([[0.0, 2, 0], [1, 3, 5]])) == 2
    assert flat.gap(np.array([[0.0, 2, 0], [1, -1.5, 5]])) == -1.5


def test_what_is_nowhere_near_has_no_surface() -> None:
    vertices = skin(made()).vertices
    assert surface_near(rest(), vertices, "left foot", vertices[rest().parts["head"]]) is None
