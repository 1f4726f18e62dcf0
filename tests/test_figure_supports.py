"""Things beside the body: where they stand, and hands, feet and shins that are on them."""

from __future__ import annotations

from typing import Any

import pytest

from figure_measures import touch_gap
from figure_poses import solved
from figure_scenes import figure
from figure_skin import rest
from figure_words import MUSCLES
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import ANKLE_HEIGHT, KNEE_HEIGHT, LEG, SIGN, Body
from stretchguide.figure.floor.spots import Touch
from stretchguide.figure.lints.faults import NEAR, faults
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.portrait.tints import SHADE
from stretchguide.figure.shapes.gaps import height
from stretchguide.figure.shapes.geometry import Camera, along
from stretchguide.figure.solver.clearance import touching
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.things.kinds import room_of
from stretchguide.figure.things.presence import Boxes
from stretchguide.figure.things.seats import SEAT_HIGH, Seat, Stand
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse, poses_of, read
from stretchguide.figure.words.pose import Contact, Pose
from stretchguide.figure.words.pose_steps import mirrored
from stretchguide.format.sides import OTHER, SIDES

Words = dict[str, Any]


def made(words: Words) -> tuple[Pose, Body]:
    pose = parse(words, MUSCLES)
    return pose, solve(pose)


def boxes(pose: Pose) -> Boxes:
    return room_of(pose).boxes()


def gap_of(pose: Pose, body: Body, part: str) -> float:
    found = touch_gap(
        body,
        touching(body, part.split(maxsplit=1)[0]) if part.endswith("hand") else part,
        body.hosts[part],
        boxes(pose),
    )
    assert found is not None
    return found


@pytest.mark.parametrize("base", [f"{name} left" if name in ("half-kneel", "lie") else name for name in BASES])
def test_a_base_alone_has_no_fault(base: str) -> None:
    assert faults(*made({"base": base})) == []


# -- beds -------------------------------------------------------------------------------------------------------------

_OVER_THE_END = {"base": "supine", "right leg": "raise back 10, knee 56", "props": "bed end"}
_OVER_THE_EDGE = {"base": "supine", "right leg": "raise side 30, swing -22, knee 62", "props": "bed right edge"}


@pytest.mark.parametrize("words", [_OVER_THE_END, _OVER_THE_EDGE], ids=["end", "edge"])
def test_a_leg_hangs_over_the_edge_of_a_bed_while_the_body_lies_on_it(words: Words) -> None:
    pose, body = made(words)
    assert faults(pose, body) == []
    assert body.joints["right ankle"][1] < -20
    assert height(part_solid(body, "pelvis")) == pytest.approx(0, abs=NEAR)
    _, propped_up = made({**words, "props": "mat"})
    assert height(part_solid(propped_up, "pelvis")) > 20, "on a floor without an edge the leg would lift the body"


@pytest.mark.parametrize("words", [_OVER_THE_END, _OVER_THE_EDGE], ids=["end", "edge"])
def test_beside_the_bed_nothing_has_a_shadow(words: Words) -> None:
    def shade(props: str) -> int:
        pose, body = made({**words, "view": "front-right 40", "right leg": "raise side 40, knee 2", "props": props})
        return int((Scene(rest(), body, pose).portrait.art((-140.0, -140.0, 140.0, 90.0)).shadow == SHADE).sum())

    assert shade(words["props"]) < 0.9 * shade("bed")


def test_the_edges_of_a_bed_change_sides_in_the_mirror() -> None:
    right, left = (room_of(parse(each)).top() for each in (_OVER_THE_EDGE, mirrored(_OVER_THE_EDGE)))
    assert right
    assert left
    assert (right.low[0], right.high[0]) == (-left.high[0], -left.low[0])


# -- chairs -----------------------------------------------------------------------------------------------------------

_STANDING = {"base": "stand"}


@pytest.mark.parametrize("place", ["", "ahead", "behind", "left", "right", "left turned", "behind turned"])
def test_a_chair_stands_clear_of_a_standing_body(place: str) -> None:
    assert faults(*made({**_STANDING, "props": f"chair {place}"})) == []


