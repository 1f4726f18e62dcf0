"""What the commands share: where the project stands, the figures that it keeps, and how they speak."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from stretchguide.format.problems import Problem, as_annotation
from stretchguide.gallery.gallery import CACHE, Gallery

ROOT = Path(__file__).resolve().parents[3]
SHEETS = ROOT / "overrides" / "sheets"


def gallery() -> Gallery:
    """The figures of this project, kept in its cache."""
    return Gallery(ROOT / CACHE)


def report(problems: Iterable[Problem]) -> None:
    """Print problems: as text, or in GitHub Actions as annotations, which show at their lines."""
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(as_annotation(problem) if in_actions else problem)


def refuse(message: str) -> int:
    """Say why nothing is done; return the exit status of a wrong call."""
    print(message, file=sys.stderr)
    return 2
