"""The figures of records: each pose is solved, judged and drawn once, and kept by the hash of all that it is made of.

The engine itself is the package ``figure``; this module joins it with records and remembers its work on disk.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import Markup

from stretchguide.figure import description, drawing, language, lints, pose_steps, solver
from stretchguide.figure.body import Body
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


class Gallery:
    """Draws figures, or finds them drawn before. Without a folder nothing is kept on disk."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.drawn: dict[str, Picture] = {}

    def figures(self, id: str, record: Exercise) -> Figures:
        """The figures of a record that the check has passed."""
        rows = zip(record.variants, self.pictures(record), strict=True)
        return {variant.id: tuple(_figures(f"figures/{id}/{variant.id}", row)) for variant, row in rows}

    def pictures(self, record: Exercise, *, mirrored: bool = False) -> list[Row]:
        """For each variant the picture of every step, as written or for the other side.

        Two pictures that differ have different alternative texts, with numbers where plain words are not enough.
        """
        shown = [list(map(_mirrored, _shown(each)) if mirrored else _shown(each)) for each in record.variants]
        plain = [tuple(self._picture(*each) for each in row) for row in shown]
        clashing = _clashing(chain.from_iterable(plain))
        return [tuple(self._picture(*each, clashing=clashing) for each in row) for row in shown] if clashing else plain

    def _picture(
        self, pose: Mapping[str, Any] | None, felt: tuple[Felt, ...], *, clashing: Collection[str] = ()
    ) -> Picture | CannotDraw | None:
        if pose is None:
            return None
        try:
            plain = self.picture(pose, felt)
            return self.picture(pose, felt, exact=True) if plain.alt in clashing else plain
        except CannotDraw as error:
            return error

    def picture(self, pose: Mapping[str, Any], felt: tuple[Felt, ...], *, exact: bool = False) -> Picture:
        """The picture of the words of a pose; an exact one says in numbers, and with what is lit, what it shows.

        Raises CannotDraw where the engine fails.
        """
        key = _key(pose, felt, exact)
        if key not in self.drawn:
            self.drawn[key] = self._kept(key) or self._keep(key, _draw(pose, felt, exact))
        return self.drawn[key]

    def _kept(self, key: str) -> Picture | None:
        """An entry that cannot be read is simply made again."""
        if self.folder is None:
            return None
        try:
            kept = json.loads((self.folder / f"{key}.json").read_text("utf-8"))
            return Picture(**{**kept, "faults": tuple((key, text) for key, text in kept["faults"])})
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


def _figures(stem: str, row: Row) -> Iterator[Figure | None]:
    first: dict[str, str] = {}
    for number, picture in enumerate(row, 1):
        if isinstance(picture, Picture):
            yield Figure(first.setdefault(picture.inline, f"{stem}-{number}.svg"), picture)
        else:
            yield None


def _clashing(pictures: Iterable[Picture | CannotDraw | None]) -> set[str]:
    """The alternative texts that stand for more than one picture."""
    meant: dict[str, set[str]] = {}
    for picture in pictures:
        if isinstance(picture, Picture):
            meant.setdefault(picture.alt, set()).add(picture.inline)
    return {alt for alt, drawings in meant.items() if len(drawings) > 1}


def _draw(words: Mapping[str, Any], felt: tuple[Felt, ...], exact: bool) -> Picture:
    try:
        return _drawn(words, felt, exact)
    except Exception as error:  # Whatever a stranger's pose does to the engine, it costs that one record only.
        raise CannotDraw(f"{type(error).__name__}: {error}") from error


def _drawn(words: Mapping[str, Any], felt: tuple[Felt, ...], exact: bool) -> Picture:
    pose = language.parse(words)
    body = solver.solve(pose)
    alt = _said(pose, felt, exact)
    inline, alone = drawing.figure_and_file(body, pose, felt=felt, title=alt)
    large = drawing.over_budget(inline) or drawing.over_budget(alone)
    found = [(fault.key, fault.message) for fault in (*lints.faults(pose, body), *_lost(body, pose, felt))]
    faults = (*found, *([("base", large)] if large else ()))
    return Picture(alt, inline, alone, faults, _flipped_alt(words, felt, exact))


def _said(pose: Pose, felt: tuple[Felt, ...], exact: bool) -> str:
    if exact and pose.feel is None:
        pose = pose._replace(feel=felt)
    return description.describe(pose, with_numbers=exact)


def _flipped_alt(words: Mapping[str, Any], felt: tuple[Felt, ...], exact: bool) -> str:
    other_words, other_felt = _mirrored((words, felt))
    assert other_words is not None
    pose = language.parse(other_words)
    if pose == language.parse(words) and set(other_felt) == set(felt):
        return ""
    return _said(pose, other_felt, exact)


def _lost(body: Body, pose: Pose, felt: tuple[Felt, ...]) -> Iterator[lints.Fault]:
    """What is felt and shown nowhere, not even in the inset."""
    is_lit = felt or pose.feel or pose.also
    if is_lit and (muscles := drawing.lost_highlights(body, pose, felt)):
        view = drawing.better_view(body, pose, felt)
        remedy = f"`view: {view}` shows more" if view else "name fewer muscles, or others"
        yield lints.Fault("view", f"the {muscles[0]} cannot be seen, not even in the inset; {remedy}")


def _key(pose: Mapping[str, Any], felt: tuple[Felt, ...], exact: bool) -> str:
    made_of = json.dumps([_engine(), pose, felt, exact], sort_keys=True, default=str)
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


@cache
def _engine() -> str:
    """A hash of the engine's code: another engine draws other figures."""
    digest = hashlib.sha256()
    for path in sorted(Path(language.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
