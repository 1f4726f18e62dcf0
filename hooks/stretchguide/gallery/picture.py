"""A picture and what it consists of: a drawing, and the words that are told of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple

from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.seen import UNSEEN, Feet, Seen

PLACE = "\ue000"
"""Stands in a drawing where its text will. It is for private use (Unicode, 23.5), and no drawing holds other words."""

_SIZE = re.compile(r'width="(\d+)" height="\d+"')
_BOX = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"})

_ALONE = "-alone"


def alone(uri: str) -> str:
    """The file of a picture that stands away from its strip, by its file there."""
    return uri.removesuffix(".svg") + f"{_ALONE}.svg"


def in_strip(uri: str) -> str:
    """The file of the picture that has the same drawing in its strip."""
    return uri.removesuffix(f"{_ALONE}.svg") + ".svg" if uri.endswith(f"{_ALONE}.svg") else uri


# Pages show a picture in a place of this breadth to its height; a figure that is larger by less looks the same.
_ASPECT, _LARGER = 4 / 3, 1.1


def _size(box: re.Match[str]) -> float:
    """How far a picture with a view box is scaled down on a page."""
    return max(float(box[1]), float(box[2]) * _ASPECT)


@dataclass(frozen=True)
class Drawing:
    """A drawn figure, the same whatever is told of it."""

    inline: str
    """SVG for a page, coloured by the page's tokens; its name is ``PLACE``."""
    alone: str
    """SVG for a file of its own, with its own colours for light and dark; its title is ``PLACE``."""
    faults: tuple[tuple[str, str], ...] = ()
    """What is wrong with it: the key of the pose, and a message."""
    sights: tuple[tuple[str, str], ...] = ()
    """What it does not let its reader see: the number of the rule that asks for it, and a message."""
    angles: Mapping[str, float] = field(default_factory=dict)
    """How far it asks each joint to go, by motion (``figure.lints.angles``)."""
    seen: Seen = UNSEEN
    """How its body is seen to be, which its words are to say."""
    arrows: tuple[Arrow, ...] = ()
    """What its arrows say, which its words are to say."""
    own_box: str = ""
    """The view box of what it shows where it stands by itself, away from its strip; empty = there is no strip."""


@dataclass(frozen=True)
class Picture:
    """A drawing and its words."""

    alt: str
    """What it shows, in words."""
    drawing: Drawing
    flipped_alt: str = ""
    """What it shows when it is flipped, for the other side; empty where both sides look alike."""
    again: str = ""
    """In a row of steps, what is said in place of ``alt`` of a picture that repeats one: as in step 3."""
    flipped_again: str = ""
    """The same when it is flipped."""

    @property
    def inline(self) -> str:
        """SVG for a page, with its name."""
        return self.drawing.inline.replace(PLACE, self.alt.translate(_IN_ATTRIBUTE))

    @property
    def by_itself(self) -> Picture:
        """The same away from its strip: in a frame of its own, when the figure is larger there by what one sees."""
        drawing = self.drawing
        now, own = _BOX.search(drawing.inline), _BOX.search(f'viewBox="{drawing.own_box}"')
        file = _SIZE.search(drawing.alone)
        if not now or not own or not file or _size(now) < _LARGER * _size(own):
            return self
        scale = int(file[1]) / float(now[1])
        size = f'width="{float(own[1]) * scale:.0f}" height="{float(own[2]) * scale:.0f}"'
        inline, alone = (_BOX.sub(own[0], text, count=1) for text in (drawing.inline, drawing.alone))
        return replace(self, drawing=replace(drawing, inline=inline, alone=_SIZE.sub(size, alone, count=1)))

    @property
    def in_row(self) -> Picture:
        """The same as a row of steps names it."""
        return replace(self, alt=self.again or self.alt, flipped_alt=self.flipped_again or self.flipped_alt)

    @property
    def shape(self) -> float:
        """Width to height of the drawing."""
        box = _BOX.search(self.drawing.inline)
        assert box, "every drawing has a frame"
        return float(box[1]) / float(box[2])

    @property
    def alone(self) -> str:
        """SVG for a file of its own, with its title."""
        return self.drawing.alone.replace(PLACE, self.alt.translate(_IN_TEXT))


