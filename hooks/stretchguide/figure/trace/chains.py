"""Chains of cracks from junction to junction, and which of them run on through a junction as one line."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Whole
from stretchguide.figure.trace.cracks import Cracks


class Chain(NamedTuple):
    """A line of cracks that no other line meets between its ends."""

    nodes: Whole
    """From end to end; of a closed one the last is the first."""
    is_closed: bool
    left: int = 0
    """The region to the left of who walks it."""
    right: int = 0
    cracks: Whole | None = None
    """The numbers of its cracks, from end to end, where they are known."""


def chains(cracks: Cracks) -> list[Chain]:
    """All cracks as chains, those that end at junctions or nowhere first, then the closed ones."""
    if not len(cracks.start):
        return []
    return _Walker(cracks).chains()


class _Walker:
    """Walks the cracks of a picture, each once. A half is a crack as left from its start, or (count more) its end."""

    def __init__(self, cracks: Cracks) -> None:
        count = len(cracks.start)
        self._cracks, self._count = cracks, count
        nodes, at = np.unique(np.concatenate([cracks.start, cracks.end]), return_inverse=True)
        degree = np.bincount(at, minlength=len(nodes))
        halves = np.argsort(at, kind="stable")
        begin = np.cumsum(degree) - degree
        self._nodes = nodes
        self._degree: list[int] = degree.tolist()
        self._begin: list[int] = begin.tolist()
        self._halves: list[int] = halves.tolist()
        self._first: list[int] = halves[begin].tolist()
        self._second: list[int] = halves[np.minimum(begin + 1, 2 * count - 1)].tolist()
        self._ends: list[int] = np.concatenate([at[count:], at[:count]]).tolist()
        self._starts: list[int] = at[:count].tolist()
        self._used = bytearray(count)

    def chains(self) -> list[Chain]:
        """All of them."""
        found = []
        for node, degree in enumerate(self._degree):
            if degree != 2:
                begin = self._begin[node]
                for half in self._halves[begin : begin + degree]:
                    if not self._used[half % self._count]:
                        found.append(self._chain(half, node))
        for crack in range(self._count):
            if not self._used[crack]:
                found.append(self._chain(crack, self._starts[crack]))
        return found

    def _chain(self, half: int, node: int) -> Chain:
        path, walked = self._walk(half, node)
        is_closed = path[0] == path[-1] and self._degree[node] == 2
        crack = half % self._count
        sides = int(self._cracks.left[crack]), int(self._cracks.right[crack])
        left, right = sides if half < self._count else sides[::-1]
        return Chain(self._nodes[path], is_closed, left, right, np.array(walked))

    def _walk(self, half: int, node: int) -> tuple[list[int], list[int]]:
        """The nodes from one on, to the next junction, to an end, or back; and the cracks between them."""
        count, used, ends, degree, first, second = (
            self._count,
            self._used,
            self._ends,
            self._degree,
            self._first,
            self._second,
        )
        path, walked = [node], []
        while True:
            crack = half if half < count else half - count
            used[crack] = 1
            walked.append(crack)
            here = ends[half]
            path.append(here)
            if degree[here] != 2 or here == node:
                return path, walked
            half = first[here]
            if (half if half < count else half - count) == crack:
                half = second[here]


class End(NamedTuple):
    """An end of a chain: its number, and whether it is the last node rather than the first."""

    chain: int
    is_last: bool


Links = dict[End, End]
"""Ends that run on into each other, both ways round."""

# So many cracks from its end a chain shows which way it goes.
_TANGENT = 7
# Two chains run on as one line when the cosine between their ways out of a junction is below this.
_STRAIGHT_ON = -0.55


def through(found: list[Chain], width: int) -> Links:
    """At each junction, the two chains that run on straightest as one line; width in pixels."""
    at: dict[int, list[End]] = {}
    for number, chain in enumerate(found):
        if not chain.is_closed:
            at.setdefault(int(chain.nodes[0]), []).append(End(number, False))
            at.setdefault(int(chain.nodes[-1]), []).append(End(number, True))
    links: Links = {}
    for ends in at.values():
        if len(ends) > 1:
            _link(links, ends, [way_out(found[end.chain].nodes, end.is_last, width) for end in ends])
    return links


def _link(links: Links, ends: list[End], ways: list[tuple[float, float]]) -> None:
    pairs = [
        (ways[i][0] * ways[k][0] + ways[i][1] * ways[k][1], i, k)
        for i in range(len(ends))
        for k in range(i)
        if ends[i].chain != ends[k].chain
    ]
    cosine, i, k = min(pairs, default=(0.0, 0, 0))
    if cosine < _STRAIGHT_ON:
        links[ends[i]], links[ends[k]] = ends[k], ends[i]


def way_out(nodes: Whole, is_last: bool, width: int) -> tuple[float, float]:
    """The way from an end of a chain into it, length 1."""
    reach = min(_TANGENT, len(nodes) - 1)
    end, inside = (int(nodes[-1]), int(nodes[-1 - reach])) if is_last else (int(nodes[0]), int(nodes[reach]))
    x, y = inside % (width + 1) - end % (width + 1), inside // (width + 1) - end // (width + 1)
    size = (x * x + y * y) ** 0.5 or 1.0
    return (x / size, y / size)


def places(nodes: Whole, width: int) -> Floats:
    """Where nodes are, in pixels from the corner of the grid (count, 2)."""
    return np.stack([nodes % (width + 1), nodes // (width + 1)], axis=1).astype(float)
