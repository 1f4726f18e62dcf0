"""Every thing beside a body, one row each: the words it is said with, what it is good for, and how a sentence tells it.

Whoever needs to know what a thing does asks its row (`THINGS[thing.kind].serves_as`), never its name. A new thing is a
new row here, which has the places that it gives to hands and feet, and a `Presence` in its family's table
(`figure.things`), which says where they are. Then the schema is written anew; tests name what is missing: a golden
figure (`thing-wall` in ``golden/figures.yml``), words for each of the places where it stands.

>>> [word for word, thing in THINGS.items() if "seat" in thing.gives]
['chair', 'stool', 'bed']
>>> THINGS["cushion"].at["left knee"]
'under the left knee'
"""

from __future__ import annotations

from stretchguide.figure.words.limits import HEIGHT, LENGTH, Limits
from stretchguide.figure.words.place import Place
from stretchguide.figure.words.thing import ThingWords
from stretchguide.figure.words.where import (
    ALONG,
    BAND,
    BESIDE,
    IN_HANDS,
    OF_LYING,
    ON_SIDES,
    SAID_BESIDE,
    UNDER,
    UNDER_TRUNK,
)
from stretchguide.format.sides import SIDES

_AHEAD = Limits(-150, 200, "cm", is_optional=True)
_NEAR_EDGE = Limits(0, 150, "cm", is_optional=True)
_WIDTH = LENGTH._replace(is_optional=True)

_CUSHIONED = tuple((side, part) for part in ("knee", "hip", "ribs") for side in SIDES)
_BRING_IT = "bring the {place} nearer, or shift the hips towards it"
_SEAT = Place(
    chair="seat",
    is_leaned_on=True,
    bears={
        "sole": "sole on a chair beside the body",
        "heel": "the leg stretched out to a chair beside the body",
        "shin": "shin on a chair beside the body; with out, across it",
    },
)
_CARRIED = Place(is_carried=True)

_STAND, _SIT, _SUPINE = {"base": "stand"}, {"base": "sit-chair"}, {"base": "supine"}

