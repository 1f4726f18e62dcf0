"""What the texts of pictures say: few words, and more of those that would read like another picture's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.sentence.words import BRIEF, EXACT, PLAIN, SHORT, Wording
from stretchguide.figure.words import language
from stretchguide.figure.words.pose import Pose
from stretchguide.gallery.picture import Told
from stretchguide.gallery.posed import Posed, mirrored


class Telling(NamedTuple):
    """How much an alternative text says."""

    say: Wording
    is_whole: bool = False
    """Whether it also says what else the picture shows: from where it is seen, the breath, and what is lit."""


FEW_WORDS = Telling(BRIEF)


def said(shown: Posed, telling: Telling) -> str:
    """The alternative text of the picture of a pose."""
    assert shown.pose is not None
    say, is_whole = telling
    if not is_whole:
        return describe(_posture(shown.pose), say=say)
    pose = language.parse(shown.pose)
    return describe(pose if pose.feel is not None else pose._replace(feel=shown.felt), say=say)


def said_flipped(shown: Posed, telling: Telling) -> str:
    """The text of the picture when it is flipped, for the other side; empty where both sides look alike."""
    other = mirrored(shown)
    assert shown.pose is not None
    assert other.pose is not None
    if language.parse(other.pose) == language.parse(shown.pose) and set(other.felt) == set(shown.felt):
        return ""
    return said(other, telling)


def _posture(words: Mapping[str, Any]) -> Pose:
    """The pose alone: not from where it is seen, nor what the words of its step and stretch say anyway."""
    return language.parse({key: value for key, value in words.items() if key not in _BESIDES})


_BESIDES = ("title", "view", "breath", "feel", "also")


# -- telling apart ----------------------------------------------------------------------------------------------------


def told(shown: Sequence[Sequence[Posed]], drawn: Sequence[Sequence[str | None]]) -> list[Told]:
    """The texts of a record's pictures, in order. ``drawn`` are the drawings, by variant and step; None = no picture.

    Two different poses have different texts; more is told of them where few words are not enough.
    """
    rows: list[_Row] = [
        [None if drawing is None else _seen(step, drawing, FEW_WORDS) for step, drawing in zip(*pair, strict=True)]
        for pair in zip(shown, drawn, strict=True)
    ]
    for more, clashing in LADDER:
        unclear = clashing(rows)
        rows = [[_told_more(each, more) if each and each.alt in unclear else each for each in row] for row in rows]
    every = filter(None, chain.from_iterable(rows))
    return [Told(each.alt, said_flipped(each.shown, each.telling)) for each in every]


class _Seen(NamedTuple):
    """A picture with what is told of it so far."""

    shown: Posed
    drawing: str
    telling: Telling
    alt: str


_Row = list[_Seen | None]
"""The pictures of a variant."""


def _seen(shown: Posed, drawing: str, telling: Telling) -> _Seen:
    return _Seen(shown, drawing, telling, said(shown, telling))


def _told_more(seen: _Seen, more: Callable[[Telling], Telling]) -> _Seen:
    return _seen(seen.shown, seen.drawing, more(seen.telling))


def _same_for_poses(rows: Sequence[_Row]) -> set[str]:
    """The texts that stand for two poses of a record."""
    return _ambiguous(chain.from_iterable(rows), lambda each: _posture(each.shown.pose or {}))


def _same_in_variant(rows: Sequence[_Row]) -> set[str]:
    """The texts that stand for two pictures of a variant."""
    return set().union(*(_ambiguous(row, lambda each: each.drawing) for row in rows))


def _ambiguous(row: Iterable[_Seen | None], meaning: Callable[[_Seen], object]) -> set[str]:
    """The texts that mean more than one thing."""
    told: dict[str, list[_Seen]] = {}
    for each in row:
        if each:
            told.setdefault(each.alt, []).append(each)
    return {text for text, seen in told.items() if len(seen) > 1 and len(set(map(meaning, seen))) > 1}


LADDER: tuple[tuple[Callable[[Telling], Telling], Callable[[Sequence[_Row]], set[str]]], ...] = (
    (lambda _: Telling(SHORT), _same_for_poses),
    (lambda _: Telling(PLAIN), _same_for_poses),
    (lambda _: Telling(EXACT), _same_for_poses),
    (lambda telling: telling._replace(is_whole=True), _same_in_variant),
    (lambda _: Telling(EXACT, is_whole=True), _same_in_variant),
)
"""What is told of pictures whose texts are the same, one step after the other, and which texts those are."""
