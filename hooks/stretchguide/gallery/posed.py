"""What the pictures of the steps of a version are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from stretchguide.figure.words import language
from stretchguide.figure.words.pose import Arrow, LitMuscle, Pose, View
from stretchguide.figure.words.seen import UNSEEN, Seen
from stretchguide.format.sides import OTHER


class Posed(NamedTuple):
    """A step as the engine is told of it."""

    pose: Mapping[str, Any] | None
    """The words of its whole pose; None where it has no picture."""
    felt: tuple[LitMuscle, ...]
    moves: bool = False
    """Whether the picture shows how the body came here from the step before."""
    goes_back: bool = False
    """Whether that way leads back to where the stretch began or is left."""
    seen: Seen = UNSEEN
    """How its body was seen to be when it was drawn."""
    arrows: tuple[Arrow, ...] | None = None
    """What the arrows say that are drawn; None where it is not drawn yet."""


Strip = tuple[Posed, ...]
"""The steps of a version in order: their pictures have one camera and one frame."""


def mirrored(shown: Posed) -> Posed:
    """The same for the other side."""
    felt = tuple(each._replace(side=OTHER[each.side] if each.side else None) for each in shown.felt)
    arrows = shown.arrows and tuple(map(_mirrored, shown.arrows))
    pose = shown.pose and language.mirrored(shown.pose)
    return shown._replace(pose=pose, felt=felt, seen=shown.seen.mirrored, arrows=arrows)


def _mirrored(arrow: Arrow) -> Arrow:
    part, towards = (" ".join(OTHER.get(word, word) for word in name.split()) for name in (arrow.part, arrow.towards))
    return arrow._replace(part=part, towards=towards, ways=tuple(OTHER.get(way, way) for way in arrow.ways))


def repeats(strip: Strip) -> list[int]:
    """For each step, the number of the earlier one whose posture it repeats; 0 = it is new, or moves on to there.

    A hold shares the card of its move, so cards and steps count alike only up to the first of them.
    """
    postures = [_posture(each) for each in strip]
    found: list[int] = []
    last = len(strip)
    for number, (each, posture) in enumerate(zip(strip, postures, strict=True)):
        first = postures.index(posture)
        is_new = posture is None or (each.moves and not each.goes_back) or first == number or first >= last
        found.append(0 if is_new else first + 1)
        if number and posture == postures[number - 1] and strip[number - 1].moves:
            last = min(last, number)
    return found


def _posture(shown: Posed) -> Pose | None:
    """The body in its things alone, without signs and without from where it is seen."""
    if shown.pose is None:
        return None
    pose = language.parse(shown.pose)
    return pose._replace(view=View("", 0), arrows=None, feel=None, also=None, breath=None, title="")
