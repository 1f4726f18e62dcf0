"""Work that is kept on disk: what one version of the code has made, by its key. Deleting it costs nothing but time."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_KEPT = re.compile(r"[0-9a-f]{32}(\.json)?")
"""What versions and keys look like, so that nothing else is ever deleted."""


class Store:
    """What a version (32 hexadecimal digits) keeps in a folder. What other versions kept there goes with its first."""

    def __init__(self, folder: Path, version: str) -> None:
        self.folder = folder / version

    def get(self, key: str) -> Any:
        """What is kept under a key; None where there is nothing that can be read."""
        try:
            return json.loads((self.folder / f"{key}.json").read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def put(self, key: str, made: Mapping[str, Any]) -> None:
        """Keep something that JSON can say. Where that is not possible, nothing happens."""
        with contextlib.suppress(OSError):
            if not self.folder.exists():
                self._forget_others()
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{key}.json").write_text(json.dumps(made), "utf-8")

    def _forget_others(self) -> None:
        for other in self.folder.parent.iterdir() if self.folder.parent.is_dir() else ():
            if other.name != self.folder.name and _KEPT.fullmatch(other.name):
                shutil.rmtree(other) if other.is_dir() else other.unlink()