@pytest.mark.parametrize(
    ("place", "axis", "sign"), [("left", 0, 1), ("right", 0, -1), ("ahead", 2, 1), ("behind", 2, -1)]
)
def test_a_chair_stands_where_the_words_say(place: str, axis: int, sign: int) -> None:
    pose = parse({**_STANDING, "props": f"chair {place} 33"})
    (seat,) = room_of(pose).under_foot("seat")
    pieces = [*boxes(pose)["chair-back"], seat]
    near = min(min(box.low[axis] * sign, box.high[axis] * sign) for box in pieces)
    assert near == pytest.approx(33)


def test_the_back_of_a_chair_is_towards_the_hand_that_holds_it() -> None:
    for words in ({"hands": "on chair-back", "props": "chair"}, {"props": "chair ahead turned"}):
        found = boxes(parse({**_STANDING, **words}))
        assert max(box.high[2] for box in found["chair-back"]) < min(box.high[2] for box in found["seat"])
    found = boxes(parse({**_STANDING, "props": "chair ahead"}))
    assert min(box.low[2] for box in found["chair-back"]) > max(box.low[2] for box in found["seat"])


def test_who_sits_on_a_chair_can_have_another_one_ahead() -> None:
    pose, body = made({"base": "sit-chair", "right foot": "heel on seat", "props": "chair ahead 60"})
    assert [thing.kind for thing in pose.things] == ["chair", "chair"]
    assert len(boxes(pose)["seat"]) == 2
    assert faults(pose, body) == []
    assert body.joints["right ankle"][2] > 60


def test_chairs_change_sides_in_the_mirror() -> None:
    words = {**_STANDING, "left hand": "on chair-back", "props": ["chair left 30"]}
    (left,), (right,) = (room_of(parse(each)).things for each in (words, mirrored(words)))
    assert isinstance(left, Seat)
    assert isinstance(right, Seat)
    assert left.stand == Stand(50.5, 0.0, "left")
    assert right.stand == Stand(-50.5, 0.0, "right")
    touch = Touch(solved(base="stand")[1], "left", Contact("hold", "chair-back"))
    sides = [spot for spot in left.spots("chair-back", touch) if spot.normal and not spot.normal[1]]
    assert {spot.normal for spot in sides} == {(0.0, 0.0, -1.0)}, "the side edge of a chair that faces left looks back"


@pytest.mark.parametrize(
    "words",
    [
        {"base": "half-kneel left", "left hand": "on seat", "props": ["chair left", "mat"]},
        {"base": "stand", "hands": "on chair-back", "props": "chair"},
        {"base": "stand", "left hand": "on chair-back", "props": "chair left"},
        {"base": "kneel", "hands": "on seat", "props": "stool"},
        {"base": "stand", "hips": "fold 68", "hands": "on seat", "props": "bed 40"},
        {"base": "stand", "right hand": "on wall 155", "right elbow": "down", "props": "wall right"},
        {"base": "stand", "left hand": "on wall", "props": "wall left 46"},
    ],
)
def test_hands_meet_things_at_every_side(words: Words) -> None:
    pose, body = made(words)
    assert faults(pose, body) == []
    for side, arm in zip(SIDES, pose.arms, strict=True):
        if arm.contact and arm.contact.place in ("seat", "chair-back", "wall"):
            assert abs(gap_of(pose, body, f"{side} hand")) <= NEAR


def test_a_hand_goes_to_the_seat_beside_who_sits_not_to_the_edge_under_them() -> None:
    _, body = made({"base": "sit-chair", "left hand": "on seat", "props": ["chair", "stool left 45"]})
    assert body.joints["left wrist"][0] > 40


def test_a_hand_on_its_own_shoulder_sinks_into_nothing() -> None:
    for elbows in ({}, {"elbows": "out"}):
        assert faults(*made({**_STANDING, "hands": "on shoulder", **elbows})) == []


def test_a_hand_is_on_top_of_a_block() -> None:
    pose, body = made({"base": "all-fours", "left hand": "on block", "props": "block left 20"})
    assert faults(pose, body) == []
    scene = Scene(rest(), body, pose)
    (block,) = [prop for prop in scene.props if prop.name == "block"]
    top = max(corner[1] for face in block.faces for corner in face.corners)
    lowest = scene.skin.vertices[rest().parts["left hand"], 1].min()
    assert top == 20
    assert lowest == pytest.approx(top, abs=NEAR)


