"""Writes the site as a folder of Markdown."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import yaml

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, gallery, refuse, report
from stretchguide.history import changes
from stretchguide.pages.folder import FolderTaken, write_folder
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.site import write_site
from stretchguide.project import FOLDER, read_project

TEMPLATES = ROOT / "overrides" / "pages"


def _run(options: argparse.Namespace) -> int:
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
        return refuse(str(error))
    except OSError as error:
        return refuse(f"the pages cannot be written: {error}")
    print(f"{len(site.pages)} pages in {options.folder}", file=sys.stderr)
    return 0


def _setting(name: str) -> str:
    """A line of mkdocs.yml: its text, or for `!ENV [NAME, default]` what the environment says; empty without one."""
    node = yaml.compose((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    found = next((value for key, value in node.value if key.value == name), None)
    if not isinstance(found, yaml.SequenceNode):
        return str(found.value) if found else ""
    *variables, default = (str(each.value) for each in found.value)
    return next((os.environ[each] for each in variables if each in os.environ), default)


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to write to")


COMMAND = Command("pages", _run, _take)
