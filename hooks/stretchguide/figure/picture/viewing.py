"""From where a version is seen best: what its steps are about shows there in as many of them as can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from stretchguide.figure.picture import movement
from stretchguide.figure.picture.anchors import anchor
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.visible import Look
from stretchguide.figure.shapes.geometry import distance, dot
from stretchguide.figure.words.places import GROUND
from stretchguide.figure.words.pose import View
from stretchguide.figure.words.views import VIEWS
from stretchguide.format.sides import SIDES

# -- what a picture is about ------------------------------------------------------------------------------------------

# A part has moved when the middle of its skin went so far (cm), and so far in parts of what went farthest.
_MOVED, _AS_FAR = 4.0, 0.5
_LIMBS = ("hand", "foot", "forearm", "shank")


def about(scene: Scene) -> list[str]:
    """The parts that a picture is about: those that moved, and hands and feet that came to touch something."""
    return list(dict.fromkeys([*_moved(scene), *touching(scene)]))


def touching(scene: Scene) -> list[str]:
    """Hands on anything, and feet on anything but the floor, that were not there in the step before."""
    old, now = scene.before.body.hosts if scene.before else {}, scene.body.hosts
    ends = [f"{side} {end}" for end in ("hand", "foot") for side in SIDES]
    return [end for end in ends if now.get(end, old.get(end)) != old.get(end) and _is_told(end, now[end])]


def _is_told(end: str, host: str) -> bool:
    return host != GROUND or end.endswith("hand")


def _moved(scene: Scene) -> list[str]:
    if scene.before is None:
        return []
    off = scene.skin.vertices - scene.before.skin.vertices
    far = np.sqrt((off * off).sum(1))
    limbs = [f"{side} {limb}" for limb, side in product(_LIMBS, SIDES)]
    gone = {limb: float(np.median(far[scene.rest.parts[limb]]).round(2)) for limb in limbs}
    least = max(_MOVED, _AS_FAR * max(gone.values()))
    return [limb for limb, way in gone.items() if way > least]


# -- choosing ---------------------------------------------------------------------------------------------------------

# The lit place, the way of what moves and the face count so much, beside the parts that a picture is about. A view that
# is better by so little is not better than the one that is usual for the base.
_LIT, _WAY, _FACE, _USUAL = 0.7, 0.7, 0.5, 0.06
# So many sides are looked at, in so many scenes: those in which something moves.
_LOOKED_AT, _MOST_SCENES = 4, 3
# So much of a part is enough to know it, and of a way in space so much on the screen.
_ENOUGH, _LONG = 0.5, 0.7
# A face looks away from an eye that is behind it by so much (cosine).
_AWAY = -0.15
# A way that is shorter than this is seen from nowhere (cm).
_LEAST_WAY = 2.0


def best_view(scenes: Sequence[Scene], usual: View) -> View:
    """The side from which a version shows most of what its steps are about, at the height that is usual.

    Nothing shows more than when nothing covered it: the sides that promise most are looked at, only a few of them, and
    none that promises less than another one shows.
    """
    scenes = sorted(scenes, key=lambda scene: scene.before is None)[:_MOST_SCENES]
    asked = [_asked(scene) for scene in scenes]
    seen = {way: [scene.seen_from(usual._replace(way=way)) for scene in scenes] for way in VIEWS}
    own = {way: _USUAL * (way == usual.way) for way in VIEWS}
    promised = {way: _worth(asked, each, is_bare=True) + own[way] for way, each in seen.items()}
    shown: dict[str, float] = {}
    for way in sorted(VIEWS, key=lambda way: -promised[way])[:_LOOKED_AT]:
        if promised[way] > max(shown.values(), default=0.0):
            shown[way] = _worth(asked, seen[way]) + own[way]
    return usual._replace(way=max(shown, key=lambda way: shown[way]))


class _ToShow(NamedTuple):
    """What a picture is to show, from wherever it is seen."""

    parts: Sequence[str]
    touching: Sequence[str]
    way: str
    """The part that went farthest; empty where none did."""
    far: float
    """How far it went (cm)."""


def _asked(scene: Scene) -> _ToShow:
    if scene.before is None:
        return _ToShow(about(scene), touching(scene), "", 0.0)
    ends = {part: [anchor(each.body, part).place for each in (scene.before, scene)] for part in movement.PARTS}
    far, way = max((round(distance(*places), 3), part) for part, places in ends.items())
    return _ToShow(about(scene), touching(scene), way if far > _LEAST_WAY else "", far)


def _worth(asked: Sequence[_ToShow], scenes: Sequence[Scene], *, is_bare: bool = False) -> float:
    """How much of what its steps are about a version shows, 0 to 1; bare: or would, if nothing covered anything."""
    shown = [
        share
        for what, scene in zip(asked, scenes, strict=True)
        for share in _shown(what, scene, Look(scene, is_bare=is_bare))
    ]
    return round(sum(share * weight for share, weight in shown) / sum(weight for _, weight in shown), 4)


def _shown(asked: _ToShow, scene: Scene, look: Look) -> Iterator[tuple[float, float]]:
    """How much of each thing that a picture is about is shown, 0 to 1, and how much that counts."""
    parts, lit = asked.parts, scene.wanted
    faces = dot(scene.body.frames["head"][2], scene.camera.view) > _AWAY
    yield min(1.0, look.share("head") / _ENOUGH) * faces, _FACE
    for asked_for in (parts, asked.touching):
        yield from ((min(1.0, look.share(part) / _ENOUGH), 1 / len(asked_for)) for part in asked_for)
    yield from ((min(1.0, look.lit(each.name, each.side) / _ENOUGH), _LIT / len(lit)) for each in lit)
    if asked.way and scene.before:
        on_screen = movement.on_screen(asked.way, scene.before.body, scene.body, scene.camera)
        yield min(1.0, on_screen / asked.far / _LONG), _WAY
