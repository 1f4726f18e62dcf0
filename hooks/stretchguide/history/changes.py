"""What git knows of the records: which ones a branch touches, and when each was changed last."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from stretchguide.format.limits import YEARS
from stretchguide.gallery import engine
from stretchguide.history.git import NoGit, git
from stretchguide.project import FOLDER

MAIN = "origin/main"

_DAY = "\x1f"
"""Stands before the day of a commit, where no path can begin."""


class NoHistory(Exception):
    """There is nothing to compare with."""


def changed_records(root: Path) -> set[str] | None:
    """The ids of the records that were changed; None = the engine was, so any figure may differ. Raises NoHistory.

    Compared is the branch, with all that is not committed yet, with main.
    """
    where = ("-z", "--", FOLDER, engine.HOOKS.name)
    try:
        base = _base(root)
        known = git(root, "diff", "--name-only", "--relative", "--no-renames", base, *where)
        new = git(root, "ls-files", "--others", "--exclude-standard", *where)
    except NoGit as error:
        raise NoHistory(f"git shows neither {MAIN} nor an earlier commit to compare with") from error
    paths = [PurePosixPath(name) for name in (known + new).split("\0") if name]
    made_by = {PurePosixPath(engine.HOOKS.name, path.relative_to(engine.HOOKS)) for path in engine.sources()}
    if not made_by.isdisjoint(paths):
        return None
    return {path.stem for path in paths if path.parent == PurePosixPath(FOLDER) and path.suffix == ".yml"}


def _base(root: Path) -> str:
    """Where this branch left main; without a main to look at, the commit before the last."""
    try:
        return git(root, "merge-base", "HEAD", MAIN).strip()
    except NoGit:
        return git(root, "rev-parse", "--verify", "--quiet", "HEAD~1").strip()


def days_of_change(root: Path, *folders: str) -> Mapping[str, datetime.date]:
    """The day of the last commit of every file in the folders, by its path in the project.

    One call reads the whole history. Without git, and in a shallow clone, there are no days: such a clone takes every
    file for one of its oldest commit, and a wrong day is worse than none. A workflow that publishes needs
    ``fetch-depth: 0``. A file with changes that are not committed yet has no day.
    """
    try:
        if git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        changed = set(git(root, "diff", "--name-only", "--relative", "-z", "HEAD", "--", *folders).split("\0"))
        log = git(root, "log", "-z", "--name-only", "--relative", "--no-renames", f"--format={_DAY}%cs", "--", *folders)
    except NoGit:
        return {}
    # From new to old: the first day that a file is seen with stays.
    days = dict(reversed(list(_days(log))))
    return {path: day for path, day in days.items() if day and path not in changed}


def _days(log: str) -> Iterator[tuple[str, datetime.date | None]]:
    """Every file of every commit with the commit's day; None where its clock was plainly wrong."""
    day = ""
    for part in log.split("\0"):
        text = part.strip("\n")
        if text.startswith(_DAY):
            day, _, text = text.removeprefix(_DAY).partition("\n")
        if text:
            yield text, _likely(day)


def _likely(day: str) -> datetime.date | None:
    """The day, from the first year of ``YEARS`` to the end of next year: a commit can carry any date."""
    try:
        found = datetime.date.fromisoformat(day)
    except ValueError:
        return None
    return found if YEARS[0] <= found.year <= datetime.date.today().year + 1 else None
