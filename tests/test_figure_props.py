"""The things round a body: every word of the language is drawn, and each thing is where the pose puts it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_bodies import bodies, made
from properties import tried
from stretchguide.figure.body.hulls import Hull
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import ANKLE_HEIGHT, SIGN, Body, rod_in_hand
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.shapes.gaps import distance_to, height
from stretchguide.figure.shapes.geometry import Camera, Vector, distance
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.things.held import holding
from stretchguide.figure.things.kinds import KINDS, room_of
from stretchguide.figure.things.setting import Setting
from stretchguide.figure.things.shapes import Prop, boxes, drum, inks, make_room, outlines, rods, sphere
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import Arm, Contact, Pose, Thing, View
from stretchguide.figure.words.things import THINGS
from stretchguide.figure.words.views import VIEWS
from stretchguide.format.sides import SIDES

FRONT = Camera(0, 8)
words = st.sampled_from(
    [(kind, place) for kind, thing in THINGS.items() for place in thing.places if not (thing.must_say and not place)]
)


def things(kind: str, place: str = "", number: float | None = None) -> tuple[Thing, ...]:
    return (Thing(kind, place, number),)


def placed(body: Body, wanted: tuple[Thing, ...], camera: Camera = FRONT, base: str = "stand") -> list[Prop]:
    return room_of(Pose(base, None, View("front", 8), things=wanted)).drawn(Setting(body, camera))


def corners(prop: Prop) -> list[Vector]:
    """Every corner of a thing's flat faces, and the middle of its volumes."""
    flat = [corner for face in prop.faces for corner in face.corners]
    return flat + [volume.centre for face in prop.faces for hull in face.hulls for volume in hull]


def hulls_of(prop: Prop) -> list[Hull]:
    return [hull for face in prop.faces for hull in face.hulls]


def heights(pad: Prop) -> tuple[float, float]:
    """From where to where something soft reaches (cm)."""
    volumes = [volume for face in pad.faces for hull in face.hulls for volume in hull]
    low = min(volume.centre[1] - volume.radius for volume in volumes)
    return low, max(volume.centre[1] + volume.radius for volume in volumes)


def test_every_thing_of_the_language_can_be_drawn() -> None:
    assert set(KINDS) == set(THINGS)


@tried(40)
@given(bodies, words, st.sampled_from(sorted(BASES)), st.sampled_from(sorted(VIEWS.values())))
def test_everything_is_drawn_for_every_body_base_and_view(
    body: Body, word: tuple[str, str], base: str, azimuth: float
) -> None:
    camera = Camera(azimuth, 12)
    for prop in placed(body, things(*word), camera, base):
        drawn = inks(prop, outlines(camera, prop))
        assert drawn
        assert all(ink.path for ink in drawn)
        assert prop.balls
        frame = PictureFrame()
        make_room(frame, camera, prop)
        assert frame.width > 0


def test_a_word_that_is_unknown_is_refused() -> None:
    with pytest.raises(KeyError):
        placed(made(), things("trampoline"))


# -- shapes -----------------------------------------------------------------------------------------------------------


def test_a_box_shows_up_to_three_faces() -> None:
    cube = [Box((0, 0, 0), (10, 10, 10))]
    assert len(boxes(Camera(0, 0), "box", cube).faces) == 1
    assert len(boxes(Camera(30, 0), "box", cube).faces) == 2
    assert [face.token for face in boxes(Camera(30, 20), "box", cube).faces] == ["p3", "p2", "p1"]


def test_faces_of_one_colour_share_a_path() -> None:
    two = boxes(Camera(30, 20), "box", [Box((0, 0, 0), (9, 9, 9)), Box((20, 0, 0), (29, 9, 9))])
    assert len(inks(two, outlines(Camera(30, 20), two))) == 3


def test_balls_of_a_box_lie_on_it() -> None:
    box = Box((0.0, 0.0, 0.0), (40.0, 6.0, 20.0))
    for (x, y, z), _ in boxes(FRONT, "box", [box]).balls:
        assert x in (0, 40) or y in (0, 6) or z in (0, 20)


