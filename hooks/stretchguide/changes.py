"""What git knows of the records: which figures a change touches, and when each record was last changed."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from stretchguide.project import FOLDER

ENGINE = "hooks/stretchguide/figure"
"""A change in here can change every figure."""

MAIN = "origin/main"


class NoHistory(Exception):
    """There is nothing to compare with."""


def changed_records(root: Path) -> set[str] | None:
    """The ids of the records that were changed; None = the engine was, so any figure may differ. Raises NoHistory.

    Compared is the branch, with all that is not committed yet, with main.
    """
    base = _base(root)
    where = ("-z", "--", FOLDER, ENGINE)
    known = _git(root, "diff", "--name-only", "--relative", "--no-renames", base, *where)
    new = _git(root, "ls-files", "--others", "--exclude-standard", *where)
    paths = [PurePosixPath(name) for name in (known + new).split("\0") if name]
    if any(path.is_relative_to(ENGINE) for path in paths):
        return None
    return {path.stem for path in paths if path.parent == PurePosixPath(FOLDER) and path.suffix == ".yml"}


def _base(root: Path) -> str:
    """Where this branch left main; without a main to look at, the commit before the last."""
    try:
        return _git(root, "merge-base", "HEAD", MAIN).strip()
    except NoHistory:
        return _git(root, "rev-parse", "--verify", "--quiet", "HEAD~1").strip()


def last_changed(root: Path) -> dict[str, datetime.date]:
    """The day of the last commit to each record, by its path. A record with changes that are not committed has none;
    without the whole history there are no days at all."""
    try:
        if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        changed = set(_git(root, "diff", "--name-only", "--relative", "-z", "HEAD", "--", FOLDER).split("\0"))
        log = _git(root, "log", "--format=%x01%cs", "--name-only", "--relative", "--no-renames", "-z", "--", FOLDER)
    except NoHistory:
        return {}
    oldest_first = reversed(list(_dated(log)))
    return {path: day for path, day in oldest_first if path not in changed}


def _dated(log: str) -> Iterator[tuple[str, datetime.date]]:
    """Each path of each commit with the commit's day."""
    for commit in log.split("\1")[1:]:
        day, *paths = commit.split("\0")
        yield from ((path.strip("\n"), datetime.date.fromisoformat(day)) for path in paths if path)


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], check=True, cwd=root, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistory(f"git shows neither {MAIN} nor an earlier commit to compare with") from error
    return done.stdout.decode("utf-8", "surrogateescape")