# -- feet -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        {"base": "stand", "right foot": "on seat", "props": "chair"},
        {"base": "stand", "right foot": "heel on seat", "props": "chair"},
        {"base": "stand", "right foot": "on seat", "props": "chair behind"},
        {"base": "stand", "right foot": "heel on seat", "props": "stool ahead 58"},
        {"base": "supine", "feet": "heel on seat", "knees": "up", "props": "chair"},
        {"base": "supine", "feet": "heel on wall", "arms": "raise side 40", "props": "wall 24"},
        {"base": "supine", "feet": "on wall 45", "props": "wall 48"},
        {"base": "stand", "left foot": "on wall 40", "props": "wall left 46"},
        {"base": "long-sit", "right foot": "heel on wall 60", "props": "wall right 46"},
        {"base": "supine", "right foot": "on frame", "props": "doorway right"},
        {"base": "supine", "left foot": "on frame 44", "left knee": "up", "props": "doorway left"},
    ],
)
def test_feet_meet_what_they_are_on(words: Words) -> None:
    pose, body = made(words)
    assert faults(pose, body) == []
    for side, leg in zip(SIDES, pose.legs, strict=True):
        if leg.support:
            assert body.hosts[f"{side} foot"] == leg.support.place
            gaps = [touch_gap(body, f"{side} {part}", leg.support.place, boxes(pose)) for part in ("foot", "shank")]
            assert min(gap for gap in gaps if gap is not None) == pytest.approx(-0.3, abs=0.5)


def test_a_heel_goes_as_high_as_the_leg_reaches_or_as_the_words_say() -> None:
    _, high = solved(base="supine", right_foot="on frame", props="doorway right")
    _, low = solved(base="supine", right_foot="on frame 44", props="doorway right")
    hip, ankle = high.joints["right hip"], high.joints["right ankle"]
    assert sum((a - b) ** 2 for a, b in zip(hip, ankle, strict=True)) ** 0.5 > LEG * 0.95
    assert low.joints["right ankle"][1] == pytest.approx(44, abs=4)


def test_a_shin_lies_on_a_seat() -> None:
    pose, body = made({"base": "stand", "left knee": "on seat", "props": "chair"})
    assert faults(pose, body) == []
    assert body.hosts["left shank"] == "seat"
    assert body.joints["left knee"][1] == pytest.approx(SEAT_HIGH + KNEE_HEIGHT)
    assert body.joints["left ankle"][2] < body.joints["left knee"][2] - 30


@pytest.mark.parametrize("away", [16, 36])
def test_the_shin_of_a_kneeling_leg_goes_up_a_wall_behind(away: int) -> None:
    pose, body = made(
        {"base": "half-kneel left", "right foot": "on wall", "hips": "shift forward 14", "props": f"wall -{away}"}
    )
    assert faults(pose, body) == []
    knee, ankle = body.joints["right knee"], body.joints["right ankle"]
    assert knee[1] == pytest.approx(KNEE_HEIGHT)
    assert -away < ankle[2] < 10 - away
    assert ankle[1] > 25
    assert body.frames["right foot"][1][2] < -0.7, "the top of the foot looks to the wall"


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("ways", "props"), [("out", ["bed 12"]), ("out up", ["bed 12", "cushion {} knee"])])
def test_a_shin_lies_across_a_bed(side: str, ways: str, props: list[str]) -> None:
    other, sign = OTHER[side], SIGN[side]
    words = {"base": "stand", f"{other} foot": "step back 45", f"{side} knee": f"on seat, {ways}"}
    hips = "fold 30, lower 15, shift forward 38"
    pose, body = made({**words, "hips": hips, "props": [each.format(side) for each in props]})
    assert faults(pose, body) == []
    knee, ankle = body.joints[f"{side} knee"], body.joints[f"{side} ankle"]
    assert knee[0] * sign > 15
    assert ankle[0] * sign < 0
    assert abs(knee[2] - ankle[2]) < 15
    assert ankle[1] == pytest.approx(SEAT_HIGH + 5, abs=0.5)
    assert knee[1] - ankle[1] == pytest.approx(1 if ways == "out" else 8, abs=0.5)
    cushions = [prop for thing in room_of(pose).things[1:] for prop in thing.drawn(Setting(body, Camera(0, 10)))]
    assert all(corner[1] > SEAT_HIGH - 0.1 for prop in cushions for face in prop.faces for corner in face.corners)


