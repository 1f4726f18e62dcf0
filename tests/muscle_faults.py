"""Where the shapes of muscles and what a vocabulary says of them disagree.

What nobody has drawn has no fault: a fork may name muscles of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from figure_skin import rest
from stretchguide.figure.atlas.body_map import muscle_path
from stretchguide.figure.atlas.map_body import MAP_VIEWS, map_body
from stretchguide.figure.atlas.regions import REGIONS
from stretchguide.figure.muscles.shapes import FOOT, GROUPS, HAND, MUSCLES, SkinShape
from stretchguide.figure.portrait.light import widened
from stretchguide.figure.shapes.geometry import Point
from stretchguide.format.vocabulary import Muscle, Vocabulary

ELSEWHERE = {"iliopsoas": 0.3}
"""Muscles of which less lies inside their areas' regions: the hip flexor begins at the spine and crosses the belly."""
MOSTLY = 0.6


def faults(known: Vocabulary) -> Iterator[str]:
    for name, said in known.muscles.items():
        if name in GROUPS and list(GROUPS[name]) != list(said.members):
            yield f"{name}: the group that is drawn has other members"
        if name in MUSCLES:
            yield from (f"{name}: {fault}" for fault in faults_of_muscle(said, known))


def faults_of_muscle(said: Muscle, known: Vocabulary) -> Iterator[str]:
    drawn = MUSCLES[said.id]
    if ("deep" in said.views) != (drawn.layer in ("deep", "structure")):
        yield "it is deep in the vocabulary or in the drawing, not in both"
    if (said.kind == "structure") != (drawn.layer in ("tissue", "structure")):
        yield "it is a muscle in the vocabulary or in the drawing, not in both"
    for view in MAP_VIEWS:
        if view in said.views and not muscle_path(map_body(rest(), view), said.id):
            yield f"it cannot be seen from the {view}"
    regions = {region for area in said.areas for region in known.areas[area].regions}
    if any(is_elsewhere(said.id, shape, regions) for shape in drawn.shapes):
        yield "it lies outside of its areas"


def is_elsewhere(name: str, shape: SkinShape, regions: Collection[str]) -> bool:
    if shape.segment in (HAND, FOOT):
        return ("hand" if shape.segment == HAND else "toes") not in regions
    return part_inside(shape, regions) < ELSEWHERE.get(name, MOSTLY)


def part_inside(shape: SkinShape, regions: Collection[str]) -> float:
    """Which part of a shape lies in some regions; shapes over the middle count on both sides, a few degrees wider."""
    outlines = [
        [(spot.place, spot.angle) for spot in widened(region.outline, 1.12)]
        for name in regions
        for region in REGIONS[name].shapes
        if region.segment == shape.segment
    ]
    turns = (0, 360, -360)
    found = [
        any(is_inside((p, sign * a + turn), corners) for corners in outlines for turn in turns for sign in (1, -1))
        for p, a in samples(shape)
    ]
    return sum(found) / len(found)


def samples(shape: SkinShape) -> list[Point]:
    """Points on the outline of a shape and inside it, as (place, angle)."""
    spots = [(spot.place, spot.angle) for spot in shape.outline]
    place, angle = (sum(values) / len(spots) for values in zip(*spots, strict=True))
    return [(place + (p - place) * k, angle + (a - angle) * k) for p, a in spots for k in (0.0, 0.5, 0.9)]


def is_inside(point: Point, corners: list[Point]) -> bool:
    """Whether a ray from the point crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1
