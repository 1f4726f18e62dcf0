"""Draws one figure: the words of a pose solved, judged and put on paper. What this takes is the engine (``engine``)."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.figure.lints.angles import angles_of
from stretchguide.figure.lints.faults import Fault, faults
from stretchguide.figure.picture.drawing import Sketch, better_view, drawn, over_budget
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.solver import solve
from stretchguide.figure.words import language
from stretchguide.gallery.body import own_body
from stretchguide.gallery.picture import PLACE, CannotDraw, Drawing, NoBody, Picture
from stretchguide.gallery.posed import Posed
from stretchguide.gallery.telling import FEW_WORDS, said


def tried(shown: Posed) -> Drawing | CannotDraw:
    """The drawing of a pose, or how the engine has failed on it. Raises NoBody."""
    try:
        return _drawn(shown)
    except NoBody:
        raise
    except Exception as error:  # Whatever a stranger's pose does to the engine, it costs that one record only.
        return CannotDraw(f"{type(error).__name__}: {error}")


def _drawn(shown: Posed) -> Drawing:
    assert shown.pose is not None
    pose = language.parse(shown.pose)
    scene = Scene(own_body(), solve.solve(pose), pose, shown.felt)
    picture = drawn(scene, PLACE)
    made = Drawing(picture.inline, picture.alone)
    found = [(fault.key, fault.message) for fault in (*faults(pose, scene.body), *_lost(scene, picture))]
    return Drawing(made.inline, made.alone, (*found, *_too_large(made, shown)), angles_of(pose, scene.body))


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