def test_a_raised_leg_leaves_the_thing_it_was_on() -> None:
    first = {"base": "supine", "right foot": "on frame", "props": "doorway right"}
    steps = [parse(words) for words in poses_of([first, {"right leg": "raise front 80"}])]
    assert [pose.leg("right").support is None for pose in steps] == [False, True]


# -- steps and balls --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [{"right foot": "on step 16"}, {"feet": "on step 20"}, {"left foot": "on step 10"}])
def test_a_step_is_under_the_feet_that_are_on_it(words: Words) -> None:
    pose, body = made({**_STANDING, **words})
    assert faults(pose, body) == []
    (step,) = boxes(pose)["step"]
    for side, leg in zip(SIDES, pose.legs, strict=True):
        x, y, z = body.joints[f"{side} ankle"]
        is_over = step.low[2] + 5 < z < step.high[2] - 12 and step.low[0] < x < step.high[0]
        assert is_over == (leg.on_step is not None)
        assert y == pytest.approx(ANKLE_HEIGHT + (leg.on_step or 0))


def test_a_foot_stands_on_its_ball() -> None:
    pose, body = made({**_STANDING, "props": "ball left foot 8"})
    assert body.joints["left ankle"][1] - body.joints["right ankle"][1] == pytest.approx(8)
    (ball,) = Scene(rest(), body, pose).props
    assert max(y + radius for (_, y, _), radius in ball.balls) == pytest.approx(8)


