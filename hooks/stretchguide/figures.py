"""The figures of records: each pose is solved, judged and drawn once, and kept by the hash of all that it is made of.

The engine itself is the package ``figure``; this module joins it with records and remembers its work on disk.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from stretchguide.figure import description, drawing, language, lints, pose_steps, solver
from stretchguide.figure.language_tables import OTHER
from stretchguide.figure.pose import Felt, Pose
from stretchguide.records import Exercise, Variant

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


@dataclass(frozen=True)
class Figure:
    """The figure of a step on the site."""

    uri: str
    """Its file in the docs folder; steps that show the same picture share it."""
    picture: Picture

    @property
    def alt(self) -> str:
        return self.picture.alt


Figures = Mapping[str, tuple[Figure | None, ...]]
"""The figure of every step of a record, by variant id; None for a step that has none."""


class CannotDraw(Exception):
    """The engine has failed on a pose; the text says how."""


class Gallery:
    """Draws figures, or finds them drawn before. Without a folder nothing is kept on disk."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.drawn: dict[str, Picture] = {}

    def figures(self, id: str, record: Exercise) -> Figures:
        """The figures of a record that the check has passed."""
        return {variant.id: tuple(self._of_variant(id, variant)) for variant in record.variants}

    def _of_variant(self, id: str, variant: Variant) -> Iterator[Figure | None]:
        first: dict[str, str] = {}
        for number, picture in enumerate(self.pictures(variant), 1):
            if isinstance(picture, Picture):
                uri = first.setdefault(picture.inline, f"figures/{id}/{variant.id}-{number}.svg")
                yield Figure(uri, picture)
            else:
                yield None

    def pictures(self, variant: Variant, *, mirrored: bool = False) -> Iterator[Picture | CannotDraw | None]:
        """The picture of every step, as written or for the other side; None where there is no pose."""
        for pose, felt in map(_mirrored, _shown(variant)) if mirrored else _shown(variant):
            try:
                yield self.picture(pose, felt) if pose is not None else None
            except CannotDraw as error:
                yield error

    def picture(self, pose: Mapping[str, Any], felt: tuple[Felt, ...]) -> Picture:
        """The picture of the words of a pose. Raises CannotDraw where the engine fails."""
        key = _key(pose, felt)
        if key not in self.drawn:
            self.drawn[key] = self._kept(key) or self._keep(key, _draw(pose, felt))
        return self.drawn[key]

    def _kept(self, key: str) -> Picture | None:
        """An entry that cannot be read is simply made again."""
        if self.folder is None:
            return None
        try:
            kept = json.loads((self.folder / f"{key}.json").read_text("utf-8"))
            return Picture(
                kept["alt"], kept["inline"], kept["alone"], tuple((key, text) for key, text in kept["faults"])
            )
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _keep(self, key: str, picture: Picture) -> Picture:
        if self.folder is not None:
            with contextlib.suppress(OSError):  # A cache that cannot be written costs time, nothing else.
                self.folder.mkdir(parents=True, exist_ok=True)
                (self.folder / f"{key}.json").write_text(json.dumps(asdict(picture)), "utf-8")
        return picture


def poses_of(variant: Variant) -> Sequence[Mapping[str, Any] | None]:
    """The whole pose of each step, what the steps before it said included; all None where the first step has none."""
    written = [step.pose for step in variant.steps]
    return [None] * len(written) if written[0] is None else pose_steps.poses_of(written)


_Shown = tuple[Mapping[str, Any] | None, tuple[Felt, ...]]


def _shown(variant: Variant) -> Iterator[_Shown]:
    felt = tuple(Felt(each.muscle, each.side) for each in variant.feel.muscles)
    for step, pose in zip(variant.steps, poses_of(variant), strict=True):
        breath = {"breath": step.breath} if step.breath else {}
        yield pose and {**pose, **breath}, felt if step.phase in _LIT else ()


def _mirrored(shown: _Shown) -> _Shown:
    pose, felt = shown
    other_felt = tuple(each._replace(side=OTHER[each.side] if each.side else None) for each in felt)
    return pose and pose_steps.mirrored(pose), other_felt


def _draw(words: Mapping[str, Any], felt: tuple[Felt, ...]) -> Picture:
    try:
        return _drawn(language.parse(words), felt)
    except Exception as error:  # Whatever a stranger's pose does to the engine, it costs that one record only.
        raise CannotDraw(f"{type(error).__name__}: {error}") from error


def _drawn(pose: Pose, felt: tuple[Felt, ...]) -> Picture:
    body = solver.solve(pose)
    alt = description.describe(pose)
    inline, alone = drawing.figure_and_file(body, pose, felt=felt, title=alt)
    return Picture(alt, inline, alone, tuple((fault.key, fault.message) for fault in lints.faults(pose, body)))


def _key(pose: Mapping[str, Any], felt: tuple[Felt, ...]) -> str:
    made_of = json.dumps([_engine(), pose, felt], sort_keys=True, default=str)
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


@cache
def _engine() -> str:
    """A hash of the engine's code: another engine draws other figures."""
    digest = hashlib.sha256()
    for path in sorted(Path(language.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
