"""Measures what a build costs, beside other generators on the same pages: `python3 dev.py bench [RECORDS ...]`.

Cold with and without its figures, unchanged, and after a change of one record; with several sizes also how that grows.
Seconds are those of the processor, which other programs disturb less; what counts is their ratio in one run. It never
fails for being slow: machines differ. What a single figure takes, and how exact it is, `dev.py bench figures` says;
`dev.py bench live`, how soon `serve` shows what was saved.
"""

from __future__ import annotations

import argparse
import math
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, CompletedProcess, run

# dev.py starts this file by its path, so the folder of the tests is not yet among those to import from.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import figures, live
from bench.generate import generate
from bench.peers import Peer, peers
from project_copy import ROOT, can_run_dev, run_core, run_python
from records import SAMPLE

CASES = ("with figures", "cold", "unchanged", "one record", "check")
"""What is measured, in the order of the table; of other generators all but the last, as they draw no figures."""
OURS = "stretchguide"
LINEAR_UP_TO = 1.15
"""The growth exponent that still counts as linear: 1 is exactly linear, 2 is the square; the rest is noise."""

Spent = Mapping[str, float]
"""Seconds by case."""


@dataclass(frozen=True)
class Row:
    """What was measured for one size of project."""

    records: int
    pages: int
    """Of Markdown."""
    spent: Mapping[str, Spent]
    """By generator."""


def seconds(command: Callable[[], CompletedProcess[str]]) -> float:
    """What a command takes of the processor; on the clock where the system does not tell."""
    before, started = os.times(), time.perf_counter()
    done = command()
    wall, after = time.perf_counter() - started, os.times()
    if done.returncode:
        raise SystemExit(f"this does not work: {done.args}\n{done.stdout}{done.stderr}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu or wall  # Windows does not tell the processor's seconds of a child.


def ours(project: Path, records: list[Path]) -> Spent:
    """The cases of our own build, one after the other."""

    def build() -> CompletedProcess[str]:
        return run_python(project, "dev.py", "build", "--quiet", CI="")

    def forget(*names: str) -> None:
        for name in names:
            shutil.rmtree(project / name, ignore_errors=True)

    forget("site", ".cache")
    with_figures = seconds(build)
    kept = [f".cache/{path.name}" for path in (project / ".cache").iterdir() if path.name != "figures"]
    forget("site", *kept)
    cold = seconds(build)
    unchanged = seconds(build)
    change(records[0], r"^tagline: ", "tagline: Now ")
    changed = seconds(build)
    checked = seconds(lambda: run_core(project, "check", CI=""))
    return dict(zip(CASES, (with_figures, cold, unchanged, changed, checked), strict=True))


def theirs(peer: Peer, pages: Path, folder: Path) -> Spent:
    """The same cases of another generator."""

    def build() -> CompletedProcess[str]:
        return run(
            peer.command,
            check=False,
            cwd=folder,
            stdin=DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )

    page = max(peer.lay_out(pages, folder).glob("exercises/*.md"), key=lambda path: path.stat().st_size)
    peer.forget(folder)
    cold, unchanged = seconds(build), seconds(build)
    change(page, r"^## ", "## Now ")
    return dict(zip(CASES, (cold, cold, unchanged, seconds(build)), strict=False))


def change(path: Path, old: str, new: str) -> None:
    text, times = re.subn(old, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert times, f"{path.name} has no {old}"
    path.write_text(text, "utf-8", newline="\n")


def measure(folder: Path, size: int, others: Sequence[Peer], repeats: int, content: Path) -> Row:
    """Measure a project with so many records made of those of a folder, or with only those that there are."""
    project = can_run_dev(generate(folder / str(size), size, content))
    records = sorted((project / "exercises").glob("*.yml"))
    runs = [ours(project, records[number:]) for number in range(repeats)]
    spent = {OURS: best(runs)}
    pages = folder / f"{size}-pages"
    seconds(lambda: run_core(project, "pages", str(pages)))
    for number, peer in enumerate(others):
        laid = [theirs(peer, pages, folder / f"{size}-{number}-{repeat}") for repeat in range(repeats)]
        spent[peer.name] = best(laid)
    row = Row(len(records), sum(1 for _ in pages.rglob("*.md")), spent)
    for path in folder.iterdir():
        shutil.rmtree(path)
    return row


def best(runs: Sequence[Spent]) -> Spent:
    return {case: min(each[case] for each in runs) for case in runs[0]}


# -- a table ----------------------------------------------------------------------------------------------------------


def table(row: Row) -> Iterable[str]:
    """The seconds of each generator, and how many times theirs ours are."""
    yield line(f"{row.records} records, {row.pages} pages", CASES)
    for name, spent in row.spent.items():
        yield line(name, [f"{spent[case]:.2f}" for case in CASES if case in spent])
        if name != OURS:
            yield line("  ours to it", [f"{row.spent[OURS][case] / max(spent[case], 0.01):.2f}" for case in spent])


def line(name: str, cells: Iterable[str]) -> str:
    return name.ljust(24) + "".join(cell.rjust(14) for cell in cells)


def growth(rows: Sequence[Row]) -> Iterable[str]:
    """How the time of each case grows from the last size but one to the last, beyond that of the first.

    The time that is added is proportional to the records that are added, to the power of the growth exponent.
    """
    start, small, large = rows[0], rows[-2], rows[-1]
    added = (large.records - start.records) / (small.records - start.records)
    for case in CASES:
        begun, half, whole = (row.spent[OURS][case] for row in (start, small, large))
        exponent = math.log(max(whole - begun, 1e-9) / max(half - begun, 1e-9), added)
        verdict = "LINEAR" if exponent <= LINEAR_UP_TO else "NOT LINEAR"
        yield f"{case}: {verdict}, growth exponent {exponent:.2f} (beyond {begun:.2f} s for {start.records} records)"


def main(arguments: list[str]) -> int:
    others = {"figures": figures.main, "live": live.main}
    if arguments and arguments[0] in others:
        return others[arguments[0]](arguments[1:])
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", help="numbers of records, besides those that there are")
    parser.add_argument("--alone", action="store_true", help="without other generators, which have to be installed")
    parser.add_argument("--sample", action="store_true", help="of the sample library's records, which are few: a trial")
    parser.add_argument("--repeats", type=int, default=1, help="run each so often, and take the best")
    options = parser.parse_args(arguments)
    beside = [] if options.alone else list(peers())
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="stretchguide-bench-") as folder:
        for size in [0, *sorted(options.sizes)]:
            content = SAMPLE if options.sample else ROOT
            rows.append(measure(Path(folder), size, beside, options.repeats, content))
            print("\n".join(table(rows[-1])), flush=True)
    if len(rows) > 2 and rows[-1].records > rows[-2].records > rows[0].records:
        print("\n".join(["", *growth(rows)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
