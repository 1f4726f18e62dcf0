"""How much paper the words of a guide's sheet take: a long sheet is set smaller, so that all of it stands on one page.

No word is ever cut for that. Lengths are those of docs/stylesheets/handout.css on Letter, the shorter page; A4 is a
little narrower and holds more. ``tests/test_handouts_print.py`` prints the longest sheets that a record may ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from stretchguide.pages.handout_words import Remark
from stretchguide.pages.lines import LEADING, POINT, height, lines, paragraph, width
from stretchguide.pages.lines import words as widths


class Size(NamedTuple):
    """Sizes of letters, in points."""

    words: float
    safe: float
    """In the box of safety."""
    title: float = 23.0
    drawing: float = 22.0
    """Millimetres of a drawing at its smallest."""
    gap: float = 2.2
    """Millimetres between two parts of the sheet."""
    notes: float = 12.0
    """Millimetres of the notes."""
    leading: float = LEADING
    """From line to line, in sizes of the letters."""

    @property
    def line(self) -> float:
        """Millimetres from line to line."""
        return self.words * POINT * self.leading

    def height(self, remarks: Iterable[Remark], across: float, points: float = 0.0) -> float:
        """Millimetres of one paragraph; its letters are those of the words where no other points are told."""
        return height(remarks, across, points or self.words, self.leading)


SIZES = {
    "roomy": Size(12.5, 12),
    "fair": Size(12.5, 11),
    "close": Size(11.75, 11),
    "tight": Size(11, 11, 19, 16, 1.6, 8),
    "snug": Size(10.5, 10.5, 19, 16, 1.6, 8),
    "packed": Size(10.5, 10.5, 19, 14, 1.2, 8, 1.15),
    "dense": Size(10, 10, 19, 14, 1.2, 8, 1.15),
}
"""The best first; docs/stylesheets/handout.css has a class for each."""

SMALLEST = "dense"

PAGE = 258.0
"""Millimetres of Letter that a page may fill: one less than a browser gives it."""
ACROSS = 194.0
"""And its width."""

_ACROSS, _MANY_ACROSS, _MANY, _WORDS_ACROSS = 3, 4, 7, 2
"""Steps beside each other, from how many steps on there are four, and how many where nothing is drawn."""
_TALL = 0.7
"""Width to height of a drawing up to which the words of its step stand beside it."""
_LOW = 20.0
"""Millimetres: a drawing that is less high is hard to read."""
_BETWEEN = 5.0
"""Millimetres between columns, of steps and of the box of safety, and between numbers of the dose."""
_TITLE = 126.0
"""Millimetres of the title's width; the rest is for name and date."""
_NAME_AND_DATE, _NAME_LINE = 2, 2.3
"""Lines to write on, and what each has above it."""
_FRAME, _ROW, NUMBER = 2.6, 1.0, 6.2
"""Millimetres: around the words of a box, between rows of steps, of the number of a step before its words."""
_DOSE, _DOSE_LEADING, _PEN, _BOX, _OTHER = 1.16, 1.4, 11.5, 7.2, 0.86
"""Letters of the dose, in sizes of the others, and from line to line in theirs; millimetres of a line to write on and
of a box to tick; letters of what is for one side only, in those of the dose."""
_WEEK, _DAY, _TICK = 0.9, 17.0, 5.0
"""Millimetres: around a row of the week, of a day, of a box."""
_CODE, BESIDE_CODE = 24.5, 163.0
"""Millimetres: the code, and what is left beside it."""
_INDENT, _RULE = 3.0, 0.8
"""Millimetres before a caution of a list, and above what a list begins with."""
_UNEVEN = 0.4
"""Lines by which one column of the box of safety is longer than half of it."""
_FOOT = 11.0
"""Points, at most, of the last lines."""


class Number(NamedTuple):
    """One part of the dose that is not parted: its words, how many lines there are to write on, and boxes to tick."""

    words: str
    pens: int = 1
    boxes: int = 0


class Cells(NamedTuple):
    """How the steps of a guide stand on its sheet."""

    across: int
    """How many beside each other."""
    are_tall: bool = False
    """Whether the words of a step stand beside its drawing, not below it."""
    are_drawn: bool = True
    """Whether there is a drawing at all: words alone take no room for one, and leave more for notes."""

    @property
    def width(self) -> float:
        """Millimetres of a step."""
        return (ACROSS - (self.across - 1) * _BETWEEN) / self.across

    def free(self, steps: int) -> int:
        """How many places for notes are left beside the last of so many steps."""
        return -steps % self.across if self.are_drawn else 0


_USUAL = Cells(_ACROSS)


class Safety(NamedTuple):
    """What stands in the box of safety."""

    remarks: Sequence[Remark]
    groups: Sequence[tuple[str, Sequence[Remark]]]
    """Lists, each with what it begins with."""


@dataclass(frozen=True)
class SheetWords:
    """What is long or short on a sheet."""

    title: str
    head: Sequence[Remark]
    dose: Sequence[Number]
    other: Sequence[Number]
    """The dose of one side, to be filled in; empty where there are no sides."""
    steps: Sequence[Remark]
    feel: Sequence[Remark]
    safety: Safety
    foot: Sequence[Sequence[Remark]]
    """Paragraphs."""
    ticks: int = 1
    """Boxes for each day of the week."""
    cells: Cells = _USUAL


