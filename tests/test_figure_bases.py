"""The rows of the bases: each says all that a base needs, so that a new one that lacks something is told of."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from stretchguide.figure.body.skeleton import ANKLE_HEIGHT
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.bases import BASES, USUAL
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.reference import REFERENCE
from stretchguide.format.sides import SIDES
from stretchguide.gallery.word_figures import base_pose
from stretchguide.reference.pose_schema import pose_definitions

POSITIONS = Path(__file__).parent / "sample/exercises/_vocabulary/positions.yml"


@pytest.mark.parametrize("name", BASES)
def test_something_bears_a_body(name: str) -> None:
    base = BASES[name]
    assert base.standing_feet or base.knees or base.pelvis_on or base.thing == "bar"
    assert not base.lies or base.pelvis_on == "floor"
    assert base.standing_feet != 1 or base.side, "one of two feet is that of a side"
    assert not base.is_crossed or base.side, "one of two feet is in front"


@pytest.mark.parametrize("name", BASES)
def test_a_body_rests_on_what_its_row_says(name: str) -> None:
    base, joints = BASES[name], solve(parse(base_pose(name))).joints
    assert sum(joints[f"{side} ankle"][1] == pytest.approx(ANKLE_HEIGHT) for side in SIDES) == base.standing_feet
    kneeling = sum(joints[f"{side} knee"][1] < 6 for side in SIDES)
    assert kneeling == (len(SIDES) - base.standing_feet if base.knees else 0)
    assert (joints["pelvis"][1] < 20) == (base.pelvis_on == "floor")


def test_every_base_is_told_in_its_own_words() -> None:
    told = [describe(parse(base_pose(name))) for name in BASES]
    assert len(set(told)) == len(BASES)
    assert not [text for text in told if "{" in text or "None" in text]
    assert [name for name, base in BASES.items() if "{side}" in base.said] == [
        name for name, base in BASES.items() if base.side
    ]


def test_every_base_begins_a_position_and_every_position_has_a_base() -> None:
    known = {entry["id"] for entry in yaml.safe_load(POSITIONS.read_text("utf-8"))}
    assert all(base.positions for base in BASES.values())
    assert {position for base in BASES.values() for position in base.positions} == known


def test_every_base_is_a_word_of_the_schema() -> None:
    (section,) = (each for each in REFERENCE if each.keys == ("base",))
    assert [form.verb for form in section.forms] == list(BASES)
    offered = pose_definitions()["pose base"]["description"]
    assert all(f"- {name}" in offered and base.meaning in offered for name, base in BASES.items())


def test_the_usual_base_needs_no_side() -> None:
    assert not BASES[USUAL].side
