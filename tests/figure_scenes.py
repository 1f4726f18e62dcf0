"""Bodies in their poses as pictures, for the tests of the figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figure_skin import rest
from figure_words import MUSCLES
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.picture.drawing import Sketch, drawn
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import LitMuscle, Pose


def scene_of(words: Mapping[str, Any], felt: tuple[LitMuscle, ...] = ()) -> Scene:
    """The scene of a pose in words."""
    pose = parse(words, MUSCLES)
    return Scene(rest(), solve(pose), pose, felt)


def picture(words: Mapping[str, Any], title: str = "", felt: tuple[LitMuscle, ...] = ()) -> Sketch:
    """The picture of a pose in words."""
    return drawn(scene_of(words, felt), title)


def figure(body: Body, pose: Pose, felt: tuple[LitMuscle, ...] = (), title: str = "") -> str:
    """The picture of a body for a page."""
    return drawn(Scene(rest(), body, pose, felt), title).inline


def has_inset(svg: str) -> bool:
    return svg.count("<svg") > 1
