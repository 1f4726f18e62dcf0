"""The commands that need no MkDocs."""

from __future__ import annotations

import argparse
import inspect
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import yaml

from stretchguide.commands import new_record
from stretchguide.figure.ink import palette
from stretchguide.format.problems import FilePlace, Problem, ProblemLevel, as_annotation, guess, has_errors, quoted
from stretchguide.gallery import figure_files, icons
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.gallery.picture import CannotDraw
from stretchguide.history import changes
from stretchguide.pages import contact_sheet
from stretchguide.pages.folder import FolderTaken, write_folder
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.site import write_site
from stretchguide.project import FOLDER, Reading, known_ids, read_project
from stretchguide.reference import schema

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "overrides" / "pages"
SHEETS = ROOT / "overrides" / "sheets"
LOGO = Path("docs", "assets", "logo.svg")
CONTACT_SHEET = ROOT / "build" / "contact-sheet.html"

_BEGUN = """\
{path} is written. Next:
  1. write your own words where it says "write here"; take the rest as an example
  2. python3 dev.py check      says what is still to do, line by line
  3. python3 dev.py serve      shows the page and its figures"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 1 when a record has an error, 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A terminal that knows no emoji gets an escape, not a traceback.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    """The commands as people call them, by dev.py."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int], usage: str | None = None) -> argparse.ArgumentParser:
        said = inspect.getdoc(run)
        command = commands.add_parser(name, help=said, description=said, usage=usage, allow_abbrev=False)
        command.set_defaults(run=run)
        return command

    add("check", check)
    command = add("new", begin_record, usage='%(prog)s "Name of the stretch"')
    command.add_argument("words", metavar="NAME", nargs="+", help="the name of the stretch, in one word or many")
    add("schema", write_schemas)
    command = add("pages", write_pages)
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder to write to")
    command = add("figure", write_figures)
    command.add_argument("record", type=Path, metavar="RECORD", help="such as exercises/cat-cow.yml")
    command.add_argument("--out", type=Path, metavar="DIR", required=True, help="the folder to write to")
    command = add("contact-sheet", write_contact_sheet)
    command.add_argument("--changed", action="store_true", help="only of records whose figures differ from main")
    command.add_argument(
        "--out", type=Path, metavar="FILE", default=CONTACT_SHEET, help="default: build/contact-sheet.html"
    )
    return parser


def check(options: argparse.Namespace) -> int:
    """Judge all records, and print every problem on a line of its own."""
    reading = read_project(ROOT, gallery=gallery(), thorough=True)
    report(reading.problems)
    print(_summary(reading), file=sys.stderr)
    return 0 if reading.is_good else 1


def begin_record(options: argparse.Namespace) -> int:
    """Write a new record from the template, and say what to do next."""
    try:
        path = new_record.begin(ROOT, " ".join(options.words))
    except new_record.CannotBegin as error:
        return _refuse(str(error))
    print(_BEGUN.format(path=path.as_posix()))
    return 0


def write_pages(options: argparse.Namespace) -> int:
    """Write the pages as Markdown to a folder; nothing is written while a record has an error."""
    reading = read_project(ROOT)
    report(reading.problems)
    if not reading.is_good or reading.library is None:
        return 1
    site_url = _setting("site_url")
    imprint = Imprint(site_url and f"{site_url.rstrip('/')}/", changes.days_of_change(ROOT, FOLDER))
    site = write_site(reading.library, TEMPLATES, _setting("site_name"), gallery(), with_hook=False, imprint=imprint)
    try:
        write_folder(options.folder, ROOT, site)
    except FolderTaken as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"the pages cannot be written: {error}")
    print(f"{len(site.pages)} pages in {options.folder}", file=sys.stderr)
    return 0


