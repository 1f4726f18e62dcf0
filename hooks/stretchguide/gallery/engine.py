"""The code that makes a picture: which files it is, and which version of it this is.

A kept picture is good as long as nothing that made it has changed, its texts and faults included. What that is, is
found from the imports: everything that ``artist`` imports, and what that imports in turn.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOOKS = Path(__file__).resolve().parents[2]
"""The folder in which ``stretchguide`` lies."""

LOCK = HOOKS.parent / "requirements-body.txt"
"""Names the body that is drawn."""

MAKER = "stretchguide.gallery.artist"

_IMPORT = re.compile(r"^\s*(?:from (stretchguide[\w.]*) import (\([^)]*\)|[^\n]*)|import (stretchguide[\w.]*))", re.M)
"""Parsing the code properly takes thirty times as long, and every command would wait for it. A test holds what is found
here against what Python loads."""


def version(maker: str = MAKER) -> str:
    """A hash, 32 hexadecimal digits, of all the code of a module and of the body's name: another engine draws other
    pictures.
    """
    digest = hashlib.sha256(LOCK.read_bytes())
    for path in sources(maker=maker):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


@cache
def sources(hooks: Path = HOOKS, maker: str = MAKER) -> tuple[Path, ...]:
    """The files of all the code that makes a picture, or of another module, in order."""
    found: set[str] = set()
    waiting = [maker]
    while waiting:
        name = waiting.pop()
        if name not in found and _file(hooks, name):
            found.add(name)
            waiting += [name.rpartition(".")[0], *_imported(hooks, name)]
    return tuple(sorted(path for path in (_file(hooks, name) for name in found) if path))


def _file(hooks: Path, name: str) -> Path | None:
    """The file of a module or package; None where the name is something in one."""
    path = hooks.joinpath(*name.split("."))
    candidates = (path / "__init__.py", path.parent / f"{path.name}.py")
    return next((each for each in candidates if name and each.is_file()), None)


def _imported(hooks: Path, name: str) -> Iterator[str]:
    """What a module names in its imports, each as a module and as something in one."""
    path = _file(hooks, name)
    for source, names, whole in _IMPORT.findall(path.read_text("utf-8")) if path else ():
        yield source or whole
        yield from (f"{source}.{each}" for each in re.findall(r"\w+", names))
