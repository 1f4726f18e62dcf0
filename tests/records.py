"""Projects that differ from a sound one by a few edits, and what the check says of them."""

from __future__ import annotations

import datetime
import functools
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from project_copy import copy_generator, copy_project, leave_made, share_figures, take_made
from stretchguide.format.memory import Memory
from stretchguide.format.problems import Problem, ProblemLevel
from stretchguide.gallery.engine import LOCK
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.guides.library import Library
from stretchguide.project import VOCABULARY, Reading, read_project

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(__file__).resolve().parent / "data"
SAMPLE = Path(__file__).resolve().parent / "sample"
"""Records and written pages for the tests of the generator: what a contributor or a fork does to the real ones breaks
none of them."""
FOUNDING = "upper-back-trunk-rotation"
TODAY = datetime.date(2026, 1, 15)
MARK = "▶"
"""Stands in the new text of an edit where the problem is to be reported; it is not written to the file."""


def path_of(record: str) -> str:
    """The path of a record (``cat-cow``, ``_routines/desk-break``, ``_vocabulary/claims``) within the project."""
    return f"exercises/{record}.yml"


def founding_text() -> str:
    return (SAMPLE / path_of(FOUNDING)).read_text("utf-8")


class LongMemory(Memory):
    """Keeps all that was ever made, not the last alone: each test spoils a file or two, and the next begins anew."""

    def __init__(self) -> None:
        super().__init__()
        self._ever: defaultdict[Hashable, list[tuple[tuple[object, ...], Any]]] = defaultdict(list)

    def recall(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        known: list[tuple[tuple[object, ...], T]] = self._ever[name]
        for each, result in known:
            if each == made_of:
                return result
        known.append((made_of, make()))
        return known[-1][1]


_ALL_READINGS = LongMemory()


@dataclass(frozen=True)
class Project:
    """A copy of the sample library, to be spoilt."""

    root: Path

    @classmethod
    def copied(cls, root: Path) -> Project:
        shutil.copytree(SAMPLE / "exercises", root / "exercises")
        return cls(root)

    @property
    def folder(self) -> Path:
        return self.root / "exercises"

    def text(self, record: str = FOUNDING) -> str:
        return (self.root / path_of(record)).read_bytes().decode("utf-8")

    def write(self, content: str | bytes, record: str = FOUNDING) -> None:
        raw = content.encode("utf-8") if isinstance(content, str) else content
        (self.root / path_of(record)).write_bytes(raw)

    def copy(self, original: str, copy: str) -> None:
        """Write a record once more under another id, and with a name of its own."""
        text = re.sub(r"(?m)^title: .*$", f"title: {copy}", self.text(original))
        self.write(re.sub(r"(?m)^also_known_as: .*$", "also_known_as: []", text), copy)

    def edit(self, old: str, new: str, record: str = FOUNDING) -> str | None:
        """Replace the first ``old``, which must be there; return the marked place (``line:column``), if any."""
        text = self.text(record)
        assert old in text, f"{path_of(record)} does not hold {old!r}"
        changed = text.replace(old, new, 1)
        self.write(changed.replace(MARK, ""), record)
        return place_of(changed, MARK) if MARK in changed else None

    def read(self, today: datetime.date = TODAY, *, pictured: Collection[str] = ()) -> Reading:
        """The project as it is read; with the figures of some records, which are drawn for it."""
        gallery = Gallery(ROOT / CACHE) if pictured else None
        return read_project(self.root, today, gallery, pictured, thorough=True, memory=_ALL_READINGS)

    def lines(self, today: datetime.date = TODAY, *, pictured: Collection[str] = ()) -> list[str]:
        """What the check prints."""
        return [str(problem) for problem in self.read(today, pictured=pictured).problems]


def place_of(text: str, part: str) -> str:
    """``line:column`` of the first ``part`` of a text."""
    assert part in text, f"{part!r} is not there"
    before = text[: text.index(part)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@functools.cache
def real_reading() -> Reading:
    """The real project, read once."""
    return read_project(ROOT, TODAY, thorough=True)


def counting(problems: Iterable[Problem]) -> list[str]:
    """All but what a vocabulary warns of: a fork may have a muscle without a shape."""
    return [
        str(each) for each in problems if each.level is ProblemLevel.ERROR or not each.place.path.startswith(VOCABULARY)
    ]


@functools.cache
def sample_reading() -> Reading:
    """The sample library's project, read once."""
    return read_project(SAMPLE, TODAY, thorough=True)


def real_library() -> Library:
    return _joined(real_reading())


def sample_library() -> Library:
    return _joined(sample_reading())


def _joined(reading: Reading) -> Library:
    assert reading.library is not None, "the vocabularies do not read"
    return reading.library


def copy_records_project(target: Path) -> Project:
    """Copy what the commands that make no site need: the sample library, their code, the figures that are drawn."""
    copy_generator(target, "hooks", "overrides")
    shutil.copy2(ROOT / LOCK.name, target)
    share_figures(target)
    return Project.copied(target)


def copy_sample_project(target: Path) -> Path:
    """Copy what the site is made from, with the sample library in place of all: it builds in a third of the time."""
    return take_made(copy_project(target, SAMPLE))


def copy_first_sample_project(target: Path) -> Path:
    """The same for the site that is built for all tests: what its build makes, all copies begin with."""
    return leave_made(copy_project(target, SAMPLE))
