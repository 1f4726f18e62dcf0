"""Hands that touch the body, moved until the palm meets the skin; a head that rests on the floor, moved to meet it.

The solver works with flesh of its own, which is not as thick everywhere as the body's. Here a wrist is moved along the
way out of its palm; the elbow follows, and both bones keep their lengths. A head is moved by the upper neck.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import SIGN, Body, bone_frame, inverse_kinematics
from stretchguide.figure.rest.material import Places
from stretchguide.figure.rest.normals import normals
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.gaps import height
from stretchguide.figure.shapes.geometry import DOWN, Vector, add, along, distance, scale, subtract, unit
from stretchguide.figure.skin.bones import posed_bones
from stretchguide.figure.skin.clasps import are_laced
from stretchguide.figure.skin.skinning import skinned
from stretchguide.format.sides import SIDES

# A palm presses so far into the skin; it is moved until it is this near, at most so often, and each time at most so far
# out and in (cm).
_PRESSES, _MEETS = 0.3, 0.3
_ROUNDS = 2
_HALF_A_FINGER = 0.5
"""Laced hands lie so far off the middle, one to the side of the thumbs, so that fingers meet gaps (cm)."""
_NEAR = 4.0
"""Of what is touched, no more is looked at than lies this near to the box round the palm (cm)."""
_MOST_OUT, _MOST_IN = 6.0, 2.0


# A head whose flesh is this near to the floor rests on it, and is moved at most so far (cm).
_RESTS, _HEAD_MOVES = 0.7, 5.0


def settled(rest: RestBody, body: Body) -> Body:
    """The body with its palms on the skin that they touch, and its head on the floor; the same one where that is so."""
    hosts = {side: host for side in SIDES if (host := body.hosts.get(f"{side} hand", "")) in rest.parts}
    rests = abs(height(part_solid(body, "head"))) < _RESTS
    if are_laced(body):
        body = body.copy()
        for side in SIDES:
            _move_hand(body, side, scale(body.hands[side].thumb, SIGN[side] * _HALF_A_FINGER))
    for _ in range(_ROUNDS if hosts or rests else 0):
        vertices = skinned(rest, posed_bones(rest.bones, body))
        body = body.copy()
        if rests:
            low = float(vertices[rest.parts["head"], 1].min())
            body.joints["c1"] = along(body.joints["c1"], DOWN, max(-_HEAD_MOVES, min(_HEAD_MOVES, low)))
        for side, host in hosts.items():
            away = gap(rest, vertices, rest.palms[side], host)
            if away is not None and abs(away + _PRESSES) > _MEETS:
                by = max(-_MOST_OUT, min(_MOST_IN, away + _PRESSES))
                _move_hand(body, side, scale(body.hands[side].palm, by))
    return body


def gap(rest: RestBody, vertices: Places, some: NDArray[np.intp], host: str) -> float | None:
    """How far the nearest of some vertices is from the skin of a part, below 0 the deepest inside (cm).

    Each is measured against the plane through the nearest vertex of the part. None where the part is nowhere near.
    """
    places, others = vertices[some], vertices[rest.parts[host]]
    is_near = ((others > places.min(0) - _NEAR) & (others < places.max(0) + _NEAR)).all(1)
    if not is_near.any():
        return None
    others, out = others[is_near], normals(vertices, rest.part_faces[host])[rest.parts[host]][is_near]
    nearest = ((places[:, None, :] - others[None]) ** 2).sum(2).argmin(1)
    return float(((places - others[nearest]) * out[nearest]).sum(1).min())


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
