"""Work that is kept on disk: what one version of the code has made, by its key. Deleting it costs nothing but time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

_VERSION = re.compile(r"[0-9a-f]{32}")
"""What versions look like, so that nothing else is ever deleted."""


class Store:
    """What a version (32 hexadecimal digits) keeps in a folder. What other versions kept there goes with its first.

    An entry is a line with its digest, then the work as JSON. One that is cut short, changed or kept under another key
    is not there.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self.folder = folder / version

    def get(self, key: str) -> Any:
        """What is kept under a key; None where there is nothing, or not what was kept."""
        try:
            digest, _, text = (self.folder / key).read_text("utf-8").partition("\n")
            return json.loads(text) if digest == _digest(key, text) else None
        except (OSError, ValueError):
            return None

    def put(self, key: str, made: Mapping[str, Any]) -> None:
        """Keep something that JSON can say. Where that is not possible, nothing happens."""
        text = json.dumps(made)
        with contextlib.suppress(OSError):
            if not self.folder.exists():
                self._forget_others()
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / key).write_text(f"{_digest(key, text)}\n{text}", "utf-8", newline="\n")

    def forget_all_but(self, keys: Collection[str]) -> None:
        """Throw away what is kept under other keys, so that a folder does not grow for ever."""
        with contextlib.suppress(OSError):
            for entry in list(self.folder.iterdir()) if self.folder.is_dir() else ():
                if entry.name not in keys:
                    entry.unlink()

    def _forget_others(self) -> None:
        for other in self.folder.parent.iterdir() if self.folder.parent.is_dir() else ():
            if other.name != self.folder.name and _VERSION.fullmatch(other.name) and not other.is_symlink():
                shutil.rmtree(other) if other.is_dir() else other.unlink()


def _digest(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()
