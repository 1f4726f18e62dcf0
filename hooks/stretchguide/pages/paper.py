"""How much paper the words of a guide's sheet take: a long sheet is set smaller, so that all of it stands on one page.

No word is ever cut for that. The lengths below were fitted to what a browser makes of the sheet on 196 mm (Letter, the
shorter page); ``tests/test_handouts_print.py`` prints the longest sheets that a record may ask for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Size(NamedTuple):
    """A size of letters."""

    share: float
    """Of 12.5 pt."""
    line: float
    """Millimetres from line to line, which a browser rounds to whole pixels; and in the box of safety."""
    small_line: float
    drawing: float = 22.0
    """Millimetres of a drawing at its smallest."""


SIZES = {"roomy": Size(1.0, 5.3, 5.05), "close": Size(0.94, 4.8, 4.8), "tight": Size(0.88, 4.7, 4.5, 17.0)}
"""docs/stylesheets/handout.css has a class for each, and for the smallest."""

SMALLEST = "dense"

PAGE = 248.0
"""Millimetres of Letter that a sheet may fill: eleven less than a browser gives it, for fonts that run wide."""

_ACROSS, _MANY_ACROSS, _MANY = 3, 4, 7
"""Steps beside each other, and from how many steps on there are four."""
_LETTERS = {_ACROSS: 30, _MANY_ACROSS: 20}
"""Letters in a line of a step."""
_WIDE, _TITLE = 96, 30
"""Letters in a line across the page, and in one of the title."""
_GAP, _NOTES, _TITLE_LINE, _DOSE_LINE, _REST = 1.3, 13.0, 9.5, 7.5, 62.0
"""Millimetres: between rows, notes below the steps, a line of the title, a third line of the
dose; and version, dose, week, last lines and what the code takes of the box."""
_TWO_LINES = 3
"""As many numbers stand in the dose before it has a third line."""


@dataclass(frozen=True)
class SheetWords:
    """What is long or short on a sheet."""

    title: str
    steps: Sequence[str]
    feel: str
    safety: Iterable[str]
    """A text for each paragraph."""
    numbers: int = 0
    """How many numbers the dose has."""


def across(steps: int) -> int:
    """How many steps stand beside each other."""
    return _MANY_ACROSS if steps >= _MANY else _ACROSS


def free_cells(steps: int) -> int:
    """How many places are left beside the last step."""
    return -steps % across(steps)


def size(words: SheetWords) -> str:
    """The largest size at which the sheet fits on its page; the smallest where none does."""
    return next((name for name, size in SIZES.items() if millimetres(words, size) <= PAGE), SMALLEST)


def millimetres(words: SheetWords, size: Size) -> float:
    """About how high a sheet is with drawings at their smallest."""
    columns = across(len(words.steps))
    rows = [words.steps[at : at + columns] for at in range(0, len(words.steps), columns)]
    step_lines = sum(max(lines(text, _LETTERS[columns] / size.share) for text in row) for row in rows)
    safe_lines = sum(lines(text, _WIDE / size.share) for text in words.safety)
    return (
        _REST
        + lines(words.title, _TITLE) * _TITLE_LINE
        + (_DOSE_LINE if words.numbers > _TWO_LINES else 0)
        + len(rows) * (size.drawing + _GAP)
        + (0 if free_cells(len(words.steps)) else _NOTES)
        + (step_lines + lines(words.feel, _WIDE / size.share)) * size.line
        + safe_lines * size.small_line
    )


def lines(text: str, letters: float) -> int:
    """How many lines a text fills."""
    return math.ceil(len(text) / letters)
