"""Spoils a small library at random, again and again: what the check lets through must be writable to the last page.

Run it as ``PYTHONPATH=hooks python tests/fuzz.py --projects 1000``. Each kind of failure is printed with the seed that
makes it again alone (``--seed N --projects 1``). A hundred thousand take one processor about an hour; the suite tries a
few.

Everything is done in this process, and only what is spoilt is read again. Of a project that passes, the pages of the
spoilt records are written, and each of the others with some chance. One project in ``WHOLE_BUILD`` is built by MkDocs
as well: strictly, or with settings and pages of a publisher's that are spoilt too.
"""

from __future__ import annotations

import argparse
import datetime
import logging
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

import click
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from commands_here import run_here
from records import ROOT, TODAY, copy_sample_project
from spoiling import TEXTS, Spoiler, Spoilt
from stretchguide.format.looked_up import Answers
from stretchguide.format.memory import Memory
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.guides.library import Library
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.page import Site
from stretchguide.pages.site import write_site
from stretchguide.project import Reading, read_project

S = TypeVar("S")
T = TypeVar("T")

KEPT = {
    *("active-knee-straighten", "cat-cow", "chin-tuck", "contract-relax", "odd-words"),
    *("shoulder-blade-squeeze", "upper-back-trunk-rotation"),
}
"""The records of the sample library that stay: one of each type, with versions and without, with sides and without."""

SHARE = 0.1
"""How likely a page is written that has nothing to do with what was spoilt."""

WHOLE_BUILD = 150
"""One project in so many is built by MkDocs: it takes thirty times as long."""

LONGEST_S = 30
"""No project takes more seconds of the processor; one that does counts as failed."""


