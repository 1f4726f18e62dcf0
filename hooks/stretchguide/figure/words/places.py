"""Every place that a hand can touch, by its word: how it is written and told, what lies there, and how a hand lies.

Places of the body go with it, and the floor always is: their rows are here, and the solver knows their spots
(`solver.places`). All others come with a thing, and stand in its row (`things`). Whoever needs to know what a place is
asks its row (`PLACES[contact.place].has_height`), never its name.

>>> [name for name, place in PLACES.items() if place.bears]
['seat', 'wall', 'frame']
>>> FEET_ON["heel on wall"]
('wall', 'heel')
"""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.figure.words.limits import PERCENT
from stretchguide.figure.words.place import Place
from stretchguide.figure.words.things import THINGS

_FACES_ROUND = ("out", "in", "back")

PLACES = {
    "head": Place(faces=("top", "side"), usual_face="the side of ", is_elbow_told=True, palm="flat"),
    "chin": Place(),
    "chest": Place(palm="flat"),
    "belly": Place(palm="flat"),
    "back": Place(said="small of the back"),
    "hip": Place(owner="own"),
    "waist": Place(owner="own"),
    "shoulder": Place(owner="own", is_on_arm=True, is_hugged=True),
    "knee": Place(owner="own", faces=(*_FACES_ROUND, "front"), segment="thigh", percent=88),
    "thigh": Place(owner="own", number=PERCENT, faces=_FACES_ROUND, is_leaned_on=True, segment="thigh", percent=60),
    "shin": Place(owner="own", number=PERCENT, faces=_FACES_ROUND, segment="shank", percent=60),
    "ankle": Place(owner="own", faces=_FACES_ROUND, palm="closed"),
    "foot": Place(owner="own", faces=("out",)),
    "toes": Place(owner="own", faces=("out",)),
    "elbow": Place(owner="hand", is_on_arm=True, palm="closed"),
    "upper-arm": Place(owner="hand", is_on_arm=True, said="upper arm"),
    "forearm": Place(owner="hand", is_on_arm=True, number=PERCENT, palm="closed"),
    "wrist": Place(owner="hand", is_on_arm=True, palm="closed"),
    "hand": Place(owner="hand", is_on_arm=True, faces=("back",), rests_head="hands"),
    "fingers": Place(owner="hand", is_on_arm=True),
    "thumb": Place(owner="hand", is_on_arm=True),
    "floor": Place(
        takes_steps=True,
        turns_fingers=True,
        is_leaned_on=True,
        nearer="fold hips or trunk further, or put a block under the hand",
        palm="flat",
    ),
    **{name: place for thing in THINGS.values() for name, place in thing.gives.items()},
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
STEP = "step"
"""The thing that comes by itself with a foot that is `on step`."""
FOOT_THINGS = (STEP, *dict.fromkeys(name for name, _ in FEET_ON.values()))
"""What a foot can be on beside the body."""

HOWS = ("on", "hold", "behind", "under", "to", "lean")
"""How a hand is at a place, or leans on it with its forearm; a foot lies on the other leg by `REST_HOWS`."""
FACE_SAME = {"outside": "out", "inside": "in", "behind": "back", "under": "back"}
"""Other spellings."""
FLOOR_STEPS = ("ahead", "back", "out", "in")
FINGERS = {"side": "side", "fingers in": "in", "fingers back": "back"}
"""Where the fingers point on something level, by the words for it; ahead where none is written."""
REST_HOWS = ("on", "across", "over")


def called(place: str) -> str:
    """The noun of a place."""
    return PLACES[place].said or place
