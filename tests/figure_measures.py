"""What tests measure of a body or its picture, by the parts that the engine itself measures with."""

from __future__ import annotations

from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.picture.layers import PictureLayers
from stretchguide.figure.picture.marks import in_words, lost
from stretchguide.figure.solver.clearance import Flesh, gap_to
from stretchguide.figure.things.presence import Boxes
from stretchguide.figure.words.pose import Pose


def hidden_highlights(body: Body, pose: Pose) -> list[str]:
    """The muscles a reader would not find on the figure itself, in the words of a message: an inset shows them."""
    return in_words(lost(PictureLayers(body, pose, ()).marks))


def touch_gap(body: Body, name: str, host: str, boxes: Boxes) -> float | None:
    """How far a part is from what it should touch, in cm, below 0 inside; None when that cannot be measured."""
    return gap_to(part_solid(body, name), host, boxes, Flesh(body))