def test_a_rod_a_drum_and_a_ball_are_filled_with_balls() -> None:
    rod = rods("rod", "p3", [(((0.0, 0.0, 0.0), 1.0), ((30.0, 0.0, 0.0), 1.0))])
    assert len(rod.balls) > 3
    assert len(drum(FRONT, "drum", (0.0, 7.0, 0.0), 24.0, 7.0).balls) > 6
    assert sphere("ball", (0.0, 5.0, 0.0), 5.0).balls == (((0.0, 5.0, 0.0), 5.0),)


# -- where things are -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("high", [126, 154, 176, 190])
def test_a_wall_ends_well_above_the_hand_on_it(high: int) -> None:
    pose = parse({"base": "stand", "right hand": f"on wall {high}", "props": ["wall 40"]})
    body = solve(pose)
    fingertips = body.joints["right wrist"][1] + 19
    (wall,) = room_of(pose).drawn(Setting(body, FRONT))
    assert max(y for _, y, _ in corners(wall)) >= fingertips + 10


def test_a_wall_is_behind_or_seen_through() -> None:
    body = made()
    ahead, behind = things("wall", number=46), things("wall", number=-14)
    (wall,) = placed(body, ahead, Camera(90, 8))
    assert wall.level < 0
    assert not wall.is_see_through
    (wall,) = placed(body, ahead, Camera(30, 8))
    assert wall.level > 0
    assert wall.is_see_through
    (wall,) = placed(body, behind, Camera(30, 8))
    assert wall.level < 0
    assert max(z for _, _, z in corners(wall)) == -14
    (wall,) = placed(body, behind, Camera(170, 8))
    assert wall.is_see_through


def test_a_doorway_is_seen_through_where_it_would_hide_a_forearm_that_leans_on_it() -> None:
    for hands, is_clear in (("on frame 130", False), ("lean on frame 134", True)):
        pose = parse({"base": "stand", "hips": "shift back 8", "hands": hands, "props": "doorway 76"})
        for azimuth, hides in ((30, True), (150, False)):
            posts, _ = room_of(pose).drawn(Setting(solve(pose), Camera(azimuth, 8)))
            assert posts.is_see_through == (is_clear and hides)


def test_what_is_seen_through_lets_the_body_show() -> None:
    (wall,) = placed(made(), things("wall", number=46), Camera(30, 8))
    assert all(("opacity", ".6") in ink.look for ink in inks(wall, outlines(Camera(30, 8), wall)))


def test_a_chair_back_is_before_a_body_seen_from_behind() -> None:
    levels = {view: placed(made(), things("chair"), Camera(view, 8), "sit-chair")[-1].level for view in (0, 180)}
    assert levels[0] < 0 < levels[180]
    assert len(placed(made(), things("stool"))) == 2


def test_a_table_ahead_is_compared_when_the_eye_is_ahead_too() -> None:
    table = things("table", number=50)
    assert placed(made(), table, Camera(90, 8))[0].level < 0
    assert placed(made(), table, Camera(20, 8))[0].level == 0
    assert min(z for _, _, z in corners(placed(made(), table)[0])) == 50


def test_a_mat_lies_under_what_is_low() -> None:
    body = solve(parse({"base": "supine"}))
    (mat,) = placed(body, things("mat"), base="supine")
    found = corners(mat)
    assert max(y for _, y, _ in found) == 0
    for name in ("left ankle", "right ankle", "pelvis", "t7"):
        x, _, z = body.joints[name]
        assert min(p[0] for p in found) < x < max(p[0] for p in found)
        assert min(p[2] for p in found) < z < max(p[2] for p in found)
    assert placed(body, things("no mat")) == []


@pytest.mark.parametrize("base", ["supine", "sit-chair", "stand"])
def test_a_bed_is_under_the_body_or_ahead(base: str) -> None:
    bed = placed(made(), things("bed", number=30), base=base)
    top = max(y for prop in bed for _, y, _ in corners(prop))
    assert top == (0 if base == "supine" else 43.5)
    if base == "stand":
        assert min(z for prop in bed for _, _, z in corners(prop)) == 30


