"""A command of the terminal."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def nothing(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that takes none."""


@dataclass(frozen=True)
class Command:
    """What a name in the terminal does. Its help is the docstring of what it runs."""

    name: str
    run: Callable[[argparse.Namespace], int]
    """Runs it; returns its exit status: 1 when a record has an error, 2 for a wrong call."""
    take: Callable[[argparse.ArgumentParser], None] = nothing
    """Says which arguments it takes."""
    usage: str | None = None
    """None = as its arguments have it."""

    def join(self, commands: Any) -> None:
        """Add it to the commands of a parser (argparse has no public name for their type)."""
        said = inspect.getdoc(self.run)
        parser = commands.add_parser(self.name, help=said, description=said, usage=self.usage, allow_abbrev=False)
        parser.set_defaults(run=self.run)
        self.take(parser)
