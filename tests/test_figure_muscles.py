"""Muscle shapes: every id of the vocabulary has one, where its area is, and it can be found on a posed body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from figure_bodies import bodies, made
from muscle_faults import faults
from properties import tried
from records import sample_library
from stretchguide.figure.body.flesh import PART_NAMES
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.depth import ScreenBall as Seen
from stretchguide.figure.muscles.map_body import MAP_VIEWS, visible
from stretchguide.figure.muscles.regions import REGIONS
from stretchguide.figure.muscles.shapes import FLAT, FOOT, GROUPS, MUSCLES, outline, rows
from stretchguide.figure.muscles.skin import Skin, is_known, members, patch, signed_area, whole_outline
from stretchguide.figure.picture.marks import HOT, WARM, Stack, Wanted, both_sides, lost, marks
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.words.regions import REGION_NAMES
from stretchguide.format.sides import OTHER, SIDES
from stretchguide.format.vocabulary import Vocabulary

views = st.builds(Camera, st.floats(-180, 180), st.floats(-30, 60))


def vocabulary() -> Vocabulary:
    return sample_library().vocabulary


# -- the table --------------------------------------------------------------------------------------------------------


def test_every_id_of_the_vocabulary_has_shapes_and_no_other() -> None:
    assert {*MUSCLES, *GROUPS} == set(vocabulary().muscles)


def test_every_region_of_the_vocabulary_is_drawn_and_no_other() -> None:
    assert tuple(REGIONS) == REGION_NAMES
    assert set(REGIONS) == {region for area in vocabulary().areas.values() for region in area.regions}


def test_shapes_are_what_the_vocabulary_says_of_them() -> None:
    assert list(faults(vocabulary())) == []


@pytest.mark.parametrize(
    ("name", "other", "fault"),
    [
        ("rotator-cuff", {"members": ("supraspinatus",)}, "the group that is drawn has other members"),
        ("soleus", {"views": ("back",)}, "it is deep in the vocabulary or in the drawing, not in both"),
        ("soleus", {"kind": "structure"}, "it is a muscle in the vocabulary or in the drawing, not in both"),
        ("gluteus-maximus", {"views": ("front",)}, "it cannot be seen from the front"),
        ("soleus", {"areas": ("neck",)}, "it lies outside of its areas"),
        ("thumb-base-muscles", {"areas": ("neck",)}, "it lies outside of its areas"),
    ],
)
def test_a_shape_that_is_not_what_the_vocabulary_says_is_found(name: str, other: dict[str, Any], fault: str) -> None:
    muscle = vocabulary().muscles[name].model_copy(update=other)
    changed = replace(vocabulary(), muscles={name: muscle})
    assert list(faults(changed)) == [f"{name}: {fault}"]


def test_a_muscle_may_wait_for_its_shape() -> None:
    bicep = vocabulary().muscles["soleus"].model_copy(update={"id": "bicep"})
    assert list(faults(replace(vocabulary(), muscles={"bicep": bicep}))) == []


def test_no_two_ids_look_the_same() -> None:
    for (name, one), (other_name, other) in combinations(MUSCLES.items(), 2):
        assert one.shapes != other.shapes, (name, other_name)


@pytest.mark.parametrize("name", MUSCLES)
def test_a_shape_has_a_middle_and_an_outline_that_encloses_something(name: str) -> None:
    for shape in MUSCLES[name].shapes:
        if shape.flat:
            assert len(FLAT[shape.flat].points) > 2
        else:
            assert abs(signed_area([(spot.place * 50, spot.angle) for spot in shape.outline])) > 10


def test_outlines_and_rows_are_read() -> None:
    assert [tuple(spot) for spot in outline("thigh", "0.1,20! 0.5,-3").outline] == [(0.1, 20, True), (0.5, -3, False)]
    spindle = rows("thigh", "0,5 0.5,-20,30 1,8")
    assert [tuple(spot) for spot in spindle.outline] == [
        (0, 5, True),
        (0.5, 30, False),
        (1, 8, True),
        (0.5, -20, False),
    ]
    assert spindle.is_spindle
    assert rows("thigh", "0,-5,5 1,0").outline[0].is_corner


def test_members_of_a_group_and_of_a_muscle() -> None:
    assert members("quadriceps") == ("rectus-femoris", "vasti")
    assert members("vasti") == ("vasti",)
    assert is_known("quadriceps")
    assert not is_known("bicep")
    assert members("bicep") == ()


# -- on a body --------------------------------------------------------------------------------------------------------


def mirrored(body: Body) -> Body:
    """The body as a mirror shows it."""

    def turned(name: str) -> str:
        side, _, rest = name.partition(" ")
        return f"{OTHER[side]} {rest}" if side in OTHER else name

    def flipped(v: tuple[float, float, float]) -> tuple[float, float, float]:
        return (-v[0], v[1], v[2])

    other = Body()
    other.joints = {turned(name): flipped(v) for name, v in body.joints.items()}
    # the frame of a mirrored bone stays right-handed: its x points the other way again
    other.frames = {
        turned(name): ((x[0], -x[1], -x[2]), flipped(y), flipped(z)) for name, (x, y, z) in body.frames.items()
    }
    other.hands = {
        OTHER[side]: hand._replace(
            direction=flipped(hand.direction), palm=flipped(hand.palm), thumb=flipped(hand.thumb)
        )
        for side, hand in body.hands.items()
    }
    return other


@tried(15)
@given(bodies, st.floats(-180, 180))
def test_a_mirrored_body_has_mirrored_patches(body: Body, azimuth: float) -> None:
    here, there = Camera(azimuth, 12), Camera(-azimuth, 12)
    skin, other = Skin(body), Skin(mirrored(body))
    for name in ("pectoralis-major", "vasti", "biceps-brachii", "toe-extensors", "thumb-base-muscles"):
        for shape in MUSCLES[name].shapes:
            one, two = patch(skin, here, shape, "left"), patch(other, there, shape, "right")
            if one and two:
                expected = [(-x, y) for (x, y), _ in one.outline]
                assert [point for point, _ in two.outline] == [pytest.approx(point, abs=1e-6) for point in expected]


@tried(15)
@given(bodies, views)
def test_a_patch_lies_on_its_limb(body: Body, camera: Camera) -> None:
    skin = Skin(body)
    for name in ("vasti", "gastrocnemius", "wrist-flexors"):
        for shape in MUSCLES[name].shapes:
            for side in SIDES:
                seen = patch(skin, camera, shape, side)
                rings = [skin.ring(shape.segment, side, spot.place) for spot in shape.outline]
                for (x, y), _ in seen.outline if seen else ():
                    middles = [(camera.point(ring.middle), ring.half_width) for ring in rings]
                    assert any((x - mx) ** 2 + (y - my) ** 2 <= (r + 0.1) ** 2 for (mx, my), r in middles)


def test_a_shape_that_faces_away_is_not_drawn() -> None:
    skin = Skin(made())
    front, back = Camera(0, 0), Camera(180, 0)
    (pectoral,) = MUSCLES["pectoralis-major"].shapes
    assert patch(skin, front, pectoral, "left") is not None
    assert patch(skin, back, pectoral, "left") is None
    assert whole_outline(skin, back, pectoral, "left").area > 50


def test_flat_shapes_face_one_way() -> None:
    skin = Skin(made())
    sole = next(shape for shape in MUSCLES["plantar-fascia"].shapes if shape.flat == "sole")
    assert sole.segment == FOOT
    assert patch(skin, Camera(0, 60), sole, "left") is None
    assert patch(skin, Camera(0, -60), sole, "left") is not None


# -- what is lit ------------------------------------------------------------------------------------------------------


def stack(later: Mapping[str, list[Seen]] | None = None) -> Stack:
    """Parts in the order in which they are built, and what covers each."""
    covering = later or {}
    return Stack({name: i for i, name in enumerate(PART_NAMES)}, {name: covering.get(name, []) for name in PART_NAMES})


def test_outlined_patches_lie_under_solid_ones() -> None:
    wanted = [Wanted("vasti", "left", HOT), Wanted("rectus-femoris", "left", WARM)]
    found = marks(Skin(made()), Camera(0, 0), wanted, stack())
    assert [mark.wanted.strength for mark in found] == [WARM, HOT, HOT]


def test_a_group_lights_its_members() -> None:
    found = marks(Skin(made()), Camera(0, 0), both_sides("quadriceps", "left", HOT), stack())
    assert len(found) == 1 + len(MUSCLES["vasti"].shapes)
    assert {mark.host for mark in found} == {"left thigh"}


def test_a_muscle_in_sight_is_found_and_one_on_the_back_is_lost() -> None:
    skin = Skin(made())
    wanted = [*both_sides("rectus-femoris", "left", HOT), *both_sides("gluteus-maximus", "left", HOT)]
    assert [each.name for each in lost(marks(skin, Camera(0, 0), wanted, stack()))] == ["gluteus-maximus"]
    assert [each.name for each in lost(marks(skin, Camera(180, 0), wanted, stack()))] == ["rectus-femoris"]


def test_one_of_two_sides_is_enough() -> None:
    found = marks(Skin(made()), Camera(90, 0), both_sides("gluteus-medius", None, HOT), stack())
    assert lost(found) == []
    assert [mark.is_spared for mark in found] == [mark.wanted.side == "right" for mark in found]
    assert not any(mark.is_hidden for mark in found)
    one = marks(Skin(made()), Camera(90, 0), both_sides("gluteus-medius", "right", HOT), stack())
    assert [each.side for each in lost(one)] == ["right"]


def test_what_is_covered_is_lost() -> None:
    skin, camera = Skin(made()), Camera(0, 0)
    wanted = both_sides("rectus-femoris", "left", HOT)
    x, y = camera.point(skin.ring("thigh", "left", 0.5).middle)
    covered = marks(skin, camera, wanted, stack({"left thigh": [(x, y, 50, 40)]}))
    assert [each.name for each in lost(covered)] == ["rectus-femoris"]
    assert covered[0].is_hidden
    assert covered[0].covered == 1


@tried(10)
@example(made(), "scalenes", "left")
@given(bodies, st.sampled_from(sorted(MUSCLES)), st.sampled_from(SIDES))
def test_every_muscle_shows_or_is_reported(body: Body, name: str, side: str) -> None:
    found = marks(Skin(body), Camera(30, 10), both_sides(name, side, HOT), stack())
    shown = sum(mark.shown for mark in found)
    # A small muscle is found when half of what any view of the map shows can be seen.
    most = max(sum(visible(each, view, SIDES[:1]) for each in members(name)) for view in MAP_VIEWS)
    assert bool(lost(found)) == (shown < 22 and shown < max(9, most / 2))
