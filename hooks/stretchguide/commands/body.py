"""Fetches the body that figures are drawn from, and says how near its skin is to what it should touch."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, report
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.lints.skin_touches import skin_overlaps, skin_touches
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.skin.posed_skin import skin_of
from stretchguide.figure.solver.measures import piece
from stretchguide.figure.solver.strip import solve_strip
from stretchguide.figure.words import language
from stretchguide.figure.words.pose import Pose
from stretchguide.gallery.body import own_body
from stretchguide.gallery.gallery import poses_of
from stretchguide.guides.library import Library
from stretchguide.project import read_project


def _run(options: argparse.Namespace) -> int:
    """Fetch the body that figures are drawn from, so that nothing needs the network later; or measure its contacts."""
    rest = own_body()
    print(f"{len(rest.faces)} faces, {len(rest.bones)} bones", file=sys.stderr)
    if not options.contacts:
        return 0
    reading = read_project(ROOT)
    if reading.library is None:
        report(reading.problems)
        return 1
    _tell(sorted(_measured(rest, reading.library)))
    return 0


class _Measure(NamedTuple):
    """A contact of a figure, by how far the skin is from where it should be (cm)."""

    off: float
    away: float
    what: str
    """What touches what, without sides."""
    figure: str


def _measured(rest: RestBody, library: Library) -> Iterator[_Measure]:
    for name, pose, solved in _bodies(library):
        skin = skin_of(rest, solved)
        for part, host, away in skin_touches(pose, solved, rest, skin):
            yield _Measure(abs(away), away, f"{piece(part)} on {piece(host)}", f"{name}: {part} on {host}")
        for part, other, deep in skin_overlaps(solved, rest, skin):
            yield _Measure(abs(deep), deep, f"{piece(part)} in {piece(other)}", f"{name}: {part} in {other}")


_WORST = 10


def _tell(measures: Sequence[_Measure]) -> None:
    """What was measured, a kind of contact a line, and the worst of all."""
    print("    n  median   5 %   95 %  (cm from the skin to what it touches; below 0 inside)")
    for what in sorted({each.what for each in measures}):
        aways = sorted(each.away for each in measures if each.what == what)
        low, middle, high = (aways[int(part * (len(aways) - 1))] for part in (0.05, 0.5, 0.95))
        print(f"{len(aways):5d} {middle:7.1f} {low:6.1f} {high:6.1f}  {what}")
    print(f"\nThe {_WORST} that are farthest off:")
    for each in measures[: -_WORST - 1 : -1]:
        print(f"{each.away:6.1f}  {each.figure}")


def _bodies(library: Library) -> Iterator[tuple[str, Pose, Body]]:
    """The body of every step that has one, with its pose and the name of its record and its number."""
    for id, guide in library.guides.items():
        number = 0
        for variant in guide.record.variants:
            poses = [words and language.parse(words) for words in poses_of(variant)]
            bodies = solve_strip(dict.fromkeys(pose for pose in poses if pose))
            for pose in poses:
                number += 1
                if pose:
                    yield f"{id} {number}", pose, bodies[pose]


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--contacts",
        action="store_true",
        help="how near the skin of all figures is to what it touches, and how deep limbs lie in each other",
    )


COMMAND = Command("body", _run, _take)
