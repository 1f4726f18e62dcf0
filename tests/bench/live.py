"""Measures what `serve` takes from saving a file to the page that shows it: `python3 dev.py bench live`.

Each kind of change is saved and taken back a few times. What counts are the seconds of the server's processor, which
other programs disturb less than the clock, and their ratio to the start of the preview, which builds the whole site.
It never fails for being slow.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.generate import generate
from project_copy import share_figures
from records import FOUNDING
from serving import Serving

RECORD = f"exercises/{FOUNDING}.yml"
GUIDE = f"exercises/{FOUNDING}/"


class Change(NamedTuple):
    """A file that is saved, and the page that shows it."""

    name: str
    path: str
    old: str
    new: str
    page: str


CHANGES = (
    Change("a sentence", RECORD, "Unlock stiffness", "Unfreeze stiffness", GUIDE),
    Change("a pose", RECORD, "front-right", "front-left", GUIDE),
    Change("a routine", "exercises/_routines/desk-break.yml", "title: ", "title: Our ", "routines/desk-break/"),
    Change("a vocabulary", "exercises/_vocabulary/muscles.yml", "plain: ", "plain: Well, ", "muscles/"),
    Change("a page template", "overrides/pages/exercise.md", "# {{ record.title }}", "# {{ record.title }}!", GUIDE),
    Change("a style", "docs/stylesheets/stretchguide.css", "/*", "/* More */ /*", "stylesheets/stretchguide.css"),
)


@contextmanager
def served(folder: Path, records: int) -> Iterator[Serving]:
    project = generate(folder / "project", records)
    share_figures(project)
    serving = Serving(project)
    try:
        serving.wait_until_it_serves()
        yield serving
    finally:
        serving.stop()


class Spent(NamedTuple):
    """Seconds on the clock, and of the server's processor."""

    wall: float
    cpu: float


def spent_to_see(serving: Serving, change: Change) -> Spent:
    """From saving to the page; the change is taken back afterwards."""
    done, started, cpu = follows(serving), time.perf_counter(), serving.cpu_seconds
    serving.change(change.path, change.old, change.new)
    serving.wait_until(lambda: follows(serving) > done, "the change is seen")
    serving.get(change.page)
    spent = Spent(time.perf_counter() - started, serving.cpu_seconds - cpu)
    done = follows(serving)
    serving.change(change.path, change.new, change.old)
    serving.wait_until(lambda: follows(serving) > done, "the change is taken back")
    return spent


def follows(serving: Serving) -> int:
    """How often the server has followed a change."""
    return serving.terminal.count("Reloading browsers")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench live", description=__doc__)
    parser.add_argument("records", type=int, nargs="?", default=0, help="number of records; default: those there are")
    parser.add_argument("--times", type=int, default=3, help="save each change so often")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), options.records) as serving:
        whole = serving.cpu_seconds
        print(f"the start: {whole:.2f} s of the processor", flush=True)
        for change in CHANGES:
            every = [spent_to_see(serving, change) for _ in range(options.times)]
            wall, cpu = (median(each) for each in zip(*every, strict=True))
            print(
                f"{change.name:16} {cpu:6.2f} s, {cpu / whole:.4f} of the start; {wall:.2f} s on the clock", flush=True
            )
    return 0