THINGS = {
    "chair": ThingWords(
        meaning="under who sits on it, else ahead or behind; its edge so far away",
        places=("", *BESIDE),
        number=_NEAR_EDGE,
        serves_as=("chair",),
        seat="a chair",
        gives={"seat": _SEAT, "chair-back": Place(said="back of the chair", palm="flat", chair="back")},
        told_by=("chair-back",),
        hinted_by=("chair-back", "seat"),
        said="a chair{size} {at}",
        at=SAID_BESIDE,
        turned=", its back towards the body",
        sample={**_SIT, "trunk": "turn left 34", "left hand": "on chair-back", "props": ["chair"]},
    ),
    "stool": ThingWords(
        meaning="a chair without a back",
        places=("", *BESIDE),
        number=_NEAR_EDGE,
        serves_as=("chair",),
        seat="a stool",
        gives={"seat": _SEAT},
        said="a stool{size} {at}",
        at=SAID_BESIDE,
        turned=", its back towards the body",
        sample={**_SIT, "view": "left 14", "props": ["stool"]},
    ),
    "bed": ThingWords(
        meaning="under a lying or sitting body, or so far ahead; it can end under the hips, or beside a lying body",
        places=("", *OF_LYING),
        number=_AHEAD,
        is_only_one=True,
        serves_as=("chair", "mat"),
        seat="the edge of a bed",
        is_floor_of_lying=True,
        gives={"seat": _SEAT},
        said="a bed{size} {at}",
        said_alone="a bed",
        at={"": "ahead", **OF_LYING},
        sample={**_SUPINE, "view": "front-left 24", "props": ["bed"]},
    ),
    "mat": ThingWords(
        meaning="comes with the bases on the floor by itself",
        serves_as=("mat",),
        said="on a mat",
        sample={"base": "cross-legged", "props": ["mat"]},
    ),
    "no mat": ThingWords(
        meaning="the bare floor",
        serves_as=("mat",),
        denies="mat",
        said="on the bare floor",
        sample={**_SUPINE, "feet": "flat 44", "knees": "up", "props": ["no mat"]},
    ),
    "pillow": ThingWords(
        meaning="under the head",
        bears_head=True,
        said="head on a pillow",
        sample={"base": "lie right", "props": ["pillow"]},
    ),
    "cushion": ThingWords(
        meaning="under a knee, a hip, the ribs or the seat, on the heels, or on the floor beside the body",
        places=(*(f"{side} {part}" for side, part in _CUSHIONED), "seat", "heels", *SIDES),
        must_say=True,
        is_padding=True,
        said="a cushion {at}",
        at={
            **{f"{side} {part}": f"under the {side} {part}" for side, part in _CUSHIONED},
            "seat": "under the seat",
            "heels": "on the heels",
            **ON_SIDES,
        },
        in_pairs={
            **{f"{side} {part}": f"under each {part}" for side, part in _CUSHIONED},
            **dict.fromkeys(SIDES, "on each side"),
        },
        sample={
            **_SUPINE,
            "view": "front 46",
            "feet": "soles together 40",
            "knees": "out",
            "hands": "on belly",
            "props": ["cushion left knee", "cushion right knee"],
        },
    ),
    "roller": ThingWords(
        meaning="a foam roller under the back; one along the spine bears the whole trunk and the head",
        places=(*UNDER_TRUNK, *ALONG),
        bears_head=True,
        lain_along=tuple(ALONG),
        said="a foam roller {at}",
        at={**UNDER_TRUNK, **ALONG},
        sample={
            **_SUPINE,
            "upper back": "arch 22",
            "lower back": "round 28",
            "feet": "flat 46",
            "knees": "up",
            "hands": "behind head",
            "elbows": "up out",
            "props": ["roller upper"],
        },
    ),
    "block": ThingWords(
        meaning="under a hand, so high",
        places=SIDES,
        must_say=True,
        number=Limits(2, 60, "cm", is_optional=True),
        gives={"block": Place(takes_steps=True, turns_fingers=True, palm="flat")},
        is_one_for_each_hand=True,
        told_by=("block",),
        is_place_told=True,
        said="a block {at}{size}",
        measure=" high",
        at={side: f"under the {side} hand" for side in SIDES},
        sample={
            **_STAND,
            "feet": "wide 86",
            "left foot": "turned out 70",
            "hips": "tilt left 42",
            "trunk": "bend left 26",
            "left arm": "reach down",
            "right arm": "reach up",
            "props": ["block left"],
        },
    ),
    "step": ThingWords(
        meaning="so high; with a rail beside it",
        places=("", "rail", "left rail", "right rail"),
        number=_WIDTH,
        is_only_one=True,
        gives={"rail": Place(nearer=_BRING_IT)},
        said="a step{size}{at}",
        measure=" high",
        at={"": "", **{rail: f" with a {rail}" for rail in ("rail", "left rail", "right rail")}},
        sample={
            **_STAND,
            "view": "left 10",
            "left foot": "on step 16, step forward 18",
            "right foot": "step back 18",
            "props": ["step 16 rail"],
        },
    ),
    "wall": ThingWords(
        meaning="so far ahead of the body's middle, behind it below 0; or at its side",
        places=("", *SIDES),
        number=_AHEAD,
        is_only_one=True,
        gives={
            "wall": Place(
                number=HEIGHT,
                takes_steps=True,
                is_leaned_on=True,
                foot_how="against",
                nearer=_BRING_IT,
                palm="flat",
                bears={
                    "sole": "sole on the wall, so high; as high as the leg reaches",
                    "heel": "the leg stretched up the wall",
                },
            )
        },
        told_by=("wall",),
        said="a wall{size} {at}",
        at={"": "ahead", **ON_SIDES},
        sample={**_STAND, "view": "left 8", "hands": "on wall 128", "props": ["wall 60"]},
    ),
    "doorway": ThingWords(
        meaning="so wide; with a side, its frame there is before that leg",
        places=("", *SIDES),
        number=_WIDTH,
        is_only_one=True,
        gives={
            "frame": Place(
                number=HEIGHT,
                has_sides=True,
                is_leaned_on=True,
                said="door frame",
                nearer=_BRING_IT,
                palm="flat",
                bears={"heel": "heel on the frame of a doorway; as high as the leg reaches"},
            )
        },
        told_by=("frame",),
        is_place_told=True,
        said="in a doorway{size}",
        measure=" wide",
        detail="its frame before the {place} leg",
        sample={**_STAND, "view": "front-left 8", "hands": "on frame 130", "props": ["doorway 96"]},
    ),
    "table": ThingWords(
        meaning="its edge so far ahead",
        number=_AHEAD,
        is_only_one=True,
        gives={"table": Place(turns_fingers=True, nearer=_BRING_IT, palm="flat", rests_head="table")},
        told_by=("table",),
        said="a table{size} {at}",
        at={"": "ahead"},
        sample={**_STAND, "view": "left 8", "hips": "fold 34", "hands": "on table", "props": ["table 46"]},
    ),
    "strap": ThingWords(
        meaning="from the hands to a foot or an ankle, or between the hands; slack, it sags",
        places=tuple(BAND),
        gives={"strap": _CARRIED},
        said="a strap {at}",
        at=BAND,
        sample={
            **_SUPINE,
            "left leg": "raise front 84, knee 6",
            "arms": "raise front 52, elbow 58",
            "hands": "hold strap",
            "props": ["strap left foot"],
        },
    ),
    "towel": ThingWords(
        meaning="from the hands to a foot or an ankle, or between the hands; slack, it sags",
        places=tuple(BAND),
        gives={"towel": _CARRIED},
        said="a towel {at}",
        at=BAND,
        sample={**_STAND, "arms": "raise side 160, elbow 8", "hands": "hold towel", "props": ["towel"]},
    ),
    "stick": ThingWords(
        meaning="in both hands, in one, or across the trunk",
        places=tuple(IN_HANDS),
        gives={"stick": _CARRIED},
        said="a stick {at}",
        at=IN_HANDS,
        sample={**_STAND, "arms": "raise front 90, elbow 4", "hands": "hold stick", "props": ["stick"]},
    ),
    "club": ThingWords(
        meaning="a golf club, held like a stick",
        places=tuple(IN_HANDS),
        gives={"club": _CARRIED},
        said="a golf club {at}",
        at=IN_HANDS,
        sample={**_STAND, "arms": "raise front 40, elbow 10", "hands": "hold club", "props": ["club"]},
    ),
    "ball": ThingWords(
        meaning="so wide",
        places=tuple(UNDER),
        must_say=True,
        number=_WIDTH,
        size=7.0,
        is_stood_on=True,
        gives={"ball": _CARRIED},
        said="a ball {at}{size}",
        measure=" wide",
        at=UNDER,
        sample={**_SIT, "view": "left 8", "left leg": "raise front 94, knee 88", "props": ["ball left foot 7"]},
    ),
    "bar": ThingWords(
        meaning="comes with hang by itself",
        gives={"bar": _CARRIED},
        said="under a bar",
        sample={"base": "hang", "props": ["bar"]},
    ),
}
"""Every thing, by its word, in the order in which a pose lists them."""


def givers(place: str) -> tuple[str, ...]:
    """The things of which one must be there when a hand or foot is on a place; none where it is always there."""
    return tuple(word for word, thing in THINGS.items() if place in thing.gives)
