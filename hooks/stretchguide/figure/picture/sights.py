"""What a picture does not let its reader see: a movement that hardly shows, a part that is hidden or points at the eye.

Each is a number of the rule that asks for it and a message: a fact, and after a semicolon what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import hypot
from typing import NamedTuple

import numpy as np

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.paper import PictureFrame
from stretchguide.figure.picture import movement
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.viewing import touching
from stretchguide.figure.picture.visible import Look
from stretchguide.figure.shapes.geometry import Camera, Vector, across, distance, length, subtract
from stretchguide.figure.words.views import VIEWS
from stretchguide.format.sides import OTHER, SIDES


class SightFault(NamedTuple):
    """Something that a picture does not let its reader see."""

    rule: int
    message: str


_HIDDEN, _ALIKE, _TOUCHES = 25, 26, 27


def sights(scene: Scene, frame: PictureFrame) -> Iterator[SightFault]:
    """All of a picture that shows how somebody moved there; the frame is that of its version."""
    if scene.before is None:
        return
    before, now = scene.before, scene
    far = _farthest(before, now)
    if not far:
        return
    if far < _TELLING * max(frame.width, frame.height * _ASPECT):
        what = "on the screen this step hardly differs from the one before"
        yield SightFault(_ALIKE, f"{what}; move more, or come nearer: `{_closer(scene)}`")
        return
    part, look = _mover(scene), Look(scene, frame)
    if part and (hidden := _hidden(scene, part, look)):
        yield SightFault(_HIDDEN, f"the {part} {hidden}; {_remedy(scene, part)}")
    for end in _holding(scene):
        if end != part and look.free(end) < _TOUCH_SEEN:
            yield SightFault(_HIDDEN, f"the {end} {_TOUCHES_UNSEEN}; {_remedy(scene, end)}")
    for heel, other in _false_touches(scene):
        fact = f"the {heel} foot seems to touch the {other}, and they are far apart"
        yield SightFault(_TOUCHES, f"{fact}; choose another view, or bend the knee a little more or less")


# -- how much differs -------------------------------------------------------------------------------------------------

# The skin that moves most has to move by this part of the picture's longer side, in a place of 4 to 3 on a page: five
# pixels of a phone.
_TELLING, _ASPECT = 0.014, 4 / 3
# That of the skin which moves most is left out as the tip of a finger (percent).
_MOST = 99.0


def _farthest(before: Scene, now: Scene) -> float:
    """How far skin moves on the screen (cm)."""
    (x0, y0), (x1, y1) = before.on_screen, now.on_screen
    return float(np.percentile(np.hypot(x1 - x0, y1 - y0), _MOST).round(2))


def _closer(scene: Scene) -> str:
    view = scene.pose.view
    return f"view: {view._replace(is_close=True)}"


# -- what is hidden ---------------------------------------------------------------------------------------------------

# The vertices that show a part of the language of arrows.
_SHOWN_BY = {"hand": "hand", "foot": "foot", "knee": "shank", "elbow": "forearm"}
# A part is seen when this share of its side is, and what it touches can be told by less; a limb when its bones are so
# long on the screen.
_SEEN, _TOUCH_SEEN, _HALF = 0.2, 0.1, 0.5
_HOLDS = ("hold", "under", "behind")
_TOUCHES_UNSEEN = "takes hold, but hardly any of it is seen"
# Arrows of one part; turns and tilts are of all that it takes along.
_OF_A_PART = ("move", "press", "circle", "nod")


def _mover(scene: Scene) -> str:
    """The part that the picture is about: what the record's arrow names, or what moved most."""
    assert scene.before
    named = [arrow.part for arrow in scene.pose.arrows or () if arrow.motion in _OF_A_PART]
    part = named[0] if named else movement.moved_most(scene.before.body, scene.body, scene.camera)[0]
    return part if part.rpartition(" ")[2] in _SHOWN_BY and part.partition(" ")[0] in SIDES else ""


def _holding(scene: Scene) -> list[str]:
    """The hands that take hold of something; one that only rests somewhere need not be seen."""
    contacts = {f"{side} hand": scene.pose.arm(side).contact for side in SIDES}
    return [end for end in touching(scene) if (contact := contacts.get(end)) and contact.how in _HOLDS]


def _hidden(scene: Scene, part: str, look: Look) -> str:
    """What keeps a part from being seen; empty where nothing does."""
    side, _, piece = part.partition(" ")
    bones = ("upper arm", "forearm") if piece in ("hand", "elbow") else ("thigh", "shank")
    if all(_on_screen(scene.body, f"{side} {bone}", scene.camera) < _HALF for bone in bones):
        return "moves towards the eye, so that its limb is a stump"
    return "moves, but hardly any of it is seen" if look.free(f"{side} {_SHOWN_BY[piece]}") < _SEEN else ""


def _on_screen(body: Body, bone: str, camera: Camera) -> float:
    """How long a bone is on the screen, in parts of its length."""
    return length(across(body.frames[bone][1], camera.view))


def _remedy(scene: Scene, part: str) -> str:
    """The nearest view that shows a part, when there is one."""
    view = scene.pose.view
    for way in sorted(VIEWS, key=lambda way: abs((VIEWS[way] - view.azimuth + 180) % 360 - 180)):
        seen = scene.seen_from(view._replace(way=way))
        if not _hidden(seen, part, Look(seen)):
            return f"`view: {view._replace(way=way)}` shows it"
    return "choose another view"


# -- what seems to touch ----------------------------------------------------------------------------------------------

# A heel and a leg are so thick (cm); on the screen they touch when they are so near, in space they do not when they are
# so far apart (cm).
_HEEL, _LEG, _SEEMS, _APART = 4.0, 6.0, 1.5, 14.0
_LEGS = {"knee": ("knee", "knee"), "shin": ("knee", "ankle"), "thigh": ("hip", "knee")}


def _false_touches(scene: Scene) -> Iterator[tuple[str, str]]:
    """Lifted feet that lie at the edge of the other leg on the screen, far from it in space."""
    joints, camera = scene.body.joints, scene.camera
    if scene.pose.view.is_close:
        return
    for side, (name, (first, last)) in product(SIDES, _LEGS.items()):
        heel, other = joints[f"{side} ankle"], OTHER[side]
        start, end = joints[f"{other} {first}"], joints[f"{other} {last}"]
        x, y = camera.point(heel)
        u, v = camera.point(nearest := _nearest(camera, heel, start, end))
        edge = abs(hypot(x - u, y - v) - _HEEL - _LEG)
        is_lifted = scene.body.hosts.get(f"{side} foot") is None and heel[1] > _APART
        if is_lifted and edge < _SEEMS and distance(heel, nearest) - _HEEL - _LEG > _APART:
            yield side, f"{other} {name}"
            return


def _nearest(camera: Camera, point: Vector, start: Vector, end: Vector) -> Vector:
    """The point of a bone that is nearest to another point on the screen."""
    (x, y), (x0, y0), (x1, y1) = camera.point(point), camera.point(start), camera.point(end)
    square = (x1 - x0) ** 2 + (y1 - y0) ** 2
    part = max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square)) if square else 0.0
    way = subtract(end, start)
    return (start[0] + way[0] * part, start[1] + way[1] * part, start[2] + way[2] * part)