def write_figures(options: argparse.Namespace) -> int:
    """Write the figures of one record, each side as SVG and PNG; what is wrong with other records is not asked."""
    path, id = options.record, options.record.stem
    if path.parent.resolve() != ROOT / FOLDER or not os.path.lexists(path):
        return _refuse(f"no record {quoted(path)}{_known_record(id)}")
    drawings = gallery()
    reading = read_project(ROOT, gallery=drawings, pictured=(id,))
    source = f"{FOLDER}/{path.name}"
    problems = [each for each in reading.problems if reading.library is None or each.place.path == source]
    report(problems)
    if reading.library is None or has_errors(problems):
        return 1
    guide = reading.library.guides.get(id)
    if guide is None or guide.source != source:
        return _refuse(f"{quoted(path)} is no record{_known_record(id)}")
    try:
        files = list(figure_files.figure_files(guide, drawings))
        has_png = figure_files.write_files(files, options.out)
    except CannotDraw as error:
        report([Problem(FilePlace(source), str(error))])
        return 1
    except OSError as error:
        return _refuse(f"the figures cannot be written: {error}")
    print(f"{len(files)} figures in {options.out}", file=sys.stderr)
    if not has_png:
        print("SVG only: PNG needs the package resvg-py, which dev.py figure sets up", file=sys.stderr)
    return 0


def _known_record(id: str) -> str:
    known = known_ids(ROOT)["stretches"]
    return guess(id, known) or f"; name one such as {FOLDER}/{next(iter(known), 'cat-cow')}.yml"


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def write_contact_sheet(options: argparse.Namespace) -> int:
    """Write one page with the figures of all records, or of the changed ones; nothing while a record has an error."""
    try:
        wanted = changes.changed_records(ROOT) if options.changed else None
    except changes.NoHistory as error:
        return _refuse(f"--changed: {error}")
    drawings = gallery()
    reading = read_project(ROOT, gallery=drawings, pictured=wanted)
    report(each for each in reading.problems if each.level is ProblemLevel.ERROR)  # Warnings stand on the sheet.
    if not reading.is_good or reading.library is None:
        return 1
    guides = [guide for id, guide in reading.library.guides.items() if wanted is None or id in wanted]
    try:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        page = contact_sheet.contact_sheet(guides, drawings, SHEETS, only_changed=options.changed)
        options.out.write_text(page, "utf-8", newline="\n")
    except OSError as error:
        return _refuse(f"the contact sheet cannot be written: {error}")
    print(f"{len(guides)} records in {options.out}", file=sys.stderr)
    return 0


def gallery() -> Gallery:
    """The figures of this project, kept in its cache."""
    return Gallery(ROOT / CACHE)


def _setting(name: str) -> str:
    """A line of mkdocs.yml: its text, or for `!ENV [NAME, default]` what the environment says; empty without one."""
    node = yaml.compose((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    found = next((value for key, value in node.value if key.value == name), None)
    if not isinstance(found, yaml.SequenceNode):
        return str(found.value) if found else ""
    *variables, default = (str(each.value) for each in found.value)
    return next((os.environ[each] for each in variables if each in os.environ), default)


def write_schemas(options: argparse.Namespace) -> int:
    """Write the generated files anew, after a change of the format, a vocabulary, the figures' colours or the logo."""
    reading = read_project(ROOT)
    if reading.library is None:
        report(reading.problems)
        return 1
    files = {path: text.encode() for path, text in generated().items()}
    try:
        made = icons.icons((ROOT / LOGO).read_text("utf-8"))
        files |= {f"docs/{path}": data for path, data in made.items()}
    except icons.NoPng as error:
        print(f"The icons stay as they are: {error}", file=sys.stderr)
    try:
        for path, data in files.items():
            (ROOT / path).parent.mkdir(exist_ok=True)
            (ROOT / path).write_bytes(data)
    except OSError as error:
        return _refuse(f"the generated files cannot be written: {error}")
    return 0


def generated() -> dict[str, str]:
    """The texts of the repository that are made from code and vocabularies, by path."""
    return {
        **schema.schemas(known_ids(ROOT)),
        "docs/stylesheets/figures.css": palette.site_css(),
        "docs/stylesheets/figures-print.css": palette.paper_css(),
    }


def report(problems: Iterable[Problem]) -> None:
    """Print problems: as text, or in GitHub Actions as annotations, which show at their lines."""
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(as_annotation(problem) if in_actions else problem)


def _summary(reading: Reading) -> str:
    errors = sum(problem.level is ProblemLevel.ERROR for problem in reading.problems)
    warnings = len(reading.problems) - errors
    return f"{reading.files} files: {errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