# -- what the language refuses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "key", "fact", "remedy"),
    [
        ({"feet": "on other thigh"}, "feet", "both feet", "leave one of them where it is"),
        ({"left foot": "on right shin", "right foot": "on left knee"}, "right foot", "both feet", "leave one"),
        ({"left hand": "on seat", "props": "block left"}, "left hand", "there is no chair", "add 'chair' to props"),
        ({"base": "supine", "hands": "on seat", "props": "bed"}, "hands", "there is no chair", "add 'chair' to props"),
        ({"left hand": "on block", "props": "block right"}, "left hand", "no block left", "add 'block left'"),
        ({"right foot": "on frame"}, "right foot", "there is no doorway", "add 'doorway' to props"),
        ({"feet": "heel on wall"}, "feet", "there is no wall", "add 'wall' to props"),
        ({"base": "sit-chair", "left foot": "on seat"}, "left foot", "there is no chair ahead", "add 'chair ahead'"),
        ({"left knee": "on seat"}, "left knee", "there is no chair ahead", "add 'chair ahead'"),
        ({"left foot": "on table"}, "left foot", "'table' is no place a foot can lie on", "write one of"),
        ({"props": ["wall left", "wall 40"]}, "props", "there can be one wall only", "leave the others out"),
        ({"props": "chair above"}, "props", "'above' is not known", "write one of: ahead"),
        ({"arrows": "nod left"}, "arrows", "does not say which way", "write 'nod down' or 'nod up'"),
        ({"arrows": "tuck"}, "arrows", "does not say which way", "write 'tuck under'"),
        (
            {"arrows": "left hand up and over up"},
            "arrows",
            "is no way an arrow can point",
            "left, right, forward, back",
        ),
        ({"view": "front close near"}, "view", "'near'", "write one of: hands, feet"),
        ({"view": "front near"}, "view", "'near'", "write a number of degrees"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(words: Words, key: str, fact: str, remedy: str) -> None:
    (fault, *_) = read({**_STANDING, **words})[1]
    assert fault.path[0] == key
    before, _, after = fault.message.partition("; ")
    assert fact in before
    assert remedy in after


# -- how much of it is shown ------------------------------------------------------------------------------------------


def height_of(words: Words, name: str) -> float:
    """How high a thing is drawn, in cm."""
    pose, body = made(words)
    faces = [face for prop in Scene(rest(), body, pose).props if prop.name == name for face in prop.faces]
    return max(corner[1] for face in faces for corner in face.corners)


def test_a_wall_is_cut_off_above_a_low_body() -> None:
    assert height_of({"base": "stand", "props": "wall 46"}, "wall") == 176
    assert height_of({"base": "stand", "arms": "reach up", "props": "wall 46"}, "wall") > 190
    for base, most in (("supine", 90), ("sit-chair", 150)):
        assert height_of({"base": base, "props": "wall 90"}, "wall") < most


@pytest.mark.parametrize("base", ["stand", "sit-chair", "supine"])
def test_a_doorway_is_known_by_two_posts_and_the_beam_over_them(base: str) -> None:
    pose, body = made({"base": base, "view": "back-right 14", "props": "doorway"})
    props = [prop for prop in Scene(rest(), body, pose).props if prop.name in ("posts", "beam")]
    corners = [corner for prop in props for face in prop.faces for corner in face.corners]
    assert min(corner[1] for corner in corners) == 0
    assert max(corner[1] for corner in corners) == 200
    beam, posts = (
        [corner[0] for prop in props if prop.name == name for face in prop.faces for corner in face.corners]
        for name in ("beam", "posts")
    )
    assert (min(beam), max(beam)) == (min(posts), max(posts))


@pytest.mark.parametrize(("base", "has_sill"), [("supine", True), ("stand", False)])
def test_the_posts_of_a_doorway_beside_a_low_body_stand_on_a_sill(base: str, has_sill: bool) -> None:
    pose, body = made({"base": base, "view": "back-right 14", "props": ["doorway", "mat"]})
    props = {prop.name: prop for prop in Scene(rest(), body, pose).props}
    assert ("sill" in props) == has_sill
    if has_sill:
        spans = [[corner[0] for face in props[name].faces for corner in face.corners] for name in ("sill", "beam")]
        assert (min(spans[0]), max(spans[0])) == (min(spans[1]), max(spans[1]))
        assert props["sill"].level < props["mat"].level, "a mat lies over it"


@pytest.mark.parametrize(("foot", "most"), [("on frame", 170), ("flat 40", 140)])
def test_a_doorway_goes_on_beyond_the_picture_of_a_low_body(foot: str, most: float) -> None:
    *_, height = view_box({"base": "supine", "view": "right 4", "right foot": foot, "props": "doorway right"})
    assert height < most * 10
    *_, height = view_box({"base": "stand", "view": "right 4", "props": "doorway"})
    assert height > 2000


def test_a_hand_on_the_frame_of_a_door_shows_from_the_other_side() -> None:
    pose, body = made({"base": "stand", "view": "front 6", "hands": "on frame 150", "props": "doorway 96"})
    for side, post in zip(SIDES, boxes(pose)["frame"], strict=True):
        middle = along(body.joints[f"{side} wrist"], body.hands[side].direction, 9)
        inner = min(abs(post.low[0]), abs(post.high[0]))
        assert inner - 3 < abs(middle[0]) < inner + 1.5, "half of it is beside the post"
        assert middle[2] < post.low[2], "behind it"
    assert " opacity" not in figure(body, pose)


def view_box(words: Words) -> tuple[float, ...]:
    pose, body = made(words)
    return tuple(float(value) for value in figure(body, pose).split('viewBox="')[1].split('"')[0].split())


def test_a_close_view_shows_head_and_chest_and_what_is_beside_them() -> None:
    words = {"base": "stand", "view": "right 6", "props": "wall -15"}
    near: Words = {"base": "stand", "view": "right 6 close"}
    whole, close, alone = view_box(words), view_box({**near, "props": "wall -15"}), view_box(near)
    assert close[3] < whole[3] * 0.6
    assert close[0] <= whole[0] + 20, "the wall is in it"
    assert close[0] < alone[0] - 50, "and makes it wider"
    assert right_edge({**near, "hands": "on chest"}) > right_edge(near), "the elbows are in it"
    assert view_box({**near, "view": "right close 6"}) == alone
    ahead = {**near, "arms": "raise front 40"}
    assert right_edge({**ahead, "feel": "wrist-flexors"}) > right_edge(ahead) + 150, "a lit forearm is in it"


def right_edge(words: Words) -> float:
    """How far a picture reaches to the right, in its own units."""
    x, _, width, _ = view_box(words)
    return x + width


@pytest.mark.parametrize("side", SIDES)
def test_a_doorway_stands_before_the_leg_that_is_named(side: str) -> None:
    pose, body = made({"base": "supine", f"{side} foot": "on frame", "props": f"doorway {side} 80"})
    x = body.joints[f"{side} hip"][0]
    assert any(post.low[0] < x < post.high[0] for post in boxes(pose)["frame"])
    assert body.joints[f"{side} ankle"][0] * SIGN[side] > 0
