"""One picture: the words of a pose solved, judged, drawn and told. What makes it is the engine (``engine``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.lints.angles import Angles, angles_of
from stretchguide.figure.lints.faults import Fault, faults
from stretchguide.figure.picture import drawing
from stretchguide.figure.solver import solve
from stretchguide.figure.words import language
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.gallery.telling import Telling, said, said_flipped


@dataclass(frozen=True)
class Picture:
    """A drawn figure."""

    alt: str
    """What it shows, in words."""
    inline: str
    """SVG for a page, coloured by the page's tokens."""
    alone: str
    """SVG for a file of its own, with its own colours for light and dark."""
    faults: tuple[tuple[str, str], ...]
    """What is wrong with it: the key of the pose, and a message."""
    flipped_alt: str = ""
    """What it shows when it is flipped, for the other side; empty where both sides look alike."""
    angles: Angles = field(default_factory=dict)
    """How far it asks each joint to go, by motion."""


class CannotDraw(Exception):
    """The engine has failed on a pose; the text says how."""


def draw(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: Telling) -> Picture:
    """The picture of the words of a pose. Raises CannotDraw where the engine fails."""
    try:
        return _drawn(words, felt, telling)
    except Exception as error:  # Whatever a stranger's pose does to the engine, it costs that one record only.
        raise CannotDraw(f"{type(error).__name__}: {error}") from error


def _drawn(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: Telling) -> Picture:
    pose = language.parse(words)
    body = solve.solve(pose)
    alt = said(words, felt, telling)
    inline, alone = drawing.figure_and_file(body, pose, felt=felt, title=alt)
    large = drawing.over_budget(inline) or drawing.over_budget(alone)
    found = [(fault.key, fault.message) for fault in (*faults(pose, body), *_lost(body, pose, felt))]
    too_large = [("base", large)] if large else []
    return Picture(alt, inline, alone, (*found, *too_large), said_flipped(words, felt, telling), angles_of(pose, body))


def _lost(body: Body, pose: Pose, felt: tuple[LitMuscle, ...]) -> Iterator[Fault]:
    """What is felt and shown nowhere, not even in the inset."""
    is_lit = felt or pose.feel or pose.also
    if is_lit and (muscles := drawing.lost_highlights(body, pose, felt)):
        view = drawing.better_view(body, pose, felt)
        remedy = f"`view: {view}` shows more" if view else "name fewer muscles, or others"
        yield Fault("view", f"the {muscles[0]} cannot be seen, not even in the inset; {remedy}")


def picture_of(kept: Any) -> Picture | None:
    """A picture from what JSON made of it; None where that is no picture."""
    if not isinstance(kept, dict) or set(kept) != {field.name for field in fields(Picture)}:
        return None
    texts, found = [kept[name] for name in kept if name not in ("faults", "angles")], kept["faults"]
    if not isinstance(found, list) or not all(isinstance(text, str) for text in texts):
        return None
    if not isinstance(kept["angles"], dict) or not all(isinstance(each, int) for each in kept["angles"].values()):
        return None
    if not all(isinstance(pair, list) and list(map(type, pair)) == [str, str] for pair in found):
        return None
    return Picture(**{**kept, "faults": tuple((key, message) for key, message in found)})
