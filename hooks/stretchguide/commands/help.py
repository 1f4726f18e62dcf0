"""Prints the pages of reference, so that who writes a record can read them before anything is built."""

from __future__ import annotations

import argparse
import sys

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, report
from stretchguide.pages import addresses
from stretchguide.pages.plain import as_plain
from stretchguide.pages.site import write
from stretchguide.project import read_project

PAGES = {"record": addresses.RECORD_FORMAT, "poses": addresses.POSES}
"""By the word that asks for each."""

TEMPLATES = ROOT / "overrides" / "pages"


def _run(options: argparse.Namespace) -> int:
    """Print the format of a record, or the words of poses."""
    reading = read_project(ROOT)
    if reading.library is None:
        report(reading.problems)
        return 1
    uri = PAGES[options.topic]
    page = next(page for page in write(reading.library, TEMPLATES, "") if page.uri == uri)
    try:
        print(as_plain(page.text), end="")
    except BrokenPipeError:  # Who pages through it has read enough.
        sys.stderr.close()
    return 0


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("topic", choices=PAGES, help="what to read of")


COMMAND = Command("help", _run, _take)
