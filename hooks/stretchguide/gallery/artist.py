"""Draws the pictures of a version: the words of its poses solved, judged and put on paper as one strip.

What this takes is the engine (``engine``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stretchguide.figure.lints.angles import angles_of
from stretchguide.figure.lints.faults import Fault, faults
from stretchguide.figure.lints.lengths import shortened
from stretchguide.figure.lints.seen import seen_of
from stretchguide.figure.picture.drawing import Sketch, better_view, film, over_budget
from stretchguide.figure.picture.one_room import Solved, origins
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.picture.sights import SightFault
from stretchguide.figure.picture.viewing import best_view
from stretchguide.figure.shapes.geometry import Vector, subtract
from stretchguide.figure.solver.strip import solve_strip
from stretchguide.figure.words import language
from stretchguide.figure.words.bases import BASES, Base
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.gallery.body import own_body
from stretchguide.gallery.picture import PLACE, Attempt, CannotDraw, Drawing, NoBody, Picture
from stretchguide.gallery.posed import Posed, Strip
from stretchguide.gallery.telling import FEW_WORDS, said

LENGTHS = 23
"""The rule that a lit muscle is longer than at rest."""


def tried(strip: Strip) -> list[Attempt]:
    """The drawings of a version's steps, or how the engine has failed on some of them. Raises NoBody."""
    try:
        return _drawn(strip)
    except NoBody:
        raise
    except Exception as error:  # Whatever a stranger's pose does to the engine, it costs that one step only.
        failed = CannotDraw(f"{type(error).__name__}: {error}")
        return [failed] if len(strip) == 1 else [tried((each,))[0] for each in strip]


def _drawn(strip: Strip) -> list[Attempt]:
    scenes = _scenes(strip)
    once = {_shows(scene): scene for scene in reversed(scenes) if scene}
    pictures = dict(zip(once, film(list(once.values()), PLACE), strict=True))
    each = zip(strip, scenes, strict=True)
    return [_judged(shown, scene, pictures[_shows(scene)]) if scene else None for shown, scene in each]


def _shows(scene: Scene) -> tuple[Pose, tuple[LitMuscle, ...], Vector, tuple[str, ...], tuple[Pose, Vector] | None]:
    """What tells the pictures of a strip apart: steps for which it is the same have one."""
    before = (_posture(scene.before.pose), scene.before.origin) if scene.before else None
    return scene.pose._replace(title=""), scene.felt, scene.origin, scene.goes_near, before


def _posture(pose: Pose) -> Pose:
    """A pose without its signs."""
    return pose._replace(arrows=None, feel=None, also=None, breath=None, title="")


def _scenes(strip: Strip) -> list[Scene | None]:
    """The body of each step in its place in one room; where two steps have one posture there, it is drawn once.

    A version that names no view is seen from where most of what its steps are about shows.
    """
    poses = [language.parse(shown.pose) for shown in strip if shown.pose]
    bodies = _bodies([_posture(pose) for pose in poses])
    found = _told(strip, poses, bodies)
    if len({id(body) for body in bodies}) == 1 or any("view" in (shown.pose or ()) for shown in strip):
        return found
    view = best_view(_new(strip, found), poses[0].view)
    seen = {id(body): body.seen_from(view) for body in bodies}
    return _told(strip, [pose._replace(view=view) for pose in poses], [seen[id(body)] for body in bodies])


def _new(strip: Strip, scenes: Sequence[Scene | None]) -> list[Scene]:
    """The scenes in which somebody does something new: none that is held, and no way back."""
    drawn = [(shown, scene) for shown, scene in zip(strip, scenes, strict=True) if scene]
    olds = [None, *(scene.body for _, scene in drawn)]
    return [
        scene for (shown, scene), old in zip(drawn, olds, strict=False) if scene.body is not old and not shown.goes_back
    ]


def _told(strip: Strip, poses: Sequence[Pose], bodies: Sequence[Scene]) -> list[Scene | None]:
    """What each step shows, of its pose and its body."""
    each = iter(zip(poses, bodies, strict=True))
    found: list[Scene | None] = []
    for shown in strip:
        if not shown.pose:
            found.append(None)
            continue
        pose, body = next(each)
        before = next((scene for scene in reversed(found) if scene), None) if shown.moves else None
        from_there = before and before.elsewhere(subtract(before.origin, body.origin)).seen_from(pose.view)
        found.append(body.told(pose, shown.felt, from_there))
    return _announced(found)


def _announced(scenes: Sequence[Scene | None]) -> list[Scene | None]:
    """The same, where what the next one shows from near is marked."""
    found = list(scenes)
    drawn = [number for number, scene in enumerate(scenes) if scene]
    for number, after in pairwise(drawn):
        scene, close = scenes[number], scenes[after]
        if scene and close and close.near and not scene.near:
            found[number] = scene.told(scene.pose, scene.felt, scene.before, goes_near=close.near)
    return found


def _bodies(postures: Sequence[Pose]) -> list[Scene]:
    """A body for each posture, solved once. All that kneel or lie have one mat under them."""
    solved = solve_strip(dict.fromkeys(postures))
    places = origins([Solved(posture, solved[posture]) for posture in postures])
    pairs = list(dict.fromkeys(zip(postures, places, strict=True)))
    low = [(solved[posture], place) for posture, place in pairs if _is_low(BASES[posture.base])]
    scenes = {
        (posture, place): Scene(
            own_body(),
            solved[posture],
            posture,
            company=tuple(body.elsewhere(subtract(there, place)) for body, there in low),
            strip=tuple(solved.values()),
            origin=place,
        )
        for posture, place in pairs
    }
    return [scenes[pair] for pair in zip(postures, places, strict=True)]


def _is_low(base: Base) -> bool:
    return not (base.stands or base.has_seat)


def _judged(shown: Posed, scene: Scene, picture: Sketch) -> Drawing:
    made = Drawing(picture.inline, picture.alone)
    found = [(fault.key, fault.message) for fault in (*faults(scene.pose, scene.body), *_lost(scene, picture))]
    moved = () if shown.goes_back else picture.sights
    seen = [(str(sight.rule), sight.message) for sight in (*moved, *_shortened(scene))]
    return Drawing(
        made.inline,
        made.alone,
        (*found, *_too_large(made, shown)),
        tuple(seen),
        angles_of(scene.pose, scene.body),
        seen_of(scene.body),
        picture.arrows,
        picture.own_box,
    )


def _shortened(scene: Scene) -> Iterator[SightFault]:
    felt = scene.felt if scene.pose.feel is None else scene.pose.feel
    for muscle in shortened(scene.pose, scene.body, felt):
        fact = f"the {muscle.replace('-', ' ')} is lit as stretched, but it is shorter here than at rest"
        yield SightFault(LENGTHS, f"{fact}; mend the pose, or the muscle")


def _too_large(made: Drawing, shown: Posed) -> Iterator[tuple[str, str]]:
    """What is wrong with its size, when few words are told of it."""
    picture = Picture(said(shown, FEW_WORDS), made)
    if large := over_budget(picture.inline) or over_budget(picture.alone):
        yield "base", large


def _lost(scene: Scene, picture: Sketch) -> Iterator[Fault]:
    """What is felt and shown nowhere, not even in the inset."""
    if picture.lost:
        view = better_view(scene)
        remedy = f"`view: {view}` shows more" if view else "name fewer muscles, or others"
        yield Fault("view", f"the {picture.lost[0]} cannot be seen, not even in the inset; {remedy}")
