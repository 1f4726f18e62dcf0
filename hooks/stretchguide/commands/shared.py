"""What the commands share: where the project stands, the figures that it keeps, and how they speak."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from stretchguide.format.nearest import Names, hint
from stretchguide.format.problems import Problem, as_annotation, quoted
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.gallery.store import Store
from stretchguide.history.contents import code_version
from stretchguide.project import FOLDER, VERDICTS

ROOT = Path(__file__).resolve().parents[3]
SHEETS = ROOT / "overrides" / "sheets"


def gallery() -> Gallery:
    """The figures of this project, kept in its cache."""
    return Gallery(ROOT / CACHE)


def verdicts() -> Store | None:
    """The verdicts on records that this code has kept; None in a workflow, where nothing kept is trusted."""
    if os.environ.get("CI"):
        return None
    return Store(ROOT / VERDICTS, code_version(ROOT, Path(sysconfig.get_path("purelib"))))


def id_named(name: str, known: Collection[str]) -> str | None:
    """The id of the record that somebody names, by it or by its file; None where there is no such record."""
    path = Path(name)
    is_file = path.suffix == ".yml" and path.parent.resolve() == ROOT / FOLDER
    return next((id for id in (name, path.stem if is_file else "") if id in known), None)


def no_record(name: str, known: Mapping[str, Names]) -> int:
    """Say that there is no such record, and which is meant."""
    return refuse(f"no record {quoted(name)}{hint(Path(name).stem, known) or '; name one by its id'}")


def report(problems: Iterable[Problem]) -> None:
    """Print problems: as text, or in GitHub Actions as annotations, which show at their lines."""
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(as_annotation(problem) if in_actions else problem)


def refuse(message: str) -> int:
    """Say why nothing is done; return the exit status of a wrong call."""
    print(message, file=sys.stderr)
    return 2
