"""Begins a record."""

from __future__ import annotations

import argparse

from stretchguide.commands import new_record
from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, refuse

_BEGUN = """\
{path} is written. Next:
  1. write your own words where it says "write here"; take the rest as an example
  2. python3 dev.py check      says what is still to do, line by line
  3. python3 dev.py serve      shows the page and its figures"""


def _run(options: argparse.Namespace) -> int:
    """Write a new record from the template, or from one that is like it, and say what to do next."""
    try:
        path = new_record.begin(ROOT, " ".join(options.words), options.id, options.like)
    except new_record.CannotBegin as error:
        return refuse(str(error))
    print(_BEGUN.format(path=path.as_posix()))
    return 0


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="NAME", nargs="+", help="the name of the stretch, in one word or many")
    parser.add_argument("--id", help="the name of its file and its address; without it, the title makes one")
    parser.add_argument("--like", metavar="ID", help="begin with the steps and pictures of this stretch")


COMMAND = Command("new", _run, _take, usage='%(prog)s "Name of the stretch"')
