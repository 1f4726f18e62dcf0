"""Fetches the body that figures are drawn from, and says how it meets the ground."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, refuse, report
from stretchguide.figure.skin.posed_skin import skin_of
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words import language
from stretchguide.figure.words.pose import Pose
from stretchguide.gallery.body import CACHE, body
from stretchguide.gallery.gallery import poses_of
from stretchguide.gallery.wheel import NoBody
from stretchguide.guides.library import Library
from stretchguide.project import read_project


def _run(options: argparse.Namespace) -> int:
    """Fetch the body that figures are drawn from, so that nothing needs the network later; or measure its contacts."""
    try:
        rest = body(ROOT / CACHE)
    except NoBody as error:
        return refuse(str(error))
    print(f"{len(rest.faces)} faces, {len(rest.bones)} bones", file=sys.stderr)
    if not options.contacts:
        return 0
    reading = read_project(ROOT)
    if reading.library is None:
        report(reading.problems)
        return 1
    for name, pose in _poses(reading.library):
        skin = skin_of(rest, solve(pose))
        print(f"{skin.vertices[:, 1].min():6.1f}  {name}")
    return 0


def _poses(library: Library) -> Iterator[tuple[str, Pose]]:
    """The pose of every step that has one, with the name of its record and its number."""
    for id, guide in library.guides.items():
        for number, words in enumerate((words for each in guide.record.variants for words in poses_of(each)), 1):
            if words:
                yield f"{id} {number}", language.parse(words)


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--contacts", action="store_true", help="the lowest point of the skin of every figure, in cm")


COMMAND = Command("body", _run, _take)
