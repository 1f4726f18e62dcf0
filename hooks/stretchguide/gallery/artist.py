"""Draws one figure: the words of a pose solved, judged and put on paper. What this takes is the engine (``engine``)."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.figure.lints.angles import angles_of
from stretchguide.figure.lints.faults import Fault, faults
from stretchguide.figure.picture import drawing
from stretchguide.figure.picture.layers import PictureLayers
from stretchguide.figure.solver import solve
from stretchguide.figure.words import language
from stretchguide.gallery.picture import PLACE, CannotDraw, Drawing, Picture
from stretchguide.gallery.posed import Posed
from stretchguide.gallery.telling import FEW_WORDS, said


def tried(shown: Posed) -> Drawing | CannotDraw:
    """The drawing of a pose, or how the engine has failed on it."""
    try:
        return _drawn(shown)
    except Exception as error:  # Whatever a stranger's pose does to the engine, it costs that one record only.
        return CannotDraw(f"{type(error).__name__}: {error}")


def _drawn(shown: Posed) -> Drawing:
    assert shown.pose is not None
    pose = language.parse(shown.pose)
    body = solve.solve(pose)
    layers = PictureLayers(body, pose, shown.felt)
    made = Drawing(*drawing.page_and_file(layers, PLACE))
    found = [(fault.key, fault.message) for fault in (*faults(pose, body), *_lost(layers))]
    return Drawing(made.inline, made.alone, (*found, *_too_large(made, shown)), angles_of(pose, body))


def _too_large(made: Drawing, shown: Posed) -> Iterator[tuple[str, str]]:
    """What is wrong with its size, when few words are told of it."""
    picture = Picture(said(shown, FEW_WORDS), made)
    if large := drawing.over_budget(picture.inline) or drawing.over_budget(picture.alone):
        yield "base", large


def _lost(layers: PictureLayers) -> Iterator[Fault]:
    """What is felt and shown nowhere, not even in the inset."""
    pose = layers.pose
    is_lit = layers.felt or pose.feel or pose.also
    if is_lit and (muscles := drawing.lost_highlights(layers)):
        view = drawing.better_view(layers.body, pose, layers.felt)
        remedy = f"`view: {view}` shows more" if view else "name fewer muscles, or others"
        yield Fault("view", f"the {muscles[0]} cannot be seen, not even in the inset; {remedy}")
