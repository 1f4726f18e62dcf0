"""Muscle shapes: every id of the vocabulary has one, where its area is."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from muscle_faults import faults
from records import sample_library
from stretchguide.figure.atlas.regions import REGIONS
from stretchguide.figure.muscles.members import is_known, members
from stretchguide.figure.muscles.shapes import GROUPS, MUSCLES, outline, rows
from stretchguide.figure.words.regions import REGION_NAMES
from stretchguide.format.vocabulary import Vocabulary


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


def area(corners: list[tuple[float, float]]) -> float:
    """What a closed line encloses (the shoelace formula)."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, [*corners[1:], corners[0]], strict=True))) / 2


@pytest.mark.parametrize("name", MUSCLES)
def test_the_outline_of_a_shape_encloses_something(name: str) -> None:
    for shape in MUSCLES[name].shapes:
        assert area([(spot.place * 50, spot.angle) for spot in shape.outline]) > 10


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