def cells(shapes: Sequence[float]) -> Cells:
    """How steps stand whose drawings are so many times as wide as they are high; 0 = a step has none."""
    drawn = list(filter(None, shapes))
    if not drawn:
        return Cells(_WORDS_ACROSS, are_drawn=False)
    return Cells(_MANY_ACROSS if len(shapes) >= _MANY else _ACROSS, max(drawn) < _TALL)


def widened(words: SheetWords, shapes: Sequence[float]) -> SheetWords:
    """With fewer steps beside each other where a drawing is so wide that it would be low, and no letter smaller."""
    wider = replace(words, cells=Cells(words.cells.across - 1))
    is_low = max(shapes) * _LOW > words.cells.width
    return wider if is_low and size(wider) == size(words) else words


def size(words: SheetWords) -> str:
    """The largest size at which the sheet fits on its page; the smallest where none does."""
    return next((name for name, size in SIZES.items() if millimetres(words, size) <= PAGE), SMALLEST)


def millimetres(words: SheetWords, size: Size) -> float:
    """About how high a sheet is with drawings at their smallest."""
    parts = [
        head(words.title, [words.head], size),
        dose(words.dose, words.other, size),
        _steps(words, size),
        *([] if words.cells.free(len(words.steps)) else [size.notes]),
        log(size.height(words.feel, BESIDE_CODE) + size.gap + week(words.ticks, size)),
        safety(words.safety, size),
        foot(words.foot, size),
    ]
    return sum(parts) + (len(parts) - 1) * size.gap


def head(title: str, paragraphs: Iterable[Iterable[Remark]], size: Size) -> float:
    """The title and what stands below it; name and date stand beside it."""
    told = sum(size.height(paragraph, _TITLE) for paragraph in paragraphs)
    titled = lines([Remark(title, "")], _TITLE / (size.title * POINT)) * size.title * POINT * 1.12
    return max(titled + told, _NAME_AND_DATE * (size.line + _NAME_LINE))


def dose(numbers: Iterable[Number], other: Iterable[Number], size: Size) -> float:
    """The box of the dose."""
    points = size.words * _DOSE
    line = points * POINT * _DOSE_LEADING
    return _FRAME + line * (rows(numbers, ACROSS, points) + _OTHER * rows(other, ACROSS, points * _OTHER))


def dose_width(numbers: Iterable[Number], size: Size) -> float:
    """How wide the box of the dose is, where its numbers stand in one line."""
    return 2 * _BETWEEN + sum(number_width(number, size.words * _DOSE) for number in numbers)


def rows(numbers: Iterable[Number], across: float, points: float, gap: float = _BETWEEN) -> int:
    """How many lines numbers fill, none of which is parted."""
    count, filled = 0, across
    for number in numbers:
        wide = number_width(number, points)
        if filled + wide > across:
            count, filled = count + 1, 0.0
        filled += wide + gap
    return count


def number_width(number: Number, points: float) -> float:
    """Millimetres of a part of the dose."""
    return width(number.words) * points * POINT + number.pens * _PEN + number.boxes * _BOX


def _steps(words: SheetWords, size: Size) -> float:
    columns, are_tall, are_drawn = words.cells
    wide = words.cells.width
    texts = [numbered([step], wide / 2 - _ROW if are_tall else wide, size) for step in words.steps]
    highest = [max(texts[at : at + columns]) for at in range(0, len(texts), columns)]
    if are_tall:
        return len(highest) * (max(size.drawing, *highest) + 2 * _ROW) - 2 * _ROW
    drawing = size.drawing + _ROW if are_drawn else 0
    return sum(drawing + text + _ROW for text in highest) - _ROW


def numbered(remarks: Iterable[Remark], across: float, size: Size) -> float:
    """The words of a step, with its number before them."""
    number = NUMBER / (size.words * POINT)
    return paragraph(chain([number], widths(remarks)), across, size.words, leading=size.leading)


def week(ticks: int, size: Size) -> float:
    """The days, and so many boxes for each."""
    return (1 + -(-ticks * _TICK // _DAY)) * (size.line + _WEEK)


def log(beside: float) -> float:
    """What is so high, and the code beside it."""
    return max(_CODE, beside)


def safety(safety: Safety, size: Size) -> float:
    """The box of safety, in two columns."""
    across = (ACROSS - 2 * _BETWEEN) / 2
    told = [size.height([remark], across, size.safe) for remark in safety.remarks]
    for lead, remarks in safety.groups:
        told.append(_RULE + size.height([Remark(lead, "")], across, size.safe))
        told += [size.height([remark], across - _INDENT, size.safe) for remark in remarks]
    return _FRAME + sum(told) / 2 + _UNEVEN * size.safe * POINT * size.leading


def foot(paragraphs: Iterable[Iterable[Remark]], size: Size, across: float = ACROSS) -> float:
    """The last lines."""
    return sum(size.height(paragraph, across, min(_FOOT, size.words)) for paragraph in paragraphs)
