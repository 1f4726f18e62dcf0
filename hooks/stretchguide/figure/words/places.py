"""Every place that a hand can touch, one row each: how it is written and told, what lies there, and how a hand lies.

Whoever needs to know what a place is asks its row (`PLACES[contact.place].has_height`), never its name. Places of the
body go with the body, those of the room are there with a thing that gives them (`things`); only the floor always is.
A new place is a new row here, its spots in the solver (`solver.places`; with `bears`, where a foot goes in
`solver.supports`), and, in the room, the thing that gives it; tests name what is missing.

>>> [name for name, place in PLACES.items() if place.bears]
['wall', 'frame', 'seat']
>>> FEET_ON["heel on wall"]
('wall', 'heel')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from stretchguide.figure.words.limits import HEIGHT, PERCENT, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something that a hand can touch, and some of it a foot or a shin."""

    owner: Literal["", "own", "hand"] = ""
    """`own`: the hand's own side where none is written; `hand`: always the other arm's; empty: there is one."""
    number: Limits | None = None
    """What may be written after it: how far down a limb, or how high."""
    faces: tuple[str, ...] = ()
    """Which side of it may be written."""
    takes_steps: bool = False
    """Whether the hand is moved on it by steps from under the shoulder."""
    is_carried: bool = False
    """The hand holds it and takes it along."""

    said: str = ""
    """What the sentence calls it, where that is not its own word."""
    usual_face: str = ""
    """What the sentence says of a hand that is simply on it."""
    is_elbow_told: bool = False
    """Whether a reader is always told where the elbow goes."""
    foot_how: str = "on"
    """How the sentence has a foot there."""
    nearer: str = "turn, bend or fold the trunk further towards it"
    """What to do when a hand does not reach it; `{place}` is its word."""

    is_on_arm: bool = False
    """Whether it is on an arm, which has to be set before the hand that touches it."""
    palm: Literal["", "flat", "closed"] = ""
    """How a hand lies there, when its fingers may point elsewhere than the spot has them: flat, with any way of the
    fingers, or closed round a limb, where they may lie a little askew."""
    chair: Literal["", "seat", "back"] = ""
    """Which part of a chair it is: such a chair stands within reach, its back turned to who holds that."""

    bears: Mapping[str, str] = field(default_factory=dict)
    """What of a leg it can bear, `sole`, `heel` or `shin`, with the meaning of these words. A foot that is simply `on`
    it is there with the first."""
    segment: Literal["", "thigh", "shank"] = ""
    """The segment of the other leg that a foot lies on there, where one can lie."""
    percent: float = 0.0
    """How far along that segment it lies when no number is written."""

    @property
    def has_height(self) -> bool:
        """Whether its number is a height over the floor, in cm."""
        return self.number == HEIGHT


_FACES_ROUND = ("out", "in", "back")
_BRING_IT = "bring the {place} nearer, or shift the hips towards it"

PLACES = {
    "head": Place(faces=("top", "side"), usual_face="the side of ", is_elbow_told=True, palm="flat"),
    "chin": Place(),
    "chest": Place(palm="flat"),
    "belly": Place(palm="flat"),
    "back": Place(said="small of the back"),
    "hip": Place(owner="own"),
    "waist": Place(owner="own"),
    "shoulder": Place(owner="own", is_on_arm=True),
    "knee": Place(owner="own", faces=(*_FACES_ROUND, "front"), segment="thigh", percent=88),
    "thigh": Place(owner="own", number=PERCENT, faces=_FACES_ROUND, segment="thigh", percent=60),
    "shin": Place(owner="own", number=PERCENT, faces=_FACES_ROUND, segment="shank", percent=60),
    "ankle": Place(owner="own", faces=_FACES_ROUND, palm="closed"),
    "foot": Place(owner="own"),
    "toes": Place(owner="own"),
    "elbow": Place(owner="hand", is_on_arm=True, palm="closed"),
    "upper-arm": Place(owner="hand", is_on_arm=True, said="upper arm"),
    "forearm": Place(owner="hand", is_on_arm=True, number=PERCENT, palm="closed"),
    "wrist": Place(owner="hand", is_on_arm=True, palm="closed"),
    "hand": Place(owner="hand", is_on_arm=True, faces=("back",)),
    "fingers": Place(owner="hand", is_on_arm=True),
    "floor": Place(
        faces=("side", "fingers back"),
        takes_steps=True,
        nearer="fold hips or trunk further, or put a block under the hand",
        palm="flat",
    ),
    "wall": Place(
        number=HEIGHT,
        foot_how="against",
        nearer=_BRING_IT,
        palm="flat",
        bears={
            "sole": "sole on the wall, so high; as high as the leg reaches",
            "heel": "the leg stretched up the wall",
        },
    ),
    "frame": Place(
        number=HEIGHT,
        said="door frame",
        nearer=_BRING_IT,
        palm="flat",
        bears={"heel": "heel on the frame of a doorway; as high as the leg reaches"},
    ),
    "table": Place(nearer=_BRING_IT, palm="flat"),
    "seat": Place(
        chair="seat",
        bears={
            "sole": "sole on a chair beside the body",
            "heel": "the leg stretched out to a chair beside the body",
            "shin": "shin on a chair beside the body",
        },
    ),
    "block": Place(takes_steps=True, palm="flat"),
    "chair-back": Place(said="back of the chair", palm="flat", chair="back"),
    "strap": Place(is_carried=True),
    "towel": Place(is_carried=True),
    "stick": Place(is_carried=True),
    "club": Place(is_carried=True),
    "ball": Place(is_carried=True),
    "bar": Place(is_carried=True),
    "rail": Place(is_carried=True),
}
"""Every place, by its word."""

GROUND = "floor"
"""The place that is always there, and what a part that is too low lies in."""


def _feet_on() -> Iterator[tuple[str, tuple[str, str]]]:
    """Places with a height come last, as the reference has them."""
    for name, place in sorted(PLACES.items(), key=lambda each: each[1].has_height):
        touches = [each for each in place.bears if each != "shin"]
        for each in touches:
            yield (f"on {name}" if each == touches[0] else f"{each} on {name}"), (name, each)


FEET_ON = dict(_feet_on())
"""The words of a foot on a thing beside the body: the place, and what of the foot touches it."""
KNEES_ON = {f"on {name}": (name, "shin") for name, place in PLACES.items() if "shin" in place.bears}
"""The same of a knee, whose shin lies there."""
REST_PLACES = {name: place for name, place in PLACES.items() if place.segment}
"""Places on the other leg that a foot can lie on."""
FOOT_THINGS = ("step", *dict.fromkeys(name for name, _ in FEET_ON.values()))
"""What a foot can be on beside the body."""

HOWS = ("on", "hold", "behind", "under", "to")
"""How a hand is at a place; a foot lies on the other leg by `REST_HOWS`."""
FACE_SAME = {"outside": "out", "inside": "in", "behind": "back", "under": "back"}
"""Other spellings."""
FLOOR_STEPS = ("ahead", "back", "out", "in")
REST_HOWS = ("on", "across", "over")


def called(place: str) -> str:
    """The noun of a place."""
    return PLACES[place].said or place
