"""Writes the figures of a record as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, gallery, id_named, no_record, refuse, report
from stretchguide.format.problems import FilePlace, Problem, has_errors
from stretchguide.gallery import figure_files
from stretchguide.gallery.picture import CannotDraw
from stretchguide.project import FOLDER, known_ids, read_project

USUAL = ROOT / "build" / "figures"
"""Where they are written when nobody says where."""


def _run(options: argparse.Namespace) -> int:
    """Write the figures of one record, each side as SVG and PNG; what is wrong with other records is not asked."""
    known = known_ids(ROOT)["stretches"]
    id = id_named(options.record, known)
    if id is None:
        return no_record(options.record, known)
    drawings, out = gallery(), options.out or USUAL / id
    reading = read_project(ROOT, gallery=drawings, pictured=(id,))
    source = f"{FOLDER}/{id}.yml"
    problems = [each for each in reading.problems if reading.library is None or each.place.path == source]
    report(problems)
    if reading.library is None or has_errors(problems):
        return 1
    try:
        files = list(figure_files.figure_files(reading.library.guides[id], drawings))
        figure_files.write_files(files, out)
    except CannotDraw as error:
        report([Problem(FilePlace(source), str(error))])
        return 1
    except OSError as error:
        return refuse(f"the figures cannot be written: {error}")
    print(f"{len(files)} figures in {out}", file=sys.stderr)
    return 0


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", metavar="RECORD", help="its id, or its file: exercises/cat-cow.yml")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder to write to; default: build/figures/ID")


COMMAND = Command("figure", _run, _take)
