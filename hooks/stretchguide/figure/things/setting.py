"""What a thing is drawn by: the body, the eye, and levels behind and before the body."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, TypeAlias

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import Camera
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.things.shapes import STONE, Prop

Span: TypeAlias = tuple[float, float]
"""From where to where, in cm."""


class Setting(NamedTuple):
    """The solved body, and who sees it."""

    body: Body
    camera: Camera
    company: tuple[Body, ...] = ()
    """The bodies of other steps, where one mat lies under all."""
    strip: tuple[Body, ...] = ()
    """The bodies of all steps: what stands beside them is as high in each."""

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Those of all steps, or the only one."""
        return self.strip or (self.body,)


FLOOR, MAT, WALL, BEAM, LEGS, SEAT, TOP, BEFORE = -7.0, -6.0, -5.0, -4.0, -3.0, -2.0, -1.0, 5.0
"""Levels of things that always lie behind the body, from the back wall forward, or before it."""

EYE_AHEAD = 0.35
"""Furniture ahead lies behind the body, but when the eye is ahead as well (cosine): then it is compared with each part.
"""


def level_ahead(setting: Setting) -> float:
    """Where furniture ahead of the body is painted; 0 is compared with each part of it."""
    return 0.0 if setting.camera.view[2] > EYE_AHEAD else TOP


def box_of(x: Span, y: Span, z: Span) -> Box:
    """A box by its extent to the sides, up and ahead, in cm."""
    return Box((x[0], y[0], z[0]), (x[1], y[1], z[1]))


def without_tops(prop: Prop, box: Box) -> Prop:
    """A thing without the tops of posts that end inside a box."""
    faces = (
        face
        for face in prop.faces
        if face.token != STONE[0] or any(corner[1] >= box.high[1] for corner in face.corners)
    )
    return replace(prop, faces=tuple(faces))
