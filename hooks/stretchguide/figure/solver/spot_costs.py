"""What it costs a hand to be on a spot: the miss, the slide from the words, the bend of wrist and forearm.

Costs have no unit; a miss costs by its square, a slide along a whole limb about as much as a miss of 1.3 cm.

How the numbers were found, those of the slides in `limb_places`, `trunk_places` and `things` included: by eye. Poses
were drawn, and where a hand lay as nobody would lay it, what let it lie there was made dearer, until all figures
looked right, the golden ones first; most date from the first engine, some from a later pose that needed them (the log
of these files tells). Only the easy angles of the wrist have a reason outside the pictures: they stay inside what
joints can do (`ranges`). So a number says how bad one thing looks against another, and nothing by itself. What breaks
when one moves: hands go to other spots and elbows to other ways, in any pose with a contact. Golden figures then
differ, and the faults of records say where an arm lies in something or bends too far; the dearer bad spots are, the
fewer are tried, so figures may take longer, too. Draw every pose before and after, and look at all that differ.
"""

from __future__ import annotations

from stretchguide.figure.body.limbs import ArmTarget, wrist_place
from stretchguide.figure.body.ranges import elbow_bend, twist_of, wrist_of
from stretchguide.figure.body.skeleton import ARM, BLADE_AT_REST, Blade, Body
from stretchguide.figure.floor.spots import Spot
from stretchguide.figure.shapes.geometry import Vector, dot, length, subtract, unit

# Costs of a spot: 1 cm of miss squared, how far the fingers turn from the way of the arm, a palm met from behind,
# and each cm of a wrist under the floor.
_MISS = 8.0
_TURNED = 3.2
_TURNED_FROM = 0.35
_FROM_BEHIND = 5.0
_FROM_BEHIND_FROM = 0.1
_WRIST_HEIGHT = 1.6
_UNDER_FLOOR = 1.5
# The shoulder moves this far along with the arm, and the hand does not come nearer to it than this, in cm.
_SHOULDER_GIVES = 1.5
_TOO_NEAR = 9.0
# A wrist is comfortable up to these angles (degrees): back, forward, to the thumb, to the little finger. What goes
# beyond costs by the square, in units of so many degrees; a forearm twisted too far likewise.
_EASY_BACK, _EASY_FORWARD, _EASY_THUMB, _EASY_LITTLE = 70.0, 45.0, 15.0, 25.0
_WRIST_UNIT, _ASIDE_UNIT, _TWIST_UNIT = 14.0, 9.0, 15.0
_EASY_TWIST, _SHOULDER_TWISTS = 90.0, 0.7
# An elbow that bends by more than this (degrees) costs likewise.
_EASY_ELBOW, _ELBOW_UNIT = 150.0, 1.0


def target_of(spot: Spot, pole: Vector | None = None, shape: str = "", blade: Blade = BLADE_AT_REST) -> ArmTarget:
    """What an arm aims at to touch a spot."""
    return ArmTarget(spot.point, spot.normal, spot.fingers, spot.reach, pole, blade, shape or spot.shape)


def spot_cost(body: Body, side: str, spot: Spot) -> tuple[float, float]:
    """What a spot costs at least, and what it seems to cost, judged from the resting shoulder."""
    shoulder = body.joints[f"{side} shoulder socket"]
    fingers, wrist = wrist_place(target_of(spot), shoulder, body.frames["t7"][1])
    way = subtract(wrist, shoulder)
    away = length(way)
    miss = max(0.0, away - ARM - _SHOULDER_GIVES, _TOO_NEAR - away)
    aim = unit(way)
    cost = miss * miss * _MISS + spot.cost
    if spot.normal and spot.host not in ("head", "pelvis"):
        cost += max(0.0, dot(aim, spot.normal) - _FROM_BEHIND_FROM) * _FROM_BEHIND
    cost += max(0.0, _WRIST_HEIGHT - wrist[1]) * _UNDER_FLOOR
    return cost, cost + max(0.0, _TURNED_FROM - dot(aim, fingers)) * _TURNED


def strain(body: Body, side: str) -> float:
    """What the bend of elbow and wrist and the twist of the forearm cost."""
    hand, forearm = body.hands[side], body.frames[f"{side} forearm"]
    forward, aside = wrist_of(hand, forearm)
    bend = max(0.0, -forward - _EASY_BACK, forward - _EASY_FORWARD) / _WRIST_UNIT
    turn = max(0.0, aside - _EASY_THUMB, -aside - _EASY_LITTLE) / _ASIDE_UNIT
    elbow = elbow_bend(body, side)
    fold = max(0.0, elbow - _EASY_ELBOW) / _ELBOW_UNIT
    free = max(0.0, 90 - elbow) * _SHOULDER_TWISTS  # a straighter arm turns in the shoulder
    twist = max(0.0, twist_of(side, hand, forearm) - _EASY_TWIST - free) / _TWIST_UNIT
    return bend * bend + turn * turn + twist * twist + fold * fold


def placed_cost(body: Body, side: str, spot: Spot) -> float:
    """What an arm that is set costs, but for what it lies in."""
    miss = body.misses[f"{side} hand"]
    cost = miss * miss * _MISS + strain(body, side)
    wrist = body.joints[f"{side} wrist"]
    cost += max(0.0, _WRIST_HEIGHT - wrist[1]) * _UNDER_FLOOR
    if spot.normal and spot.host not in ("head", "pelvis"):
        aim = unit(subtract(wrist, body.joints[f"{side} elbow"]))
        cost += max(0.0, dot(aim, spot.normal) - _FROM_BEHIND_FROM) * _FROM_BEHIND
    return cost
