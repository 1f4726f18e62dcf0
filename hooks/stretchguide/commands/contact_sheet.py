"""Writes the contact sheet."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, SHEETS, gallery, refuse, report
from stretchguide.format.problems import ProblemLevel
from stretchguide.history import changes
from stretchguide.pages.contact_sheet import contact_sheet
from stretchguide.project import read_project

USUAL = ROOT / "build" / "contact-sheet.html"
"""Where it is written when nobody says where."""


def _run(options: argparse.Namespace) -> int:
    """Write one page with the figures of all records, or of the changed ones; nothing while a record has an error."""
    try:
        wanted = changes.changed_records(ROOT) if options.changed else None
    except changes.NoHistory as error:
        return refuse(f"--changed: {error}")
    drawings = gallery()
    reading = read_project(ROOT, gallery=drawings, pictured=wanted)
    report(each for each in reading.problems if each.level is ProblemLevel.ERROR)  # Warnings stand on the sheet.
    if not reading.is_good or reading.library is None:
        return 1
    guides = [guide for id, guide in reading.library.guides.items() if wanted is None or id in wanted]
    page = contact_sheet(guides, drawings, SHEETS, only_changed=options.changed)
    try:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(page, "utf-8", newline="\n")
    except OSError as error:
        return refuse(f"the contact sheet cannot be written: {error}")
    print(f"{len(guides)} records in {options.out}", file=sys.stderr)
    return 0


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--changed", action="store_true", help="only of records whose figures differ from main")
    parser.add_argument("--out", type=Path, metavar="FILE", default=USUAL, help="default: build/contact-sheet.html")


COMMAND = Command("contact-sheet", _run, _take)
