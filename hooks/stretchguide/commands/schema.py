"""Writes the files of the repository that are generated."""

from __future__ import annotations

import argparse
from pathlib import Path

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, refuse, report
from stretchguide.figure.ink import palette
from stretchguide.gallery import icons
from stretchguide.project import known_ids, read_project
from stretchguide.reference import schema

LOGO = Path("docs", "assets", "logo.svg")


def _run(options: argparse.Namespace) -> int:
    """Write the generated files anew, after a change of the format, a vocabulary, the figures' colours or the logo."""
    reading = read_project(ROOT)
    if reading.library is None:
        report(reading.problems)
        return 1
    made = icons.icons((ROOT / LOGO).read_text("utf-8"))
    files = {path: text.encode() for path, text in generated().items()}
    files |= {f"docs/{path}": data for path, data in made.items()}
    try:
        for path, data in files.items():
            (ROOT / path).parent.mkdir(exist_ok=True)
            (ROOT / path).write_bytes(data)
    except OSError as error:
        return refuse(f"the generated files cannot be written: {error}")
    return 0


def generated() -> dict[str, str]:
    """The texts of the repository that are made from code and vocabularies, by path."""
    return {
        **schema.schemas(known_ids(ROOT)),
        "docs/stylesheets/figures.css": palette.site_css(),
        "docs/stylesheets/figures-print.css": palette.paper_css(),
    }


COMMAND = Command("schema", _run)
