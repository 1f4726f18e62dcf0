"""Places: every one has spots, on the skin that is drawn, and the same ones mirrored for the other side."""

from __future__ import annotations

from math import isclose

import pytest

from figure_poses import solved
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.floor.on_floor import floor_axes
from stretchguide.figure.floor.spots import Spot
from stretchguide.figure.shapes.gaps import distance_to
from stretchguide.figure.shapes.geometry import Vector, dot, length
from stretchguide.figure.solver.limb_places import foot_spots
from stretchguide.figure.solver.places import hand_spots
from stretchguide.figure.things.kinds import Room, room_of
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.places import PLACES, called
from stretchguide.figure.words.pose import Contact
from stretchguide.figure.words.things import THINGS, givers
from stretchguide.format.sides import OTHER, SIDES

_, STANDING = solved(base="stand")


def around(place: str) -> Room:
    """What has to be there for both hands on a place."""
    if not givers(place):
        return Room()
    kind = givers(place)[0]
    base, props = (THINGS[kind].sample[key] for key in ("base", "props"))
    pairs = [f"{kind} {side}" for side in SIDES]
    return room_of(parse({"base": base, "props": pairs if THINGS[kind].is_one_for_each_hand else props}))


def spots(place: str, hand: str = "left", side: str = "left", how: str = "on", body: Body = STANDING) -> list[Spot]:
    return hand_spots(body, hand, Contact(how, place, side), around(place))


@pytest.mark.parametrize("place", [name for name, place in PLACES.items() if not place.is_carried])
def test_every_place_of_the_language_has_spots(place: str) -> None:
    for side in SIDES:
        found = spots(place, side, OTHER[side] if PLACES[place].is_on_arm else side)
        assert found
        for spot in found:
            assert spot.normal
            assert isclose(length(spot.normal), 1, abs_tol=1e-9)
            assert spot.fingers is None or isclose(length(spot.fingers), 1, abs_tol=1e-9)
            assert spot.cost >= 0
            assert spot.host


@pytest.mark.parametrize("place", [name for name, place in PLACES.items() if place.bears])
def test_every_place_that_bears_a_foot_is_somewhere(place: str) -> None:
    assert room_of(parse({"base": "stand", "props": givers(place)[0]})).under_foot(place)


def test_what_is_held_or_stood_on_is_there_with_a_thing() -> None:
    given = {place for thing in THINGS.values() for place in thing.gives}
    assert {name for name, place in PLACES.items() if place.is_carried or place.bears or place.chair} <= given
    assert given <= set(PLACES)


def test_every_place_is_called_in_its_own_words() -> None:
    assert len({called(place) for place in PLACES}) == len(PLACES)
    assert all(place.nearer.format(place=name) for name, place in PLACES.items())


def test_an_unknown_place_is_no_place() -> None:
    with pytest.raises(KeyError):
        spots("moon")


def _mirrored(v: Vector) -> Vector:
    return (-v[0], v[1], v[2])


@pytest.mark.parametrize("place", ["head", "hip", "knee", "thigh", "ankle", "foot", "floor", "wall", "frame", "seat"])
def test_the_other_side_is_the_mirror_image(place: str) -> None:
    left, right = spots(place), spots(place, "right", "right")
    rounded = {tuple(round(c, 6) for c in spot.point) for spot in right}
    assert {tuple(round(c, 6) for c in _mirrored(spot.point)) for spot in left} == rounded


@pytest.mark.parametrize("place", ["knee", "thigh", "shin", "forearm", "upper-arm"])
@pytest.mark.parametrize("how", ["on", "hold"])
def test_spots_of_a_limb_lie_on_the_drawn_skin(place: str, how: str) -> None:
    owner = "right" if PLACES[place].is_on_arm else "left"
    for spot in spots(place, side=owner, how=how):
        assert abs(distance_to(part_solid(STANDING, spot.host), spot.point)) < 0.8


