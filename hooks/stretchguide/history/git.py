"""Asks git about the project; it may not be there, and a download of the project has no history."""

from __future__ import annotations

import subprocess
from pathlib import Path


class NoGit(Exception):
    """Git is not installed, this is no repository, or it does not know what it was asked for."""


def git(root: Path, *arguments: str) -> str:
    """What git prints when it is run in the project's folder. Raises NoGit."""
    try:
        done = subprocess.run(["git", *arguments], check=True, cwd=root, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoGit(f"git {arguments[0]} fails") from error
    return done.stdout.decode("utf-8", "surrogateescape")
