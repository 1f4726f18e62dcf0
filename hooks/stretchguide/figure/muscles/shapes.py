"""Where each muscle lies: one table for the muscle map and for the patch "feel it here" on a figure.

A shape lies on the skin of a segment. Its points are (place, angle): the place runs along the bone of a limb from 0 to
1, or up the torso by rings (0 crotch, 1 hips, 2 hip bones, 3 waist, 4 lower ribs, 5 chest, 6 shoulders, 7 collarbones,
8 and 9 neck, 10 base of the skull), or along a hand from the wrist to the knuckles and a foot from the heel to the
toes; the angle runs round the segment in degrees, 0 front, 90 outer side, 180 back, -90 inner side (of a foot 0 above,
180 below; of forearm and hand -90 on the side of the palm). Shapes are given for one side; the other is its mirror
image.

The shapes were drawn by eye after anatomical atlases, to be read at a glance at 120 px: they say where a muscle is,
not how its fibres run. Which muscles there are, and their names, is the vocabulary's business; how a shape gets onto a
body is that of `portrait`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

TORSO, UPPER_ARM, FOREARM, THIGH, SHANK = "torso", "upper arm", "forearm", "thigh", "shank"
HAND, FOOT = "hand", "foot"

Tissue = Literal["muscle", "tissue", "deep", "structure"]
"""What a shape is: muscle or tissue under the skin, a muscle that lies under others, or a deep structure."""


class OutlinePoint(NamedTuple):
    """A point of an outline on a segment's skin."""

    place: float
    angle: float
    is_corner: bool


class SkinShape(NamedTuple):
    """An outline on one segment; between corners it is a smooth curve."""

    segment: str
    outline: tuple[OutlinePoint, ...]
    is_spindle: bool = False
    """Given by rows along the bone, as most long muscles are."""

    @property
    def is_central(self) -> bool:
        """Whether it reaches over the middle of the torso: then it is drawn once, not on both sides."""
        if self.segment != TORSO:
            return False
        angles = [spot.angle for spot in self.outline]
        return min(angles) < 0 < max(angles) or min(angles) < 180 < max(angles)


class MuscleShapes(NamedTuple):
    """All shapes of one vocabulary id on one side of the body."""

    layer: Tissue
    shapes: tuple[SkinShape, ...]


def outline(segment: str, text: str) -> SkinShape:
    """A shape from `place,angle place,angle! ...`, where `!` marks a sharp corner."""
    points = [point.rstrip("!").split(",") for point in text.split()]
    corners = [point.endswith("!") for point in text.split()]
    spots = (OutlinePoint(float(p), float(a), corner) for (p, a), corner in zip(points, corners, strict=True))
    return SkinShape(segment, tuple(spots))


def rows(segment: str, text: str) -> SkinShape:
    """A spindle from rows `place,angle` (a sharp tip) or `place,from,to` (its breadth there), along the bone."""
    table = [[float(value) for value in row.split(",")] for row in text.split()]
    tips = [len(row) == 2 for row in table]
    there = [OutlinePoint(row[0], row[-1], tip or not i) for i, (row, tip) in enumerate(zip(table, tips, strict=True))]
    back = [OutlinePoint(row[0], row[1], False) for row, tip in zip(table, tips, strict=True) if not tip]
    return SkinShape(segment, (*there, *back[::-1]), is_spindle=True)


def muscle(*shapes: SkinShape) -> MuscleShapes:
    """A muscle under the skin."""
    return MuscleShapes("muscle", shapes)


def deep(*shapes: SkinShape) -> MuscleShapes:
    """A muscle that lies under others: drawn as a dashed line on the map."""
    return MuscleShapes("deep", shapes)


def tissue(*shapes: SkinShape) -> MuscleShapes:
    """A tendon or a sheet of tissue under the skin: not a muscle, and never called one."""
    return MuscleShapes("tissue", shapes)


def structure(*shapes: SkinShape) -> MuscleShapes:
    """A joint or another deep structure: not a muscle, and never called one."""
    return MuscleShapes("structure", shapes)


# On hand and foot, whose segments are long and narrow: where several muscles lie in one place, they share its shape.

# the hand from the wrist to the knuckles, 0 at the thumb, -90 in the palm
_THUMB = outline(HAND, "0.04,-88! 0,-40 0.3,-8 0.75,-10 1,-28 0.86,-56 0.5,-82")
# the foot from the heel to the toes, 0 above, 90 outside, 180 below
_SOLE = outline(FOOT, "0.06,180 0.08,140 0.3,128 0.6,120 0.8,124 0.84,180 0.8,238 0.62,240 0.35,228 0.08,214")
_DORSUM = outline(FOOT, "0.36,-30 0.34,0 0.36,36 0.6,62 0.84,64! 0.9,0 0.88,-54! 0.62,-44")
_ARCH = outline(FOOT, "0.2,-112! 0.34,-72 0.5,-66 0.68,-82 0.76,-118! 0.5,-128")
_HEEL = outline(FOOT, "0,180 0.06,130 0.2,136 0.24,180 0.2,224 0.06,230")

