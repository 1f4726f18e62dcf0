"""The names of the bones of a side, and where those begin."""

from __future__ import annotations

from collections.abc import Mapping

from stretchguide.figure.rest.material import RestBone
from stretchguide.figure.shapes.geometry import Vector

_SUFFIX = {"left": ".L", "right": ".R"}


def of_side(name: str, side: str) -> str:
    """The name of a bone of a side."""
    return name + _SUFFIX[side]


def head_of(rest: Mapping[str, RestBone], name: str, side: str) -> Vector:
    """Where the near end of a bone of a side is at rest (cm)."""
    return rest[of_side(name, side)].head
