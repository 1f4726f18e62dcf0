"""Runs a command of a project's copy in this process: to start another takes longer than to read the records."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType

import pytest

from project_copy import ROOT, Ended
from stretchguide.commands import shared
from stretchguide.commands.cli import command, main


def run_here(project: Path, name: str, *arguments: str, cwd: Path | None = None, **more: str) -> Ended:
    """What a command says of a project, and its exit status; with `more` in its environment.

    The code is this project's: a copy that has changed its own needs `run_core`; so does what is asked of a process.
    """
    said, told = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(told):
        for module in (shared, sys.modules[command(name).run.__module__]):
            stand_in(module, project, patch)
        patch.chdir(cwd or project)
        patch.delenv("GITHUB_ACTIONS", raising=False)
        for key, value in more.items():
            patch.setenv(key, value)
        status = main([name, *arguments])
    return Ended([name, *arguments], status, *map(text_of, (said, told)))


def stand_in(module: ModuleType, project: Path, patch: pytest.MonkeyPatch) -> None:
    """Let a module look for all its paths in another project."""
    for name, value in [*vars(module).items()]:
        if isinstance(value, Path) and value.is_relative_to(ROOT):
            patch.setattr(module, name, project / value.relative_to(ROOT))


def text_of(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
