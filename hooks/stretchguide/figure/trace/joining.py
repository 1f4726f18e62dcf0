"""Dashes become lines: ends that look at each other over a short gap are joined, the nearest first."""

from __future__ import annotations

import numpy as np

from stretchguide.figure.raster.arrays import Floats, Mask
from stretchguide.figure.trace.chains import Chain, End, Links, places, way_out

# Two ends look at each other when each points out along the gap (cosine) and the two lines run on as one.
_ALONG, _STRAIGHT_ON = 0.75, -0.4
# Over so few pixels there is no way to ask.
_TOUCHING = 3.0


def joined(found: list[Chain], width: int, gap: float) -> list[Chain]:
    """The chains with gaps of up to so many pixels closed; width in pixels."""
    open_ones = [chain for chain in found if not chain.is_closed]
    links = _links(open_ones, width, gap) if len(open_ones) > 1 else {}
    return [*_lines(open_ones, links), *(chain for chain in found if chain.is_closed)]


def _links(found: list[Chain], width: int, gap: float) -> Links:
    ends = [End(number, is_last) for number in range(len(found)) for is_last in (False, True)]
    nodes = np.array([found[end.chain].nodes[-1 if end.is_last else 0] for end in ends])
    ways = np.array([way_out(found[end.chain].nodes, end.is_last, width) for end in ends])
    distance, faces = _facing(places(nodes, width), -ways, gap)
    links: Links = {}
    one, other = np.nonzero(faces)
    for i in np.argsort(distance[one, other], kind="stable").tolist():
        a, b = ends[int(one[i])], ends[int(other[i])]
        if a not in links and b not in links:
            links[a], links[b] = b, a
    return links


def _facing(spots: Floats, ways: Floats, gap: float) -> tuple[Floats, Mask]:
    """How far ends are from each other, and which pairs look at each other; each pair is named once."""
    x, y = (spots[None, :, axis] - spots[:, None, axis] for axis in (0, 1))
    distance = np.hypot(x, y)
    along = (x * ways[:, None, 0] + y * ways[:, None, 1]) / (distance + 1e-9)
    cosine = ways[:, None, 0] * ways[None, :, 0] + ways[:, None, 1] * ways[None, :, 1]
    is_along = (along > _ALONG) & (along.T > _ALONG)
    number = np.arange(len(spots))
    is_other = number[:, None] // 2 < number[None] // 2
    return distance, (distance < gap) & (cosine < _STRAIGHT_ON) & ((distance < _TOUCHING) | is_along) & is_other


def _lines(found: list[Chain], links: Links) -> list[Chain]:
    """Linked chains as one each."""
    lines: list[Chain] = []
    done: set[int] = set()
    for number in range(len(found)):
        if number not in done:
            pieces = run_from(number, links)
            done.update(end.chain for end in pieces)
            nodes = [found[end.chain].nodes[:: -1 if end.is_last else 1] for end in pieces]
            lines.append(Chain(np.concatenate(nodes), False))
    return lines


def run_from(number: int, links: Links) -> list[End]:
    """The chains of the line that a chain belongs to, in order, each by the end at which it is entered."""
    entered = End(number, False)
    seen = {number}
    while entered in links and links[entered].chain not in seen:
        before = links[entered]
        seen.add(before.chain)
        entered = End(before.chain, not before.is_last)
    run = [entered]
    seen = {entered.chain}
    while (left := End(run[-1].chain, not run[-1].is_last)) in links and links[left].chain not in seen:
        run.append(links[left])
        seen.add(links[left].chain)
    return run
