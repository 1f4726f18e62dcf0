"""A body at rest as bytes: small, quick to read, and sure to be what was written.

First the SHA-256 of the rest in hexadecimal, then a line of JSON, then the arrays one after another, little-endian:
places as 16-bit steps over their range, numbers of vertices and bones, weights and regions as they are.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stretchguide.figure.rest.material import Places, RestBone
from stretchguide.figure.rest.rest_body import MOST_BONES, RestBody

_STEPS = 65535


class NotPacked(ValueError):
    """The bytes are not what was packed."""


def packed(body: RestBody) -> bytes:
    """The bytes of a body."""
    lowest, step = _grid(body)
    head = {
        "vertices": len(body.drawn),
        "faces": len(body.faces),
        "lowest": lowest,
        "step": step,
        "bones": body.bones,
        "landmarks": body.landmarks,
    }
    arrays = (
        *(np.rint((places - lowest) / step).astype("<u2") for places in (body.drawn, body.places)),
        body.faces.astype("<u2"),
        body.regions,
        body.movers,
        body.weights,
    )
    whole = json.dumps(head).encode() + b"\n" + b"".join(array.tobytes() for array in arrays)
    return hashlib.sha256(whole).hexdigest().encode() + b"\n" + whole


def unpacked(content: bytes) -> RestBody:
    """The body that was packed. Raises NotPacked where a byte has changed or is missing."""
    digest, _, whole = content.partition(b"\n")
    if hashlib.sha256(whole).hexdigest().encode() != digest:
        raise NotPacked("this is no packed body, or not all of it")
    line, _, rest = whole.partition(b"\n")
    head = json.loads(line)
    take = _Taker(rest)
    count, faces = head["vertices"], head["faces"]
    drawn, places = (_places(take(count, 3, "<u2"), head) for _ in range(2))
    return RestBody(
        drawn,
        places,
        take(faces, 3, "<u2").astype(np.int32),
        take(faces, 1, "u1").reshape(-1),
        {name: RestBone(tuple(head), tuple(tail), parent) for name, (head, tail, parent) in head["bones"].items()},
        take(count, MOST_BONES, "u1"),
        take(count, MOST_BONES, "u1"),
        {name: tuple(place) for name, place in head["landmarks"].items()},
    )


def _grid(body: RestBody) -> tuple[list[float], float]:
    """The lowest corner of all places, and a step with which the 16 bits reach the highest (cm)."""
    both = np.concatenate([body.drawn, body.places])
    lowest = both.min(0)
    return lowest.tolist(), float((both.max(0) - lowest).max()) / _STEPS


def _places(steps: NDArray[Any], head: dict[str, Any]) -> Places:
    places: Places = steps * float(head["step"]) + np.array(head["lowest"])
    return places


class _Taker:
    """Takes arrays from bytes, one after another."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def __call__(self, rows: int, width: int, kind: str) -> NDArray[Any]:
        found = np.frombuffer(self.content, kind, rows * width, self.at)
        self.at += found.nbytes
        return found.reshape(rows, width)
