"""The alternative text of figures: what it says, how long it is, and that different poses never read the same."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from figure_words import POSES, keys_and_phrases, poses, values_of
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.sentence.words import BRIEF, EXACT, PLAIN
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse, read
from stretchguide.figure.words.pose import Leg, Pose
from stretchguide.figure.words.pose_steps import mirrored
from stretchguide.figure.words.things import THINGS
from stretchguide.format.sides import mirrored as mirrored_text

# -- what it says -----------------------------------------------------------------------------------------------------

HAND_BEHIND_HEAD = "right hand behind the head with the elbow out"
TURNED: dict[str, Any] = {
    "base": "sit-chair",
    "trunk": "turn right 45",
    "head": "turn right 15",
    "right hand": "behind head",
    "right elbow": "out",
    "left hand": "on right knee",
    "arrows": ["turn right"],
}


@pytest.mark.parametrize(
    ("pose", "text"),
    [
        ({"base": "sit-chair"}, "Sitting on a chair."),
        ({"base": "sit-chair", "hands": "on thigh 62"}, "Sitting on a chair."),
        (
            {"base": "sit-chair", "right foot": "step forward 50, toes up 40"},
            "Sitting on a chair, right foot forward and on its heel.",
        ),
        ({"base": "cross-legged"}, "Sitting cross-legged, right foot in front."),
        ({"base": "long-sit"}, "Sitting on the floor, legs stretched out."),
        (
            {"base": "long-sit", "left foot": "on right thigh in"},
            "Sitting on the floor, right leg stretched out, left foot on the inner side of the right thigh.",
        ),
        (
            {"base": "long-sit", "legs": "raise front-out 86, swing 10"},
            "Sitting on the floor, legs wide apart.",
        ),
        (
            {"base": "long-sit", "left leg": "raise front-out 86"},
            "Sitting on the floor, right leg stretched out, left leg raised well forward and out.",
        ),
        (
            {"base": "half-kneel left", "left hand": "on seat", "props": ["chair left", "mat"]},
            "Kneeling on one knee, left foot in front, left hand on the seat, a chair on the left.",
        ),
        ({"base": "stand", "props": "chair ahead turned"}, "Standing, a chair ahead, its back towards the body."),
        (
            {"base": "stand", "right hand": "on wall", "props": "wall right"},
            "Standing, right hand on the wall, a wall on the right.",
        ),
        (
            {"base": "supine", "right foot": "on frame 44", "props": "doorway right"},
            "Lying on the back, right heel low on the door frame.",
        ),
        ({"base": "supine", "feet": "on wall 45", "props": "wall"}, "Lying on the back, feet low against the wall."),
        (
            {"base": "supine", "feet": "heel on seat", "knees": "up", "props": "chair ahead 10"},
            "Lying on the back, calves on the seat with the knees up, a chair ahead.",
        ),
        (
            {"base": "stand", "left knee": "on seat", "props": "stool"},
            "Standing, left shin on the seat, a stool on the left.",
        ),
        (
            {"base": "all-fours", "left hand": "on block ahead 10", "props": "block left"},
            "On hands and knees, left hand on the block ahead.",
        ),
        (
            {"base": "stand", "view": "right close 6", "head": "tuck", "arrows": ["chin back", "nod down"]},
            "Standing, chin tucked in a little, head and chest close up, seen from the right, "
            "arrows: chin back and nod down.",
        ),
        (
            {"base": "stand", "arms": "draw back 16, elbow 12"},
            "Standing, arms at the side with the elbows slightly bent and the shoulders drawn back.",
        ),
        (
            {"base": "kneel", "arrows": ["tuck under", "left hand up and over back", "right shoulder down left"]},
            "Kneeling upright, arrows: tuck the tailbone under, left hand up and over back and "
            "right shoulder down and to the left.",
        ),
        # Plain words leave out what only makes up for something else.
        (
            {"base": "stand", "feet": "step forward 10", "hips": "shift back 10", "arms": "raise side 6, swing 8"},
            "Standing, arms beside the body, feet forward.",
        ),
        (
            {"base": "supine", "hips": "turn right 30", "trunk": "turn left 28", "feet": "together, flat 40"},
            "Lying on the back, hips turned to the right, feet together and flat on the floor.",
        ),
        ({"base": "all-fours", "hips": "tuck 5"}, "On hands and knees."),
        ({"base": "stand", "left foot": "hip-wide, step back 30"}, "Standing, left foot back."),
        ({"base": "lie left", "props": "pillow"}, "Lying on the left side, head on a pillow."),
        (
            {"base": "supine", "props": ["cushion left knee", "cushion right"]},
            "Lying on the back, a cushion under the left knee, a cushion on the right.",
        ),
        (
            {"base": "supine", "props": ["cushion left knee", "cushion right knee", "cushion left", "cushion right"]},
            "Lying on the back, a cushion on each side, a cushion under each knee.",
        ),
        (
            {"base": "long-sit", "props": "cushion seat"},
            "Sitting on the floor, legs stretched out, a cushion under the seat.",
        ),
        (
            {"base": "stand", "right knee": "on seat, out", "hands": "on seat", "props": "bed 12"},
            "Standing, both hands on the bed, right shin across the bed with the knee out, a bed ahead.",
        ),
        ({"base": "sit-heels", "props": "cushion heels"}, "Sitting back on the heels, a cushion on the heels."),
        (
            TURNED,
            "Sitting on a chair, chest turned to the right, head turned a little to the right, "
            f"{HAND_BEHIND_HEAD}, left hand on the right knee, arrow: turn right.",
        ),
        ({"base": "stand", "hands": "on knee"}, "Standing, hands on the knees."),
        ({"base": "stand", "hands": "hold elbow"}, "Standing, hands holding the other elbow."),
        ({"base": "stand", "hands": "hold left wrist"}, None),
        ({"base": "supine", "hands": "hold left shin 30"}, "Lying on the back, both hands holding the left shin."),
        (
            {"base": "stand", "feet": "wide 86", "left foot": "turned out 70", "props": "block left"},
            "Standing, feet wide apart, left toes turned out far, a block under the left hand.",
        ),
        (
            {"base": "stand", "view": "left 8", "right hand": "on wall", "props": "wall 46"},
            "Standing, right hand on the wall, seen from the left.",
        ),
        (
            {"base": "stand", "feel": ["left hamstrings", "adductors"], "also": "soleus", "breath": "out"},
            "Standing, breathing out, felt in the left hamstrings and the adductors, felt less in the soleus.",
        ),
    ],
)
def test_the_sentence(pose: dict[str, Any], text: str | None) -> None:
    found, _ = read(pose)
    assert (describe(found) if found else None) == text


@pytest.mark.parametrize(
    ("pose", "text"),
    [
        ({"base": "stand", "feet": "hip-wide", "arms": "raise side 8, elbow 10"}, "Standing."),
        ({"base": "stand", "right arm": "raise side 96, elbow 4, flat"}, "Standing, right arm out to the side."),
        ({"base": "stand", "right arm": "raise side 170"}, "Standing, right arm raised overhead."),
        (
            {"base": "stand", "left arm": "raise front-in 80, palm up"},
            "Standing, left arm raised forward with the palm up.",
        ),
        ({"base": "stand", "right leg": "raise back 8, knee 140, point 30"}, "Standing, right knee well bent."),
        ({"base": "stand", "head": "up 8", "trunk": "turn left 12, fold 30"}, "Standing, back rounded."),
        ({"base": "stand", "feet": "turned out 60"}, "Standing, toes turned out far."),
        ({"base": "supine", "feet": "flat 40", "knees": "up"}, "Lying on the back with the knees bent."),
        ({"base": "supine", "feet": "flat, together"}, "Lying on the back with the knees bent, feet together."),
        ({"base": "stand", "hips": "lower 14, shift back 6"}, "Standing with the knees bent."),
        ({"base": "stand", "hips": "lower 44, shift back 12"}, "In a squat."),
        ({"base": "stand", "hips": "lower 16", "right foot": "step back 60"}, "In a lunge, right foot back."),
        ({"base": "stand", "hips": "fold 30, shift back 6"}, "Standing, leaning forward."),
        ({"base": "stand", "hips": "fold 88, lower 4"}, "Standing, bent far forward at the hips."),
        (
            {"base": "all-fours", "hips": "fold 40, lift 30", "legs": "raise front 70, knee 4", "hands": "on floor"},
            "In an upside-down V, hands and feet on the floor.",
        ),
        ({"base": "all-fours", "hands": "lean on floor"}, "On forearms and knees."),
        ({"base": "all-fours", "legs": "raise front 86, knee 90"}, "On hands and knees, toes tucked under."),
        (
            {"base": "stand", "left arm": "raise across 74", "right arm": "raise across 92"},
            "Standing, arms crossed, the right one on top.",
        ),
        (
            {"base": "supine", "right hand": "hold right thigh 80 behind", "left hand": "hold right thigh 46 behind"},
            "Lying on the back, both hands holding the back of the right thigh.",
        ),
        ({"base": "stand", "arrows": ["left hand up", "right hand up"]}, "Standing, arrow: both hands up."),
        # Which way a ring goes, what goes to and fro, what parts or meets
        (
            {"base": "stand", "arrows": "circle right shoulder back"},
            "Standing, arrow: circle the right shoulder backwards.",
        ),
        (
            {"base": "stand", "arrows": ["circle right wrist right", "circle left wrist left"]},
            "Standing, arrow: turn both forearms outwards.",
        ),
        (
            {"base": "stand", "arrows": "circle right wrist left"},
            "Standing, arrow: turn the right forearm to the left.",
        ),
        (
            {"base": "stand", "arrows": "circle right foot left"},
            "Standing, arrow: circle the right foot round to the left.",
        ),
        ({"base": "stand", "arrows": "shake right arm"}, "Standing, arrow: shake the right arm."),
        ({"base": "stand", "arrows": "shake hands"}, "Standing, arrow: shake both hands."),
        (
            {"base": "stand", "arrows": ["right foot forward", "right foot back"]},
            "Standing, arrow: right foot forward and back.",
        ),
        (
            {"base": "stand", "arrows": ["right foot right", "right foot left"]},
            "Standing, arrow: right foot to the right and left.",
        ),
        ({"base": "stand", "arrows": ["left knee left", "right knee right"]}, "Standing, arrow: both knees outwards."),
        (
            {"base": "stand", "arrows": ["left knee up right", "right knee up left"]},
            "Standing, arrow: both knees up and inwards.",
        ),
        ({"base": "stand", "arrows": ["left heel down", "right heel down"]}, "Standing, arrow: both heels down."),
        (
            {"base": "stand", "arrows": ["left hand up", "right hand down"]},
            "Standing, right arm hanging down, arrows: left hand up and right hand down.",
        ),
        (
            {"base": "stand", "hands": "on other shoulder", "props": "club chest"},
            "Standing, arms crossed, hands on the opposite shoulders, a golf club across the chest.",
        ),
        (
            {"base": "stand", "hips": "turn left 30", "trunk": "turn left 40"},
            "Standing, hips and chest turned to the left.",
        ),
        ({"base": "stand", "arms": "draw back 16"}, "Standing, shoulders drawn back."),
        (
            {"base": "supine", "hips": "fold 14", "lower back": "arch 24", "feet": "flat 42"},
            "Lying on the back with the knees bent, low back arched off the floor.",
        ),
        ({"base": "supine", "lower back": "round 30"}, "Lying on the back."),
        (
            {"base": "supine", "left leg": "raise front 110, knee 94"},
            "Lying on the back, left leg drawn up with the knee bent.",
        ),
        (
            {"base": "stand", "hands": "on frame 178", "props": "doorway"},
            "Standing, both hands high on the door frame.",
        ),
        ({"base": "stand", "hands": "on frame 90", "props": "doorway"}, "Standing, both hands low on the door frame."),
        ({"base": "stand", "arrows": "press right heel down"}, "Standing, arrow: press the right heel down."),
        (
            {"base": "supine", "hands": "hold strap", "arms": "raise front 14, elbow 40", "props": "strap right foot"},
            "Lying on the back, hands holding the strap round the right foot.",
        ),
        (
            {"base": "stand", "hips": "fold 86, shift forward 90", "feet": "heel up 60", "hands": "on floor"},
            "In a plank, on hands and toes.",
        ),
        (
            {"base": "supine", "hips": "fold 40", "feet": "flat 46", "props": "roller along"},
            "Half sitting up with the knees bent, a foam roller along the spine.",
        ),
        (
            {"base": "supine", "hips": "fold 84", "hands": "on thigh 62", "props": "bed end"},
            "Sitting up, hands on the thighs, a bed that ends under the hips.",
        ),
        (
            {"base": "supine", "left foot": "flat 42", "left knee": "up", "props": "bed right edge"},
            "Lying on the back, left foot flat on the bed, a bed with its edge on the right.",
        ),
        (
            {"base": "prone", "trunk": "arch 34", "hands": "lean on floor"},
            "Lying on the front, back arched, both forearms on the floor.",
        ),
        (
            {"base": "prone", "right hand": "hold strap", "props": "strap right ankle"},
            "Lying on the front, right hand holding the strap round the right ankle.",
        ),
        (
            {"base": "lie left", "props": "cushion left ribs"},
            "Lying on the left side, a cushion under the left ribs.",
        ),
        (
            {"base": "sit-chair", "hands": "behind head", "elbows": "out"},
            "Sitting on a chair, both hands behind the head with the elbows out.",
        ),
    ],
)
def test_a_brief_sentence_leaves_out_what_anybody_does(pose: dict[str, Any], text: str) -> None:
    assert describe(parse(pose), say=BRIEF) == text


LONG = {"base": "supine", "left foot": "flat 40", "right leg": "raise front 80, knee 4", "feel": ["right hamstrings"]}
UP = {"arrows": ["left hand up"], "right foot": "point"}
TURNED = {**UP, "trunk": "turn left 40", "props": "pillow"}


@pytest.mark.parametrize(
    ("pose", "gone", "kept"),
    [
        ({**UP, "hands": "behind head", "elbows": "out up"}, "the elbows", "behind the head"),
        ({**UP, "hands": "hold right thigh 50 behind"}, "the back of", "holding the right thigh"),
        ({**TURNED, "head": "turn left 30"}, "head turned", "chest turned to the left"),
        ({**TURNED, "head": "turn right 30"}, "", "head turned to the right"),
        ({**TURNED, "hips": "fold 20, turn left 20"}, "folded", "hips turned to the left"),
        (
            {"hands": "raise front 60", "arrows": ["left hand up and over right"]},
            "up and over",
            "left hand to the right",
        ),
    ],
)
def test_a_long_sentence_leaves_out_what_follows_from_the_rest(pose: dict[str, Any], gone: str, kept: str) -> None:
    found = parse({**LONG, **pose})
    text = describe(found, say=BRIEF)
    assert kept in text
    assert gone in describe(found, say=PLAIN)
    assert not gone or gone not in text
    briefly = found._replace(legs=(Leg(), Leg()), feel=None, arrows=(found.arrows or ())[: gone == "up and over"])
    assert gone in describe(briefly, say=BRIEF), "there is room for it"


def test_an_id_of_several_words_is_said_in_words() -> None:
    pose = parse({"base": "stand", "feel": "left gluteus-medius"})
    assert describe(pose) == "Standing, felt in the left gluteus medius."


def test_what_no_picture_shows_is_not_said() -> None:
    first = parse({"base": "stand", "title": "a", "breath": "easy"})
    second = parse({"base": "stand", "title": "b", "feel": []})
    assert {describe(first, say=EXACT), describe(second, say=EXACT)} == {"Standing."}


@pytest.mark.parametrize("base", [f"{name} {'left' if base.side else ''}".strip() for name, base in BASES.items()])
def test_a_base_alone_is_said_in_a_few_words(base: str) -> None:
    assert len(describe(parse({"base": base}))) < 50


# -- its form ---------------------------------------------------------------------------------------------------------

SENTENCE = re.compile(r"[A-Z][^.\n]*\.")


@given(poses)
def test_it_is_one_tidy_sentence(pose: dict[str, Any]) -> None:
    found, _ = read(pose)
    assume(found)
    assert found
    text = describe(found)
    assert SENTENCE.fullmatch(text), text
    assert "  " not in text
    assert " ," not in text
    assert "the the" not in text
    assert "None" not in text


def test_it_is_short_for_the_poses_of_the_design_and_of_the_records() -> None:
    said = [parse(pose)._replace(feel=None, also=None, breath=None) for pose in POSES]
    lengths = sorted(len(describe(pose, say=BRIEF)) for pose in said)
    assert lengths[len(lengths) // 2] <= 110
    assert lengths[len(lengths) * 3 // 4] <= 160
    assert lengths[-1] <= 250


def test_plain_words_need_no_numbers() -> None:
    assert [text for pose in POSES if re.search(r"\d", text := describe(parse(pose)))] == []


@given(poses)
def test_the_other_side_is_told_in_the_same_words(pose: dict[str, Any]) -> None:
    seen = {**pose, "view": "back"}  # recommended for no base, so it is said on both sides
    one, other = read(seen)[0], read(mirrored(seen))[0]
    assume(one)
    assert one
    assert other
    assert Counter(_words(mirrored_text(describe(one)))) == Counter(_words(describe(other)))


def _words(text: str) -> list[str]:
    return sorted(re.findall(r"[a-z-]+", text.lower().replace("-", " ")))


# -- no two poses read the same ---------------------------------------------------------------------------------------


def drawn(pose: Pose) -> Pose:
    breath = None if pose.breath == "easy" else pose.breath
    return pose._replace(title="", breath=breath, arrows=pose.arrows or (), feel=pose.feel or (), also=pose.also or ())


changes = st.sampled_from(sorted(values_of)).flatmap(
    lambda key: st.tuples(st.just(key), st.none() | st.sampled_from(values_of[key]))
)


def changed(pose: dict[str, Any], key: str, value: str | None) -> dict[str, Any]:
    rest = {name: words for name, words in pose.items() if name != key}
    return rest if value is None else {**rest, key: value}


def assert_told_apart(first: Pose, second: Pose) -> None:
    """With numbers."""
    assert (describe(first, say=EXACT) != describe(second, say=EXACT)) == (drawn(first) != drawn(second))


@given(st.one_of(poses, st.sampled_from(POSES)), changes)
def test_a_changed_phrase_changes_the_text(pose: dict[str, Any], change: tuple[str, str | None]) -> None:
    first, second = read(pose)[0], read(changed(pose, *change))[0]
    assume(first and second)
    assert first
    assert second
    assert_told_apart(first, second)


def test_a_limb_that_is_raised_by_little_says_which_way() -> None:
    ways = ("front", "side", "back", "across")
    assert len({describe(parse({"base": "stand", "arms": f"raise {way} 6"})) for way in ways}) == 4
    assert "arms beside the body, a little forward" in describe(parse({"base": "stand", "arms": "raise front 6"}))
    assert "beside the body." in describe(parse({"base": "stand", "arms": "raise side 6"})), "as arms hang"


WORDS = sorted({word for _, phrase in keys_and_phrases() for word in phrase.split()})


@given(st.sampled_from(POSES), st.data())
def test_a_single_changed_word_changes_the_plain_text(pose: dict[str, Any], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(pose)))
    words = " , ".join(pose[key] if isinstance(pose[key], list) else [pose[key]]).replace(",", " , ").split()
    place = data.draw(st.sampled_from(range(len(words))))
    is_number = bool(re.fullmatch(r"[-0-9.]+", words[place]))
    assume(not is_number and words[place] != ",")
    words[place] = data.draw(st.sampled_from([word for word in WORDS if not re.fullmatch(r"[-0-9.]+", word)]))
    first, second = read(pose)[0], read({**pose, key: " ".join(words)})[0]
    if first and second and drawn(first) != drawn(second):
        assert describe(first) != describe(second)


@given(st.sampled_from(POSES), st.sampled_from(POSES))
def test_no_two_different_poses_of_the_records_read_the_same(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert_told_apart(parse(first), parse(second))


def test_every_pose_of_the_records_is_told_from_every_other() -> None:
    found = [parse(pose) for pose in POSES]
    texts = {describe(pose, say=EXACT) for pose in found}
    assert len(texts) == len({drawn(pose) for pose in found})


def test_every_place_of_a_thing_has_its_words() -> None:
    placed = [(word, thing, place) for word, thing in THINGS.items() for place in thing.places if place]
    lacking = [
        (word, place)
        for word, thing, place in placed
        if not thing.detail and not {place, place.removesuffix(" turned")} & set(thing.at)
    ]
    assert lacking == []
