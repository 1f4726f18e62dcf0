"""Judges the records."""

from __future__ import annotations

import argparse
import sys

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, gallery, report
from stretchguide.format.problems import ProblemLevel
from stretchguide.project import Reading, read_project


def _run(options: argparse.Namespace) -> int:
    """Judge all records, and print every problem on a line of its own."""
    reading = read_project(ROOT, gallery=gallery(), thorough=True)
    report(reading.problems)
    print(_summary(reading), file=sys.stderr)
    return 0 if reading.is_good else 1


def _summary(reading: Reading) -> str:
    errors = sum(problem.level is ProblemLevel.ERROR for problem in reading.problems)
    warnings = len(reading.problems) - errors
    return f"{reading.files} files: {errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


COMMAND = Command("check", _run)
