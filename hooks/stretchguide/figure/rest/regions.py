"""What a face of the body shows."""

from __future__ import annotations

from enum import IntEnum


class BodyRegion(IntEnum):
    """What a face shows."""

    SKIN = 1
    SHIRT = 2
    TROUSERS = 3
    HAIR = 4
