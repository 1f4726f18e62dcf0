"""The regions of the body map: shapes on the skin in the same coordinates as the muscles, and what a finger can hit.

Which regions make an area is the vocabulary's business. Together the regions cover the body but for the head; they
were drawn by eye, so that neighbours meet with an even gap.
"""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.muscles.shapes import FOREARM, SHANK, THIGH, TORSO, UPPER_ARM, SkinShape, outline


class Region(NamedTuple):
    """A piece of the body's surface."""

    shapes: tuple[SkinShape, ...] = ()
    """On one side, or over the middle; the other side is the mirror image."""
    parts: tuple[str, ...] = ()
    """Pieces of the body that belong to it as a whole, on both sides."""
    is_under_foot: bool = False
    """Whether it is what is drawn beside the back view: both soles, seen from below."""


def region(*shapes: SkinShape) -> Region:
    """A region of shapes on the skin."""
    return Region(shapes)


REGIONS: dict[str, Region] = {
    # neck
    "neck-front": region(outline(TORSO, "7.7,0 7.85,-40 8.2,-58! 9.9,-62! 9.9,62! 8.2,58! 7.85,40")),
    "neck-side": region(outline(TORSO, "7.7,60! 9.9,64! 9.9,112! 7.7,112!")),
    "neck-back": region(outline(TORSO, "7.3,180 7.6,112! 9.9,112! 10.3,150 10.3,180 10.3,210 9.9,248! 7.6,248!")),
    # shoulders: the slope from the neck, the blade, the cap on the arm
    "shoulder-top": region(outline(TORSO, "7.7,48! 7.72,112! 7.45,142! 6.95,150! 6.85,92! 7.05,40!")),
    "shoulder-front": region(
        outline(UPPER_ARM, "0.52,74! 0.36,86 0.05,90 -0.2,84 -0.24,40 -0.2,-30 0,-80 0.16,-60 0.36,12"),
        outline(TORSO, "6.8,64! 6.85,94! 5.6,96! 5.15,78! 5.6,62"),
    ),
    "shoulder-back": region(
        outline(UPPER_ARM, "0.52,106! 0.36,94 0.05,91 -0.2,96 -0.24,140 -0.2,210 0,256 0.16,238 0.36,168"),
        outline(TORSO, "6.85,96! 6.85,150! 6.2,152 4.85,146! 4.85,106! 5.4,95"),
    ),
    # chest and belly: over the middle
    "chest-front": region(
        outline(TORSO, "7,0 7,-44 6.8,-62! 5.6,-62 5.05,-72! 4.75,-40 4.85,0 4.75,40 5.05,72! 5.6,62 6.8,62! 7,44")
    ),
    "ribs-side": region(outline(TORSO, "5,75! 5.6,98! 4.6,118! 3.75,112! 3.75,60! 4.5,50")),
    "belly": region(outline(TORSO, "4.75,0 4.65,-38! 3,-40 1.75,-34! 0.9,-14 0.75,0 0.9,14 1.75,34! 3,40 4.65,38!")),
    "waist-side": region(outline(TORSO, "3.65,44! 3.65,112! 2.15,118! 2,80 1.8,40!")),
    # back: over the middle
    "upper-back": region(
        outline(
            TORSO,
            "7.4,180 7.35,146 6.95,154! 6.2,156 4.85,148! 4.8,104! 4.4,122 4.1,130! 3.9,180 4.1,230! 4.4,238 4.8,256!"
            " 4.85,212! 6.2,204 6.95,206! 7.35,214",
        )
    ),
    "lower-back": region(outline(TORSO, "3.8,180 3.9,128! 2.15,122! 1.75,150 1.3,180 1.75,210 2.15,238! 3.9,232!")),
    # arms
    "upper-arm-front": region(
        outline(UPPER_ARM, "0.4,20 0.55,84! 0.8,88 0.98,86! 0.98,-86! 0.7,-88 0.14,-86! 0.2,-60")
    ),
    "upper-arm-back": region(
        outline(UPPER_ARM, "0.42,168 0.56,96! 0.8,92 0.98,94! 0.98,266! 0.7,268 0.14,266! 0.22,236")
    ),
    "forearm-front": region(outline(FOREARM, "0.02,-6! 0.5,-2 0.97,-4! 0.97,-176! 0.5,-178 0.02,-174!")),
    "forearm-back": region(outline(FOREARM, "0.02,6! 0.5,2 0.97,4! 0.97,176! 0.5,178 0.02,174!")),
    "hand": Region(parts=("hand",)),
    # hips and groin
    "hip-front": region(
        outline(TORSO, "1.7,38! 1.95,74! 0.7,68! 0.62,34 0.95,20!"),
        outline(THIGH, "-0.08,-20 -0.08,60! 0.1,58 0.1,-10 0.04,-24!"),
    ),
    "hip-side": region(
        outline(TORSO, "2,78! 2.1,104! 0.6,100! 0.3,84! 0.7,72!"),
        outline(THIGH, "0,80! 0.5,82 1,80! 1,100! 0.5,98 0,100!"),
    ),
    "buttock": region(
        outline(TORSO, "2.05,122 2.05,106! 0.6,102! 0,100! -0.3,140 -0.15,172 0.7,178! 1.25,176! 1.7,148")
    ),
    "inner-thigh": region(
        outline(TORSO, "0.6,0! 0.55,22 0,26! -0.15,0!"),
        outline(THIGH, "-0.04,-28! 0.1,-34 0.3,-46 0.6,-70 0.96,-84! 0.96,-100! 0.4,-104 -0.02,-100!"),
    ),
    # legs
    "thigh-front": region(outline(THIGH, "0.1,64! 0.4,78 0.98,78! 1,0 0.98,-80! 0.6,-66 0.3,-42 0.1,-30!")),
    "thigh-back": region(outline(THIGH, "0.02,112! 0.4,104 0.98,102! 0.98,258! 0.4,254 0.02,240!")),
    "shin": region(outline(SHANK, "0.06,84! 0.4,90 0.88,84! 0.88,-84! 0.4,-90 0.06,-84!")),
    "calf": region(outline(SHANK, "0.02,98! 0.4,92 0.88,98! 0.88,262! 0.4,268 0.02,262!")),
    # feet
    "ankle": region(
        outline(SHANK, "0.92,-86! 0.92,86! 1.02,86! 1.02,-86!"), outline(SHANK, "0.92,94! 0.92,266! 1.02,266! 1.02,94!")
    ),
    "toes": Region(parts=("foot",)),
    "sole": Region(is_under_foot=True),
}
"""By region of the vocabulary."""


