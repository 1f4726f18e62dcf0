"""What a body lies on: a mat, or the bare floor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.things.presence import Presence
from stretchguide.figure.things.setting import MAT, Setting, Span, box_of
from stretchguide.figure.things.shapes import SOFT, Prop, boxes

# A mat reaches so far beyond what lies on it, and is so wide at least (cm). What is lower than this lies on it.
_MAT_X, _MAT_Z = 16.0, 18.0
_MAT_WIDTH = 60.0
_MAT_THICK = 1.4
_LYING_LOW = 26.0


class Mat(Presence):
    """A mat, under all that is low."""

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        x, z = ground(setting.body)
        yield boxes(setting.camera, "mat", [box_of(x, (-_MAT_THICK, 0), z)], MAT, SOFT)


class BareFloor(Presence):
    """Nothing is drawn of it."""

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        yield from ()


def ground(body: Body) -> tuple[Span, Span]:
    """The piece of floor under what is low, with a margin: its extent to the sides and ahead."""
    low = [point for name, point in body.joints.items() if point[1] < _LYING_LOW and "socket" not in name]
    xs, zs = [point[0] for point in low] or [0.0], [point[2] for point in low] or [0.0]
    x = (min(xs) - _MAT_X, max(xs) + _MAT_X)
    z = (min(zs) - _MAT_Z, max(zs) + _MAT_Z)
    wide, deep = x[1] - x[0], z[1] - z[0]
    return (_at_least(x) if deep > wide else x), (_at_least(z) if wide > deep else z)


def _at_least(span: Span) -> Span:
    middle, half = (span[0] + span[1]) / 2, max(span[1] - span[0], _MAT_WIDTH) / 2
    return (middle - half, middle + half)


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"mat": Mat, "no mat": BareFloor})
