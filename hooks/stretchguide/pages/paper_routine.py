"""How much paper a routine's sheet takes: whole sentences where its two pages hold them, smaller letters before fewer.

As in ``paper``, lengths were fitted to what a browser makes of a sheet: as wide as A4, as high as Letter.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stretchguide.pages.paper import SIZES, Size, lines

_SMALL = {"tight": SIZES["tight"], "snug": Size(0.84, 4.5, 4.3), "dense": Size(0.77, 4.1, 4.1)}
"""At these the cautions are one text, and the dose stands beside the name of a stretch where there is room."""


class SheetForm(NamedTuple):
    """How a routine is printed."""

    size: str
    """A class of docs/stylesheets/handout.css."""
    whole: bool
    """Whether each step is a whole sentence."""
    instead: bool = True
    """Whether the cautions say what to do in place of each stretch, or only which stretches they concern."""


SHORTEST = SheetForm("dense", whole=False, instead=False)
FORMS = (
    SheetForm("roomy", True),
    SheetForm("close", True),
    SheetForm("tight", True),
    SheetForm("close", False),
    SheetForm("tight", False),
    SheetForm("snug", True),
    SheetForm("snug", False),
    SheetForm("dense", True),
    SheetForm("dense", False),
)
"""The best first; ``SHORTEST`` is what is left."""

PAGES = 2
PAGE = 256.0
"""Millimetres of Letter that a page may fill: three less than a browser gives it."""

_WIDE, _HALF, _ROW, _DENSE_ROW, _TITLE = 96, 47, 70, 79, 30
"""Letters in a line across the page, in one of half a page, of a stretch, of one beside a small drawing, and of the
title, at 12.5 pt."""
_TITLE_LINE, _DOSE_LINE, _DOSE, _WEEK_AND_NOTES, _FOOT, _GAP = 9.5, 7.2, 15.0, 26.0, 14.0, 2.2
"""Millimetres: a line of the title, of a stretch's dose at 12.5 pt, and how often; the week with the notes; the last
lines; between two blocks."""
_FRAME, _DENSE_FRAME = 3.3, 1.8
"""Millimetres above and below a stretch."""
_DRAWING, _DENSE_DRAWING = 22.0, 15.5
"""Millimetres of a drawing at its smallest."""
_CODE = 60
"""Letters that the code takes from the box of safety."""


class RoutineRow(NamedTuple):
    """The words of a stretch."""

    title: str
    dose: str
    whole: str
    brief: str


@dataclass(frozen=True)
class RoutineWords:
    """What is long or short on the sheet."""

    title: str
    head: Sequence[str]
    """A text for each paragraph below the title."""
    rows: Sequence[RoutineRow]
    safety: Iterable[str]
    cautions: Sequence[Sequence[str]]
    """For each group the texts of its cautions, with what to do in place of each stretch."""


def form(words: RoutineWords) -> SheetForm:
    """The best form at which the sheet fits on its pages; the shortest where none does."""
    return next((each for each in FORMS if pages(words, each) <= PAGES), SHORTEST)


def pages(words: RoutineWords, form: SheetForm) -> int:
    """About how many pages a sheet takes: what is not to be parted begins the next page."""
    count, filled = 1, 0.0
    for block in _blocks(words, form):
        if filled + block > PAGE:
            count, filled = count + 1, 0.0
        filled += block
    return count


def _blocks(words: RoutineWords, form: SheetForm) -> Iterator[float]:
    """The heights of what is not parted, in millimetres."""
    size = _size(form)
    head = sum(lines(text, _WIDE * 0.66 / size.share) for text in words.head)
    yield lines(words.title, _TITLE) * _TITLE_LINE + head * size.line + _DOSE
    for row in words.rows:
        yield _row(row, form, size)
    yield _WEEK_AND_NOTES
    safe = sum(lines(text, _WIDE / size.share) for text in words.safety) + lines("w" * _CODE, _WIDE / size.share)
    yield (safe + _cautions(words.cautions, form, size)) * size.small_line + 2 * _GAP
    yield _FOOT


def _size(form: SheetForm) -> Size:
    return _SMALL.get(form.size) or SIZES[form.size]


def _cautions(groups: Iterable[Sequence[str]], form: SheetForm, size: Size) -> int:
    """The lines of the cautions, with what stands before each group: in two columns, or in one text."""
    if form.size in _SMALL:
        return sum(lines(f"{'w' * _WIDE} {' '.join(group)}", _WIDE / size.share) for group in groups)
    columns = [[lines(text, _HALF / size.share) for text in group] for group in groups]
    return sum(2 + math.ceil(sum(each) / 2) for each in columns)


def _row(row: RoutineRow, form: SheetForm, size: Size) -> float:
    is_dense = form.size == "dense"
    letters = (_DENSE_ROW if is_dense else _ROW) / size.share
    text = lines(row.whole if form.whole else row.brief, letters)
    is_beside = form.size in _SMALL and len(row.title) + len(row.dose) * 1.08 < letters
    title = 0 if is_beside else lines(row.title, letters)
    dose = lines(row.dose, letters / 1.1) * _DOSE_LINE * size.share
    least = _DENSE_DRAWING if is_dense else _DRAWING
    return max(least, (text + title) * size.line + dose) + (_DENSE_FRAME if is_dense else _FRAME)
