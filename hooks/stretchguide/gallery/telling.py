"""What the texts of pictures say: few words, and more of those that would read like another picture's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, Protocol

from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.sentence.words import BRIEF, EXACT, PLAIN, SHORT, Wording
from stretchguide.figure.words import language, pose_steps
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.format.sides import OTHER


class Telling(NamedTuple):
    """How much an alternative text says."""

    say: Wording
    is_whole: bool = False
    """Whether it also says what else the picture shows: from where it is seen, the breath, and what is lit."""


FEW_WORDS = Telling(BRIEF)


class Posed(NamedTuple):
    """What the picture of a step is made of."""

    pose: Mapping[str, Any] | None
    """The words of its whole pose; None where it has no picture."""
    felt: tuple[LitMuscle, ...]


class Seen(Protocol):
    """A picture, as far as it matters here."""

    @property
    def alt(self) -> str: ...

    @property
    def inline(self) -> str: ...


def said(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: Telling) -> str:
    """The alternative text of the picture of a pose."""
    say, is_whole = telling
    if not is_whole:
        return describe(_posture(words), say=say)
    pose = language.parse(words)
    return describe(pose if pose.feel is not None else pose._replace(feel=felt), say=say)


def said_flipped(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: Telling) -> str:
    """The text of the picture when it is flipped, for the other side; empty where both sides look alike."""
    other_words, other_felt = mirrored(Posed(words, felt))
    assert other_words is not None
    pose = language.parse(other_words)
    if pose == language.parse(words) and set(other_felt) == set(felt):
        return ""
    return said(other_words, other_felt, telling)


def mirrored(shown: Posed) -> Posed:
    """The same for the other side."""
    felt = tuple(each._replace(side=OTHER[each.side] if each.side else None) for each in shown.felt)
    return Posed(shown.pose and pose_steps.mirrored(shown.pose), felt)


def _posture(words: Mapping[str, Any]) -> Pose:
    """The pose alone: not from where it is seen, nor what the words of its step and stretch say anyway."""
    return language.parse({key: value for key, value in words.items() if key not in _BESIDES})


_BESIDES = ("title", "view", "breath", "feel", "also")


# -- telling apart ----------------------------------------------------------------------------------------------------

Rows = Sequence[Sequence[Seen | None]]
"""The pictures of a record, by variant and step."""


def _same_for_poses(shown: Sequence[Sequence[Posed]], rows: Rows) -> set[str]:
    """The texts that stand for two poses of a record."""
    pairs = zip(chain.from_iterable(shown), chain.from_iterable(rows), strict=True)
    return _ambiguous([(each.alt, _posture(step.pose)) for step, each in pairs if step.pose and each])


def _same_in_variant(_: Sequence[Sequence[Posed]], rows: Rows) -> set[str]:
    """The texts that stand for two pictures of a variant."""
    told = [[(each.alt, each.inline) for each in row if each] for row in rows]
    return set().union(*map(_ambiguous, told))


def _ambiguous(told: Iterable[tuple[str, object]]) -> set[str]:
    """The texts that mean more than one thing."""
    meant: dict[str, set[object]] = {}
    for text, meaning in told:
        meant.setdefault(text, set()).add(meaning)
    return {text for text, meanings in meant.items() if len(meanings) > 1}


LADDER: tuple[tuple[Callable[[Telling], Telling], Callable[[Sequence[Sequence[Posed]], Rows], set[str]]], ...] = (
    (lambda _: Telling(SHORT), _same_for_poses),
    (lambda _: Telling(PLAIN), _same_for_poses),
    (lambda _: Telling(EXACT), _same_for_poses),
    (lambda telling: telling._replace(is_whole=True), _same_in_variant),
    (lambda _: Telling(EXACT, is_whole=True), _same_in_variant),
)
"""What is told of pictures whose texts are the same, one step after the other, and which texts those are."""
