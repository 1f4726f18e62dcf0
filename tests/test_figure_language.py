"""The language of poses: what it means, what it refuses, how steps follow from one another, and the other side."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_words import MUSCLES, POSES, keys_and_phrases
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.keys import KEYS
from stretchguide.figure.words.language import PoseError, PoseFault, parse, read
from stretchguide.figure.words.pose import Arm, Arrow, Bending, Contact, FootRest, HipTurn, Leg, LitMuscle, Thing, View
from stretchguide.figure.words.pose_steps import inherited, mirrored
from stretchguide.figure.words.reference import REFERENCE
from stretchguide.format.problems import FilePlace, Problem


def faults(pose: object) -> list[PoseFault]:
    found, wrong = read(pose, MUSCLES)
    assert (found is None) == bool(wrong)
    return wrong


# -- what words mean --------------------------------------------------------------------------------------------------


def test_every_pose_of_the_design_and_of_the_records_can_be_read() -> None:
    assert [(pose, wrong) for pose in POSES if (wrong := faults(pose))] == []


def test_every_word_of_the_reference_can_be_read() -> None:
    props = ["wall", "doorway", "table", "chair", "strap", "towel", "stick", "club", "ball left foot", "bar", "step"]
    props += ["block left", "block right"]
    wrong = [faults({"props": props, "base": "stand", key: phrase}) for key, phrase in keys_and_phrases()]
    assert [each for each in wrong if each] == []


def test_the_reference_has_every_key() -> None:
    assert {key for section in REFERENCE for key in section.keys} == set(KEYS) - {"title"}


def test_base_side_and_view() -> None:
    assert parse({"base": "half-kneel left"})[:3] == ("half-kneel", "left", View("front-right", 8.0))
    assert parse({"base": "cross-legged"}).side == "right"
    assert parse({"base": "lie left"}).view == View("front", 50.0)
    assert parse({"base": "lie left", "view": "back-left 62"}).view == View("back-left", 62.0)
    assert parse({"base": "sit-chair", "view": "front-right"}).view.elevation == 10
    assert parse({"base": "stand", "view": "back-left"}).view.azimuth == 142


def test_trunk_spreads_over_both_backs() -> None:
    pose = parse({"base": "stand", "trunk": "turn left 50, bend right 20, fold 10", "lower back": "arch 4"})
    assert pose.trunk == Bending(10, -20, 50)
    assert pose.lumbar == Bending(1, -10, 10)
    assert pose.thoracic == Bending(5, -10, 40)


def test_hips_keep_the_order_of_their_turns() -> None:
    hips = parse({"base": "supine", "hips": "tuck 12, turn right 30, shift back 4, shift left 2, lift 3, fold 0"}).hips
    assert hips.turns == (HipTurn("fold", -12), HipTurn("turn", -30))
    assert (hips.left, hips.forward, hips.lower, hips.tuck) == (2, -4, -3, 12)


def test_head() -> None:
    pose = parse({"base": "stand", "head": "nod 16, tuck 14, turn right 5"})
    assert (pose.head, pose.chin_tuck) == (Bending(16, 0, -5), 14)
    assert parse({"base": "supine"}).rests_head
    assert not parse({"base": "supine", "head": "straight"}).rests_head
    assert not parse({"base": "supine", "props": "pillow"}).rests_head
    assert parse({"base": "supine", "head": "rest"}).rests_head


def test_arm_by_its_angles() -> None:
    arm = parse({"base": "stand", "left arm": "raise forward 90, elbow 4, turn out 20, palm up, wrist back 60"}).arm(
        "left"
    )
    assert arm == Arm("front", 90, elbow=4, turn=-20, palm=-85, wrist=-60)
    assert arm.plane == 90
    assert parse({"base": "stand", "left arm": "draw back"}).arm("left") == Arm(draw=20)
    assert parse({"base": "stand", "left arm": "draw forward 12"}).arm("left") == Arm(draw=-12)
    assert parse({"base": "stand", "left hand": "on head", "left arm": "draw back 9"}).arm("left").draw == 9
    assert parse({"base": "stand", "left hand": "reach up, flat, shrug 10"}).arm("left") == Arm(
        reach="up", shape="flat", shrug=10
    )


@pytest.mark.parametrize(
    ("words", "contact"),
    [
        ("on right knee", Contact("on", "knee", "right")),
        ("on the right knee outside", Contact("on", "knee", "right", face="out")),
        ("on knee", Contact("on", "knee", "left")),
        ("to other shoulder", Contact("on", "shoulder", "right")),
        ("hold wrist", Contact("hold", "wrist", "right")),
        ("hold right thigh 62 behind", Contact("hold", "thigh", "right", 62, "back")),
        ("behind thigh", Contact("behind", "thigh", "left", face="back")),
        ("behind head", Contact("behind", "head")),
        ("hold right foot out", Contact("hold", "foot", "right", face="out")),
        ("hold thumb", Contact("hold", "thumb", "right")),
        ("on head top", Contact("on", "head", face="top")),
        ("on floor out 9 back 4", Contact("on", "floor", steps=(("back", 4), ("out", 9)))),
        ("on floor in 10 fingers in", Contact("on", "floor", steps=(("in", 10),), fingers="in")),
        ("lean on thigh", Contact("lean", "thigh", "left")),
        ("lean on floor ahead 8", Contact("lean", "floor", steps=(("ahead", 8),))),
        ("on floor side", Contact("on", "floor", fingers="side")),
        ("on floor ahead 34 fingers back", Contact("on", "floor", steps=(("ahead", 34),), fingers="back")),
    ],
)
def test_what_a_left_hand_touches(words: str, contact: Contact) -> None:
    assert parse({"base": "stand", "left hand": words}).arm("left").contact == contact


@pytest.mark.parametrize(
    ("prop", "words", "contact"),
    [
        ("wall left", "on wall 100 back 20", Contact("on", "wall", number=100, steps=(("back", 20),))),
        ("wall left", "lean on wall 134", Contact("lean", "wall", number=134)),
        ("doorway 80", "hold right frame 104", Contact("hold", "frame", "right", 104)),
        ("doorway 80", "lean on frame 130", Contact("lean", "frame", number=130)),
        ("table 22", "on table side", Contact("on", "table", fingers="side")),
        ("table 22", "on table fingers back", Contact("on", "table", fingers="back")),
    ],
)
def test_what_a_left_hand_touches_of_a_thing(prop: str, words: str, contact: Contact) -> None:
    assert parse({"base": "stand", "left hand": words, "props": prop}).arm("left").contact == contact


def test_a_touching_hand_leaves_nothing_to_the_angles_of_its_arm() -> None:
    words = {"left arm": "raise side 90, shrug 5, flat", "left hand": "on left hip, fist", "left elbow": "up out"}
    arm = parse({"base": "stand", **words}).arm("left")
    assert arm == Arm(shrug=5, shape="fist", contact=Contact("on", "hip", "left"), elbow_ways=("out", "up"))


def test_a_thing_in_the_hand_leaves_the_arm_free() -> None:
    arm = parse(
        {"base": "stand", "props": "strap right foot", "right arm": "raise front 40", "right hand": "hold strap"}
    )
    assert arm.arm("right") == Arm("front", 40, holds="strap", shape="grip")


def test_hands_rest_as_the_base_has_them() -> None:
    assert parse({"base": "sit-chair"}).arm("left").contact == Contact("on", "thigh", "left", 62)
    assert parse({"base": "sit-chair", "left hand": "relaxed"}).arm("left") == Arm()
    assert parse({"base": "prone"}).arm("right") == Arm("front-out", 14, elbow=0, palm=-85)
    lying = parse({"base": "lie right"})
    assert (lying.arm("right"), lying.arm("left")) == (Arm(reach="front", elbow=4), Arm())


def test_what_both_hands_do_needs_both() -> None:
    (fault,) = faults({"base": "stand", "left hand": "laced"})
    assert fault == PoseFault(("left hand",), "'laced' needs both hands; write it under 'hands'")
    assert {arm.shape for arm in parse({"base": "stand", "hands": "laced away"}).arms} == {"laced away"}


def test_plurals_give_each_hand_its_own_side() -> None:
    pose = parse({"base": "stand", "hands": "hold same thigh 40, fist", "left hand": "on left knee"})
    assert pose.arm("right").contact == Contact("hold", "thigh", "right", 40)
    assert pose.arm("left") == Arm(shape="fist", contact=Contact("on", "knee", "left"))


def test_legs_and_feet() -> None:
    pose = parse(
        {
            "base": "stand",
            "feet": "wide 80",
            "left foot": "step back 30, step forward 10, turned in 5, heel up",
            "right leg": "raise diagonal 40, turn in 0, flex",
        }
    )
    assert pose.leg("left") == Leg(stance="wide", width=80, forward=-20, toes_out=-5, heel_up=35)
    assert parse({"base": "stand", "right foot": "toes up"}).leg("right") == Leg(toes_up=30)
    assert pose.leg("right") == Leg("front-out", 40, point=-12)
    supine = parse({"base": "supine", "feet": "flat 46", "knees": "up", "right foot": "across other thigh 84 in"})
    assert supine.leg("left") == Leg(is_flat=True, flat_distance=46, knee_ways=("up",))
    assert supine.leg("right").rest == FootRest("left", "thigh", 84, True)
    kneeling = parse({"base": "kneel", "knees": "wide 40", "left toes": "tucked"})
    assert kneeling.leg("left") == Leg(knees_wide=40, is_tucked=True)


def test_toes_and_soles() -> None:
    pose = parse(
        {"base": "sit-chair", "toes": "spread", "left toes": "drawn back", "right foot": "on left thigh, sole in 20"}
    )
    assert pose.leg("left") == Leg(toes="spread", toes_back=45)
    assert pose.leg("right") == Leg(toes="spread", rest=FootRest("left", "thigh", 60), sole=20)
    assert parse({"base": "stand", "left foot": "sole out 8"}).leg("left") == Leg(sole=-8)
    assert parse({"base": "kneel", "toes": "tucked"}).leg("left").is_tucked


@pytest.mark.parametrize("words", ["front 20 close left foot", "front close left foot 20"])
def test_a_close_view_of_a_part(words: str) -> None:
    view = parse({"base": "stand", "view": words}).view
    assert view == View("front", 20, is_close=True, part="left foot")
    assert (str(view), view.shown) == ("front 20 close left foot", ("left foot",))
    assert parse({"base": "stand", "view": "front close hands"}).view.shown == ("left hand", "right hand")
    assert parse({"base": "stand", "view": "front close"}).view.shown == ()


def test_things_come_with_the_base_or_a_step() -> None:
    assert parse({"base": "sit-chair"}).things == (Thing("chair"),)
    assert parse({"base": "sit-chair", "props": ["stool"]}).things == (Thing("stool"),)
    assert parse({"base": "supine", "props": ["pillow"]}).things == (Thing("mat"), Thing("pillow"))
    assert parse({"base": "supine", "props": "no mat"}).things == (Thing("no mat"),)
    assert parse({"base": "stand", "left foot": "on step 20"}).things == (Thing("step", number=20),)
    assert parse({"base": "stand", "props": "wall -19, step 16 left rail"}).things == (
        Thing("step", "left rail", 16),
        Thing("wall", number=-19),
    )


def test_arrows() -> None:
    words = (
        "turn right, tilt left head 30, bend left, left hand up and over right, hips right up 12, left knee to chest, "
        "press right heel down 9"
    )
    assert parse({"base": "stand", "arrows": words}).arrows == (
        Arrow("chest", "turn", ("right",)),
        Arrow("head", "tilt", ("left",), amount=30),
        Arrow("chest", "tilt", ("left",)),
        Arrow("left hand", ways=("up", "right"), is_over=True),
        Arrow("pelvis", ways=("up", "right"), amount=12),
        Arrow("left knee", towards="chest"),
        Arrow("right heel", "press", ("down",), amount=9),
    )


def test_where_an_arrow_turns_may_be_said_with_at() -> None:
    said = [parse({"base": "stand", "arrows": f"tilt left {at}head 30"}).arrows for at in ("", "at ")]
    assert said[0] == said[1] == (Arrow("head", "tilt", ("left",), amount=30),)
    with pytest.raises(PoseError, match="'at' is not known after 'tilt left'"):
        parse({"base": "stand", "arrows": "tilt left at"})
    with pytest.raises(PoseError, match="'haed' is not known after 'tilt left'; did you mean 'head'"):
        parse({"base": "stand", "arrows": "tilt left at haed"})


def test_what_is_felt() -> None:
    pose = parse({"base": "stand", "feel": ["left hamstrings", "adductors", "adductors"], "also": []}, MUSCLES)
    assert pose.feel == (LitMuscle("hamstrings", "left"), LitMuscle("adductors"))
    assert (pose.also, parse({"base": "stand"}).feel) == ((), None)


# -- what is refused --------------------------------------------------------------------------------------------------

REFUSED: list[tuple[dict[Any, Any], str]] = [
    ({"base": "sitting"}, "unknown base 'sitting'"),
    ({"base": "lie"}, "'lie' needs a side (the side lain on); write 'lie left' or 'lie right'"),
    ({"base": "stand left"}, "'left' is too much after 'stand'; leave it out"),
    ({"base": "stand", "leg": "x"}, "unknown key 'leg'; did you mean 'legs'?"),
    ({"base": "stand", "view": "top"}, "'top' is not known here"),
    ({"base": "stand", "trunk": "turn right 400"}, "write a number from 0 to 180 degrees"),
    ({"base": "stand", "trunk": "turn right"}, "'turn right' needs a number; write 'turn right 30'"),
    ({"base": "stand", "trunk": "turn 30"}, "'turn 30' does not say which way; write 'turn left 30' (or right)"),
    (
        {"base": "stand", "trunk": "turn right 30°"},
        "'30°' in 'turn right 30°' is no number; write the number alone, as 30",
    ),
    ({"base": "stand", "trunk": "jog 30"}, "'jog 30' is not known here; write one of: straight, turn, bend"),
    ({"base": "stand", "trunk": "fold 30 fold"}, "'fold' is too much in 'fold 30 fold'"),
    ({"base": "stand", "left arm": "raise frnt 30"}, "'frnt' is not known after 'raise'; did you mean 'front'?"),
    ({"base": "stand", "left arm": "swing 20"}, "'swing' needs a raise"),
    ({"base": "stand", "left hand": "on moon"}, "'moon' is no place a hand can touch"),
    (
        {"base": "stand", "left hand": "on left wrist"},
        "the left hand cannot touch the wrist of its own arm; write 'other",
    ),
    (
        {"base": "stand", "left hand": "lean on chest"},
        "no forearm lies on 'chest'; write 'lean on thigh' or 'lean on floor' or 'lean on seat' or 'lean on wall' "
        "or 'lean on frame', or 'on chest'",
    ),
    ({"base": "stand", "left hand": "on left head"}, "'head' has no left and right"),
    ({"base": "stand", "left hand": "on wall 120"}, "but there is no wall; add 'wall' to props"),
    ({"base": "stand", "left hand": "on knee, on hip"}, "'on knee' and 'on hip' cannot both be"),
    ({"base": "stand", "left foot": "on left knee"}, "the left foot cannot lie on its own leg"),
    ({"base": "stand", "left elbow": "oust"}, "'oust' is not known here; did you mean 'out'?"),
    ({"base": "stand", "props": ["chiar"]}, "'chiar' is not known here; did you mean 'chair'?"),
    ({"base": "stand", "props": ["block"]}, "'block' does not say where; write 'block left' (or right)"),
    ({"base": "stand", "props": ["mat", "no mat"]}, "both a mat and no mat are named"),
    ({"base": "stand", "arrows": ["nose up"]}, "'nose up' is no part an arrow can stand at"),
    ({"base": "stand", "arrows": ["head up down"]}, "do not add up"),
    ({"base": "stand", "arrows": ["shake head"]}, "'head' is no part that is shaken out"),
    ({"base": "stand", "arrows": ["shake hands 8"]}, "gives a size that shaking has not"),
    ({"base": "stand", "arrows": ["press hands down"]}, "'hands down' is no way to press"),
    ({"base": "stand", "arrows": ["press left hand up and over left"]}, "is no way to press"),
    ({"base": "stand", "arrows": ["press nose up"]}, "'nose up' is no part an arrow can stand at"),
    ({"base": "stand", "feel": ["left bicep"]}, "unknown muscle 'bicep'; did you mean 'biceps-"),
    ({"base": "stand", "breath": "deep"}, "'deep' is not known here"),
    ({"base": "stand", "trunk": "rest, fold 3"}, "'rest' stands beside other words; write it alone"),
    ({"base": "stand", "trunk": None}, "nothing stands here; write words"),
    ({"base": "stand", "trunk": 20}, "a number stands here; write words"),
    ({"base": "stand", "trunk": ""}, "no words stand here; write some or leave the key out"),
    ({"base": "stand", "trunk": "x" * 9000}, "is too long; write 400 characters or fewer"),
    ({"base": "stand", 5: "x"}, "a number is used as a key"),
    ({}, "no base is named; write base: and one of stand, sit-chair"),
]


@pytest.mark.parametrize(("pose", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_a_wrong_word_is_refused_with_a_remedy(pose: dict[str, Any], message: str) -> None:
    (fault,) = faults(pose)
    assert message in fault.message
    assert "\n" not in str(Problem(FilePlace("a.yml"), fault.message))


def test_every_fault_is_collected_with_its_place() -> None:
    wrong = faults({"base": "stand", "trunk": "turn right 400", "hands": ["fist", "on moon"], "colour": "red"})
    assert [fault.path for fault in wrong] == [("colour",), ("hands", 1), ("trunk",)]


def test_parse_raises_the_first_fault() -> None:
    with pytest.raises(PoseError, match="base: unknown base 'sit'"):
        parse({"base": "sit", "trunk": "twist"})


def test_what_is_no_mapping_is_refused() -> None:
    assert faults(["stand"]) == [PoseFault((), "a list stands here; write keys such as base, trunk, left hand")]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.binary(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(st.one_of(st.sampled_from(KEYS), values.filter(lambda v: not isinstance(v, list | dict))), values)
)
def test_any_mapping_is_read_without_an_exception(pose: dict[Any, Any]) -> None:
    found, wrong = read(pose, MUSCLES)
    assert (found is None) == bool(wrong)
    read(inherited(pose, pose))
    read(mirrored(pose))


words = st.lists(
    st.sampled_from(sorted({word for _, phrase in keys_and_phrases() for word in phrase.split()})), max_size=5
)


@given(st.dictionaries(st.sampled_from(KEYS), words.map(" ".join), max_size=6), st.sampled_from(sorted(BASES)))
def test_any_words_are_read_without_an_exception(pose: dict[str, str], base: str) -> None:
    read({"base": base, **pose}, MUSCLES)


def test_no_text_costs_much() -> None:
    assert faults({"base": "stand", "trunk": ["turn " * 70] * 5000})
    assert faults({"base": "stand", "hips": 10**6000})