def test_a_strap_runs_from_the_hands_to_the_foot() -> None:
    body = made()
    (strap,) = placed(body, things("strap", "left foot"))
    ends = corners(strap)
    for side in ("left", "right"):
        assert (
            min(distance(end, rod_in_hand(body.joints[f"{side} wrist"], body.hands[side], 1.0)) for end in ends) < 1.5
        )
    assert min(distance(end, body.joints["left ankle"]) for end in ends) < 13
    (towel,) = placed(body, things("towel"))
    assert len(towel.faces[0].hulls) == 1


def test_a_slack_band_sags_from_hold_to_hold_and_stays_above_the_floor() -> None:
    body = made()
    for place in ("", "left foot", "left ankle"):
        (taut,), (slack,) = (placed(body, things("towel", each)) for each in (place, f"{place} slack".strip()))
        straight, hanging = (hulls_of(each) for each in (taut, slack))
        assert len(hanging) > len(straight)
        ends = {volume.centre for hull in straight for volume in hull}
        assert ends <= {volume.centre for hull in hanging for volume in hull}
        assert min(volume.centre[1] for hull in hanging for volume in hull) >= min(1.9, *(end[1] for end in ends))
    reaching = solve(parse({"base": "stand", "arms": "raise front 90, elbow 4"}))
    (taut,), (slack,) = (placed(reaching, things("towel", each)) for each in ("", "slack"))
    assert min(corner[1] for corner in corners(slack)) < min(corner[1] for corner in corners(taut)) - 5


def test_a_slack_strap_lies_on_a_lying_body_not_in_it() -> None:
    words = {"base": "prone", "right leg": "raise back 2, knee 24", "right hand": "hold strap"}
    pose = parse({**words, "right arm": "raise side 120, elbow 140, turn out 60", "props": "strap right ankle slack"})
    body = solve(pose)
    (strap,) = [prop for prop in room_of(pose).drawn(Setting(body, FRONT)) if prop.name == "strap"]
    inside = [part_solid(body, name) for name in ("pelvis", "chest", "right thigh")]
    assert all(distance_to(part, corner) > 0 for part in inside for corner in corners(strap))


def test_only_the_hand_that_says_so_holds_a_strap() -> None:
    words = {"base": "stand", "right hand": "hold strap", "props": ["chair", "strap right foot"]}
    pose = parse({**words, "left hand": "on chair-back"})
    assert holding(pose.things[1], pose.arms) == ("right",)
    assert holding(Thing("strap"), (Arm(contact=Contact("on", "hip", "left")), Arm())) == ("right",)
    assert holding(Thing("strap"), (Arm(), Arm())) == SIDES
    both = (*things("strap", "left foot"), *things("towel"))
    held = pose._replace(arms=(Arm(holds="towel"), Arm(holds="strap")), things=both)
    strap, hanging = room_of(held).drawn(Setting(made(), FRONT))
    assert len(strap.faces[0].hulls) == 1
    assert distance(*corners(hanging)) > 20


def test_a_stick_goes_through_the_hands_and_beyond() -> None:
    body = made()
    (stick,) = placed(body, things("stick"))
    left, right = corners(stick)
    assert distance(left, right) > distance(body.joints["left wrist"], body.joints["right wrist"]) + 30
    (cane,) = placed(body, things("stick", "left hand"))
    assert min(y for _, y, _ in corners(cane)) == 1
    club = placed(body, things("club", "chest"))
    assert [prop.name for prop in club] == ["club", "club head"]


def test_a_bar_is_where_the_hands_are() -> None:
    body = solve(parse({"base": "hang"}))
    bar = placed(body, things("bar"), base="hang")[0]
    hand = max(body.joints[f"{side} wrist"][1] for side in ("left", "right"))
    assert hand < corners(bar)[0][1] < hand + 12


