"""How many lines a text fills on paper, from the widths of its letters and breaking where a browser does: at spaces.

The fonts of docs/stylesheets/handout.css are set to one height of small letters, and are about equally wide then. The
widths are those of the widest of them, Arial and DejaVu Sans Condensed, letter by letter.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from stretchguide.pages.handout_words import Remark

POINT = 25.4 / 72
"""Millimetres."""
LEADING = 1.2
"""From line to line, in sizes of the letters."""

_SPACE, _SMALL, _CAPITAL, _BOLD = 0.27, 0.535, 0.65, 1.1
_WIDTHS = {
    letter: width
    for letters, width in {
        "ijlI'|": 0.25,
        "ft.,:;!/’": 0.3,
        "r-()[]": 0.34,
        "cksvxyzJ?“”": 0.485,
        "EFLPSTZ": 0.58,
        "mM%W@": 0.82,
        "w": 0.69,
    }.items()
    for letter in letters
}
"""In sizes of the letters. Whatever is not here is as wide as a small letter, or as a capital."""


class Beside(NamedTuple):
    """What stands beside the first lines of a paragraph."""

    down: float = 0.0
    """Millimetres of it that are below the beginning of the paragraph."""
    across: float = 0.0
    """Millimetres that it takes of each line."""


NOTHING = Beside()


def height(remarks: Iterable[Remark], across: float, points: float, leading: float = LEADING) -> float:
    """Millimetres of one paragraph that is so many millimetres wide."""
    return paragraph(words(remarks), across, points, leading=leading)


def paragraph(
    words: Iterable[float], across: float, points: float, beside: Beside = NOTHING, leading: float = LEADING
) -> float:
    """As ``height``, of words of such widths, in sizes of their letters."""
    size = points * POINT
    narrow = max(0, math.ceil(beside.down / (size * leading)))
    return _lines(words, across / size, narrow, beside.across / size) * size * leading


def lines(remarks: Iterable[Remark], across: float) -> int:
    """How many lines a paragraph fills whose width is given in sizes of its letters."""
    return _lines(words(remarks), across)


def words(remarks: Iterable[Remark]) -> Iterator[float]:
    """The widths of the words, in sizes of their letters."""
    return chain.from_iterable(map(_words, remarks))


def _lines(words: Iterable[float], across: float, narrow: int = 0, by: float = 0.0) -> int:
    """So many of the lines, the first, are narrower by so much; a word that is too wide for them stands below."""
    count, filled = 1, 0.0
    for word in words:
        room = across - by if count <= narrow else across
        if filled and filled + _SPACE + word > room:
            count, filled = count + 1, 0.0
        if count <= narrow and word > across - by:
            count, filled = narrow + 1, 0.0
        filled += word + (_SPACE if filled else 0)
    return count


def width(text: str, bold: bool = False) -> float:
    """Of a text in one line, in sizes of its letters."""
    return sum(map(_width, text)) * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _words(remark: Remark) -> tuple[float, ...]:
    """The widths of its words."""
    parts = ((remark.lead, True), (remark.text, False), (remark.end, True))
    return tuple(width(word, bold) for part, bold in parts for word in part.split(" ") if word)


def _width(letter: str) -> float:
    if letter == " ":
        return _SPACE
    return _WIDTHS.get(letter) or (_CAPITAL if letter.isupper() else _SMALL)
