"""The figures of records: each pose is solved, judged and drawn once, and kept by the hash of what it is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from stretchguide.figure.words import pose_steps
from stretchguide.figure.words.pose import LitMuscle
from stretchguide.format.records import Exercise, Variant
from stretchguide.gallery import engine
from stretchguide.gallery.picture import CannotDraw, Picture, draw, picture_of
from stretchguide.gallery.store import Store
from stretchguide.gallery.telling import FEW_WORDS, LADDER, Posed, Telling, mirrored

CACHE = Path(".cache", "figures")
"""Where figures are kept, relative to the project. Deleting it costs nothing but time."""

_LIT = ("move", "hold")
"""The phases of a step in which something is felt; the others show the plain figure."""


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


Row = tuple[Picture | CannotDraw | None, ...]
"""The pictures of the steps of a variant; None where there is no pose."""


class Gallery:
    """Draws figures, or finds them drawn before by this engine. Without a folder nothing is kept on disk."""

    def __init__(self, folder: Path | None = None) -> None:
        self.store = Store(folder, engine.version()) if folder else None
        self.drawn: dict[str, Picture] = {}

    def figures(self, id: str, record: Exercise) -> Figures:
        """The figures of a record that the check has passed."""
        rows = zip(record.variants, self.pictures(record), strict=True)
        return {variant.id: tuple(_figures(f"figures/{id}/{variant.id}", row)) for variant, row in rows}

    def pictures(self, record: Exercise, *, is_mirrored: bool = False) -> list[Row]:
        """For each variant the picture of every step, as written or for the other side.

        Two different poses have different alternative texts; more is told of them where few words are not enough.
        """
        shown = [list(map(mirrored, _shown(each)) if is_mirrored else _shown(each)) for each in record.variants]
        told = [[FEW_WORDS] * len(row) for row in shown]
        for more, clashing in LADDER:
            rows = [[each if isinstance(each, Picture) else None for each in row] for row in self._rows(shown, told)]
            unclear = clashing(shown, rows)
            told = [
                [more(say) if each and each.alt in unclear else say for say, each in zip(*pair, strict=True)]
                for pair in zip(told, rows, strict=True)
            ]
        return self._rows(shown, told)

    def _rows(self, shown: Sequence[Sequence[Posed]], told: Sequence[Sequence[Telling]]) -> list[Row]:
        """The pictures of all variants, each told as it is said."""
        return [
            tuple(self._picture(*each, telling) for each, telling in zip(*pair, strict=True))
            for pair in zip(shown, told, strict=True)
        ]

    def _picture(
        self, pose: Mapping[str, Any] | None, felt: tuple[LitMuscle, ...], telling: Telling
    ) -> Picture | CannotDraw | None:
        if pose is None:
            return None
        try:
            return self.picture(pose, felt, telling)
        except CannotDraw as error:
            return error

    def picture(self, pose: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: Telling = FEW_WORDS) -> Picture:
        """The picture of the words of a pose; the telling is how much its text says.

        Raises CannotDraw where the engine fails.
        """
        key = _key(pose, felt, telling)
        if key not in self.drawn:
            self.drawn[key] = self._kept(key) or self._keep(key, draw(pose, felt, telling))
        return self.drawn[key]

    def _kept(self, key: str) -> Picture | None:
        """An entry that is not as it should be is simply made again."""
        return picture_of(self.store.get(key)) if self.store else None

    def _keep(self, key: str, picture: Picture) -> Picture:
        if self.store:
            self.store.put(key, asdict(picture))
        return picture


def poses_of(variant: Variant) -> Sequence[Mapping[str, Any] | None]:
    """The whole pose of each step, what the steps before it said included; all None where the first step has none."""
    written = [step.pose for step in variant.steps]
    return [None] * len(written) if written[0] is None else pose_steps.poses_of(written)


def _shown(variant: Variant) -> Iterator[Posed]:
    felt = tuple(LitMuscle(each.muscle, each.side) for each in variant.feel.muscles)
    for step, pose in zip(variant.steps, poses_of(variant), strict=True):
        breath = {"breath": step.breath} if step.breath else {}
        yield Posed(pose and {**pose, **breath}, felt if step.phase in _LIT else ())


def _figures(stem: str, row: Row) -> Iterator[Figure | None]:
    first: dict[str, str] = {}
    for number, picture in enumerate(row, 1):
        if isinstance(picture, Picture):
            yield Figure(first.setdefault(picture.inline, f"{stem}-{number}.svg"), picture)
        else:
            yield None


def _key(pose: Mapping[str, Any], felt: tuple[LitMuscle, ...], telling: Telling) -> str:
    made_of = json.dumps([pose, felt, telling], sort_keys=True, default=str)
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]
