"""Places a hand or a foot can touch: each is a set of candidate spots, and the solver takes the best one.

A spot may slide along a limb and round it, and turn its fingers, at a cost. What is in reach, how far a wrist has to
bend and where the elbow goes is the solver's business; what the words mean is `language`'s.
"""

from __future__ import annotations

from collections.abc import Callable

from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.floor.on_floor import floor
from stretchguide.figure.floor.spots import Spot, Touch
from stretchguide.figure.shapes.geometry import rotation, to_world
from stretchguide.figure.solver import limb_places, trunk_places
from stretchguide.figure.things.kinds import Room
from stretchguide.figure.words.places import GROUND, PLACES
from stretchguide.figure.words.pose import Contact

# Fingers may be turned round the normal by these angles (degrees), at a cost each, where the spot itself costs little.
_FANS: tuple[tuple[float, float], ...] = (
    (-30.0, 0.25),
    (30.0, 0.25),
    (-65.0, 0.7),
    (65.0, 0.7),
    (-110.0, 1.4),
    (110.0, 1.4),
)
_FANNED = 0.35
# Where a hand closes round a limb, its fingers may lie askew by so much.
_ASKEW: tuple[tuple[float, float], ...] = ((-35.0, 0.3), (35.0, 0.3))
_FINGERS = {"flat": _FANS, "closed": _ASKEW, "": ()}


def _fanned(spots: list[Spot], fans: tuple[tuple[float, float], ...], sign: int) -> list[Spot]:
    """The spots, and those of them that cost little with the fingers turned."""
    out = list(spots)
    for spot in spots:
        if spot.cost <= _FANNED and spot.normal and spot.fingers:
            for angle, cost in fans:
                fingers = to_world(rotation(spot.normal, angle * sign), spot.fingers)
                out.append(spot._replace(fingers=fingers, cost=spot.cost + cost))
    return out


HAND_PLACES: dict[str, Callable[[Touch], list[Spot]]] = {
    "head": trunk_places.head,
    "chin": trunk_places.chin,
    "chest": trunk_places.chest,
    "belly": trunk_places.belly,
    "back": trunk_places.back,
    "hip": trunk_places.hip,
    "waist": trunk_places.hip,
    "shoulder": trunk_places.shoulder,
    "hand": limb_places.hand_at(5),
    "fingers": limb_places.hand_at(11),
    "thumb": limb_places.thumb,
    "wrist": limb_places.wrist,
    "forearm": limb_places.forearm,
    "elbow": limb_places.elbow,
    "upper-arm": limb_places.upper_arm,
    "thigh": limb_places.thigh,
    "knee": limb_places.knee,
    "shin": limb_places.shin,
    "ankle": limb_places.ankle,
    "foot": limb_places.foot_at(7),
    "toes": limb_places.foot_at(12),
    GROUND: floor,
}
"""The places of the body, and the floor: those that need no thing."""


def hand_spots(body: Body, side: str, contact: Contact, room: Room) -> list[Spot]:
    """All spots for the hand of a side. Raises KeyError for a place that does not exist."""
    spots = HAND_PLACES.get(contact.place, room.spots)(Touch(body, side, contact))
    return _fanned(spots, _FINGERS[PLACES[contact.place].palm], SIGN[side])
