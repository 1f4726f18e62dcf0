"""Spoils the sample library at random, again and again: what the check lets through must be writable to the last page.

Run it as ``PYTHONPATH=hooks python tests/fuzz.py --projects 1000``. Each failure is printed with the seed that makes it
again alone (``--seed N --projects 1``). A hundred thousand take one processor some hours; the suite tries a few.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from records import ROOT, TODAY, Project
from stretchguide.format.memory import Memory
from stretchguide.format.source import read
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.guides.library import Library
from stretchguide.pages.site import write_site
from stretchguide.project import Reading, read_project

FROM_SOMEWHERE_ELSE = 0.3
"""How often a value is taken from elsewhere in the same file: the right kind in the wrong place goes furthest."""

VALUES: tuple[Any, ...] = (
    *("", " ", "x", "none", "null", "-", "No", "a-b", "index", "right neck", "2x10", "30 s", "1:30", "x" * 300),
    *("<b>x</b>", "**x**", "[x](y)", "{{ x }}", "🤰", "𠮷", "x: y", "# x", "'", '"', "\n", "a\nb", "cures pain"),
    *(None, True, False, 0, 1, -1, 5, 10**6, 0.5, [], {}, [None], [[]], {"x": 1}, {"id": "x"}, [{"id": "x"}]),
    *("9999-12-31", "2026-02-30", "1990-01-01"),
)

Way = tuple[str | int, ...]
"""Keys and numbers, from the root of a file to one of its values."""


class Spoiler:
    """The files of a project, and how to spoil one value or several."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.files = sorted(path for path in project.folder.rglob("*.yml"))
        self.data = {path: read(path.name, path.read_bytes()).data for path in self.files}

    def spoilt(self, dice: random.Random) -> dict[Path, bytes]:
        """What some files hold instead, by their paths. Every second project has one spoilt value and no more."""
        chosen = [dice.choice(self._liked(dice)) for _ in range(dice.choice((1, 1, 2, 3)))]
        found: dict[Path, bytes] = {}
        for path in chosen:
            data = self.data[path]
            for _ in range(dice.choice((1, 1, 1, 2, 4))):
                data = _spoilt(data, dice)
            found[path] = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
        return found

    def _liked(self, dice: random.Random) -> list[Path]:
        """All files, or with the same chance those of the vocabularies, which are few and stand behind all."""
        words = [path for path in self.files if path.parent.name == "_vocabulary"]
        return words if dice.random() < 0.5 else self.files


def _ways(data: Any, way: Way = ()) -> Iterator[Way]:
    yield way
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from _ways(value, (*way, key))


def _at(data: Any, way: Way) -> Any:
    for key in way:
        data = data[key]
    return data


def _spoilt(data: Any, dice: random.Random) -> Any:
    """A copy of the data in which one value is another, gone, or there twice."""
    ways = list(_ways(data))
    way = dice.choice(ways)
    if not way:
        return dice.choice(VALUES) if dice.random() < 0.1 else data
    data = json.loads(json.dumps(data))
    holder, key = _at(data, way[:-1]), way[-1]
    change: Callable[[], None] = dice.choice((lambda: holder.pop(key), *[lambda: holder.__setitem__(key, new())] * 4))

    def new() -> Any:
        value = _at(data, dice.choice(ways)) if dice.random() < FROM_SOMEWHERE_ELSE else dice.choice(VALUES)
        return json.loads(json.dumps(value))  # Never a part of the very same data.

    change()
    if isinstance(holder, list) and dice.random() < 0.1:
        holder += holder[:1]
    return data


class Fuzz:
    """One copy of the project, spoilt and mended again."""

    def __init__(self, root: Path) -> None:
        self.project = Project.copied(root)
        self.spoiler = Spoiler(self.project)
        self.memory = Memory()
        self.gallery = Gallery(ROOT / CACHE)

    def try_out(self, seed: int) -> Reading:
        """Spoil, read, and write all pages if the check lets them through. Raises whatever goes wrong."""
        spoilt = self.spoiler.spoilt(random.Random(seed))
        before = {path: path.read_bytes() for path in spoilt}
        try:
            for path, content in spoilt.items():
                path.write_bytes(content)
            reading = read_project(self.project.root, TODAY, thorough=True, with_notes=True, memory=self.memory)
            for problem in reading.problems:
                if fault := unhelpful(problem.message):
                    raise AssertionError(f"{fault}: {problem}")
            if reading.is_good:
                assert reading.library, "nothing is wrong, and nothing can be built"
                write_everything(reading.library, self.gallery)
            return reading
        finally:
            for path, content in before.items():
                path.write_bytes(content)


RAW = ("Input should", "Value error", "validation error", "pydantic", "Traceback", "<class", "Error:", "unhashable")
"""What the words of libraries and of Python look like."""


def unhelpful(message: str) -> str:
    """What is wrong with a message itself; empty where nothing is."""
    raw = next((words for words in RAW if words in message), "")
    return f"the words of a library ({raw})" if raw else "" if "\n" not in message else "more than one line"


def write_everything(library: Library, gallery: Gallery) -> None:
    """Write all pages and sheets of a library."""
    site = write_site(library, ROOT / "overrides" / "pages", "A site", gallery, TODAY)
    for page in site.pages:
        _ = page.text, page.search
    for texts in (site.sheets, site.moved):
        for uri in texts:
            _ = texts[uri]


def main() -> int:
    """Try so many projects, from a seed on. Returns 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    seen, built, failed = Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        fuzz = Fuzz(Path(folder))
        for seed in range(asked.seed, asked.seed + asked.projects):
            try:
                built += fuzz.try_out(seed).is_good
            except Exception as error:  # Whatever a project brings about is what we are looking for.
                failed += 1
                where = traceback.extract_tb(error.__traceback__)[-1]
                kind = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}: {error}"
                seen[kind] += 1
                if seen[kind] == 1:
                    print(f"seed {seed}: {kind}", flush=True)
    print(f"{asked.projects} projects from seed {asked.seed}: {built} built, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
