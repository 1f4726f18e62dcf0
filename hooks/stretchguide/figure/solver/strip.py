"""The bodies of all steps of a version: what nobody moved stays where it is.

A hand that touches the same, by the same words, in two postures has one place there, so that it does not wander while
something else moves. That place is chosen in the first posture from which the others can be met. A bar stays where it
is, too: who hangs from it rises when the arms do more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf
from statistics import fmean

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.shapes.geometry import distance
from stretchguide.figure.solver.carrying import carried_of, moved_along
from stretchguide.figure.solver.measures import measured, overlaps, touches
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.solver.spot_costs import strain
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.pose import Contact, Pose
from stretchguide.format.sides import SIDES

STAYS = 1.5
"""A hand that wanders less than this stays where it is (cm)."""
# What is farther off or deeper than this is bad (cm), and wrists under more strain than this reach no farther. A
# posture takes a place from another one when in all of this it becomes worse by no more.
_BAD, _STRAINED = 0.9, 2.0
_WORSE_CM, _WORSE_STRAIN = 0.05, 1.0


def solve_strip(postures: Iterable[Pose]) -> dict[Pose, Body]:
    """The body of each posture of a version, in the order of its steps."""
    bodies = {pose: solve(pose) for pose in postures}
    kept: dict[Pose, dict[str, Body]] = {pose: {} for pose in bodies}
    for members, sides in _alike(bodies):
        _share(bodies, kept, members, sides)
    return bodies | _under_one_bar({pose: body for pose, body in bodies.items() if BASES[pose.base].hangs})


def _under_one_bar(hanging: Mapping[Pose, Body]) -> dict[Pose, Body]:
    """Bodies that hang, each as high as its hands need to be where those of the first one are: the bar stays."""
    highs = {pose: fmean(body.joints[f"{side} wrist"][1] for side in SIDES) for pose, body in hanging.items()}
    bar = next(iter(highs.values()), 0.0)
    return {pose: body.elsewhere((0.0, bar - highs[pose], 0.0)) for pose, body in hanging.items()}


def _alike(postures: Iterable[Pose]) -> list[tuple[tuple[Pose, ...], list[str]]]:
    """Postures in which the hands of some sides touch the same by the same words."""
    found: dict[tuple[str, Contact], list[Pose]] = {}
    for pose in postures:
        for side in SIDES:
            contact = pose.arm(side).contact
            if contact and contact.how != "lean":
                found.setdefault((side, contact), []).append(pose)
    sides: dict[tuple[Pose, ...], list[str]] = {}
    for (side, _), members in found.items():
        if len(members) > 1:
            sides.setdefault(tuple(members), []).append(side)
    return list(sides.items())


def _share(
    bodies: dict[Pose, Body], kept: dict[Pose, dict[str, Body]], members: Sequence[Pose], sides: Sequence[str]
) -> None:
    """Give one place to hands that touch the same, in as many of some postures as can be; then to those left over."""
    while len(members) > 1 and any(_slid(bodies[members[0]], bodies[each], sides) > STAYS for each in members[1:]):
        best: dict[Pose, Body] = {}
        for first in members:
            met = _met(bodies, kept, first, members, sides)
            if len(met) > len(best):
                anchor, best = first, met
            if len(best) == len(members):
                break
        for pose, body in best.items():
            if body is not bodies[pose]:
                kept[pose].update(dict.fromkeys(sides, bodies[anchor]))
        bodies.update(best)
        members = [each for each in members if each not in best]


def _met(
    bodies: Mapping[Pose, Body],
    kept: Mapping[Pose, Mapping[str, Body]],
    first: Pose,
    members: Sequence[Pose],
    sides: Sequence[str],
) -> dict[Pose, Body]:
    """The postures whose hands can be where the first one has them, with their bodies."""
    anchor, found = bodies[first], {}
    for pose in members:
        own = bodies[pose]
        if _slid(anchor, own, sides) <= STAYS:
            found[pose] = own
            continue
        tried = solve(pose, {**kept[pose], **dict.fromkeys(sides, anchor)})
        if _slid(anchor, tried, sides) <= STAYS and _is_as_good(pose, tried, own):
            found[pose] = tried
    return found


def _slid(before: Body, after: Body, sides: Sequence[str]) -> float:
    """How far hands are in one body from where they would be if they had stayed on what they touch in another (cm)."""
    return max(_slid_one(before, after, side) for side in sides)


def _slid_one(before: Body, after: Body, side: str) -> float:
    old, new = carried_of(before, side), carried_of(after, side)
    return distance(moved_along(old, before, after).point, new.target.point) if old.host == new.host else inf


def _is_as_good(pose: Pose, tried: Body, own: Body) -> bool:
    """Whether a body is no worse than the one that its posture has by itself, or hardly."""
    strains = [(strain(tried, side), strain(own, side)) for side in SIDES]
    if any(now > max(_STRAINED, was) or now > was + _WORSE_STRAIN for now, was in strains):
        return False
    return _wrong(pose, tried) <= _wrong(pose, own) + _WORSE_CM


def _wrong(pose: Pose, body: Body) -> float:
    """How deep parts of a body lie in something, and how far hands and feet are off what they touch (cm)."""
    figure = measured(pose, body)
    deep = sum(max(0.0, each.deep - _BAD) for each in overlaps(figure))
    return deep + sum(max(0.0, each.miss - _BAD, abs(each.away or 0.0) - _BAD) for each in touches(figure))
