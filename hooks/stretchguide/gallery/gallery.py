"""The figures of records: each pose is solved, judged and drawn once, and kept by the hash of all that it is made of.

The engine itself is the package ``figure``; this module joins it with records and remembers its work on disk.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.lints.faults import Fault, faults
from stretchguide.figure.picture import drawing
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.sentence.words import BRIEF, EXACT, PLAIN, SHORT, Wording
from stretchguide.figure.solver import solve
from stretchguide.figure.words import language, pose_steps
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.format.records import Exercise, Variant
from stretchguide.format.sides import OTHER
from stretchguide.gallery.store import Store

CACHE = Path(".cache", "figures")
"""Where figures are kept, relative to the project. Deleting it costs nothing but time."""

_LIT = ("move", "hold")
"""The phases of a step in which something is felt; the others show the plain figure."""


@dataclass(frozen=True)
class Picture:
    """A drawn figure."""

    alt: str
    """What it shows, in words."""
    inline: str
    """SVG for a page, coloured by the page's tokens."""
    alone: str
    """SVG for a file of its own, with its own colours for light and dark."""
    faults: tuple[tuple[str, str], ...]
    """What is wrong with it: the key of the pose, and a message."""
    flipped_alt: str = ""
    """What it shows when it is flipped, for the other side; empty where both sides look alike."""


@dataclass(frozen=True)
class Figure:
    """The figure of a step on the site."""

    uri: str
    """Its file in the docs folder; steps that show the same picture share it."""
    picture: Picture
    in_text: bool = False
    """Whether the Markdown holds the drawing itself, not a picture that a hook would put in."""

    @property
    def alt(self) -> str:
        return self.picture.alt

    @property
    def drawing(self) -> Markup:
        """For the page; it is made by an element tree, so every text in it is escaped."""
        return Markup(self.picture.inline)

    @property
    def flipped_alt(self) -> str:
        return self.picture.flipped_alt


Figures = Mapping[str, tuple[Figure | None, ...]]
"""The figure of every step of a record, by variant id; None for a step that has none."""


class CannotDraw(Exception):
    """The engine has failed on a pose; the text says how."""


Row = tuple[Picture | CannotDraw | None, ...]
"""The pictures of the steps of a variant; None where there is no pose."""


_Shown = tuple[Mapping[str, Any] | None, tuple[LitMuscle, ...]]


class _Telling(NamedTuple):
    """How much an alternative text says."""

    say: Wording
    is_whole: bool = False
    """Whether it also says what else the picture shows: from where it is seen, the breath, and what is lit."""


_BRIEF = _Telling(BRIEF)


class Gallery:
    """Draws figures, or finds them drawn before by this engine. Without a folder nothing is kept on disk."""

    def __init__(self, folder: Path | None = None) -> None:
        self.store = Store(folder, _engine()) if folder else None
        self.drawn: dict[str, Picture] = {}

    def figures(self, id: str, record: Exercise) -> Figures:
        """The figures of a record that the check has passed."""
        rows = zip(record.variants, self.pictures(record), strict=True)
        return {variant.id: tuple(_figures(f"figures/{id}/{variant.id}", row)) for variant, row in rows}

    def pictures(self, record: Exercise, *, mirrored: bool = False) -> list[Row]:
        """For each variant the picture of every step, as written or for the other side.

        Two different poses have different alternative texts; more is told of them where few words are not enough.
        """
        shown = [list(map(_mirrored, _shown(each)) if mirrored else _shown(each)) for each in record.variants]
        told = [[_BRIEF] * len(row) for row in shown]
        for more, clashing in _MORE:
            rows = self._rows(shown, told)
            unclear = clashing(shown, rows)
            told = [
                [
                    more(telling) if isinstance(each, Picture) and each.alt in unclear else telling
                    for telling, each in zip(*pair, strict=True)
                ]
                for pair in zip(told, rows, strict=True)
            ]
        return self._rows(shown, told)

    def _rows(self, shown: Sequence[Sequence[_Shown]], told: Sequence[Sequence[_Telling]]) -> list[Row]:
        """The pictures of all variants, each told as it is said."""
        return [
            tuple(self._picture(*each, telling) for each, telling in zip(*pair, strict=True))
            for pair in zip(shown, told, strict=True)
        ]

    def _picture(
        self, pose: Mapping[str, Any] | None, felt: tuple[LitMuscle, ...], telling: _Telling
    ) -> Picture | CannotDraw | None:
        if pose is None:
            return None
        try:
            return self.picture(pose, felt, telling)
        except CannotDraw as error:
            return error

    def picture(self, pose: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: _Telling = _BRIEF) -> Picture:
        """The picture of the words of a pose; the telling is how much its text says.

        Raises CannotDraw where the engine fails.
        """
        key = _key(pose, felt, telling)
        if key not in self.drawn:
            self.drawn[key] = self._kept(key) or self._keep(key, _draw(pose, felt, telling))
        return self.drawn[key]

    def _kept(self, key: str) -> Picture | None:
        """An entry that is not as it should be is simply made again."""
        kept = self.store.get(key) if self.store else None
        try:
            return Picture(**{**kept, "faults": tuple((key, text) for key, text in kept["faults"])}) if kept else None
        except (ValueError, TypeError, KeyError):
            return None

    def _keep(self, key: str, picture: Picture) -> Picture:
        if self.store:
            self.store.put(key, asdict(picture))
        return picture


