"""The folder of the built site: a build is made beside it, and takes its place once it is whole.

Whatever ends a build early, a fault, a full disk or a killed process, the last good site stands. While a build runs,
the folder ``.site.building`` lies beside ``site``: in it the site grows (``new``), then the last one waits (``old``)
until the new one stands. No system swaps two folders at one stroke, so there is a moment without a site; a build that
is killed right then leaves ``old``, and the next one begins by putting it back.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path
from typing import IO

_PATIENCE_S = 2.0
"""How long a folder may be held by something that looks at its files, as virus scanners on Windows do."""


class SiteTaken(Exception):
    """Another build writes to the same folder."""


class SiteFolder:
    """The place of one site, while one build is made for it."""

    def __init__(self, site: Path) -> None:
        self.site = Path(os.path.realpath(site))  # Where it is a link, its target is the site; the link stays.
        self.beside = self.site.with_name(f".{self.site.name}.building")
        self.new, self.old, self.rest = (self.beside / name for name in ("new", "old", "rest"))
        self._lock: IO[str] | None = None

    def begin(self) -> None:
        """Mend what a killed build has left, and make the empty folder ``new``.

        Raises SiteTaken while another build is at it, and OSError where nothing can be written beside the site.
        """
        self.beside.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self.beside / "lock")
        self._mend()
        self.new.mkdir()

    def put_in_place(self) -> None:
        """Let ``new`` be the site. Raises OSError.

        A site that cannot be moved (a disk of its own; on Windows, a folder that a terminal stands in) is written over
        file by file; there alone a build that is killed at its very end may leave a site that is half of each.
        """
        try:
            if self.site.exists():
                _rename(self.site, self.old)
        except OSError:
            _write_over(self.new, self.site)
        else:
            _rename(self.new, self.site)
        self._mend()

    def leave(self) -> None:
        """Take away what lies beside the site, and let the next build begin."""
        if self._lock:
            _delete(self.new)
            _unlock(self._lock)
            with contextlib.suppress(OSError):
                self.beside.rmdir()
            self._lock = None

    def _mend(self) -> None:
        """Bring what was begun to an end, at whatever moment it stopped."""
        if self.old.exists() and not self.site.exists():
            _rename(self.old, self.site)
        if self.old.exists():
            _move_hidden(self.old, self.site)
            _rename(self.old, self.rest)  # Half deleted it must never be taken for the last good site.
        for leftover in (self.rest, self.new):
            _delete(leftover)


def _move_hidden(old: Path, site: Path) -> None:
    """MkDocs empties a site but for what is hidden (``.git`` of who publishes from there); so it moves along."""
    for entry in old.iterdir():
        if entry.name.startswith(".") and not (site / entry.name).exists():
            _rename(entry, site / entry.name)


def _rename(source: Path, target: Path) -> None:
    end = time.monotonic() + _PATIENCE_S
    while True:
        try:
            source.rename(target)
            return
        except PermissionError:
            if os.name != "nt" or time.monotonic() > end:
                raise
            time.sleep(0.05)


def _write_over(new: Path, site: Path) -> None:
    shutil.copytree(new, site, dirs_exist_ok=True)
    for path in sorted(site.rglob("*"), reverse=True):  # What a folder holds comes before the folder.
        inside = path.relative_to(site)
        if not inside.parts[0].startswith(".") and not (new / inside).exists():
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def _delete(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _locked(path: Path) -> IO[str]:
    """The file, open and locked until it is closed or its process has ended, however. Raises SiteTaken and OSError."""
    while True:
        file = path.open("a")
        try:
            _lock(file.fileno())
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        except FileNotFoundError:
            pass  # The build that had it has just ended, and has taken it away.
        except (BlockingIOError, PermissionError) as error:
            file.close()
            raise SiteTaken from error
        file.close()


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # Not flock: child processes would hold on to it.


def _unlock(file: IO[str]) -> None:
    if os.name == "nt":
        file.close()  # There an open file cannot be deleted; elsewhere nobody may take hold of it in between.
    with contextlib.suppress(OSError):
        Path(file.name).unlink()
    file.close()
