"""Measures every figure of the records: contacts, depths, bytes and milliseconds: `python3 dev.py bench figures`.

It never fails: the lints judge contacts and sizes, and machines differ. With `--against COMMIT` the time is compared
with that of another commit, both taking turns on this machine. With `--phases` a part of them says where the time of
the body goes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import NamedTuple

# Started by its path, it finds the tests; where the code is says PYTHONPATH, since that may be another commit's.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import phases
from figure_words import POSES
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.picture.drawing import Sketch, drawn
from stretchguide.figure.picture.scene import Scene
from stretchguide.figure.sentence import describe
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.words import language
from stretchguide.figure.words.pose import LitMuscle, Pose
from stretchguide.gallery.body import own_body
from stretchguide.gallery.gallery import shown_by
from stretchguide.project import read_project

ROOT = Path(__file__).resolve().parents[2]
# One figure of so many tells where the time goes.
_SOME = 12


class Case(NamedTuple):
    """A figure to measure."""

    name: str
    pose: Pose
    felt: tuple[LitMuscle, ...]


def of_records(folder: Path) -> list[Case]:
    """Every different figure of the records of a project."""
    library = read_project(folder).library
    if library is None:
        raise SystemExit("the records cannot be read; dev.py check says why")
    every = ((id, each) for id, guide in library.guides.items() for row in shown_by(guide.record) for each in row)
    cases = {repr(each): Case(id, language.parse(each.pose), each.felt) for id, each in every if each.pose}
    return list(cases.values())


def of_tests() -> list[Case]:
    """The figures of the poses that the tests use."""
    return [Case(words.get("title", "step of a record"), language.parse(words), ()) for words in POSES]


# -- one figure -------------------------------------------------------------------------------------------------------


class Row(NamedTuple):
    """What was measured of one figure: cm, bytes and milliseconds."""

    miss: float
    off: float
    deep: float
    inline: int
    inline_gz: int
    file: int
    file_gz: int
    ms: float = 0.0


LIMITS = Row(1.0, 1.0, 1.0, 9216, 3072, 9216, 3072, 60.0)
"""What a figure may measure; of the milliseconds, half of the figures."""


def measure(case: Case) -> Row:
    """Everything but the time."""
    from stretchguide.figure.solver.measures import measured, overlaps, touches

    body = solve(case.pose)
    figure = measured(case.pose, body)
    contacts = list(touches(figure))
    off = [abs(touch.away) for touch in contacts if touch.away is not None]
    made = picture(case, body)
    sizes = [
        size
        for text in (made.inline, made.alone)
        for size in (len(text.encode()), len(gzip.compress(text.encode(), 9)))
    ]
    return Row(
        max((touch.miss for touch in contacts), default=0.0),
        max(off, default=0.0),
        max((overlap.deep for overlap in overlaps(figure)), default=0.0),
        *sizes,
    )


def picture(case: Case, body: Body) -> Sketch:
    return drawn(Scene(own_body(), body, case.pose, case.felt), describe.describe(case.pose))


def milliseconds(case: Case) -> float:
    """What it takes to solve and draw a figure once, without its words."""
    start = time.perf_counter()
    drawn(Scene(own_body(), solve(case.pose), case.pose, case.felt))
    return (time.perf_counter() - start) * 1000


def best_times(cases: Sequence[Case], repeats: int) -> list[float]:
    """By figure, the shortest of some times: what other programs disturb least."""
    runs = [[milliseconds(case) for case in cases] for _ in range(repeats)]
    return [min(times) for times in zip(*runs, strict=True)]


# -- against another commit -------------------------------------------------------------------------------------------


def other_times(code: Path, repeats: int) -> list[float]:
    """The same with the code of another folder, in a process of its own; the records are today's."""
    command = [sys.executable, str(Path(__file__).resolve()), "--times", "--repeats", str(repeats)]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(code)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"the other code fails:\n{done.stderr}")
    times: list[float] = json.loads(done.stdout)
    return times


def compare(commit: str, repeats: int) -> None:
    """Print how the times of today's code stand to those of a commit."""
    with tempfile.TemporaryDirectory(prefix="stretchguide-bench-") as folder:
        packed = subprocess.run(["git", "archive", commit, "hooks"], cwd=ROOT, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        before: list[list[float]] = []
        after: list[list[float]] = []
        for _ in range(repeats):
            before.append(other_times(Path(folder, "hooks"), 1))
            after.append(other_times(ROOT / "hooks", 1))
    then, now = ([min(times) for times in zip(*runs, strict=True)] for runs in (before, after))
    for name, of in (("median", median), ("worst", max)):
        print(f"{name} now {of(now):.1f} ms, at {commit} {of(then):.1f} ms: ratio {of(now) / of(then):.2f}")


# -- a table ----------------------------------------------------------------------------------------------------------


def table(rows: Sequence[Row]) -> Iterable[str]:
    """What was measured of all figures, one measure a line."""
    yield "".join(text.rjust(12) for text in ("", "median", "9 of 10", "worst", "limit", "over"))
    for index, name in enumerate(Row._fields):
        values = sorted(row[index] for row in rows)
        limit = LIMITS[index]
        shown = (median(values), values[int(len(values) * 0.9)], values[-1], limit)
        digits = 0 if limit > 100 else 1 if name == "ms" else 2
        over = sum(value > limit for value in values)
        yield "".join(text.rjust(12) for text in (name, *(f"{value:.{digits}f}" for value in shown), f"{over}"))


def worst(cases: Sequence[Case], rows: Sequence[Row], count: int) -> Iterable[str]:
    """For each measure, the figures with the most of it."""
    for index, name in enumerate(Row._fields):
        order = sorted(range(len(rows)), key=lambda i, index=index: -rows[i][index])  # type: ignore[misc]
        if count:
            yield f"{name}: " + ", ".join(f"{cases[i].name} {rows[i][index]:.5g}" for i in order[:count])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench figures", description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, help="draw each so often, and take the best time")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst figures of each measure")
    parser.add_argument("--against", metavar="COMMIT", help="compare the time with that of another commit")
    parser.add_argument("--phases", action="store_true", help="say where the time of the body goes")
    parser.add_argument("--times", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.times:
        print(json.dumps(best_times(of_records(ROOT), options.repeats)))
        return 0
    if options.phases:
        bodies = [(solve(case.pose), case.pose, case.felt) for case in of_records(ROOT)[::_SOME]]
        print("\n".join(phases.told([partial(Scene, own_body(), *each) for each in bodies], options.repeats)))
        return 0
    if options.against:
        compare(options.against, options.repeats)
        return 0
    for name, cases in (("records", of_records(ROOT)), ("poses of the tests", of_tests())):
        times = best_times(cases, options.repeats)
        rows = [measure(case)._replace(ms=ms) for case, ms in zip(cases, times, strict=True)]
        print(f"{len(cases)} figures of the {name}")
        print("\n".join((*table(rows), *worst(cases, rows, options.worst), "")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