MUSCLES: dict[str, MuscleShapes] = {
    # neck: front, side and back, from the collarbones (7) to the base of the skull (10)
    "sternocleidomastoid": muscle(rows(TORSO, "7.4,5 8.1,8,38 8.8,28,64 9.4,54,90 10.2,100")),
    "scalenes": deep(rows(TORSO, "7.35,66 7.9,46,88 8.7,58,96 9.5,84")),
    "deep-neck-flexors": deep(rows(TORSO, "7.5,6 8.3,2,20 9.1,2,19 9.8,6")),
    "suboccipitals": deep(outline(TORSO, "9.45,178! 9.75,138! 10.15,150 10.1,178!")),
    "splenius": deep(outline(TORSO, "7.6,178! 8.5,150 9.8,118! 9.7,150 8.9,170")),
    "deep-neck-extensors": deep(rows(TORSO, "7.4,178 8.2,150,178 9.2,150,178 9.8,166")),
    "upper-trapezius": muscle(
        outline(TORSO, "9.9,179! 9.4,140 8.6,118 7.9,96 7.25,84! 6.9,100 7,140 7.32,179!"),
        outline(TORSO, "8.9,84! 8.3,42 7.7,36 7.15,58 7.05,84! 7.6,88"),
    ),
    "levator-scapulae": deep(rows(TORSO, "6.7,140 7.4,122,150 8.2,110,138 9.5,108")),
    # shoulders: the cap on the upper arm, the rotator cuff on the shoulder blade
    "deltoid-front": muscle(
        outline(
            UPPER_ARM, "0.54,70! 0.34,88 0.1,91 -0.1,91 -0.2,88 -0.21,0 -0.18,-80 -0.04,-98 0.14,-92 0.26,-60 0.4,16"
        ),
    ),
    "deltoid-back": muscle(
        outline(
            UPPER_ARM,
            "0.54,110! 0.34,92 0.1,91 -0.1,91 -0.2,92 -0.21,180 -0.18,260 -0.04,276 0.14,266 0.26,236 0.4,164",
        ),
    ),
    "supraspinatus": deep(outline(TORSO, "6.42,150! 6.85,136 7.05,100! 6.62,94! 6.5,118")),
    "infraspinatus": muscle(outline(TORSO, "6.42,150! 6.62,120 6.5,97! 6.05,103 5.6,126 5.3,149! 5.9,154")),
    "teres-minor": muscle(outline(TORSO, "5.4,142! 5.85,120 6.35,100! 5.9,98 5.4,112 5.1,136")),
    "subscapularis": deep(outline(TORSO, "6.35,86! 6.2,60 5.2,56! 5.6,74")),
    "teres-major": muscle(outline(TORSO, "5.2,148! 5.35,122 5.8,96! 5.15,95 4.75,116 4.7,144")),
    "posterior-shoulder-capsule": structure(
        outline(UPPER_ARM, "-0.06,150 -0.06,200 0.02,222 0.1,200 0.1,150 0.02,132"),
    ),
    # chest and ribs
    "pectoralis-major": muscle(
        outline(TORSO, "6.95,10! 6.95,46 6.75,90 6.15,112! 5.6,90 4.95,72 4.55,26 4.75,2.5! 5.8,2")
    ),
    "pectoralis-minor": deep(outline(TORSO, "6.55,66! 6,48 5.15,40! 5,52! 5.7,70")),
    "serratus-anterior": muscle(
        outline(TORSO, "5.1,70! 4.95,52! 4.75,64! 4.55,46! 4.35,62! 4.15,48! 4,66! 4.3,92 4.9,96"),
    ),
    "intercostals": deep(
        outline(TORSO, "4.85,36! 4.8,84 4.45,94! 4.4,70 4.35,34!"),
        outline(TORSO, "4.75,104! 4.7,132 4.35,146! 4.3,112"),
        outline(TORSO, "4.2,34! 4.15,80 3.85,94! 3.8,70 3.75,40!"),
    ),
    "diaphragm": deep(outline(TORSO, "3.75,84! 4.25,60 4.5,24 4.35,0! 4.2,20 3.9,50")),
    # upper and lower back: the spine is at 180
    "middle-trapezius": muscle(outline(TORSO, "7.26,179! 6.98,148 6.84,96! 6.5,120 6.1,156 5.95,179!")),
    "lower-trapezius": muscle(outline(TORSO, "5.85,179! 6.1,154 6.35,130! 5.5,152 4.6,170 3.9,179!")),
    "rhomboids": deep(outline(TORSO, "6.75,176! 6.4,146! 5.3,150! 5.8,176!")),
    "latissimus-dorsi": muscle(
        outline(TORSO, "2,177! 2.5,148 3.4,100 4.7,80 5.65,84! 4.95,110 4.72,150 4.5,168! 3.6,176"),
    ),
    "thoracic-erectors": muscle(rows(TORSO, "3.55,170 4.2,158,175 5.2,161,176 6.5,175")),
    "thoracic-rotators": deep(rows(TORSO, "3.8,174 4.6,164,174 5.9,164,174 6.9,172")),
    "thoracic-spine": structure(outline(TORSO, "3.95,180! 4.3,168 5.5,171 7,167 7.5,180! 7,193 5.5,189 4.3,192")),
    "lumbar-erectors": muscle(rows(TORSO, "1.45,177 2.1,154,175.5 2.9,152,175.5 3.7,172")),
    "lumbar-multifidus": deep(rows(TORSO, "1.25,177 1.7,158,172 2.3,163,171 3.2,172")),
    "quadratus-lumborum": deep(outline(TORSO, "2.05,134! 2.6,148 3.5,146! 3.45,160! 2.6,162 2.05,156!")),
    "lumbar-spine": structure(outline(TORSO, "1.9,180! 2.2,166 3.2,167 3.9,180! 3.2,193 2.2,194")),
    "thoracolumbar-fascia": tissue(outline(TORSO, "1.3,179! 1.75,158 2.1,142! 2.9,158 3.9,179!")),
    # belly and waist: the middle of the belly is at 0
    "rectus-abdominis": muscle(
        outline(TORSO, "4.05,2! 4,22 4.1,33! 4.5,31 4.75,14! 4.7,2!"),
        outline(TORSO, "3.35,2! 3.3,22 3.3,32! 3.98,32! 3.92,18 3.95,2!"),
        outline(TORSO, "2.7,2! 2.65,22 2.65,30! 3.22,31! 3.2,16 3.26,2!"),
        outline(TORSO, "0.95,2! 1.6,16 2.57,29! 2.58,14 2.62,2!"),
    ),
    "external-oblique": muscle(
        outline(TORSO, "1.4,36! 2.1,32 3,34 3.8,37 4.3,56! 4,66! 3.85,92! 3.2,112 2.1,108 1.8,72"),
    ),
    "internal-oblique": deep(outline(TORSO, "1.55,44! 2.3,36 3.1,60 3.5,84! 2.8,104 2.1,100 1.9,70")),
    # arms: the palm side of the forearm is at -90, its back at 90
    "biceps-brachii": muscle(rows(UPPER_ARM, "0.14,-10 0.36,-62,40 0.62,-84,58 0.84,-66,40 1,-12")),
    "triceps-brachii": muscle(outline(UPPER_ARM, "0.08,176! 0.3,126 0.6,102 0.82,130 1,180! 0.84,232 0.6,262 0.3,236")),
    "wrist-flexors": muscle(rows(FOREARM, "-0.02,-84 0.15,-152,-34 0.42,-148,-30 0.7,-126,-40 0.97,-70")),
    "finger-flexors": deep(rows(FOREARM, "0.08,-64 0.28,-96,-44 0.6,-92,-48 0.96,-76")),
    "forearm-rotators": deep(rows(FOREARM, "-0.02,-88 0.1,-70,-20 0.24,-40,8 0.44,14")),
    "wrist-extensors": muscle(
        rows(FOREARM, "-0.1,30 0.14,-24,72 0.4,-12,82 0.66,24,90 0.95,80"),
        rows(FOREARM, "0.04,176 0.24,168,208 0.5,162,204 0.74,150,182 0.95,150"),
    ),
    "finger-extensors": muscle(rows(FOREARM, "0,96 0.22,80,160 0.5,88,156 0.75,96,142 0.98,108")),
    "thumb-base-muscles": muscle(_THUMB),
    # hips: buttock, side and front; the crease of the groin is at 0.7
    "iliopsoas": deep(
        rows(TORSO, "3.3,9 2.4,12,30 1.6,26,52 1,26,48 0.72,30,42"),
        rows(THIGH, "-0.06,-12,20 0.06,-20,10 0.16,-22"),
    ),
    "gluteus-maximus": muscle(outline(TORSO, "1.85,174! 1.75,136 1.15,98 0.45,88! 0,104 -0.3,140 -0.1,172 0.7,178")),
    "gluteus-medius": muscle(outline(TORSO, "2,156! 2.2,116 1.95,78 1.2,66 0.6,86! 1.15,104 1.6,130")),
    "gluteus-minimus": deep(outline(TORSO, "1.8,96 1.5,60 0.85,68! 1.05,96")),
    "piriformis": deep(outline(TORSO, "1.3,172! 1.2,142 0.85,102! 0.95,140 1.05,172!")),
    "deep-hip-rotators": deep(outline(TORSO, "0.75,164! 0.85,130 0.75,102! 0.5,112 0.4,150!")),
    "tensor-fasciae-latae": muscle(
        outline(TORSO, "1.8,62! 1.2,58 0.7,66! 0.7,92! 1.3,88"),
        outline(THIGH, "-0.06,58! 0.1,66 0.24,84! 0.1,98 -0.06,94!"),
    ),
    "iliotibial-band": tissue(rows(THIGH, "0.05,92 0.3,78,104 0.7,76,102 1.02,68")),
    "hip-joint-capsule": structure(outline(THIGH, "-0.1,-14 -0.1,22 -0.02,42 0.06,22 0.06,-14 -0.02,-34")),
    "pelvic-floor": deep(outline(TORSO, "0.55,0! 0.5,22 0.1,24! -0.1,10 -0.15,0!")),
    # thighs: the inner side is at -90, the middle of the back at 180
    "pectineus": deep(outline(THIGH, "-0.06,-50! -0.02,-22! 0.1,-30 0.2,-60!")),
    "adductors": muscle(outline(THIGH, "-0.03,-84! 0,-36! 0.2,-38 0.45,-44 0.76,-86! 0.45,-86 0.2,-86")),
    "gracilis": muscle(rows(THIGH, "0.02,-84 0.3,-98,-66 0.7,-102,-74 1.04,-74")),
    "rectus-femoris": muscle(rows(THIGH, "-0.06,24 0.15,-8,42 0.42,-26,32 0.72,-16,24 0.97,4")),
    "vasti": muscle(
        rows(THIGH, "0.04,58 0.26,36,96 0.55,30,96 0.8,24,84 0.98,22"),
        rows(THIGH, "0.3,-34 0.55,-84,-22 0.78,-96,-12 0.93,-66,-8 1.02,-24"),
    ),
    "biceps-femoris": muscle(rows(THIGH, "0.04,172 0.26,124,180 0.55,100,178 0.84,98,152 1.06,108")),
    "semitendinosus": muscle(rows(THIGH, "0.04,182 0.26,181,222 0.58,182,226 0.84,204,240 1.06,240")),
    "semimembranosus": deep(rows(THIGH, "0.2,214 0.45,206,238 0.75,206,244 0.99,226")),
    # lower legs and feet
    "gastrocnemius": muscle(
        rows(SHANK, "-0.05,142 0.12,114,184 0.34,106,186 0.46,122,184 0.55,160"),
        rows(SHANK, "-0.05,218 0.12,176,248 0.36,174,256 0.5,176,240 0.6,198"),
    ),
    "soleus": deep(
        outline(SHANK, "0.36,100! 0.56,100 0.74,132 0.92,172! 0.92,188! 0.76,232 0.58,258 0.42,262! 0.62,206 0.58,154"),
    ),
    "achilles-tendon": tissue(rows(SHANK, "0.58,180 0.68,162,198 0.86,160,200 1.04,152,208 1.1,180")),
    "tibialis-anterior": muscle(rows(SHANK, "0.02,26 0.2,-8,54 0.5,-16,46 0.78,-22,22 1.02,-24")),
    "tibialis-posterior": deep(rows(SHANK, "0.1,188 0.3,170,204 0.6,178,212 0.97,240")),
    "fibularis": muscle(rows(SHANK, "0.05,76 0.25,61,94 0.55,55,98 0.78,70,102 0.98,104")),
    "toe-flexors": deep(rows(SHANK, "0.3,216 0.5,204,236 0.76,206,238 1,230"), _SOLE),
    "toe-extensors": muscle(rows(SHANK, "0.14,60 0.4,44,74 0.72,24,52 1,2"), _DORSUM),
    "foot-intrinsics": deep(_SOLE, _ARCH),
    "ankle-joint": structure(outline(SHANK, "0.92,-30 0.92,30 0.98,72 1.05,40 1.05,-40 0.98,-72")),
    "plantar-fascia": structure(_SOLE, _HEEL),
}


GROUPS: dict[str, tuple[str, ...]] = {
    "rotator-cuff": ("supraspinatus", "infraspinatus", "teres-minor", "subscapularis"),
    "quadriceps": ("rectus-femoris", "vasti"),
    "hamstrings": ("biceps-femoris", "semitendinosus", "semimembranosus"),
}
"""Ids that have no shape of their own and light their members."""
