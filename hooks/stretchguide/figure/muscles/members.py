"""Which shapes of the table are meant by an id of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.figure.muscles.shapes import GROUPS, MUSCLES, SkinShape


def members(name: str) -> tuple[str, ...]:
    """The ids whose shapes are lit for an id of the vocabulary; none for a muscle that nobody has drawn yet."""
    return GROUPS.get(name, (name,) if name in MUSCLES else ())


def is_known(name: str) -> bool:
    """Whether an id of the vocabulary has shapes."""
    return bool(members(name))


def shapes_of(name: str) -> Iterator[SkinShape]:
    """All shapes that are lit for an id of the vocabulary."""
    for member in members(name):
        yield from MUSCLES[member].shapes
