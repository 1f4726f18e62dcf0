"""The commands that need no MkDocs, as the terminal calls them."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from stretchguide.commands.command import Command
from stretchguide.format.garbage import sweep_rarely
from stretchguide.gallery.picture import NoBody

COMMANDS = ("check", "new", "remove", "schema", "pages", "figure", "contact-sheet", "review", "body", "help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 1 when a record has an error, 2 for a wrong call."""
    sweep_rarely()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A terminal that knows no emoji gets an escape, not a traceback.
            stream.reconfigure(errors="backslashreplace")
    options = _parser(sys.argv[1:] if arguments is None else arguments).parse_args(arguments)
    try:
        return int(options.run(options))
    except NoBody as error:
        print(error, file=sys.stderr)
        return 2


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The commands as people call them, by dev.py: the one that is meant, or all of them to choose from."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    meant = [name for name in COMMANDS if name in arguments[:1]]
    for name in meant or COMMANDS:
        command(name).join(commands)
    return parser


def command(name: str) -> Command:
    """A command by its name. No other is loaded: to load what draws and prints takes longer than to check a record."""
    match name:
        case "check":
            from stretchguide.commands.check import COMMAND
        case "new":
            from stretchguide.commands.new import COMMAND
        case "remove":
            from stretchguide.commands.remove import COMMAND
        case "schema":
            from stretchguide.commands.schema import COMMAND
        case "pages":
            from stretchguide.commands.pages import COMMAND
        case "figure":
            from stretchguide.commands.figure import COMMAND
        case "contact-sheet":
            from stretchguide.commands.contact_sheet import COMMAND
        case "review":
            from stretchguide.commands.review import COMMAND
        case "body":
            from stretchguide.commands.body import COMMAND
        case "help":
            from stretchguide.commands.help import COMMAND
    return COMMAND
