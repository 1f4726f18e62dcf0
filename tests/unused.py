"""Finds what the code of the guide has and nothing uses, tests not asked: what only tests use is found as well.

vulture looks by name. What it may leave out, and why, stands in pyproject.toml.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment

ROOT = Path(__file__).resolve().parent.parent


def unused(root: Path) -> list[str]:
    """A line for each, with its place; the settings are those of the folder."""
    with TemporaryDirectory() as folder:
        said = Path(folder, "said_by_templates.py")
        said.write_text("\n".join(sorted(set(names_in_templates(root / "overrides")))), "utf-8")
        command = [sys.executable, "-m", "vulture", "hooks", str(said)]
        done = subprocess.run(command, check=False, cwd=root, capture_output=True, encoding="utf-8")
    if done.stderr:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()


def names_in_templates(folder: Path) -> Iterator[str]:
    """Every name that a template says: it may be an attribute of what the code hands over."""
    jinja = Environment()
    for path in folder.rglob("*.*"):
        for _, kind, word in jinja.lex(path.read_text("utf-8")):
            if kind == "name" and not iskeyword(word):
                yield word


if __name__ == "__main__":
    found = unused(ROOT)
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(bool(found))
