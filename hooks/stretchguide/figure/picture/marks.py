"""What is lit on a figure: the patches "feel it here", where they are painted, and how much of them can be seen.

Three levels: a shape that is nearly edge-on is moved a little round its segment into view; one that is truly hidden
gets a dashed outline; and what shows too little is reported, so that an inset of the muscle map or another view can
show it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from stretchguide.figure.ink.depth import ScreenBall
from stretchguide.figure.muscles.map_body import MAP_VIEWS, visible
from stretchguide.figure.muscles.shapes import MUSCLES, THIGH, TORSO, SkinShape
from stretchguide.figure.muscles.skin import (
    Patch,
    Skin,
    centre_of,
    eye_angle,
    members,
    middle,
    patch,
    relative_angle,
    whole_outline,
)
from stretchguide.figure.shapes.geometry import Camera, Point, Vector, distance
from stretchguide.format.sides import OTHER, SIDES

Strength = Literal["hot", "warm"]
HOT: Strength = "hot"
"""What is stretched most: a solid patch."""
WARM: Strength = "warm"
"""Also stretched: an outlined patch."""


class Wanted(NamedTuple):
    """A muscle to light: an id of the vocabulary on one side."""

    name: str
    side: str
    strength: Strength = HOT


class Stack(NamedTuple):
    """How the parts of a figure lie on each other."""

    position: Mapping[str, int]
    """By part, its place in the order of painting."""
    later: Mapping[str, Sequence[ScreenBall]]
    """By part, what is painted after it."""


@dataclass(frozen=True)
class Mark:
    """One shape to light."""

    wanted: Wanted
    host: str
    """The part it is painted after."""
    patch: Patch | None
    whole: Patch
    shown: float
    """What can be seen of it, in square cm of the screen."""
    covered: float
    """Which part of its whole outline later parts cover."""
    middle: Vector
    """Where its middle is on the body."""
    is_hidden: bool = False
    is_spared: bool = False
    """It shows little, but a reader finds the place: its twin on the other side, or what lies on it, shows enough."""


# A lit patch is drawn wider than the map's shape, so that it reads at 120 px; narrow deep ones still wider.
_WIDEN = {"muscle": 1.12, "tissue": 1.2, "deep": 1.2, "structure": 1.2}
# A patch smaller than this (square cm of the screen) is moved into view, by so many degrees at most. A patch whose
# middle faces the eye by less than the first angle need not be moved; from the second on it lies on the far side.
_SMALL_PATCH = 28.0
_MOST_TURN = 26.0
_NEARLY_EDGE_ON = 52.0
_FAR_SIDE = 112.0
# On the neck nothing is moved: its shapes are too close together.
_NECK_BEGINS = 7.3
# A muscle counts as hidden when all its shapes together show less than a thumb's width (square cm), or less than this
# part of it when it is small; and as lost when they show less than a patch one can find.
_THUMB = 9.0
_HIDDEN_PART = 0.1
_SMALLEST_WHOLE = 60.0
FINDABLE = 22.0
# It is not lost, though, when this part of the whole muscle can be seen: then no muscle map shows it better.
_MOSTLY = 0.5
# So near to the middle of a muscle (cm), another one marks the same spot for whoever looks for it.
_SAME_SPOT = 6.0


def marks(skin: Skin, camera: Camera, wanted: Sequence[Wanted], stack: Stack) -> list[Mark]:
    """All shapes to light, in the order of painting: the outlined ones first. A muscle without shapes has none."""
    ordered = sorted(wanted, key=lambda each: each.strength == HOT)
    found = [
        _mark((skin, camera), each, shape, name, stack)
        for each in ordered
        for name in members(each.name)
        for shape in MUSCLES[name].shapes
        if not (shape.is_central and each.side == "right" and each._replace(side="left") in wanted)
    ]
    return _judged(found)


def lost(found: Sequence[Mark]) -> list[Wanted]:
    """What a reader would not find on the figure, in alphabetical order."""
    shown = _totals(found)
    return sorted(
        {mark.wanted for mark in found if not mark.is_spared and not is_found(mark.wanted.name, shown[_key(mark)])}
    )


def is_found(name: str, shown: float) -> bool:
    """Whether a reader finds a muscle of which so much is shown (square cm)."""
    return shown >= FINDABLE or (shown >= _THUMB and _is_mostly_shown(name, shown))


def _is_mostly_shown(name: str, shown: float) -> bool:
    return shown >= _MOSTLY * max(sum(visible(each, view, SIDES[:1]) for each in members(name)) for view in MAP_VIEWS)


def in_words(wanted: Sequence[Wanted]) -> list[str]:
    """Muscles by name, with their side where only one is meant: `left piriformis`, `splenius`."""
    sides: dict[str, list[str]] = {}
    for each in wanted:
        sides.setdefault(each.name, []).append(each.side)
    return [name if len(found) > 1 or _is_single(name) else f"{found[0]} {name}" for name, found in sides.items()]


def _is_single(name: str) -> bool:
    return all(shape.is_central for member in members(name) for shape in MUSCLES[member].shapes)


def both_sides(name: str, side: str | None, strength: Strength) -> list[Wanted]:
    """A muscle as the pose names it: on one side, or on both."""
    return [Wanted(name, each, strength) for each in ((side,) if side else SIDES)]


def _mark(scene: tuple[Skin, Camera], wanted: Wanted, shape: SkinShape, name: str, stack: Stack) -> Mark:
    skin, camera = scene
    side = wanted.side
    widen = _WIDEN[MUSCLES[name].layer]
    host = _host(shape, side, name, wanted.name, stack.position)
    seen = patch(skin, camera, shape, side, widen=widen)
    whole = whole_outline(skin, camera, shape, side, widen)
    if not shape.flat and (not seen or seen.area < _SMALL_PATCH):
        seen = _turned_into_view(skin, camera, shape, side, widen) or seen
    later = _near(stack.later[host], [*whole.outline, *(seen.outline if seen else ())])
    shown = seen.area * _free_part(seen, later) if seen else 0.0
    return Mark(wanted, host, seen, whole, shown, _covered(whole, later), middle(skin, shape, side))


def _host(shape: SkinShape, side: str, name: str, group: str, position: Mapping[str, int]) -> str:
    """The part a shape is painted after."""
    if shape.segment != TORSO:
        own = f"{side} {shape.segment}"
        begins_at_hip = shape.segment == THIGH and min(spot.place for spot in shape.outline) < 0.02
        return _later("pelvis", own, position) if begins_at_hip else own
    places = [spot.place for spot in shape.outline]
    low, high = min(places), max(places)
    thigh = f"{side} thigh"
    if name == "iliopsoas":
        return _later(_later("chest", "pelvis", position), thigh, position)
    if low < 1.6 and high < 2.3:
        return _later("pelvis", thigh, position) if low < 1.2 else "pelvis"
    return "neck" if low >= 7.1 or "upper-trapezius" in (name, group) else "chest"


def _later(first: str, second: str, position: Mapping[str, int]) -> str:
    return second if position[second] > position[first] else first


def _turned_into_view(skin: Skin, camera: Camera, shape: SkinShape, side: str, widen: float) -> Patch | None:
    """A shape near the edge, moved round its segment towards the eye; None when that would be a lie."""
    place, angle = centre_of(shape.outline)
    towards_eye = eye_angle(skin.ring(shape.segment, side, place), camera)
    relative = relative_angle(angle, angle if towards_eye is None else towards_eye)
    if abs(relative) > _FAR_SIDE or (place > _NECK_BEGINS and shape.segment == TORSO):
        return None
    turn = min(_MOST_TURN, max(0.0, abs(relative) - _NEARLY_EDGE_ON))
    if not turn:
        return None
    return patch(skin, camera, shape, side, widen=widen, turn=-turn if relative > 0 else turn)


# A patch is tried at its middle and at two rings of points on the way to its outline.
_PROBE_RINGS = (0.45, 0.8)
# A point is covered when it lies within a ball, a hair from its rim left out.
_COVERS = 0.94


def _free_part(seen: Patch, later: Sequence[ScreenBall]) -> float:
    """Which part of a patch no later part covers."""
    points = [point for point, _ in seen.outline]
    x = sum(point[0] for point in points) / len(points)
    y = sum(point[1] for point in points) / len(points)
    probes = [(x, y)] + [(px * k + x * (1 - k), py * k + y * (1 - k)) for px, py in points for k in _PROBE_RINGS]
    return sum(not _is_within(probe, later, _COVERS) for probe in probes) / len(probes)


def _covered(whole: Patch, later: Sequence[ScreenBall]) -> float:
    return sum(_is_within(point, later, 1.0) for point, _ in whole.outline) / len(whole.outline)


def _near(spots: Sequence[ScreenBall], outline: Sequence[tuple[Point, bool]]) -> list[ScreenBall]:
    """Those that may cover a point within an outline."""
    xs, ys = [point[0] for point, _ in outline], [point[1] for point, _ in outline]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    return [
        (x, y, depth, radius)
        for x, y, depth, radius in spots
        if left < x + radius and x - radius < right and top < y + radius and y - radius < bottom
    ]


def _is_within(point: Point, spots: Sequence[ScreenBall], share: float) -> bool:
    x, y = point
    return any((x - u) * (x - u) + (y - v) * (y - v) < radius * radius * share for u, v, _, radius in spots)


def _key(mark: Mark) -> tuple[str, str]:
    return (mark.wanted.name, mark.wanted.side)


def _totals(found: Sequence[Mark]) -> dict[tuple[str, str], float]:
    shown: dict[tuple[str, str], float] = {}
    for mark in found:
        shown[_key(mark)] = shown.get(_key(mark), 0.0) + mark.shown
    return shown


def _judged(found: Sequence[Mark]) -> list[Mark]:
    """The marks with their signs whether they are hidden, or spared because a reader finds the place anyway."""
    shown = _totals(found)
    whole: dict[tuple[str, str], float] = {}
    for mark in found:
        whole[_key(mark)] = whole.get(_key(mark), 0.0) + mark.whole.area
    under = {_key(mark) for mark in found if _lies_under(mark, found, shown)}
    judged = []
    for mark in found:
        name, side = key = _key(mark)
        is_hidden = shown[key] < min(_THUMB, _HIDDEN_PART * max(_SMALLEST_WHOLE, whole[key]))
        has_twin = shown[key] < FINDABLE <= shown.get((name, OTHER[side]), 0.0)
        judged.append(replace(mark, is_hidden=is_hidden and not has_twin, is_spared=has_twin or key in under))
    return judged


def _lies_under(mark: Mark, found: Sequence[Mark], shown: Mapping[tuple[str, str], float]) -> bool:
    """Whether a muscle that shows little lies where another one mostly shows."""
    key = _key(mark)
    return shown[key] < FINDABLE and any(
        distance(mark.middle, other.middle) < _SAME_SPOT and _is_mostly_shown(other.wanted.name, shown[_key(other)])
        for other in found
        if _key(other) != key and shown[_key(other)] >= FINDABLE
    )
