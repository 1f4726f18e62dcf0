"""What a body lies on: a mat, or the bare floor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
        x, z = ground(setting)
        yield boxes(setting.camera, "mat", [box_of(x, (-_MAT_THICK, 0), z)], MAT, SOFT)


class BareFloor(Presence):
    """Nothing is drawn of it."""

    def drawn(self, setting: Setting) -> Iterator[Prop]:
        yield from ()


def ground(setting: Setting) -> tuple[Span, Span]:
    """The piece of floor under what is low, with a margin: its extent to the sides and ahead.

    It lies along the body, from feet to head. Arms make it longer and never wider: those spread beside a body lie on
    the bare floor.
    """
    bodies = (setting.body, *setting.company)
    x, z = _extent(bodies, has_arms=False)
    reached = _extent(bodies, has_arms=True)
    is_along = _size(_with_heads(z, bodies, 2)) > _size(_with_heads(x, bodies, 0))
    return (_at_least(x), reached[1]) if is_along else (reached[0], _at_least(z))


def _with_heads(span: Span, bodies: Sequence[Body], axis: int) -> Span:
    """A span that reaches to the heads, too, however high they are."""
    heads = [body.joints["c1"][axis] for body in bodies]
    return (min(span[0], *heads), max(span[1], *heads))


def _size(span: Span) -> float:
    return span[1] - span[0]


def _extent(bodies: Sequence[Body], *, has_arms: bool) -> tuple[Span, Span]:
    """What low joints cover, with a margin."""
    joints = ((name, place) for body in bodies for name, place in body.joints.items() if place[1] < _LYING_LOW)
    passed_over = ("socket",) if has_arms else ("socket", "shoulder", "elbow", "wrist")
    low = [place for name, place in joints if not name.endswith(passed_over)] or [(0.0, 0.0, 0.0)]
    xs, zs = [place[0] for place in low], [place[2] for place in low]
    return (min(xs) - _MAT_X, max(xs) + _MAT_X), (min(zs) - _MAT_Z, max(zs) + _MAT_Z)


def _at_least(span: Span) -> Span:
    middle, half = (span[0] + span[1]) / 2, max(_size(span), _MAT_WIDTH) / 2
    return (middle - half, middle + half)


KINDS: Mapping[str, type[Presence]] = MappingProxyType({"mat": Mat, "no mat": BareFloor})
