"""Writes the figures of a record as files."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, gallery, refuse, report
from stretchguide.format.problems import FilePlace, Problem, guess, has_errors, quoted
from stretchguide.gallery import figure_files
from stretchguide.gallery.picture import CannotDraw
from stretchguide.project import FOLDER, known_ids, read_project


def _run(options: argparse.Namespace) -> int:
    """Write the figures of one record, each side as SVG and PNG; what is wrong with other records is not asked."""
    path, id = options.record, options.record.stem
    if path.parent.resolve() != ROOT / FOLDER or not os.path.lexists(path):
        return refuse(f"no record {quoted(path)}{_known_record(id)}")
    drawings = gallery()
    reading = read_project(ROOT, gallery=drawings, pictured=(id,))
    source = f"{FOLDER}/{path.name}"
    problems = [each for each in reading.problems if reading.library is None or each.place.path == source]
    report(problems)
    if reading.library is None or has_errors(problems):
        return 1
    guide = reading.library.guides.get(id)
    if guide is None or guide.source != source:
        return refuse(f"{quoted(path)} is no record{_known_record(id)}")
    try:
        files = list(figure_files.figure_files(guide, drawings))
        has_png = figure_files.write_files(files, options.out)
    except CannotDraw as error:
        report([Problem(FilePlace(source), str(error))])
        return 1
    except OSError as error:
        return refuse(f"the figures cannot be written: {error}")
    print(f"{len(files)} figures in {options.out}", file=sys.stderr)
    if not has_png:
        print("SVG only: PNG needs the package resvg-py, which dev.py figure sets up", file=sys.stderr)
    return 0


def _known_record(id: str) -> str:
    known = known_ids(ROOT)["stretches"]
    return guess(id, known) or f"; name one such as {FOLDER}/{next(iter(known), 'cat-cow')}.yml"


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path, metavar="RECORD", help="such as exercises/cat-cow.yml")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="the folder to write to")


COMMAND = Command("figure", _run, _take)
