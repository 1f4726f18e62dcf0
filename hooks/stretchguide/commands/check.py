"""Judges the records."""

from __future__ import annotations

import argparse
import os
import posixpath
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, SHEETS, gallery, refuse, report, verdicts
from stretchguide.format.fields import Known
from stretchguide.format.problems import FilePlace, Problem, ProblemLevel, guess, quoted
from stretchguide.project import FOLDER, ROUTINES, VOCABULARY, read_project
from stretchguide.reference import schema

SWAPS = ROOT / "build" / "swaps.html"
"""Where the table of swaps is written."""


def _run(options: argparse.Namespace) -> int:
    """Judge all records, or the files that are named with what other records say of them: a line for every problem."""
    return _judge_files(options) if options.files else _judge_all(options)


def _judge_all(options: argparse.Namespace) -> int:
    reading = read_project(ROOT, gallery=gallery(), thorough=True, with_notes=options.thorough, kept=verdicts())
    stale = _stale(reading.known) if reading.library else {}
    if options.fix:
        try:
            _renew(stale)
        except OSError as error:
            return refuse(f"the schemas cannot be written: {error}")
        stale = {}
    problems = [*reading.problems, *map(_is_stale, stale)]
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


def _judge_files(options: argparse.Namespace) -> int:
    if options.swaps or options.fix:
        return refuse("--swaps and --fix are about all records; name no file, or leave them out")
    named = [_in_project(path) for path in options.files]
    if wrong := next(filter(None, (why for _, why in named)), None):
        return refuse(wrong)
    paths = {path for path, _ in named}
    reading = read_project(
        ROOT, gallery=gallery(), thorough=True, with_notes=options.thorough, kept=verdicts(), wanted=paths
    )
    report(reading.problems)
    print(f"{len(paths)} of {_summary(reading.files, reading.problems)}", file=sys.stderr)
    if hangs_on := next((path for path in paths if path.startswith(f"{VOCABULARY}/")), None):
        print(f"all records hang on {hangs_on}; python3 dev.py check judges them as well", file=sys.stderr)
    elif not reading.is_judged:
        print("a vocabulary has an error, so no more can be said; python3 dev.py check names it", file=sys.stderr)
    return 0 if reading.is_good else 1


def _in_project(path: Path) -> tuple[str, str | None]:
    """The path of a file within the project, and why it cannot be judged; None where it can."""
    place = path.parent.resolve() / path.name
    within = place.relative_to(ROOT).as_posix() if place.is_relative_to(ROOT) else ""
    if not within:
        return "", f"{quoted(path)} is outside this project; name one of its files, such as {_example()}"
    if not os.path.lexists(place):
        return (
            within,
            f"no file {quoted(path)}{guess(place.stem, map(_stem, _known())) or f'; name one such as {_example()}'}",
        )
    if place.is_dir() and not place.is_symlink():
        return within, f"{quoted(path)} is a folder; name files in it, or nothing to check all records"
    if posixpath.dirname(within) not in (FOLDER, ROUTINES, VOCABULARY):
        return within, f"{quoted(path)} is no record; name one such as {_example()}"
    return within, None


def _known() -> list[str]:
    """The paths of all records, routines and vocabularies."""
    return [path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).rglob("*.yml")]


def _stem(path: str) -> str:
    return Path(path).stem


def _example() -> str:
    return next((path for path in sorted(_known()) if path.count("/") == 1), f"{FOLDER}/cat-cow.yml")


def _stale(known: Known) -> Mapping[str, str]:
    """The schemas for editors that a change of a vocabulary, or of the format, has left behind, as they should be."""
    made = {path: text for path, text in schema.schemas(known).items() if (ROOT / path).is_file()}
    return {path: text for path, text in made.items() if schema.is_stale((ROOT / path).read_text("utf-8"), text)}


def _is_stale(path: str) -> Problem:
    message = "editors do not know yet what has changed in the vocabulary; python3 dev.py check --fix tells them"
    return Problem(FilePlace(path), message, ProblemLevel.WARNING)


def _renew(stale: Mapping[str, str]) -> None:
    for path, text in stale.items():
        (ROOT / path).write_text(text, "utf-8", newline="\n")
        print(f"{path} is made again", file=sys.stderr)


def _summary(files: int, problems: Sequence[Problem]) -> str:
    counts = Counter(problem.level for problem in problems)
    levels = [ProblemLevel.ERROR, ProblemLevel.WARNING, *([ProblemLevel.NOTE] if counts[ProblemLevel.NOTE] else [])]
    return f"{files} files: " + ", ".join(f"{counts[level]} {level}{'s' * (counts[level] != 1)}" for level in levels)


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, metavar="FILE", nargs="*", help="such as exercises/cat-cow.yml")
    parser.add_argument("--thorough", action="store_true", help="tell as well what is no fault, but worth a look")
    parser.add_argument("--fix", action="store_true", help="make again what editors know of ids: schema/")
    parser.add_argument("--swaps", action="store_true", help="write all swaps in a table as well: build/swaps.html")


COMMAND = Command("check", _run, _take)
