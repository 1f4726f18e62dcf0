"""A problem in somebody's file is data: a place, a level and one sentence.

This module also prints problems (as text, as GitHub annotations); it finds none itself.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

SHOWN_LENGTH = 60
"""Characters of somebody's value that a message repeats; the rest is cut."""

# Control, formatting and bidirectional characters, and lone surrogates (which also stand for the undecodable
# bytes of a file name): shown raw they could forge a second line or turn a terminal's text round.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


class ProblemLevel(StrEnum):
    """An error stops the build, a warning does not; a note is only for whoever reads the records."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class FilePlace:
    """A place in a file: path relative to the project (with ``/``), line and column from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, and what to do about it."""

    place: FilePlace
    message: str
    level: ProblemLevel = ProblemLevel.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.level}: {printable(self.message)}"


def printable(text: str) -> str:
    """The text on one line, with every character that could disturb a terminal written as an escape."""
    return _UNPRINTABLE.sub(lambda found: found.group().encode("unicode_escape", "surrogatepass").decode(), text)


def quoted(value: object) -> str:
    """A value of a record as a message shows it: in quotes, on one line, cut to a readable length."""
    text = printable(str(value))
    return f"'{text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 3] + '...'}'"


def guess(word: str, choices: Iterable[str]) -> str:
    """The end of a message about an unknown word: the nearest right one, or nothing when none is near.

    >>> guess("upper-trapezus", ["upper-trapezius", "scalenes"])
    "; did you mean 'upper-trapezius'?"
    """
    near = difflib.get_close_matches(word[:SHOWN_LENGTH], list(choices), n=1)
    return f"; did you mean {quoted(near[0])}?" if near else ""


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops the build."""
    return any(problem.level is ProblemLevel.ERROR for problem in problems)


def as_annotation(problem: Problem) -> str:
    """The problem as a GitHub Actions workflow command, which marks the line in a pull request."""
    place = problem.place
    where = f"file={_property(printable(place.path))},line={place.line},col={place.column}"
    level = "notice" if problem.level is ProblemLevel.NOTE else problem.level
    return f"::{level} {where}::{_data(printable(problem.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
