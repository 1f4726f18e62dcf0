"""Judges the records."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, SHEETS, gallery, refuse, report
from stretchguide.format.fields import Known
from stretchguide.format.problems import FilePlace, Problem, ProblemLevel
from stretchguide.project import read_project
from stretchguide.reference import schema

SWAPS = ROOT / "build" / "swaps.html"
"""Where the table of swaps is written."""


def _run(options: argparse.Namespace) -> int:
    """Judge all records, and print every problem on a line of its own."""
    reading = read_project(ROOT, gallery=gallery(), thorough=True, with_notes=options.thorough)
    problems = [*reading.problems, *(_stale(reading.known) if reading.library else ())]
    report(problems)
    print(_summary(reading.files, problems), file=sys.stderr)
    if options.swaps and reading.library:
        from stretchguide.pages.swap_sheet import swap_sheet  # It brings the templates, which no other check needs.

        try:
            SWAPS.parent.mkdir(exist_ok=True)
            SWAPS.write_text(swap_sheet(reading.library, SHEETS), "utf-8", newline="\n")
        except OSError as error:
            return refuse(f"the table of swaps cannot be written: {error}")
        print(f"all swaps in {SWAPS}", file=sys.stderr)
    return 0 if reading.is_good else 1


def _stale(known: Known) -> Iterator[Problem]:
    """The schemas for editors that a change of a vocabulary, or of the format, has left behind."""
    for path, made in schema.schemas(known).items():
        if (ROOT / path).is_file() and schema.is_stale((ROOT / path).read_text("utf-8"), made):
            message = "editors do not know yet what has changed in the vocabulary; run python3 dev.py schema"
            yield Problem(FilePlace(path), message, ProblemLevel.WARNING)


def _summary(files: int, problems: Sequence[Problem]) -> str:
    counts = Counter(problem.level for problem in problems)
    levels = [ProblemLevel.ERROR, ProblemLevel.WARNING, *([ProblemLevel.NOTE] if counts[ProblemLevel.NOTE] else [])]
    return f"{files} files: " + ", ".join(f"{counts[level]} {level}{'s' * (counts[level] != 1)}" for level in levels)


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--thorough", action="store_true", help="tell as well what is no fault, but worth a look")
    parser.add_argument("--swaps", action="store_true", help="write all swaps in a table as well: build/swaps.html")


COMMAND = Command("check", _run, _take)