class Cell(NamedTuple):
    """A rectangle that belongs to an area: what a finger may hit beside the shapes. Height from the floor, in cm."""

    left: float
    low: float
    right: float
    high: float


# Every area has a cell of 23 by 23 cm at least: 44 px where a view is 172 px wide, as two are beside each other on a
# screen of 390 px. Cells do not overlap; those left and right of the middle come in pairs, given for the figure's
# left as it stands in the front view.
CELLS: dict[str, dict[str, tuple[Cell, ...]]] = {
    "front": {
        "neck": (Cell(-12, 141.2, 12, 165),),
        "shoulders": (Cell(12, 128, 36, 152),),
        "chest": (Cell(-12, 118, 12, 141.2),),
        "core-side": (Cell(-14, 94.8, 14, 118),),
        "arms-wrists-hands": (Cell(21.6, 62.4, 45, 128),),
        "hips-glutes": (Cell(-21.6, 71.6, 21.6, 94.8),),
        "groin": (Cell(-12, 48.4, 12, 71.6),),
        "thighs-front": (Cell(12, 38.8, 35.4, 62.4),),
        "calves-shins": (Cell(-28, 15, 28, 38.8),),
        "ankles-feet": (Cell(-28, -9, 28, 15),),
    },
    "back": {
        "neck": (Cell(-12, 144, 12, 168),),
        "shoulders": (Cell(12, 128, 36, 152),),
        "upper-back": (Cell(-12, 119.6, 12, 144),),
        "lower-back": (Cell(-14, 96, 14, 119.6),),
        "arms-wrists-hands": (Cell(21.6, 62.4, 45, 128),),
        "hips-glutes": (Cell(-21.6, 72.6, 21.6, 96),),
        "thighs-back": (Cell(-21.6, 46, 21.6, 72.6),),
        "calves-shins": (Cell(-28, 16, 28, 46),),
        "ankles-feet": (Cell(-28, -9, 28, 16),),
    },
}
"""By view and area."""
