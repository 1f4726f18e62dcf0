"""The commands that need no MkDocs: check, pages, schema."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from stretchguide.problems import Level, Problem, as_annotation
from stretchguide.project import Reading, read_project

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 1 when a record has an error."""
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stretchguide", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("check", help="judge every record").set_defaults(run=check)
    return parser


def check(options: argparse.Namespace) -> int:
    """Print every problem of the records, one line each."""
    reading = read_project(ROOT)
    report(reading.problems)
    print(_summary(reading), file=sys.stderr)
    return 0 if reading.is_good else 1


def report(problems: Iterable[Problem]) -> None:
    """Print problems: as text, and in GitHub Actions as annotations as well."""
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(as_annotation(problem) if in_actions else problem)


def _summary(reading: Reading) -> str:
    errors = sum(problem.level is Level.ERROR for problem in reading.problems)
    warnings = len(reading.problems) - errors
    return f"{reading.files} files: {errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
