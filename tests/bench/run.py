"""Measures how the time of `build` and `check` grows with the number of records: `python3 dev.py bench`.

It never fails for being slow: machines differ. What counts is the growth: twice the records, twice the time.
What a single figure takes, and how exact it is, `dev.py bench figures` says; `dev.py bench live`, how soon `serve`
shows what was saved.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# dev.py starts this file by its path, so the folder of the tests is not yet among those to import from.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import figures, live
from bench.generate import generate
from project_copy import Ended, build, run_core

SIZES = [250, 500, 1000]
LINEAR_UP_TO = 1.15
"""The growth exponent that still counts as linear: 1 is exactly linear, 2 is the square; the rest is noise."""


@dataclass(frozen=True)
class Spent:
    """Seconds of one run: on the clock, and of the processor, which other programs disturb less."""

    wall: float
    cpu: float

    @property
    def steady(self) -> float:
        return self.cpu or self.wall  # Windows does not tell the processor's seconds of a child


@dataclass(frozen=True)
class Row:
    """What was measured for one size of project."""

    records: int
    pages: int
    build: Spent
    check: Spent


def build_site(project: Path) -> Ended:
    return build(project, "--quiet")


def check(project: Path) -> Ended:
    return run_core(project, "check")


def timed(command: Callable[[Path], Ended], project: Path) -> Spent:
    before, started = os.times(), time.perf_counter()
    done = command(project)
    wall, after = time.perf_counter() - started, os.times()
    if done.returncode:
        raise SystemExit(f"the project does not build:\n{done.stdout}{done.stderr}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall, cpu)


def best(command: Callable[[Path], Ended], project: Path, repeats: int) -> Spent:
    return min((timed(command, project) for _ in range(repeats)), key=lambda spent: spent.steady)


def measure(folder: Path, records: int, repeats: int) -> Row:
    """Measure a project with so many records, or with only those that there are."""
    project = generate(folder / str(records), records)
    records = sum(1 for _ in (project / "exercises").glob("*.yml"))
    checked, built = best(check, project, repeats), best(build_site, project, repeats)
    pages = sum(1 for _ in (project / "site").rglob("*.html"))
    shutil.rmtree(project)
    return Row(records, pages, built, checked)


HEADINGS = ["records", "pages", "build s", "cpu s", "s / 1,000", "ratio", "check s", "ratio"]


def line(row: Row, before: Row | None) -> list[str]:
    cells = [f"{row.records}", f"{row.pages}", f"{row.build.wall:.2f}", f"{row.build.cpu:.2f}"]
    cells += [f"{row.build.wall / row.records * 1000:.1f}", ratio(row.build, before.build if before else None)]
    return [*cells, f"{row.check.wall:.2f}", ratio(row.check, before.check if before else None)]


def ratio(spent: Spent, before: Spent | None) -> str:
    return f"{spent.steady / before.steady:.2f}" if before else ""


def show(cells: list[str]) -> None:
    print("".join(cell.rjust(11) for cell in cells), flush=True)


def judge(rows: list[Row], name: str) -> None:
    """Say how the time grows from the last size but one to the last, beyond that of the project as it is.

    The time that is added is proportional to the records that are added, to the power of the growth exponent.
    """
    start, small, large = rows[0], rows[-2], rows[-1]
    begun, half, whole = (getattr(row, name).steady for row in (start, small, large))
    added = (large.records - start.records) / (small.records - start.records)
    exponent = math.log(max(whole - begun, 1e-9) / max(half - begun, 1e-9), added)
    verdict = "LINEAR" if exponent <= LINEAR_UP_TO else "NOT LINEAR"
    print(f"{name}: {verdict}, growth exponent {exponent:.2f} (beyond {begun:.2f} s for {start.records} records)")


def main(arguments: list[str]) -> int:
    others = {"figures": figures.main, "live": live.main}
    if arguments and arguments[0] in others:
        return others[arguments[0]](arguments[1:])
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="numbers of records, two or more")
    parser.add_argument("--repeats", type=int, default=1, help="run each so often, and take the best")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="stretchguide-bench-") as folder:
        timed(build_site, generate(Path(folder, "warm-up"), 0))
        show(HEADINGS)
        rows: list[Row] = []
        for size in [0, *sorted(options.sizes)]:
            rows.append(measure(Path(folder), size, options.repeats))
            show(line(rows[-1], rows[-2] if len(rows) > 1 else None))
    print()
    if len(rows) > 2 and rows[-1].records > rows[-2].records > rows[0].records:
        judge(rows, "build")
        judge(rows, "check")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
