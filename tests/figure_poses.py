"""Poses in words, and their bodies, for the tests of solver, places and lints."""

from __future__ import annotations

from functools import cache
from typing import Any

from figure_words import PROTOTYPE
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.solver import solve
from stretchguide.figure.words import language
from stretchguide.figure.words.pose import Pose

_NAMED = {pose["title"]: pose for pose in PROTOTYPE}
TITLES = tuple(_NAMED)


def words(title: str) -> dict[str, Any]:
    """The words of a pose of the file."""
    return dict(_NAMED[title])


@cache
def named(title: str) -> tuple[Pose, Body]:
    """A pose of the file and its body."""
    return solved(**words(title))


def solved(**keys: object) -> tuple[Pose, Body]:
    """A pose from its keys (`left_hand` for `left hand`) and its body."""
    pose = language.parse({key.replace("_", " "): value for key, value in keys.items()})
    return pose, solve.solve(pose)
