"""How much paper a routine's sheet takes: whole sentences where its two pages hold them, smaller letters before fewer.

As in ``paper``, lengths are those of docs/stylesheets/handout.css on Letter, the shorter page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from stretchguide.pages import paper
from stretchguide.pages.handout_words import Remark
from stretchguide.pages.lines import POINT, Beside, height
from stretchguide.pages.paper import ACROSS, PAGE, SIZES, Number, Safety, Size

T = TypeVar("T")


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
    SheetForm("fair", True),
    SheetForm("close", True),
    SheetForm("tight", True),
    SheetForm("snug", True),
    SheetForm("tight", False),
    SheetForm("snug", False),
    SheetForm("snug", False, instead=False),
    SheetForm("dense", True),
    SheetForm("dense", False),
)
"""The best first; ``SHORTEST`` is what is left."""

PAGES = 2


class Stretches(NamedTuple):
    """Stretches that stand in one list: those from the one number on, up to the other."""

    begin: int
    end: int

    def of(self, stretches: Sequence[T]) -> Sequence[T]:
        return stretches[self.begin : self.end]


class _Taken(NamedTuple):
    """What a drawing takes at most, in millimetres."""

    across: float
    down: float


_CARDS = {"tight": _Taken(26, 21), "snug": _Taken(24, 19), "dense": _Taken(22, 17)}
"""At these sizes stretches stand in two columns, and their words go on below the drawing."""
_ROW = _Taken(51, 22)
"""At the others, beside it."""
_NUMBER = _Taken(10, 7.5)
"""Of the number of a stretch, with what is left free beside it; and as much is free below a drawing as below it."""
_COLUMN = (ACROSS - 5) / 2
_AROUND, _AROUND_CARD = 3.3, 1.9
"""Millimetres above and below a stretch."""
_BETWEEN = 2.0
"""Millimetres between two numbers of a dose."""
_DOSE, _DOSE_OF_CARD, _DOSE_LEADING = 1.16, 1.05, 1.4
"""Letters of a dose, in sizes of the others, and from line to line in theirs."""


class RoutineRow(NamedTuple):
    """The words of a stretch."""

    shape: float
    """Width to height of its drawing; 0 = it has none."""
    title: Remark
    doses: Sequence[Sequence[Number]]
    """One, or one for each side."""
    whole: Sequence[Remark]
    brief: Sequence[Remark]

    def words(self, whole: bool) -> Sequence[Remark]:
        return self.whole if whole else self.brief


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
    numbers: Safety
    """In which the cautions say only which stretches they concern."""
    foot: Sequence[Sequence[Remark]]


def form(words: RoutineWords) -> SheetForm:
    """The best form at which the sheet fits on its pages; the shortest where none does."""
    return next((each for each in FORMS if pages(words, each) <= PAGES), SHORTEST)


def pages(words: RoutineWords, form: SheetForm) -> int:
    """About how many pages a sheet takes: what is not to be parted begins the next page."""
    size = SIZES[form.size]
    sheet = _begun(words, form)
    sheet.add(2 * size.gap + paper.log(paper.week(1, size) + size.gap + paper.NOTES))
    sheet.add(size.gap + paper.safety(words.safety if form.instead else words.numbers, size))
    sheet.add(paper.foot(words.foot, size))
    return sheet.pages


def lists(words: RoutineWords, form: SheetForm) -> Sequence[Stretches]:
    """A list for each page, where stretches stand in columns: a browser makes those equally long on one page only."""
    return _begun(words, form).lists or [Stretches(0, len(words.rows))]


def _begun(words: RoutineWords, form: SheetForm) -> _Sheet:
    """The sheet down to its last stretch."""
    size = SIZES[form.size]
    sheet = _Sheet(_head(words, size))
    if picture := _CARDS.get(form.size):
        sheet.add_in_columns([_card(row, form.whole, size, picture) for row in words.rows])
    else:
        for row in words.rows:
            sheet.add(_row(row, form.whole, size))
    return sheet


class _Sheet:
    """Pages that are filled by parts of so many millimetres."""

    def __init__(self, filled: float) -> None:
        self.pages, self._filled = 1, filled
        self.lists: list[Stretches] = []

    def add(self, part: float) -> None:
        """On this page, or on the next."""
        if self._filled + part > PAGE:
            self.pages, self._filled = self.pages + 1, 0.0
        self._filled += part

    def add_in_columns(self, cards: Sequence[float], begin: int = 0) -> None:
        """As many as two columns of this page hold, then the others on the next; one at least, which fits on any."""
        counts = range(len(cards) - begin, 1, -1)
        held = (count for count in counts if self._filled + _balanced(cards[begin : begin + count]) <= PAGE)
        end = begin + next(held, 1)
        self.lists.append(Stretches(begin, end))
        self.add(_balanced(cards[begin:end]))
        if end < len(cards):
            self.pages, self._filled = self.pages + 1, 0.0
            self.add_in_columns(cards, end)


def _balanced(cards: Sequence[float]) -> float:
    """The least height of two columns."""
    return min((max(sum(cards[:at]), sum(cards[at:])) for at in range(len(cards) + 1)), default=0.0)


def _head(words: RoutineWords, size: Size) -> float:
    reading = height(words.reading, ACROSS, size.words) + size.gap if words.reading else 0
    return paper.head(words.title, words.head, size) + paper.dose(words.often, [], size) + reading + 2 * size.gap


def _row(row: RoutineRow, whole: bool, size: Size) -> float:
    across = ACROSS - _ROW.across
    told = height([row.title], across, size.words) + _doses(row, across, size.words * _DOSE)
    return max(_ROW.down, told + height(row.words(whole), across, size.words)) + _AROUND


def _card(row: RoutineRow, whole: bool, size: Size, drawn: _Taken) -> float:
    picture = _taken_by(row, drawn)
    across = _COLUMN - picture.across
    told = height([row.title], across, size.words) + _doses(row, across, size.words * _DOSE_OF_CARD)
    beside = Beside(picture.down - told, picture.across)
    return max(picture.down, told + height(row.words(whole), _COLUMN, size.words, beside)) + _AROUND_CARD


def _taken_by(row: RoutineRow, drawn: _Taken) -> _Taken:
    """With the number of the stretch."""
    if not row.shape:
        return _NUMBER
    return _Taken(_NUMBER.across + min(drawn.across, row.shape * drawn.down), drawn.down + 0.5)


def _doses(row: RoutineRow, across: float, points: float) -> float:
    return sum(paper.rows(dose, across, points, _BETWEEN) for dose in row.doses) * points * POINT * _DOSE_LEADING