class Told(NamedTuple):
    """The texts of a picture: as it is drawn, and when it is flipped; both again, in a row of steps, where it repeats
    one."""

    alt: str
    flipped_alt: str
    again: str
    flipped_again: str


class CannotDraw(Exception):
    """The engine has failed on a pose; the text says how."""


Attempt = Drawing | CannotDraw | None
"""What came of a step; None where there is no pose."""


class NoBody(Exception):
    """The body that figures are drawn from cannot be had; the text says why and what to do, in one sentence."""


def strip_of(kept: Any) -> list[Drawing | None] | None:
    """The drawings of a strip from what JSON made of them; None where it is something else."""
    found = kept.get("drawings") if isinstance(kept, dict) else None
    if not isinstance(found, list):
        return None
    drawings = [None if each is None else drawing_of(each) for each in found]
    is_whole = all(each is None or made for each, made in zip(found, drawings, strict=True))
    return drawings if is_whole else None


def drawing_of(kept: Any) -> Drawing | None:
    """A drawing from what JSON made of it; None where that is no drawing."""
    if not isinstance(kept, dict) or set(kept) != {field.name for field in fields(Drawing)}:
        return None
    if not all(isinstance(kept[name], str) for name in ("inline", "alone", "own_box")):
        return None
    if not isinstance(kept["angles"], dict) or not all(isinstance(each, int) for each in kept["angles"].values()):
        return None
    if not _is_seen(kept["seen"]) or not _are_arrows(kept["arrows"]):
        return None
    (left, right), spots = kept["seen"]
    pairs = {name: kept[name] for name in ("faults", "sights")}
    if not all(isinstance(each, list) and all(map(_is_pair, each)) for each in pairs.values()):
        return None
    return Drawing(
        **{
            **kept,
            "seen": Seen(Feet(left, right), tuple((name, (x, y, z)) for name, (x, y, z) in spots)),
            "arrows": tuple(Arrow(part, motion, tuple(ways), *more) for part, motion, ways, *more in kept["arrows"]),
            **{name: tuple((key, said) for key, said in each) for name, each in pairs.items()},
        }
    )


def texts_of(kept: Any) -> list[Told] | None:
    """The texts of pictures from what JSON made of them; None where it is something else."""
    found = kept.get("texts") if isinstance(kept, dict) else None
    return [Told(*each) for each in found] if isinstance(found, list) and all(map(_is_told, found)) else None


def _is_told(kept: object) -> bool:
    return isinstance(kept, list) and list(map(type, kept)) == [str] * len(Told._fields)


def _is_seen(kept: object) -> bool:
    """Whether JSON made this of how a body is seen."""
    if not isinstance(kept, list) or len(kept) != len(Seen._fields) or not isinstance(kept[1], list):
        return False
    feet, spots = kept
    return isinstance(feet, list) and list(map(type, feet)) == [str, str] and all(map(_is_spot, spots))


def _is_spot(kept: object) -> bool:
    if not isinstance(kept, list) or list(map(type, kept)) != [str, list]:
        return False
    return list(map(type, kept[1])) == [int, int, int]


def _are_arrows(kept: object) -> bool:
    return isinstance(kept, list) and all(map(_is_arrow, kept))


def _is_arrow(kept: object) -> bool:
    """Whether JSON made this of an arrow."""
    if not isinstance(kept, list) or len(kept) != len(Arrow._fields):
        return False
    part, motion, ways, towards, is_over, amount = kept
    is_word = all(isinstance(each, str) for each in (part, motion, towards))
    has_ways = isinstance(ways, list) and all(isinstance(each, str) for each in ways)
    return is_word and has_ways and isinstance(is_over, bool) and (amount is None or isinstance(amount, (int, float)))


def _is_pair(kept: object) -> bool:
    return isinstance(kept, list) and list(map(type, kept)) == [str, str]
