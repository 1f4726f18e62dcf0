"""No part of a figure lies deeper than a centimetre in anything: where two meet, one gives way."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

import pytest

from bench.figures import Case, of_records
from figure_poses import TITLES, named, solved
from records import SAMPLE
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.lints import faults
from stretchguide.figure.solver import calves
from stretchguide.figure.solver import solve as solver
from stretchguide.figure.solver.measures import measured, overlaps
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.pose import Pose

HANDS_MEET: tuple[Mapping[str, Any], ...] = (
    {"base": "sit-chair", "hands": "behind head", "elbows": "out"},
    {"base": "supine", "hands": "behind head"},
    {"base": "stand", "hips": "fold 60", "trunk": "fold 30", "hands": "on left thigh 80"},
    {"base": "supine", "left leg": "raise front 92, knee 88", "hands": "hold left thigh 56 behind", "elbows": "out"},
)
CALVES_MEET: Mapping[str, Any] = {
    "base": "supine",
    "feet": "flat 44, together",
    "hips": "turn right 18",
    "trunk": "turn left 18",
    "right knee": "up",
    "left knee": "in up",
}
HEAD_ON_ARM: Mapping[str, Any] = {"base": "lie right", "head": "tilt right 20", "right arm": "reach up, elbow 10"}


def deepest(pose: Pose, body: Body, *parts: str) -> float:
    """How deep anything lies in something, or parts with these words in their names in each other (cm).

    A hand that holds a thing closes round it: how it lies there is measured by its palm, as a contact.
    """
    return max(
        (
            each.deep
            for each in overlaps(measured(pose, body))
            if not (each.part.endswith("hand") and body.hosts.get(each.part) == each.other)
            if not parts or sorted(chain(each.part.split(), each.other.split())) == sorted(parts)
        ),
        default=0.0,
    )


@pytest.fixture(scope="module")
def records() -> list[Case]:
    return of_records(SAMPLE)


def test_nothing_is_deep_in_the_figures_of_the_records(records: list[Case]) -> None:
    assert len(records) > 50
    deep = [(case.name, deepest(case.pose, solve(case.pose))) for case in records]
    assert [(name, size) for name, size in deep if size > faults.NEAR] == []


@pytest.mark.parametrize("title", TITLES)
def test_nothing_is_deep_in_the_poses_of_the_language(title: str) -> None:
    assert deepest(*named(title)) <= faults.NEAR


@pytest.mark.parametrize("words", HANDS_MEET, ids=str)
def test_hands_that_meet_lie_beside_each_other(words: Mapping[str, Any]) -> None:
    pose, body = solved(**words)
    assert deepest(pose, body, "left", "hand", "right", "hand") <= faults.NEAR
    assert not faults.faults(pose, body)


def test_calves_part(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 < deepest(*solved(**CALVES_MEET), "left", "shank", "right", "shank") <= faults.NEAR
    monkeypatch.setattr(calves, "_swing", lambda *_args, **_more: None)
    assert deepest(*solved(**CALVES_MEET), "left", "shank", "right", "shank") > faults.NEAR


def test_feet_that_stand_stay_when_calves_part(monkeypatch: pytest.MonkeyPatch) -> None:
    _, body = solved(**CALVES_MEET)
    monkeypatch.setattr(calves, "_swing", lambda *_args, **_more: None)
    _, before = solved(**CALVES_MEET)
    assert (
        body.joints["left knee"] != before.joints["left knee"]
        or body.joints["right knee"] != before.joints["right knee"]
    )
    for side in ("left", "right"):
        assert body.joints[f"{side} ankle"] == pytest.approx(before.joints[f"{side} ankle"], abs=0.5)
        assert body.frames[f"{side} foot"] == before.frames[f"{side} foot"]


def test_a_head_lies_on_the_arm_under_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 < deepest(*solved(**HEAD_ON_ARM), "right", "upper", "arm", "head") <= faults.NEAR
    monkeypatch.setattr(solver, "_raise_head", lambda *_args: None)
    assert deepest(*solved(**HEAD_ON_ARM), "right", "upper", "arm", "head") > faults.NEAR
