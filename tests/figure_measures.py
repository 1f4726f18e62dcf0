"""What tests measure of a body, by the parts that the engine itself measures with."""

from __future__ import annotations

from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.solver.clearance import Flesh, gap_to
from stretchguide.figure.things.presence import Boxes


def touch_gap(body: Body, name: str, host: str, boxes: Boxes) -> float | None:
    """How far a part is from what it should touch, in cm, below 0 inside; None when that cannot be measured."""
    return gap_to(part_solid(body, name), host, boxes, Flesh(body))
