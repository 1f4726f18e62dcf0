"""What a rule is: a function that looks at a case and yields what is wrong with it.

Its number is that of its sentence in the catalogue. It says which parts of a record it reads, and is left out where one
of them did not parse, so that one fault makes one line. What a rule looks at is its scope: the texts of any record, a
record, each variant, the finished pictures, all records together, a routine, or each item of one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from stretchguide.format.drafts import Draft, WrittenWords
from stretchguide.format.problems import ProblemLevel
from stretchguide.format.records import Exercise, Variant
from stretchguide.format.routines import Routine, RoutineItem
from stretchguide.format.source import Path
from stretchguide.format.vocabulary import Vocabulary
from stretchguide.gallery.gallery import Gallery, poses_of


@dataclass(frozen=True)
class Finding:
    """Something wrong at a path of a record."""

    path: Path
    message: str
    level: ProblemLevel = ProblemLevel.ERROR
    record: str = ""
    """The id of the record, from a rule that looks at all of them; else it is the one in view."""


Findings = Iterator[Finding]


# -- what a rule looks at ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Speech:
    """The texts of a record of any kind, with the vocabulary that judges them."""

    words: tuple[WrittenWords, ...]
    vocabulary: Vocabulary


@dataclass(frozen=True)
class Case(Speech):
    """A record and the day."""

    record: Exercise
    today: datetime.date


@dataclass(frozen=True)
class VariantCase(Case):
    """A case with one of its variants in view."""

    index: int
    variant: Variant

    @property
    def path(self) -> Path:
        return ("variants", self.index)

    @property
    def is_static(self) -> bool:
        return self.vocabulary.types[self.record.type_of(self.variant)].mode == "static"

    @property
    def side(self) -> str | None:
        return self.record.side_of(self.variant)

    @cached_property
    def poses(self) -> Sequence[Mapping[str, Any] | None]:
        """The whole pose of each step."""
        return poses_of(self.variant)

    @property
    def step_words(self) -> Iterator[WrittenWords]:
        """The texts of the variant's steps."""
        return self.words_of("steps")

    @property
    def swapped_words(self) -> Iterator[WrittenWords]:
        """The texts in which right and left change places for the second side."""
        return self.words_of("steps", "feel")

    def words_of(self, *keys: str) -> Iterator[WrittenWords]:
        """The texts under these keys of the variant."""
        inside = [(*self.path, key) for key in keys]
        return (words for words in self.words if words.path[:3] in inside and words.kind != "emoji")


@dataclass(frozen=True)
class RoutineCase(Speech):
    """A routine."""

    routine: Routine


@dataclass(frozen=True)
class ItemCase(RoutineCase):
    """A routine with one of its items in view, and the record of the item's stretch."""

    index: int
    item: RoutineItem
    record: Exercise

    @property
    def path(self) -> Path:
        return ("items", self.index)

    @property
    def variant(self) -> Variant | None:
        """The variant that is done; None where the record has none of that id."""
        return next((each for each in self.record.variants if self.item.variant in (None, each.id)), None)


@dataclass(frozen=True)
class PictureCase:
    """A record without an error, and the gallery that draws its figures."""

    record: Exercise
    gallery: Gallery


@dataclass(frozen=True, eq=False)
class LibraryCase:
    """All records, by stretch id, as far as they could be read."""

    drafts: Mapping[str, Draft[Exercise]]
    vocabulary: Vocabulary
    sound: Container[str]
    """The ids of those without an error of their own. To ask may take as long as judging the record."""
    is_thorough: bool
    """Whether to look as well for what no build has to wait for."""
    wanted: Collection[str] | None = None
    """The ids of the records that somebody asks about, by what stands in them or speaks of them; None = all."""

    def concerns(self, *ids: str) -> bool:
        """Whether anybody asks about one of these records."""
        return self.wanted is None or not set(ids).isdisjoint(self.wanted)

    @property
    def is_all_sound(self) -> bool:
        return all(id in self.sound for id in self.drafts)


# -- the rule ---------------------------------------------------------------------------------------------------------

C = TypeVar("C")


@dataclass(frozen=True)
class Rule(Generic[C]):
    """One thing that is asked of records."""

    number: int
    scope: type[C]
    """What it looks at."""
    judge: Callable[[C], Findings]
    reads: tuple[Path, ...] = ()
    """Parts of the whole record."""
    reads_inside: tuple[Path, ...] = ()
    """Parts of the variant or item in view."""

    def parts(self, inside: Path = ()) -> list[Path]:
        """The paths of all that it reads of a record, with that variant or item in view."""
        return [*self.reads, *((*inside, *path) for path in self.reads_inside)]


Made = Callable[[Callable[[C], Findings]], Rule[C]]
"""A decorator: a judging function becomes a rule."""


def text_rule(number: int) -> Made[Speech]:
    """A rule of every text of every kind of record."""
    return lambda judge: Rule(number, Speech, judge)


def record_rule(number: int, *reads: str) -> Made[Case]:
    """A rule of a whole record that reads these parts of it (``muscles``, ``links.harder``)."""
    return lambda judge: Rule(number, Case, judge, _paths(reads))


def variant_rule(number: int, *reads: str, record: Iterable[str] = ()) -> Made[VariantCase]:
    """A rule of each variant that reads these parts of it, and those parts of the record."""
    return lambda judge: Rule(number, VariantCase, judge, _paths(record), _paths(reads))


def routine_rule(number: int, *reads: str) -> Made[RoutineCase]:
    """A rule of a whole routine that reads these parts of it."""
    return lambda judge: Rule(number, RoutineCase, judge, _paths(reads))


def item_rule(number: int) -> Made[ItemCase]:
    """A rule of each item of a routine; it may read all of the item, and how the routine is done."""
    return lambda judge: Rule(number, ItemCase, judge, _paths(["setting", "occasion"]), ((),))


def picture_rule(number: int) -> Made[PictureCase]:
    """A rule of the finished figures of a record without errors."""
    return lambda judge: Rule(number, PictureCase, judge)


def library_rule(number: int) -> Made[LibraryCase]:
    """A rule of what records say of each other; its findings name their record."""
    return lambda judge: Rule(number, LibraryCase, judge)


def _paths(names: Iterable[str]) -> tuple[Path, ...]:
    return tuple(tuple(name.split(".")) for name in names)


def is_gap(gaps: Iterable[Path], paths: Iterable[Path]) -> bool:
    """Whether a gap lies at, in or around one of the paths."""
    return any(gap[: len(path)] == path[: len(gap)] for gap in gaps for path in paths)
