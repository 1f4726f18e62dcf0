"""What a base has a body do where its words say nothing."""

from __future__ import annotations

from functools import lru_cache

from stretchguide.figure.words.language import parse
from stretchguide.figure.words.pose import Pose


@lru_cache(maxsize=64)
def at_rest(base: str, side: str | None) -> Pose:
    """The base with nothing else said."""
    return parse({"base": f"{base} {side or ''}"})
