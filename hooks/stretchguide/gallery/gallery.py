"""The figures of records: each version is drawn once, as a strip, and kept by the hash of what it is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from weakref import ref

from markupsafe import Markup

from stretchguide.figure.words import pose_steps
from stretchguide.figure.words.pose import LitMuscle
from stretchguide.format.records import Exercise, Variant
from stretchguide.gallery import engine
from stretchguide.gallery.picture import Attempt, CannotDraw, Drawing, Picture, Told, alone, strip_of, texts_of
from stretchguide.gallery.posed import Posed, Strip, mirrored, repeats
from stretchguide.gallery.store import Store

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
    same_as: int = 0
    """The number of the step of its version whose picture it repeats, but for signs; 0 = none."""
    in_text: bool = False
    """Whether the Markdown holds the drawing itself, not a picture that a hook would put in."""

    @property
    def alt(self) -> str:
        return self.picture.alt

    @property
    def by_itself(self) -> Figure:
        """The same where it stands for its stretch, away from its strip: another file when the frame is another."""
        picture = self.picture.by_itself
        return self if picture is self.picture else replace(self, uri=alone(self.uri), picture=picture)

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

    def __init__(self, folder: Path | None = None, tell: Callable[[str], None] | None = None) -> None:
        """``tell`` hears how far it is, while it draws many."""
        self.folder, self.tell = folder, tell
        self.version = engine.version() if folder else ""
        """Of the engine; empty where nothing is kept."""
        self.store = Store(folder, self.version) if folder else None
        self.drawn: dict[str, Sequence[Attempt]] = {}
        """By the key of a strip."""
        self.answers: dict[tuple[int, bool], tuple[ref[Exercise], list[Row]]] = {}
        """By the identity of a record, as long as it lives: records cannot change, nor be told apart quicker."""

    def figures(self, id: str, record: Exercise) -> Figures:
        """The figures of a record that the check has passed."""
        rows = zip(record.variants, shown_by(record), self.pictures(record), strict=True)
        return {variant.id: tuple(_figures(f"figures/{id}/{variant.id}", strip, row)) for variant, strip, row in rows}

    def pictures(self, record: Exercise, *, is_mirrored: bool = False) -> list[Row]:
        """For each variant the picture of every step, as written or for the other side. What is not drawn yet is drawn
        now.

        Two different poses have different alternative texts; more is told of them where few words are not enough.
        """
        key = id(record), is_mirrored
        if key not in self.answers:
            shown = [tuple(map(mirrored, strip)) if is_mirrored else strip for strip in shown_by(record)]
            self.answers[key] = ref(record, lambda _: self.answers.pop(key)), self._pictures(shown)
        return self.answers[key][1]

    def picture(self, pose: Mapping[str, Any]) -> Picture:
        """The picture of a pose by itself. Raises CannotDraw where the engine fails."""
        ((found,),) = self._pictures([(Posed(pose, ()),)])
        if isinstance(found, CannotDraw):
            raise found
        assert found
        return found

    def _pictures(self, shown: Sequence[Strip]) -> list[Row]:
        drawn = [self._strip(strip) for strip in shown]
        try:
            texts = iter(self._texts(shown, drawn))
        except Exception as error:  # As in the artist's work: what cannot be told costs one record only.
            failed = CannotDraw(f"{type(error).__name__}: {error}")
            return [tuple(failed if each else None for each in row) for row in drawn]
        return [tuple(_told(each, texts) for each in row) for row in drawn]

    def draw(self, records: Iterable[Exercise]) -> None:
        """Draw now, in all cores, what these records show and nobody has drawn. Each can still be asked for alone.
        Raises NoBody.
        """
        new = (record for record in records if (id(record), False) not in self.answers)
        every = {_key(strip): strip for record in new for strip in shown_by(record) if _is_drawn(strip)}
        missing = {key: strip for key, strip in every.items() if self._found(key) is None}
        if missing:
            from stretchguide.gallery import crew  # It brings the engine, and most readings draw nothing.
            from stretchguide.gallery.body import own_body

            own_body()  # It is fetched once, not in each process.
            for key, made in zip(missing, crew.strips(list(missing.values()), self.tell), strict=True):
                self._keep(key, made)

    def _strip(self, strip: Strip) -> Sequence[Attempt]:
        if not _is_drawn(strip):
            return [None] * len(strip)
        key = _key(strip)
        found = self._found(key)
        return self._made(key, strip) if found is None or len(found) != len(strip) else found

    def _found(self, key: str) -> Sequence[Attempt] | None:
        """What is drawn. An entry of the store that is not as it should be is simply made again."""
        if key not in self.drawn and self.store and (kept := strip_of(self.store.get(key))):
            self.drawn[key] = kept
        return self.drawn.get(key)

    def _made(self, key: str, strip: Strip) -> Sequence[Attempt]:
        from stretchguide.gallery import artist

        return self._keep(key, artist.tried(strip))

    def _keep(self, key: str, made: Sequence[Attempt]) -> Sequence[Attempt]:
        self.drawn[key] = made
        drawn = [each for each in made if not isinstance(each, CannotDraw)]
        if self.store and len(drawn) == len(made):
            self.store.put(key, {"drawings": [asdict(each) if each else None for each in drawn]})
        return made

    def _texts(self, shown: Sequence[Strip], drawn: Sequence[Sequence[Attempt]]) -> Sequence[Told]:
        """The texts of the drawings, found or made. Where the engine has failed on one, they are not kept."""
        shown = [tuple(map(_as_drawn, *row)) for row in zip(shown, drawn, strict=True)]
        inlines = [[each.inline if isinstance(each, Drawing) else None for each in row] for row in drawn]
        if not self.store or any(isinstance(each, CannotDraw) for row in drawn for each in row):
            return _told_anew(shown, inlines)
        key = _key(list(shown))
        kept = texts_of(self.store.get(key))
        if kept is None:
            kept = _told_anew(shown, inlines)
            self.store.put(key, {"texts": kept})
        return kept


def _as_drawn(posed: Posed, drawing: Attempt) -> Posed:
    """A step with what was seen when it was drawn."""
    return posed._replace(seen=drawing.seen, arrows=drawing.arrows) if isinstance(drawing, Drawing) else posed


def _told_anew(shown: Sequence[Strip], inlines: Sequence[Sequence[str | None]]) -> list[Told]:
    from stretchguide.gallery.telling import told

    return told(shown, inlines)


def _told(drawn: Attempt, texts: Iterator[Told]) -> Picture | CannotDraw | None:
    """A drawing with the next of the texts."""
    if not isinstance(drawn, Drawing):
        return drawn
    alt, *more = next(texts)
    return Picture(alt, drawn, *more)


def poses_of(variant: Variant) -> Sequence[Mapping[str, Any] | None]:
    """The whole pose of each step, what the steps before it said included; all None where the first step has none."""
    written = [step.pose for step in variant.steps]
    return [None] * len(written) if written[0] is None else pose_steps.poses_of(written)


def shown_by(record: Exercise) -> list[Strip]:
    """What the pictures of a record show, by variant and step."""
    return [tuple(_shown(variant)) for variant in record.variants]


def _is_drawn(strip: Strip) -> bool:
    return any(each.pose for each in strip)


def _shown(variant: Variant) -> Iterator[Posed]:
    felt = variant.feel.muscles
    lit = tuple(dict.fromkeys(LitMuscle(name, each.side) for each in felt for name in each.lit or (each.muscle,)))
    for step, pose in zip(variant.steps, poses_of(variant), strict=True):
        breath = {"breath": step.breath} if step.breath else {}
        is_lit, goes_back = step.phase in _LIT, step.phase == "return"
        yield Posed(pose and {**pose, **breath}, lit if is_lit else (), goes_back or step.phase == "move", goes_back)


def _figures(stem: str, strip: Strip, row: Row) -> Iterator[Figure | None]:
    first: dict[str, str] = {}
    for number, (picture, same_as) in enumerate(zip(row, repeats(strip), strict=True), 1):
        if isinstance(picture, Picture):
            yield Figure(first.setdefault(picture.inline, f"{stem}-{number}.svg"), picture, same_as)
        else:
            yield None


def _key(made_of: object) -> str:
    return hashlib.sha256(json.dumps(made_of, sort_keys=True, default=str).encode()).hexdigest()[:32]
