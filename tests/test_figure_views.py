"""What a picture lets its reader see of hands, feet and lit places, and from where a version is seen best."""

from __future__ import annotations

from typing import Any

import pytest

from figure_scenes import scene_of
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.picture import viewing
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.sights import sights
from stretchguide.figure.picture.viewing import about, best_view, touching
from stretchguide.figure.picture.visible import Look
from stretchguide.figure.words.pose import View
from stretchguide.figure.words.pose_steps import poses_of
from stretchguide.format.sides import OTHER, SIDES
from stretchguide.gallery import artist
from stretchguide.gallery.posed import Posed

BESIDE_BED = {"base": "stand", "props": ["bed 40"]}
FRONTS = ("front", "front-left", "front-right")
BEHIND = {"base": "stand", "left hand": "on back"}


def strip(*steps: dict[str, Any]) -> list[Scene]:
    """Scenes of which each shows how the body came there from the one before."""
    found: list[Scene] = []
    for words in poses_of(steps):
        scene = scene_of(words)
        found.append(scene.told(scene.pose, (), found[-1] if found else None))
    return found


# -- what is seen -----------------------------------------------------------------------------------------------------


def test_a_hand_behind_the_back_is_seen_from_behind_alone() -> None:
    front, back = (Look(scene_of({**BEHIND, "view": view})).share("left hand") for view in ("front 8", "back 8"))
    assert front < 0.1
    assert back > 0.5


@pytest.mark.parametrize("side", SIDES)
def test_a_thing_covers_as_skin_does(side: str) -> None:
    free, covered, behind = (
        Look(scene_of({**keys, "view": view})).free(f"{side} foot")
        for keys, view in (({"base": "stand"}, "front 8"), (BESIDE_BED, "front 8"), (BESIDE_BED, "back 8"))
    )
    assert covered < 0.2
    assert min(free, behind) > 0.4


def test_the_edge_of_a_picture_cuts() -> None:
    scene = scene_of({"base": "stand", "view": "front 8"})
    frame = scene.frame
    upper = PictureFrame(frame.left, frame.top, frame.right, frame.top + frame.height / 2)
    assert Look(scene, upper).share("left foot") == 0
    assert Look(scene, upper).share("head") == Look(scene).share("head") > 0.8


@pytest.mark.parametrize("side", SIDES)
def test_a_muscle_is_seen_from_its_side(side: str) -> None:
    near, far = (
        Look(scene_of({"base": "stand", "view": f"{eye} 8"})).lit("tensor-fasciae-latae", side)
        for eye in (side, OTHER[side])
    )
    assert near > 0.4
    assert far < 0.1


def test_without_covers_no_less_is_seen() -> None:
    scene = scene_of({**BESIDE_BED, "hands": "on thigh", "view": "front-left 12"})
    for part in ("left hand", "right hand", "left foot", "right shank"):
        assert Look(scene).share(part) <= Look(scene, is_bare=True).share(part)


# -- what a picture is about ------------------------------------------------------------------------------------------


def test_a_picture_is_about_what_moved_and_what_came_to_touch_something() -> None:
    first, second = strip({"base": "sit-chair"}, {"right leg": "raise front 90, knee 10", "left hand": "on right knee"})
    assert {"right foot", "right shank", "left hand"} <= set(about(second))
    assert "left foot" not in about(second)
    assert touching(second) == ["left hand"]
    assert set(touching(first)) == {"left hand", "right hand"}


@pytest.mark.parametrize(("view", "is_told"), [("front 8", True), ("back 8", False)])
def test_a_hand_that_takes_hold_where_nobody_sees_it_is_told(view: str, is_told: bool) -> None:
    taken = {"left leg": "raise back 20, knee 100", "left hand": "hold left foot", "arrows": ["right hand up"]}
    last = strip({"base": "stand", "view": view}, taken)[-1]
    told = [sight.message for sight in sights(last, last.frame) if "left hand" in sight.message]
    assert bool(told) == is_told
    assert all("takes hold" in each and "shows it" in each for each in told)


def test_a_foot_that_goes_behind_a_thing_is_told() -> None:
    steps = {**BESIDE_BED, "view": "front 8"}, {"left foot": "step back 30", "arrows": ["left foot back"]}
    last = strip(*steps)[-1]
    assert [sight.rule for sight in sights(last, last.frame)] == [25]


# -- choosing ---------------------------------------------------------------------------------------------------------


def worth(scenes: list[Scene]) -> float:
    """How much of what its steps are about a version shows."""
    return viewing._worth([viewing._asked(scene) for scene in scenes], scenes)


def ways(*steps: dict[str, Any]) -> str:
    scenes = strip(*steps)
    return best_view(scenes, scenes[0].pose.view).way


def test_a_version_is_seen_from_where_its_hands_and_feet_show() -> None:
    assert ways({"base": "stand"}, {"hands": "on back"}) not in FRONTS
    assert ways({"base": "stand"}, {"arms": "raise side 90"}) in FRONTS
    assert ways({"base": "stand"}, {"left leg": "raise back 30"}) in ("left", "back-left", "front-left")


def test_what_shows_least_is_worth_least() -> None:
    scenes = strip({"base": "stand"}, {"left leg": "raise back 30"})
    by_way = {way: worth([scene.seen_from(View(way, 8)) for scene in scenes]) for way in ("front", "left")}
    assert by_way["front"] < by_way["left"] <= 1


def test_of_a_step_to_one_side_both_sides_are_seen_alike() -> None:
    """Seen from a side and its mirror image, mirrored steps show the same but for what the mesh differs."""
    for side in SIDES:
        scenes = strip({"base": "stand"}, {f"{side} leg": "raise side 40", f"{side} hand": "on back"})
        far, near = (worth([each.seen_from(View(f"back-{eye}", 8)) for each in scenes]) for eye in (OTHER[side], side))
        assert near > far - 0.02


def test_a_version_that_names_no_view_has_the_best_one_in_all_steps() -> None:
    posed = [Posed(each, (), moves=True) for each in poses_of([{"base": "stand"}, {"hands": "on back"}])]
    scenes = [scene for scene in artist._scenes(tuple(posed)) if scene]
    (way,) = {scene.pose.view.way for scene in scenes}
    assert way not in FRONTS
    assert scenes[1].before
    assert scenes[1].before.pose.view == scenes[1].pose.view


def test_a_view_that_is_named_stays() -> None:
    steps = [{"base": "stand", "view": "front 8"}, {"hands": "on back"}]
    scenes = artist._scenes(tuple(Posed(each, (), moves=True) for each in poses_of(steps)))
    assert [scene.pose.view for scene in scenes if scene] == [View("front", 8)] * 2


def test_a_pose_by_itself_is_seen_from_where_it_usually_is() -> None:
    (scene,) = artist._scenes((Posed({"base": "stand", "hands": "on back"}, ()),))
    assert scene
    assert scene.pose.view == View("front", 8)
