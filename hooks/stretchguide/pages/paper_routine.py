"""How much paper a routine's sheet takes: whole sentences where its two pages hold them, smaller letters before fewer.

As in ``paper``, lengths are those of docs/stylesheets/handout.css on Letter, the shorter page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeVar

from stretchguide.pages import lines, paper
from stretchguide.pages.handout_words import Remark, Telling
from stretchguide.pages.lines import POINT, Beside
from stretchguide.pages.paper import ACROSS, PAGE, SIZES, Number, Safety, Size

T = TypeVar("T")


class Taken(NamedTuple):
    """What a drawing takes at most, in millimetres."""

    across: float
    down: float


DRAWINGS = {
    "large": Taken(38, 31),
    "fair": Taken(38, 25),
    "small": Taken(38, 20),
    "least": Taken(26, 18),
    "slim": Taken(22, 18),
}
"""Drawings of stretches that stand in two columns, with room for the boxes of a side beside them;
docs/stylesheets/handout.css has a class for each."""


class SheetForm(NamedTuple):
    """How a routine is printed."""

    size: str
    """A class of docs/stylesheets/handout.css."""
    telling: Telling
    drawing: str = ""
    """One of ``DRAWINGS``: stretches stand in two columns, each around its drawing. Empty = a stretch a row."""

    @property
    def is_crowded(self) -> bool:
        """Whether the last lines of the sheet take the place of notes, and steps go on in the line of their dose."""
        return self.size in _CROWDED


SHORTEST = SheetForm("dense", "cues", "least")
FORMS = (
    SheetForm("roomy", "whole"),
    SheetForm("fair", "whole"),
    SheetForm("close", "whole"),
    SheetForm("close", "whole", "large"),
    SheetForm("close", "whole", "fair"),
    SheetForm("tight", "whole", "large"),
    SheetForm("tight", "whole", "fair"),
    SheetForm("tight", "whole", "small"),
    SheetForm("snug", "whole", "fair"),
    SheetForm("snug", "whole", "small"),
    SheetForm("tight", "brief", "small"),
    SheetForm("snug", "brief", "small"),
    SheetForm("packed", "brief", "small"),
    SheetForm("tight", "cues", "small"),
    SheetForm("snug", "cues", "small"),
    SheetForm("packed", "cues", "small"),
    SheetForm("packed", "cues", "least"),
    SheetForm("packed", "cues", "slim"),
)
"""The best first; ``SHORTEST`` is what is left."""

PAGES = 2


class Stretches(NamedTuple):
    """Stretches that stand in one list: those from the one number on, up to the other."""

    begin: int
    end: int

    def of(self, stretches: Sequence[T]) -> Sequence[T]:
        return stretches[self.begin : self.end]


_ROW, _NUMBERED = Taken(51, 22), Taken(12, 7)
"""What a drawing takes where a stretch fills a row, with its number; and the number alone."""
_CROWDED = "packed", "dense"
_FREE = Taken(2, 0.5)
"""Left free beside a drawing and below it."""
_COLUMN = (ACROSS - 5) / 2
_BESIDE, _READING = 5.0, 60.0
"""Millimetres between the box of the dose and how it is read, and the least that these words take beside it."""
_AROUND, _AROUND_CARD = 3.3, 2.6
"""Millimetres above and below a stretch, and by which the boxes of its dose and its number heighten their lines."""
_BETWEEN, _SMALLER_BOX = 2.0, 0.7
"""Millimetres between two numbers of a dose, and by which a box to tick is narrower in a column."""
_DOSE, _DOSE_LEADING = 1.16, 1.4
"""Letters of a dose, in sizes of the others, and from line to line in theirs."""


class RoutineRow(NamedTuple):
    """The words of a stretch."""

    shape: float
    """Width to height of its drawing; 0 = it has none."""
    title: Remark
    doses: Sequence[Sequence[Number]]
    """One, or one for each side."""
    told: Mapping[Telling, Sequence[Remark]]


@dataclass(frozen=True)
class RoutineWords:
    """What is long or short on the sheet."""

    title: str
    head: Sequence[Sequence[Remark]]
    """Paragraphs below the title."""
    often: Sequence[Number]
    reading: Sequence[Remark]
    rows: Sequence[RoutineRow]
    safety: Safety
    foot: Sequence[Sequence[Remark]]


def form(words: RoutineWords) -> SheetForm:
    """The best form at which the sheet fits on its pages; the shortest where none does."""
    return next((each for each in FORMS if pages(words, each) <= PAGES), SHORTEST)


def pages(words: RoutineWords, form: SheetForm) -> int:
    """About how many pages a sheet takes: what is not to be parted begins the next page."""
    size = SIZES[form.size]
    sheet = _begun(words, form)
    beside_code = paper.foot(words.foot, size, paper.BESIDE_CODE) if form.is_crowded else size.notes
    sheet.add(2 * size.gap + paper.log(paper.week(1, size) + size.gap + beside_code))
    sheet.add(size.gap + paper.safety(words.safety, size))
    sheet.add(0 if form.is_crowded else size.gap + paper.foot(words.foot, size))
    return sheet.pages


def lists(words: RoutineWords, form: SheetForm) -> Sequence[Sequence[Stretches]]:
    """Those that stand beside each other, for each page; where stretches stand in no columns, all in one list.

    A browser that is to make columns equally long on a page of paper may leave one of them to the next page.
    """
    return _begun(words, form).lists or [[Stretches(0, len(words.rows))]]


def _begun(words: RoutineWords, form: SheetForm) -> _Sheet:
    """The sheet down to its last stretch."""
    size = SIZES[form.size]
    sheet = _Sheet(_head(words, size))
    if form.drawing:
        sheet.add_in_columns([_card(row, form) for row in words.rows])
    else:
        for row in words.rows:
            sheet.add(_row(row, form.telling, size))
    return sheet


class _Sheet:
    """Pages that are filled by parts of so many millimetres."""

    def __init__(self, filled: float) -> None:
        self.pages, self._filled = 1, filled
        self.lists: list[Sequence[Stretches]] = []

    def add(self, part: float) -> None:
        """On this page, or on the next."""
        if self._filled + part > PAGE:
            self.pages, self._filled = self.pages + 1, 0.0
        self._filled += part

    def add_in_columns(self, cards: Sequence[float], begin: int = 0) -> None:
        """As many as two columns of this page hold, then the others on the next; one at least, which fits on any."""
        counts = range(len(cards) - begin, 1, -1)
        held = (count for count in counts if self._filled + _higher(cards[begin : begin + count]) <= PAGE)
        end = begin + next(held, 1)
        middle = begin + _first(cards[begin:end])
        self.lists.append([Stretches(begin, middle), Stretches(middle, end)])
        self.add(_higher(cards[begin:end]))
        if end < len(cards):
            self.pages, self._filled = self.pages + 1, 0.0
            self.add_in_columns(cards, end)


def _first(cards: Sequence[float]) -> int:
    """How many stand in the first of two columns, so that they take the least paper; no fewer than in the other."""
    return min(range(len(cards), -1, -1), key=lambda count: max(sum(cards[:count]), sum(cards[count:])))


def _higher(cards: Sequence[float]) -> float:
    """The height of the higher one of two columns."""
    first = _first(cards)
    return max(sum(cards[:first]), sum(cards[first:]))


def _head(words: RoutineWords, size: Size) -> float:
    return paper.head(words.title, words.head, size) + _opening(words, size) + 2 * size.gap


def _opening(words: RoutineWords, size: Size) -> float:
    """How often it is done, and how it is read: beside that where there is room."""
    often = paper.dose(words.often, [], size)
    beside = ACROSS - paper.dose_width(words.often, size) - _BESIDE
    if beside >= _READING:
        return max(often, size.height(words.reading, beside))
    return often + size.gap + size.height(words.reading, ACROSS)


def _row(row: RoutineRow, telling: Telling, size: Size) -> float:
    drawn = _ROW if row.shape else _NUMBERED
    across = ACROSS - drawn.across
    told = size.height([row.title], across) + _doses(row, across, size.words * _DOSE)
    return max(drawn.down, told + size.height(row.told[telling], across)) + _AROUND


def _card(row: RoutineRow, form: SheetForm) -> float:
    """Name and dose, and how it is done, around the drawing."""
    size, picture = SIZES[form.size], _taken_by(row, DRAWINGS[form.drawing])
    named = [paper.NUMBER / (size.words * POINT), *lines.words([row.title]), *_numbers(row, size)]
    told = [*lines.words(row.told[form.telling])]
    filled = 0.0
    for words in [named + told] if form.is_crowded else [named, told]:
        beside = Beside(max(0.0, picture.down - filled), picture.across)
        filled += lines.paragraph(words, _COLUMN, size.words, beside, size.leading)
    return max(picture.down, filled) + _AROUND_CARD


def _numbers(row: RoutineRow, size: Size) -> Iterator[float]:
    """The widths of the numbers of a dose, in sizes of letters; one with a place for a pen is not parted."""
    for number in chain.from_iterable(row.doses):
        if number.pens or number.boxes:
            wide = paper.number_width(number, size.words) - number.boxes * _SMALLER_BOX
            yield wide / (size.words * POINT)
        else:
            yield from lines.words([Remark(number.words, "")])


def _taken_by(row: RoutineRow, drawn: Taken) -> Taken:
    if not row.shape:
        return Taken(0, 0)
    return Taken(_FREE.across + min(drawn.across, row.shape * drawn.down), drawn.down + _FREE.down)


def _doses(row: RoutineRow, across: float, points: float) -> float:
    return sum(paper.rows(dose, across, points, _BETWEEN) for dose in row.doses) * points * POINT * _DOSE_LEADING
