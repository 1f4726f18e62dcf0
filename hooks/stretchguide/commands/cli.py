"""The commands that need no MkDocs, as the terminal calls them."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from stretchguide.commands import body, check, contact_sheet, figure, new, pages, review, schema

COMMANDS = (
    check.COMMAND,
    new.COMMAND,
    schema.COMMAND,
    pages.COMMAND,
    figure.COMMAND,
    contact_sheet.COMMAND,
    review.COMMAND,
    body.COMMAND,
)


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
    for command in COMMANDS:
        command.join(commands)
    return parser