def poses_of(variant: Variant) -> Sequence[Mapping[str, Any] | None]:
    """The whole pose of each step, what the steps before it said included; all None where the first step has none."""
    written = [step.pose for step in variant.steps]
    return [None] * len(written) if written[0] is None else pose_steps.poses_of(written)


def _shown(variant: Variant) -> Iterator[_Shown]:
    felt = tuple(LitMuscle(each.muscle, each.side) for each in variant.feel.muscles)
    for step, pose in zip(variant.steps, poses_of(variant), strict=True):
        breath = {"breath": step.breath} if step.breath else {}
        yield pose and {**pose, **breath}, felt if step.phase in _LIT else ()


def _mirrored(shown: _Shown) -> _Shown:
    pose, felt = shown
    other_felt = tuple(each._replace(side=OTHER[each.side] if each.side else None) for each in felt)
    return pose and pose_steps.mirrored(pose), other_felt


def _figures(stem: str, row: Row) -> Iterator[Figure | None]:
    first: dict[str, str] = {}
    for number, picture in enumerate(row, 1):
        if isinstance(picture, Picture):
            yield Figure(first.setdefault(picture.inline, f"{stem}-{number}.svg"), picture)
        else:
            yield None


def _same_for_poses(shown: Sequence[Sequence[_Shown]], rows: Sequence[Row]) -> set[str]:
    """The texts that stand for two poses of a record."""
    pairs = zip(chain.from_iterable(shown), chain.from_iterable(rows), strict=True)
    told = [(each.alt, _posture(words)) for (words, _), each in pairs if words and isinstance(each, Picture)]
    return _ambiguous(told)


def _same_in_variant(shown: Sequence[Sequence[_Shown]], rows: Sequence[Row]) -> set[str]:
    """The texts that stand for two pictures of a variant."""
    told = [[(each.alt, each.inline) for each in row if isinstance(each, Picture)] for row in rows]
    return set().union(*map(_ambiguous, told))


def _ambiguous(told: Iterable[tuple[str, object]]) -> set[str]:
    """The texts that mean more than one thing."""
    meant: dict[str, set[object]] = {}
    for text, meaning in told:
        meant.setdefault(text, set()).add(meaning)
    return {text for text, meanings in meant.items() if len(meanings) > 1}


def _posture(words: Mapping[str, Any]) -> Pose:
    """The pose alone: not from where it is seen, nor what the words of its step and stretch say anyway."""
    return language.parse({key: value for key, value in words.items() if key not in _BESIDES})


_BESIDES = ("title", "view", "breath", "feel", "also")


_MORE: tuple[
    tuple[Callable[[_Telling], _Telling], Callable[[Sequence[Sequence[_Shown]], Sequence[Row]], set[str]]], ...
] = (
    (lambda _: _Telling(SHORT), _same_for_poses),
    (lambda _: _Telling(PLAIN), _same_for_poses),
    (lambda _: _Telling(EXACT), _same_for_poses),
    (lambda telling: telling._replace(is_whole=True), _same_in_variant),
    (lambda _: _Telling(EXACT, is_whole=True), _same_in_variant),
)
"""What is told of pictures whose texts are the same, one after the other."""


def _draw(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: _Telling) -> Picture:
    try:
        return _drawn(words, felt, telling)
    except Exception as error:  # Whatever a stranger's pose does to the engine, it costs that one record only.
        raise CannotDraw(f"{type(error).__name__}: {error}") from error


def _drawn(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: _Telling) -> Picture:
    pose = language.parse(words)
    body = solve.solve(pose)
    alt = _said(words, felt, telling)
    inline, alone = drawing.figure_and_file(body, pose, felt=felt, title=alt)
    large = drawing.over_budget(inline) or drawing.over_budget(alone)
    found = [(fault.key, fault.message) for fault in (*faults(pose, body), *_lost(body, pose, felt))]
    too_large = [("base", large)] if large else []
    return Picture(alt, inline, alone, (*found, *too_large), _flipped_alt(words, felt, telling))


def _said(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: _Telling) -> str:
    say, is_whole = telling
    if not is_whole:
        return describe(_posture(words), say=say)
    pose = language.parse(words)
    return describe(pose if pose.feel else pose._replace(feel=felt), say=say)


def _flipped_alt(words: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: _Telling) -> str:
    other_words, other_felt = _mirrored((words, felt))
    assert other_words is not None
    pose = language.parse(other_words)
    if pose == language.parse(words) and set(other_felt) == set(felt):
        return ""
    return _said(other_words, other_felt, telling)


def _lost(body: Body, pose: Pose, felt: tuple[LitMuscle, ...]) -> Iterator[Fault]:
    """What is felt and shown nowhere, not even in the inset."""
    is_lit = felt or pose.feel or pose.also
    if is_lit and (muscles := drawing.lost_highlights(body, pose, felt)):
        view = drawing.better_view(body, pose, felt)
        remedy = f"`view: {view}` shows more" if view else "name fewer muscles, or others"
        yield Fault("view", f"the {muscles[0]} cannot be seen, not even in the inset; {remedy}")


def _key(pose: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: _Telling) -> str:
    made_of = json.dumps([pose, felt, telling], sort_keys=True, default=str)
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


@cache
def _engine() -> str:
    """A hash of the engine's code: another engine draws other figures."""
    digest = hashlib.sha256()
    for path in sorted(Path(language.__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
