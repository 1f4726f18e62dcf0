"""What a folder holds, and which code makes pages of it, by content: its hash tells whether anything has changed."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

NO_SOURCES = ("build", "dist", "node_modules", "site", "tests")
"""Folders of the project that no build reads; nor does it read those whose names begin with a dot."""


def entries(folder: str, left_out: Collection[str] = (), above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All in a folder, in order, by the names from there; folders too, as an empty one may be a fault. Raises OSError.

    ``left_out`` are folders that are not looked into, by their whole paths.
    """
    with os.scandir(folder) as found:
        in_order = sorted(found, key=lambda entry: entry.name)
    for entry in in_order:
        is_folder = entry.is_dir()
        if is_folder and (entry.name == "__pycache__" or entry.path in left_out or _is_hidden(entry.name, above)):
            continue
        yield above + entry.name, entry
        if is_folder:
            yield from entries(entry.path, left_out, f"{above}{entry.name}/")


def _is_hidden(name: str, above: str) -> bool:
    """Folders of tools at the top; further down, some plugins look into them."""
    return not above and name.startswith(".")


def packages(folders: Collection[Path]) -> Sequence[str]:
    """What is installed in folders of packages, with its versions."""
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))


def code_version(root: Path, site_packages: Path) -> str:
    """A hash, 32 hexadecimal digits, of all that turns texts into pages: code and icons of the project, packages, and
    Python. Raises OSError."""
    digest = hashlib.sha256(as_bytes(sys.version, packages([site_packages])))
    for name, entry in entries(str(root), [os.path.normpath(root / name) for name in NO_SOURCES]):
        if entry.is_file() and (name.endswith(".py") or "/.icons/" in name):
            digest.update(as_bytes(name, Path(entry).read_bytes()))
    return digest.hexdigest()[:32]


def as_bytes(*parts: object) -> bytes:
    """Values as they are written in Python, to be hashed."""
    return repr(parts).encode("utf-8", "surrogateescape")
