"""Writes the review sheets, for a clinician."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, SHEETS, gallery, id_named, no_record, refuse, report
from stretchguide.format.problems import ProblemLevel
from stretchguide.gallery.gallery import Gallery
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.pages.review_sheet import reading_list, review_sheet
from stretchguide.project import known_ids, read_project

USUAL = ROOT / "build" / "review"
"""Where they are written when nobody says where."""


def _run(options: argparse.Namespace) -> int:
    """Write a sheet a record to print and to sign, and of all a list; nothing while a record has an error."""
    known = known_ids(ROOT)["stretches"]
    named = {name: id_named(name, known) for name in options.records}
    ids = [id for id in named.values() if id]
    if wrong := next((name for name, id in named.items() if id is None), None):
        return no_record(wrong, known)
    drawings = gallery()
    reading = read_project(ROOT, gallery=drawings, pictured=ids or None)
    report(each for each in reading.problems if each.level is ProblemLevel.ERROR)
    if not reading.is_good or reading.library is None:
        return 1
    guides = [reading.library.guides[id] for id in ids] or reading.library.shown
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        _write(reading.library, guides, drawings, options.out)
        if not ids:
            _put(options.out / "index.html", reading_list(guides, SHEETS, datetime.date.today()))
    except OSError as error:
        return refuse(f"the review sheets cannot be written: {error}")
    print(f"{len(guides)} sheet{'s' * (len(guides) != 1)} in {options.out}", file=sys.stderr)
    return 0


def _write(library: Library, guides: Sequence[Guide], drawings: Gallery, out: Path) -> None:
    today = datetime.date.today()
    for guide in guides:
        _put(out / f"{guide.id}.html", review_sheet(library, guide, drawings, SHEETS, today))


def _put(path: Path, page: str) -> None:
    path.write_text(page, "utf-8", newline="\n")


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("records", nargs="*", metavar="ID", help="such as cat-cow; all records when none is named")
    parser.add_argument("--out", type=Path, metavar="DIR", default=USUAL, help="default: build/review")


COMMAND = Command("review", _run, _take)
