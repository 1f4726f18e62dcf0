"""The commands that need no MkDocs: check, pages, schema."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from stretchguide import pages, schema
from stretchguide.figure import palette
from stretchguide.figures import CACHE, Gallery
from stretchguide.folder import FolderTaken, write_folder
from stretchguide.problems import Level, Problem, as_annotation
from stretchguide.project import Reading, known_ids, read_project

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "overrides" / "pages"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 1 when a record has an error, 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A terminal that knows no emoji gets an escape, not a traceback.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stretchguide", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("check", help="judge every record").set_defaults(run=check)
    commands.add_parser(
        "schema", help="write the generated files: schemas for editors, the colours of figures"
    ).set_defaults(run=write_schemas)
    command = commands.add_parser("pages", help="write the pages as a folder of Markdown")
    command.add_argument("folder", type=Path, metavar="DIR")
    command.set_defaults(run=write_pages)
    return parser


def check(options: argparse.Namespace) -> int:
    """Print every problem of the records, one line each."""
    reading = read_project(ROOT, gallery=gallery())
    report(reading.problems)
    print(_summary(reading), file=sys.stderr)
    return 0 if reading.is_good else 1


def write_pages(options: argparse.Namespace) -> int:
    """Write the pages to a folder; nothing is written while a record has an error."""
    reading = read_project(ROOT)
    report(reading.problems)
    if not reading.is_good or reading.library is None:
        return 1
    site = pages.write_site(reading.library, TEMPLATES, _site_name(), gallery())
    try:
        write_folder(options.folder, ROOT, site)
    except FolderTaken as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(site.pages)} pages in {options.folder}", file=sys.stderr)
    return 0


def gallery() -> Gallery:
    """The figures of this project, kept in its cache."""
    return Gallery(ROOT / CACHE)


def _site_name() -> str:
    node = yaml.compose((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    return next(str(value.value) for key, value in node.value if key.value == "site_name")


def write_schemas(options: argparse.Namespace) -> int:
    """Write the generated files anew, after a change of the format, of a vocabulary or of the figures' colours."""
    reading = read_project(ROOT)
    if reading.library is None:
        report(reading.problems)
        return 1
    for path, text in generated().items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, "utf-8", newline="\n")
    return 0


def generated() -> dict[str, str]:
    """The files of the repository that are made from code and vocabularies, by path."""
    return {**schema.schemas(known_ids(ROOT)), "docs/stylesheets/figures.css": palette.site_css()}


def report(problems: Iterable[Problem]) -> None:
    """Print problems: as text, or in GitHub Actions as annotations, which show at their lines."""
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(as_annotation(problem) if in_actions else problem)


def _summary(reading: Reading) -> str:
    errors = sum(problem.level is Level.ERROR for problem in reading.problems)
    warnings = len(reading.problems) - errors
    return f"{reading.files} files: {errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
