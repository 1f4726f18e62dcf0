"""How much paper the words of a guide's sheet take: a long sheet is set smaller, so that all of it stands on one page.

No word is ever cut for that. The lengths below were fitted to what a browser makes of the sheet on 196 mm (Letter, the
shorter page); ``tests/test_handouts_print.py`` prints the longest sheets that a record may ask for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SIZES = {"roomy": 1.0, "close": 0.94, "tight": 0.88}
"""Sizes of letters, as shares of 12.5 pt; docs/stylesheets/handout.css has a class for each."""

PAGE = 244.0
"""Millimetres of Letter that a sheet may fill: fifteen less than a browser gives it, for fonts that run wide."""

_ACROSS, _MANY_ACROSS, _MANY = 3, 4, 7
"""Steps beside each other, and from how many steps on there are four."""
_LETTERS = {_ACROSS: 31, _MANY_ACROSS: 20}
"""Letters in a line of a step."""
_WIDE, _TITLE = 96, 32
"""Letters in a line across the page, and in one of the title."""
_LINE, _SMALL_LINE, _TITLE_LINE = 5.3, 5.05, 9.5
_DRAWING, _GAP, _NOTES, _REST = 22.0, 1.3, 13.0, 66.0
"""Millimetres: a drawing at its smallest, between rows, notes below the steps; and version, dose, week and last lines.
The code takes as much of the box as two lines of words."""


@dataclass(frozen=True)
class Words:
    """What is long or short on a sheet."""

    title: str
    steps: Sequence[str]
    feel: str
    safety: Iterable[str]
    """A text for each paragraph."""


def across(steps: int) -> int:
    """How many steps stand beside each other."""
    return _MANY_ACROSS if steps >= _MANY else _ACROSS


def free_cells(steps: int) -> int:
    """How many places are left beside the last step."""
    return -steps % across(steps)


def size(words: Words) -> str:
    """The largest size at which the sheet fits on its page; the smallest where none does."""
    fitting = (name for name, share in SIZES.items() if millimetres(words, share) <= PAGE)
    return next(fitting, list(SIZES)[-1])


def millimetres(words: Words, share: float = 1.0) -> float:
    """About how high a sheet is with drawings at their smallest and letters at a share of their size."""
    columns = across(len(words.steps))
    rows = [words.steps[at : at + columns] for at in range(0, len(words.steps), columns)]
    step_lines = sum(max(_lines(text, _LETTERS[columns] / share) for text in row) for row in rows)
    safe_lines = sum(_lines(text, _WIDE / share) for text in words.safety)
    return (
        _REST
        + _lines(words.title, _TITLE) * _TITLE_LINE
        + len(rows) * (_DRAWING + _GAP)
        + (0 if free_cells(len(words.steps)) else _NOTES)
        + (step_lines + _lines(words.feel, _WIDE / share)) * _LINE * share
        + safe_lines * _SMALL_LINE * share
    )


def _lines(text: str, letters: float) -> int:
    return math.ceil(len(text) / letters)