class SoundMemory(Memory):
    """What was made of the sound library. Of a spoilt one nothing is kept, so that the next one is read beside the
    sound one again."""

    def __init__(self) -> None:
        super().__init__()
        self.is_whole = False
        """Whether the sound library has been read."""

    def recall(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        kept = self._kept.get(name)
        if not self.is_whole or (kept and kept[0] == made_of):
            return super().recall(name, made_of, make)
        return make()

    def recall_asking(
        self, name: Hashable, made_of: tuple[object, ...], source: S, make: Callable[[Answers[S]], T]
    ) -> T:
        kept = self._asked.get(name)
        if not self.is_whole or (kept and kept[0] == made_of and kept[1].still_hold(source)):
            return super().recall_asking(name, made_of, source, make)
        return make(Answers(source))


class Fuzz:
    """One copy of the project, spoilt and mended again."""

    def __init__(self, root: Path) -> None:
        self.root = copy_sample_project(root / "project")
        others = {path.stem for path in (self.root / "exercises").glob("*.yml")} - KEPT
        assert run_here(self.root, "remove", *sorted(others)).returncode == 0
        self.spoiler = Spoiler(self.root)
        self.memory = SoundMemory()
        self.gallery = Gallery(ROOT / CACHE)
        reading = self._read(TODAY)
        assert reading.is_good
        assert reading.library
        self._write(reading.library, random.Random(0), 1)
        self.memory.is_whole = True

    def try_out(self, seed: int) -> Reading:
        """Spoil, read, and write pages if the check lets them through. Raises whatever goes wrong."""
        dice = random.Random(seed)
        spoilt = self.spoiler.spoilt(dice)
        with self.holding(spoilt):
            reading = self._read(TODAY if dice.random() < 0.97 else _some_day(dice))
            for problem in reading.problems:
                if fault := unhelpful(problem.message):
                    raise AssertionError(f"{fault}: {problem}")
            if reading.is_good:
                assert reading.library, "nothing is wrong, and nothing can be built"
                self._write(reading.library, dice, SHARE, {path.stem for path in spoilt})
            if dice.random() < 1 / WHOLE_BUILD:
                self.build(dice, reading)
        return reading

    def build(self, dice: random.Random, reading: Reading) -> None:
        """Build the project that stands there: as it is, or with other settings and pages."""
        if dice.random() < 0.5:
            with self.holding(self.spoiler.settings(dice)):
                refusal(self.root, strict=False)
        elif reading.is_good and read_project(self.root, gallery=self.gallery).is_good:
            refused = refusal(self.root, strict=True)
            assert not refused, f"the check lets through what the build refuses: {refused}"

    def _read(self, today: datetime.date) -> Reading:
        return read_project(self.root, today, thorough=True, with_notes=True, memory=self.memory)

    @contextmanager
    def holding(self, spoilt: Spoilt) -> Iterator[None]:
        """The project with these files in place of its own."""
        before = {path: path.read_bytes() if path.is_file() else None for path in spoilt}
        try:
            put(spoilt)
            yield
        finally:
            put(before)

    def _write(self, library: Library, dice: random.Random, share: float, touched: set[str] | None = None) -> None:
        """Write the pages and files of what was ``touched``, and each of the others with a chance of ``share``."""
        site = write_site(
            library,
            ROOT / "overrides" / "pages",
            dice.choice(("A site", *TEXTS)),
            self.gallery,
            TODAY,
            imprint=Imprint(dice.choice(("", "https://example.org/")), _some_days(library, dice), lambda _: ""),
            memory=self.memory,
        )
        for page in _chosen({page.uri: page for page in site.pages}, dice, share, touched or set()):
            _ = page.text, page.search
        for uri in _chosen({uri: uri for uri in _texts(site)}, dice, share, touched or set()):
            _ = site.files[uri]


def put(files: Spoilt) -> None:
    """Write files, or take them away."""
    for path, content in files.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _texts(site: Site) -> list[str]:
    return [uri for texts in (site.sheets, site.moved, site.scripts) for uri in texts]


def _chosen(every: Mapping[str, T], dice: random.Random, share: float, touched: set[str]) -> Iterator[T]:
    """Those at the addresses of what was touched, and of the others some."""
    for uri, each in every.items():
        if dice.random() < share or not touched.isdisjoint(uri.removesuffix(".md").split("/")):
            yield each


def _some_day(dice: random.Random) -> datetime.date:
    return datetime.date(dice.choice((1990, 2024, 2026, 2027, 2100, 9998)), dice.randint(1, 12), dice.randint(1, 28))


def _some_days(library: Library, dice: random.Random) -> Mapping[str, datetime.date]:
    """When git says that records were changed."""
    sources = [guide.source for guide in library.guides.values()]
    return {source: _some_day(dice) for source in sources if dice.random() < 0.5}


RAW = ("Input should", "Value error", "validation error", "pydantic", "Traceback", "<class", "Error:", "unhashable")
"""What the words of libraries and of Python look like."""


def unhelpful(message: str) -> str:
    """What is wrong with a message itself; empty where nothing is."""
    raw = next((words for words in RAW if words in message), "")
    return f"the words of a library ({raw})" if raw else "" if "\n" not in message else "more than one line"


def refusal(root: Path, *, strict: bool) -> str:
    """Build the site as the command does; what it is refused for, in a sentence. Any other exception is a failure."""
    said = StringIO()
    with redirect_stderr(said):
        try:
            config: Any = load_config(str(root / "mkdocs.yml"), strict=strict)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build.build(config)
            finally:
                config.plugins.on_shutdown()
        except (MkDocsException, click.ClickException) as error:
            return str(error) or type(error).__name__
    fault = next((line for line in said.getvalue().splitlines() if "a fault of the program" in line), None)
    assert not fault, fault
    return ""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in what takes the processor longer, on systems that can tell."""

    def ring(*_: object) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    if not hasattr(signal, "SIGPROF"):
        yield
        return
    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def main() -> int:
    """Try so many projects, from a seed on. Returns 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    logging.getLogger().addHandler(logging.NullHandler())  # What MkDocs warns of counts, and is not printed.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    seen, passed, began = Counter[str](), 0, time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        fuzz = Fuzz(Path(folder))
        for number, seed in enumerate(range(asked.seed, asked.seed + asked.projects), 1):
            try:
                with within(LONGEST_S):
                    passed += fuzz.try_out(seed).is_good
            except Exception as error:  # Whatever a project brings about is what we are looking for.
                where = traceback.extract_tb(error.__traceback__)[-1]
                kind = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}: {error}"
                seen[kind] += 1
                if seen[kind] == 1:
                    print(f"seed {seed}: {kind}", flush=True)
            if number % 1000 == 0 or number == asked.projects:
                speed = number / (time.process_time() - began)
                tried = f"{number} projects from seed {asked.seed}: {passed} passed the check, {seen.total()} failed"
                print(f"{tried} ({speed:.0f} for a second of the processor)", flush=True)
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
