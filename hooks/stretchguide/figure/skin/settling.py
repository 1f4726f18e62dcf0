"""Hands that touch the body, moved until the palm meets the skin; head and trunk that rest on the floor, moved to it.

The solver works with flesh of its own, which is not as thick everywhere as the body's. Here a wrist is moved along the
way out of its palm; the elbow follows, and both bones keep their lengths. What rests is moved by its spine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import SIGN, Body
from stretchguide.figure.body.two_bones import bone_frame, inverse_kinematics
from stretchguide.figure.rest.material import Places
from stretchguide.figure.rest.names import head_of
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.gaps import height
from stretchguide.figure.shapes.geometry import DOWN, Frame, Vector, add, along, distance, length, scale, subtract, unit
from stretchguide.figure.skin.bones import posed_bones
from stretchguide.figure.skin.clasps import are_joined, are_laced, held_as
from stretchguide.figure.skin.closing import PlacedHand, closed
from stretchguide.figure.skin.grips import HandShape, draped, drapes, hand_shape
from stretchguide.figure.skin.hands import posed_palm
from stretchguide.figure.skin.skinning import skinned
from stretchguide.figure.skin.surface import BoxSurface, Touchable, skin_round, surface_near
from stretchguide.format.sides import OTHER, SIDES

# A palm presses so far into the skin; it is moved until it is this near, at most so often, and each time at most so far
# out and in (cm).
_PRESSES, _MEETS = 0.3, 0.3
_MOST_OUT, _MOST_IN = 6.0, 2.0
_ROUNDS = 2
_HALF_A_FINGER = 0.5
"""Laced hands lie so far off the middle, one to the side of the thumbs, so that fingers meet gaps (cm)."""
# A part whose flesh is this near to the floor rests on it (cm). By its joints it is moved at most so far in a round.
_RESTS = 0.7
_CARRIED: Mapping[str, tuple[float, tuple[str, ...]]] = {
    "head": (5.0, ("c1",)),
    "chest": (1.5, ("t12", "t7", "c7", "left shoulder", "right shoulder")),
    "pelvis": (1.5, ("pelvis", "s1")),
}


class Settled(NamedTuple):
    """A body whose contacts meet its skin."""

    body: Body
    shapes: Mapping[str, HandShape]
    """By side, how the fingers lie on the skin that the hand touches."""


def settled(rest: RestBody, body: Body) -> Settled:
    """The body with its palms on the skin that they touch, its hands in none, its head and trunk on the floor."""
    joined = are_joined(body)
    hosts = {side: host for side in SIDES if (host := body.hosts.get(f"{side} hand", "")) in rest.parts and not joined}
    things = [side for side in SIDES if body.hosts.get(f"{side} hand") in body.furniture]
    resting = [part for part in _CARRIED if abs(height(part_solid(body, part))) < _RESTS]
    body = body.copy()
    if hosts and are_laced(body):
        for side in SIDES:
            _move_hand(body, side, scale(body.hands[side].thumb, SIGN[side] * _HALF_A_FINGER))
    shapes = dict.fromkeys(hosts, hand_shape("flat")) | {side: _on_thing(rest, body, side) for side in things}
    for _ in range(_ROUNDS if hosts or resting else 0):
        vertices = skinned(rest, posed_bones(rest.bones, body, shapes))
        for part in resting:
            _settle_part(rest, vertices, body, part)
        for side, host in hosts.items():
            _settle_hand(rest, vertices, body, side, host)
    done = [f"{side} hand" for side in SIDES if side not in hosts]
    for side in sorted(hosts, key=lambda side: hosts[side].startswith(OTHER[side])):
        shapes[side] = _shaped(rest, body, side, shapes, done)
        done.append(f"{side} hand")
    if not joined:
        _lift_hands(rest, body, shapes)
    return Settled(body, shapes)


# No part of a hand is deeper in the skin than this; it is moved out by so much at most at once (cm).
_DEEPEST, _LIFTS, _LIFT_ROUNDS = 0.8, 3.0, 4
# The way out of several skins is found in so many sweeps at most, until so much is left (cm).
_SWEEPS, _LEFT = 24, 0.05


def _lift_hands(rest: RestBody, body: Body, shapes: Mapping[str, HandShape]) -> None:
    """Move hands out of the skin that they, or their fingers, lie too deep in; two hands may do so together.

    The way out of one limb may lead into another: then the hand stays where it was less deep.
    """
    best: dict[str, tuple[float, _SetArm]] = {}
    moved = list(SIDES)
    for _ in range(_LIFT_ROUNDS):
        vertices = skinned(rest, posed_bones(rest.bones, body, shapes))
        moves = {side: _way_out(rest, vertices, body, side) for side in moved}
        for side, (deep, _) in moves.items():
            if side not in best or deep < best[side][0]:
                best[side] = deep, _set_arm(body, side)
        moved = [side for side, (deep, by) in moves.items() if deep > _DEEPEST]
        for side in moved:
            _move_hand(body, side, moves[side][1])
        if not moved:
            break
    for side, (_, arm) in best.items():
        _put_back(body, side, arm)


def _way_out(rest: RestBody, vertices: Places, body: Body, side: str) -> tuple[float, Vector]:
    """How deep a hand is in skin (cm), and how it leaves that which it is too deep in."""
    met = skin_round(rest, vertices, side, ())
    if met is None:
        return 0.0, (0.0, 0.0, 0.0)
    deep, out = met.depths(vertices[rest.parts[f"{side} hand"]])
    return float(deep.max()), _shortest_way(deep - _DEEPEST, out)


def _shortest_way(deep: Places, out: Places) -> Vector:
    """The way that brings all places out by so much (cm, below 0 not at all), each out of its own skin."""
    way = np.zeros(3)
    for _ in range(_SWEEPS):
        left = deep - (out * way).sum(1)
        at = int(left.argmax())
        if left[at] <= _LEFT:
            break
        way += out[at] * left[at]
    x, y, z = way.round(4).tolist()
    far = length((x, y, z))
    return scale((x, y, z), min(1.0, _LIFTS / far)) if far else (0.0, 0.0, 0.0)


def _on_thing(rest: RestBody, body: Body, side: str) -> HandShape:
    """Move a hand until its palm lies on the thing that it touches; how its fingers lie there."""
    thing = BoxSurface(body.furniture[body.hosts[f"{side} hand"]])
    for _ in range(_ROUNDS):
        away = float(thing.gaps(posed_palm(rest.bones, body, side).all_carried(_palm_at_rest(rest, side))).min())
        _press_hand(body, side, away)
    return _lying_on(rest, body, side, thing)


def _palm_at_rest(rest: RestBody, side: str) -> Places:
    """The skin of a palm, from its wrist (cm)."""
    off: Places = rest.drawn[rest.palms[side]] - np.array(head_of(rest.bones, "wrist", side))
    return off


def _lying_on(rest: RestBody, body: Body, side: str, surface: Touchable | None) -> HandShape:
    """How the fingers of a hand lie on what is under them."""
    name = held_as(body, side)
    shape = hand_shape(name)
    if not drapes(name) or not surface:
        return shape
    return closed(PlacedHand(rest.bones, side, posed_palm(rest.bones, body, side)), draped(shape), surface)


def _settle_part(rest: RestBody, vertices: Places, body: Body, part: str) -> None:
    most, joints = _CARRIED[part]
    low = float(vertices[rest.parts[part], 1].min())
    for joint in joints:
        body.joints[joint] = along(body.joints[joint], DOWN, max(-most, min(most, low)))


def _settle_hand(rest: RestBody, vertices: Places, body: Body, side: str, host: str) -> None:
    palm = vertices[rest.palms[side]]
    if surface := surface_near(rest, vertices, host, palm):
        _press_hand(body, side, surface.clearance(palm))


def _press_hand(body: Body, side: str, away: float) -> None:
    """Move a hand, so far from what it touches (cm), until its palm presses it."""
    away += _PRESSES
    if abs(away) > _MEETS:
        _move_hand(body, side, scale(body.hands[side].palm, max(-_MOST_OUT, min(_MOST_IN, away))))


def _shaped(rest: RestBody, body: Body, side: str, shapes: Mapping[str, HandShape], hands: Sequence[str]) -> HandShape:
    """How the fingers of a hand lie on what it is on; of hands, some are as they will be."""
    met = skin_round(rest, skinned(rest, posed_bones(rest.bones, body, shapes)), side, hands)
    return _lying_on(rest, body, side, met)


class _SetArm(NamedTuple):
    """Where the joints and bones of an arm are."""

    joints: Mapping[str, Vector]
    frames: Mapping[str, Frame]


def _set_arm(body: Body, side: str) -> _SetArm:
    joints = {name: body.joints[name] for name in (f"{side} elbow", f"{side} wrist")}
    return _SetArm(joints, {name: body.frames[name] for name in (f"{side} upper arm", f"{side} forearm")})


def _put_back(body: Body, side: str, arm: _SetArm) -> None:
    body.joints.update(arm.joints)
    body.frames.update(arm.frames)


def _move_hand(body: Body, side: str, by: Vector) -> None:
    """Move a wrist (cm); the elbow goes along, as both bones keep their lengths."""
    shoulder, elbow, wrist = (body.joints[f"{side} {joint}"] for joint in ("shoulder", "elbow", "wrist"))
    target = add(wrist, by)
    pole = subtract(elbow, shoulder)
    elbow, wrist, _ = inverse_kinematics(shoulder, target, distance(shoulder, elbow), distance(elbow, wrist), pole)
    body.joints[f"{side} elbow"], body.joints[f"{side} wrist"] = elbow, wrist
    for part, (start, end) in {"upper arm": (shoulder, elbow), "forearm": (elbow, wrist)}.items():
        front = body.frames[f"{side} {part}"][2]
        body.frames[f"{side} {part}"] = bone_frame(unit(subtract(end, start)), front)