@pytest.mark.parametrize(
    ("how", "face", "way"), [("on", "", 1), ("behind", "", -1), ("under", "", -1), ("on", "back", -1)]
)
def test_behind_and_under_are_the_back_of_a_limb(how: str, face: str, way: int) -> None:
    found = hand_spots(STANDING, "left", Contact(how, "thigh", "left", face=face), Room())
    assert all(spot.normal and dot(spot.normal, (0, 0, way)) > 0.4 for spot in found)


def test_the_numbers_of_a_place_count() -> None:
    high = min(
        hand_spots(STANDING, "left", Contact("on", "wall", number=140), around("wall")), key=lambda spot: spot.cost
    )
    assert high.point[1] == 140
    low = min(hand_spots(STANDING, "left", Contact("on", "thigh", "left", 90), Room()), key=lambda spot: spot.cost)
    far = min(hand_spots(STANDING, "left", Contact("on", "thigh", "left", 40), Room()), key=lambda spot: spot.cost)
    assert low.point[1] < far.point[1] - 15


def test_steps_on_the_floor_go_ahead_and_out() -> None:
    steps = (("ahead", 20.0), ("out", 8.0))
    here = min(spots("floor"), key=lambda spot: spot.cost)
    there = min(hand_spots(STANDING, "left", Contact("on", "floor", steps=steps), Room()), key=lambda spot: spot.cost)
    assert there.point[2] - here.point[2] == pytest.approx(20)
    assert there.point[0] - here.point[0] == pytest.approx(8)


@pytest.mark.parametrize(
    ("pose", "ahead"),
    [
        ({"base": "stand"}, (0, 0, 1)),
        ({"base": "all-fours"}, (0, 0, 1)),
        ({"base": "prone", "trunk": "arch 58"}, (0, 0, 1)),
        ({"base": "stand", "hips": "fold 160"}, (0, 0, 1)),
        ({"base": "supine"}, (0, 0, -1)),
    ],
)
def test_ahead_on_the_floor_is_where_the_body_goes(pose: dict[str, str], ahead: Vector) -> None:
    way, left = floor_axes(solved(**pose)[1])
    assert dot(way, ahead) > 0.99
    assert isclose(length(left), 1)


def test_a_wall_behind_is_met_from_its_front() -> None:
    (spot, *_) = hand_spots(
        STANDING, "left", Contact("on", "wall"), room_of(parse({"base": "stand", "props": "wall -30"}))
    )
    assert spot.point[2] > -30
    assert spot.normal == (0, 0, 1)


def test_steps_along_a_wall_go_where_the_body_looks() -> None:
    beside, ahead = (room_of(parse({"base": "stand", "props": prop})) for prop in ("wall left 40", "wall 50"))
    for room, step, axis in ((beside, "ahead", 2), (ahead, "out", 0)):
        start, moved = (
            hand_spots(STANDING, "left", Contact("on", "wall", steps=steps), room)[0].point
            for steps in ((), ((step, 20.0),))
        )
        assert moved[axis] - start[axis] == pytest.approx(20)
        assert [moved[other] for other in range(3) if other != axis] == [
            start[other] for other in range(3) if other != axis
        ]


def test_a_doorpost_is_held_round_its_outer_edge_and_the_named_one_by_either_hand() -> None:
    room = room_of(parse({"base": "stand", "props": "doorway 70"}))
    for side in SIDES:
        held = hand_spots(STANDING, side, Contact("hold", "frame", "left", 120), room)
        assert all(35 < spot.point[0] < 47 and spot.fingers and spot.fingers[0] > 0 for spot in held)
        own = hand_spots(STANDING, side, Contact("hold", "frame", number=120), room)
        assert {spot.point[0] > 0 for spot in own} == {side == "left"}


def test_a_foot_lies_beyond_the_other_leg_or_against_its_inside() -> None:
    _, body = solved(base="supine", right_leg="raise front 90, knee 90")
    over = foot_spots(body, "left", "thigh", 0.84, False)
    inside = foot_spots(body, "left", "thigh", 0.6, True)
    assert all(spot.host == "right thigh" for spot in over + inside)
    assert min(spot.point[0] for spot in over) < min(spot.point[0] for spot in inside)