def test_a_block_stands_under_its_hand() -> None:
    body = solve(parse({"base": "stand", "hips": "fold 80", "left arm": "reach down", "props": ["block left"]}))
    (block,) = placed(body, things("block", "left"))
    assert min(y for _, y, _ in corners(block)) == 0
    assert max(y for _, y, _ in corners(block)) < body.joints["left wrist"][1]


def test_who_lies_along_a_roller_has_head_and_back_on_it() -> None:
    body = solve(parse({"base": "supine", "feet": "flat 46", "props": "roller along"}))
    (roller,) = placed(body, things("roller", "along"), base="supine")
    high = 2 * corners(roller)[0][1]
    assert 0 <= high - min(height(part_solid(body, name)) for name in ("pelvis", "chest")) < 1
    assert abs(height(part_solid(body, "head")) - high) < 1
    assert abs(body.joints["left ankle"][1] - ANKLE_HEIGHT) < 0.1


def test_a_band_from_a_bent_leg_behind_the_back_lies_on_the_shoulder_of_its_hand() -> None:
    leg = {"base": "prone", "right leg": "knee 112", "right hand": "hold strap", "props": "strap right ankle"}
    over = {**leg, "right arm": "raise side 120, elbow 140, turn out 60"}
    for words, is_over in ((leg, False), (over, True)):
        pose = parse(words)
        body = solve(pose)
        (strap,) = [prop for prop in room_of(pose).drawn(Setting(body, FRONT)) if prop.name == "strap"]
        near = min(distance(corner, body.joints["right shoulder"]) for corner in corners(strap))
        assert (near < 12) == is_over


def test_a_cushion_under_the_ribs_fills_the_room_under_a_chest_that_is_bent_up() -> None:
    body = solve(parse({"base": "lie left", "lower back": "bend right 22", "upper back": "bend left 16"}))
    (cushion,) = placed(body, things("cushion", "left ribs"), base="lie")
    xs, _, zs = zip(*corners(cushion), strict=True)
    x, y, z = body.joints["t7"]
    assert min(xs) < x < max(xs)
    assert min(zs) < z < max(zs)
    assert heights(cushion) == pytest.approx((0, y - 13))


@pytest.mark.parametrize("part", ["knee", "hip"])
def test_a_cushion_fills_the_room_under_what_rests_on_it(part: str) -> None:
    body = solve(parse({"base": "supine", "feet": "soles together 40", "knees": "up out"}))
    (cushion,) = placed(body, things("cushion", f"left {part}"), base="supine")
    x, y, z = body.joints[f"left {part}"]
    xs, _, zs = zip(*corners(cushion), strict=True)
    assert min(xs) < x < max(xs)
    assert min(zs) < z < max(zs)
    assert heights(cushion) == pytest.approx((0, max(3, y - (5.2 if part == "knee" else 9.5))))


def test_a_cushion_on_the_heels_lies_on_the_calves_and_under_the_seat() -> None:
    body = solve(parse({"base": "sit-heels", "hips": "lift 10"}))
    (cushion,) = placed(body, things("cushion", "heels"), base="sit-heels")
    low, high = heights(cushion)
    assert low > body.joints["left ankle"][1]
    assert low + 5 < high < body.joints["pelvis"][1]


def test_a_cushion_that_is_sat_on_is_pressed_in() -> None:
    body = solve(parse({"base": "long-sit", "props": "cushion seat"}))
    (cushion,) = placed(body, things("cushion", "seat"), base="long-sit")
    low, high = heights(cushion)
    assert low == pytest.approx(0)
    assert body.joints["left hip"][1] > high > 9


def test_a_cushion_beside_the_body_lies_on_the_floor() -> None:
    body = solve(parse({"base": "supine"}))
    for side, sign in SIGN.items():
        (cushion,) = placed(body, things("cushion", side), base="supine")
        assert all(x * sign > 20 for x, _, _ in corners(cushion))
        assert heights(cushion)[0] == pytest.approx(0)


