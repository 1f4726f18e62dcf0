"""What the picture of a step is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from stretchguide.figure.words import pose_steps
from stretchguide.figure.words.pose import LitMuscle
from stretchguide.format.sides import OTHER


class Posed(NamedTuple):
    """A step as the engine is told of it."""

    pose: Mapping[str, Any] | None
    """The words of its whole pose; None where it has no picture."""
    felt: tuple[LitMuscle, ...]


def mirrored(shown: Posed) -> Posed:
    """The same for the other side."""
    felt = tuple(each._replace(side=OTHER[each.side] if each.side else None) for each in shown.felt)
    return Posed(shown.pose and pose_steps.mirrored(shown.pose), felt)
