"""The muscles that a picture is to light, and whether a reader finds them there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from stretchguide.figure.atlas.map_body import MAP_VIEWS, map_body
from stretchguide.figure.muscles.members import members
from stretchguide.figure.muscles.shapes import MUSCLES
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.format.sides import OTHER, SIDES

Strength = Literal["hot", "warm"]
HOT: Strength = "hot"
"""What is stretched most: a solid patch."""
WARM: Strength = "warm"
"""Also stretched: an outlined patch."""


class Wanted(NamedTuple):
    """A muscle to light: an id of the vocabulary on one side."""

    name: str
    side: str
    strength: Strength = HOT


def both_sides(name: str, side: str | None, strength: Strength) -> list[Wanted]:
    """A muscle as the pose names it: on one side, or on both."""
    return [Wanted(name, each, strength) for each in ((side,) if side else SIDES)]


# A muscle is found when it shows so much (square cm of the screen) and more than a scrap of what the map shows of it,
# or a thumb's width and this part of that: then no map shows it better.
_FINDABLE, _SCRAP, _THUMB, _MOSTLY = 22.0, 0.18, 9.0, 0.5


def unfound(rest: RestBody, shown: Mapping[Wanted, float]) -> list[Wanted]:
    """The muscles that a reader would not find, in alphabetical order, when each shows so much (square cm): so little
    of them is seen, and of their twins on the other side.
    """
    twins = ((each, shown.get(each._replace(side=OTHER[each.side]), 0.0)) for each in shown)
    return sorted(
        each for each, twin in twins if not _is_found(rest, each, shown[each]) and not _is_much(rest, each, twin)
    )


def _is_found(rest: RestBody, wanted: Wanted, shown: float) -> bool:
    return _is_much(rest, wanted, shown) or (shown >= _THUMB and shown >= _MOSTLY * on_map(rest, wanted))


def _is_much(rest: RestBody, wanted: Wanted, shown: float) -> bool:
    return shown >= _FINDABLE and shown >= _SCRAP * on_map(rest, wanted)


def on_map(rest: RestBody, wanted: Wanted) -> float:
    """How much of a muscle the better view of the map shows (square cm)."""
    return max(map_body(rest, view).shown(wanted.name, (wanted.side,)) for view in MAP_VIEWS)


def in_words(wanted: Sequence[Wanted]) -> list[str]:
    """Muscles by name, with their side where only one is meant: `left piriformis`, `splenius`."""
    sides: dict[str, list[str]] = {}
    for each in wanted:
        sides.setdefault(each.name, []).append(each.side)
    return [name if len(found) > 1 or _is_single(name) else f"{found[0]} {name}" for name, found in sides.items()]


def _is_single(name: str) -> bool:
    return all(shape.is_central for member in members(name) for shape in MUSCLES[member].shapes)
