"""The body of the figures: read from its wheel once, packed, and kept."""

from __future__ import annotations

import contextlib
import hashlib
import os
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

from stretchguide.figure.rest import making, material, packing
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.gallery import engine, wheel
from stretchguide.gallery.engine import LOCK
from stretchguide.gallery.picture import NoBody

CACHE = Path(".cache", "body")

_MAKERS = (making.__name__, packing.__name__)
_ENDING = ".packed"


def own_body() -> RestBody:
    """The body of this project. Raises NoBody."""
    return body(engine.HOOKS.parent / CACHE)


@cache
def body(folder: Path) -> RestBody:
    """The body at rest, from what the folder keeps of it; read once a process. Raises NoBody.

    What is packed there is made again when the code that makes it or the lock is another, or a byte of it has changed.
    """
    path = folder / f"{_version()}{_ENDING}"
    with contextlib.suppress(OSError, packing.NotPacked):
        return packing.unpacked(path.read_bytes())
    try:
        made = packing.packed(making.rest_body(material.read(wheel.reader(folder))))
    except (BadZipFile, KeyError, ValueError) as error:
        raise NoBody(
            f"the wheel that {LOCK.name} names holds no body that can be read ({error}); name another"
        ) from error
    _keep(path, made)
    return packing.unpacked(made)


def _version() -> str:
    return hashlib.sha256("".join(map(engine.version, _MAKERS)).encode()).hexdigest()[:32]


def _keep(path: Path, made: bytes) -> None:
    """Keep it under its name, whole or not at all; what other versions of the code have packed goes."""
    with contextlib.suppress(OSError):
        for other in path.parent.glob(f"*{_ENDING}"):
            other.unlink()
        half = path.with_suffix(f".{os.getpid()}")
        half.write_bytes(made)
        half.replace(path)