def test_a_ball_lies_on_the_floor_under_its_foot() -> None:
    body = made()
    (found,) = placed(body, things("ball", "left foot", 7))
    ((x, y, _), radius) = found.balls[0]
    assert radius == 3.5
    assert y == pytest.approx(3.5)
    assert abs(x - body.joints["left ankle"][0]) < 4
    (upper,) = placed(body, things("ball", "upper", 10))
    assert upper.balls[0][1] == 5


def test_a_rail_is_on_the_far_side_or_where_the_words_say() -> None:
    for azimuth, sign in ((60, -1), (-60, 1)):
        *_, rail = placed(made(), things("step", "rail", 16), Camera(azimuth, 8))
        assert all(x * sign > 0 for x, _, _ in corners(rail))
    *_, rail = placed(made(), things("step", "left rail", 16), Camera(60, 8))
    assert rail.name == "left rail"
    assert [prop.name for prop in placed(made(), things("step", "", 16))] == ["step"]


def test_a_roller_lies_across_under_its_part() -> None:
    body = solve(parse({"base": "supine"}))
    for place, joint in (("upper", "t7"), ("lower", "l3"), ("hips", "pelvis")):
        (roller,) = placed(body, things("roller", place))
        assert roller.balls[0][0][2] == body.joints[joint][2]


def test_a_pillow_is_under_the_head() -> None:
    body = solve(parse({"base": "lie right", "props": ["pillow"]}))
    (pillow,) = placed(body, things("pillow"), base="lie")
    x, y, _ = body.joints["c1"]
    found = corners(pillow)
    assert min(p[0] for p in found) - 8 < x < max(p[0] for p in found) + 8
    assert max(p[1] for p in found) < y


def test_a_mat_lies_along_the_body_though_the_knees_are_wide() -> None:
    words = {"base": "all-fours", "knees": "wide 70", "feet": "wide 70"}
    (found,) = placed(solve(parse(words)), things("mat"), base="all-fours")
    xs, _, zs = zip(*corners(found), strict=True)
    hands = solve(parse(words)).joints["left wrist"][2]
    assert max(zs) > hands + 10
    assert max(xs) - min(xs) < max(zs) - min(zs)


def test_one_mat_lies_under_all_steps_and_arms_make_it_longer_but_not_wider() -> None:
    beside, wide, above = (
        solve(parse({"base": "supine", **arms}))
        for arms in ({}, {"arms": "raise side 90, flat"}, {"arms": "raise front 175"})
    )
    pose = parse({"base": "supine"})

    def mat(*bodies: Body) -> list[Vector]:
        (found,) = room_of(pose).drawn(Setting(bodies[0], FRONT, bodies[1:]))
        return corners(found)

    assert mat(beside) == mat(wide)
    assert mat(wide, above) == mat(above, beside) != mat(wide)
    assert {round(x) for x, _, _ in mat(above)} == {round(x) for x, _, _ in mat(wide)}


# -- in each step of a version ----------------------------------------------------------------------------------------


def test_a_wall_is_as_high_in_each_step() -> None:
    poses = [parse({"base": "stand", "hips": hips, "props": ["wall 60"]}) for hips in ("rest", "fold 90")]
    bodies = tuple(solve(pose) for pose in poses)

    def heights(strip: tuple[Body, ...]) -> list[float]:
        settings = (Setting(body, Camera(90, 8), strip=strip) for body in bodies)
        walls = [prop for pose, each in zip(poses, settings, strict=True) for prop in room_of(pose).drawn(each)]
        return [max(corner[1] for face in wall.faces for corner in face.corners) for wall in walls]

    alone, together = heights(()), heights(bodies)
    assert alone[0] > alone[1]
    assert together[0] == together[1] == alone[0]


def test_who_lies_is_seen_through_a_doorpost_that_hides_a_leg() -> None:
    pose = parse({"base": "supine", "props": ["doorway left"]})
    body = solve(pose)
    for azimuth, is_seen_through in ((150, True), (30, False)):
        posts = [prop for prop in room_of(pose).drawn(Setting(body, Camera(azimuth, 20))) if prop.name == "posts"]
        assert posts
        assert [prop.is_see_through for prop in posts] == [is_seen_through] * len(posts)
